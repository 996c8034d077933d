"""Other towns, other months, other outlets' wording: what holds for the seed articles must hold for any text.

Every text here was written for this test. Each row gives what the text says: (area, status) pairs, left-out areas, and the
dates of the first statement.
"""

from __future__ import annotations

import pytest

from tests.reading import excluded, read, zones

ROWS = {
    "ar: a truce that came into force, list of provinces": (
        "عمان – دخلت الهدنة في الجنوب السوري حيز التنفيذ ظهر الأحد، بعد إعلان واشنطن وموسكو وعمان التوصل إليها. "
        "ويشمل الاتفاق محافظتي درعا والقنيطرة، وأكد ناشطون توقف القصف.",
        "2017-07-10",
        {("SY12", "in_force"), ("SY14", "in_force")}, set(), {"effective": "2017-07-09"},
    ),
    "ar: talks over two enclaves, announcement expected": (
        "قالت مصادر في المعارضة إن وفدا روسيا يجري مفاوضات مع الفصائل بشأن هدنة في القلمون الشرقي ووادي بردى "
        "قد يعلن عنها في تشرين الأول المقبل، وسط استمرار القصف.",
        "2016-09-12",
        {("sy/eastern-qalamoun", "negotiating"), ("sy/wadi-barada", "negotiating")}, set(), {},
    ),
    "ar: one zone left out": (
        "أعلنت وزارة الدفاع التركية أن وقف إطلاق النار يشمل محافظة إدلب باستثناء مدينة جسر الشغور. "
        "وقالت فصائل المعارضة إنها ملتزمة بالاتفاق.",
        "2020-03-07",
        {("SY07", "in_force")}, {"sy/jisr-al-shughur"}, {},
    ),
    "ar: negated coverage": (
        "أبرمت الفصائل وروسيا اتفاق هدنة في مدينة الرستن. ولا يشمل الاتفاق مدينة تلبيسة، بحسب ناشطين تحدثوا عن قصف متقطع.",
        "2017-08-05",
        {("sy/rastan", "agreed")}, {"sy/talbiseh"}, {},
    ),
    "ar: violated by shelling": (
        "سجل المرصد السوري لحقوق الإنسان خروقات لوقف إطلاق النار في ريف حماة الشمالي وريف إدلب الجنوبي، "
        "حيث استهدفت المدفعية بلدات عدة.",
        "2019-09-02",
        {("sy/northern-hama", "violated"), ("sy/southern-idlib", "violated")}, set(), {},
    ),
    "ar: the truce collapsed": (
        "انهارت الهدنة في حي الوعر بعد ساعات من بدئها، وتجددت الاشتباكات بين الفصائل وقوات النظام.",
        "2016-12-02",
        {("sy/waer", "ended")}, set(), {},
    ),
    "ar: rejected proposal": (
        "رفضت الفصائل مقترحا روسيا لهدنة في داريا ومعضمية الشام، وقالت إن القصف لم يتوقف.",
        "2016-05-20",
        {("sy/darayya", "rejected"), ("sy/moadamiyah", "rejected")}, set(), {},
    ),
    "ar: extended until a day": (
        "اتفق الطرفان على تمديد الهدنة في الفوعة وكفريا حتى الخميس المقبل، وفق ما أفاد به مصدر في جيش الفتح. "
        "وكان القتال قد توقف قبل ثلاثة أيام.",
        "2015-08-30",
        {("sy/foua", "in_force"), ("sy/kefraya", "in_force")}, set(), {"until": "2015-09-03"},
    ),
    "ar: another country": (
        "أعلن المبعوث الأممي أن وقف إطلاق النار في الحديدة دخل حيز التنفيذ منتصف ليل الثلاثاء، "
        "فيما تبادلت الحكومة والحوثيون الاتهامات بقصف متفرق.",
        "2018-12-19",
        {("ye/hodeidah", "in_force")}, set(), {"effective": "2018-12-18"},
    ),
    "ar: a figurative truce": (
        "أعلنت نقابة المعلمين هدنة مع وزارة التربية وتعليق الإضراب في درعا والسويداء لأسبوعين إفساحا للمفاوضات.",
        "2021-03-02",
        set(), set(), {},
    ),
    "ar: places without a truce": (
        "قال مسؤول محلي إن الأمطار أغلقت طرقا في درعا والقنيطرة وريف حمص الشمالي الأربعاء، وإن فرق الطوارئ عملت حتى المساء.",
        "2019-01-10",
        set(), set(), {},
    ),
    "en: in force since a day": (
        "The ceasefire brokered by Russia and Jordan covers Daraa and Quneitra provinces and has been in force since "
        "July 9, rebel commanders said on Tuesday.",
        "2017-07-11",
        {("SY12", "in_force"), ("SY14", "in_force")}, set(), {"effective": "2017-07-09"},
    ),
    "en: talks": (
        "Russian officers and rebels are holding talks on a truce in Rastan and Talbiseh, activists in northern Homs said.",
        "2017-07-28",
        {("sy/rastan", "negotiating"), ("sy/talbiseh", "negotiating")}, set(), {},
    ),
    "en: partial coverage": (
        "The de-escalation zone, agreed in Astana on 4 May, includes all of Idlib province and parts of Aleppo, Hama and "
        "Latakia provinces, the army said.",
        "2017-05-06",
        {("SY07", "agreed"), ("SY02", "agreed"), ("SY05", "agreed"), ("SY06", "agreed")}, set(), {"signed": "2017-05-04"},
    ),
    "ar: the headline names the place, the text only the parties": (
        "اليمن: المبعوث يعلن عن هدنة مع الحوثيين\n"
        "تدخل الهدنة الجديدة بين الحكومة والجماعة حيز التنفيذ غدا السبت، ولم تتوقف الاشتباكات بعد.",
        "2022-04-01",
        {("YE", "agreed")}, set(), {"effective": "2022-04-02"},
    ),
    "ar: the only place of the headline": (
        "قتيلان في غارات على قطاع غزة\nوكان وقف إطلاق النار بين الطرفين قد دخل حيز التنفيذ مساء أمس.",
        "2018-08-11",
        {("ps/gaza-strip", "violated")}, set(), {},
    ),
    "ar: a country that acts in the headline is no scene": (
        "ليبيا تنفي تمويل الفصائل\nقال الطرفان إنهما يرفضان أي هدنة قبل وقف القصف.",
        "2019-05-02",
        set(), set(), {},
    ),
    "ar: the country without its name": (
        "قال ناشطون في سوريا إن القصف تواصل. وأعلن الوسطاء التوصل إلى هدنة في جنوب غرب البلاد.",
        "2017-07-08",
        {("sy/south-west", "agreed")}, set(), {},
    ),
    "ar: a start told in passing beside the breach": (
        "رغم بدء سريان الهدنة في مدينة دوما فجر اليوم، قصفت قوات النظام أحياء المدينة.",
        "2018-03-04",
        {("sy/douma", "violated")}, set(), {},
    ),
    "ar: fighting beside a truce just endorsed": (
        "أصيب العشرات في الضربات الجوية على مدينة حرستا، على الرغم من إقرار هدنة إنسانية.",
        "2018-03-06",
        {("sy/harasta", "violated")}, set(), {},
    ),
    "ar: both sides of an exchange are left": (
        "نص الاتفاق على إخراج الجرحى من مضايا مقابل خروج مقاتلين من كفريا إلى حلب، بإشراف الهلال الأحمر.",
        "2017-04-10",
        {("sy/madaya", "agreed"), ("sy/kefraya", "agreed")}, set(), {},
    ),
    "ar: a second group of those who leave": (
        "غادرت حافلات تقل مقاتلين من زملكا ومئات من عربين تنفيذا لاتفاق الإجلاء.",
        "2018-03-25",
        {("sy/zamalka", "in_force"), ("sy/arbin", "in_force")}, set(), {},
    ),
    "ar: an evacuation agreed without the noun, then carried out": (
        "اتفق على إجلاء المدنيين من الفوعة، وأعلن الهلال الأحمر انتهاء العملية مساء أمس.",
        "2018-07-20",
        {("sy/foua", "ended")}, set(), {},
    ),
    "ar: the title of a capital with its adjective": (
        "توصل الطرفان إلى وقف لإطلاق النار في العاصمة اليمنية صنعاء.",
        "2018-12-02",
        {("ye/sanaa", "agreed")}, set(), {},
    ),
    "ar: not yet": (
        "لم تدخل الهدنة حيز التنفيذ بعد في حي الوعر.",
        "2016-12-02",
        {("sy/waer", "agreed")}, set(), {},
    ),
    "ar: observers posted as part of an agreement": (
        "أقام الجيش التركي موقعا في محافظة إدلب كجزء من اتفاق خفض التصعيد.",
        "2018-02-05",
        {("SY07", "in_force")}, set(), {},
    ),
    "ar: towns to be made a zone": (
        "دعا المبعوث إلى تحويل مدينتي الباب ومنبج إلى منطقة منزوعة السلاح.",
        "2018-11-12",
        {("sy/al-bab", "proposed"), ("sy/manbij", "proposed")}, set(), {},
    ),
    "ar: a negated adjective beside the status": (
        "في خطوة غير معلنة خرقت الفصائل الهدنة في تلبيسة.",
        "2017-11-12",
        {("sy/talbiseh", "violated")}, set(), {},
    ),
    "ar: negated coverage behind a comma": (
        "تسري الهدنة في جميع أرجاء سوريا، ولا تشمل مدينة الرقة.",
        "2016-12-30",
        {("SY", "in_force")}, {"sy/raqqa"}, {},
    ),
    "en: the country's sides": (
        "Yemen's warring sides agreed to a nationwide truce on Friday.",
        "2022-04-02",
        {("YE", "agreed")}, set(), {},
    ),
    "en: not included": (
        "The army said a truce in Eastern Ghouta took effect on Saturday. It does not include the Jobar district, where "
        "fighting went on.",
        "2017-07-23",
        {("sy/eastern-ghouta", "in_force")}, {"sy/jobar"}, {"effective": "2017-07-22"},
    ),
    "en: violated": (
        "Shelling killed three people in Suwayda on Monday in violation of a ceasefire in Suwayda province announced last "
        "week, monitors said.",
        "2025-07-22",
        {("SY13", "violated")}, set(), {},
    ),
    "en: the verb behind a relative clause": (
        "The ceasefire, which leaves out the jihadists, was holding in Homs and Latakia provinces, residents said.",
        "2016-02-28",
        {("SY04", "in_force"), ("SY06", "in_force")}, set(), {},
    ),
    "en: collapsed behind a relative clause": (
        "The truce, which started at dawn, collapsed within hours in Talbesa, rebels said.",
        "2016-10-21",
        {("sy/talbiseh", "ended")}, set(), {},
    ),
    "en: the parties of a country": (
        "Libya's warring sides signed a ceasefire on Friday, the mediators told reporters.",
        "2020-10-24",
        {("LY", "agreed")}, set(), {"signed": "2020-10-23"},
    ),
    "en: the rebels of a province": (
        "Rebels in the southern province of Deraa have reached a ceasefire with Russian officers, an elder said.",
        "2018-07-06",
        {("SY12", "agreed")}, set(), {},
    ),
    "en: broken behind a relative clause": (
        "The truce in Zabadani, which was brokered by Iran, was broken within hours, the rebels said.",
        "2015-08-28",
        {("sy/zabadani", "violated")}, set(), {},
    ),
    "en: what is evacuated under a deal": (
        "Rebels began evacuating Daraiya on Friday under a deal with the government.",
        "2016-08-26",
        {("sy/darayya", "in_force")}, set(), {},
    ),
    "en: an earlier truce is another one": (
        "A truce is in force in Madaya, medics said. An earlier truce collapsed after the sides failed to agree on aid.",
        "2015-10-02",
        {("sy/madaya", "in_force"), ("sy/madaya", "ended")}, set(), {},
    ),
    "en: no truce was reached": (
        "No truce has been reached in Jobar, where rebels and troops fought on Sunday.",
        "2014-02-17",
        {("sy/jobar", "rejected")}, set(), {},
    ),
    "en: shattered": (
        "Air strikes shattered a truce in eastern Ghouta on Tuesday, doctors said.",
        "2018-02-27",
        {("sy/eastern-ghouta", "violated")}, set(), {},
    ),
    "en: a day ahead behind a time of day": (
        "A ceasefire in Idleb will take effect at 9:45 p.m. local time on Monday, the army said.",
        "2023-05-21",
        {("SY07", "agreed")}, set(), {"effective": "2023-05-22"},
    ),
    "en: what began in one place of a list": (
        "A U.N.-brokered ceasefire in Yemen's city of Hodeidah took effect on Monday. The coalition agreed on the truce at "
        "talks in Sweden last week. The agreement covers the ports of Hodeidah, Salif and Ras Isa.",
        "2018-12-18",
        {("ye/hodeidah", "in_force"), ("ye/salif", "in_force"), ("ye/ras-isa", "in_force")}, set(), {},
    ),
    "en: the parts beside a province": (
        "The truce covers Idlib province and adjoining districts of Hama, rebels said.",
        "2017-05-08",
        {("SY07", "in_force"), ("SY05", "in_force")}, set(), {},
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", ROWS)
def test_paraphrase(name: str) -> None:
    text, published, expected, left_out, dates = ROWS[name]
    reading = read(text, published)
    assert (zones(reading), excluded(reading)) == (expected, left_out)
    for field, value in dates.items():
        assert {str(getattr(s, field)) for s in reading.statements} == {value}


def test_partial_areas_are_marked() -> None:
    text, published, *_ = ROWS["en: partial coverage"]
    marked = {c.area: c.partial for s in read(text, published).statements for c in s.areas}
    assert marked == {"SY07": False, "SY02": True, "SY05": True, "SY06": True}


@pytest.mark.parametrize(("text", "quote"), [
    ("قصف عنيف على بلدة كفربطنا رغم الهدنة.", "قصف عنيف على بلدة كفربطنا رغم الهدنة"),
    ("دخلت الهدنة بين الطرفين في تلبيسة حيز التنفيذ اليوم.", "دخلت الهدنة بين الطرفين في تلبيسة حيز التنفيذ اليوم"),
    ("فشل الوفدان بالتوصل إلى هدنة في داريا.", "فشل الوفدان بالتوصل إلى هدنة في داريا"),
    ("أقيمت نقطة للمراقبة في إدلب كجزء من اتفاق خفض التصعيد.", "أقيمت نقطة للمراقبة في إدلب كجزء من اتفاق خفض التصعيد"),
])  # fmt: skip
def test_the_first_quote_is_a_whole_clause(text: str, quote: str) -> None:
    (statement,) = read(text).statements
    assert statement.evidence[0].quote == quote


def test_a_place_of_the_headline_is_quoted_too() -> None:
    (statement,) = read("مقتل شخصين في اشتباكات بمدينة بنغازي\nوقال شهود إن وقف إطلاق النار انهار أمس.").statements
    assert [e.quote for e in statement.evidence] == ["وقف إطلاق النار انهار أمس", "مقتل شخصين في اشتباكات بمدينة بنغازي"]
