"""The YAML parser's own faults in plain words, for what no rule on a line explains."""

import yaml

from generator.problems import Problem

_FAULTS: tuple[tuple[str, str, str], ...] = (
    ("tab character", "tab-indent", "这里用了制表符（Tab 键）；请改成空格"),
    ("end of stream", "unclosed-quote", "引号只有开头，没有结尾；请在值的末尾补上同样的引号"),
    ("',' or ']'", "unclosed-bracket", "“[”没有对应的“]”，或两项之间缺半角逗号；请补上"),
    ("',' or '}'", "unclosed-bracket", "“{”没有对应的“}”，或两项之间缺半角逗号；请补上"),
    ("node content", "unclosed-bracket", "括号没有写完；请补上“]”或“}”，项与项之间用半角逗号"),
    ("escape", "bad-escape", "双引号里的反斜杠 \\ 另有用处；请改用单引号，或写两个反斜杠"),
    ("alphabetic", "special-start", "值不能以 & 或 * 开头（YAML 另有用处）；请给整个值加上引号"),
    ("cannot start any token", "special-start", "值不能以这个符号开头（YAML 另有用处）；请给整个值加上引号"),
    ("directive", "special-start", "行首的 % YAML 另有用处；请给这一段文字加上引号"),
    ("block sequence entries", "dash-in-value", "“- ”要另起一行写；值里的减号请加上引号"),
    ("mapping values", "colon-in-value", "值里又有半角冒号；请改成全角冒号“：”，或给整个值加上引号"),
    ("expected ':'", "missing-colon", "这一行没有“键: 值”的冒号；请补上“: ”，或把它缩进到上一个键下面"),
    ("expected key", "bad-indent", "缩进与上面哪一层都对不齐；同一层的行要从同一列开始"),
    ("expected '-'", "bad-indent", "这一层是列表，每一条都要以“- ”开头并对齐；请补上，或调整缩进"),
)


def translate_fault(error: yaml.MarkedYAMLError, file: str) -> Problem:
    """The parser's fault as one of ours, at the place where it began if that is what must be mended."""
    words = f"{error.problem} {error.context}"
    rule, message = next(
        ((rule, message) for sign, rule, message in _FAULTS if sign in words),
        ("unreadable-yaml", "这里的写法读不懂；请检查这一行和上一行的冒号、引号、括号和缩进"),
    )
    begins = rule in {"unclosed-quote", "unclosed-bracket", "missing-colon"} and error.context_mark
    mark = error.context_mark if begins else error.problem_mark
    return Problem(file, mark.line + 1, mark.column + 1, rule, message) if mark else Problem(file, 1, 1, rule, message)
