"""Names that only say where something lies that is named elsewhere, or who else is there; and what is named without a name."""

from __future__ import annotations

import pytest

from tests.reading import expected, places, read, zones

DATE = "2016-08-12"
HEADLINES = {
    "Army, rebels agree to ceasefire in Syria town\nTroops fighting rebels in the town of Rastan agreed to a ceasefire.": (
        "sy/rastan agreed"
    ),
    "Truce agreed in Yemen port city\nThe sides agreed on a truce in Hodeidah, the envoy said after weeks of fighting.": (
        "ye/hodeidah agreed"
    ),
    "A truce began after a deal between the army and rebels in Zabadani and two Idlib villages.\n"
    "The truce started in Zabadani and in the Shia villages of Foua and Kefraya.": (
        "sy/zabadani in_force + sy/foua in_force + sy/kefraya in_force"
    ),
    "A truce in Homs city held on Monday after shelling.": "sy/homs in_force",
}
GUESTS = {
    "A ceasefire came into effect in the last rebel stronghold along Syria's border with Lebanon.\n"
    "The army and rebels agreed to the ceasefire in Zabadani, the Syrian Observatory said.": "sy/zabadani in_force",
    "A truce started in Zabadani in Syria on Friday after clashes.\nThe ceasefire was agreed upon between the Lebanese-based "
    "group Hezbollah and Ahrar al-Sham.": "sy/zabadani in_force",
    "Israel and Lebanon's Hezbollah agreed on a ceasefire after weeks of shelling.": "LB agreed",
}
OLD_QUARTERS = [
    ("Rebels began leaving the Old City under a deal. Homs was besieged for two years.", "Old City", "sy/old-homs"),
    ("دخلت الهدنة في حمص حيز التنفيذ. وخرج المقاتلون من المدينة القديمة بموجب الاتفاق.", "المدينة القديمة", "sy/old-homs"),
    ("Fighting in Tripoli, Libya. Residents of the old city fled after a truce broke.", "old city", None),
    ("Rebels left Homs under a truce. The old city of Aleppo was shelled.", "old city", None),
]
LEAVING = {
    "Some 120 wounded militants had been brought from Zabadani under the agreement, and others from Kefraya after clashes.": (
        "sy/zabadani"
    ),
    "Troops were moved from Taiz under the deal to train recruits.": None,
}
STATUS_ELSEWHERE = {
    "The three-day truce, made earlier in the week, covered Zabadani, Foua and Kefraya. "
    "Rebels declared on Saturday that the truce had collapsed and resumed shelling.": "ended",
}


@pytest.mark.parametrize(("text", "told"), [*HEADLINES.items(), *GUESTS.items()])
def test_what_says_where_a_town_lies_and_who_is_a_guest_is_no_zone(text: str, told: str) -> None:
    assert zones(read(text, DATE)) == expected(told)


@pytest.mark.parametrize(("text", "words", "area"), OLD_QUARTERS)
def test_the_old_city_is_that_of_the_city_named(text: str, words: str, area: str | None) -> None:
    assert dict(places(text, read(text, DATE))).get(words) == area


@pytest.mark.parametrize(("text", "area"), LEAVING.items())
def test_who_is_brought_from_a_town_leaves_it_and_troops_do_not(text: str, area: str | None) -> None:
    covered = {place for place, _ in zones(read(text, DATE))}
    assert (area in covered) if area else not covered


@pytest.mark.parametrize(("text", "status"), STATUS_ELSEWHERE.items())
def test_a_status_that_no_rule_reads_is_told_by_the_words_of_another_sentence(text: str, status: str) -> None:
    assert {told for _, told in zones(read(text, DATE))} == {status}


def test_the_town_is_not_the_city_that_it_lies_north_of() -> None:
    text = "Rebels hold Rastan, 20 km north of Homs. A truce began on Friday in the town after shelling."
    assert ("sy/rastan", "in_force") in zones(read(text, DATE))
