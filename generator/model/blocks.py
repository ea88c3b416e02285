"""The blocks a body is made of: paragraphs, lists, rosters, tables, sections."""

from datetime import date as Date  # noqa: N812 - as in the other records
from typing import Annotated, Literal

from generator.model.record import At, Field, Texts, at, record


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
