"""Truces in the words of Arabic agencies: one whose start lies ahead, that may be made longer, that was imposed; and places
that are those of a partner, a meeting or an office, and not the truce's."""

from __future__ import annotations

import pytest

from tests.reading import read, zones

AHEAD = [
    (
        "أعلن الطرفان أن وقف إطلاق النار الذي اتفقا عليه في تعز سيبدأ الأربعاء 19 ديسمبر. "
        "وقال سكان إن الاشتباكات استمرت على أطراف تعز.",
        "ye/taiz agreed",
        "fighting before the day on which it shall start",
    ),
    (
        "دخلت هدنة في تعز حيز التنفيذ الأحد. وقال سكان إن الاشتباكات استمرت على أطراف تعز.",
        "ye/taiz violated",
        "fighting behind its start",
    ),
    (
        "تسري هدنة في تعز منذ الأحد. واتفق الطرفان على هدنة جديدة تبدأ في 19 ديسمبر. وقال سكان إن القصف استمر على تعز.",
        "ye/taiz violated",
        "fighting under the one before the next",
    ),
]

LONGER = [
    ("توصل الطرفان إلى هدنة في الرستن لمدة أسبوع قابلة للتمديد.", "sy/rastan agreed", "a truce that may be extended"),
    ("أعلن الجيش هدنة في الرستن مدتها يومان قابلة للتجديد.", "sy/rastan agreed", "one that may be renewed"),
    ("توصل الطرفان إلى هدنة في الرستن لمدة أسبوع يمكن تمديدها.", "sy/rastan agreed", "in a relative clause"),
    (
        "اتفق الطرفان على هدنة في الرستن تبدأ غدا. وقال الوسيط إنه يمكن تجديد الهدنة بموافقة الطرفين.",
        "sy/rastan agreed",
        "in another sentence",
    ),
    ("يمكن تمديد الهدنة في الرستن شهرا آخر.", "sy/rastan in_force", "one that is there"),
    ("الهدنة في الرستن قابلة للتمديد.", "sy/rastan in_force", "said of one that is known"),
    ("اتفق الطرفان على تمديد الهدنة في الرستن أسبوعا.", "sy/rastan in_force", "one that was extended"),
    (
        "وافق الطرفان على تمديد الهدنة في الرستن شهرا. ويدخل التمديد حيز التنفيذ بعد انتهاء الهدنة الحالية في 16 ديسمبر.",
        "sy/rastan in_force",
        "one that goes over into the next",
    ),
    ("تجددت المعارك في الرستن بعد انتهاء الهدنة.", "sy/rastan ended", "one that is over"),
    (
        "دخلت هدنة جديدة في الرستن حيز التنفيذ بعد انتهاء الهدنة السابقة.",
        "sy/rastan in_force, sy/rastan ended",
        "one before the next",
    ),
]

AWAITED = [
    ("يسبق الهدوء بيوم واحد موعد بدء هدنة في الرستن.", "sy/rastan agreed", "the hour set for it"),
    ("اقترب موعد سريان الهدنة في الرستن.", "sy/rastan agreed", "the hour draws near"),
    ("حل موعد بدء الهدنة في الرستن.", "sy/rastan in_force", "the hour has come"),
    ("يتوقع أن تسري الهدنة في الرستن ليل الجمعة.", "sy/rastan agreed", "it is expected"),
    (
        "وافقت الفصائل في الرستن على اتفاق تهجير. وبعد خروج الدفعة الأخيرة تنتشر الشرطة في البلدة.",
        "sy/rastan agreed",
        "what the police wait for",
    ),
    (
        "وافقت الفصائل في الرستن على اتفاق تهجير. وبعد خروج الدفعة الأخيرة دخلت الشرطة البلدة.",
        "sy/rastan ended",
        "what has come",
    ),
]

BROUGHT_ABOUT = [
    ("نجحت القوة في فرض هدنة في الرستن.", "sy/rastan in_force", "imposed with success"),
    ("تمكنت القوات من فرض وقف لإطلاق النار في الرستن.", "sy/rastan in_force", "they were able to"),
    ("تحاول القوات فرض وقف لإطلاق النار في الرستن.", "sy/rastan proposed", "they try to"),
    ("فشلت القوات في فرض هدنة في الرستن.", "sy/rastan rejected", "they failed"),
    ("اندلعت معارك في الرستن. وبجهود الوجهاء تم وقف إطلاق النار.", "sy/rastan in_force", "done, behind the fighting"),
    ("تم خرق وقف إطلاق النار في الرستن.", "sy/rastan violated", "what was done is its breach"),
    ("تم وقف إطلاق النار في الرستن لكنه انهار بعد ساعات.", "sy/rastan ended", "and undone"),
]

REACHED = [
    ("توصل الطرفان، بعد يومين من القصف، إلى هدنة في الرستن.", "sy/rastan agreed", "behind shelling, in commas"),
    ("توصل الطرفان بعد يومين من القصف إلى هدنة في الرستن.", "sy/rastan agreed", "the same without commas"),
    ("توصل الطرفان، بعد مفاوضات طويلة، إلى هدنة في الرستن.", "sy/rastan agreed", "behind talks"),
    ("توصل الطرفان بعد يومين من المحادثات إلى هدنة في الرستن.", "sy/rastan agreed", "behind days of talks"),
    ("اتفق الجيش والفصائل، بعد أسبوع من المعارك، على وقف النار في الرستن.", "sy/rastan agreed", "with «على»"),
    ("انتهى المفاوضون في الرستن، بعد يومين من القصف، إلى اتفاق تهجير.", "sy/rastan agreed", "«انتهى … إلى»"),
    ("انتهى الطرفان إلى اتفاق هدنة في الرستن.", "sy/rastan agreed", "said of the two sides"),
    ("انتهت الهدنة في الرستن وعاد المقاتلون إلى اتفاق سابق.", "sy/rastan ended", "said of the truce"),
    ("قصف الجيش الرستن، بعد ساعات من الاتفاق على الهدنة.", "sy/rastan violated", "fighting behind the truce"),
    ("أعلن الجيش، بعد أسابيع من القصف، هدنة في الرستن.", "sy/rastan agreed", "announced"),
]

HOURS_AWAY = [
    ("لم يبق سوى ساعات على نهاية الهدنة في الرستن.", "sy/rastan in_force", "hours are left"),
    ("يفصلنا يوم واحد عن انتهاء الهدنة في الرستن.", "sy/rastan in_force", "a day parts us from it"),
    ("موعد انتهاء الهدنة في الرستن السابعة من مساء اليوم.", "sy/rastan in_force", "the hour set for its end"),
    ("حل موعد انتهاء الهدنة في الرستن.", "sy/rastan ended", "that hour has come"),
    ("لم يبق سوى ركام بعد نهاية الهدنة في الرستن.", "sy/rastan ended", "what is left behind its end"),
    ("تنتهي الهدنة في الرستن غدا، ولا مؤشر إلى تمديدها.", "sy/rastan in_force", "no sign that it will last longer"),
    ("الهدنة في الرستن ستستمر 48 ساعة أخرى.", "sy/rastan in_force", "for further hours"),
    ("قال الجيش إن الهدنة في الرستن ستستمر يومين إضافيين.", "sy/rastan in_force", "for further days"),
    ("هدنة في الرستن ستستمر 48 ساعة.", "sy/rastan agreed", "how long a new one shall last"),
    ("المعارك في الرستن ستستمر أياما أخرى رغم الهدنة.", "sy/rastan violated", "what goes on is fighting"),
    (
        "تتصاعد الهجمات في ريف حماة فيما لم يبق سوى ساعات على نهاية الهدنة التي توافقت عليها موسكو وواشنطن في سوريا.",
        "SY in_force",
        "its place behind its name, and that of the fighting before",
    ),
    ("تجددت المعارك في الرستن مع انهيار الهدنة التي وقعت في أنقرة.", "sy/rastan ended", "where it was signed"),
]

PUTS_AN_END = [
    ("أنهت الهدنة القتال في الرستن.", "sy/rastan in_force", "to fighting"),
    ("أنهت الهدنة في الرستن قتالا داميا.", "sy/rastan in_force", "with its place between"),
    ("اتفق الطرفان على هدنة في الرستن. وأنهى الاتفاق قتالا دام أسبوعين.", "sy/rastan agreed", "in the next sentence"),
    ("أنهى قصف الرستن الهدنة.", "sy/rastan ended", "fighting does to the truce"),
    ("أنهى الجيش الهدنة في الرستن.", "sy/rastan ended", "somebody to the truce"),
    ("أنهت الهدنة الحركة في الرستن.", "sy/rastan ended", "the object before the subject"),
]

ENTERED = [
    ("دخلت الهدنة في الرستن التي أعلنتها موسكو حيز التنفيذ.", "sy/rastan in_force", "a relative clause between"),
    ("لم تدخل الهدنة في الرستن التي أعلنتها موسكو حيز التنفيذ.", "sy/rastan agreed", "denied before it"),
]

TOLD = [*ENTERED, *PUTS_AN_END, *HOURS_AWAY, *AHEAD, *LONGER, *AWAITED, *BROUGHT_ABOUT, *REACHED]


@pytest.mark.parametrize(("text", "expected", "why"), TOLD, ids=[why for *_, why in TOLD])
def test_how_a_truce_stands_is_told_by_its_sentence(text: str, expected: str, why: str) -> None:
    assert {f"{area} {status}" for area, status in zones(read(text, "2018-12-16"))} == set(expected.split(", ")), why


PLACES = [
    (
        "دارت معارك في غزة. وقالت حماس إنه تم الاتفاق مع الأشقاء في قطر ومصر على تمديد الهدنة يومين.",
        "ps/gaza-strip in_force",
        "a partner abroad",
    ),
    ("تم الاتفاق مع الفصائل في درعا على وقف إطلاق النار.", "SY12 agreed", "a side of the war"),
    ("تم التوصل إلى هدنة مع الحوثيين في الحديدة.", "ye/hodeidah agreed", "a place of the truce"),
    ("بلدتا صوران وكفرزيتا داخلتان في اتفاق خفض التصعيد.", "sy/suran in_force, sy/kafr-zita in_force", "«داخلتان في»"),
    (
        "أعلنت الحكومة الليبية وقف إطلاق نار في كافة أرجاء البلاد. ودعت إلى إخلاء سرت من السلاح.",
        "LY agreed",
        "the country that the text is about",
    ),
    (
        "أعلن الجيش هدنة في عموم البلاد. ودارت معارك في سرت وبنغازي قبل أيام.",
        "LY agreed",
        "the one country of all its places",
    ),
    ("قال وزير الدفاع الأمريكي إن هدنة في البلاد ممكنة بعد معارك.", "", "no country"),
    ("اتفق أهالي وادي بردى، شمال غرب دمشق، مع الجيش على هدنة.", "sy/wadi-barada agreed", "which side of a city it lies on"),
    (
        "تم الاتفاق بين وجهاء طفس واللجنة الأمنية في محافظة درعا على وقف إطلاق النار.",
        "sy/tafas agreed",
        "the seat of a committee",
    ),
    (
        "يشمل وقف النار مدينة الحديدة وموانئ الحديدة والصليف ورأس عيسى.",
        "ye/hodeidah in_force, ye/salif in_force, ye/ras-isa in_force",
        "a list of ports",
    ),
    ("الرستن داخلة في الهدنة.", "sy/rastan in_force", "«داخلة في»"),
    ("الرستن غير داخلة في الهدنة.", "", "«غير داخلة في»"),
]


@pytest.mark.parametrize(("text", "expected", "why"), PLACES, ids=[why for *_, why in PLACES])
def test_a_truce_covers_its_own_places(text: str, expected: str, why: str) -> None:
    found = {f"{area} {status}" for area, status in zones(read(text, "2018-12-16"))}
    assert found == {zone for zone in expected.split(", ") if zone}, why
