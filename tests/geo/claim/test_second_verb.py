"""What a second verb tells of a truce that it does not name: by a pronoun, or by the subject that the first verb had."""

from __future__ import annotations

import pytest

from tests.reading import read, zones

PUBLISHED = "2018-05-02"
STARTS_AR = (
    "دخلت هدنة في إدلب حيز التنفيذ أمس",
    "أعلنت روسيا هدنة في إدلب أمس",
    "توصل الطرفان إلى هدنة في إدلب أمس",
    "بدأت الهدنة في إدلب أمس",
)
STARTS_EN = (
    "A truce took effect in Idlib on Tuesday",
    "A ceasefire was agreed in Idlib on Tuesday",
    "The truce in Idlib began on Tuesday",
)
BECAME = {
    "ended": (
        " وانهارت اليوم.",
        " ثم انهارت.",
        " لكنها انهارت اليوم.",
        ". وانهارت بعد ساعات.",
        ". لكنها لم تصمد.",
        " ولم تصمد طويلا.",
        " غير أنها سرعان ما انهارت.",
        " وانتهت اليوم.",
        "، قبل أن تنهار اليوم.",
        "، وصمدت يومين قبل أن تنهار.",
        " لكن سرعان ما انهارت.",
        " لكنها ما لبثت أن انهارت.",
        "، وفشلت بعد ساعات.",
        ", but it collapsed on Wednesday.",
        " but collapsed on Wednesday.",
        " and collapsed a day later.",
        ". It collapsed on Wednesday.",
        ". But it soon collapsed.",
        "; it collapsed within hours.",
        ", but it did not last.",
        " but did not last.",
        ". It lasted only a few hours.",
        " and expired on Wednesday.",
        " but ended on Wednesday.",
        ", only to collapse a day later.",
        ", which quickly collapsed.",
        " before collapsing on Wednesday.",
        " before it collapsed on Wednesday.",
        ". It has since collapsed.",
        ", but rebels ended it on Wednesday.",
        ", but it was soon over.",
    ),
    "suspended": (
        "، وعلقت اليوم.",
        "، لكنها علقت اليوم.",
        " but was suspended on Wednesday.",
        ", but it was suspended on Wednesday.",
        ". It was suspended hours later.",
    ),
}
STANDS = (
    " وانهارت المباني.",
    ". وانهارت المباني في المنطقة.",
    "، وانهار مبنى في المنطقة.",
    " وانهارت المفاوضات حول الأسرى.",
    " وانتهت المعارك.",
    " وانتهت أمس الامتحانات.",
    " وتنتهي غدا.",
    " وقد تنهار.",
    "، ويخشى أن تنهار.",
    " وعلقت المدارس دروسها.",
    " وصمدت حتى الآن.",
    ", and it has held so far.",
    " and has held so far.",
    ". It is holding.",
    " and ended a week of fighting.",
    " and ended the fighting.",
    ". It ended weeks of fighting.",
    ", but it could collapse.",
    " but could collapse.",
    ". It ends on Friday.",
    " and expires on Friday.",
    ", but it has not collapsed.",
    ". The economy collapsed.",
    ". A school collapsed.",
    ". The army said it had suspended flights.",
)


def statuses(told: str) -> list[set[tuple[str, str]]]:
    """The zones of the starts of the language that `told` is in, each followed by `told`."""
    starts = STARTS_EN if told.isascii() else STARTS_AR
    return [zones(read(start + told, PUBLISHED)) for start in starts]


@pytest.mark.parametrize(("told", "status"), [(told, status) for status, all_told in BECAME.items() for told in all_told])
def test_it_is_said_of_the_truce_of_the_first(told: str, status: str) -> None:
    assert all(found == {("SY07", status)} for found in statuses(told))


@pytest.mark.parametrize("told", STANDS)
def test_what_is_said_of_something_else_or_still_to_come_ends_no_truce(told: str) -> None:
    for found in statuses(told):
        assert len(found) == 1
        assert found <= {("SY07", "in_force"), ("SY07", "agreed")}


OFFERS_BESIDE = [
    ("تمديد الهدنة في منبج وقائد قسد يقترح منطقة منزوعة السلاح في عين العرب.", "a subject with «و»"),
    ("تمديد الهدنة في منبج، وقسد تقترح منطقة منزوعة السلاح في عين العرب.", "behind a comma"),
]


@pytest.mark.parametrize(("text", "why"), OFFERS_BESIDE, ids=[why for *_, why in OFFERS_BESIDE])
def test_what_another_offers_beside_a_truce_is_a_truce_of_its_own(text: str, why: str) -> None:
    assert zones(read(text, "2024-12-17")) == {("sy/manbij", "in_force"), ("sy/kobani", "proposed")}, why


def test_a_statement_speaks_in_the_first_person() -> None:
    stand = "«تأكيدا على التزامنا بوقف شامل لإطلاق النار في سوريا، نعلن عن مقترح إنشاء منطقة منزوعة السلاح في مدينة كوباني»."
    assert ("sy/kobani", "proposed") in zones(read("قال عبدي: " + stand, "2024-12-17"))
    assert zones(read("نعلن عن هدنة في حلب.")) == {("SY02", "agreed")}
    assert zones(read("نعلن التزامنا بالهدنة في حلب.")) == {("SY02", "in_force")}


BETWEEN_SIDES = {
    "In El Fasher, at least, the local truce between the army and the RSF that the elders arranged is still respected.": (
        "sd/el-fasher in_force"
    ),
    "In Rastan, the truce between the army and the rebels that Russia brokered collapsed.": "sy/rastan ended",
    "In Rastan, the truce between the army and the rebels that the elders arranged has collapsed.": "sy/rastan ended",
    "The truce between the army and the rebels that Russia brokered in Homs collapsed.": "SY04 ended",
    "In Rastan, the truce between the army and the rebels is holding, and Russia said that it collapsed in Homs.": (
        "sy/rastan in_force"
    ),
}


@pytest.mark.parametrize("text", BETWEEN_SIDES)
def test_what_stands_behind_the_sides_of_a_truce_is_said_of_it(text: str) -> None:
    assert {" ".join(zone) for zone in zones(read(text))} == {BETWEEN_SIDES[text]}
