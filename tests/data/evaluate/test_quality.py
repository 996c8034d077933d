"""What the page shows of the reader's quality: written as measured, read back as written."""

from __future__ import annotations

from pathlib import Path

from data.evaluate.floors import FLOORS_FILE, load_floors
from data.evaluate.quality import MEASURES, SETS, QualityScore, load_quality, write_quality


def test_what_is_written_is_read(tmp_path: Path) -> None:
    file = tmp_path / "quality.csv"
    measured = {name: (7, {"place": 0.98765, "zone_pairs_f1": 0.5, "covered_f1": 0.1}) for name in (*SETS, "news_gold")}
    write_quality(measured, file)
    scores = load_quality(file)
    assert scores[0] == QualityScore(set=SETS[0], texts=7, measure="place", value=0.988)
    assert {score.set for score in scores} == set(SETS), "the sets that do not come with the project are left out"
    assert {score.measure for score in scores} == {"place", "zone_pairs_f1"}


def test_without_a_measurement_there_is_none(tmp_path: Path) -> None:
    assert load_quality(tmp_path / "quality.csv") == ()


def test_the_page_shows_what_the_floors_were_set_from() -> None:
    floors = load_floors(FLOORS_FILE)
    scores = load_quality()
    measured = {(name, measure) for name in SETS for measure in MEASURES if measure in floors[name].scores["all"]}
    assert {(score.set, score.measure) for score in scores} == measured
    assert {measure for name, measure in measured if name == "reports_held_out"} == {*MEASURES} - {"traps_avoided"}
    for score in scores:
        assert 0 <= score.value - floors[score.set].scores["all"][score.measure] <= 0.0011, score
