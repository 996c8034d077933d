"""Several places in one breath: a truce that fares otherwise in a further place, and words that stand for a further truce."""

from __future__ import annotations

import pytest

from tests.reading import read, zones

TWO_PLACES = {
    # the truce is not named again: its verb stands beside a place of its own
    "Fighting and shelling went on; the truce held in Douma but collapsed in Qaboun.": "sy/douma in_force; sy/qaboun ended",
    "The ceasefire held in Homs but broke down in Hama after shelling and clashes.": "SY04 in_force; SY05 ended",
    "The truce held in Damascus and Latakia, but was broken in Idlib and Hama by shelling and air strikes.":
        "sy/damascus in_force; SY06 in_force; SY07 violated; SY05 violated",
    "A truce was accepted in Homs but rejected in Hama after shelling and air strikes.": "SY04 agreed; SY05 rejected",
    "صمدت الهدنة في درعا وانهارت في حلب بعد غارات وقصف مدفعي.": "SY12 in_force; SY02 ended",
    "التزمت قوات النظام بالهدنة في القنيطرة لكنها خرقتها في درعا بقصف مدفعي وغارات.": "SY14 in_force; SY12 violated",
    "دخل وقف إطلاق النار حيز التنفيذ في الغوطة الشرقية، لكنه خرق في حلب بقصف وغارات.":
        "sy/eastern-ghouta in_force; SY02 violated",
    # the clause begins with its place
    "While the truce held in Douma, in Qaboun it collapsed after air strikes and shelling.":
        "sy/douma in_force; sy/qaboun ended",
    "The truce held in Homs while in Aleppo shelling and air strikes violated it.": "SY04 in_force; SY02 violated",
    "A truce held in Madaya after shelling and clashes, but in Zabadani a ceasefire collapsed.":
        "sy/madaya in_force; sy/zabadani ended",
    "A truce held in Madaya after shelling and clashes, while in Zabadani rebels refused a ceasefire.":
        "sy/madaya in_force; sy/zabadani rejected",
    "A truce in Rastan has held for a week. In Talbiseh it collapsed on Monday amid shelling and clashes.":
        "sy/rastan in_force; sy/talbiseh ended",
    "A truce in Rastan has held for a week. In Talbiseh, however, fighters refused it amid shelling and clashes.":
        "sy/rastan in_force; sy/talbiseh rejected",
    "انهارت الهدنة في حلب بعد قصف واشتباكات، أما في حمص فقد تم تمديدها أسبوعا.": "SY02 ended; SY04 in_force",
    "في درعا انهارت الهدنة بعد قصف ومعارك، وفي القنيطرة لا تزال الهدنة صامدة.": "SY12 ended; SY14 in_force",
    "أعلنت الفصائل هدنة في الرستن بعد قصف واشتباكات. أما في تلبيسة فرفضتها الفصائل.": "sy/rastan agreed; sy/talbiseh rejected",
    "التهدئة في حلب قيد البحث بعد قصف ومعارك، أما في اللاذقية والغوطة الشرقية فقد دخلت حيز التنفيذ.":
        "SY02 negotiating; SY06 in_force; sy/eastern-ghouta in_force",
    "انهارت الهدنة في حمص لكنها لا تزال صامدة في حماة رغم القصف والاشتباكات.": "SY04 ended; SY05 in_force",
    "دخل اتفاق خفض التصعيد في الغوطة الشرقية حيز التنفيذ، في حين لا يزال اتفاق إدلب قيد التفاوض بعد قصف ومعارك.":
        "sy/eastern-ghouta in_force; SY07 negotiating",
    "تم تمديد الهدنة في الزبداني 48 ساعة، بينما انهارت المفاوضات في حي الوعر واستؤنف القصف والقتال.":
        "sy/zabadani in_force; sy/waer rejected",
    # those who answer stand elsewhere
    "Rebels in Rastan accepted the truce, but those in Talbiseh rejected one after air strikes and clashes.":
        "sy/rastan agreed; sy/talbiseh rejected",
    "Rebels in Homs accepted a truce after shelling and clashes. Rebels in Hama rejected it.": "SY04 agreed; SY05 rejected",
    "The ceasefire in Daraa was extended, but rebels in Quneitra said their truce was over after shelling and clashes.":
        "SY12 in_force; SY14 ended",
    "قبلت فصائل الرستن الهدنة بعد قصف واشتباكات، بينما رفضتها فصائل تلبيسة.": "sy/rastan agreed; sy/talbiseh rejected",
    "وافق وجهاء الرستن على الهدنة بعد قصف واشتباكات في حين رفضها وجهاء تلبيسة.": "sy/rastan agreed; sy/talbiseh rejected",
    # words that stand for a further truce
    "The truce in Madaya is holding while the one in Zabadani has collapsed after clashes and shelling.":
        "sy/madaya in_force; sy/zabadani ended",
    "A local truce in Qudsaya fell apart on Monday with clashes and shelling, but one in al-Tal remained in place.":
        "sy/qudsaya ended; sy/al-tall in_force",
    "A truce in Homs is holding, but rebels rejected one in Hama after shelling and air strikes.":
        "SY04 in_force; SY05 rejected",
    "The truce in Homs is in force and mediators are working on one for Hama after shelling and clashes.":
        "SY04 in_force; SY05 negotiating",
    "The ceasefire in Homs is holding amid shelling and clashes. A second, in Hama, broke down on Monday.":
        "SY04 in_force; SY05 ended",
    "Both the truce in Homs and that in Hama collapsed after shelling and clashes.": "SY04 ended; SY05 ended",
    "A first ceasefire in Hasakah collapsed on Sunday; a second took effect on Tuesday after clashes and shelling.":
        "SY08 ended; SY08 in_force",
    "توصل الطرفان إلى هدنة في برزة، وأخرى في القابون بعد قصف ومعارك.": "sy/barzeh agreed; sy/qaboun agreed",
    "اتفاق لوقف إطلاق النار في داريا وآخر في المعضمية بعد قصف ومعارك.": "sy/darayya agreed; sy/moadamiyah agreed",
    # a further truce with a verb of its own
    "هدنة درعا صامدة، وهدنة حلب انهارت بعد قصف واشتباكات.": "SY12 in_force; SY02 ended",
    "Truces are in force in Barzeh and Qudsaya after shelling and clashes, and talks are under way on similar deals in Douma.":
        "sy/barzeh in_force; sy/qudsaya in_force; sy/douma negotiating",
    "Unlike Daraa, where a ceasefire has held since July, the truce in Eastern Ghouta was broken by shelling and air strikes.":
        "SY12 in_force; sy/eastern-ghouta violated",
    # what becomes of one is not said of the other
    "Rebels announced the end of the truce in Aleppo after shelling, but said the ceasefire in Daraa would go on despite that.":
        "SY02 ended; SY12 in_force",
}  # fmt: skip

ONE_PLACE = {
    # talks, officials, fighting and victims elsewhere have no truce of their own
    "A truce in Idlib took effect on Friday after shelling and clashes, but talks collapsed in Geneva.": "SY07 in_force",
    "A truce in Homs took effect after shelling and clashes, but a bomb killed five people in Damascus and one in Hama.":
        "SY04 in_force",
    "The truce in Daraa held for a week amid shelling and clashes. In Damascus the government said it would end.":
        "SY12 in_force",
    "Rebels in Daraa accepted the truce after shelling and clashes, but the opposition in Istanbul rejected it.": "SY12 agreed",
    "The truce in Daraa took effect after shelling and clashes, but in Hama the offensive began.": "SY12 in_force",
    "One in five people in Homs fled before the truce took effect amid shelling and clashes.": "SY04 in_force",
    "A truce took effect in Homs after shelling and clashes wounded a soldier, and another in Hama was captured.":
        "SY04 in_force",
    "The ceasefire in Gaza was extended after air strikes and shelling and one hostage in Rafah was freed.":
        "ps/gaza-strip in_force",
    "دخلت هدنة في درعا حيز التنفيذ بعد غارات على إدلب وأخرى في حلب وسط اشتباكات.": "SY12 in_force",
    "أعلنت الهدنة في درعا بعد قصف واشتباكات، وفي دمشق قال وزير الخارجية إنها ستمدد.": "SY12 agreed",
    "انهارت الهدنة في درعا بعد قصف واشتباكات، وفي إدلب قتل خمسة مدنيين.": "SY12 ended",
    "صمدت الهدنة في درعا رغم القصف والاشتباكات، أما في الرقة فانهار مبنى على سكانه.": "SY12 in_force",
    "صمدت الهدنة في درعا وسط قصف واشتباكات، فيما فشلت المحادثات في دمشق.": "SY12 in_force",
    # what is said to be under negotiation is not there yet, whatever its article
    "لا تزال الهدنة في حلب قيد التفاوض بعد قصف ومعارك.": "SY02 negotiating",
    "الهدنة في حلب صامدة والمحادثات جارية بعد قصف ومعارك.": "SY02 in_force",
    # ordinals that stand for no truce
    "A truce in Homs held after shelling. The second in command in Hama was killed in clashes.": "SY04 in_force",
    "The ceasefire in Homs is holding after shelling and clashes. The second of two convoys reached Hama.": "SY04 in_force",
    # what stands between commas is an aside
    "The Idlib truce, agreed in Sochi, collapsed after shelling and clashes and families fled to Afrin.": "SY07 ended",
    "A ceasefire in Homs, announced on Friday, took effect after shelling and clashes.": "SY04 in_force",
}  # fmt: skip


def _told(told: str) -> set[tuple[str, ...]]:
    return {tuple(pair.split()) for pair in told.split("; ")}


@pytest.mark.parametrize("text", TWO_PLACES)
def test_each_place_has_the_status_that_is_told_of_it(text: str) -> None:
    assert zones(read(text)) == _told(TWO_PLACES[text])


@pytest.mark.parametrize("text", ONE_PLACE)
def test_what_is_told_of_elsewhere_is_no_truce_there(text: str) -> None:
    assert zones(read(text)) == _told(ONE_PLACE[text])
