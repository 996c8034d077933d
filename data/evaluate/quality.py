"""How well this version reads the project's own texts: written by `evaluate --write-floors`, shown on the page."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

QUALITY_FILE = Path(__file__).with_name("quality.csv")
# those that come with the project; the one that tells most first
SETS = ("reports_held_out", "held_out", "articles", "sentences")
MEASURES = ("mention_exact_f1", "place", "role", "date_value", "zone_places_f1", "zone_pairs_f1", "traps_avoided")
_COLUMNS = ["set", "texts", "measure", "value"]


@dataclass(frozen=True, slots=True, kw_only=True)
class QualityScore:
    """A score, 0 to 1, of one of `MEASURES` over all texts of one of `SETS`, and how many texts that are."""

    set: str
    texts: int
    measure: str
    value: float


def load_quality(path: Path = QUALITY_FILE) -> tuple[QualityScore, ...]:
    """What was measured, in the order of `SETS` and `MEASURES`; nothing where nothing was."""
    if not path.is_file():
        return ()
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(
            QualityScore(set=row["set"], texts=int(row["texts"]), measure=row["measure"], value=float(row["value"]))
            for row in csv.DictReader(file)
        )


def write_quality(measured: Mapping[str, tuple[int, Mapping[str, float]]], path: Path) -> None:
    """Writes, for each set by its name, how many texts it has and its scores by measure, to a thousandth."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(_COLUMNS)
        writer.writerows(_rows(measured))


def _rows(measured: Mapping[str, tuple[int, Mapping[str, float]]]) -> Iterable[list[str]]:
    for name in (name for name in SETS if name in measured):
        texts, scores = measured[name]
        yield from ([name, str(texts), measure, f"{scores[measure]:.3f}"] for measure in MEASURES if measure in scores)
