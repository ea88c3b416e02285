"""HTML from semantic HTML: the page itself with a style of its own, one file that any browser shows and prints."""

from generator.typeset.compose import compose

STYLE = """
@page { size: A4; margin: 37mm 26mm 35mm 28mm }
@page lying { size: A4 landscape }
:root { --fang: FangSong, STFangsong, 仿宋, FandolFang, serif; --kai: KaiTi, STKaiti, 楷体, "LXGW WenKai", serif;
  --hei: SimHei, STHeiti, 黑体, "Noto Sans CJK SC", sans-serif;
  --title: 方正小标宋简体, FZXiaoBiaoSong-B05S, STZhongsong, "Noto Serif CJK SC", serif }
body { max-width: 156mm; margin: 37mm auto; padding: 0 5mm; font: 16pt/28.95pt var(--fang); text-align: justify }
h1, .annex-title { margin: 0 0 28.95pt; font: 22pt/36pt var(--title); text-align: center; text-wrap: balance }
.line { display: block }
h2, h3, h4, h5, p { margin: 0; font-size: 16pt; font-weight: normal; text-indent: 2em; break-after: auto }
h2 { font-family: var(--hei) }
h3, .group, .byline, .dateline { font-family: var(--kai) }
h2, h3, h4, h5, .group { break-after: avoid }
.byline, .dateline { text-align: center; text-indent: 0; margin-bottom: 28.95pt }
.byline .post { margin-right: 1em }
.addressee, .annex-label { text-indent: 0 }
dl { display: grid; grid-template-columns: auto 1fr; column-gap: 1em; margin: 0 0 0 2em }
dt { grid-column: 1 } dt::after { content: "：" }
dd { grid-column: 2; margin: 0 }
table { width: 100%; margin: 6pt 0; border-collapse: collapse; font-size: 12pt; line-height: 18pt; text-align: left }
th, td { border: .5pt solid; padding: 2pt 4pt }
th, caption { font-family: var(--hei); font-weight: normal }
thead { display: table-header-group }
tr { break-inside: avoid }
.attachments { margin-top: 28.95pt; text-indent: 2em }
.attachments + .attachments { margin-top: 0; text-indent: 5em }
.signature { margin: 57.9pt 0 0; text-align: right; break-inside: avoid }
.signature p { padding-right: 4em; text-indent: 0 }
.annex { break-before: page; margin-top: 57.9pt }
.annex-label { font-family: var(--hei) }
.landscape { page: lying }
@media print { body { max-width: none; margin: 0; padding: 0 } }
"""


def write(html: str) -> bytes:
    """The page as one file; an element outside the vocabulary is an error here as it is for the other writers."""
    compose(html)
    head, end, body = html.partition("</head>")
    return f"{head}<style>{STYLE}</style>\n{end}{body}".encode()
