"""Where the files of a plan are looked for and read: on the disk, or in a parcel from another machine."""

import os
from collections.abc import Mapping
from pathlib import Path

from generator.problems import PlanError, Problem
from generator.readers.yaml_text import SIZE_LIMIT

SCHOOL_FILE = "学校.yaml"
ABSENT = ""
"""The digest of a file that is not there."""


class NotInParcelError(LookupError):
    """A file that was not sent along, which only the machine that has the disk can look for."""


class Desk:
    """The files within reach of one plan, and a digest of each that was read.

    `school` is the folder of the school for which a shared plan is made, `shared` that of the shared plans (共用);
    `parcel` (None for a file that is not there) and `folder` are the files and the current folder of another machine.
    """

    def __init__(
        self,
        school: Path | None = None,
        shared: Path | None = None,
        parcel: Mapping[Path, bytes | None] | None = None,
        folder: Path | None = None,
    ) -> None:
        """A desk on which nothing was read yet."""
        self.school, self.shared = school, shared
        self._taken: dict[Path, bytes | None] = {}
        self._parcel, self._folder = parcel, folder

    @property
    def taken(self) -> dict[Path, str]:
        """A digest of every file that was read; ABSENT for those looked for in vain."""
        return {path: ABSENT if content is None else digest(content) for path, content in self._taken.items()}

    def read(self, path: Path) -> bytes:
        """The file's content, which is noted."""
        content = (read_bytes(path) if self._parcel is None else self._sent(path)) or b""
        self._taken[path] = content
        return content

    def has(self, path: Path) -> bool:
        """Whether there is such a file; one that is not there is noted, for it may come."""
        found = path.is_file() if self._parcel is None else self._sent(path) is not None
        if not found:
            self._taken[path] = None
        return found

    def school_of(self, path: Path) -> Path:
        """The 学校.yaml that holds for the plan at this path."""
        return self.school / SCHOOL_FILE if self.school else find_school(path)

    def annex(self, path: Path, school: Path) -> Path:
        """The plan named by an annex: the school's own before the shared one of the same name."""
        roots = [root for root in (school, self.shared) if root]
        inside = [path.relative_to(root) for root in roots if path.is_relative_to(root)]
        places = [root / name for name in inside for root in roots]
        return next((place for place in places if self.has(place)), path)

    def shown(self, path: Path) -> str:
        """The path as messages show it."""
        return shown(path, self._folder)

    def _sent(self, path: Path) -> bytes | None:
        try:
            return (self._parcel or {})[Path(os.path.normpath(path))]
        except KeyError:
            raise NotInParcelError(path) from None


def digest(content: bytes) -> str:
    """What stands for a file's content."""
    from hashlib import blake2b  # noqa: PLC0415 - it loads OpenSSL, which `check` has no use for

    return blake2b(content, digest_size=16).hexdigest()


def find_school(path: Path) -> Path:
    """学校.yaml beside the file or in the nearest folder above it."""
    for folder in path.absolute().parents:
        if (folder / SCHOOL_FILE).is_file():
            return folder / SCHOOL_FILE
    message = f"找不到 {SCHOOL_FILE}：请在计划所在的文件夹或上级文件夹里写一份，或运行 xiaowen new --school"
    raise PlanError(Problem(shown(path), 0, 0, "school-missing", message))


def read_bytes(path: Path, limit: int = SIZE_LIMIT) -> bytes:
    """The file's content, one byte more than the limit at most; one that cannot be read is a problem."""
    try:
        with path.open("rb") as stream:
            return stream.read(limit + 1)
    except OSError as error:
        message = (
            "没有读这个文件的权限" if isinstance(error, PermissionError) else f"读不出这个文件（{error.strerror}）"
        )
        raise PlanError(Problem(shown(path), 0, 0, "unreadable-file", f"{message}，请检查后再试")) from error


def shown(path: Path, folder: Path | None = None) -> str:
    """The path as messages show it: from the current folder where it lies inside."""
    folder = folder or Path.cwd()
    absolute = Path(os.path.abspath(folder / path))  # noqa: PTH100 - resolve() would follow links away from the name typed
    return str(absolute.relative_to(folder) if absolute.is_relative_to(folder) else absolute)
