"""Files written whole or not at all, and never outside the output folder."""

import errno
import os
from codecs import BOM_UTF8
from collections.abc import Iterable
from pathlib import Path, PurePath

from generator.desk import shown
from generator.problems import PlanError, Problem

FULL = {errno.ENOSPC, errno.EDQUOT} if hasattr(errno, "EDQUOT") else {errno.ENOSPC}
"""What the system says where there is no more room."""


def output_path(out: Path, target: PurePath, form: str) -> Path:
    """Where a plan's file of this form goes."""
    path = out / target.with_name(f"{target.name}.{form}")
    if not path.resolve().is_relative_to(out.resolve()):
        raise PlanError(
            Problem(shown(path), 0, 0, "outside-output", "文件会写到输出文件夹之外，没有写。请检查文件名和链接")
        )
    return path


def save(files: dict[Path, bytes]) -> None:
    """Write all files or none: each beside its place first, then moved there."""
    drafts: dict[Path, Path] = {}
    try:
        for path, content in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            draft = path.with_name(f".{path.name}.{os.getpid()}")
            drafts[draft] = path
            draft.write_bytes(content)
            _make_sure_replaceable(path)
        for draft, path in drafts.items():
            draft.replace(path)
    except OSError as error:
        raise PlanError(_unwritable(error, next(iter(files)))) from error
    finally:
        _remove(drafts)


def _make_sure_replaceable(path: Path) -> None:
    """Fail before anything is replaced where a file is open in Word or a folder has its name."""
    if path.exists():
        path.open("r+b").close()


def _remove(drafts: Iterable[Path]) -> None:
    for draft in drafts:
        if draft.exists():
            draft.unlink()


def _unwritable(error: OSError, path: Path) -> Problem:
    place = shown(Path(error.filename or path))
    if error.errno in FULL:
        message = "磁盘满了（或超出了配额），到这一份为止；已经写好的文件都是完整的。请腾出空间后再运行一次，会接着做"
        return Problem(shown(path.parent), 0, 0, "disk-full", message)
    return Problem(
        place, 0, 0, "unwritable-output", "写不进去：请检查文件夹的权限、磁盘空间，以及文件是否正在 Word 里打开"
    )


def as_before(text: str, content: bytes) -> bytes:
    """The text with the ends of lines and the byte order mark that the file had."""
    mark = BOM_UTF8 if content.startswith(BOM_UTF8) else b""
    return mark + (text.replace("\n", "\r\n") if b"\r\n" in content else text).encode()
