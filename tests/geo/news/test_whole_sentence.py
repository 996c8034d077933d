"""What is said of a truce beyond its own clause: the list that goes on behind an aside, who demanded it, whom a verb is of."""

from __future__ import annotations

import pytest

from tests.reading import places, read, zones

PUBLISHED = "2018-05-02"


def told(text: str) -> str:
    """Every zone of a text with its status, in the order of the alphabet."""
    return ", ".join(sorted(" ".join(pair) for pair in zones(read(text, PUBLISHED))))


# text, every zone with its status, why
CASES = [
    (
        "تسري الهدنة في مدينة دوما التي يحاصرها الجيش منذ سنوات، وفي حرستا وعربين.",
        "sy/arbin in_force, sy/douma in_force, sy/harasta in_force",
        "the list goes on behind a relative clause",
    ),
    (
        "تسري الهدنة في مدينة دوما التي يحاصرها الجيش منذ سنوات، وفي حرستا قال ضابط إنها صامدة.",
        "sy/douma in_force",
        "another place, where somebody speaks",
    ),
    ("شملت الهدنة، وهي الثانية هذا العام، درعا والقنيطرة.", "SY12 in_force, SY14 in_force", "the object behind an aside"),
    (
        "بدأت هدنة في مدينة إدلب وبلدات أخرى، وكذلك في ببيلا ويلدا.",
        "sy/babbila in_force, sy/idlib in_force, sy/yalda in_force",
        "a second list that «كذلك» joins",
    ),
    (
        "نقل ألف شخص من الفوعة وكفريا، مقابل 700 من مضايا، تنفيذا لاتفاق الإجلاء.",
        "sy/foua in_force, sy/kefraya in_force, sy/madaya in_force",
        "what is given in exchange, counted",
    ),
    ("أبرم الجيش اتفاقا خرج بموجبه كل سكان بلدتي الفوعة وكفريا.", "sy/foua in_force, sy/kefraya in_force", "all of whom left"),
    ("أبرم الجيش مع المسلحين اتفاقا تخرج بموجبه حافلات من دوما.", "sy/douma agreed", "a term"),
    (
        "مددت الدول اتفاق خفض التصعيد في إدلب. وسترسل مراقبين. وتضم المناطق، كليا أو جزئيا، الغوطة الشرقية وحمص.",
        "SY04 in_force, SY07 in_force, sy/eastern-ghouta in_force",
        "what zones hold that were named before",
    ),
    ("لم ينجح الوسيط في تحويل وقف القتال في منبج إلى هدنة دائمة.", "sy/manbij in_force", "no place that a truce is made in"),
    ("A ceasefire in Aleppo will last another week.", "SY02 in_force", "made longer"),
    ("هدنة في الوعر. والاتفاق ما زال أوليا، توصل إليه الوجهاء.", "sy/waer agreed", "not final yet"),
    ("يحاصر الجيش الهامة وقدسيا. وبموجب اتفاق يخرج المسلحون من البلدتين.", "sy/al-hameh agreed, sy/qudsaya agreed", "both"),
    ("بدأت هدنة في حمص. وقبل سريان الهدنة أوقعت غارات على تلبيسة قتلى.", "SY04 in_force", "what was hit before it"),
    ("كان المبعوث يأمل أن يفتح توقف القتال في سوريا بابا للحل، لكن القصف استمر.", "SY proposed", "hoped for"),
    ("هدنة في دوما تبدأ غدا. وتتوقف بموجب الاتفاق العمليات العسكرية.", "sy/douma agreed", "its terms are still to come"),
    ("تبادل الطرفان الاتهام بنسف الهدنة في درعا.", "SY12 violated", "what they accuse each other of"),
    ("نسفوا الهدنة في درعا.", "SY12 ended", "what they did"),
    (
        "اتفقوا على خروج المسلحين من حرستا. ويدخل الجيش البلدة بعد خروج آخر دفعة منهم.",
        "sy/harasta agreed",
        "what is waited for",
    ),
    ("وكانت هدنة في إقليم تيغراي، أبرمت في مارس، قد انهارت مع تجدد المعارك.", "et/tigray ended", "the verb behind an aside"),
    ("وكان اتفاق هدنة قد أبرم قبل أيام مع المسلحين في بلدة الضمير.", "sy/dumayr agreed", "days ago"),
    ("توصل الجيش والمسلحون إلى اتفاق تخلو بموجبه الرحيبة وجيرود من المقاتلين.", "sy/jayrud agreed, sy/ruhaybah agreed", "left"),
    ("اتهمت الفصائل الجيش برفضه المقترح ومواصلته خرق الهدنة في درعا.", "SY12 violated", "what else is refused"),
    ("توقفت الغارات على إدلب بالتزامن مع بدء العمل بوقف لإطلاق النار فيها.", "SY07 in_force", "its application began"),
    ("توافق الطرفان، وقد توافقا على أن يتوقف إطلاق النار في درعا.", "SY12 agreed", "that fire shall cease"),
    ("يستمر سكوت الجبهات في درعا والقنيطرة.", "SY12 in_force, SY14 in_force", "silent fronts"),
    ("أبدى القائد استعداد قواته لأن تكون كوباني منطقة منزوعة السلاح.", "sy/kobani proposed", "what a town shall be"),
    ("ينتظر أن يستكمل خروج المسلحين من عربين بموجب الاتفاق الساري.", "sy/arbin in_force", "under one that applies"),
    ("لم تنسحب الفصائل من المنطقة المنزوعة السلاح في إدلب مع انقضاء المهلة.", "SY07 in_force", "a deadline that is over"),
    (
        "أعلنوا هدنة في دوما بعد معارك. وسبقت الهدنة لقاءات ومشاورات.",
        "sy/douma agreed",
        "talks that came before",
    ),
    (
        "عادت الحافلات إلى نقل المسلحين ضمن المرحلة الثانية من الاتفاق، وحملت مقاتلين من بلدة مضايا.",
        "sy/madaya in_force",
        "a further stage",
    ),
    ("أبلغ الجيش مقاتلي القابون بعرض مصالحة، لكن الحركة ردته.", "sy/qaboun rejected", "the offer was turned down"),
    ("موسكو تعلن هدنة في دوما والفصائل تنفي.", "sy/douma agreed", "one side announces, the other denies"),
    ("الفصائل تنفي إعلان هدنة في دوما.", "", "a denial"),
    (
        "بدأ العمل بوقف لإطلاق النار في إدلب. وسبق لدمشق أن تخلت مطلع نيسان عن هدنة شبيهة.",
        "SY07 in_force",
        "an earlier one",
    ),
    (
        "The truce covers four zones: Idlib with certain parts of Aleppo; Eastern Ghouta; and Daraa.",
        "SY02 in_force, SY07 in_force, SY12 in_force, sy/eastern-ghouta in_force",
        "zones that semicolons part",
    ),
    (
        "يشمل اتفاق خفض التصعيد أربع مناطق: إدلب؛ وريف حمص الشمالي؛ ودرعا والقنيطرة.",
        "SY07 in_force, SY12 in_force, SY14 in_force, sy/northern-homs in_force",
        "the same",
    ),
    (
        "Troops surround Madaya and Zabadani, rebels Foua and Kefraya. A ceasefire began in the four towns during the night.",
        "sy/foua in_force, sy/kefraya in_force, sy/madaya in_force, sy/zabadani in_force",
        "the towns named before",
    ),
    (
        "Rebels consented to a truce in Tigray. It may be a turning point in northern Ethiopia's war.",
        "et/tigray agreed",
        "what a war is of",
    ),
    ("Rebels in Aleppo refused the plan to freeze the fighting there.", "SY02 rejected", "a freeze"),
    ("Clashes rocked Taiz on Monday as a truce in Yemen neared its end.", "YE violated", "shelled in its last hours"),
    ("طالب مجلس الأمن السبت بهدنة في سوريا.", "SY agreed", "what the council demands"),
    ("مشروع قرار في مجلس الأمن الدولي يطالب بهدنة في سوريا.", "SY proposed", "a draft"),
    ("طالب المندوب مجلس الأمن بهدنة في سوريا.", "SY proposed", "what the council is asked for"),
    ("A truce in Syria was demanded by the UN Security Council on Saturday.", "SY agreed", "what the council demanded"),
    ("A truce in Syria was demanded by aid groups on Saturday.", "SY proposed", "what others demanded"),
    ("قالوا إن الساعات الأولى من الهدنة في حلب لم تخل من القصف.", "SY02 violated", "not free of shelling"),
    (
        "لم تصمد الهدنة في دوما ليلة واحدة. وقال متحدث إن الهدنة تسري على دوما وحرستا.",
        "sy/douma ended, sy/harasta ended",
        "where it applies is not how it fares",
    ),
    ("أكدت فصائل في القنيطرة أنها لن تقبل أي هدنة مع الجيش، وقصفت مواقعه.", "SY14 rejected", "where those who refuse stand"),
    (
        "اتفق الطرفان على هدنة في درعا تبدأ غدا. ولا يزال العمل مستمرا على إنشاء منطقة مشابهة.",
        "SY12 agreed",
        "work that goes on",
    ),
    ("قال إن القوات ستبقى في مواقعها داخل درعا رغم سريان الهدنة.", "SY12 in_force", "forces that stay break nothing"),
    ("قال إن القوات قصفت درعا رغم سريان الهدنة.", "SY12 violated", "forces that shell do"),
    ("أوقفت القوات القتال. وقالت إنها أوقفت القتال في درعا يومين.", "SY12 in_force", "a truce that a verb tells of"),
    (
        "يقضي اتفاق هدنة برحيل المسلحين من مدينة التل. وينتظر أن يوضع الاتفاق موضع التطبيق بعد أيام.",
        "sy/al-tall agreed",
        "expected, not done",
    ),
    (
        "يسيطر مقاتلون على مخيم اليرموك. وقال مسؤول إن النار متوقفة في مخيم اليرموك بموجب اتفاق. وكان تفاهم آخر وقع في كانون "
        "الثاني الماضي ولم يعش إلا أسابيع.",
        "sy/yarmouk-camp in_force",
        "an old agreement is one of its own",
    ),
    (
        "In Idlib, which the army is trying to retake, a truce will begin on Saturday.",
        "SY07 agreed",
        "the main clause goes on behind a relative one",
    ),
    ("While talks on Idlib failed, a truce was agreed in Homs.", "SY04 agreed", "what is told beside it"),
    (
        "The presidents announced that a demilitarized buffer zone would be set up in Idlib province.",
        "SY07 agreed",
        "a zone that stands before its verb",
    ),
    ("The army has suspended the talks on a ceasefire in Sudan.", "SD negotiating", "the talks are suspended"),
    ("Under a deal with rebels, Talbiseh and Rastan have been evacuated.", "sy/rastan in_force, sy/talbiseh in_force", "is"),
    ("Under a deal with rebels, Talbiseh and Rastan will be evacuated.", "sy/rastan agreed, sy/talbiseh agreed", "to be done"),
    (
        "Under the deal, Talbiseh and Rastan, both held by rebels, have been evacuated. Not every rebel accepts the deal.",
        "sy/rastan in_force, sy/talbiseh in_force",
        "what some refuse is there",
    ),
]  # fmt: skip
PARTS = [
    ("هدنة في شمال وشمال شرق سوريا.", "sy/north sy/north-east"),
    ("هدنة في شرق وجنوب حلب.", "SY02:east sy/southern-aleppo"),
    ("A truce in Syria's north and northeast, rebels said.", "sy/north sy/north-east"),
    ("A truce in the north and northeast of Syria.", "sy/north sy/north-east"),
    ("A truce in the north and west of Homs province.", "SY04:west sy/northern-homs"),
    ("A truce in Syria's north and Turkey's south.", "TR:south sy/north"),
]


@pytest.mark.parametrize(("text", "expected", "why"), CASES)
def test_a_sentence_is_read_as_a_whole(text: str, expected: str, why: str) -> None:
    assert told(text) == expected, why


@pytest.mark.parametrize(("text", "expected"), PARTS)
def test_two_sides_of_one_place_are_two(text: str, expected: str) -> None:
    assert " ".join(sorted(area or "" for _, area in places(text, read(text)))) == expected


def test_a_verb_that_is_spelt_like_a_town_is_no_place_of_the_city_behind_it() -> None:
    text = "يسود الهدوء مدينة الحسكة، إذ سرت عند الثانية هدنة. وفتحت شوارع المدينة."
    assert places(text, read(text)) == [("الحسكة", "sy/hasakah"), ("المدينة", "sy/hasakah")]


ROUGHLY = [
    ("هدنة في شمال سوريا. وتشمل الهدنة منبج وتل رفعت.", "sy/manbij sy/north sy/tel-rifaat", "a region, and towns of it"),
    ("هدنة في جنوب سوريا. وتشمل الهدنة محافظتي درعا والقنيطرة.", "SY12 SY14", "a region whose governorates are listed"),
    ("هدنة في حلب\nأعلن الطرفان هدنة في حي الشيخ مقصود في حلب.", "sy/sheikh-maqsoud", "a headline"),
    ("هدنة في الغوطة الشرقية\nأعلن الطرفان هدنة في مدينة دوما.", "sy/douma sy/eastern-ghouta", "a region of towns"),
    ("قالوا إن الهدنة تسري على كل أنحاء سوريا ومنها عفرين.", "SY sy/afrin", "the whole of a country, and a part"),
    ("أعلنوا هدنة في إدلب، شمالي سوريا.", "SY07", "where a province lies"),
    ("خرج المقاتلون من درعا البلد تنفيذا لاتفاق مع اللجنة في حوران.", "sy/daraa-al-balad", "a seat"),
    ("قال مراسل القناة في شمالي غربي سوريا إن الهدنة صامدة في إدلب.", "SY07", "where somebody reports from"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "why"), ROUGHLY)
def test_a_wider_name_is_a_zone_where_nothing_more_precise_stands_for_it(text: str, expected: str, why: str) -> None:
    assert " ".join(sorted({area for area, _ in zones(read(text, PUBLISHED))})) == expected, why


BEHIND = [
    ("The truce had come to an end, and the United Nations said a convoy was hit in Aleppo.", "", "said elsewhere"),
    (
        "انهارت الهدنة في الغوطة الشرقية أمس. وكانت الهدنة قد بدأت الأربعاء في الغوطة الشرقية.",
        "sy/eastern-ghouta ended",
        "a start that is told behind its end",
    ),
    ("وفد يتوسط لهدنة في الرستن\nتوصل الطرفان اليوم إلى اتفاق هدنة في الرستن.", "sy/rastan agreed", "the talks that led to it"),
    ("خرج المقاتلون من مضايا تنفيذا للاتفاق قاصدين إدلب.", "sy/madaya in_force", "where they went"),
    ("أعلن الجيش هدنة في القنيطرة المحاذية لدرعا.", "SY14 agreed", "what lies beside it"),
    ("تدرس الفصائل اقتراحا روسيا بهدنة في درعا.", "SY12 negotiating", "an offer that is studied"),
    ("توصل الجانبان إلى هدنة في جنوب العاصمة دمشق.", "sy/south-damascus agreed", "the side of a capital"),
    ("توصل الجانبان إلى هدنة في حي التضامن جنوبي العاصمة دمشق.", "sy/tadamon agreed", "where a quarter lies"),
    ("أعلنت هدنة في مدينة سرت.", "ly/sirte agreed", "a town that is spelt like a verb"),
    ("وقعت هدنة في ليبيا. وتجتمع اللجنة في سرت الأحد.", "LY agreed", "where a body meets"),
    (
        "A truce took effect in Douma on Sunday. The truce, which runs out in two weeks, was agreed in Geneva.",
        "sy/douma in_force",
        "an end that lies ahead",
    ),
    ("The truce in Douma runs out in two weeks, rebels said.", "sy/douma in_force", "an end that lies ahead"),
    ("The truce in Douma runs out, rebels said.", "sy/douma ended", "an end"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "why"), BEHIND)
def test_what_stands_beside_a_truce_says_nothing_of_where_and_how_it_is(text: str, expected: str, why: str) -> None:
    assert told(text) == expected, why


TERMS = [
    (
        "ثبت الجيش نقاطا في عربين تنفيذا لاتفاق التسوية. وجاء ذلك بعد أن انهار اتفاقان سابقان حول عربين بسبب خلاف على بلدتي "
        "زملكا وحزة، اللتين يشملهما الاتفاق الحالي على أن يبدأ تنفيذه غدا.",
        "sy/arbin ended, sy/arbin in_force, sy/hazzeh agreed, sy/zamalka agreed",
        "what became of earlier ones is not said of this one",
    ),
    ("بدأت هدنة في حي الوعر في حمص. وبحث الطرفان ملفات بينها تسوية أوضاع المقاتلين.", "sy/waer in_force", "a term of it"),
    ("أعلنت لجنة التفاوض في مدينة الرحيبة اتفاق هدنة في المدينة.", "sy/ruhaybah agreed", "a body, and no talks"),
    ("دخلت خطة وقف الأعمال العدائية في سوريا حيز التطبيق.", "SY in_force", "a plan that took effect"),
    ("واقترح الوسطاء أن تبدأ الهدنة في غزة مساء السبت.", "ps/gaza-strip proposed", "what shall be is part of the offer"),
    ("أوقف الجيش السوري إطلاق النار في مدينة داريا.", "sy/darayya in_force", "a subject between the verb and its object"),
    ("طالب المجلس بأن يوقف الجيش القتال في تعز.", "ye/taiz proposed", "a subject between the verb and its object"),
    ("لم يوقف الجيش السوري إطلاق النار في مدينة داريا.", "sy/darayya violated", "a subject between the verb and its object"),
    ("أوقف الجيش رتلا وأطلق النار على مدينة داريا.", "", "something else was stopped"),
    ("قتيل في مدينة دونيتسك رغم الهدنة.", "ua/donetsk violated", "one killed in spite of it"),
    ("بدأت هدنة في مدينة دوما. وقبل ذلك سقط قتلى رغم الاتفاق على الهدنة.", "sy/douma in_force", "what came before its start"),
    ("قبل الطرفان هدنة في ليبيا وطلبا من البعثة أن تراقب خروقاتها.", "LY agreed", "breaches that are watched for"),
    ("واقترحت المنظمة المعنية بالتنمية في شرق أفريقيا تمديد الهدنة.", "", "a part of the world"),
    (
        "The ministers spoke after talks about the July deal, which was brokered by Russia and covers Deraa and Quneitra.",
        "SY12 agreed, SY14 agreed",
        "a deal that was made",
    ),
    ("We talked about creating a de-escalation zone in south-eastern Syria.", "SY:south-east negotiating", "talks"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "why"), TERMS)
def test_what_is_offered_asked_for_or_was_before_is_told_apart_from_the_truce(text: str, expected: str, why: str) -> None:
    assert told(text) == expected, why


REFUSED = [
    ("UN envoy discussed a truce in the city of Aleppo. Rebels dismissed the plan.", "sy/aleppo rejected", "the plan for it"),
    ("UN envoy proposed a truce in the city of Aleppo, but rebels rejected it.", "sy/aleppo rejected", "it"),
    ("UN envoy proposed a truce in the city of Aleppo. Rebels rejected a new law.", "sy/aleppo proposed", "something else"),
    ("اقترح المبعوث هدنة في مدينة حلب. ورفضت الفصائل المقترح.", "sy/aleppo rejected", "the offer"),
    ("اقترح المبعوث هدنة في مدينة حلب. ورفضت الفصائل الهدنة.", "sy/aleppo rejected", "the truce"),
    ("Rebels in Daraa have said no to the surrender terms that Moscow put forward.", "SY12 rejected", "terms of surrender"),
    ("A Russian-brokered truce fails to stop army bombing in Jobar.", "sy/jobar violated", "a truce that stops nothing"),
    (
        "While delegates got nowhere at the Geneva peace talks, rebels have concluded a truce in Babbila.",
        "sy/babbila agreed",
        "other talks",
    ),
    (
        "While rebels in Douma, Harasta and Arbin agreed to a truce, those in Jobar rejected it.",
        "sy/arbin agreed, sy/douma agreed, sy/harasta agreed, sy/jobar rejected",
        "what others did",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "why"), REFUSED)
def test_a_refusal_is_one_of_what_was_offered(text: str, expected: str, why: str) -> None:
    assert told(text) == expected, why


GOING = [
    ("بدأت في السابعة من صباح الجمعة هدنة بين الهيئة والجبهة في ريف إدلب.", "SY07:countryside in_force", "the hour before it"),
    (
        "بدأت هدنة بين الهيئة والجبهة، التي تضم أحرار الشام، في ريفي إدلب وحلب.",
        "SY02:countryside in_force, SY07:countryside in_force",
        "a place behind an aside",
    ),
    ("الهدنة التي أعلنت في مدينة الرستن، في ريف حمص الشمالي، صامدة.", "sy/rastan in_force", "where the place lies"),
    ("تعثرت الهدنة في الغوطة الشرقية.", "sy/eastern-ghouta violated", "a truce that stumbles"),
    ("انتهت المفاوضات بين المقاتلين والجيش في مدينة الصنمين إلى تسوية.", "sy/sanamayn agreed", "what talks came to"),
    ("توصل الفصيلان إلى تفاهم يوقف الاقتتال بينهما في محافظة إدلب.", "SY07 agreed", "what stops the infighting"),
    ("توصل الطرفان إلى هدنة في مدينة دوما. وقالوا إن المسلحين سيخلون المعبر.", "sy/douma agreed", "who leaves breaks nothing"),
    ("اتهم الجيش المسلحين بأنهم يخلون بالهدنة في مدينة دوما.", "sy/douma violated", "who breaks it"),
    (
        "عادت المعارك إلى مدينة الزبداني. وكانت الهدنة قد بدأت الأربعاء بمساع من إيران وتركيا.",
        "sy/zabadani in_force",
        "who brought it about",
    ),
    ("Shells hit Donetsk on the first day of the ceasefire.", "ua/donetsk violated", "fighting while it should hold"),
    ("Officials weigh a plan to freeze Aleppo fighting.", "SY02 proposed", "a plan"),
    (
        "Talks leading to the accord took place on Monday at Hmeimim. The truce in the city of Hasakeh holds.",
        "sy/hasakah in_force",
        "where talks were held",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "why"), GOING)
def test_how_a_truce_goes_is_told_apart_from_who_and_what_stands_beside_it(text: str, expected: str, why: str) -> None:
    assert told(text) == expected, why
