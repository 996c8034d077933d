"""What the words of a sentence say of a truce where the rules know none that does."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest

from data.tables.reference import load_reference
from geo.pipeline import Reader
from geo.statement import Basis, Doubt, Grounds, statement_id
from geo.status import Status
from geo.status.likelihood import BUCKETS, UNLEARNT, StatusLikelihood, buckets, weigh, words_of_sentence
from tests.learning.examples import SENTENCES
from tests.reading import article, read, reader, zones

LEARNT = reader().reference.likelihood
RULES_ALONE = Reader(replace(load_reference(), likelihood=UNLEARNT))
WORDS = ("the", "truce", "in", "@", "was", "shelved")


def answer(only: Status | None, others: float = -4.0) -> StatusLikelihood:
    """A likelihood that gives one answer whatever the words are; each other is less likely by `others`."""
    answers = (None, *Status)
    base = np.array([0.0 if one is only else others for one in answers], np.float32)
    return StatusLikelihood(
        answers=answers, weights=np.zeros((BUCKETS, len(answers)), np.int8), unit=1.0, base=base,
        rarity=np.ones(BUCKETS, np.float32),
    )  # fmt: skip


# each is read otherwise, or not at all, by the rules alone, and none stands among the sentences that were learnt from
UNKNOWN_WORDINGS = {
    "The truce in Rastan was shelved for a week while lists were checked.": ("sy/rastan", "suspended"),
    "The mediators' knocking on doors for a truce in Yarmouk goes on.": ("sy/yarmouk-camp", "negotiating"),
    "باتت الهدنة في الرستن أثرا بعد عين مع عودة الطيران الحربي.": ("sy/rastan", "ended"),
    "ضرب الجيش الهدنة في دوما بعرض الحائط وقصف السوق.": ("sy/douma", "violated"),
    "مهر الطرفان بتوقيعهما هدنة في درعا.": ("SY12", "agreed"),
}


@pytest.mark.parametrize("text", UNKNOWN_WORDINGS)
def test_a_wording_that_the_rules_do_not_know_is_read_by_all_its_words(text: str) -> None:
    assert text not in SENTENCES.read_text(encoding="utf-8")
    assert zones(read(text)) == {UNKNOWN_WORDINGS[text]}
    assert zones(RULES_ALONE.read(article(text))) != {UNKNOWN_WORDINGS[text]}


@pytest.mark.parametrize("text", ["A truce in Daraa took effect.", "انهارت الهدنة في درعا.", "رفضت الفصائل هدنة في درعا."])
def test_plain_words_are_read_as_the_rules_read_them(text: str) -> None:
    assert zones(read(text)) == zones(RULES_ALONE.read(article(text)))


def test_the_answers_to_a_sentence_share_one_likelihood() -> None:
    assert sum(math.exp(likelihood) for likelihood in LEARNT.of_words(WORDS).values()) == pytest.approx(1)
    assert set(LEARNT.answers) == {None, *Status} - {Status.EXTENDED}


def test_names_and_numbers_are_hidden_from_it() -> None:
    one, other = (
        reader().analyse(article(f"The truce in {town} held for {days} days.")) for town, days in (("Rastan", 3), ("Douma", 12))
    )
    assert words_of_sentence(one, 0) == words_of_sentence(other, 0) == ("the", "truce", "in", "@", "held", "for", "0", "days")


def test_each_piece_of_a_sentence_has_its_bucket() -> None:
    # of "truce": 5 letters and both edges make 5 + 4 + 3 pieces; then the word, both edges, two pairs and the three in a row
    assert len(buckets(("truce",))) == 5 + 4 + 3 + 3 + 2 + 1
    assert len(buckets(("@",))) == 3 + 2 + 1


def test_a_status_that_was_read_yields_only_to_one_that_is_much_likelier() -> None:
    likelier, far_likelier = ([answer(Status.ENDED, others).of_words(WORDS)] for others in (-2.5, -6.0))
    assert weigh(Status.IN_FORCE, likelier, read=True) is Status.IN_FORCE
    assert weigh(Status.IN_FORCE, likelier, read=False) is Status.ENDED
    assert weigh(Status.IN_FORCE, far_likelier, read=True) is Status.ENDED


@pytest.mark.parametrize("silent", [None, Status.UNKNOWN])
def test_words_that_do_not_say_how_a_truce_stands_leave_it_to_the_rules(silent: Status | None) -> None:
    assert weigh(Status.AGREED, [answer(silent, -9.0).of_words(WORDS)], read=False) is Status.AGREED
    assert weigh(Status.AGREED, [], read=False) is Status.AGREED


def test_too_few_words_tell_nothing() -> None:
    ended = Reader(replace(reader().reference, likelihood=answer(Status.ENDED, -9.0)))
    (statement,) = ended.read(article("هدنة درعا.")).statements
    assert statement.status is Status.IN_FORCE and statement.grounds == Grounds(basis=Basis.INFERRED, likelihood=None)


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("A truce in Daraa took effect on Sunday.", None),
        ("The army shelled Daraa despite the truce.", None),
        ("Residents of Idlib, a de-escalation zone, fear for their harvest.", Doubt.INFERRED),
        ("The truce in Rastan was shelved for a week while lists were checked.", Doubt.WORDS),
        ("The evacuation of Zabadani has been put off until Thursday, a monitor said.", Doubt.WORDS),
    ],
)
def test_a_statement_tells_what_its_status_rests_on(text: str, doubt: Doubt | None) -> None:
    (statement,) = read(text).statements
    assert statement.grounds and statement.grounds.doubt is doubt
    assert statement.grounds.likelihood is not None and 0 <= statement.grounds.likelihood <= 1


def test_a_status_that_its_sentence_hardly_speaks_for_is_doubtful() -> None:
    unlikely = Reader(replace(reader().reference, likelihood=answer(None, -3.0)))
    (statement,) = unlikely.read(article("A truce in Daraa took effect on Sunday.")).statements
    assert statement.status is Status.IN_FORCE and statement.grounds
    assert statement.grounds.basis is Basis.CUE and statement.grounds.doubt is Doubt.UNLIKELY
    assert statement.grounds.likelihood == round(math.exp(-3) / (1 + len(Status) * math.exp(-3)), 3)


def test_what_a_status_rests_on_leaves_the_id_of_its_statement() -> None:
    (statement,) = read("A truce in Daraa took effect on Sunday.").statements
    assert statement_id(replace(statement, grounds=None)) == statement.id


def test_what_follows_from_dates_is_not_weighed() -> None:
    ended = Reader(replace(reader().reference, likelihood=answer(Status.VIOLATED, -20.0)))
    text = "أعلن الجيش هدنة في درعا حتى 17 يونيو 2017."
    assert zones(ended.read(article(text, "2017-07-01"))) == {("SY12", "ended")}
    assert zones(ended.read(article("أعلن الجيش هدنة في درعا.", "2017-07-01"))) == {("SY12", "violated")}


@pytest.mark.parametrize("text", [
    "The truce in Daraa did not collapse.", "The ceasefire in Daraa has not been violated, the monitor said.",
    "The army denied that the truce in Douma had collapsed.", "The truce in Daraa may collapse.", "قد تنهار الهدنة في درعا.",
    "If the ceasefire in Daraa is violated, the talks will end.", "The truce in Daraa will not collapse.",
    "لم تنهر الهدنة في درعا.",
])  # fmt: skip
def test_an_end_or_breach_that_is_denied_or_only_possible_is_left_to_the_rules(text: str) -> None:
    assert zones(read(text)) == zones(RULES_ALONE.read(article(text))) == {(next(iter(zones(read(text))))[0], "in_force")}


def test_a_sentence_with_two_statuses_is_left_to_the_rules() -> None:
    text = "أعلن عن اتفاق لوقف إطلاق النار في ريف حمص الشمالي، في حين انهارت الهدنة في بلدة يلدا."
    assert zones(read(text)) == zones(RULES_ALONE.read(article(text)))


BUSES = "After the fighting buses rolled out of Zabadani at dawn. Madaya waited."
NAMED = f"A deal was on everybody's lips. {BUSES}"


@pytest.mark.parametrize(("text", "others", "placed"), [
    (NAMED, -9.0, True), (NAMED, -4.5, True), (NAMED, -2.0, False), (BUSES, -9.0, True), (BUSES, -4.5, False),
])  # fmt: skip
def test_where_the_rules_place_nothing_the_first_sentence_that_tells_of_a_truce_does(
    text: str, others: float, placed: bool
) -> None:
    """The less a text names a truce, the surer its words have to be."""
    by_words = Reader(replace(reader().reference, likelihood=answer(Status.IN_FORCE, others)))
    assert not zones(RULES_ALONE.read(article(text)))
    assert zones(by_words.read(article(text))) == ({("sy/zabadani", "in_force")} if placed else set())


def test_where_no_truce_is_named_a_sentence_needs_a_word_of_war_or_of_how_things_stand() -> None:
    sure = Reader(replace(reader().reference, likelihood=answer(Status.IN_FORCE, -9.0)))
    assert not zones(sure.read(article("After the fighting came the rain. Zabadani baked its bread.")))
    assert zones(sure.read(article("After the fighting Zabadani baked its bread."))) == {("sy/zabadani", "in_force")}


UNPLACED = "Residents of Hodeidah celebrated as the truce took hold."


@pytest.mark.parametrize(("told", "others", "placed"), [
    (Status.IN_FORCE, -9.0, True), (Status.IN_FORCE, -2.0, False), (Status.ENDED, -9.0, False), (None, -9.0, False),
])  # fmt: skip
def test_a_truce_without_a_place_lies_where_its_sentence_names_if_the_words_tell_its_status(
    told: Status | None, others: float, placed: bool
) -> None:
    sure = Reader(replace(reader().reference, likelihood=answer(told, others)))
    reading = sure.read(article(UNPLACED))
    assert zones(reading) == ({("ye/hodeidah", "in_force")} if placed else set())
    assert all(statement.grounds and statement.grounds.doubt is Doubt.WORDS for statement in reading.statements)


def test_what_a_text_is_about_comes_before_the_places_of_a_sentence() -> None:
    sure = Reader(replace(reader().reference, likelihood=answer(Status.AGREED, -9.0)))
    text = "Khartoum and the rebels agreed on a ceasefire. Sudan's army confirmed it."
    assert zones(sure.read(article(text))) == zones(RULES_ALONE.read(article(text))) == {("SD", "agreed")}


def test_what_the_rules_place_is_not_added_to() -> None:
    sure = Reader(replace(reader().reference, likelihood=answer(Status.IN_FORCE, -9.0)))
    assert {area for area, _ in zones(sure.read(article(f"A truce was agreed in Douma. {BUSES}")))} == {"sy/douma"}


@pytest.mark.parametrize("text", [
    "The evacuation of Zabadani has been put off until Thursday, a monitor said.",
])  # fmt: skip
def test_a_truce_that_no_word_names_is_found(text: str) -> None:
    assert {area for area, _ in zones(read(text))} == {"sy/zabadani"} and not zones(RULES_ALONE.read(article(text)))


@pytest.mark.parametrize("text", [
    "Shells fell on Zabadani all night.", "Zabadani's bakers raised the price of bread.",
    "There is talk of a deal. No buses rolled out of Zabadani.", "وقف إطلاق النار\nحمص حماة", "حمص حماة حلب\nالهدنة",
    "The evacuation of Zabadani might be put off until Thursday.", "The election in Damascus has been put off until Thursday.",
    "The union and the ministry in Beirut reached a deal on pay.", "سقطت قذائف على الزبداني طوال الليل.",
    "اتفقت الوزارة والنقابة في بيروت على الأجور.",
])  # fmt: skip
def test_what_tells_of_no_truce_places_none(text: str) -> None:
    assert not zones(read(text))
