"""Chinese surnames (姓氏), to tell a person's name from other short words."""

COMPOUND = frozenset(
    "欧阳 司马 上官 诸葛 司徒 皇甫 尉迟 长孙 慕容 令狐 宇文 公孙 夏侯 东方 轩辕 端木 百里 呼延 南宫 闻人 赫连 澹台 "
    "公冶 宗政 濮阳 淳于 单于 太叔 申屠 仲孙 钟离 鲜于 闾丘 司空 亓官 司寇 颛孙 子车 漆雕 乐正 拓跋 夹谷 谷梁".split()
)

SINGLE = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜"
    "范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁"
    "葛伍韦申尤毕聂丛焦向柳邢路岳齐沿梅莫庄辛管祝左涂谷祁舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘"
    "景薄单包司柏宁柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫来嵺苟褚廉简娄盖符奚穆党燕郎邸冀谈姬屠连郜晏"
    "栾郁蒙计喻揭窦迟宇敖糜鄢冷卓花仇艾蓝巩稽井仲虞卞封竺冼原楚佟栗匡宗巫鞠僧桑荆谌银扬沙薄伏岑习胥蔺付肖闫佘"
)

OFFICE_ENDINGS = "处室办组部会员师长任人生科班队校局所站院级委方工卫干友岗警医司机公室园区镇乡村县市省"
"""A word that ends so is a post, a body or a group, whatever it begins with."""

SHORTEST, LONGEST = 2, 3
"""Characters of a name with a surname of one character; a compound surname has one more."""


def looks_like_a_name(text: str) -> bool:
    """Whether a short word reads as a person's full name: a surname and one or two characters more."""
    if text[-1:] in OFFICE_ENDINGS or not all("\u3400" <= character <= "\U0003ffff" for character in text):
        return False
    if text[:2] in COMPOUND:
        return SHORTEST < len(text) <= LONGEST + 1
    return text[:1] in SINGLE and SHORTEST <= len(text) <= LONGEST
