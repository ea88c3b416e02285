"""Building again on every save: the files that went into each plan, looked at twice a second."""

from collections.abc import Callable, Iterable
from pathlib import Path

from generator.batch import SCHOOL_FILE, Batch, Job, gather
from generator.build import Built

Times = dict[Path, int]
Build = Callable[[Batch], Iterable[Built]]


def watch(paths: Iterable[Path], build: Build, pause: Callable[[], None]) -> None:
    """Build what the paths hold, then again whatever a save touches, until `pause` raises KeyboardInterrupt."""
    paths = tuple(paths)
    seen: dict[Path, Times] = {}
    try:
        while True:
            batch = gather(paths)
            stale = tuple(job for job in batch.jobs if _is_stale(job, seen))
            if stale:
                before = _times(job.plan for job in stale)
                for built in build(Batch(stale, batch.problems)):
                    seen[built.plan] = _times(_watched(built)) | {built.plan: before[built.plan]}
            pause()
    except KeyboardInterrupt:
        return


def _watched(built: Built) -> Iterable[Path]:
    """The files that went into a plan; where none could be read, the places in which its school is looked for."""
    return built.sources or (folder / SCHOOL_FILE for folder in built.plan.absolute().parents)


def _is_stale(job: Job, seen: dict[Path, Times]) -> bool:
    return job.plan not in seen or _times(seen[job.plan]) != seen[job.plan]


def _times(paths: Iterable[Path]) -> Times:
    """When each file was last written; 0 where there is none."""
    return {path: path.stat().st_mtime_ns if path.exists() else 0 for path in paths}
