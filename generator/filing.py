"""How finished files are made for filing (归档): which standard a PDF keeps, and the source that travels inside."""

from dataclasses import dataclass

STANDARDS = {"a-2a": "pdf/a-2a", "a-3a": "pdf/a-3a", "ua-1": "pdf/ua-1", "plain": None}
"""What --pdf may say, and WeasyPrint's name for it."""

NAMESPACE = "urn:xiaowen:source:1#"
"""Of the elements that hold a travelling source in XML: `plan` and `school`."""

MARKS = {
    "plan": "# 校文：这份文件的源文件，只有印出来的内容",
    "school": "# 校文：这份文件用到的学校资料，只有印出来的内容",
}
"""Each text of a travelling source and its first line, by which it is known again."""


@dataclass(frozen=True)
class Travelling:
    """The source that travels inside a file: YAML of its plan and of what that takes from 学校.yaml, under their MARKS."""

    plan: str
    school: str


@dataclass(frozen=True)
class Filing:
    """What the user wants of the files: one of STANDARDS, and whether the source travels inside."""

    standard: str = "a-2a"
    with_source: bool = True
