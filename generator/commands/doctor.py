"""What this machine has for the PDF, what it lacks, and the one command that mends it."""

import platform
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.problems import Problem, Severity
from generator.typeset.fonts import Fonts, find_fonts
from generator.typeset.styles import FONTS
from generator.writers import loads, prints

SETUP = Path(__file__).parents[2] / ".setup" / "system"
"""The set-up script, where the program runs from its checkout."""

SUBSETTER = "libharfbuzz-subset.so.0"
APT = "sudo apt-get install -y --no-install-recommends"
PACKAGES = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-noto-cjk fonts-lxgw-wenkai texlive-lang-chinese"

REMEDIES = {
    "win32": "装好 MSYS2（www.msys2.org），在它的窗口里运行：pacman -S mingw-w64-x86_64-pango",
    "darwin": "brew install pango",
}
"""What brings Pango to a system that is not Linux; its fonts come with Office or the system."""


@dataclass(frozen=True)
class Finding:
    """One thing the PDF needs: whether it is here, and which one it is."""

    what: str
    present: bool
    detail: str = ""


def examine_machine(fonts: Fonts | None = None) -> tuple[Finding, ...]:
    """Everything that is needed beyond Python, found or not."""
    return tuple(_findings(fonts or find_fonts()))


def remedy() -> str:
    """The one command that installs what is missing on this machine."""
    if sys.platform in REMEDIES:
        return REMEDIES[sys.platform]
    return f"sudo {SETUP}" if SETUP.is_file() else f"{APT} {PACKAGES}"


def hindrance(form: str) -> Problem | None:
    """Why this machine cannot write this form, if it cannot: a library or a font is not there."""
    lacking = "" if prints(form) else "Pango 库"
    if form == "pdf" and not lacking:
        lacking = "、".join(f"{FONTS[role].chinese}字体" for role in find_fonts().absent)
    if not lacking:
        return None
    message = f"不生成 {form.upper()}：这台机器缺少{lacking}。要补上，请运行：{remedy()}"
    return Problem(form.upper(), 0, 0, "missing-component", message, Severity.WARNING)


def _findings(fonts: Fonts) -> Iterator[Finding]:
    yield Finding("Python", True, platform.python_version())
    yield Finding("DOCX 和 HTML 所需的组件", loads("docx") and loads("html"))
    yield Finding("PDF 所需的 Pango 库", loads("pdf"))
    if sys.platform == "linux":
        yield Finding("加快 PDF 的 HarfBuzz 子集库", _can_load(SUBSETTER))
    for role, font in FONTS.items():
        faces = fonts.chains.get(role, ())
        detail = f"{faces[0].family}（{faces[0].path}）" if faces else ""
        yield Finding(f"{font.chinese}字体", bool(faces), detail)


def _can_load(library: str) -> bool:
    import ctypes  # noqa: PLC0415 - a build asks for none of this

    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
