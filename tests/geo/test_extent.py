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
    (YEMEN + "وتشمل الهدنة محافظات تعز ومأرب والحديدة.", "ye/taiz ye/marib ye/hodeidah", ""),
    (YEMEN + "وتطبق الهدنة في جبهات مأرب وتعز والضالع.", "ye/taiz ye/marib", ""),
    (YEMEN + "وبحسب البيان فإن الهدنة تسري على محافظتي الحديدة وحجة.", "ye/hodeidah ye/hajjah", ""),
    (YEMEN + "والجبهات التي يشملها وقف إطلاق النار هي تعز ومأرب والضالع والحديدة.", "ye/taiz ye/marib ye/hodeidah", ""),
    (YEMEN + "وحدد البيان مناطق سريان الهدنة بمحافظات تعز ومأرب والجوف.", "ye/taiz ye/marib", ""),
    (YEMEN + "ويقتصر الاتفاق على محافظة الحديدة ومدينة تعز.", "ye/hodeidah ye/taiz", ""),
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
