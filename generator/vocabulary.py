"""The Chinese key of every field, and the words that give a value in YAML its shape."""

KEYS: dict[str, str] = {
    # 学校.yaml
    "name": "名称",
    "short_name": "简称",
    "code": "机关代字",
    "address": "地址",
    "departments": "部门",
    "people": "人员",
    "groups": "群组",
    "layout": "版式",
    "checking": "检查",
    "stage": "学段",
    "terms": "学期",
    "starts": "开始",
    "ends": "结束",
    "holidays": "节假日",
    "rest": "休息",
    "work": "上班",
    "off": "关闭",
    "on": "开启",
    # a person
    "full_name": "姓名",
    "posts": "职务",
    "department": "部门",
    "phone": "电话",
    "public": "公开",
    # a plan
    "kind": "文种",
    "title": "标题",
    "subject": "主题",
    "year": "年度",
    "date": "成文日期",
    "byline": "署名",
    "dateline": "题下日期",
    "addressees": "主送",
    "salutation": "称谓",
    "preamble": "导语",
    "body": "正文",
    "closing": "结语",
    "signature": "落款",
    "annexes": "附件",
    "note": "附注",
    "responsibility": "责任分解表",
    "dispatch": "文件",
    # 文件: what makes a plan a formal document
    "letterhead": "红头",
    "preprinted": "套打",
    "shape": "格式",
    "copy_number": "份号",
    "secrecy": "密级",
    "secrecy_term": "保密期限",
    "urgency": "紧急程度",
    "issuers": "发文机关",
    "mark": "标志",
    "number": "发文字号",
    "upward": "上行文",
    "signers": "签发人",
    "copies": "抄送",
    "printer": "印发机关",
    "printed_on": "印发日期",
    "seal": "盖章",
    "even_page": "偶数页",
    "present": "出席",
    "excused": "请假",
    "attending": "列席",
    # 版式: house rules of a school
    "pitch": "行距",
    "centred_number": "页码居中",
    "bold_third": "三级标题加粗",
    "comma_labels": "序号顿号",
    "chinese_dates": "汉字日期",
    "one_sided": "单面",
    "no_lone_character": "孤字",
    # blocks
    "heading": "标题",
    "content": "内容",
    "children": "分项",
    "table": "表格",
    "contacts": "联系人",
    "numbering": "序号",
    "run_in": "连排",
    "owners": "责任人",
    "support": "配合",
    "term": "时限",
    "evidence": "佐证",
    "caption": "标题",
    "columns": "列",
    "rows": "行",
    "widths": "列宽",
    "remark": "备注",
    "landscape": "横向",
    "form": "形式",
    "office": "办公室",
    "place": "地点",
    "plan_file": "计划",
}
"""English field name -> the key people write."""

BLOCK_KEYS = ("内容", "分项", "表格", "联系人")
"""Reserved keys that print where they stand; a number behind one (内容2) lets it stand again."""

SETTING_KEYS = ("标题", "序号", "连排", "责任人", "配合", "时限", "佐证")
"""Reserved keys that say something of the section or item they stand in."""

ROLES = (
    "组长", "副组长", "常务副组长", "第一组长", "成员", "主任", "副主任", "委员", "总指挥", "副总指挥", "指挥长",
    "副指挥长", "指挥", "副指挥", "联络员", "负责人", "召集人", "队长", "副队长", "队员", "组员", "秘书", "顾问", "成员单位",
)  # fmt: skip
"""A mapping with one of these keys is a roster (名单)."""

NUMBERINGS = ("一、", "（一）", "1.", "（1）", "①", "一是", "第一", "无")
"""Styles of 序号 that a list or the headings of a section may take."""
