"""A printed page as WeasyPrint takes it: read as XML, with no more style rules than our elements need.

WeasyPrint's own reader of HTML and its stylesheet for all of HTML take a third of its time. What stands here instead
owes three attributes and a method to `weasyprint.HTML`, as it is in version 70.
"""

from functools import cache
from typing import Any
from xml.etree import ElementTree

BROWSER = """
head,title,meta{display:none}
html,body,div,h1,h2,h3,h4,h5,h6,p{display:block}
table{display:table;box-sizing:border-box;text-indent:initial}
colgroup{display:table-column-group}
col{display:table-column}
thead{display:table-header-group;vertical-align:middle}
tbody{display:table-row-group;vertical-align:middle}
tr{display:table-row;vertical-align:inherit}
td,th{display:table-cell;vertical-align:inherit}
h1{bookmark-level:1}h2{bookmark-level:2}h3{bookmark-level:3}h4{bookmark-level:4}h5{bookmark-level:5}h6{bookmark-level:6}
h1,h2,h3,h4,h5,h6{hyphens:manual;break-after:avoid;break-inside:avoid}
@page{@footnote{margin-top:1em}@note-area{content:element(note,all-once)}}
@page :left{@bottom-left{text-align:left}}
@page{@bottom-right{text-align:right}@bottom-center{text-align:center}}
"""
"""What a browser knows of the elements of a printed page before it reads a stylesheet; the same weight as there."""


def styled(page: str, fetcher: Any) -> tuple[Any, str]:
    """The page as WeasyPrint's document, and the stylesheet its elements' own styles have become.

    Elements of one style share what is computed from it; of a `style` each would have its own.
    """
    root = ElementTree.fromstring(page)  # noqa: S314 - we have just written it
    names: dict[str, str] = {}
    for element in root.iter():
        own = element.attrib.pop("style", None)
        if own is not None:
            name = names.setdefault(own, f"own-{len(names)}")
            element.set("class", f"{element.get('class', '')} {name}".strip())
    rules = "\n".join(f".{name}.{name}.{name}{{{own}}}" for own, name in names.items())
    return _document_class()(root, fetcher), rules


@cache
def _document_class() -> type[Any]:
    """WeasyPrint's document made of a tree; it is loaded only when a PDF is written."""
    from cssselect2 import ElementWrapper  # type: ignore[import-untyped]  # noqa: PLC0415 - ships no types; as above
    from weasyprint import CSS, HTML  # noqa: PLC0415 - as above

    browser = CSS(string=BROWSER)

    class Page(HTML):  # type: ignore[misc]  # WeasyPrint ships no types
        """A document that is a tree already."""

        def __init__(self, root: ElementTree.Element, fetcher: Any) -> None:
            self.base_url, self.url_fetcher, self.media_type = None, fetcher, "print"
            self.wrapper_element = ElementWrapper.from_html_root(root, content_language=None)
            self.etree_element = self.wrapper_element.etree_element

        def _ua_stylesheets(self, _forms: bool = False) -> list[Any]:
            return [browser]

    return Page
