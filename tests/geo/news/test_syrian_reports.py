"""What English reports of Syria's truces say: lists of zones, a district that the next sentence names, terms still to come."""

from __future__ import annotations

import pytest

from tests.reading import places, read, zones

ASTANA = ("SY07", "SY06", "SY05", "SY02", "sy/northern-homs", "sy/eastern-ghouta", "SY12", "SY14")

# phenomenon: (text, every zone with its status)
CASES = {
    "parts behind brackets and commas": (
        "Guarantor states agreed to create de-escalation zones in Idlib province and parts of the neighbouring provinces "
        "(Latakia, Hama and Aleppo), certain parts in the north of Homs province, Eastern Ghouta, certain parts in Syria's "
        "south (Deraa and Quneitra provinces).",
        {(zone, "agreed") for zone in ASTANA},
    ),
    "parts of the next sentence are none": (
        "A truce holds in Idlib. Parts of Aleppo were shelled.",
        {("SY07", "in_force")},
    ),
    "a ceasefire of the whole country beside zones": (
        "Guarantor states agreed to create de-escalation zones in Idlib and Homs. The nationwide Syrian ceasefire regime was "
        "introduced on December 30, 2016.",
        {("SY07", "agreed"), ("SY04", "agreed"), ("SY", "in_force")},
    ),
    "a resolution that is introduced": (
        "A draft resolution on a ceasefire in Syria was introduced by France.",
        {("SY", "proposed")},
    ),
    "the last area of a city": (
        "A truce began in the last rebel-held area of the central city of Homs. The army had blockaded Waer for 20 months.",
        {("sy/waer", "in_force")},
    ),
    "a neighbourhood under somebody's control": (
        "A cease-fire took hold in the last neighborhood under opposition control in the contested city of Homs. It is part of "
        "a broader agreement reached on Tuesday to allow rebels to withdraw from the Waer neighborhood.",
        {("sy/waer", "in_force")},
    ),
    "the city itself": (
        "A truce began in the central city of Homs. The army had blockaded Waer for 20 months.",
        {("sy/homs", "in_force")},
    ),
    "what a deal involves": (
        "The ceasefire deal reached late on Tuesday involves Zabadani and Madaya, besieged by regime fighters near Damascus, "
        "and Shiite-majority Fuaa and Kafraya.",
        {(f"sy/{town}", "agreed") for town in ("zabadani", "madaya", "foua", "kefraya")},
    ),
    "what a deal involves doing": (
        "The deal involves the release of prisoners from Sednaya. A ceasefire began in Rastan.",
        {("sy/rastan", "in_force")},
    ),
    "towns that are to be evacuated": (
        "Three towns are to be evacuated under an agreement with the rebels. It involves Zabadani.",
        {("sy/zabadani", "agreed")},
    ),
    "towns that have been evacuated": (
        "The town of Daraya has been evacuated under an agreement with the rebels.",
        {("sy/darayya", "in_force")},
    ),
    "fighting that is expected": (
        "A truce was reached in Idlib. Despite the agreement, further fighting is expected in southwestern Syria.",
        {("SY07", "agreed")},
    ),
    "fighting that goes on": ("Despite the truce, fighting is raging in Idlib.", {("SY07", "violated")}),
    "a ceasefire call": (
        "A ceasefire took hold in Sweida. Clashes had persisted until Saturday despite the ceasefire call by the president.",
        {("SY13", "in_force")},
    ),
    "what measures repair": (
        "A ceasefire took hold in Wadi Barada. The deal includes measures to repair the Ein al-Fijeh pumping station.",
        {("sy/wadi-barada", "in_force")},
    ),
    "in addition to a town": (
        "The rivals have agreed local truces. In addition to Babbila, deals have been struck for Qudsaya and Yalda.",
        {("sy/babbila", "agreed"), ("sy/qudsaya", "agreed"), ("sy/yalda", "agreed")},
    ),
    "in addition to shelling in a town": (
        "In addition to shelling in Babbila, a truce was broken in Qudsaya.",
        {("sy/qudsaya", "violated")},
    ),
    "preparations for carrying it out": (
        "Preparations continue for carrying out the first steps of the ceasefire agreement in Zabadani.",
        {("sy/zabadani", "agreed")},
    ),
    "after preparations": (
        "After weeks of preparations the ceasefire agreement in Zabadani took effect.",
        {("sy/zabadani", "in_force")},
    ),
    "preparations in Arabic": ("تتواصل التحضيرات لتنفيذ اتفاق الهدنة في الزبداني.", {("sy/zabadani", "agreed")}),
    "a rebel-held suburb": (
        "Residents of rebel-held Damascus suburb say jets continue attacks despite truce. Four people were killed during "
        "a truce in Eastern Ghouta, activists said. Warplanes hit Douma.",
        {("sy/eastern-ghouta", "violated")},
    ),
    "a suburb that is not named": ("A truce began in a Damascus suburb on Monday.", {("sy/damascus", "in_force")}),
    "suburbs around a city": (
        "Syria rivals agree new truces in key suburbs around Damascus. Deals have been struck for Qudsaya and Yalda.",
        {("sy/qudsaya", "agreed"), ("sy/yalda", "agreed")},
    ),
    "the city of the districts": (
        "A ceasefire in the Ashrafieh and Sheikh Maqsoud neighborhoods in the northern city of Aleppo took effect. Clashes had "
        "raged in Aleppo for days. Schools in Aleppo remained shut. Shops in Aleppo are closed. The goal of the ceasefire is "
        "for civilians to return.",
        {("sy/ashrafiyah-aleppo", "in_force"), ("sy/sheikh-maqsoud", "in_force")},
    ),
    "breaches that are counted": (
        "Lattakia, SANA – The cessation of hostilities agreement has been violated six more times by terrorist groups, the "
        "Russian center said. 41 villages in several Syrian provinces have joined the agreement. Terrorists targeted Sheikh "
        "Maqsoud in Aleppo with shells.",
        {("SY", "violated")},
    ),
    "a truce that an offensive ended": (
        "Daraa was covered by a US-brokered ceasefire, until the regime launched the assault on Daraa on 19 June.",
        {("SY12", "ended")},
    ),
    "a truce that holds until something": (
        "The truce in Idlib will hold until the army launches an assault.",
        {("SY07", "in_force")},
    ),
    "nonetheless": (
        "The army declared a nationwide regime of calm in Syria. Washington welcomed it. Activists nonetheless reported that "
        "regime forces continued shelling and airstrikes across the country.",
        {("SY", "violated")},
    ),
    "however, in talks": (
        "A truce was declared in Idlib. The rebels, however, said talks continued after shelling last week.",
        {("SY07", "agreed")},
    ),
    "but elsewhere": ("A truce was declared in Idlib. But shelling continued in Aleppo.", {("SY07", "agreed")}),
    "but in Arabic": ("أعلن الجيش هدنة في إدلب. لكن القصف تواصل على إدلب.", {("SY07", "violated")}),
    "but talks in Arabic": ("أعلن الجيش هدنة في إدلب. لكن المحادثات مستمرة.", {("SY07", "agreed")}),
    "following clashes and a ceasefire": (
        "Bedouin clans withdrew from Sweida following over a week of clashes with militias and a US-brokered ceasefire.",
        {("SY13", "agreed")},
    ),
    "who is to leave, in the next sentence": (
        "An evacuation deal was reached. Residents of Zabadani, Madaya, Fuaa and Kafraya are to quit their hometowns.",
        {(f"sy/{town}", "agreed") for town in ("zabadani", "madaya", "foua", "kefraya")},
    ),
    "who is expected to leave": (
        "An evacuation deal was reached on Tuesday. It ends a siege. All of the residents of Fuaa are expected to leave.",
        {("sy/foua", "agreed")},
    ),
    "who left without a deal": ("A trade deal was reached on Tuesday. Residents of Fuaa are to leave.", set()),
    "a region among towns": (
        "A ceasefire was agreed. Under the agreement, rebels will withdraw from the towns of Houla, Rastan and Talbiseh.",
        {("sy/houla", "agreed"), ("sy/rastan", "agreed"), ("sy/talbiseh", "agreed")},
    ),
    "a breach of a previous deal": (
        "Both sides reached a new ceasefire deal in Wadi Barada on Saturday. In recent days, a previous deal was reached "
        "between them. But the deal was violated by militias who went on with their campaign.",
        {("sy/wadi-barada", "agreed")},
    ),
    "a breach of the deal": (
        "A ceasefire took hold in Idlib on Friday. The two sides have accused one another of not adhering to the deal.",
        {("SY07", "violated")},
    ),
    "a breach behind an earlier truce that is over": (
        "A ceasefire took hold in Idlib on Friday. An earlier truce in the region collapsed. The ceasefire was violated later.",
        {("SY07", "violated"), ("SY07", "ended")},
    ),
    "a breach of a deal of years ago": (
        "A ceasefire took effect in Idlib on Friday. It is a protocol to a similar ceasefire announced by Ankara and "
        "Moscow in September 2012, which has not been fully implemented. The two countries have "
        "accused one another of not adhering to the deal.",
        {("SY07", "in_force")},
    ),
    "zones of a country that are to be created in its parts": (
        "According to the agreement, de-escalation zones in Syria are to be created in the provinces of Idlib, Hama, Aleppo, "
        "northern part of Homs, Eastern Ghouta and Daraa.",
        {(zone, "agreed") for zone in ("SY07", "SY05", "SY02", "sy/northern-homs", "sy/eastern-ghouta", "SY12")},
    ),
    "zones of a country": ("Four de-escalation zones were created in Syria in May.", {("SY", "in_force")}),
    "the last stronghold in a city": (
        "Rebels evacuate last stronghold in Syria's Homs under truce deal\n\nSome 700 people boarded buses in al-Waer. "
        "The evacuation is carried out under a local ceasefire deal.",
        {("sy/waer", "in_force")},
    ),
}  # fmt: skip

# what a text holds, and every name in it with its place
NAMES = {
    "an agency in capitals": (
        "A ceasefire was reached in Douma, according to SANA. The rebels will leave.",
        [("Douma", "sy/douma")],
    ),
    "a city that the agency's letters spell": (
        "Air strikes hit Sana and Hodeidah on Monday.",
        [("Sana", "ye/sanaa"), ("Hodeidah", "ye/hodeidah")],
    ),
    "the city in a dateline": (
        "SANA, Yemen — Air strikes hit Hodeidah on Monday.",
        [("SANA", "ye/sanaa"), ("Yemen", "YE"), ("Hodeidah", "ye/hodeidah")],
    ),
    "a town of Lebanon": (
        "Israel shelled the town of Houla in southern Lebanon.",
        [("Israel", "IL"), ("Houla", "lb/houla-lebanon"), ("southern Lebanon", "lb/south-lebanon")],
    ),
    "the article of a name": ("A truce was reached in al-Kesweh on Monday.", [("al-Kesweh", "sy/kiswah")]),
    "a camp by all its words": (
        "Rebels will leave the refugee camp of Yarmuk, or Yarmuk Palestinian camp.",
        [("refugee camp of Yarmuk", "sy/yarmouk-camp"), ("Yarmuk Palestinian camp", "sy/yarmouk-camp")],
    ),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_zones(text: str, expected: set[tuple[str, str]]) -> None:
    assert zones(read(text, published="2017-05-05")) == expected


@pytest.mark.parametrize(("text", "expected"), NAMES.values(), ids=NAMES)
def test_names(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert places(text, read(text)) == expected
