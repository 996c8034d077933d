"""Truces that stand in other places beside the one that a text tells of: similar ones, those of a series, further zones."""

from __future__ import annotations

import pytest

from tests.reading import read, zones

LIKEWISE = [
    (
        "Rebels agreed to a truce in Barzeh after heavy fighting and shelling. "
        "Similar truces are already in place in Babila and Yalda.",
        "sy/babbila in_force, sy/barzeh agreed, sy/yalda in_force",
    ),
    (
        "Rebels agreed to a truce in Barzeh after heavy fighting and shelling. "
        "Similar truces have been agreed in Babila and Yalda.",
        "sy/babbila agreed, sy/barzeh agreed, sy/yalda agreed",
    ),
    (
        "Rebels agreed to a truce in Babila after a year of siege and shelling. "
        "Similar truces are in place in Qudsaya and Barzeh.",
        "sy/babbila agreed, sy/barzeh in_force, sy/qudsaya in_force",
    ),
    (
        "Rebels agreed to a truce in Babila after a year of siege and shelling. "
        "Similar deals have been struck in Qudsaya and Barzeh.",
        "sy/babbila agreed, sy/barzeh agreed, sy/qudsaya agreed",
    ),
    (
        "Rebels agreed to a truce in Babila after a year of siege and shelling. "
        "Similar deals were struck in Qudsaya and Barzeh years ago.",
        "sy/babbila agreed",
    ),
    (
        "Rebels agreed to a truce in Babila after a year of siege and shelling. "
        "Similar deals have been struck in Daraya and al-Tall over the past year.",
        "sy/babbila agreed",
    ),
    (
        "Rebels agreed to a truce in Babila after a year of siege and shelling. Similar deals have often been broken in Homs.",
        "sy/babbila agreed",
    ),
    (
        "Rebels agreed to a truce in Babila after a year of siege and shelling. "
        "Similar truces in Qudsaya and Barzeh collapsed within days.",
        "sy/babbila agreed, sy/barzeh ended, sy/qudsaya ended",
    ),
    (
        "Rebels agreed to a truce in Babila after a year of siege and shelling. "
        "The army has offered similar deals in Qudsaya and Barzeh.",
        "sy/babbila agreed, sy/barzeh proposed, sy/qudsaya proposed",
    ),
    (
        "Rebels agreed to a truce in Babila after a year of siege and shelling. "
        "Negotiations are under way on similar agreements for Qaboun and Tishreen.",
        "sy/babbila agreed, sy/qaboun negotiating, sy/tishreen-damascus negotiating",
    ),
    (
        "Rebels agreed to a truce in Babila after a year of siege and shelling. Similar truces have allowed aid into Homs.",
        "sy/babbila agreed",
    ),
    (
        "توصلت فصائل برزة إلى هدنة بعد قصف ومعارك عنيفة. وتسري هدن مماثلة في ببيلا ويلدا.",
        "sy/babbila in_force, sy/barzeh agreed, sy/yalda in_force",
    ),
    (
        "توصلت فصائل برزة إلى هدنة بعد قصف ومعارك عنيفة. وهناك هدن مماثلة في ببيلا ويلدا.",
        "sy/babbila in_force, sy/barzeh agreed, sy/yalda in_force",
    ),
    (
        "توصلت فصائل برزة إلى هدنة بعد قصف ومعارك عنيفة. وكانت هدن مماثلة أبرمت في ببيلا ويلدا.",
        "sy/babbila agreed, sy/barzeh agreed, sy/yalda agreed",
    ),
    (
        "توصلت فصائل برزة إلى هدنة بعد قصف ومعارك عنيفة. وسبق أن عقدت اتفاقات مماثلة في ببيلا ويلدا.",
        "sy/babbila agreed, sy/barzeh agreed, sy/yalda agreed",
    ),
    (
        "Government forces and rebels have agreed to a truce in Babila after a year of siege and shelling. "
        "It is the latest in a series of local ceasefires, following those in Qudsaya, Barzeh and Yalda.",
        "sy/babbila agreed, sy/barzeh in_force, sy/qudsaya in_force, sy/yalda in_force",
    ),
    (
        "A truce in Babila took effect after shelling and clashes, the latest in a string of truces after those in "
        "Qudsaya and Barzeh.",
        "sy/babbila in_force, sy/barzeh in_force, sy/qudsaya in_force",
    ),
    (
        "Russia and Turkey agreed on Friday to set up a de-escalation zone in Idlib after heavy fighting and air "
        "strikes. Three more zones already exist in Syria: in Homs, in Eastern Ghouta and in Daraa.",
        "SY04 in_force, SY07 agreed, SY12 in_force, sy/eastern-ghouta in_force",
    ),
    (
        "Russia and Turkey agreed on Friday to set up a de-escalation zone in Idlib after heavy fighting and air "
        "strikes. Three other zones already exist in Homs, Eastern Ghouta and Daraa.",
        "SY04 in_force, SY07 agreed, SY12 in_force, sy/eastern-ghouta in_force",
    ),
    (
        "Russia and Turkey agreed on Friday to set up a de-escalation zone in Idlib after heavy fighting and air "
        "strikes. The group is strong there.\n"
        "Three more zones already exist in Syria: in Homs, in Eastern Ghouta and in Daraa.",
        "SY04 in_force, SY07 agreed, SY12 in_force, sy/eastern-ghouta in_force",
    ),
    (
        "Rebels agreed to a truce in Barzeh after heavy fighting and shelling. There are similar truces in Babila and Yalda.",
        "sy/babbila in_force, sy/barzeh agreed, sy/yalda in_force",
    ),
    (
        "توصل الجيش والمعارضة إلى هدنة في ببيلا بعد قصف وحصار. وهي الأحدث في سلسلة هدن محلية، بعد قدسيا وبرزة ويلدا.",
        "sy/babbila agreed, sy/barzeh in_force, sy/qudsaya in_force, sy/yalda in_force",
    ),
    (
        "توصل الجيش والمعارضة إلى هدنة في ببيلا بعد قصف وحصار. وهي الأحدث في سلسلة هدن محلية بعد هدن قدسيا وبرزة ويلدا.",
        "sy/babbila agreed, sy/barzeh in_force, sy/qudsaya in_force, sy/yalda in_force",
    ),
    (
        "اتفقت روسيا وتركيا على إنشاء منطقة خفض تصعيد في إدلب بعد معارك وقصف. "
        "وتوجد ثلاث مناطق أخرى في سوريا: في حمص والغوطة الشرقية ودرعا.",
        "SY04 in_force, SY07 agreed, SY12 in_force, sy/eastern-ghouta in_force",
    ),
    (
        "اتفقت روسيا وتركيا على إنشاء منطقة خفض تصعيد في إدلب بعد معارك وقصف. "
        "وهناك ثلاث مناطق أخرى في حمص والغوطة الشرقية ودرعا.",
        "SY04 in_force, SY07 agreed, SY12 in_force, sy/eastern-ghouta in_force",
    ),
    (
        "توصلت فصائل برزة إلى هدنة بعد قصف ومعارك عنيفة. وهناك هدن مماثلة في ببيلا ويلدا.",
        "sy/babbila in_force, sy/barzeh agreed, sy/yalda in_force",
    ),
    (
        "A truce in Babila took effect after shelling. It is one of a series of truces, after clashes in Qudsaya and Barzeh.",
        "sy/babbila in_force",
    ),
    (
        "A truce in Babila took effect after shelling. "
        "It was the latest in a series of truces after the army took Qudsaya and Barzeh.",
        "sy/babbila in_force",
    ),
    (
        "A truce in Babila took effect after shelling. A series of truces, after Qudsaya was besieged, failed.",
        "sy/babbila in_force",
    ),
    (
        "A truce in Babila took effect after shelling and fighting. "
        "A series of ceasefires after talks in Geneva have failed to end the war.",
        "sy/babbila in_force",
    ),
    (
        "A de-escalation zone in Idlib took effect after shelling and fighting. "
        "Three more zones, officials in Homs said, may exist.",
        "SY07 in_force",
    ),
    (
        "A de-escalation zone in Idlib took effect after shelling and fighting. There are more areas in need of aid in Homs.",
        "SY07 in_force",
    ),
    (
        "A de-escalation zone in Idlib took effect after shelling and fighting. "
        "There were clashes in other areas in Homs and Hama.",
        "SY07 in_force",
    ),
    ("دخلت منطقة خفض التصعيد في إدلب حيز التنفيذ بعد معارك وقصف. وهناك مناطق أخرى في حمص تتعرض للقصف.", "SY07 in_force"),
    ("دخلت منطقة خفض التصعيد في إدلب حيز التنفيذ بعد معارك وقصف. وهناك مخاوف من قصف مناطق أخرى في حمص وحماة.", "SY07 in_force"),
    ("دخلت هدنة في إدلب حيز التنفيذ بعد معارك وقصف. وهناك مناطق أخرى في حمص تحتاج إلى المساعدة.", "SY07 in_force"),
    (
        "Rebels agreed to a truce in Barzeh after shelling and clashes. "
        "Similar truces exist in Babila and Yalda, the Observatory said.",
        "sy/babbila in_force, sy/barzeh agreed, sy/yalda in_force",
    ),
    (
        "Rebels agreed to a truce in Barzeh after shelling and clashes. "
        "Similar truces exist in Babila and Yalda, where shelling killed three people.",
        "sy/barzeh agreed",
    ),
    (
        "Rebels agreed to a truce in Barzeh after shelling and clashes. There are no similar truces in Babila and Yalda.",
        "sy/barzeh agreed",
    ),
    (
        "Rebels agreed to a truce in Barzeh after shelling and clashes. Similar truces no longer exist in Babila and Yalda.",
        "sy/barzeh agreed",
    ),
]


@pytest.mark.parametrize(("text", "expected"), LIKEWISE)
def test_truces_in_other_places_are_told_apart(text: str, expected: str) -> None:
    assert ", ".join(f"{area} {status}" for area, status in sorted(zones(read(text)))) == expected
