"""The end of a whole agreement reaches its parts, by the words that say it of the whole."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from geo.edtf import Edtf
from geo.evidence.correction import Known, Wording, corrected
from geo.evidence.judgement import Judgement, NameReading, Verdict, judge_statements
from geo.ledger.zone import fold_zones, period_on, periods
from geo.span import Span
from geo.statement import CoveredArea, Modality, Statement, named_areas, statement_id
from geo.statement.whole import with_parts
from geo.status import Status
from geo.toponym.resolution import Role
from tests.data.sample_records import judgement_of
from tests.reading import article, read, reader, roles

SOUTH_WEST, DARAA, SWEIDA, QUNEITRA = "sy/south-west", "SY12", "SY13", "SY14"
AGREED = "that was agreed by the United States, Russia and Jordan in July 2017"
ENGLISH = f"The ceasefire in south-west Syria {AGREED} is over. The truce collapsed on 19 June, activists said."
ENDED = article(ENGLISH, "2018-06-24", "ended")
HELD = article(
    "The ceasefire agreed by the United States, Russia and Jordan last July is still in force in Daraa and Quneitra provinces.",
    "2018-06-05", "held",
)  # fmt: skip
(OVER,) = reader().read(ENDED).statements
KNOWN = Known(
    gazetteer=reader().reference.gazetteer, agreements={a.id: a for a in reader().reference.agreements},
    names=reader().read(ENDED).resolutions,
)  # fmt: skip
NAME = NameReading(span=Span(17, 33), surface="south-west Syria", area=SOUTH_WEST, role=Role.COVERED)


def covered(text: str, published: str = "2018-06-24") -> set[str]:
    """The areas that a text says to be over, as a whole or in part."""
    return {c.area for s in read(text, published).statements if s.status is Status.ENDED for c in s.areas}


def changed(statement: Statement, **fields: object) -> Statement:
    new = replace(statement, **fields)  # type: ignore[arg-type]
    return replace(new, id=statement_id(new))


ALONE = changed(OVER, areas=OVER.areas[:1])  # as a reader read it that knew no parts


@pytest.mark.parametrize("text", [
    ENGLISH,
    "The truce in southwestern Syria, brokered by the United States, Russia and Jordan in July 2017, collapsed on 19 June.",
    "The ceasefire in south-west Syria is over, rebels said.",  # the one that ran
    "انهارت الهدنة في جنوب غرب سوريا التي دخلت حيز التنفيذ في 9 تموز 2017 برعاية روسيا والولايات المتحدة والأردن.",
    "انتهى اتفاق وقف إطلاق النار في جنوب غرب سوريا برعاية الولايات المتحدة وروسيا والأردن، الموقع في 7 تموز 2017.",
])  # fmt: skip
def test_what_is_over_in_the_whole_is_over_in_its_parts(text: str) -> None:
    (statement,) = (s for s in read(text, "2018-06-24").statements if s.status is Status.ENDED)
    assert statement.agreement == "southwest-2017" and statement.id == statement_id(statement)
    assert {c.area for c in statement.areas} == {SOUTH_WEST, DARAA, SWEIDA, QUNEITRA}
    assert len({c.mention for c in statement.areas}) == 1 and statement.areas[0].area == SOUTH_WEST
    assert named_areas(statement) == {SOUTH_WEST}
    assert [c.said_of for c in statement.areas] == [None, SOUTH_WEST, SOUTH_WEST, SOUTH_WEST]


@pytest.mark.parametrize(("text", "over"), [
    (f"The ceasefire in parts of south-west Syria {AGREED} is over.", {SOUTH_WEST}),
    (f"The ceasefire in south-west Syria, except Sweida province, {AGREED} is over.", {SOUTH_WEST, DARAA, QUNEITRA}),
    (f"The army violated the ceasefire in south-west Syria {AGREED}.", set()),
    (f"The ceasefire in south-west Syria {AGREED} is not over, Moscow said.", set()),
    (f"The ceasefire in south-west Syria {AGREED} is still in force.", set()),
    (f"The ceasefire in Daraa and Quneitra provinces {AGREED} is over.", {DARAA, QUNEITRA}),
    ("The local truce in south-west Syria that took effect on 1 March 2018 is over.", {SOUTH_WEST}),  # another one
    ("خرق الجيش الهدنة في جنوب غرب سوريا التي دخلت حيز التنفيذ في 9 تموز 2017 برعاية روسيا والولايات المتحدة والأردن.", set()),
])  # fmt: skip
def test_what_is_said_of_less_or_says_less_reaches_no_part(text: str, over: set[str]) -> None:
    assert covered(text) == over


@pytest.mark.parametrize("modality", [Modality.DENIED, Modality.POSSIBLE, Modality.CONDITIONAL, Modality.FUTURE])
def test_an_end_that_is_not_told_as_a_fact_reaches_no_part(modality: Modality) -> None:
    said = changed(ALONE, modality=modality)
    assert with_parts([said], KNOWN.agreements, KNOWN.gazetteer) == (said,)


def test_two_countries_of_one_name_are_no_parts_of_each_other() -> None:
    """«الكوريتين»: each is covered as a whole, though one word says it of both."""
    both = changed(ALONE, areas=tuple(CoveredArea(area=area, mention=NAME.span) for area in ("KP", "KR")))
    assert named_areas(both) == {"KP", "KR"}
    assert not any(line.said_of for zone in fold_zones([both], {ENDED.id: ENDED}) for line in zone.ledger)


def test_parts_that_the_text_tells_apart_keep_what_it_tells_of_them() -> None:
    in_force = changed(ALONE, status=Status.IN_FORCE, areas=(CoveredArea(area="sy/daraa", mention=Span(80, 85)),))
    elsewhere = changed(in_force, agreement="astana-2017")
    over, beside = with_parts([ALONE, in_force], KNOWN.agreements, KNOWN.gazetteer)
    assert {c.area for c in over.areas} == {SOUTH_WEST, SWEIDA, QUNEITRA} and beside == in_force
    assert DARAA in {c.area for c in with_parts([ALONE, elsewhere], KNOWN.agreements, KNOWN.gazetteer)[0].areas}
    without = changed(ALONE, excluded=("sy/daraa",))
    assert {c.area for c in with_parts([without], KNOWN.agreements, KNOWN.gazetteer)[0].areas} == {SOUTH_WEST, SWEIDA, QUNEITRA}


def test_a_part_that_the_text_names_without_a_truce_is_no_covered_name() -> None:
    text = f"{ENGLISH} Residents of Daraa province fled to the border."
    assert ("Daraa", "context") in roles(text, read(text, "2018-06-24"))


def test_the_parts_have_ended_by_the_words_for_the_whole_until_one_holds_again() -> None:
    again = article(
        "The ceasefire brokered by the United States, Russia and Jordan in July 2017 took effect again in Daraa province "
        "on 1 July 2018.", "2018-07-02", "again",
    )  # fmt: skip
    texts = {text.id: text for text in (HELD, ENDED)}
    statements = [s for text in texts.values() for s in reader().read(text).statements]
    zones = {zone.area: zone for zone in fold_zones(statements, texts)}

    def status(area: str, day: date) -> Status:
        period = period_on(periods(zones[area]), day)
        assert period
        return period.status

    for area in (DARAA, QUNEITRA, SWEIDA, SOUTH_WEST):
        assert status(area, date(2018, 8, 15)) is Status.ENDED
    assert status(DARAA, date(2018, 6, 18)) is Status.IN_FORCE
    end = next(line for line in zones[DARAA].ledger if line.status is Status.ENDED)
    assert (end.true_from, end.said_of) == (date(2018, 6, 19), SOUTH_WEST) and "south-west Syria" in end.evidence[0].quote
    assert {line.said_of for line in (*zones[SOUTH_WEST].ledger, *zones[DARAA].ledger[:1])} == {None}
    revived = replace(
        OVER, id="again", article="again", status=Status.IN_FORCE, areas=(CoveredArea(area=DARAA),),
        effective=Edtf.parse("2018-07-01"), since=None,
    )  # fmt: skip
    zones = {zone.area: zone for zone in fold_zones([*statements, revived], {**texts, "again": again})}
    assert status(DARAA, date(2018, 8, 15)) is Status.IN_FORCE and status(QUNEITRA, date(2018, 8, 15)) is Status.ENDED


# --- what editors say of it


def judged(*judgements: Judgement) -> tuple[Statement, ...]:
    return judge_statements(ENDED, [OVER], judgements, {}).statements


def said(verdict: Verdict, subject: Statement | NameReading, outcome: Statement | NameReading | None = None) -> Judgement:
    return judgement_of(ENDED, verdict=verdict, subject=subject, outcome=outcome)


def test_the_wider_name_takes_its_parts_with_it() -> None:
    assert judged(said(Verdict.ACCEPTED, NAME)) == (OVER,), "it means what was read"
    (moved,) = judged(said(Verdict.CORRECTED, NAME, replace(NAME, area="SY07")))
    assert moved.areas == (replace(OVER.areas[0], area="SY07"),)
    assert judged(said(Verdict.REJECTED, NAME)) == ()


def test_a_word_on_the_whole_that_was_said_before_its_parts_were_read_still_stands() -> None:
    assert judged(said(Verdict.REJECTED, ALONE)) == ()
    assert judged(said(Verdict.ACCEPTED, ALONE)) == (ALONE,)
    assert judged(said(Verdict.CORRECTED, OVER, ALONE)) == (ALONE,), "an editor who takes the parts away"


def test_an_editor_may_take_the_wider_area_away_or_name_the_areas_in_another_order() -> None:
    def worded(*areas: str) -> tuple[CoveredArea, ...]:
        return corrected(ENDED, OVER, Wording(areas=areas, status="suspended"), KNOWN).areas

    assert worded(DARAA, SOUTH_WEST) == (OVER.areas[1], OVER.areas[0])
    assert worded(DARAA, SWEIDA) == (CoveredArea(area=DARAA), CoveredArea(area=SWEIDA)), "no name of the text says so"
