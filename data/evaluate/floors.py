"""Floors: the scores that a change may not fall below, each pinned to the set of texts that it was measured on."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from data.settings import PROJECT_ROOT

FLOORS_FILE = PROJECT_ROOT / "tests" / "evaluation_floors.toml"
_STEPS = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Floors:
    """The floors of one set: its hash, and for each language ("all" too) the lowest score of each measure, 0 to 1."""

    sha256: str
    scores: Mapping[str, Mapping[str, float]]

    def broken_by(self, scores: Mapping[str, Mapping[str, float]]) -> Iterator[str]:
        """A sentence for each score that lies below its floor, or is no longer measured."""
        for language, measures in self.scores.items():
            for measure, floor in measures.items():
                score = scores.get(language, {}).get(measure)
                if score is None:
                    yield f"{language}: {measure} is no longer measured; its floor is {floor}"
                elif score < floor:
                    yield f"{language}: {measure} is {score:.4f}, below its floor of {floor}"


def rounded(score: float) -> float:
    """A score as it is written down: rounded down, so that it never lies above what was measured."""
    # the small addition undoes what binary fractions take away: 0.9 * 1000 must not become 899
    return math.floor(score * _STEPS + 1e-9) / _STEPS


def load_floors(path: Path) -> dict[str, Floors]:
    """The floors of every set by its name; {} where none were written yet."""
    if not path.is_file():
        return {}
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return {
        name: Floors(sha256=row["sha256"], scores={key: value for key, value in row.items() if key != "sha256"})
        for name, row in table.items()
    }


def write_floors(floors: Mapping[str, Floors], path: Path) -> None:
    """Writes the floors of every set, sorted by name."""
    lines = ["# The scores that no change may fall below; `python -m data evaluate --write-floors` raises them."]
    for name, one in sorted(floors.items()):
        lines += ["", f"[{name}]", f'sha256 = "{one.sha256}"']
        for language, measures in sorted(one.scores.items()):
            lines += ["", f"[{name}.{language}]"]
            lines += [f"{measure} = {floor}" for measure, floor in sorted(measures.items())]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
