"""Finished files to be measured: a plan set as DOCX and PDF, whole or spoiled on the way."""

import io
import zipfile
from collections.abc import Callable, Mapping
from functools import cache

import weasyprint
from weasyprint.text.fonts import FontConfiguration

from generator.typeset.compose import compose
from generator.typeset.fonts import find_fonts
from generator.typeset.printed import printed
from generator.verify.clauses import Verdict
from generator.verify.measuring import Row, measure
from generator.writers import word

SENTENCE = "全校教职工要把学生的生命安全放在首位，坚持预防为主、防治结合、人人参与的原则，按照分工做好各项工作。"
BODY = "".join(
    f'<section data-depth="1"><h2><span class="label">{number}、</span>{name}</h2><p>{SENTENCE * 4}</p>'
    f'<section data-depth="2"><h3><span class="label">（一）</span>及时排查</h3><p>{SENTENCE * 3}</p></section></section>'
    for number, name in (("一", "工作目标"), ("二", "工作措施"), ("三", "工作要求"))
)
ROWS = "".join(f"<tr><td>{row}月</td><td>排查校舍</td></tr>" for row in range(1, 4))
TABLE = (
    '<table><colgroup><col data-width="1"><col data-width="2"></colgroup><thead><tr><th>月份</th><th>工作</th></tr></thead>'
    f"<tbody>{ROWS}</tbody></table>"
)
TAIL = (
    '<p class="attachments"><span class="label">附件：</span><span class="number">1.</span><span class="name">任务表</span></p>'
    '<p class="attachments"><span class="number">2.</span><span class="name">路线图</span></p>'
    '<div class="signature"><p class="organisation">青山县实验小学</p><p class="date">2026年2月27日</p></div>'
    '<p class="note">（联系人：秦勇）</p>'
    '<section class="annex"><p class="annex-label">附件1</p><p class="annex-title"><span class="line">任务表</span></p>'
    f"{TABLE}</section>"
    '<section class="annex landscape"><p class="annex-label">附件2</p><p class="annex-title"><span class="line">路线图</span></p>'
    f"{TABLE}</section>"
)
TITLE = '<h1 class="title"><span class="line">青山县实验小学</span><span class="line">关于印发学校安全工作计划的通知</span></h1>'
ADDRESSEE = '<p class="addressee">各处室、各年级组：</p>'
PLAN = TITLE + ADDRESSEE + BODY + TAIL


def html(body: str = PLAN) -> str:
    """A page of semantic HTML."""
    head = '<meta charset="utf-8"><meta name="author" content="青山县实验小学"><title>工作计划</title>'
    return f'<!DOCTYPE html><html lang="zh-CN"><head>{head}</head><body>{body}</body></html>'


@cache
def docx(body: str = PLAN) -> bytes:
    """The DOCX of a page."""
    return word.write(html(body))


@cache
def pdf(body: str = PLAN, style: str = "", replaced: tuple[tuple[str, str], ...] = ()) -> bytes:
    """The PDF of a page, its stylesheet and its HTML changed before it is set."""
    page, sheet = printed(compose(html(body)), find_fonts())
    for old, new in replaced:
        assert old in page + sheet, old
        page, sheet = page.replace(old, new), sheet.replace(old, new)
    base, fonts = _prepared(sheet)
    styles = [base, weasyprint.CSS(string=style)]
    return bytes(weasyprint.HTML(string=page).write_pdf(stylesheets=styles, font_config=fonts))


@cache
def _prepared(sheet: str) -> tuple[weasyprint.CSS, FontConfiguration]:
    """A stylesheet with its fonts loaded, which takes longer than a page does."""
    fonts = FontConfiguration()
    return weasyprint.CSS(string=sheet, font_config=fonts), fonts


def rewritten(package: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    """A DOCX with every part changed."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    return made.getvalue()


def spoiled(changes: Mapping[str, str], package: bytes | None = None) -> bytes:
    """A DOCX in whose parts these strings stand for those; each must have been there."""
    seen = set[str]()

    def change(_: str, part: bytes) -> bytes:
        for old, new in changes.items():
            if old.encode() in part:
                seen.add(old)
                part = part.replace(old.encode(), new.encode())
        return part

    made = rewritten(package or docx(), change)
    assert seen == set(changes)
    return made


def rows(data: bytes) -> dict[str, Row]:
    """Every row by its identity."""
    return {row.clause.identity: row for row in measure(data, "文稿")}


def verdicts(data: bytes) -> dict[str, Verdict]:
    """Every verdict by the row's identity."""
    return {identity: row.verdict for identity, row in rows(data).items()}


def objections(data: bytes) -> set[str]:
    """The rows that are not in order."""
    return {identity for identity, verdict in verdicts(data).items() if verdict in (Verdict.BAD, Verdict.ADVICE)}
