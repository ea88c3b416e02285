"""HTML as one file that needs nothing beside it, with the page's own words."""

import re

import pytest

from generator.problems import PlanError
from generator.writers.html import write

PAGE = (
    '<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="author" content="青山县实验小学">'
    '<title>演练方案</title></head><body><h1 class="title"><span class="line">演练方案</span></h1>'
    "<p>每月演练一次。</p></body></html>"
)


def test_the_page_keeps_its_words_and_gains_a_style() -> None:
    written = write(PAGE).decode()
    assert re.sub("<style>.*</style>\n", "", written, flags=re.DOTALL) == PAGE
    assert written.count("<style>") == 1


def test_the_file_stands_alone() -> None:
    written = write(PAGE).decode()
    assert not re.findall(r"https?:|url\(|@import|<link|<script|src=", written)


def test_an_element_outside_the_vocabulary_is_an_error_as_it_is_for_the_others() -> None:
    with pytest.raises(PlanError):
        write(PAGE.replace("<p>", "<marquee>").replace("</p>", "</marquee>"))
