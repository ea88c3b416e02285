"""The plan as the school means it: the frozen records that readers fill and pages print.

A field's Chinese key stands in `vocabulary.KEYS`; its description feeds the JSON Schema. `at` is the path of the
value in its YAML file, `()` where there is none; it takes no part in comparison.
"""

from dataclasses import field
from datetime import date as Date  # noqa: N812 - Plan.date would hide the type's own name
from typing import Annotated, Any, Literal, dataclass_transform

from pydantic import ConfigDict, Field
from pydantic.dataclasses import dataclass
from pydantic.json_schema import SkipJsonSchema

from generator.vocabulary import KEYS

Place = tuple[str | int, ...]
Texts = tuple[str, ...]


def _key(name: str) -> str:
    return KEYS.get(name, name)


_CONFIG = ConfigDict(extra="forbid", alias_generator=_key, validate_by_name=True, validate_by_alias=True)


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(field,))
def record(cls: type[Any]) -> type[Any]:
    """A frozen, validated record whose fields are read by their Chinese keys."""
    return dataclass(frozen=True, kw_only=True, config=_CONFIG)(cls)


At = SkipJsonSchema[Place]


def at() -> Any:
    """The default of a field `at`."""
    return field(default=(), compare=False, repr=False)


# ---- 学校.yaml ---------------------------------------------------------------------------------------------------


@record
class Person:
    """One member of the school (人员) with the posts held."""

    full_name: Annotated[str, Field(description="姓名")]
    posts: Annotated[Texts, Field(description="职务，一个或几个")] = ()
    department: Annotated[str, Field(description="所在部门")] = ""
    phone: Annotated[str, Field(description="电话；写在引号里，前面的 0 才不会丢")] = ""
    public: Annotated[bool, Field(description="电话可否印在公开的文件里：是 或 否")] = True
    at: At = at()


@record
class Layout:
    """House rules (版式) in place of what GB/T 9704 leaves open; the default is the standard's."""

    pitch: Annotated[float, Field(description="行距，磅：26、28、28.95、29.5")] = 28.95
    centred_number: Annotated[bool, Field(description="页码居中：是 或 否")] = False
    bold_third: Annotated[bool, Field(description="三级标题加粗：是 或 否")] = False
    comma_labels: Annotated[bool, Field(description="第三层序号写“1、”：是 或 否")] = False
    chinese_dates: Annotated[bool, Field(description="成文日期用汉字：是 或 否")] = False
    one_sided: Annotated[bool, Field(description="单面印，页码都在右边：是 或 否")] = False
    no_lone_character: Annotated[bool, Field(description="段末不留一个字成行：是 或 否")] = False


@record
class School:
    """The facts a school writes once (学校.yaml): who it is, who works there in which post."""

    name: Annotated[str, Field(description="学校全称，印在标题和落款里")]
    short_name: Annotated[str, Field(description="简称，如 我校")] = ""
    code: Annotated[str, Field(description="机关代字，发文字号用")] = ""
    address: Annotated[str, Field(description="地址")] = ""
    departments: Annotated[Texts, Field(description="部门（处室）名称")] = ()
    people: Annotated[tuple[Person, ...], Field(description="教职工，至少写领导和各部门负责人")] = ()
    groups: Annotated[dict[str, Texts], Field(description="群组名: [姓名, …]")] = field(default_factory=dict)
    layout: Annotated[Layout, Field(description="本校的版式习惯；不写就照国家标准")] = Layout()
    at: At = at()


# ---- blocks: what a body is made of -------------------------------------------------------------------------------


@record
class Paragraph:
    """One paragraph of text (自然段)."""

    text: str
    at: At = at()


@record
class Duty:
    """Who answers for a measure (责任), with whom, by when and shown by what."""

    owners: Annotated[Texts, Field(description="责任人：职务、姓名、部门、群组，或“全体教师”之类")] = ()
    support: Annotated[Texts, Field(description="配合的部门或人员")] = ()
    term: Annotated[Date | str, Field(description="完成时限：日期，或“每月底前”之类")] = ""
    evidence: Annotated[Texts, Field(description="佐证材料")] = ()


@record
class Item:
    """One numbered item (条): a lead sentence (标题), blocks of its own, and who answers for it."""

    heading: Annotated[str, Field(description="这一条的领句")] = ""
    blocks: tuple["Block", ...] = ()
    duty: Duty = Duty()
    at: At = at()


@record
class Listing:
    """A list of numbered items (分项); run in (连排), they stand in one paragraph."""

    items: tuple[Item, ...]
    numbering: Annotated[str, Field(description="序号的样式")] = ""
    run_in: Annotated[bool, Field(description="几条连成一段：是 或 否")] = False
    at: At = at()


@record
class Row:
    """One line of a roster: a role and the people, posts, departments, groups or free words in it."""

    role: str
    members: Texts
    at: At = at()


@record
class Office:
    """The working office of a group (办公室): where it is, how to call it, who runs it."""

    place: Annotated[str, Field(description="办公室的地点")] = ""
    phone: Annotated[str, Field(description="办公室的电话")] = ""
    rows: tuple[Row, ...] = ()
    at: At = at()


@record
class Charge:
    """What a group is there for (职责), in paragraphs or as a list."""

    blocks: tuple["Paragraph | Listing", ...]
    at: At = at()


@record
class Roster:
    """A group of people in roles (名单), printed in columns (名单) or as a sentence (文: 由…任组长)."""

    lines: tuple["Row | Office | Charge | Paragraph", ...]
    name: str = ""
    form: Annotated[Literal["名单", "文"], Field(description="名单：分栏印；文：印成“由……任组长”的一句话")] = "名单"
    at: At = at()


@record
class Cell:
    """One cell of a table; `across` columns wide and `down` rows high. Text lines are parted by a newline."""

    text: str = ""
    across: int = 1
    down: int = 1


@record
class Table:
    """A table (表格): heads, rows of cells, widths as shares, a caption, a 备注 row, lying on its side or not."""

    columns: Annotated[Texts, Field(description="各列的名称")]
    rows: Annotated[tuple[tuple[Cell, ...], ...], Field(description="各行：[甲, 乙, …]；^ 并入上格，< 并入左格")]
    widths: Annotated[tuple[float, ...], Field(description="各列宽度之比，如 [1, 2, 4]")] = ()
    caption: Annotated[str, Field(description="表格的标题")] = ""
    remark: Annotated[str, Field(description="表格末尾的备注行")] = ""
    landscape: Annotated[bool, Field(description="表格印在横放的纸上：是 或 否")] = False
    at: At = at()


@record
class Contacts:
    """A table of 职务, 姓名 and 电话 drawn from 学校.yaml for these people or posts (联系人)."""

    members: Texts
    at: At = at()


@record
class Section:
    """A heading on its own line with the blocks under it; the body of a plan is a section without heading."""

    heading: str = ""
    blocks: tuple["Block", ...] = ()
    duty: Duty = Duty()
    numbering: Annotated[str, Field(description="小标题或分项的序号样式")] = ""
    at: At = at()


Block = Paragraph | Listing | Roster | Table | Contacts | Section


# ---- a plan -------------------------------------------------------------------------------------------------------


@record
class Annex:
    """One annex (附件) on its own page: blocks, or another plan of the school taken in whole (`plan_file`, 计划).

    Lines of a title of several lines are parted by a newline.
    """

    title: Annotated[str, Field(description="附件的标题")] = ""
    blocks: tuple[Block, ...] = ()
    numbering: Annotated[str, Field(description="小标题或分项的序号样式")] = ""
    landscape: Annotated[bool, Field(description="附件印在横放的纸上：是 或 否")] = False
    plan_file: Annotated[str, Field(description="另一份计划的文件名，整份作为附件")] = ""
    at: At = at()


@record
class Dispatch:
    """What makes a plan a formal document (文件): letterhead (版头), number, signers, seal and imprint (版记).

    `number` is 发文字号 in full, or its running number alone; `secrecy_term` the term of 密级 in Arabic digits.
    """

    letterhead: Annotated[bool, Field(description="红头：是 或 否")] = True
    preprinted: Annotated[bool, Field(description="套打：是，版头留空，印在已有红头的纸上")] = False
    shape: Annotated[Literal["文件", "信函", "纪要", "命令"], Field(description="格式：文件、信函、纪要、命令")] = (
        "文件"
    )
    copy_number: Annotated[str, Field(description="份号，6位数字")] = ""
    secrecy: Annotated[str, Field(description="密级：绝密、机密、秘密")] = ""
    secrecy_term: Annotated[str, Field(description="保密期限，如 1年")] = ""
    urgency: Annotated[str, Field(description="紧急程度：特急、加急")] = ""
    issuers: Annotated[Texts, Field(description="发文机关；联合行文写几个，主办的在前；不写就是本校")] = ()
    mark: Annotated[str, Field(description="发文机关标志；不写就是发文机关加“文件”")] = ""
    number: Annotated[str, Field(description="发文字号，如 青实小〔2026〕3号；只写 3 就按机关代字和年份编成")] = ""
    upward: Annotated[bool, Field(description="上行文（请示、报告）：是 或 否")] = False
    signers: Annotated[Texts, Field(description="签发人，上行文才有；可以写职务")] = ()
    copies: Annotated[Texts, Field(description="抄送机关")] = ()
    printer: Annotated[str, Field(description="印发机关；不写就是本校")] = ""
    printed_on: Annotated[Date | None, Field(description="印发日期")] = None
    seal: Annotated[Literal["是", "否", "签名章"], Field(description="盖章：是、否、签名章；只留出位置，不印章")] = "否"
    even_page: Annotated[bool, Field(description="版记放在偶数页：是 或 否")] = False
    present: Annotated[Texts, Field(description="出席，纪要才有")] = ()
    excused: Annotated[Texts, Field(description="请假，纪要才有")] = ()
    attending: Annotated[Texts, Field(description="列席，纪要才有")] = ()
    at: At = at()


@record
class Plan:
    """One document of a school: its kind (文种), head, body and tail, in the order of print.

    `signature`: None = the school's name; () = none. `dateline`: the date stands in parentheses under the title;
    None = as the kind has it. `responsibility`: the title of the generated 责任分解表, "" = none.
    """

    kind: Annotated[str, Field(description="文种，如 工作计划、实施方案、应急预案")]
    title: Annotated[Texts, Field(description="标题：一行，或几行的列表；不写就由学校名称、年度、主题、文种拼成")] = ()
    subject: Annotated[str, Field(description="主题，如 学校安全；标题由它拼成时才用得上")] = ""
    year: Annotated[str, Field(description="年度：2026、2026—2027学年 或 2026—2027学年第一学期")] = ""
    date: Annotated[Date | None, Field(description="成文日期，如 2026-02-27 或 2026年2月27日")] = None
    byline: Annotated[Texts, Field(description="标题下的署名：姓名或职务")] = ()
    dateline: Annotated[bool | None, Field(description="日期印在标题下的括号里：是 或 否；不写就照文种的惯例")] = None
    addressees: Annotated[Texts, Field(description="主送机关")] = ()
    salutation: Annotated[str, Field(description="称谓，如 各位老师、同学们")] = ""
    preamble: Annotated[tuple[Block, ...], Field(description="正文前的话；段与段之间空一行")] = ()
    body: Annotated[Section, Field(description="正文：按印出来的顺序写，键就是标题，值的样子决定印成什么")] = Section()
    closing: Annotated[tuple[Block, ...], Field(description="正文后的话，如 特此通知")] = ()
    signature: Annotated[Texts | None, Field(description="落款的单位；不写就是学校名称，写 否 就不印")] = None
    annexes: Annotated[tuple[Annex, ...], Field(description="附件，每个另起一页")] = ()
    note: Annotated[str, Field(description="附注，印在括号里")] = ""
    responsibility: Annotated[str, Field(description="是：末尾附上责任分解表；也可以写这张表的标题")] = ""
    dispatch: Annotated[Dispatch | None, Field(description="正式发文的版头、字号、签发人、印章和版记")] = None
    at: At = at()
