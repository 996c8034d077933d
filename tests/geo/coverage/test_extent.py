"""Which places a truce covers where a sentence of its own lists them, and what else is covered, told or listed there."""

from __future__ import annotations

import pytest

from tests.reading import excluded, read, zones

STARTED = "دخلت الهدنة في سوريا حيز التنفيذ فجر اليوم. "
AGREED = "أعلنت موسكو وأنقرة التوصل إلى اتفاق لوقف إطلاق النار في سوريا. "
ZONES = "أعلنت موسكو وأنقرة التوصل إلى اتفاق لخفض التصعيد في سوريا. "
YEMEN = "بدأ صباح اليوم سريان الهدنة في اليمن. "

LISTS = [
    (STARTED + "والمناطق التي يشملها الاتفاق هي محافظة درعا وريف حمص الشمالي والغوطة الشرقية.", "SY12 sy/eastern-ghouta", ""),
    (STARTED + "أما المدن التي تطبق فيها الهدنة فهي الرستن ودوما وحرستا.", "sy/rastan sy/douma sy/harasta", ""),
    (
        AGREED + "وقال مصدر عسكري إن المناطق التي يخصها التفاهم هي محافظتا درعا والقنيطرة، ومدينة الرستن.",
        "SY12 SY14 sy/rastan",
        "",
    ),
    (AGREED + "وأوضح المتحدث أن المدن المعنية بالهدنة هي الرستن وتلبيسة ودوما.", "sy/rastan sy/talbiseh sy/douma", ""),
    (AGREED + "وأضاف البيان أن هذه الهدنة تغطي محافظة درعا برمتها ومعظم محافظتي السويداء والقنيطرة.", "SY12 SY13 SY14", ""),
    (
        AGREED + "وجاء في نص الاتفاق أن هذه المناطق تضم محافظة إدلب كاملة وأجزاء من محافظتي حماة واللاذقية.",
        "SY07 SY05 SY06",
        "",
    ),
    (STARTED + "وتغطي الهدنة محافظات حمص وحماة وإدلب.", "SY04 SY05 SY07", ""),
    (STARTED + "وغطت الهدنة في يومها الأول درعا والقنيطرة.", "SY12 SY14", ""),
    (STARTED + "وسيشمل الاتفاق مدينتي دوما وحرستا في مرحلته الأولى.", "sy/douma sy/harasta", ""),
    (STARTED + "وسوف يسري الاتفاق على أحياء جوبر والقابون وبرزة في دمشق.", "sy/jobar sy/qaboun sy/barzeh", ""),
    (STARTED + "وتسري الهدنة في ريفي حمص وحماة.", "SY04:countryside SY05:countryside", ""),
    (YEMEN + "وتشمل الهدنة محافظات تعز ومأرب والحديدة.", "ye/taiz-province ye/marib-province ye/hodeidah-province", ""),
    (YEMEN + "وتطبق الهدنة في جبهات مأرب وتعز والضالع.", "ye/taiz ye/marib", ""),
    (YEMEN + "وبحسب البيان فإن الهدنة تسري على محافظتي الحديدة وحجة.", "ye/hodeidah-province ye/hajjah-province", ""),
    (YEMEN + "والجبهات التي يشملها وقف إطلاق النار هي تعز ومأرب والضالع والحديدة.", "ye/taiz ye/marib ye/hodeidah", ""),
    (YEMEN + "وحدد البيان مناطق سريان الهدنة بمحافظات تعز ومأرب والجوف.", "ye/taiz-province ye/marib-province ye/jawf", ""),
    (YEMEN + "ويقتصر الاتفاق على محافظة الحديدة ومدينة تعز.", "ye/hodeidah-province ye/taiz", ""),
    (AGREED + "ويتعلق الاتفاق بمدن داريا والمعضمية ودوما.", "sy/douma", ""),
    (
        AGREED + "ويخص الاتفاق بلدتي كفريا والفوعة في ريف إدلب ومدينة الزبداني في ريف دمشق.",
        "sy/kefraya sy/foua sy/zabadani",
        "",
    ),
    (AGREED + "ومن المناطق المشمولة بالهدنة دوما وحرستا وعربين.", "sy/douma sy/harasta", ""),
    (AGREED + "وتتوزع مناطق الهدنة على محافظات درعا والسويداء والقنيطرة.", "SY12 SY13 SY14", ""),
    (AGREED + "المناطق المشمولة: إدلب، ريف حمص الشمالي، الغوطة الشرقية.", "SY07 sy/eastern-ghouta", ""),
    (AGREED + "وستطال الهدنة محافظتي درعا والقنيطرة وحدهما.", "SY12 SY14", ""),
    (
        AGREED + "وتنطبق الهدنة على كامل محافظة إدلب، وعلى أجزاء من محافظة حماة، فضلا عن الغوطة الشرقية.",
        "SY07 SY05 sy/eastern-ghouta",
        "",
    ),
    (AGREED + "واستثنى الاتفاق مدينة تدمر، فيما شمل محافظات حمص وحماة وحلب.", "SY04 SY05 SY02", "sy/palmyra"),
    (AGREED + "وتقع المناطق التي تسري فيها الهدنة في محافظتي درعا والقنيطرة.", "SY12 SY14", ""),
    (AGREED + "أما نطاق الهدنة فيشمل الرستن وتلبيسة والحولة شمالي حمص.", "sy/rastan sy/talbiseh", ""),
    (AGREED + "كما أن الاتفاق يشمل، وفقا للمصدر، كلا من دوما وحرستا وزملكا.", "sy/douma sy/harasta", ""),
    (AGREED + "والاتفاق ساري المفعول في مدينة حلب وريفها الغربي وفي محافظة درعا.", "SY12", ""),
]
INTERRUPTED = [  # lists with what says how much of a place, or where it lies, between two names
    (ZONES + "ويشمل الاتفاق محافظة حماة وما حولها، ومعظم محافظة حلب، علاوة على إدلب والرقة.", "SY05 SY02 SY07 SY11", ""),
    (
        ZONES + "ويشمل محافظة درعا في جنوب البلاد، إضافة إلى القنيطرة والغوطة الشرقية قرب دمشق.",
        "SY12 SY14 sy/eastern-ghouta",
        "",
    ),
    (ZONES + "وتضم المنطقة الأولى محافظة إدلب ومناطق مجاورة في حلب وحماة واللاذقية.", "SY07 SY02 SY05 SY06", ""),
    (ZONES + "وتشمل المناطق كامل محافظة إدلب وريفي حماة الشمالي وحلب الغربي.", "SY07", ""),
    (ZONES + "ويشمل الاتفاق أحياء القابون وبرزة وتشرين شرقي دمشق.", "sy/qaboun sy/barzeh", ""),
    (ZONES + "ويشمل الاتفاق بلدات يلدا وببيلا وبيت سحم جنوبي دمشق.", "sy/yalda sy/babbila sy/beit-sahm", ""),
    (ZONES + "وتسري الهدنة على مدينة الرستن ومحيطها، وبلدة تلبيسة، وقرى الحولة.", "sy/rastan sy/talbiseh", ""),
    (ZONES + "ويغطي الاتفاق محافظة السويداء كلها، ومعظم محافظة درعا، وأجزاء من محافظة القنيطرة.", "SY13 SY12 SY14", ""),
    (ZONES + "ويشمل الاتفاق كلا من محافظة إدلب بالكامل ومدينة الرستن والغوطة الشرقية.", "SY07 sy/rastan sy/eastern-ghouta", ""),
    (
        ZONES + "ويطبق الاتفاق في مدينتي دوما وحرستا وبلدة عربين في الغوطة الشرقية بريف دمشق.",
        "sy/douma sy/harasta sy/arbin",
        "",
    ),
    (ZONES + "وشمل وقف النار مدن حلب وإدلب وحماة، وكذلك بلدة كفريا المحاصرة.", "sy/kefraya", ""),
    (ZONES + "ويشمل الاتفاق محافظة درعا، وقال ناشط في محافظة حلب إن القصف مستمر.", "SY12", "SY02"),
    (ZONES + "ويشمل الاتفاق محافظة درعا المحاذية للأردن، ومحافظة القنيطرة المحاذية للجولان.", "SY12 SY14", "JO sy/golan"),
    (ZONES + "ويشمل الاتفاق محافظة إدلب، وانسحبت القوات من محافظة الرقة.", "SY07", "SY11"),
    (ZONES + "ويشمل الاتفاق محافظة إدلب، وقصفت الطائرات ريف حماة.", "SY07", ""),
    (ZONES + "ويشمل الاتفاق محافظة إدلب، ومحافظ حلب حضر التوقيع.", "SY07", "SY02"),
]
OTHERS = [  # what is said of snow, shelling, a journey, or of what the truce leaves out
    (STARTED + "وشمل القصف محافظات درعا وحماة وحلب قبل بدء الهدنة.", "", "SY12 SY05 SY02"),
    (STARTED + "والمناطق التي يسيطر عليها تنظيم داعش هي الرقة ودير الزور ومدينة تدمر.", "", "SY11 SY09 sy/palmyra"),
    (STARTED + "وتغطي الثلوج محافظتي السويداء والقنيطرة منذ أيام.", "", "SY13 SY14"),
    (STARTED + "والمناطق التي لا يشملها الاتفاق هي الرقة ودير الزور.", "", "SY11 SY09"),
    (STARTED + "أما المناطق التي شهدت أعنف المعارك قبل ذلك فهي درعا وداريا.", "", "SY12 sy/darayya"),
    (STARTED + "ولا تغطي الهدنة محافظتي الرقة ودير الزور.", "", "SY11 SY09"),
    (STARTED + "وشملت جولة المبعوث درعا والسويداء وحماة.", "", "SY12 SY13 SY05"),
    (STARTED + "والمدن الأكثر تضررا من الحرب هي حلب وحمص والرقة.", "", "SY02 SY04 SY11"),
    (STARTED + "ويقتصر وجود التنظيم على محافظة دير الزور وأجزاء من محافظة الرقة.", "", "SY09 SY11"),
]


@pytest.mark.parametrize(("text", "covered", "untouched"), [*LISTS, *INTERRUPTED, *OTHERS])
def test_a_list_of_its_own(text: str, covered: str, untouched: str) -> None:
    found = {area for area, _ in zones(read(text))}
    assert set(covered.split()) <= found
    assert not set(untouched.split()) & found


def test_what_the_agreement_does_not_cover_is_left_out() -> None:
    reading = read(STARTED + "والمناطق التي لا يشملها الاتفاق هي الرقة ودير الزور.")
    assert excluded(reading) == {"SY11", "SY09"}


def test_a_list_goes_with_the_truce_that_is_there_and_not_with_talks() -> None:
    text = "بحث الوزير في موسكو مذكرة وقف التصعيد في سوريا.\n" + STARTED + "والمحافظات التي تسري فيها هي درعا والقنيطرة."
    assert {("SY12", "in_force"), ("SY14", "in_force")} <= zones(read(text))


PARTS = [  # further parts of a place that is named once, and what stands in their place
    ("حلب وريفها الغربي", "sy/western-aleppo", ""),
    ("مدينة حلب مع أجزاء من ريفها الجنوبي", "sy/aleppo sy/southern-aleppo", ""),
    ("حماة وريفيها الشمالي والغربي", "sy/northern-hama sy/western-hama", ""),
    ("محافظة درعا وريفها الشرقي", "sy/eastern-daraa", ""),
    ("ريف حلب الغربي والجنوبي", "sy/western-aleppo sy/southern-aleppo", ""),
    ("ريفي إدلب الجنوبي والشرقي", "sy/southern-idlib sy/eastern-idlib", ""),
    ("القلمون الشرقي والغربي", "sy/eastern-qalamoun sy/western-qalamoun", ""),
    ("الغوطة الشرقية والغربية", "sy/eastern-ghouta sy/western-ghouta", ""),
    ("شمال وغرب حلب", "sy/northern-aleppo", ""),
    ("شمال قطاع غزة وجنوبه", "ps/gaza-strip:north ps/gaza-strip:south", ""),
    ("شرقي الغوطة", "sy/eastern-ghouta", "sy/eastern-ghouta:east"),
    ("محافظات الجنوب السوري درعا والقنيطرة والسويداء", "SY12 SY14 SY13", ""),
    ("بلدات جنوب دمشق: يلدا وببيلا وبيت سحم", "sy/yalda sy/babbila sy/beit-sahm", ""),
    ("مناطق ريف حمص الشمالي، الرستن وتلبيسة", "sy/rastan sy/talbiseh", ""),
    ('القطاع الأوسط "عربين، زملكا، وجوبر" من الغوطة', "sy/arbin sy/zamalka sy/jobar", ""),
    ("شمال حمص «الرستن وتلبيسة»", "sy/northern-homs sy/rastan sy/talbiseh", ""),
    ("الغوطة الشرقية (دوما وحرستا)", "sy/eastern-ghouta sy/douma sy/harasta", ""),
    ("الغوطة الشرقية (عدا دوما وحرستا)", "sy/eastern-ghouta", "sy/douma sy/harasta"),
    ('الغوطة الشرقية "كما قال قادة دوما"', "sy/eastern-ghouta", "sy/douma"),
    ("ريف درعا الشرقي والغربي ومدينة نوى", "sy/eastern-daraa sy/western-daraa sy/nawa", ""),
    ("جنوب إدلب وشرقها", "sy/southern-idlib", ""),
    ("الريف الشمالي لمحافظة حمص", "sy/northern-homs", ""),
    ("الريف الغربي لمحافظة حلب", "sy/western-aleppo", ""),
    ("مدينة إدلب ومحيطها", "sy/idlib", ""),
    ("ريف حلب الغربي والجيش السوري يراقب", "sy/western-aleppo", "sy/southern-aleppo"),
    ("ريف حلب الغربي مع تركيا", "sy/western-aleppo", "TR"),
    ("دوما، والشرقية قناة تلفزيونية", "sy/douma", "sy/eastern-ghouta"),
    ("محافظة درعا قرب الحدود مع الأردن", "SY12", "JO"),
    ("درعا مع وقف القصف على القنيطرة", "SY12", ""),
    ("ريف حمص الشمالي بضمان روسيا وتركيا", "sy/northern-homs", "TR RU"),
]


@pytest.mark.parametrize(("where", "covered", "untouched"), PARTS)
def test_the_parts_of_a_place(where: str, covered: str, untouched: str) -> None:
    found = {area for area, _ in zones(read(f"أعلن الجيش أن الهدنة دخلت حيز التنفيذ اليوم في {where}."))}
    assert set(covered.split()) <= found
    assert not set(untouched.split()) & found


BREACHES = [  # of a truce in a whole country, and of those that a town or a province has of its own
    (
        "دخل وقف إطلاق النار في سوريا حيز التنفيذ الخميس. وسجل المرصد خروقا للهدنة في ريف حماة ودرعا وحلب.",
        "SY",
        "SY12 SY02 SY05:countryside SY05",
    ),
    (
        "دخل وقف إطلاق النار في سوريا حيز التنفيذ الخميس. واتهمت المعارضة النظام بخرق الهدنة بقصف بلدات في ريف إدلب.",
        "SY",
        "SY07 SY07:countryside",
    ),
    ("دخل وقف إطلاق النار في سوريا حيز التنفيذ الخميس. وقتل مدنيان بقصف مدفعي على درعا في خرق للاتفاق.", "SY", "SY12 sy/daraa"),
    (
        "دخل وقف إطلاق النار في سوريا حيز التنفيذ الخميس. وقال ناشطون إن الطيران خرق الهدنة وأغار على داريا والمعضمية.",
        "SY",
        "sy/darayya sy/moadamiyah",
    ),
    ("تستمر الهدنة في عموم سوريا لليوم الثالث. ووثقت الشبكة 20 خرقا، منها خمسة في حمص وسبعة في حلب.", "SY", "SY04 SY02"),
    (
        "تستمر الهدنة في عموم سوريا لليوم الثالث. وانتهكت قوات النظام الاتفاق حين اقتحمت قرى في وادي بردى.",
        "SY",
        "sy/wadi-barada",
    ),
    (
        "تستمر الهدنة في عموم سوريا لليوم الثالث. وسقطت قذائف على كفريا والفوعة، وعدها الإعلام الرسمي انتهاكا للهدنة.",
        "SY",
        "sy/kefraya sy/foua",
    ),
    (
        "تستمر الهدنة في عموم سوريا لليوم الثالث. وقالت موسكو إن المسلحين خرقوا التهدئة ست مرات في اللاذقية وحماة.",
        "SY",
        "SY06 SY05",
    ),
    (
        "دخل وقف إطلاق النار في سوريا حيز التنفيذ الخميس. وذكرت وسائل إعلام أن اشتباكات متقطعة وقعت في جوبر رغم الهدنة.",
        "SY",
        "sy/jobar",
    ),
    (
        "بدأت الهدنة الأممية في اليمن قبل أسبوع. واتهم الجيش الحوثيين بارتكاب 90 خرقا في مأرب وتعز والحديدة.",
        "YE",
        "ye/marib ye/taiz ye/hodeidah",
    ),
    (
        "بدأت الهدنة الأممية في اليمن قبل أسبوع. وقال المركز الإعلامي إن الحوثيين خرقوا الهدنة في جبهات مأرب والضالع.",
        "YE",
        "ye/marib ye/dhale",
    ),
    ("بدأت الهدنة الأممية في اليمن قبل أسبوع. وقصف الحوثيون حيا سكنيا في تعز في انتهاك جديد للهدنة.", "YE", "ye/taiz"),
    ("بدأت الهدنة الأممية في اليمن قبل أسبوع. وتحدثت الحكومة عن خروقات للهدنة في محافظة حجة الحدودية.", "YE", "ye/hajjah"),
    (
        "تتمسك الأطراف بوقف إطلاق النار في ليبيا. واتهمت حكومة الوفاق قوات حفتر بخرق الهدنة في سرت والجفرة.",
        "LY",
        "ly/sirte ly/jufra",
    ),
    (
        "لا يزال وقف إطلاق النار صامدا في لبنان. وشنت إسرائيل غارات على مرجعيون والخيام خارقة الاتفاق.",
        "LB",
        "lb/marjayoun lb/khiam",
    ),
    ("دخلت الهدنة في درعا والسويداء حيز التنفيذ. وسجل المرصد خروقا في درعا.", "SY12 SY13", ""),
    ("دخل وقف إطلاق النار في سوريا حيز التنفيذ الخميس. وتوصل الطرفان إلى هدنة محلية في داريا.", "SY sy/darayya", ""),
    ("اتهم ناشطون النظام بخرق الهدنة في داريا.", "sy/darayya", ""),
    ("خرق الحوثيون الهدنة في الحديدة بقصف حي سكني.", "ye/hodeidah", ""),
    (
        "دخل وقف إطلاق النار في سوريا حيز التنفيذ الخميس. كما بدأت هدنة منفصلة في مضايا والزبداني.",
        "SY sy/madaya sy/zabadani",
        "",
    ),
]


@pytest.mark.parametrize(("text", "covered", "untouched"), BREACHES)
def test_a_breach_in_one_place_breaks_the_truce_of_the_country(text: str, covered: str, untouched: str) -> None:
    found = {area for area, _ in zones(read(text))}
    assert set(covered.split()) <= found
    assert not set(untouched.split()) & found


COUNTED = [  # districts that are counted before they are listed, and other words of covering; the last ones are of no truce
    (
        "أعلنت موسكو وأنقرة التوصل إلى اتفاق لخفض التصعيد في سوريا. "
        "والمناطق الأربع هي محافظة إدلب وريف حمص الشمالي والغوطة الشرقية والجنوب السوري.",
        "SY07 sy/northern-homs sy/eastern-ghouta sy/south",
        "",
    ),
    (
        "أعلنت موسكو وأنقرة التوصل إلى اتفاق لخفض التصعيد في سوريا. "
        "والمناطق الأربع المشمولة بالاتفاق هي إدلب وحماة وحمص ودرعا.",
        "SY07 SY05 SY04 SY12",
        "",
    ),
    (
        "أعلنت موسكو وأنقرة التوصل إلى اتفاق لخفض التصعيد في سوريا. "
        "وحدد الاتفاق أربع مناطق، هي الغوطة الشرقية وإدلب وجنوب سوريا وريف حمص الشمالي.",
        "SY07 sy/northern-homs sy/eastern-ghouta sy/south",
        "",
    ),
    (
        "أعلنت موسكو وأنقرة التوصل إلى اتفاق لخفض التصعيد في سوريا. وهذه المناطق هي محافظة إدلب والغوطة الشرقية ومحافظة درعا.",
        "SY07 sy/eastern-ghouta SY12",
        "",
    ),
    ("دخلت الهدنة حيز التنفيذ في ثلاث محافظات سورية هي درعا والقنيطرة والسويداء.", "SY12 SY14 SY13", ""),
    ("دخلت الهدنة حيز التنفيذ في ثلاث محافظات جنوبي سوريا: درعا والقنيطرة والسويداء.", "SY12 SY14 SY13", ""),
    ("دخلت الهدنة حيز التنفيذ في المحافظات الجنوبية الثلاث، درعا والقنيطرة والسويداء.", "SY12 SY14 SY13", ""),
    (
        "بدأت في السودان هدنة إنسانية مدتها أسبوع. وتشمل المرحلة الأولى من الهدنة مدن الخرطوم وبحري وأم درمان.",
        "sd/khartoum sd/omdurman",
        "",
    ),
    (
        "بدأت في السودان هدنة إنسانية مدتها أسبوع. وبموجب الاتفاق يتوقف القتال في الفاشر ونيالا والأبيض.",
        "sd/el-fasher sd/nyala sd/el-obeid",
        "",
    ),
    ("بدأت في السودان هدنة إنسانية مدتها أسبوع. وقال المتحدث إنها تشمل مدينتي الفاشر ونيالا.", "sd/el-fasher sd/nyala", ""),
    (
        "بدأت في السودان هدنة إنسانية مدتها أسبوع. وأوضح البيان أنها تسري في ولايات دارفور وكردفان دون غيرها.",
        "sd/darfur sd/kordofan",
        "",
    ),
    ("بدأت في السودان هدنة إنسانية مدتها أسبوع. على أن تشمل لاحقا مدينتي الأبيض والدلنج.", "sd/el-obeid", ""),
    ("اتفق الطرفان في ليبيا على وقف لإطلاق النار. وسيعمل بالاتفاق في سرت والجفرة ومصراتة.", "ly/sirte ly/misrata", ""),
    ("اتفق الطرفان في ليبيا على وقف لإطلاق النار. وتدخل مدينتا سرت وترهونة ضمن نطاق الاتفاق.", "ly/sirte ly/tarhuna", ""),
    ("اتفق الطرفان في ليبيا على وقف لإطلاق النار. وينسحب الاتفاق على مدن سرت وترهونة والزاوية.", "ly/sirte ly/tarhuna", ""),
    (
        "أعلنت موسكو وأنقرة التوصل إلى اتفاق لخفض التصعيد في سوريا. وانضمت بلدات داعل وإبطع وطفس إلى الاتفاق.",
        "sy/dael sy/ibta sy/tafas",
        "",
    ),
    (
        "أعلنت موسكو وأنقرة التوصل إلى اتفاق لخفض التصعيد في سوريا. وبات الاتفاق ساريا في الرستن وتلبيسة والحولة.",
        "sy/rastan sy/talbiseh",
        "",
    ),
    (
        "أعلنت موسكو وأنقرة التوصل إلى اتفاق لخفض التصعيد في سوريا. والاتفاق الذي يشمل الرستن وتلبيسة يقضي بفتح الطرق.",
        "sy/rastan sy/talbiseh",
        "",
    ),
    (
        "أعلنت موسكو وأنقرة التوصل إلى اتفاق لخفض التصعيد في سوريا. "
        "ويسري في أجزاء واسعة من ريفي حماة وإدلب، بما في ذلك خان شيخون ومورك.",
        "sy/khan-sheikhoun sy/morek",
        "",
    ),
    (
        "أعلنت موسكو وأنقرة التوصل إلى اتفاق لخفض التصعيد في سوريا. "
        "ومن المقرر أن يسري على الزبداني ومضايا ابتداء من منتصف الليل.",
        "sy/zabadani sy/madaya",
        "",
    ),
    ("هدنة تشمل داريا والمعضمية تدخل حيز التنفيذ مساء اليوم.", "sy/darayya sy/moadamiyah", ""),
    ("أبرمت الفصائل مع الحكومة السورية هدنة شملت أحياء القابون وبرزة وتشرين.", "sy/qaboun sy/barzeh", ""),
    (
        "أعلنت موسكو وأنقرة التوصل إلى اتفاق لخفض التصعيد في سوريا. والمدن الأربع الأكثر سكانا هي دمشق وحلب وحمص وحماة.",
        "",
        "sy/damascus SY01 SY02 SY04 SY05",
    ),
    (
        "أعلنت موسكو وأنقرة التوصل إلى اتفاق لخفض التصعيد في سوريا. وقتل عشرات في أربع مدن هي دمشق وحلب وحمص وحماة.",
        "",
        "SY01 SY02 SY04 SY05",
    ),
    (
        "أعلنت موسكو وأنقرة التوصل إلى اتفاق لخفض التصعيد في سوريا. وهذه المدن هي الأكثر تعرضا للقصف في درعا والسويداء.",
        "",
        "SY12 SY13",
    ),
    ("أعلنت موسكو وأنقرة التوصل إلى اتفاق لخفض التصعيد في سوريا. والدول الثلاث هي روسيا وتركيا وإيران.", "", "RU TR IR"),
    (
        "أعلنت موسكو وأنقرة التوصل إلى اتفاق لخفض التصعيد في سوريا. والمدن التي ستدخلها المساعدات هي دوما وحرستا.",
        "",
        "sy/douma sy/harasta",
    ),
    ("بدأت في السودان هدنة إنسانية مدتها أسبوع. وتضم القافلة شاحنات وصلت إلى الفاشر ونيالا.", "", "sd/el-fasher sd/nyala"),
    ("بدأت في السودان هدنة إنسانية مدتها أسبوع. وتقع المدينة على الطريق بين الفاشر ونيالا.", "", "sd/el-fasher sd/nyala"),
    ("اندلعت معارك في السودان قبل بدء الهدنة في مدن الخرطوم وكسلاوية وأم درمان.", "sd/khartoum sd/omdurman", ""),
]


@pytest.mark.parametrize(("text", "covered", "untouched"), COUNTED)
def test_districts_that_are_counted_before_they_are_listed(text: str, covered: str, untouched: str) -> None:
    found = {area for area, _ in zones(read(text))}
    assert set(covered.split()) <= found
    assert not set(untouched.split()) & found


LEFT = [  # what those who leave under an agreement leave, and where they go
    ("توصلت فصائل دوما إلى اتفاق مع الجانب الروسي يقضي بخروج المقاتلين نحو جرابلس.", "sy/douma", "sy/jarablus"),
    ("غادرت حافلات تقل مقاتلين من حرستا باتجاه محافظة إدلب بموجب اتفاق الإجلاء.", "sy/harasta", "SY07 sy/idlib"),
    ("بدأ تنفيذ اتفاق إخلاء داريا، وتوجهت الحافلات صوب إدلب.", "sy/darayya", "SY07 sy/idlib"),
    ("ينص اتفاق الزبداني على انسحاب المسلحين حتى ريف إدلب.", "sy/zabadani", "SY07 SY07:countryside"),
    ("خرجت الدفعة الأولى من مهجري مضايا قاصدة قلعة المضيق تنفيذا للاتفاق.", "sy/madaya", "sy/qalaat-al-madiq"),
    ("وصلت إلى قلعة المضيق قافلة مهجري الغوطة الشرقية بموجب اتفاق التسوية.", "sy/eastern-ghouta", "sy/qalaat-al-madiq"),
    ("اتفاق في الوعر يخير المقاتلين بين التسوية والرحيل إلى ريف حلب أو إدلب.", "sy/waer", "SY02 SY07 SY02:countryside"),
    ("يقضي الاتفاق في يلدا بنقل الرافضين عبر معبر مورك إلى الشمال السوري.", "sy/yalda", "sy/morek sy/north"),
    ("أفرغت كفريا والفوعة من سكانها بعد اتفاق نقلهم إلى حلب واللاذقية.", "sy/kefraya sy/foua", "SY02 SY06"),
    ("سيغادر مقاتلو القلمون الشرقي بموجب الاتفاق إلى جرابلس وعفرين.", "sy/eastern-qalamoun", "sy/jarablus sy/afrin"),
    (
        "بموجب اتفاق المصالحة في الضمير ينقل مقاتلو جيش الإسلام إلى جرابلس شمال حلب.",
        "sy/dumayr",
        "sy/jarablus sy/northern-aleppo",
    ),
    ("عبرت الحافلات مدينة حمص في طريقها من دوما إلى الباب تطبيقا لاتفاق الإجلاء.", "sy/douma", "sy/homs SY04 sy/al-bab"),
    ("أعلن الاتفاق على خروج مسلحي الحجر الأسود ووجهتهم بادية السويداء.", "sy/hajar-al-aswad", "SY13"),
    (
        "تبادل الطرفان إجلاء الجرحى من الزبداني في مقابل إجلاء المدنيين من كفريا والفوعة بموجب هدنة.",
        "sy/zabadani sy/kefraya sy/foua",
        "",
    ),
    ("اتفاق جديد يشمل خروج المئات من مخيم اليرموك إلى إدلب والسماح بعودة أهالي يلدا.", "sy/yarmouk-camp", "SY07"),
    ("وافق مقاتلو دوما على الهدنة.", "sy/douma", ""),
    ("توصل وجهاء دوما إلى هدنة مع الجيش.", "sy/douma", ""),
]


@pytest.mark.parametrize(("text", "covered", "untouched"), LEFT)
def test_what_is_left_is_covered_and_not_where_they_go(text: str, covered: str, untouched: str) -> None:
    found = {area for area, _ in zones(read(f"{text} وكانت القوات الحكومية قصفت المنطقة أسابيع وقتل فيها عشرات."))}
    assert set(covered.split()) <= found
    assert not set(untouched.split()) & found


LEFT_OUT = [  # what a truce in a country leaves out, and what «سوى» leaves of it
    ("ولا تشمل الهدنة الرقة ودير الزور.", "SY", "SY11 SY09"),
    ("ويستثنى منها الرقة ودير الزور.", "SY", "SY11 SY09"),
    ("وتستثنى من الهدنة مدينتا الرقة والباب.", "SY", "SY11 sy/raqqa sy/al-bab"),
    ("وبقيت الرقة ودير الزور خارج الهدنة.", "SY", "SY11 SY09"),
    ("وظلت داريا خارج نطاق الهدنة.", "SY", "sy/darayya"),
    ("وتشمل الهدنة جميع المحافظات ما عدا الرقة ودير الزور.", "SY", "SY11 SY09"),
    ("وتشمل كل المناطق باستثناء الرقة.", "SY", "SY11 sy/raqqa"),
    ("وتشمل كل المناطق عدا داريا.", "SY", "sy/darayya"),
    ("وتشمل كل المناطق سوى داريا والمعضمية.", "SY", "sy/darayya sy/moadamiyah"),
    ("وتسري في كل المناطق من غير أن تشمل داريا.", "SY", "sy/darayya"),
    ("وتسري في كل المناطق دون أن تشمل داريا.", "SY", "sy/darayya"),
    ("ولم تدرج داريا في الهدنة.", "SY", "sy/darayya"),
    ("واستبعدت داريا من الهدنة.", "SY", "sy/darayya"),
    ("واستثنت موسكو وأنقرة داريا من الاتفاق.", "SY", "sy/darayya"),
    ("وقالت دمشق إن داريا مستثناة من الهدنة.", "SY", "sy/darayya"),
    ("وليست داريا مشمولة بالهدنة، بحسب دمشق.", "SY", "sy/darayya"),
    ("وأكد الجيش أن الهدنة لا تسري على داريا.", "SY", "sy/darayya"),
    ("وأكد الجيش أن داريا غير معنية بالهدنة.", "SY", "sy/darayya"),
    ("ولا ينطبق الاتفاق على مناطق تنظيم داعش في الرقة.", "SY", "SY11"),
    ("والمدن التي لن تسري فيها هي الرقة ودير الزور والميادين.", "SY", "SY11 SY09 sy/mayadin"),
    ("أما الرقة ودير الزور فلا تشملهما الهدنة.", "SY", "SY11 SY09"),
    ("وتتواصل العمليات في الرقة ودير الزور غير المشمولتين بالهدنة.", "SY", "SY11 SY09"),
    ("واشترطت دمشق إخراج داريا من الهدنة.", "SY", "sy/darayya"),
    ("ولم تستثن الهدنة أي منطقة، وشملت داريا.", "sy/darayya", ""),
    ("ولا تقتصر الهدنة على حلب بل تشمل حمص وحماة.", "SY04 SY05", ""),
    ("وتشمل الهدنة كذلك داريا التي كانت خارج الاتفاق السابق.", "sy/darayya", ""),
    ("ولا تشمل الهدنة سوى درعا والقنيطرة.", "SY12 SY14", ""),
    ("ولا تسري الهدنة إلا على محافظة درعا.", "SY12", ""),
    ("وتشمل كل المدن إلا داريا.", "SY", "sy/darayya"),
    ("ولم يبق في الغوطة الشرقية سوى مقاتلين في دوما رفضوا الهدنة.", "", ""),
    ("إلا أن داريا تعرضت للقصف.", "", ""),
]


@pytest.mark.parametrize(("text", "covered", "untouched"), LEFT_OUT)
def test_what_a_truce_leaves_out(text: str, covered: str, untouched: str) -> None:
    found = {area for area, _ in zones(read(f"دخلت الهدنة في سوريا حيز التنفيذ فجر اليوم بعد معارك عنيفة. {text}"))}
    assert set(covered.split()) <= found
    assert not set(untouched.split()) & found


SYRIA = "اتفقت الأطراف على وقف لإطلاق النار في سوريا بعد أسابيع من المعارك. "
YEMEN_AGAIN = "بدأت في اليمن هدنة برعاية أممية بعد معارك عنيفة. "
SUDAN = "أعلن في السودان عن هدنة إنسانية بعد أشهر من القتال. "
AGAIN = [  # other words for the same
    (SYRIA + "ومن بين هذه المناطق محافظة درعا والغوطة الشرقية.", "SY12 sy/eastern-ghouta", ""),
    (SYRIA + "ومن أبرز المناطق التي تشملها دوما وحرستا.", "sy/douma sy/harasta", ""),
    (SYRIA + "وأبرز المناطق التي ستتوقف فيها المعارك هي دوما وحرستا وداريا.", "sy/douma sy/harasta sy/darayya", ""),
    (SYRIA + "والمناطق التي أعلنت التزامها بالهدنة هي الرستن وتلبيسة.", "sy/rastan sy/talbiseh", ""),
    (SYRIA + "والمناطق التي يسودها الهدوء بموجب الهدنة هي درعا والقنيطرة.", "SY12 SY14", ""),
    (SYRIA + "المناطق التي تشملها الهدنة: درعا والقنيطرة والسويداء.", "SY12 SY14 SY13", ""),
    (SYRIA + "أما المدن والبلدات المشمولة به فهي الرستن وتلبيسة وكفرلاها.", "sy/rastan sy/talbiseh", ""),
    (SYRIA + "والمحافظات المعنية به هي درعا والقنيطرة والسويداء.", "SY12 SY14 SY13", ""),
    (SYRIA + "وحددت المناطق المشمولة بدرعا والقنيطرة والسويداء.", "SY12 SY14 SY13", ""),
    (SYRIA + "وبات يشمل حاليا كلا من درعا والقنيطرة والسويداء.", "SY12 SY14 SY13", ""),
    (SYRIA + "وأولى المناطق التي يطبق فيها الاتفاق هي الزبداني ومضايا.", "sy/zabadani sy/madaya", ""),
    (SYRIA + "وأول منطقة يشملها الاتفاق هي داريا.", "sy/darayya", ""),
    (YEMEN_AGAIN + "والجبهات المشمولة هي مأرب وتعز والضالع.", "ye/marib ye/taiz", ""),
    (YEMEN_AGAIN + "وأما المناطق التي تخضع لها فهي مأرب وتعز.", "ye/marib ye/taiz", ""),
    (YEMEN_AGAIN + "والمدن التي سيتوقف فيها إطلاق النار هي تعز والحديدة ومأرب.", "ye/marib ye/taiz ye/hodeidah", ""),
    (SYRIA + "والمناطق التي قصفت قبل الهدنة هي دوما وحرستا.", "", "sy/douma sy/harasta"),
    (SYRIA + "والمدن التي زارها المبعوث بعد الهدنة هي دمشق وحماة.", "", "SY05 sy/damascus SY01"),
    (SYRIA + "والمناطق التي نزح إليها السكان هي إدلب وحماة.", "", "SY05 SY07"),
    (SYRIA + "والمدن التي توقفت فيها الدراسة هي دوما وحرستا.", "", "sy/douma sy/harasta"),
    (SYRIA + "والمناطق التي تخضع للجيش هي درعا والقنيطرة.", "", "SY12 SY14"),
    (SYRIA + "والمناطق التي تخضع لسيطرة المعارضة هي إدلب ودرعا.", "", "SY07 SY12"),
    (SYRIA + "ومن بين هذه المناطق قتل خمسة في درعا.", "", "SY12"),
    (SYRIA + "ومن ضمن تلك المدن الرستن وتلبيسة.", "sy/rastan sy/talbiseh", ""),
    (
        SYRIA + "ونقل مراسلنا عن مسؤول قوله إن الاتفاق سيشمل في مرحلته الأولى دوما وحرستا وعربين.",
        "sy/douma sy/harasta sy/arbin",
        "",
    ),
    (SYRIA + "وبحسب نص الاتفاق، فإن وقف النار يشمل محافظات إدلب وحماة وأجزاء من ريف اللاذقية.", "SY07 SY05", ""),
    (SYRIA + "والمقصود بالاتفاق مناطق درعا والقنيطرة والسويداء.", "SY12 SY14 SY13", ""),
    (SYRIA + "ويعنى الاتفاق بمناطق سيطرة المعارضة في إدلب وريف حلب الغربي.", "SY07 sy/western-aleppo", ""),
    (SYRIA + "وتبدأ الهدنة في الزبداني ومضايا، ثم تتوسع لتشمل وادي بردى.", "sy/zabadani sy/madaya sy/wadi-barada", ""),
    (SYRIA + "وتضمنت قائمة المناطق المشمولة: درعا، القنيطرة، السويداء.", "SY12 SY14 SY13", ""),
    (SYRIA + "كما تشمل الهدنة مدينتي نبل والزهراء المحاصرتين.", "sy/nubl", ""),
    (SYRIA + "أما في الشمال، فتسري الهدنة على إدلب وريف حلب.", "SY07", ""),
    (SYRIA + "وسيكون وقف النار ساريا على جبهات درعا والقنيطرة.", "SY12 SY14", ""),
    (SYRIA + "وأضاف أن من بين المدن المشمولة الرستن وتلبيسة.", "sy/rastan sy/talbiseh", ""),
    (SYRIA + "ويتضمن الاتفاق وقفا للنار في داريا والمعضمية وخان الشيح.", "sy/darayya sy/moadamiyah", ""),
    (SYRIA + "وتخضع للهدنة مدن الرستن وتلبيسة والحولة.", "sy/rastan sy/talbiseh", ""),
    (SYRIA + "ووسعت موسكو نطاق الهدنة ليضم الغوطة الشرقية وشمال اللاذقية.", "sy/eastern-ghouta sy/northern-latakia", ""),
    (
        YEMEN_AGAIN + "وتشمل، إلى جانب تعز، محافظات مأرب والحديدة وحجة.",
        "ye/taiz ye/marib-province ye/hodeidah-province ye/hajjah-province",
        "",
    ),
    (YEMEN_AGAIN + "ومن المناطق التي شملتها الهدنة مدينة الحديدة وموانئها.", "ye/hodeidah", ""),
    (SUDAN + "وستطبق في سبع ولايات بينها الخرطوم والجزيرة وكردفان.", "sd/khartoum sd/kordofan", ""),
    (SYRIA + "وشملت حملة اعتقالات دمشق وحلب وحمص.", "", "SY01 sy/damascus SY02 SY04"),
    (SYRIA + "وتغطي القناة المعارك في درعا وحلب.", "", "SY12 SY02"),
    (SYRIA + "وتضم الغوطة الشرقية مدنا أبرزها دوما وحرستا.", "", "sy/douma sy/harasta"),
    (SYRIA + "وشمل الدمار أحياء حلب القديمة.", "", "SY02 sy/aleppo"),
    (SYRIA + "وتمتد الجبهة من درعا إلى القنيطرة.", "", "SY12 SY14"),
    (SYRIA + "وانضمت فصائل من درعا إلى الجيش.", "", "SY12"),
    (YEMEN_AGAIN + "والمحافظات التي تفشت فيها الكوليرا هي حجة والحديدة.", "", "ye/hajjah ye/hodeidah"),
    (SUDAN + "وتضم ولاية الخرطوم مدن بحري وأم درمان.", "", "sd/omdurman"),
    (ZONES + "ويشمل الاتفاق، إلى جانب محافظة إدلب، أجزاء من محافظات حلب وحماة واللاذقية.", "SY07 SY02 SY05 SY06", ""),
]


@pytest.mark.parametrize(("text", "covered", "untouched"), AGAIN)
def test_other_ways_to_say_it(text: str, covered: str, untouched: str) -> None:
    found = {area for area, _ in zones(read(text))}
    assert set(covered.split()) <= found
    assert not set(untouched.split()) & found


@pytest.mark.parametrize(
    "text",
    [
        "Apart from Jobar, the truce covers all of Eastern Ghouta.",
        "With the exception of Jobar, the ceasefire applies to Eastern Ghouta.",
        "The truce covers all of Eastern Ghouta except for Jobar.",
        "باستثناء حي جوبر، تشمل الهدنة كامل الغوطة الشرقية.",
    ],
)
def test_what_is_left_out_may_come_first(text: str) -> None:
    reading = read(text)
    assert (zones(reading), excluded(reading)) == ({("sy/eastern-ghouta", "in_force")}, {"sy/jobar"})


HOMS = "أعلنت روسيا هدنة في ريف حمص الشمالي. وقال إن وقف إطلاق النار بدأ سريانه ظهر اليوم. "
NAMED = [
    (
        HOMS + "وتضم المنطقة 84 بلدة يقطنها أكثر من 147 ألف نسمة، أبرزها تلبيسة والرستن.",
        "sy/northern-homs sy/rastan sy/talbiseh",
    ),
    ("تشمل الهدنة عدة بلدات في ريف حمص، أهمها تلبيسة والرستن.", "SY04:countryside sy/rastan sy/talbiseh"),
    ("يشمل الاتفاق في درعا تسليم معبر نصيب وانسحاب الجيش.", "SY12"),
    ("يشمل الاتفاق إجلاء المقاتلين من الزبداني وتسليم مضايا.", "sy/zabadani"),
    ("أعلنت تركيا هدنة في المنطقة الواقعة بين رأس العين وتل أبيض.", "sy/ras-al-ayn sy/tell-abyad"),
    ("انسحبت القوات من المنطقة الواقعة بين رأس العين وتل أبيض بعد هدنة في إدلب.", "SY07"),
    ("أعلنت هدنة في إدلب. وقالت تركيا إن العملية ستمتد إلى منبج.", "SY07"),
    ("أعلنت هدنة في إدلب. وقالت تركيا إن الهدنة ستمتد إلى منبج.", "SY07 sy/manbij"),
]


@pytest.mark.parametrize(("text", "expected"), NAMED)
def test_towns_that_are_named_among_many_and_what_is_no_extent(text: str, expected: str) -> None:
    assert " ".join(sorted({area for area, _ in zones(read(text))})) == expected


IN_A_ZONE = [
    ("A truce took effect in the buffer zone in Western Sahara.", {("EH", True)}),
    ("A ceasefire took effect in the demilitarised zone in Georgia on Monday.", {("GE", True)}),
    ("A truce took effect in the security belt in southern Lebanon on Monday.", {("lb/south-lebanon", True)}),
    ("تسري الهدنة في المنطقة المنزوعة السلاح في إدلب منذ الاثنين.", {("SY07", True)}),
    ("A ceasefire took effect in Georgia on Monday.", {("GE", False)}),
    ("A ceasefire held inside the buffer zone in Cyprus on Monday after clashes.", {("cy/buffer-zone", False)}),
    ("دخل وقف إطلاق النار حيز التنفيذ في المنطقة العازلة بقبرص.", {("cy/buffer-zone", False)}),
    (
        "Israel seized the buffer zone in the Golan Heights, saying the 1974 disengagement agreement collapsed.",
        {("sy/golan", True)},
    ),
    (
        "انهارت اتفاقية فض الاشتباك لعام 1974 بين سوريا وإسرائيل وسيطر الجيش على المنطقة العازلة في الجولان.",
        {("sy/golan", True)},
    ),
]


@pytest.mark.parametrize(("text", "expected"), IN_A_ZONE)
def test_a_zone_that_parts_the_sides_is_a_part_of_what_it_lies_in(text: str, expected: set[tuple[str, bool]]) -> None:
    assert {(c.area, c.partial) for s in read(text, "2024-12-09").statements for c in s.areas} == expected
