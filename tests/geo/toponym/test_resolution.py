"""Which place a name means, why, and when the text does not say."""

from __future__ import annotations

import pytest

from geo.toponym.reason import Because, Reason
from tests.reading import places, read

# phenomenon: (text, the area of the name that is asked about)
DECIDED = {
    "a vowel sign: Amman": ("قالت عمّان إنها تدعم الحل", "عمّان", "jo/amman"),
    "a vowel sign: Oman": ("قالت عُمان إنها تدعم الحل", "عُمان", "OM"),
    "a title of state": ("عرضت سلطنة عمان استضافة المحادثات", "سلطنة عمان", "OM"),
    "the country is named": ("اجتمع خبراء من الأردن وروسيا في عمان", "عمان", "jo/amman"),
    "named with its neighbours": ("قصفت جرابلس والباب ومنبج", "الباب", "sy/al-bab"),
    "a head word": ("دخلت القوات مدينة الباب", "الباب", "sy/al-bab"),
    "in the country of the text": ("هاجم مسلحون درعا والسويداء ثم انسحبوا من صيدا قرب درعا", "صيدا", "sy/sayda-daraa"),
    "an adjective beside it": ("نقل الجرحى إلى صور اللبنانية", "صور", "lb/tyre"),
    "the other adjective": ("اشتباكات في طرابلس الليبية", "طرابلس", "ly/tripoli"),
    "inside of what stands behind it": ("استهدف القصف نوى بريف درعا", "نوى", "sy/nawa"),
    "inside of what stands behind its list": ("غارات على صيدا وكحيل بريف درعا الشرقي", "صيدا", "sy/sayda-daraa"),
    "at the end of a phrase that is none here": ("شنت طائرات غارات على الباب بريف حلب", "الباب", "sy/al-bab"),
    "the last of that list": ("غارات على صيدا وكحيل بريف درعا الشرقي", "كحيل", "sy/kahil"),
    "a name behind a preposition": ("تظاهر المئات في الجيزة ثم في القاهرة", "الجيزة", "eg/giza"),
    "two directions of one countryside": (
        "قصف ريف اللاذقية الشمالي الشرقي",
        "ريف اللاذقية الشمالي الشرقي",
        "SY06:countryside-north-east",
    ),
    "a town of Libya": ("دخلت الهدنة حيز التنفيذ في البيضاء شرق ليبيا", "البيضاء", "ly/bayda"),
    "its namesake in Yemen": ("هدنة في البيضاء بعد مواجهات بين الحوثيين والقبائل في اليمن", "البيضاء", "ye/bayda-yemen"),
    "a village of Lebanon": ("A truce took effect in Houla, the army of Lebanon said", "Houla", "lb/houla-lebanon"),
    "its namesake in Syria": ("A truce took effect in Houla, rebels in Syria said", "Houla", "sy/houla"),
    "a quarter, by its city": ("هدنة في المنصورة بعدن بعد اشتباكات", "المنصورة", "ye/mansoura-aden"),
    "the town of that name": ("هدنة في المنصورة بريف الرقة", "المنصورة", "sy/mansurah-raqqa"),
    "an ordinary word, by its region": ("دخلت الهدنة حيز التنفيذ في كتم بولاية شمال دارفور", "كتم", "sd/kutum"),
    "an ordinary word, by its head word": ("هدنة في مديرية نهم شرق صنعاء", "مديرية نهم", "ye/nihm"),
    "the north of a country": ("هدنة في طرابلس شمال لبنان", "طرابلس", "lb/tripoli"),
    "a governorate by the city that it is run from": ("قصف الجيش اليمني مواقع في محافظة عمران", "عمران", "ye/amran-province"),
    "the city of that governorate": ("قصف الجيش اليمني مواقع في مدينة عمران", "عمران", "ye/amran"),
    "neither is told": ("قصف الجيش اليمني مواقع في تعز", "تعز", "ye/taiz"),
    "around a governorate": ("قصف الجيش اليمني محافظة تعز ومحيطها", "محيطها", "ye/taiz:surroundings"),
    "two governorates": ("معارك في محافظتي تعز وإب", "إب", "ye/ibb-province"),
    "oblasts": ("هدنة في مقاطعتي دونيتسك ولوغانسك شرق أوكرانيا", "لوغانسك", "ua/luhansk-province"),
    "a boycott": ("أعلنت دول غرب أفريقيا مقاطعة كيدال في مالي", "كيدال", "ml/kidal"),
    "a boycott by somebody": ("سارعت مالي بمقاطعة كيدال", "كيدال", "ml/kidal"),
    "a village of that governorate": ("هدنة في قرية الوازعية بمحافظة تعز", "الوازعية", "ye/waziiyah"),
    "a canton": ("هدنة في مقاطعة عفرين", "عفرين", "sy/afrin"),
    "its bare name in such a text": ("انسحب الجيش من محافظة تعز. وقال الحوثيون إنهم دخلوا تعز", "تعز", "ye/taiz-province"),
    "behind an article that begins a list": (
        "A truce holds in Palmyra and the Homs and Hama governorates.",
        "Palmyra",
        "sy/palmyra",
    ),
    "a town that is no seat of one": ("Shells fell in Salqin and Idlib and Aleppo provinces.", "Salqin", "sy/salqin"),
    "an area around a town": ("Shells fell in the Kharkiv area of Ukraine", "Kharkiv", "ua/kharkiv"),
    "a pocket around one": ("Ukrainian troops held on in the Kursk pocket of Russia", "Kursk", "ru/kursk"),
    "a governorate with a name of its own": ("اشتباكات في محافظة واسط جنوب العراق", "واسط", "iq/wasit"),
    "a state of which the town is the capital": (
        "Shells fell in Khartoum state in Sudan",
        "Khartoum state",
        "sd/khartoum-state",
    ),
    "an English governorate": ("Shells fell in Taiz governorate in Yemen", "Taiz", "ye/taiz-province"),
    "the first of two": ("Shells fell in Taiz and Ibb governorates in Yemen", "Taiz", "ye/taiz-province"),
    "the first of three": (
        "Shells fell in the Donetsk, Luhansk and Kherson regions of Ukraine",
        "Donetsk",
        "ua/donetsk-province",
    ),
    "not of that list": ("Shells fell in Taiz and hit Ibb governorate in Yemen", "Taiz", "ye/taiz"),
    "a region that is called so": ("Shells fell in the Gao region of Mali", "Gao", "ml/gao-province"),
    "a region that is called otherwise": ("Shells fell in the Taiz region of Yemen", "Taiz", "ye/taiz"),
    "its countryside": (
        "Shells fell in the countryside of Taiz in Yemen",
        "the countryside of Taiz",
        "ye/taiz-province:countryside",
    ),
    "a town of Abyan": ("سيطر الجيش على مدينة شقرة بعد معارك شرق زنجبار في محافظة أبين", "زنجبار", "ye/zinjibar"),
    "its namesake off Tanzania": ("غرقت عبارة بين مدينة دودوما وزنجبار في تنزانيا", "زنجبار", "tz/zanzibar"),
    "a name borne abroad, in the country of the text": (
        "اشتباكات تهز طرابلس. وفي مدينة سرت ومدينة بنغازي ساد الهدوء",
        "طرابلس",
        "ly/tripoli",
    ),
    "a part of a region": ("اشتباكات في غرب فزان", "غرب فزان", "ly/fezzan:west"),
    "the state that leads": ("أعلن التحالف العربي بقيادة السعودية وقف القصف", "السعودية", "SA"),
    "the state that strives": ("رحبت الحكومة بجهود السعودية لإنهاء القتال", "السعودية", "SA"),
    "behind «و» that stands alone": ("قصفت القوات التحيتا و حيس و الدريهمي", "حيس", "ye/hays"),
    "the vaguer name": ("هدنة في دوما وحرستا في الغوطة", "الغوطة", "sy/eastern-ghouta"),
}


@pytest.mark.parametrize("phenomenon", DECIDED)
def test_decided(phenomenon: str) -> None:
    text, name, area = DECIDED[phenomenon]
    assert (name, area) in places(text, read(text))


ORDINARY_WORDS = (
    "اشتباكات قرب جامعة طرابلس",
    "أفادت قناة القاهرة الإخبارية بذلك",
    "قال عمران خان إن محافظة السند آمنة",
    "أعلنت وزارة الخارجية السعودية وشركة أرامكو السعودية ذلك",
    "التقى قيادات سعودية ومجموعة من جهود سعودية",
    "أغلق المجتمعون الباب أمام أي تعديل",
    "بقيت نوى التمر على الأرض",
    "مباراة في كرة القدم",
    "كان نصيب كل أسرة سلة غذائية",
    "وصف البيان المقاتلين بأنهم حماة الديار",
    "أعلنت قوات سورية انسحابها",
    "قال المبعوث توم براك إن الأمر عاجل",
    "دعت الدول الخمس إلى ضبط النفس",
    "فر السكان بريا وجويا بعد لقاؤه الأخير",
    "يأكل الأطفال بنهم بعد كتم الأصوات",
    "قالت منظمة الفاو إن سعر القطن هبط",
    "وصف توني بلير الخطة بأجل طويل",
)


@pytest.mark.parametrize("text", ORDINARY_WORDS)
def test_ordinary_words_are_no_places(text: str) -> None:
    assert not [name for name, area in places(text, read(text)) if area]


def test_every_candidate_says_why() -> None:
    text = "قصفت جرابلس والباب ومنبج"
    reasons = {r.mention.span.of(text): r.candidates[0].reasons for r in read(text).resolutions}
    assert Reason(code=Because.NAMED_WITH, places=("sy/jarablus", "sy/manbij")) in reasons["الباب"]


def test_what_the_text_does_not_decide_stays_open_with_its_candidates() -> None:
    text = "التقى الوفدان في عمان"
    unresolved = [r for r in read(text).resolutions if r.area is None]
    assert [{c.place for c in r.candidates} for r in unresolved] == [{"OM", "jo/amman"}]


def test_a_list_decides_between_villages_of_one_name() -> None:
    assert [r.area.key for r in read("قصف الجيش بلدات جاسم وعقربا ونوى.").resolutions if r.area][1] == "sy/aqraba-daraa"
    assert [r.area.key for r in read("قصف الجيش بلدات سقبا وعقربا وجسرين.").resolutions if r.area][1] == "sy/aqraba-rif"


# case: (text, the areas that it names)
OF_ONE_GOVERNORATE = {
    "the governorate": ("اشتباكات في محافظة السويداء. وسقطت قذائف على بلدة المجدل.", ["SY13", "sy/majdal-suwayda"]),
    "towns of it": ("سقطت قذائف على بلدة المجدل. واشتباكات في شهبا وصلخد.", ["sy/majdal-suwayda", "sy/shahba", "sy/salkhad"]),
    "in English": ("Clashes were reported in Suwayda province. Shells hit the town of Majdal.", ["SY13", "sy/majdal-suwayda"]),
    "a quarter": ("عادت الأرتال إلى درعا البلد، بعد فتح مركز في حي الأربعين.", ["sy/daraa-al-balad", "sy/arbaeen-daraa"]),
    "a government speaks elsewhere": (
        "دمشق - اشتباكات في محافظة السويداء. وسقطت قذائف على بلدة المجدل.",
        ["sy/damascus", "SY13", "sy/majdal-suwayda"],
    ),
    "another governorate": ("اشتباكات في ريف حماة. وسقطت قذائف على بلدة المجدل.", ["SY05:countryside", "sy/majdal-hama"]),
    "two governorates": ("اشتباكات في حمص والسويداء. وسقطت قذائف على بلدة المجدل.", ["SY04", "SY13", "sy/majdal-hama"]),
    "the words say otherwise": (
        "اشتباكات في السويداء. وسقطت قذائف على بلدة المجدل في ريف حماة.",
        ["SY13", "sy/majdal-hama", "SY05:countryside"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", OF_ONE_GOVERNORATE)
def test_of_places_of_one_name_a_text_of_one_governorate_means_its_own(case: str) -> None:
    text, areas = OF_ONE_GOVERNORATE[case]
    assert [r.area.key for r in read(text).resolutions if r.area] == areas


def test_the_governorate_of_a_text_is_a_reason_and_makes_no_ordinary_word_a_place() -> None:
    majdal = read("اشتباكات في محافظة السويداء. وسقطت قذائف على بلدة المجدل.").resolutions[1]
    assert Reason(code=Because.TEXT_IN_UNIT, places=("SY13",)) in majdal.candidates[0].reasons
    assert [r.area.key for r in read("اشتباكات في ريف حماة. ومر على الهدنة الأربعين يوم.").resolutions if r.area] == [
        "SY05:countryside"
    ]


QUARTERS = {
    "of a country that is not named": ("Libya's army said shells fell south of Tripoli in the Salaheddin area.", None),
    "of the country that is": ("Syria's army said shells fell in the Salaheddin area.", "sy/salah-al-din-aleppo"),
    "of a town that is": ("Turkey said shells fell in the Salaheddin district of Aleppo.", "sy/salah-al-din-aleppo"),
    "of a truce that another state brokered": ("The truce declared by Russia in Salaheddin holds.", "sy/salah-al-din-aleppo"),
    "with no other country": ("Shells fell in the Salaheddin area, a resident said.", "sy/salah-al-din-aleppo"),
    "at home": ("قالت إيران إن حي صلاح الدين تعرض للقصف.", "sy/salah-al-din-aleppo"),
}


@pytest.mark.parametrize("whose", QUARTERS)
def test_a_quarter_is_of_no_country_that_an_english_text_leaves_out(whose: str) -> None:
    text, area = QUARTERS[whose]
    found = {r.area.key for r in read(text).resolutions if r.area and r.area.key.startswith("sy/salah")}
    assert found == ({area} if area else set())


@pytest.mark.parametrize(
    ("text", "areas"),
    [
        ("Georgia wants a ceasefire. Saakashvili spoke in Tbilisi.", ["GE", "ge/tbilisi"]),
        ("Georgian and Russian troops clashed. Georgia said a ceasefire was signed.", ["GE"]),
        ("Voters in Georgia, Ohio and Texas went to the polls.", ["us/georgia-us", "us/ohio", "us/texas"]),
        ("Georgia hosted the match in Atlanta.", ["us/atlanta"]),
    ],
)
def test_a_doubtful_name_of_a_country_beside_what_lies_in_it(text: str, areas: list[str]) -> None:
    assert [r.area.key for r in read(text).resolutions if r.area] == areas
