"""Building again on every save: the files that went into each plan, looked at twice a second."""

from collections.abc import Callable, Iterable
from pathlib import Path

from generator.batch import SCHOOL_FILE, Batch, Job, gather
from generator.orders import Built

Times = dict[Path, int]
Seen = dict[tuple[Path, str], Times]
"""By plan, and by school where the plan is shared."""

Build = Callable[[Batch], Iterable[Built]]


def watch(paths: Iterable[Path], build: Build, pause: Callable[[], None]) -> None:
    """Build what the paths hold, then again whatever a save touches, until `pause` raises KeyboardInterrupt."""
    paths = tuple(paths)
    seen: Seen = {}
    try:
        while True:
            batch = gather(paths)
            stale = tuple(job for job in batch.jobs if _is_stale(job, seen))
            if stale:
                before = _times(job.plan for job in stale)
                for built in build(Batch(stale, batch.problems)):
                    seen[built.plan, built.school] = _times(_watched(built)) | {built.plan: before[built.plan]}
            pause()
    except KeyboardInterrupt:
        return


def _watched(built: Built) -> Iterable[Path]:
    """The files that went into a plan; where none could be read, the places in which its school is looked for."""
    return built.sources or (folder / SCHOOL_FILE for folder in built.plan.absolute().parents)


def _is_stale(job: Job, seen: Seen) -> bool:
    before = seen.get((job.plan, job.borrower))
    return before is None or _times(before) != before


def _times(paths: Iterable[Path]) -> Times:
    """When each file was last written; 0 where there is none."""
    return {path: path.stat().st_mtime_ns if path.exists() else 0 for path in paths}
