"""The evaluation: the scores count what they say, the project's own annotations hold together, and no score falls."""

from __future__ import annotations

import json
import re
import tomllib
from collections import Counter
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from data import evaluate
from data.evaluate import broken_floors, doubt_line, main, scores_by_language, table
from data.evaluate.floors import FLOORS_FILE, Floors, load_floors, rounded, write_floors
from data.evaluate.gold import (
    DISTRACTOR,
    OWN,
    SHARED,
    Corpus,
    GoldDate,
    GoldMention,
    GoldPlace,
    GoldText,
    GoldZone,
    load_corpora,
)  # fmt: skip
from data.evaluate.score import Scorer, Tally, comparable, doubtful_pairs
from geo.edtf import Edtf
from geo.gazetteer import Area
from geo.span import Span
from geo.statement import Basis, Grounds
from geo.status.record import Status
from tests.reading import article, read, reader

ZONES_ONLY = ("passages", "passages_held_out", "background", "background_held_out", "frames", "frames_held_out")
SETS = ("news_gold", "hard_cases", "sentences", "articles", "held_out", *ZONES_ONLY, "reports_held_out")
QUALITY_DOCS = Path(__file__).parents[3] / "docs" / "quality.md"
HARD_CASES_IN_DOCS = re.compile(r"^\|[^|]+\| (h\d\d(?:, h\d\d)*) \|", re.MULTILINE)  # the second column of the table
PUBLISHED = "2018-05-05"
TEXT = "دخلت الهدنة في مدينة دوما حيز التنفيذ أمس."
DOUMA = GoldMention(span=Span(21, 25), place=GoldPlace(name="sy/douma"), role="covered")
IN_FORCE = GoldZone(place=GoldPlace(name="sy/douma"), status="in_force")
GOLD = GoldText(
    article=article(TEXT, PUBLISHED), category="ar-syria", phenomena=("weekday",), mentions=(DOUMA,),
    dates=(GoldDate(span=Span(38, 41), value="2018-05-04"),), zones=(IN_FORCE,), traps=(Span(5, 11),),
)  # fmt: skip


@cache
def scorer() -> Scorer:
    return Scorer(reader().reference.gazetteer)


@cache
def corpora() -> dict[str, Corpus]:
    return {corpus.name: corpus for corpus in load_corpora()}


@cache
def measured(name: str) -> dict[tuple[str, str], Tally]:
    return evaluate.evaluate(corpora()[name], reader(), scorer())


def tally(gold: GoldText) -> Tally:
    return scorer().tally(gold, read(gold.article.text, PUBLISHED))


def scores(gold: GoldText) -> dict[str, float]:
    return tally(gold).scores()


# --- the scores --------------------------------------------------------------------------------------------------------


def test_what_agrees_scores_one() -> None:
    found = scores(GOLD)
    assert set(found.values()) == {1.0}
    assert len(found) == 10  # all but distractors_quiet: this text is none
    assert not tally(GOLD).faults


def test_a_span_that_is_a_letter_off_counts_by_overlap_only() -> None:
    off = replace(GOLD, mentions=(replace(DOUMA, span=Span(20, 25)),))
    assert (scores(off)["mention_exact_f1"], scores(off)["mention_overlap_f1"]) == (0.0, 1.0)
    assert "place" not in scores(off)  # there is no exact span to judge it on
    assert [fault.sort for fault in tally(off).faults] == ["missed", "not a place"]


def test_precision_and_recall_have_their_own_base() -> None:
    missing = replace(DOUMA, span=Span(0, 4))
    rate = tally(replace(GOLD, mentions=(DOUMA, missing))).rate("mention_exact")
    assert (rate.precision, rate.recall, rate.f1) == (1.0, 0.5, pytest.approx(2 / 3))
    assert tally(replace(GOLD, mentions=())).rate("mention_exact").recall is None


def test_place_role_and_value_are_judged_by_themselves() -> None:
    other = replace(
        GOLD, mentions=(replace(DOUMA, place=GoldPlace(name="sy/harasta"), role="venue"),),
        dates=(GoldDate(span=Span(38, 42), value="2018-05-03"),),
    )  # fmt: skip
    found = scores(other)
    assert (found["mention_exact_f1"], found["place"], found["role"]) == (1.0, 0.0, 0.0)
    assert (found["date_span_f1"], found["date_value"]) == (0.0, 0.0)
    assert [fault.sort for fault in tally(other).faults] == ["place", "role", "date span", "date value"]


def test_a_zone_with_another_status_is_a_place_but_no_pair() -> None:
    other = replace(GOLD, zones=(replace(IN_FORCE, status="ended"),))
    assert (scores(other)["zone_pairs_f1"], scores(other)["zone_places_f1"]) == (0.0, 1.0)
    twice = replace(GOLD, zones=(IN_FORCE, replace(IN_FORCE, place=GoldPlace(name="sy/harasta"))))
    assert tally(twice).rate("zone_pairs").recall == 0.5
    unknown = replace(GOLD, zones=(replace(IN_FORCE, status=None),))
    assert "zone_pairs_f1" not in scores(unknown)


def test_doubtful_statuses_are_counted_apart() -> None:
    assert list(doubt_line(tally(GOLD))) == ["  right with their status: 1 of 1 undoubted (100.0), 0 of 0 doubtful"]
    reading = read(TEXT, PUBLISHED)
    (statement,) = reading.statements
    guessed = replace(reading, statements=(replace(statement, grounds=Grounds(basis=Basis.INFERRED, likelihood=None)),))
    other = replace(GOLD, zones=(replace(IN_FORCE, status="ended"),))
    told = "  right with their status: 0 of 0 undoubted, 0 of 1 doubtful (0.0)"
    assert list(doubt_line(scorer().tally(other, guessed))) == [told]
    twice = replace(reading, statements=(*guessed.statements, statement))
    assert not doubtful_pairs(twice), "one of the statements has no doubt"
    assert not list(doubt_line(tally(replace(GOLD, zones=(replace(IN_FORCE, status=None),)))))


def test_a_trap_is_fallen_into_when_a_place_lies_on_it() -> None:
    assert scores(GOLD)["traps_avoided"] == 1.0
    assert scores(replace(GOLD, traps=(Span(5, 11), Span(24, 30))))["traps_avoided"] == 0.5


def test_a_distractor_must_have_no_zone() -> None:
    assert scores(replace(GOLD, category="distractor", zones=()))["distractors_quiet"] == 0.0
    quiet = replace(GOLD, article=article("هطلت الأمطار في مدينة دوما أمس."), category="distractor", zones=(), dates=())
    assert scores(quiet)["distractors_quiet"] == 1.0


@pytest.mark.parametrize(
    ("name", "kind", "key", "same"),
    [
        ("Idlib Governorate", "governorate", "SY07", True),
        ("Idlib", "city", "SY07", False),
        ("Idlib", "city", "sy/idlib", True),
        ("Idlib Governorate", "governorate", "sy/idlib", False),
        ("Sweida Governorate", "governorate", "SY13", True),
        ("Al-Rastan", "city", "sy/rastan", True),
        ("Northern Homs countryside", "countryside", "SY04:countryside-north", True),
        ("Northern Homs countryside", "countryside", "SY04", False),
        ("Rif Dimashq", "governorate", "SY03", True),
        ("Daraa Governorate", "governorate", "SY12:countryside", False),
    ],
)
def test_names_of_others_mean_our_areas(name: str, kind: str, key: str, same: bool) -> None:
    assert scorer().means(GoldPlace(name=name, kind=kind), Area.parse(key)) is same


def test_a_name_is_compared_without_its_article() -> None:
    assert comparable("As-Suwayda") == comparable("suwayda") == comparable("al Suwayda")
    assert comparable("Alexandria") != comparable("exandria")


def test_tallies_add_up() -> None:
    whole = Tally()
    whole.add(tally(GOLD))
    whole.add(tally(replace(GOLD, mentions=())))
    assert whole.texts == 2
    rate = whole.rate("mention_exact")
    assert (rate.right, rate.found, rate.gold) == (1, 2, 1)


def test_the_table_has_a_line_for_each_group() -> None:
    found = evaluate.evaluate(Corpus(name="one", sha256="", texts=(GOLD,)), reader(), scorer())
    assert list(found) == [("", "all"), ("language", "ar"), ("category", "ar-syria"), ("phenomenon", "weekday")]
    lines = list(table("one", found))
    assert len(lines) == 2 + len(found)
    assert all(len(line) <= 200 for line in lines)


# --- the project's own sets --------------------------------------------------------------------------------------------


def own_rows() -> list[dict]:
    files = (OWN / "sentences.jsonl", OWN / "articles.jsonl")
    return [json.loads(line) for path in files for line in path.read_text(encoding="utf-8").splitlines()]


def test_the_sets_are_large_enough_and_a_third_is_held_out() -> None:
    rows = own_rows()
    assert len(rows) >= 60
    assert len({row["id"] for row in rows}) == len({row["text"] for row in rows}) == len(rows)
    assert abs(sum(row["held_out"] for row in rows) - len(rows) / 3) <= 1
    assert Counter(row["lang"] for row in rows).keys() == {"ar", "en"}
    assert all(row["phenomena"] for row in rows)


def test_the_passages_have_known_places_and_statuses() -> None:
    passages = [text for name in ZONES_ONLY for text in corpora()[name].texts]
    assert len({text.article.id for text in passages}) == len({text.article.text for text in passages}) == len(passages)
    assert {text.article.language for text in passages} == {"ar", "en"}
    areas = [Area(place) for place in reader().reference.gazetteer.places]
    areas += [Area("UA", direction="east"), Area("ET", direction="north")]
    named = {zone.place for text in passages for zone in text.zones}
    assert not {place.name for place in named if not any(scorer().means(place, area) for area in areas)}
    assert all(zone.status in set(Status) for text in passages for zone in text.zones)
    assert all((text.category == DISTRACTOR) is not bool(text.zones) for text in passages)


def test_an_annotation_of_a_report_holds_together() -> None:
    rows = [json.loads(line) for line in (OWN / "reports.jsonl").read_text(encoding="utf-8").splitlines()]
    assert len({row["id"] for row in rows}) == len({row["text"] for row in rows}) == len(rows)
    assert all(row["held_out"] for row in rows), "a report that a rule was written for is no measure of unread ones"
    for row in rows:
        assert all(row["text"][s["start"] : s["end"]] == s["surface"] for s in (*row["mentions"], *row["dates"])), row["id"]
        assert {zone["status"] for zone in row["zones"]} <= set(Status), row["id"]
        assert (row["category"] == DISTRACTOR) is not bool(row["zones"]), row["id"]


def test_of_a_passage_only_zones_are_judged() -> None:
    found = scores(replace(GOLD, mentions=(), dates=(), zones_only=True))
    assert found == {"zone_pairs_f1": 1.0, "zone_places_f1": 1.0}


@pytest.mark.parametrize("row", own_rows(), ids=lambda row: row["id"])
def test_an_annotation_holds_together(row: dict) -> None:
    """Spans are their words and disjoint, areas are in the gazetteer, weekdays are right, covered mentions are zones."""
    gazetteer = reader().reference.gazetteer
    spans = sorted(([*row["mentions"], *row["dates"], *row["traps"]]), key=lambda one: one["start"])
    for one, following in zip(spans, [*spans[1:], None], strict=True):
        assert row["text"][one["start"] : one["end"]] == one["surface"]
        assert following is None or one["end"] <= following["start"]
    zoned = {place for zone in row["zones"] for place in zone["places"]}
    for key in {mention["place"] for mention in row["mentions"]} | zoned:
        assert Area.parse(key).place in gazetteer.places
        assert gazetteer.canonical(Area.parse(key)).key == key
    assert {mention["place"] for mention in row["mentions"] if mention["role"] == "covered"} == zoned
    assert row["category"] != "distractor" or not row["zones"]
    for one in row["dates"]:
        value = Edtf.parse(one["edtf"])
        for word, weekday in WEEKDAYS.items():
            if word in one["surface"]:
                assert value.earliest and value.earliest.weekday() == weekday, one


WEEKDAYS = {
    word: weekday
    for names in (
        ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"),
        ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    )
    for weekday, word in enumerate(names)
}


def test_weekdays_are_numbered_as_the_calendar_does() -> None:
    assert date(2017, 7, 9).weekday() == WEEKDAYS["Sunday"] == WEEKDAYS["الأحد"]


@pytest.mark.skipif(not SHARED.is_dir(), reason="../shared/evaluation is not here")
def test_no_text_of_others_is_among_ours() -> None:
    ours = {row["text"] for row in own_rows()}
    for path in SHARED.glob("*.jsonl"):
        for line in path.read_text(encoding="utf-8").splitlines():
            theirs = json.loads(line)["text"]
            assert not [text for text in ours if text in theirs or theirs in text]


@pytest.mark.skipif(not (SHARED / "hard_cases.jsonl").is_file(), reason="../shared/evaluation is not here")
def test_the_ids_of_the_hard_cases_are_areas() -> None:
    known = reader().reference.gazetteer.places
    keys = {m.place.name for text in corpora()["hard_cases"].texts for m in text.mentions}
    assert not {key for key in keys if Area.parse(key).place not in known}


@pytest.mark.skipif(not (SHARED / "hard_cases.jsonl").is_file(), reason="../shared/evaluation is not here")
def test_each_hard_case_passes_or_is_listed_with_the_reason() -> None:
    listed = {case for row in HARD_CASES_IN_DOCS.findall(QUALITY_DOCS.read_text(encoding="utf-8")) for case in row.split(", ")}
    tallies = {text.article.id: scorer().tally(text, reader().read(text.article)) for text in corpora()["hard_cases"].texts}
    assert {case for case, tally in tallies.items() if tally.faults} == listed


IN_QUALITY_DOCS = {
    "the project's own sentences and articles, held out": "held_out",
    "passages in the manner of agencies, held out": "passages_held_out",
    "passages that recall a truce behind other news, held out": "background_held_out",
    "frames, one sentence each, held out": "frames_held_out",
    "57 whole reports, 29 Arabic and 28 English, held out": "reports_held_out",
}


@pytest.mark.parametrize("texts, name", IN_QUALITY_DOCS.items())
def test_what_the_documentation_says_of_a_set_is_what_its_floor_is(texts: str, name: str) -> None:
    """To the nearest five, with some room: the exact figures are the command's."""
    row_of_set = re.compile(rf"^\| {re.escape(texts)} \| about (\d+) \| about (\d+) \|$", re.MULTILINE)
    (row,) = row_of_set.findall(QUALITY_DOCS.read_text("utf-8"))
    floor = tomllib.loads(FLOORS_FILE.read_text("utf-8"))[name]["all"]
    for told, key in zip(row, ("zone_pairs_f1", "zone_places_f1"), strict=True):
        assert abs(int(told) - 100 * floor[key]) <= 5


# --- floors ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", SETS)
def test_no_score_falls_below_its_floor(name: str) -> None:
    if name not in corpora():
        pytest.skip("../shared/evaluation is not here")
    broken = list(broken_floors([corpora()[name]], {name: measured(name)}))
    assert not broken, "\n".join(broken)


def test_every_set_has_floors_for_each_language() -> None:
    floors = load_floors(FLOORS_FILE)
    assert floors.keys() == set(SETS)
    for name in corpora():
        assert floors[name].scores.keys() == scores_by_language(measured(name)).keys() == {"all", "ar", "en"}


def test_a_score_below_its_floor_or_gone_is_told() -> None:
    floors = Floors(sha256="", scores={"ar": {"place": 0.9, "role": 0.5}})
    assert list(floors.broken_by({"ar": {"place": 0.9, "role": 0.6}})) == []
    assert list(floors.broken_by({"ar": {"place": 0.8999, "role": 0.5}})) == ["ar: place is 0.8999, below its floor of 0.9"]
    assert "no longer measured" in next(floors.broken_by({"ar": {"role": 0.5}}))


@pytest.mark.parametrize("score", [0.0, 1.0, 0.9, 0.7, 2 / 3, 0.9999, 0.0004])
def test_a_floor_never_lies_above_what_was_measured(score: float) -> None:
    assert score - 0.001 < rounded(score) <= score


def test_floors_are_written_and_read_again(tmp_path: Path) -> None:
    floors = {"a": Floors(sha256="f" * 64, scores={"all": {"place": 0.5, "role": 1.0}, "en": {"place": 0.25}})}
    write_floors(floors, tmp_path / "floors.toml")
    assert load_floors(tmp_path / "floors.toml") == floors
    assert load_floors(tmp_path / "missing.toml") == {}


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The command with one small set and floors of its own."""
    path = tmp_path / "evaluation_floors.toml"
    monkeypatch.setattr(evaluate, "FLOORS_FILE", path)
    monkeypatch.setattr(evaluate, "QUALITY_FILE", path.with_name("quality.csv"))
    monkeypatch.setattr(evaluate, "load_corpora", lambda: iter([Corpus(name="small", sha256="1", texts=(GOLD,))]))
    monkeypatch.setattr(evaluate, "load_reference", lambda: reader().reference)
    return path


def test_floors_are_raised_but_not_lowered_by_the_way(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 1
    assert "--write-floors" in capsys.readouterr().err
    high = {"small": Floors(sha256="1", scores={"all": {"place": 2.0}})}
    write_floors(high, small)
    assert main([]) == 1
    assert "below its floor of 2.0" in capsys.readouterr().err
    assert main(["--write-floors"]) == 1
    assert "--lower" in capsys.readouterr().err
    assert load_floors(small) == high
    assert main(["--write-floors", "--lower"]) == 0
    assert load_floors(small)["small"].scores["all"]["place"] == 1.0
    assert main([]) == 0


def test_changed_texts_ask_for_new_floors(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_floors({"small": Floors(sha256="2", scores={})}, small)
    assert main([]) == 1
    assert "texts changed" in capsys.readouterr().err
    assert main(["--write-floors"]) == 0
    assert "set anew" in capsys.readouterr().out
    assert main([]) == 0


def test_floors_of_a_set_that_is_not_here_stay(small: Path) -> None:
    elsewhere = Floors(sha256="3", scores={"all": {"role": 0.5}})
    write_floors({"elsewhere": elsewhere}, small)
    assert main(["--write-floors"]) == 0
    assert load_floors(small)["elsewhere"] == elsewhere


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("small", True),
        ("held_out", False),
        ("passages_held_out", False),
        ("background_held_out", False),
        ("frames_held_out", False),
        ("reports_held_out", False),
    ],
)
def test_faults_are_shown_but_those_held_out(
    name: str, shown: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    faulty = Corpus(name=name, sha256="1", texts=(replace(GOLD, mentions=()),))
    monkeypatch.setattr(evaluate, "load_corpora", lambda: iter([faulty]))
    main(["--show-faults"])
    assert ("not a place" in capsys.readouterr().out) is shown
