"""Words of titles: where one ends and the next begins, known from a small lexicon of schools and offices.

A segmenter with a dictionary of its own would weigh 19 MB and know 实验小学 less well; what this one does not know
stays whole.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

ACTIONS = frozenset(
    "加强 做好 开展 落实 印发 转发 贯彻 执行 推进 推动 组织 举行 举办 召开 成立 调整 申请 报送 上报 防范 "
    "预防 防治 治理 整治 规范 建立 建设 创建 提升 提高 深化 健全 完善 强化 严格 禁止 制定 修订 实施 学习 "
    "宣传 迎接 参加 评选 表彰 聘任 任命 商请 协助 拨付 购置 更换 改造 维修 举报 公布 公开 征求 召集 安排 "
    "部署 排查 整改 应对 处置 保护 关爱 维护 庆祝 纪念 减轻 落实好 深入 进一步 切实 全面 扎实 认真 切实做好 "
    "解决 增加 招聘 选拔 推荐 考核 核定 办理 停止 启动 恢复 配备".split()
)
"""Words for doing something: a line had better begin with one than end with it."""
KINDS = frozenset(
    "实施方案 工作方案 活动方案 行动方案 工作计划 应急预案 工作预案 预案 方案 计划 通知 请示 报告 批复 意见 决定 "
    "通报 通告 公告 函 纪要 会议纪要 办法 实施办法 管理办法 暂行办法 细则 实施细则 规定 制度 管理制度 守则 规程 "
    "规范 要点 工作要点 总结 工作总结 情况报告 责任分解表 任务分解表 任务清单 责任清单 一览表 登记表 统计表 安排表 "
    "安排 时间表 名单 倡议书 讲话稿 讲话 发言稿 演讲稿 经验材料 典型材料 致辞 公示 指导意见 实施意见 若干意见 "
    "规划 发展规划 章程 台账 汇报 情况汇报 汇报材料 值班表".split()
)
"""What a title ends with (文种)."""
THINGS = frozenset(
    "国际儿童节 校舍维修 校舍维修改造 安全管理 上下学 上下学期间 系列 系列活动 安全教育日 安全教育 事项 有关事项 "
    "所需 所需经费 营养健康 信访接待 副校长 法治副校长 进校园 评议 民主评议 成员 电话 值班电话 因病缺课 追踪 "
    "校园暴力 家长学校 行事历 学校 小学 中学 幼儿园 高中 初中 校园 校园及周边 周边 环境 综合 安全 工作 活动 "
    "教育 教学 管理 制度建设 师德 师风 师德师风 教师 教职工 学生 师生 中小学 中小学生 中小学校 青少年 未成年人 "
    "家长 家校 家校共育 共育 家庭 社会 食堂 食品 食品安全 饮食 卫生 传染病 流感 疾病 防控 疫情 消防 消防安全 "
    "消防演练 火灾 地震 防震 减灾 防灾 防震减灾 洪涝 防汛 汛期 台风 暑期 寒假 暑假 春季 秋季 夏季 冬季 开学 "
    "期末 期中 放假 国庆节 春节 五一 清明节 中秋节 元旦 节日 假期 期间 防溺水 溺水 预防溺水 交通 交通安全 道路 "
    "校车 接送 欺凌 学生欺凌 校园欺凌 暴力 霸凌 心理 心理健康 健康 体质 体育 美育 劳动 劳动教育 德育 思政 思想 "
    "政治 思想政治 法治 普法 宪法 国防 国家安全 网络 网络安全 信息 信息化 保密 档案 后勤 财务 资产 采购 工程 "
    "项目 设备 设施 器材 仪器 实验室 图书馆 宿舍 住宿 住宿生 留守 儿童 留守儿童 特殊 控辍保学 学籍 招生 入学 "
    "毕业 毕业班 考试 高考 中考 测试 质量 监测 课程 课堂 课后 服务 课后服务 作业 双减 校本 教研 科研 培训 "
    "研修 研学 旅行 实践 社团 艺术节 运动会 科技节 读书 读书节 典礼 开学典礼 毕业典礼 升旗 仪式 文明 文明校园 "
    "文化 校园文化 特色 示范 示范校 创建活动 党建 党支部 支部 党员 党风 廉政 党风廉政 廉洁 主题 主题教育 "
    "组织生活 民主 民主生活会 工会 教代会 职工 代表 大会 代表大会 少先队 共青团 团委 班主任 校长 办公会 "
    "校长办公会 会议 领导 小组 领导小组 机构 组织机构 队伍 人员 干部 编制 职称 岗位 绩效 工资 津贴 值班 值守 "
    "值班值守 全国两会 信访 接待 维稳 稳定 稳控 舆情 应急 演练 应急演练 疏散 突发 事件 突发事件 公共 公共卫生 "
    "事故 隐患 风险 排查整治 隐患排查 专项 专项整治 专项行动 行动 年度 学年度 上半年 下半年 第一学期 第二学期 "
    "学年 学期 全年 本年 阶段 试行 责任 目标 任务 责任书 情况 问题 经费 资金 预算 决算 补助 资助 困难 贫困 "
    "家庭经济 经济 奖学金 优秀 先进 个人 集体 先进集体 先进个人 省级 市级 县级 全县 全市 全省 全国 全校 我县 "
    "我校 各校 各中小学 护学 护学岗 联合 联动 交警 派出所 公安 周边环境 治安 秩序 交通秩序 日常 规章 规章制度 "
    "长效 机制 体系 平安 平安校园 绿色 节约 节能 垃圾 分类 光盘 爱国 爱国卫生 爱国主义 传统 传统文化 中华 经典 "
    "诵读 文化艺术节 校园文化艺术节 维修改造 综合治理 安全隐患 教职工代表大会 组织生活会 儿童节 国际 危机 干预 违法 "
    "犯罪 违法犯罪 使用 不合格 若干 联合开展 推普 普通话 语言 文字 语言文字 规范化 标准化 现代化 均衡 优质 发展 "
    "高质量 改革 创新 评价 督导 督查 检查 评估 验收 自查 迎检 防范 管控 处理 处置 保障 医疗 救护 救援 预警 "
    "信号 恶劣 天气 恶劣天气 极端 高温 雨雪 冰冻 大风 建筑 房屋 校舍 电动 自行车 电动自行车 教学楼 综合楼 "
    "运动场 操场 围墙 大门 电气 燃气 危险 化学品 危险化学品 反恐 防恐 防暴 禁毒 毒品 艾滋病 结核病 近视 "
    "防控近视 综合防控 儿童青少年 营养 营养改善 改善 营养餐 供餐 配餐 陪餐 从业 食材 教材 教辅 教辅材料 材料 "
    "资料 图书".split()
)
"""Other words, long ones before the short ones within them."""
PARTICLES = frozenset("的 和 与 及 暨 对 为 在 向 以 等 有关 关于".split())
_LONGEST = 7
_DATE = r"\d{4}(?:[—\-～至]\d{4})?(?:学年度?|年度?)?(?:上半年|下半年|[春秋]季学期|春季|秋季)?|\d+月(?:\d+日)?"
_WHOLE = re.compile(rf"{_DATE}|《[^》]*》|“[^”]*”|（[^）]*）|〔[^〕]*〕|[!-~ ]+")
_ORDER = re.compile(r"第[一二三四五六七八九十百\d]+[届次周期批个号]")
_PLACE = re.compile(r"[^\W\d_]{1,7}?(?:自治[州县旗]|[省市县区镇乡])")
_BODY = re.compile(
    r"[^\W\d_]{0,9}?(?:小学|中学|学校|幼儿园|局|人民政府|委员会|办公室)(?:附属(?:小学|中学|幼儿园))?(?:[东西南北]?校区)?(?:党支部|党总支|党委|工会|团委)?"
)
_NO_BODY = re.compile("关于|年|的|工作|为|和")


@dataclass(frozen=True)
class Word:
    """A word of a title and what it is: action, kind, thing, particle, date, order, place, name, whole (《…》) or unknown."""

    text: str
    sort: str


def words(title: str) -> list[Word]:
    """The words of a title in their order."""
    found = list(_bodies(title))
    place = sum(len(word.text) for word in found)
    while place < len(title):
        word = _word_at(title, place, found[-1].sort if found else "")
        if word.sort == "unknown" and found and found[-1].sort == "unknown":
            found[-1] = Word(found[-1].text + word.text, "unknown")
        else:
            found.append(word)
        place += len(word.text)
    return found


def _bodies(title: str) -> Iterator[Word]:
    """The names of the schools and offices a title begins with, the place of each apart."""
    end = 0
    while end == 0 or _PLACE.match(title, end):
        place = _PLACE.match(title, end)
        start = place.end() if place else end
        body = _BODY.match(title, start)
        if not body or _NO_BODY.search(body[0]):
            return
        if place:
            yield Word(place[0], "place")
        yield Word(body[0], "name")
        end = body.end()


def _word_at(title: str, place: int, before: str) -> Word:
    """The word that begins at a place; a date after a verb (印发2026年…) belongs to what follows."""
    for pattern, sort in ((_ORDER, "order"), (_WHOLE, "whole")):
        match = pattern.match(title, place)
        if match and sort == "whole" and match[0][-1] in "年度月日期季":
            return Word(match[0], "order" if before in ("action", "particle") else "date")
        if match:
            return Word(match[0], sort)
    for length in range(_LONGEST, 0, -1):
        text = title[place : place + length]
        sort = next((sort for sort, lexicon in _LEXICONS.items() if text in lexicon), "")
        if sort:
            return Word(text, sort)
    return Word(title[place], "unknown")


_LEXICONS = {"particle": PARTICLES, "kind": KINDS, "action": ACTIONS, "thing": THINGS}
