"""What an editor writes is checked before it is kept: every fault is told in a sentence, and none comes through."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from geo.agreement import AgreementType, is_talks, truce_of
from geo.edtf import Edtf
from geo.errors import JudgementError
from geo.evidence.correction import Known, Wording, added, corrected, facts_of, known_facts, places_of, reading_of_name, renamed
from geo.message import Message
from geo.span import Span
from geo.statement import Modality, statement_id
from geo.status import Status
from geo.toponym.resolution import Role
from tests.reading import article, reader

FIRST = "دخل وقف إطلاق النار في مدينة الرستن حيز التنفيذ ظهر الأحد."
SECOND = "انهارت الهدنة في بلدة تلبيسة. وقال شهود إن الهدنة صامدة."
ARTICLE = article(f"{FIRST}\n{SECOND}\n", "2017-08-07", "a")
READING = reader().read(ARTICLE)
RASTAN, TALBISEH = READING.statements
AGREEMENTS = {agreement.id: agreement for agreement in (*reader().reference.agreements, *READING.agreements)}
KNOWN = Known(gazetteer=reader().reference.gazetteer, agreements=AGREEMENTS, names=READING.resolutions)
NAME = next(name for name in READING.resolutions if name.area and name.area.key == "sy/rastan")


def faults(wording: Wording) -> list[str]:
    with pytest.raises(JudgementError) as refusal:
        corrected(ARTICLE, RASTAN, wording, KNOWN)
    return str(refusal.value).splitlines()


def test_what_is_not_said_stays_and_the_id_is_that_of_the_new_words() -> None:
    new = corrected(ARTICLE, RASTAN, Wording(status="ended", until="2017-08"), KNOWN)
    assert (new.status, new.until, new.areas, new.evidence) == (
        Status.ENDED,
        Edtf.parse("2017-08"),
        RASTAN.areas,
        RASTAN.evidence,
    )
    assert new.id == statement_id(new) != RASTAN.id
    assert RASTAN.grounds and new.grounds is None, "nobody read what an editor says"
    assert corrected(ARTICLE, RASTAN, Wording(until="2017-08"), KNOWN).grounds == RASTAN.grounds
    assert corrected(ARTICLE, RASTAN, Wording(effective=""), KNOWN).effective is None
    assert corrected(ARTICLE, RASTAN, Wording(modality="denied"), KNOWN).modality is Modality.DENIED


@pytest.mark.parametrize("status", ["ended", "violated", "suspended", "rejected"])
def test_a_turn_of_a_dated_truce_needs_a_day_where_the_article_has_none(status: str) -> None:
    """Its start is placed in time, and the turn would not be: the zone would stay in force."""
    undated = article(ARTICLE.text, None, "a")
    dated = replace(RASTAN, effective=Edtf.parse("2017-08-06"))
    with pytest.raises(JudgementError, match="since when"):
        corrected(undated, dated, Wording(status=status), KNOWN)
    assert corrected(undated, dated, Wording(status=status, since="2017-09-01"), KNOWN).since
    assert corrected(ARTICLE, dated, Wording(status=status), KNOWN).status == status, "else it is the day of publication"
    assert corrected(undated, dated, Wording(status="agreed"), KNOWN).status is Status.AGREED
    assert corrected(undated, dated, Wording(status=status, effective=""), KNOWN).status == status, "nothing is placed"
    ended = replace(dated, status=Status(status))
    assert corrected(undated, ended, Wording(until="2017-10"), KNOWN).until, "what the text is read to say stays"


def test_a_place_brings_the_name_that_says_it_and_its_part() -> None:
    new = corrected(ARTICLE, RASTAN, Wording(areas=("sy/talbiseh", "sy/rastan"), partial=("sy/rastan",)), KNOWN)
    talbiseh, rastan = new.areas
    assert talbiseh.mention == TALBISEH.areas[0].mention and not talbiseh.partial
    assert rastan.mention == RASTAN.areas[0].mention and rastan.partial


def test_another_agreement_brings_its_type() -> None:
    other = next(agreement for agreement in AGREEMENTS.values() if agreement.type is not RASTAN.type)
    new = corrected(ARTICLE, RASTAN, Wording(agreement=other.id), KNOWN)
    assert (new.agreement, new.type) == (other.id, other.type)


def test_a_quote_is_lit_where_it_stands() -> None:
    new = corrected(ARTICLE, RASTAN, Wording(quote="مدينة الرستن"), KNOWN)
    assert new.evidence[0].quote == new.evidence[0].span.of(ARTICLE.text) == "مدينة الرستن"
    second = places_of(ARTICLE.text, "الهدنة")[1]
    assert corrected(ARTICLE, RASTAN, Wording(quote="الهدنة", start=second.start), KNOWN).evidence[0].span == second


def test_a_quote_that_stays_is_not_looked_for_again() -> None:
    second = places_of(ARTICLE.text, "الهدنة")[1]
    doubled = corrected(ARTICLE, RASTAN, Wording(quote="الهدنة", start=second.start), KNOWN)
    assert corrected(ARTICLE, doubled, Wording(quote="الهدنة", status="ended"), KNOWN).evidence == doubled.evidence


@pytest.mark.parametrize(
    ("wording", "said"),
    [
        (Wording(), "nothing is different"),
        (Wording(status="in_force"), "nothing is different"),
        (Wording(quote="كلام آخر"), "does not say 'كلام آخر'"),
        (Wording(quote=" "), "does not say ' '"),
        (Wording(quote="الهدنة"), "2 times, at"),
        (Wording(quote="الهدنة", start=1), "does not stand at 1"),
        (Wording(areas=()), "needs a place"),
        (Wording(areas=("sy/nowhere",)), "no place 'sy/nowhere'"),
        (Wording(areas=("sy/rastan:upwards",)), "no place 'sy/rastan:upwards'"),
        (Wording(partial=("sy/talbiseh",)), "not among the places"),
        (Wording(status="lively"), "no status 'lively'"),
        (Wording(modality="sung"), "no modality 'sung'"),
        (Wording(agreement="none"), "no agreement 'none'"),
        (Wording(signed="9 July"), "signed: '9 July' is not a date"),
        (Wording(effective="2017-02-30"), "effective: '2017-02-30' names a day"),
        (Wording(effective="2017-08-06", until="2017-08-01"), "end (2017-08-01) before it begins (2017-08-06)"),
    ],
)
def test_what_is_wrong_is_told_in_a_sentence(wording: Wording, said: str) -> None:
    (fault,) = faults(wording)
    assert said in fault


def test_every_fault_is_told_at_once() -> None:
    assert len(faults(Wording(status="lively", signed="then", areas=("sy/nowhere",), quote="كلام آخر"))) == 4


def test_a_statement_is_added_with_a_quote_a_place_a_status_and_an_agreement() -> None:
    whole = {"quote": "الهدنة صامدة", "areas": ("sy/talbiseh",), "status": "in_force", "agreement": TALBISEH.agreement}
    new = added(ARTICLE, Wording(**whole), KNOWN)
    assert new.evidence[0].span.of(ARTICLE.text) == "الهدنة صامدة"
    assert (new.article, new.type, new.id) == ("a", TALBISEH.type, statement_id(new))
    for missing in whole:
        with pytest.raises(JudgementError, match="is missing"):
            added(ARTICLE, Wording(**{**whole, missing: None}), KNOWN)  # type: ignore[arg-type]
    with pytest.raises(JudgementError, match="does not say"):
        added(ARTICLE, Wording(**{**whole, "quote": "غير موجود"}), KNOWN)  # type: ignore[arg-type]


@pytest.mark.parametrize("status", ["in_force", "ended", "proposed"])
def test_a_truce_without_a_name_is_the_one_that_the_reader_describes_there(status: str) -> None:
    wording = Wording(quote="الهدنة صامدة", areas=("sy/talbiseh",), status=status, agreement="unnamed-ceasefire")
    new = added(ARTICLE, wording, replace(KNOWN, agreements={}))
    if status == "proposed":
        assert is_talks(new.agreement)
    else:
        assert (new.agreement, new.type) == (TALBISEH.agreement, TALBISEH.type)
    moved = corrected(ARTICLE, TALBISEH, Wording(areas=("sy/rastan",), agreement="unnamed-evacuation_settlement"), KNOWN)
    assert truce_of(moved.agreement) == "described-evacuation_settlement" and moved.type is AgreementType.EVACUATION_SETTLEMENT
    assert "there is no agreement" in faults(Wording(agreement="unnamed-quarrel"))[0]


def test_a_name_means_another_place_or_none() -> None:
    said = reading_of_name(ARTICLE, NAME)
    assert (said.surface, said.area) == (said.span.of(ARTICLE.text), "sy/rastan")
    assert renamed(ARTICLE, NAME, "sy/talbiseh", "covered", KNOWN).area == "sy/talbiseh"
    assert renamed(ARTICLE, NAME, None, "context", KNOWN).role is Role.CONTEXT


@pytest.mark.parametrize(
    ("area", "role", "said"),
    [("sy/nowhere", "covered", "no place"), ("sy/rastan", "hero", "no role"), ("sy/rastan", str(NAME.role), "nothing is")],
)
def test_a_name_is_not_turned_into_nonsense(area: str, role: str, said: str) -> None:
    with pytest.raises(JudgementError, match=said):
        renamed(ARTICLE, NAME, area, role, KNOWN)


def test_facts_are_what_the_editor_knows() -> None:
    facts = known_facts(ARTICLE, " عنوان ", "", "2017-08-08", "the page of the outlet")
    assert (facts.title, facts.publisher, str(facts.published)) == ("عنوان", None, "2017-08-08")


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({"published": "yesterday"}, "published: 'yesterday'"),
        ({"published": "2017-08-09"}, "how is the date"),
        ({"published": "2017-08-07"}, "nothing is different"),
    ],
)
def test_facts_need_a_date_that_is_one_and_its_basis(told: dict[str, Any], said: str) -> None:
    with pytest.raises(JudgementError, match=said):
        known_facts(ARTICLE, **{"title": "", "publisher": "", "basis": "", **told})
    assert facts_of(ARTICLE).published == ARTICLE.published


def test_a_fault_of_a_date_remembers_which_date_and_what_is_wrong_with_it() -> None:
    with pytest.raises(JudgementError) as refusal:
        corrected(ARTICLE, RASTAN, Wording(signed="2017-13", status="over"), KNOWN)
    of_status, of_date = refusal.value.messages
    assert (of_status.values["what"], of_status.values["given"]) == ("status", "over")
    assert str(of_date) == "signed: '2017-13' names the month 13; months run from 01 to 12"
    fault = of_date.values["fault"]
    assert isinstance(fault, Message) and fault.values == {"text": "2017-13", "month": 13}


def test_a_date_is_read_in_the_digits_of_arabic_and_persian() -> None:
    assert str(corrected(ARTICLE, RASTAN, Wording(signed="٢٠١٧-٠٨"), KNOWN).signed) == "2017-08"
    assert str(corrected(ARTICLE, RASTAN, Wording(signed="۲۰۱۷-۰۸"), KNOWN).signed) == "2017-08"


def test_places_of_words_are_all_of_them() -> None:
    assert places_of("aaa", "aa") == (Span(0, 2), Span(1, 3))
    assert places_of("aaa", "") == ()
