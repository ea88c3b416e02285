"""The facts a school writes once (学校.yaml): who it is, who works there, its house rules of layout."""

from dataclasses import field
from typing import Annotated

from generator.model.record import At, Field, Texts, at, record


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
