"""Files in forms that only LibreOffice reads, turned into DOCX by it where it is installed."""

import os
import signal
import subprocess
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory

from generator.problems import PlanError, Problem
from generator.readers.originals import OFFICE, SIZE_LIMIT, form_of

PROGRAMS = ("soffice", "libreoffice")
PLACES = (
    "/usr/bin", "/usr/local/bin", "/opt/libreoffice/program", "/snap/bin",
    "/Applications/LibreOffice.app/Contents/MacOS",
    r"C:\Program Files\LibreOffice\program", r"C:\Program Files (x86)\LibreOffice\program",
)  # fmt: skip
"""Where LibreOffice is looked for when no path leads to it."""
TIME_LIMIT = 60
"""Seconds for one file."""
_ITEM = '<item oor:path="/org.openoffice.Office.{}"><prop oor:name="{}" oor:op="fuse"><value>{}</value></prop></item>'
SETTINGS = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">'
    + _ITEM.format("Common/Security/Scripting", "DisableMacrosExecution", "true")
    + _ITEM.format("Common/Security/Scripting", "BlockUntrustedRefererLinks", "true")
    + _ITEM.format("Writer/Content/Update", "Link", "0")
    + "</oor:items>"
)
"""The profile's: no macros are run, no links followed."""


def readable(content: bytes, file: str) -> tuple[bytes, tuple[str, ...]]:
    """The content as our own readers take it, turned into DOCX by LibreOffice where need be; what there is to tell."""
    if len(content) > SIZE_LIMIT:
        return content, ()
    form = form_of(content, file)
    if form.ending not in OFFICE:
        return content, form.remarks
    return _converted(content, form.ending, file), (*form.remarks, f"{OFFICE[form.ending]}先由 LibreOffice 转成了 DOCX")


def find_office() -> str | None:
    """The program of LibreOffice, where it is installed."""
    found = (which(name) or which(name, path=os.pathsep.join(PLACES)) for name in PROGRAMS)
    return next(filter(None, found), None)


def _converted(content: bytes, ending: str, file: str) -> bytes:
    program = find_office()
    if program is None:
        message = (
            f"{OFFICE[ending]}要靠 LibreOffice 才能读，这台电脑上没有；请安装 LibreOffice（免费），"
            "或者用 Word、WPS 打开，另存为 .docx 再导入"
        )
        raise _refused(file, "office-missing", message)
    with TemporaryDirectory(prefix="xiaowen-", ignore_cleanup_errors=True) as folder:
        source = Path(folder, f"original{ending}")
        source.write_bytes(content)
        _run(program, source, Path(folder), file)
        made = source.with_suffix(".docx")
        if not made.is_file():
            raise _refused(file, "unreadable-file", f"LibreOffice 打不开这份{OFFICE[ending]}：文件坏了，或者有密码")
        return made.read_bytes()


def _run(program: str, source: Path, folder: Path, file: str) -> None:
    """Let LibreOffice write the DOCX, with a profile of its own so that an open window is left in peace."""
    settings = Path(folder, "profile", "user", "registrymodifications.xcu")
    settings.parent.mkdir(parents=True)
    settings.write_text(SETTINGS, encoding="utf-8")
    command = [
        program, "--headless", "--norestore", "--nolockcheck", "--nodefault",
        f"-env:UserInstallation={Path(folder, 'profile').as_uri()}",
        "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder), str(source),
    ]  # fmt: skip
    quiet = subprocess.DEVNULL
    # S603: the program is LibreOffice itself, its arguments are ours, the file has a name of our own
    process = subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True)  # noqa: S603
    try:
        process.wait(TIME_LIMIT)
    except subprocess.TimeoutExpired:
        message = (
            f"LibreOffice 用了 {TIME_LIMIT} 秒还没有读完这份文件，停了下来；请用 Word、WPS 打开，另存为 .docx 再试"
        )
        raise _refused(file, "too-large", message) from None
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the program and what it started."""
    if process.poll() is None:
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        process.kill()
        process.wait()


def _refused(file: str, rule: str, message: str) -> PlanError:
    return PlanError(Problem(file, 0, 0, rule, message))
