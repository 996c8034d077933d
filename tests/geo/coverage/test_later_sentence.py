"""Places that a later sentence names: where a truce was negotiated, what is done under it, what it is held against — none of
which it covers — and the towns that a sentence only counts, or leaves to the one before, which it does."""

from __future__ import annotations

import pytest

from tests.reading import read, zones

NEGOTIATED = [
    (
        "A truce was agreed in Rastan after shelling and clashes. The agreement was mediated by Russia in Damascus.",
        "sy/rastan agreed",
    ),
    (
        "A truce was agreed in Rastan after shelling and clashes. The deal was negotiated at the Hmeimim base.",
        "sy/rastan agreed",
    ),
    ("A truce was agreed in Rastan after shelling and clashes. The two sides signed the deal in Homs.", "sy/rastan agreed"),
    ("A truce was agreed in Rastan after shelling and clashes. The accord was announced in Damascus.", "sy/rastan agreed"),
    ("اتفق الطرفان على هدنة في الرستن بعد قصف ومعارك.\nوأبرم الاتفاق بوساطة روسية في مدينة حماة.", "sy/rastan agreed"),
    ("اتفق الطرفان على هدنة في الرستن بعد قصف ومعارك.\nوتم التوصل إلى الاتفاق في قاعدة حميميم.", "sy/rastan agreed"),
    ("A truce mediated by Russia took effect in Rastan after shelling and clashes.", "sy/rastan in_force"),
    ("Clashes and shelling hit Damascus and Rastan. The truce in Damascus was announced on Friday.", "sy/damascus agreed"),
    (
        "A truce took effect in Rastan after clashes and shelling. Russia announced a new truce in Damascus on Friday.",
        "sy/damascus agreed, sy/rastan in_force",
    ),
    (
        "اتفق الطرفان على هدنة في ريف حمص الشمالي بعد قصف ومعارك.\nوتم التوصل إلى الاتفاق في الرستن.",
        "sy/northern-homs agreed, sy/rastan agreed",
    ),
]


@pytest.mark.parametrize(("text", "expected"), NEGOTIATED)
def test_where_a_known_truce_was_negotiated_is_no_zone(text: str, expected: str) -> None:
    assert ", ".join(f"{area} {status}" for area, status in sorted(zones(read(text)))) == expected


TERMS = [
    (
        "A truce in Daraa took effect after clashes and shelling. Under the deal, the Naseeb crossing will reopen to traffic.",
        "SY12 in_force",
    ),
    (
        "A truce in Daraa took effect after clashes and shelling. The deal provides for the reopening of the Naseeb crossing.",
        "SY12 in_force",
    ),
    ("دخلت هدنة في درعا حيز التنفيذ بعد معارك وقصف.\nوبموجب الاتفاق، تعود القوات إلى مواقعها قرب الجولان.", "SY12 in_force"),
    (
        "A truce took effect in Daraa after clashes. Under the deal, the army will return to positions it held near the Golan.",
        "SY12 in_force",
    ),
    (
        "Rebels accepted a deal to leave Ruhaiba after clashes and shelling. "
        "The accord followed the recapture of eastern Ghouta.",
        "sy/ruhaybah agreed",
    ),
    (
        "A truce in Rastan took effect after clashes and shelling. It was the second such deal in Homs province in a month.",
        "sy/rastan in_force",
    ),
    ("اتفق الطرفان على هدنة في الرستن بعد قصف ومعارك.\nوهو ثاني اتفاق من نوعه في ريف حمص خلال شهر.", "sy/rastan agreed"),
    (
        "A truce in Rastan took effect after clashes and shelling. The deal is similar to accords in Barzeh and Qaboun.",
        "sy/rastan in_force",
    ),
    ("اتفق الطرفان على هدنة في الرستن بعد قصف ومعارك.\nويشبه الاتفاق ما جرى في المعضمية.", "sy/rastan agreed"),
    (
        "The truce in Idlib is holding after clashes and shelling. Aid trucks crossed from Turkey into Idlib under the deal.",
        "SY07 in_force",
    ),
    ("رفض المقاتلون الانسحاب من المنطقة المنزوعة السلاح في إدلب حيث تسري هدنة منذ أشهر بعد قصف ومعارك.", "SY07 in_force"),
    (
        "DAMASCUS, SANA - An agreement was reached on Friday under which terrorist groups in Daraa will hand "
        "over their weapons after weeks of shelling.",
        "SY12 agreed",
    ),
    ("A truce at the Naseeb crossing took effect after clashes and shelling.", "sy/nasib-crossing in_force"),
    ("Under the deal in Rastan, rebels will hand over heavy weapons after shelling and clashes.", "sy/rastan agreed"),
    ("Under the deal, a ceasefire will begin in Rastan on Friday after weeks of shelling and clashes.", "sy/rastan agreed"),
    (
        "The truce in Rastan, the first of its kind in Homs province, took effect after shelling and clashes.",
        "sy/rastan in_force",
    ),
    ("توصل الجيش والفصائل إلى أول اتفاق هدنة من نوعه في الرستن بعد قصف ومعارك.", "sy/rastan agreed"),
    ("A similar truce in Daraa took effect after clashes and shelling in Homs.", "SY12 in_force"),
    ("رفضت الفصائل إقامة منطقة منزوعة السلاح في إدلب بعد قصف ومعارك.", "SY07 rejected"),
]


@pytest.mark.parametrize(("text", "expected"), TERMS)
def test_what_is_done_under_a_truce_or_held_against_it_is_no_zone(text: str, expected: str) -> None:
    assert ", ".join(f"{area} {status}" for area, status in sorted(zones(read(text)))) == expected


SAID_AGAIN = [
    ("دخلت هدنة في إدلب حيز التنفيذ بعد معارك وقصف، بحسب دمشق.\nوشملت الهدنة المحافظة.", "SY07 in_force"),
    ("خرقت الهدنة في داريا بقصف ومعارك، بحسب دمشق.\nوتشمل الهدنة المدينة منذ الجمعة.", "sy/darayya violated"),
    (
        "أعلن الجيش هدنة في دوما بعد معارك وقصف.\nوقال ناشط إن مقاتليها سيخرجون إلى إدلب.\nوتشمل الهدنة المدينة منذ الجمعة.",
        "sy/douma agreed",
    ),
]


@pytest.mark.parametrize(("text", "expected"), SAID_AGAIN)
def test_a_noun_for_a_place_means_neither_who_tells_nor_where_people_go(text: str, expected: str) -> None:
    assert ", ".join(f"{area} {status}" for area, status in sorted(zones(read(text)))) == expected


COUNTED = [
    (
        "A truce took hold in Zabadani and in two Shi'ite villages, Foua and Kefraya, after shelling and fighting.",
        "sy/foua in_force, sy/kefraya in_force, sy/zabadani in_force",
    ),
    (
        "A truce took effect in Rastan and two nearby towns, but Nawa and Jasim saw shelling and clashes.",
        "sy/rastan in_force",
    ),
    (
        "Rebels began leaving the last opposition-held district of Homs under a deal after shelling. "
        "Buses parked at the edge of al-Waer before dawn.",
        "sy/waer in_force",
    ),
    (
        "Fighters began leaving two districts of Aleppo under a deal after clashes and shelling. "
        "Buses drove them out of Sheikh Maqsoud and Ashrafieh.",
        "sy/ashrafiyah-aleppo in_force, sy/sheikh-maqsoud in_force",
    ),
    (
        "Fighters began leaving two districts of Aleppo under a deal after clashes and shelling. "
        "Buses drove them past Sheikh Maqsoud.",
        "sy/aleppo in_force",
    ),
    (
        "Fighters left a town in Idlib under a deal after clashes and shelling. They arrived in Jisr al-Shughur on Friday.",
        "SY07 in_force",
    ),
    (
        "Fighters left a district of Homs under a deal after clashes and shelling. They were evacuated from Khalidiya by bus.",
        "sy/khalidiyah-homs in_force",
    ),
    (
        "Fighters began leaving Homs city under a deal after clashes and shelling. "
        "Buses parked at the edge of al-Waer before dawn.",
        "sy/homs in_force",
    ),
    (
        "Kurdish fighters began leaving two districts of Aleppo on Friday under a deal that ended weeks of clashes. "
        "A first convoy left Sheikh Maqsoud and Ashrafieh amid shelling.",
        "sy/ashrafiyah-aleppo in_force, sy/sheikh-maqsoud in_force",
    ),
    (
        "Fighters began leaving two towns near Damascus on Friday under a deal that ended weeks of shelling. "
        "Buses left Yalda and Babila in the morning.",
        "sy/babbila in_force, sy/yalda in_force",
    ),
    (
        "Rebels began to leave the last district they held in Homs under a truce after years of shelling. "
        "Buses carrying 300 fighters set off from al-Waer.",
        "sy/waer in_force",
    ),
    (
        "A truce took hold in two towns near Damascus after clashes and shelling. "
        "In Homs and Hama, the army took two villages.",
        "sy/damascus in_force",
    ),
    (
        "Rebels left their last district in Homs under a deal after shelling. They reached Talbiseh and Rastan at noon.",
        "SY04 in_force",
    ),
    (
        "A truce took hold in districts of Aleppo after clashes and shelling. A bakery reopened in Salaheddin.",
        "sy/aleppo in_force",
    ),
]


@pytest.mark.parametrize(("text", "expected"), COUNTED)
def test_towns_that_are_counted_and_then_named_are_zones(text: str, expected: str) -> None:
    assert ", ".join(f"{area} {status}" for area, status in sorted(zones(read(text)))) == expected


BESIDE = [
    (
        "A truce took effect in three Syrian provinces after clashes and shelling. "
        "Besides Daraa, the deal covers Quneitra and Sweida.",
        "SY12 in_force, SY13 in_force, SY14 in_force",
    ),
    (
        "دخلت هدنة حيز التنفيذ بعد معارك وقصف.\nوإلى جانب درعا، تشمل الهدنة القنيطرة والسويداء.",
        "SY12 in_force, SY13 in_force, SY14 in_force",
    ),
    ("Besides Daraa, snow fell in Quneitra, and the truce covers Sweida.", "SY13 in_force"),
    ("تخضع داريا لهدنة تشمل أيضا المعضمية بعد قصف ومعارك.", "sy/darayya in_force, sy/moadamiyah in_force"),
    (
        "Fighters left Zabadani on Friday under a truce deal after shelling. "
        "In exchange, residents were evacuated from Foua and Kefraya.",
        "sy/foua in_force, sy/kefraya in_force, sy/zabadani in_force",
    ),
    (
        "خرج المقاتلون من الزبداني بموجب هدنة بعد قصف ومعارك.\nفي المقابل، خرج مدنيون من الفوعة وكفريا.",
        "sy/foua in_force, sy/kefraya in_force, sy/zabadani in_force",
    ),
    ("خرج المقاتلون من الزبداني بموجب هدنة بعد قصف ومعارك.\nفي المقابل، خرج متظاهرون في إدلب.", "sy/zabadani in_force"),
    ("خرق الجيش الهدنة في حمص بقصف ومعارك.\nفي المقابل، انسحب المقاتلون من تدمر.", "SY04 violated"),
    (
        "A truce took hold in Zabadani after shelling and clashes. In return, the army freed prisoners held in Homs.",
        "sy/zabadani in_force",
    ),
]


@pytest.mark.parametrize(("text", "expected"), BESIDE)
def test_places_told_beside_those_of_a_truce_are_under_it(text: str, expected: str) -> None:
    assert ", ".join(f"{area} {status}" for area, status in sorted(zones(read(text)))) == expected


TOLD = [
    ("أعلنت وزارة الدفاع الليبية وقف إطلاق النار في العاصمة بعد معارك وقصف.", "ly/tripoli agreed"),
    ("The Libyan defence ministry announced a ceasefire in the capital after clashes and shelling.", "ly/tripoli agreed"),
    ("أعلنت تركيا وروسيا هدنة في العاصمة بعد معارك وقصف.", ""),
    ("بدأت هدنة في درعا بعد معارك وقصف، وقال مسؤول سوري في العاصمة إنها صامدة.", "SY12 in_force"),
    ("وقع وفدا اللجنة العسكرية الليبية على هدنة في جميع أنحاء البلاد بعد معارك وقصف. وهبطت طائرة في بنغازي.", "LY agreed"),
    ("قال وزير الدفاع الأمريكي إن هدنة في البلاد ممكنة بعد معارك وقصف.", ""),
    (
        "دخلت هدنة في حرستا حيز التنفيذ بعد قصف ومعارك.\nولا تزال المفاوضات جارية حول دوما بين روسيا وجيش الإسلام.",
        "sy/douma negotiating, sy/harasta in_force",
    ),
    (
        "دخلت هدنة في حرستا حيز التنفيذ بعد قصف ومعارك.\nوتستمر المفاوضات بشأن دوما.",
        "sy/douma negotiating, sy/harasta in_force",
    ),
    (
        "Israel and Hezbollah agreed to a ceasefire in Lebanon, while rebels in Idlib rejected a truce after "
        "air strikes and shelling.",
        "LB agreed, SY07 rejected",
    ),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_places_that_an_adjective_or_a_preposition_tells(text: str, expected: str) -> None:
    assert ", ".join(f"{area} {status}" for area, status in sorted(zones(read(text)))) == expected
