"""Where a plan turned to another year is written."""

import re
from pathlib import Path

from generator.roll.turn import Turn


def target_path(path: Path, turn: Turn, out: Path | None) -> Path:
    """Where the new plan goes: as asked; else the folder of its year, else beside the old one under a name of its own."""
    name, folder = _named(path.stem, turn), _named(path.absolute().parent.name, turn)
    own_folder = re.match(r"20\d\d", folder) is not None and folder != path.absolute().parent.name
    if out:
        return out if out.suffix.lower() in (".yaml", ".yml") else out / f"{name}{path.suffix}"
    if own_folder:
        return (
            path.parent.parent / folder / f"{name}{path.suffix}" if path.parent.name else Path("..", folder, path.name)
        )
    return path.with_name(f"{name if name != path.stem else f'{path.stem}-{turn.new}'}{path.suffix}")


def _named(name: str, turn: Turn) -> str:
    shifted = turn.labelled(name)
    return shifted if shifted != name else name.replace(str(turn.old), str(turn.new))
