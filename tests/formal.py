"""Pages of formal documents: letterheads, signatures and imprints as `page` writes them."""

from tests import finished

MARK = '<p class="mark"><span class="line">青山县实验小学</span><span class="suffix">文件</span></p>'
NAME_ALONE = '<p class="mark"><span class="line">青山县实验小学</span></p>'
JOINT = (
    '<p class="mark"><span class="line">青山县实验小学</span><span class="line">青山县公安局</span>'
    '<span class="suffix">文件</span></p>'
)
MINUTES = '<p class="mark"><span class="line">青山县实验小学纪要</span></p>'
ORDER = '<p class="mark"><span class="line">青山县实验小学令</span></p>'
NUMBER = '<p class="number">青实小〔2026〕3号</p>'
SMALL = '<p class="copy-number">000001</p><p class="secrecy">机密★1年</p><p class="urgency">特急</p>'
COPIES = '<p class="copies"><span class="label">抄送：</span>县公安局，县卫生健康局。</p>'
PRINTED = '<p class="printed"><span class="printer">青山县实验小学办公室</span><span class="printed-on">2026年3月1日印发</span></p>'
DATE = "2026年2月27日"


def page(body: str, form: str = "文件", rules: str = "") -> str:
    """A page of semantic HTML with the form and the house rules of its body."""
    return finished.html(body).replace("<body>", f'<body data-form="{form}"{rules}>')


def letterhead(*parts: str, preprinted: bool = False) -> str:
    """A header.letterhead of these parts."""
    return f'<header class="letterhead"{" data-preprinted=yes" * preprinted}>{"".join(parts)}</header>'


def signers(*names: str) -> str:
    """签发人 with these names."""
    return f'<p class="signers"><span class="label">签发人：</span>{"".join(f"<span class=name>{name}</span>" for name in names)}</p>'


def signature(*organisations: str, date: str = DATE, seal: str = "") -> str:
    """A div.signature; `seal` is yes, stamp or nothing."""
    said = "".join(f'<p class="organisation">{name}</p>' for name in organisations)
    said += f'<p class="date">{date}</p>' if date else ""
    return f'<div class="signature"{f" data-seal={seal}" if seal else ""}>{said}</div>'


def imprint(*parts: str, even: bool = False) -> str:
    """A footer.imprint of these parts."""
    return f'<footer class="imprint"{" data-even=yes" * even}>{"".join(parts)}</footer>'
