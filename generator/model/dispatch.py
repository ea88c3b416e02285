"""What makes a plan a formal document (文件)."""

from datetime import date as Date  # noqa: N812 - as in the other records
from typing import Annotated, Literal

from generator.model.record import At, Field, Texts, at, record


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
