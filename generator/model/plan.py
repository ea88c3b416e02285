"""One document of a school with its annexes, in the order of print."""

from datetime import date as Date  # noqa: N812 - Plan.date would hide the type's own name
from typing import Annotated

from generator.model.blocks import Block, Section
from generator.model.dispatch import Dispatch
from generator.model.record import At, Field, Texts, at, record


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
