"""Who is bound by a truce, one sentence each, of several wars; and what only looks like a party."""

from __future__ import annotations

from dataclasses import replace

import pytest

from geo.statement import Modality, statement_id
from geo.statement.binding import parties_of
from tests.reading import read, reader

# (sentence, the actors in the order of the text)
BOUND = [
    # Syria
    ("دخلت الهدنة بين النظام السوري وفصائل المعارضة حيز التنفيذ في درعا.", "SY sy/opposition"),
    ("توصل جيش الإسلام مع النظام إلى اتفاق لوقف إطلاق النار في دوما.", "sy/jaysh-al-islam SY"),
    ("اتفاق بين فصائل المعارضة وروسيا على وقف إطلاق النار في بصرى الشام.", "sy/opposition RU"),
    ("وقع فيلق الرحمن وروسيا اتفاق هدنة في عربين.", "sy/faylaq-al-rahman RU"),
    ("أعلنت قوات سوريا الديمقراطية وتركيا هدنة في تل أبيض.", "sy/sdf TR"),
    ("أبرمت حركة أحرار الشام اتفاق هدنة مع إيران في الزبداني.", "sy/ahrar-al-sham IR"),
    ("صمد وقف إطلاق النار بين الجيش السوري وقوات سوريا الديمقراطية في حلب.", "SY sy/sdf"),
    ("انهارت الهدنة بين الفصائل الدرزية وعشائر البدو في السويداء.", "sy/druze-factions sy/tribes"),
    ("اتفقت الحكومة السورية وقسد على وقف إطلاق النار في دير الزور.", "SY sy/sdf"),
    ("وافقت هيئة تحرير الشام على هدنة مع الجبهة الوطنية للتحرير في معرة النعمان.", "sy/hayat-tahrir-al-sham sy/national-front"),
    ("سرت الهدنة التي وقعها النظام والمعارضة في حي الوعر بمدينة حمص.", "SY sy/opposition"),
    ("هدنة في مضايا تنهي القتال بين حزب الله ومقاتلي المعارضة.", "lb/hezbollah sy/opposition"),
    ("The Syrian government and rebels agreed on a truce in Daraa.", "SY sy/opposition"),
    ("A ceasefire between the Syrian army and Jaish al-Islam took effect in Douma on Friday.", "SY sy/jaysh-al-islam"),
    ("A truce between Druze factions and Bedouin tribes is holding in Sweida.", "sy/druze-factions sy/tribes"),
    ("The SDF and Syria's transitional government signed a ceasefire agreement for Aleppo.", "sy/sdf SY"),
    ("اتفقت وزارة الدفاع السورية مع قسد على وقف إطلاق النار في حي الشيخ مقصود بحلب.", "SY sy/sdf"),
    ("أبرم التحالف الدولي اتفاق هدنة مع تنظيم الدولة في الطبقة.", "anti-is-coalition islamic-state"),
    ("Syria's army and Kurdish-led SDF forces reached a ceasefire in Aleppo, state media said.", "SY sy/sdf"),
    # Yemen
    ("أعلن التوصل إلى هدنة بين الحكومة اليمنية والحوثيين في الحديدة برعاية أممية.", "YE ye/houthis"),
    ("دخلت حيز التنفيذ في اليمن هدنة بين التحالف العربي وجماعة الحوثي.", "ye/saudi-led-coalition ye/houthis"),
    ("التزم الحوثيون والقوات الحكومية بالهدنة في تعز.", "ye/houthis YE"),
    (
        "Yemen's internationally recognised government and the Iran-backed Houthi rebels signed a truce in Hodeidah.",
        "YE ye/houthis",
    ),
    # Lebanon, Gaza
    (
        "A ceasefire between Israel and the Iran-backed Hezbollah movement took effect in southern Lebanon on Wednesday.",
        "IL lb/hezbollah",
    ),
    ("دخل وقف إطلاق النار بين إسرائيل وحزب الله حيز التنفيذ في جنوب لبنان فجر الأربعاء.", "IL lb/hezbollah"),
    ("The Israel-Hezbollah ceasefire is holding in southern Lebanon.", "IL lb/hezbollah"),
    ("Israel has agreed to a truce with Hamas in Gaza, Qatar said.", "IL ps/hamas"),
    ("توصلت إسرائيل وحركة حماس إلى هدنة في قطاع غزة بوساطة مصرية وقطرية.", "IL ps/hamas"),
    ("أعلنت حركة الجهاد الإسلامي وقف إطلاق النار مع إسرائيل في قطاع غزة.", "ps/islamic-jihad IL"),
    # Afghanistan
    ("The Taliban and the Afghan government agreed on a three-day ceasefire in Kabul.", "af/taliban AF"),
    ("The US-Taliban ceasefire took hold in Kandahar.", "US af/taliban"),
    ("اتفقت حركة طالبان والحكومة الأفغانية على هدنة في قندهار خلال العيد.", "af/taliban AF"),
    ("الهدنة بين الجيش اللبناني وداعش في عرسال سارية.", "LB islamic-state"),
    # Africa
    (
        "A ceasefire between the Sudanese army and the paramilitary Rapid Support Forces began in Khartoum.",
        "sd/armed-forces sd/rapid-support-forces",
    ),
    ("بدأت في الخرطوم هدنة بين الجيش السوداني وقوات الدعم السريع.", "sd/armed-forces sd/rapid-support-forces"),
    ("وافقت قوات حفتر وحكومة الوفاق على وقف إطلاق النار في ليبيا.", "ly/lna ly/gna"),
    ("The Libyan National Army and the Government of National Accord signed a ceasefire in Sirte.", "ly/lna ly/gna"),
    ("Ethiopia's government and Tigrayan forces signed a truce in Mekelle.", "ET et/tplf"),
    ("South Sudan's government and the SPLM-IO signed a ceasefire agreement for Juba.", "SS ss/splm-io"),
    # Asia, Europe, America
    ("Armenia and Azerbaijan agreed on a ceasefire in Nagorno-Karabakh.", "AM AZ"),
    ("A truce between Ukraine and pro-Russian separatists came into force in Donetsk.", "UA ua/separatists"),
    ("The Colombian government and the ELN agreed to a ceasefire in Colombia.", "CO co/eln"),
    ("India and Pakistan agreed on a ceasefire in Kashmir.", "IN PK"),
    (
        "Myanmar's junta and the Three Brotherhood Alliance agreed on a ceasefire in Shan.",
        "mm/tatmadaw mm/brotherhood-alliance",
    ),
    ("The PKK declared a ceasefire in Turkey.", "tr/pkk"),
]  # fmt: skip

UNBOUND = [
    ("اتفاق بين روسيا وتركيا على وقف إطلاق النار في إدلب.", "states that stand behind a truce abroad"),
    ("Russia and the United States agreed on a ceasefire in Daraa.", "the same in English"),
    ("محادثات بين روسيا والأردن من أجل هدنة في درعا.", "talks between states"),
    ("Fighting between the army and rebels went on in Douma despite the truce in Eastern Ghouta.", "fighting between sides"),
    ("تواصلت الاشتباكات بين جيش الإسلام وفيلق الرحمن رغم الهدنة في الغوطة الشرقية.", "the same in Arabic"),
    ("دخلت الهدنة حيز التنفيذ في درعا برعاية روسيا وإيران.", "sponsors"),
    ("عقد لقاء في عمان بين روسيا والمعارضة، وتسري الهدنة في درعا.", "a meeting between sides"),
    ("Russia said there was no truce with Nusra in Idlib, where a ceasefire is in force.", "a truce that there is not"),
    ("شدد بوتين على عدم إمكانية أي هدنة مع جبهة النصرة في إدلب.", "the same in Arabic"),
    ("تسري الهدنة في درعا، وقالت فرنسا إن الحكومة السورية مسؤولة.", "a side that is spoken of"),
    ("أعلنت روسيا بالتنسيق مع النظام هدنة في الغوطة الشرقية.", "one with whom an announcement was concerted"),
    ("الهدنة سارية في درعا على الحدود بين سوريا والأردن.", "neighbours of a border"),
    ("المباراة بين سوريا وإيران انتهت بالتعادل في درعا بعد هدنة قصيرة.", "a football match"),
    ("A truce brokered by Egypt took hold in Gaza.", "a mediator"),
    ("اتفق المجلس العسكري الليبي وقوات حفتر على وقف إطلاق النار في سرت.", "a list that starts with one whom nobody knows"),
    ("اتهمت الحكومة اليمنية الحوثيين بخرق الهدنة في الحديدة.", "an accusation"),
    ("تسري الهدنة في إدلب التي وصلها من رفضوا اتفاقات تسوية مع النظام.", "agreements in general"),
    ("تبادلت إسرائيل وحماس الأسرى بموجب الهدنة في غزة.", "an exchange of prisoners"),
    ("Protesters and the government agreed on a truce in Hong Kong.", "a government that no war is known of"),
    ("Turkey backed the ceasefire in Idlib.", "a state that backs it"),
    ("The UN said a truce is in force in Hodeidah.", "one who tells of it"),
    ("أعلن الجيش السوري خروج المقاتلين من حرستا بموجب اتفاق الإجلاء.", "one who tells of an evacuation"),
]  # fmt: skip


def parties(text: str, published: str | None = "2017-08-01") -> list[str]:
    """The parties of all statements of a text, by id, each once."""
    return list(dict.fromkeys(party.actor for s in read(text, published).statements for party in s.parties))


@pytest.mark.parametrize(("text", "actors"), BOUND, ids=[text[:40] for text, _ in BOUND])
def test_who_is_bound(text: str, actors: str) -> None:
    assert parties(text) == actors.split()


@pytest.mark.parametrize(("text", "why"), UNBOUND, ids=[why for _, why in UNBOUND])
def test_who_is_not_bound(text: str, why: str) -> None:
    assert parties(text) == []


def test_each_party_has_the_words_that_name_it() -> None:
    text = "وقع الاتفاق أمس. دخلت الهدنة بين النظام السوري و«جيش الإسلام» حيز التنفيذ في دوما."
    found = {p.actor: p.span.of(text) for s in read(text).statements for p in s.parties}
    assert found == {"SY": "النظام السوري", "sy/jaysh-al-islam": "جيش الإسلام"}


def test_a_sentence_in_passing_tells_the_parties_of_the_only_truce() -> None:
    text = "تسري الهدنة في دوما منذ أسبوع. وجاء الاتفاق بين النظام وجيش الإسلام مفاجئا."
    assert parties(text) == ["SY", "sy/jaysh-al-islam"]


def test_a_sentence_about_another_place_tells_nothing_of_them() -> None:
    text = "تسري الهدنة في دوما منذ أسبوع. وذكر باتفاق أنهى القتال في الحديدة بين الحكومة اليمنية والحوثيين."
    assert [s.parties for s in read(text).statements if s.areas[0].area == "sy/douma"] == [()]


def test_two_truces_of_a_text_keep_their_parties_apart() -> None:
    text = "دخلت الهدنة بين النظام السوري وجيش الإسلام حيز التنفيذ في دوما. وانهارت الهدنة بين إسرائيل وحزب الله في جنوب لبنان."
    found = {c.area: [p.actor for p in s.parties] for s in read(text).statements for c in s.areas}
    assert found == {"sy/douma": ["SY", "sy/jaysh-al-islam"], "lb/south-lebanon": ["IL", "lb/hezbollah"]}


def test_a_side_is_that_of_the_country_that_the_text_is_about() -> None:
    assert parties("A truce between the government and rebels is holding in Daraa, Syria.") == ["SY", "sy/opposition"]
    assert parties("A truce between the government and rebels is holding in Hodeidah, Yemen.") == ["YE", "ye/houthis"]


@pytest.mark.parametrize(
    ("text", "mediators", "sponsors"),
    [
        ("دخلت الهدنة حيز التنفيذ في قطاع غزة بوساطة مصرية وقطرية.", "EG QA", "EG QA"),
        ("دخلت الهدنة حيز التنفيذ في الحديدة بوساطة الأمم المتحدة.", "united-nations", ""),
        ("A UN-brokered truce took hold in Hodeidah.", "united-nations", ""),
        ("A truce mediated by Egypt and Qatar took hold in Gaza.", "EG QA", "EG QA"),
        ("دخلت الهدنة حيز التنفيذ في درعا برعاية روسيا.", "", "RU"),
        ("Egypt brokered a truce between Israel and Hamas in Gaza.", "", None),
    ],
)
def test_who_mediated_is_told_apart_from_who_sponsors(text: str, mediators: str, sponsors: str | None) -> None:
    (statement,) = read(text).statements
    assert statement.mediators == tuple(mediators.split())
    if sponsors is not None:
        assert statement.sponsors == tuple(sponsors.split())


def test_the_id_of_a_statement_without_parties_does_not_depend_on_them() -> None:
    bound, unbound = (
        read(text).statements[0] for text in ("الهدنة بين النظام والمعارضة سارية في درعا.", "تسري الهدنة في درعا منذ أسبوع.")
    )
    assert statement_id(replace(bound, parties=())) != bound.id
    assert statement_id(replace(unbound, parties=(), mediators=())) == unbound.id


def test_the_tables_know_the_parties_better_than_texts() -> None:
    reading = read("The Syrian government and Jaysh al-Islam agreed on a ceasefire in Douma on Tuesday.", "2017-08-01")
    (statement,), (described,) = reading.statements, reading.agreements
    assert parties_of(described, [statement]) == ("SY", "sy/jaysh-al-islam")
    assert parties_of(replace(described, parties=("RU",)), [statement]) == ("SY", "sy/jaysh-al-islam")
    assert parties_of(replace(described, known=True, parties=("RU",)), [statement]) == ("RU",)
    for modality, bound in ((Modality.FUTURE, 2), (Modality.DENIED, 0), (Modality.POSSIBLE, 0), (Modality.CONDITIONAL, 0)):
        assert len(parties_of(described, [replace(statement, modality=modality)])) == bound, modality


def test_every_actor_has_a_word() -> None:
    actors = reader().reference.actors
    named = {word.actor for word in actors.words if word.actor}
    assert set(actors.actors) <= named | {id for id in actors.actors if len(id) == 2}, "an actor that no word names"
