"""Accords of one town or district: with whom they are made, who leaves under them, and talks on them that come to nothing."""

from __future__ import annotations

import pytest

from tests.reading import read, zones

Case = tuple[str, str]  # a text; its zones, separated by "; "


def told(text: str) -> str:
    return "; ".join(" ".join(pair) for pair in sorted(zones(read(text, "2018-05-05"))))


APPLIED: list[Case] = [
    ("دخلت ورش الصيانة إلى داريا تنفيذا لاتفاق بين الحكومة والفصائل بعد معارك وقصف.", "sy/darayya in_force"),
    (
        "Maintenance crews entered Daraya under a deal between the government and rebels after months of shelling.",
        "sy/darayya in_force",
    ),
    ("Maintenance crews entered Daraya under a deal between the government and a firm after months of shelling.", ""),
    ("دخل خبراء النفط إلى دير الزور تنفيذا لاتفاق بين الحكومة والفصائل على تقاسم النفط بعد معارك وقصف.", ""),
    (
        "بدأ في وادي بردى تنفيذ اتفاق بين الحكومة والفصائل بعد معارك وقصف. وقال المحافظ إن 400 مسلح سيخرجون إلى إدلب.",
        "sy/wadi-barada in_force",
    ),
    ("بدأت في مدينة دوما اجتماعات لبحث تنفيذ اتفاق بين الحكومة والفصائل بعد معارك وقصف.", ""),
    ("سيبدأ في وادي بردى تنفيذ اتفاق بين الحكومة والفصائل بعد معارك وقصف.", "sy/wadi-barada agreed"),
]


@pytest.mark.parametrize(("text", "expected"), APPLIED)
def test_an_accord_of_named_sides_that_is_applied_is_in_force(text: str, expected: str) -> None:
    assert told(text) == expected


LEFT: list[Case] = [
    (
        "وصلت إلى قلعة المضيق الدفعة الثالثة من مهجري عربين وزملكا. ويأتي خروجهم ضمن اتفاق بين فيلق الرحمن وروسيا بعد قصف "
        "ومعارك.",
        "sy/arbin in_force; sy/zamalka in_force",
    ),
    (
        "وصلت إلى مدينة الباب دفعة من مقاتلي حي القدم الدمشقي. وخرج المقاتلون بموجب اتفاق مع النظام بعد قصف ومعارك.",
        "sy/qadam in_force",
    ),
    (
        "وصلت إلى إدلب الدفعة الثانية من أهالي داريا. وخرج الأهالي بموجب اتفاق مع النظام بعد قصف ومعارك.",
        "sy/darayya in_force",
    ),
    (
        "Hundreds of fighters from Qadam arrived in Idlib. They left under a deal with the government after shelling.",
        "sy/qadam in_force",
    ),
    ("خرج رجال مصابون من مشفى في إدلب. وخرج المقاتلون بموجب اتفاق مع النظام بعد قصف ومعارك.", ""),
    (
        "وصلت إلى إدلب قوات من مقاتلي عفرين. وقال ناشطون إن المدنيين خرجوا من الرستن بموجب اتفاق بعد قصف ومعارك.",
        "sy/rastan in_force",
    ),
    (
        "غادرت أول دفعة من المقاتلين الرافضين لاتفاق التسوية مدينة درعا. وكانت قوات النظام والفصائل توصلت إلى الاتفاق "
        "الأسبوع الماضي بعد معارك وقصف.",
        "sy/daraa in_force",
    ),
    ("خرجت أمس الدفعة الأولى من الرافضين للتسوية من حي الوعر بعد قصف ومعارك.", "sy/waer in_force"),
]


@pytest.mark.parametrize(("text", "expected"), LEFT)
def test_who_left_under_an_accord_left_the_place_that_the_sentence_before_tells(text: str, expected: str) -> None:
    assert told(text) == expected


WITH: list[Case] = [
    (
        "توصلت اللجنة المركزية في درعا البلد إلى اتفاق مع اللجنة الأمنية التابعة للنظام السوري يقضي بوقف إطلاق النار. وكانت "
        "قوات النظام قصفت الأحياء بالصواريخ.",
        "sy/daraa-al-balad agreed",
    ),
    (
        "توصلت لجنة التفاوض في درعا البلد إلى اتفاق مع النظام السوري يقضي بوقف إطلاق النار. وكانت قوات النظام قصفت الأحياء.",
        "sy/daraa-al-balad agreed",
    ),
    (
        "توصلت اللجنة المركزية في حوران إلى اتفاق مع النظام السوري يقضي بوقف إطلاق النار في طفس. وكانت قوات النظام قصفتها.",
        "sy/tafas agreed",
    ),
    ("أعلن محافظ حمص التوصل إلى اتفاق لوقف إطلاق النار مع ممثلي حي الوعر بعد قصف ومعارك.", "sy/waer agreed"),
    (
        "The governor of Homs announced a ceasefire deal with representatives of the Waer district after shelling and clashes.",
        "sy/waer agreed",
    ),
    ("وقعت الحكومة هدنة في الغوطة مع وجهاء بلدة دوما بعد قصف ومعارك.", "sy/eastern-ghouta agreed"),
    ("اتفق اجتماع ضم محافظ ريف دمشق ووجهاء دروز على وقف إطلاق النار في أشرفية صحنايا.", "sy/ashrafiyat-sahnaya agreed"),
]


@pytest.mark.parametrize(("text", "expected"), WITH)
def test_an_accord_is_where_those_live_with_whom_it_is_made(text: str, expected: str) -> None:
    assert told(text) == expected


FAILED: list[Case] = [
    (
        "انهارت المفاوضات بين اللجنة المركزية ووفد النظام في درعا البلد، بعد رفض الأهالي شروطا روسية، وتجدد القصف.",
        "sy/daraa-al-balad rejected",
    ),
    ("فشلت المفاوضات بين الفصائل والروس في درعا بسبب الشروط الروسية. وتجدد القصف والغارات على طفس.", "SY12 rejected"),
    ("وصلت المفاوضات بين جيش الإسلام والجانب الروسي حول دوما إلى طريق مسدود. وشنت الطائرات غارات.", "sy/douma rejected"),
    (
        "انتهى اجتماع هيئة التفاوض عن ريف حمص الشمالي مع الوفد الروسي دون اتفاق. وقصفت المروحيات القرى.",
        "sy/northern-homs rejected",
    ),
    (
        "Talks between rebels and Russian officers in Douma collapsed on Tuesday. Shelling of the town resumed.",
        "sy/douma rejected",
    ),
    ("Talks between the government and rebels in Geneva collapsed on Tuesday. Shelling of Aleppo resumed.", ""),
    ("انهارت المفاوضات بين الحكومة والنقابات في درعا بسبب الأجور. وقتل ثلاثة في قصف على إدلب.", ""),
    ("قد تنهار المفاوضات بين الفصائل والروس في درعا. وتجدد القصف على طفس.", ""),
    ("فشلت المفاوضات بين الفصائل والنظام في درعا على تبادل الأسرى. وتجدد القصف على طفس.", ""),
    ("فشل اجتماع بين وفد المعارضة والنظام في دمشق. وقتل ثلاثة في قصف على إدلب.", ""),
]


@pytest.mark.parametrize(("text", "expected"), FAILED)
def test_talks_of_those_who_fight_that_come_to_nothing(text: str, expected: str) -> None:
    assert told(text) == expected


STRUCK: list[Case] = [
    ("اتهمت موسكو الفصائل بعدم الالتزام بالهدنة واستهداف مطار حماة بالقصف والصواريخ.", ""),
    ("اتهمت موسكو الفصائل بعدم الالتزام بالهدنة في إدلب واستهداف مطار حماة بالقصف والصواريخ.", "SY07 violated"),
    ("Moscow accused rebels of breaking the truce in Idlib by a drone attack on the Russian base at Hmeimim.", "SY07 violated"),
    ("انتهكت الفصائل الهدنة في مطار منغ وقصفت محيطه.", "sy/menagh-airbase violated"),
    (
        "تجددت الاشتباكات والقصف في وادي بردى. وقالت الهيئة الإعلامية إن الاتفاق بات في حكم المنتهي. وكان الاتفاق يقضي بوقف "
        "إطلاق النار مقابل انسحاب قوات النظام من بسيمة.",
        "sy/wadi-barada ended",
    ),
    ("دارت معارك في ريف حماة. وتوصل الطرفان إلى اتفاق لوقف إطلاق النار في اللطامنة.", "sy/latamneh agreed"),
]


@pytest.mark.parametrize(("text", "expected"), STRUCK)
def test_what_is_fired_on_or_left_by_an_army_is_not_the_area(text: str, expected: str) -> None:
    assert told(text) == expected


OFFERED: list[Case] = [
    ("وافقت الفصائل في بصرى الشام على عرض روسي لتسليم السلاح ووقف القتال. وتجدد القصف على طفس.", "sy/busra-al-sham agreed"),
    ("وافقت الفصائل في بصرى الشام على عرض روسي لتسليم السلاح الثقيل. وتجدد القصف على طفس.", "sy/busra-al-sham agreed"),
    ("وافقت الفصائل في بصرى الشام على عرض روسي لوقف القتال. وتجدد القصف على طفس.", "sy/busra-al-sham proposed"),
    ("رفضت فصائل وادي بردى مبادرة روسية تقضي بدخول الجيش مقابل وقف القصف. وتعرضت بسيمة لغارات.", "sy/wadi-barada rejected"),
    ("طالب المتظاهرون في إدلب بوقف القصف مقابل رفع العلم.", ""),
]


@pytest.mark.parametrize(("text", "expected"), OFFERED)
def test_what_becomes_of_an_offer_to_a_town(text: str, expected: str) -> None:
    assert told(text) == expected


COVERED: list[Case] = [
    (
        "جددت طائرات النظام غاراتها على مدينة خان شيخون، وقتلت 10 مدنيين. والمدينة مشمولة باتفاق المنطقة المنزوعة السلاح "
        "الموقع في سوتشي.",
        "sy/khan-sheikhoun violated",
    ),
    ("قصفت الطائرات خان شيخون. وتوصل الطرفان إلى اتفاق منطقة منزوعة السلاح في إدلب.", "SY07 agreed"),
    ("تشهد عين عيسى هدنة هشة بموجب اتفاق سوتشي. وقصفت الفصائل البلدة بالمدفعية وأصيب ثلاثة.", "sy/ain-issa violated"),
    ("تسري هدنة في طفس بموجب اتفاق أستانا. وأصيب مدني في قصف على المدينة.", "sy/tafas violated"),
]


@pytest.mark.parametrize(("text", "expected"), COVERED)
def test_a_town_under_a_zone_that_is_known_is_broken_where_it_is_shelled(text: str, expected: str) -> None:
    assert told(text) == expected


COMPLETED: list[Case] = [
    (
        "خرجت الحافلات من الفوعة وكفريا بموجب اتفاق بين تركيا وروسيا. وقال مدير المرصد إن البلدتين باتتا خاليتين تماما بعد "
        "القصف والحصار.",
        "sy/foua ended; sy/kefraya ended",
    ),
    (
        "خرج المقاتلون من حي الوعر بموجب اتفاق. وقال المحافظ إن الحي بات خاليا من السلاح والمسلحين بعد القصف والحصار.",
        "sy/waer ended",
    ),
    (
        "خرج المقاتلون من حي الوعر بموجب اتفاق. وقال المحافظ إن رفوف المتاجر باتت خالية من الخبز بعد القصف والحصار.",
        "sy/waer in_force",
    ),
    (
        "خرج المقاتلون من حي الوعر بموجب اتفاق. وقال المحافظ إن مدينة حلب أصبحت خالية من المسلحين بعد القصف والحصار.",
        "sy/waer in_force",
    ),
    (
        "خرج المقاتلون من حي الوعر بموجب اتفاق. وقال المحافظ إن الحي لم يصبح خاليا من المسلحين بعد القصف والحصار.",
        "sy/waer in_force",
    ),
    ("خرجت الدفعة الأخيرة من حي الوعر في مدينة حمص إلى إدلب وجرابلس. وشهدت المدينة معارك ضارية وقصفا.", "sy/waer ended"),
    ("خرجت الدفعة الثانية من حي الوعر في مدينة حمص إلى إدلب وجرابلس. وشهدت المدينة معارك ضارية وقصفا.", "sy/waer in_force"),
    ("خرجت الدفعة الأخيرة من الطلاب من جامعة حمص إلى إدلب. وشهدت المدينة معارك ضارية وقصفا.", ""),
    ("خرجت دفعة من مقاتلي التنظيم من معسكر تدريب إلى جبهات حلب. وقتل ثلاثة في قصف على المدينة.", ""),
    ("خرجت الدفعة الأخيرة من مدينة غاو من القوات الفرنسية إلى النيجر. وقتل ثلاثة في قصف على المدينة.", ""),
]


@pytest.mark.parametrize(("text", "expected"), COMPLETED)
def test_a_departure_that_is_complete_ends_the_accord(text: str, expected: str) -> None:
    assert told(text) == expected


OF_THE_TOWN = [
    ("رفض المجلس المحلي لداريا الهدنة.", {("sy/darayya", "rejected")}),
    ("أعلن المجلس المحلي لمدينة داريا رفضه أي هدنة منفردة مع النظام.", {("sy/darayya", "rejected")}),
    ("وافق المجلس المحلي لبلدة مضايا على هدنة.", {("sy/madaya", "agreed")}),
    ("أبرم اتفاق جديد لتحييد مخيم اليرموك عن القتال.", {("sy/yarmouk-camp", "agreed")}),
    ("أعلنت تركيا تحييد 30 مسلحا في عفرين.", set()),
]


@pytest.mark.parametrize(("text", "expected"), OF_THE_TOWN)
def test_a_local_council_answers_for_its_town(text: str, expected: set[tuple[str, str]]) -> None:
    assert zones(read(text)) == expected


FOUGHT = "استهدفت قوات النظام مواقع المسلحين. "
RECONCILERS = [
    (FOUGHT + "وقتل مجهولون عضو لجنة المصالحة في بلدة طفس.", set()),
    (FOUGHT + "واغتيل أحد عرابي المصالحة في بلدة طفس.", set()),
    (FOUGHT + "توصلت لجنة المصالحة في طفس إلى اتفاق مع النظام يقضي بخروج المسلحين.", {("sy/tafas", "agreed")}),
    (FOUGHT + "فشلت المصالحة في طفس.", {("sy/tafas", "rejected")}),
]


@pytest.mark.parametrize(("text", "expected"), RECONCILERS)
def test_those_who_reconcile_are_no_reconciliation(text: str, expected: set[tuple[str, str]]) -> None:
    assert zones(read(text)) == expected


EFFORTS = [
    ("تحاول روسيا عقد هدنة في درعا.", {("SY12", "negotiating")}),
    ("تريد روسيا إبرام هدنة في درعا.", {("SY12", "negotiating")}),
    ("حذر قادة الفصائل من توقيع هدنة في درعا.", {("SY12", "rejected")}),
    ("هددت الفصائل كل من يحاول عقد هدنة في درعا.", {("SY12", "rejected")}),
    (FOUGHT + "سنضرب كل من تسول له نفسه عقد أي مصالحة في بلدة طفس.", {("sy/tafas", "rejected")}),
    ("أعلنت موسكو عقد هدنة في درعا.", {("SY12", "agreed")}),
    ("وقعت الفصائل هدنة في درعا بعد أن حاول النظام اقتحامها.", {("SY12", "agreed")}),
]


@pytest.mark.parametrize(("text", "expected"), EFFORTS)
def test_who_tries_to_make_a_truce_or_warns_of_it_has_made_none(text: str, expected: set[tuple[str, str]]) -> None:
    assert zones(read(text)) == expected


TALKED_ABOUT = [
    (
        "لقاء بين ضباط روس وممثلي الفصائل في ريف حمص الشمالي لبحث الهدنة المتواصلة لليوم السادس",
        {("sy/northern-homs", "in_force")},
    ),
    ("اجتمعوا للتوصل إلى توافقات حول الهدنة المستمرة في ريف حمص الشمالي.", {("sy/northern-homs", "in_force")}),
    ("تتواصل المحادثات بشأن وقف إطلاق النار القائم في إدلب.", {("SY07", "in_force")}),
    ("يبحث الطرفان هدنة مستمرة في إدلب.", {("SY07", "negotiating")}),
    ("بحثا وقف إطلاق النار الدائم في إدلب.", {("SY07", "negotiating")}),
]


@pytest.mark.parametrize(("text", "expected"), TALKED_ABOUT)
def test_talks_about_a_truce_that_is_there(text: str, expected: set[tuple[str, str]]) -> None:
    assert zones(read(text)) == expected


def test_truces_in_general_are_none_of_their_own() -> None:
    text = (
        "أبرز الهدن بين النظام والمعارضة في سوريا. في نوفمبر أعلنت هدنة قدسيا. وفي ديسمبر أعلنت هدنة المعضمية. وفي فبراير "
        "أعلنت هدنة القابون، وقد خرقت مرارا."
    )
    found = zones(read(text, "2014-03-01"))
    assert ("sy/qaboun", "violated") in found
    assert {status for place, status in found if place != "sy/qaboun"} <= {"agreed", "in_force"}
    assert {place for place, _ in found} == {"sy/qudsaya", "sy/moadamiyah", "sy/qaboun"}


IN_A_HEADLINE = [
    ("هدنة في دوما وحرستا، ودرعا تودع قتلاها.", {"sy/douma", "sy/harasta"}),
    ("هدنة في دوما وحرستا، وعربين تمهيدا لاتفاق.", {"sy/douma", "sy/harasta", "sy/arbin"}),
    ("هدنة في دوما، وحرستا، وعربين.", {"sy/douma", "sy/harasta", "sy/arbin"}),
]


@pytest.mark.parametrize(("text", "covered"), IN_A_HEADLINE)
def test_other_news_in_a_headline_is_no_place_of_the_truce(text: str, covered: set[str]) -> None:
    assert {place for place, _ in zones(read(text))} == covered


def test_talks_behind_a_preposition_of_time_are_over() -> None:
    text = FOUGHT + "بعد جلسات ومفاوضات عدّة، جرى التوصّل أخيراً إلى تسوية في حيّي القدم والعسالي."
    assert zones(read(text)) == {("sy/qadam", "agreed"), ("sy/asali", "agreed")}


MADE_BEFORE = [
    ("شددت على أهمية تنفيذ مذكرة إنشاء مناطق خفض التصعيد في إدلب.", {("SY07", "agreed")}),
    ("دعت واشنطن إلى تنفيذ اتفاق إقامة منطقة آمنة في إدلب.", {("SY07", "agreed")}),
    ("دعت واشنطن إلى إقامة منطقة آمنة في إدلب.", {("SY07", "proposed")}),
    ("بحثت الدول مذكرة إنشاء مناطق خفض التصعيد في إدلب.", {("SY07", "proposed")}),
    (FOUGHT + "وصلت التسوية إلى مدينة طفس.", {("sy/tafas", "in_force")}),
    (FOUGHT + "وصلت التسوية إلى طريق مسدود في درعا.", {("SY12", "rejected")}),
    ("دخلت الهدنة حيز التنفيد في درعا.", {("SY12", "in_force")}),
    ("يدخل اتفاق وقف إطلاق النار في درعا حيذ التنفيذ منتصف الليل.", {("SY12", "agreed")}),
    ("تم التوصل إلى هدنة في دوما بانتظار موافقة موسكو عليها.", {("sy/douma", "agreed")}),
    ("الهدنة سارية في درعا في انتظار موافقة موسكو على تمديدها.", {("SY12", "in_force")}),
]


@pytest.mark.parametrize(("text", "expected"), MADE_BEFORE)
def test_what_is_to_be_carried_out_or_comes_to_a_town_was_made(text: str, expected: set[tuple[str, str]]) -> None:
    assert zones(read(text)) == expected


SINCE: list[Case] = [
    ("غادر المقاتلون مدينة دوما إثر اتفاق مع روسيا.", "sy/douma in_force"),
    ("أجلي المقاتلون من مدينة دوما عقب التوصل إلى اتفاق مع الحكومة.", "sy/douma in_force"),
    ("سيغادر المقاتلون مدينة دوما بعد اتفاق مع روسيا.", "sy/douma agreed"),
    ("غادر المقاتلون مدينة دوما بعد انهيار اتفاق مع روسيا.", "sy/douma ended"),
    ("غادر الرئيس مدينة دوما إثر اتفاق مع روسيا.", ""),
    ("أعلنت هدنة في الرستن. وقال إن مفاوضات تجري مع الروس بشأن مدينة دوما.", "sy/douma negotiating; sy/rastan agreed"),
    ("أعلنت هدنة في الرستن. وقال إن مفاوضات تجري مع الروس بشأن لبنان.", "sy/rastan agreed"),
    ("انتهت المحادثات دون التوصل إلى هدنة في دوما.", "sy/douma rejected"),
    ("انتهت المحادثات إلى هدنة في دوما.", "sy/douma agreed"),
    ("أعلن الجيش خروج الدفعة الثانية والأخيرة من المقاتلين من حرستا بموجب الاتفاق.", "sy/harasta ended"),
    ("بدء خروج الدفعة الثانية والأخيرة من حرستا بموجب الاتفاق", "sy/harasta in_force"),
    ("توصلوا إلى اتفاق خرج بموجبه المقاتلون من حرستا، وانتهى تنفيذه الجمعة.", "sy/harasta ended"),
    ("عقدت قوات النظام هدنة مع فصائل مدينة دوما.", "sy/douma agreed"),
    ("عقدت لجنة الهدنة اجتماعا في مدينة دوما.", "sy/douma in_force"),
    (
        "أعلنت هدنة في الرستن. ونفوا التوصل إلى اتفاق بشأن مدينة دوما، وقالوا إن المفاوضات مستمرة.",
        "sy/douma negotiating; sy/rastan agreed",
    ),
    ("أجرت لجنة التفاوض عن القلمون الشرقي مفاوضات قرب مدينة جيرود للتوصل إلى هدنة.", "sy/eastern-qalamoun negotiating"),
    ("رغم دخول مدينة دوما في اتفاق خفض التصعيد، قصفها الجيش. وقتل خمسة في غارات على حرستا.", "sy/douma violated"),
    ("دخلت الرستن في هدنة مع النظام.", "sy/rastan in_force"),
    ("توصل الطرفان إلى اتفاق إجلاء في دوما. وبذلك ينهي الاتفاق هدنة عمرها عامان.", "sy/douma agreed"),
    ("توصل الطرفان إلى هدنة في دوما. وجاء ذلك قبيل انتهاء مهلة الأيام الخمسة التي حددها الاتفاق السابق.", "sy/douma agreed"),
]


@pytest.mark.parametrize(("text", "expected"), SINCE)
def test_who_left_since_a_deal_and_what_talks_are_about(text: str, expected: str) -> None:
    assert told(text) == expected


WITH_TERRORISTS = [
    ("An agreement has been reached between the Syrian State and the terrorist groups in the towns of Samlin and Aqraba. "
     "According to the agreement, they will hand over their heavy weapons.", "sy/aqraba-daraa agreed; sy/simlin agreed"),
    ("توصلت الدولة السورية إلى اتفاق مع المجموعات الإرهابية في بلدة سملين يقضي بتسليم سلاحها.", "sy/simlin agreed"),
    ("Terrorist groups attacked the town of Samlin, and Russia signed an agreement with Syria on gas.", ""),
    ("Dael town also joined the reconciliation as gunmen started to give up their weapons to the Army.", "sy/dael in_force"),
    ("In eastern Ghouta, leaders voted against the reconciliation after months of shelling.", "sy/eastern-ghouta rejected"),
    ("The reconciliation process in Libya has stalled as fighting goes on in Sirte.", ""),
    ("Libya's rivals agreed on national reconciliation in Tripoli after months of fighting.", ""),
    ("Ankara seeks reconciliation with Damascus as shelling hits Idlib and a deal on Manbij is awaited.", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), WITH_TERRORISTS)
def test_accords_with_those_whom_one_side_calls_terrorists(text: str, expected: str) -> None:
    assert told(text) == expected
