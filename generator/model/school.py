"""The facts a school writes once (学校.yaml): who it is, who works there, its house rules of layout."""

from dataclasses import field
from datetime import date as Date  # noqa: N812 - as in the other records
from typing import Annotated, Literal

from generator.model.record import At, Field, Texts, at, record

Spans = tuple[tuple[Date, Date], ...]
"""First and last days, both included."""


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
class Checking:
    """Which checks a school leaves out or wants all the same (检查)."""

    off: Annotated[Texts, Field(description="不查的规则，写问题后面方括号里的名称；也可以写一类：规范")] = ()
    on: Annotated[Texts, Field(description="还要查的规则，写在关闭的一类里要留下的")] = ()


@record
class Holidays:
    """The school's own days of rest and of work in place of weekdays and weekends (节假日), from the yearly notice."""

    rest: Annotated[Spans, Field(description="休息的日期；连着几天写 2027-02-05—2027-02-11")] = ()
    work: Annotated[Spans, Field(description="调休上班的周末日期")] = ()


Stage = Literal[
    "", "幼儿园", "小学", "初中", "高中", "完全中学", "九年一贯制", "十二年一贯制", "中等职业学校", "特殊教育学校"
]
"""What a school teaches (学段); empty where it does not say."""


@record
class Term:
    """A term (学期) or a school year with its first and its last day."""

    name: Annotated[str, Field(description="学期的名称，如 2026—2027学年第一学期，和计划里的“年度”写法相同")] = ""
    starts: Annotated[Date, Field(description="第一天，如 2026-09-01")]
    ends: Annotated[Date, Field(description="最后一天，如 2027-01-29")]


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
    checking: Annotated[Checking, Field(description="哪些检查不做；不写就全做")] = Checking()
    holidays: Annotated[Holidays, Field(description="放假和调休上班的日期；写全一年的就以这里为准")] = Holidays()
    stage: Annotated[Stage, Field(description="学段：幼儿园、小学、初中、九年一贯制等；查演练次数等用")] = ""
    terms: Annotated[tuple[Term, ...], Field(description="各学期的名称、开始和结束；查计划里的日期用")] = ()
    at: At = at()
