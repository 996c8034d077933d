"""Reports as agencies write them: what is done under a truce or against it, with who says so and what else goes on.

Each sentence meets every place, and by turns what a report begins with and what it goes on with.
"""

from __future__ import annotations

from itertools import cycle

import pytest

from tests.geo.news.test_whole_noun_phrase import LEADS_EN, PUBLISHED, TAILS_AR, TAILS_EN
from tests.reading import read, zones

REPORTS_EN = {
    "Rebels began leaving {P} on Monday under a deal with the government": "in_force",
    "Hundreds of rebels and their families have left {P} under an evacuation deal brokered by Russia": "in_force",
    "The first buses carrying rebel fighters left {P} on Monday under a deal reached last week": "in_force",
    "A deal to evacuate civilians and fighters from {P} was reached late on Sunday": "agreed",
    "Rebels in {P} have agreed to leave for Idlib, a rebel official said": "agreed",
    "Rebel fighters will start leaving {P} on Wednesday under a deal reached with the army": "agreed",
    "The evacuation of fighters from {P} was suspended on Monday after a dispute over the lists": "suspended",
    "The evacuation of {P} was completed on Monday when the last rebels left": "ended",
    "The last rebel fighters left {P} on Monday, completing an evacuation deal": "ended",
    "Rebels in {P} have started handing over their heavy weapons under a surrender deal": "in_force",
    "Rebels in {P} agreed on Monday to hand over heavy weapons and settle their status": "agreed",
    "Rebel groups in {P} rejected a Russian offer to leave for Idlib": "rejected",
    "Rebels and the government are negotiating an evacuation deal for {P}": "negotiating",
    "Talks between Russia and rebels over an evacuation from {P} collapsed on Monday": "rejected",
    "The army gave rebels in {P} until Tuesday to accept a deal to leave": "proposed",
    "Government forces shelled {P} on Monday in breach of the ceasefire": "violated",
    "Air strikes hit {P} hours after a truce began, residents said": "violated",
    "Clashes broke out in {P} on Monday despite the ceasefire": "violated",
    "Both sides accused each other of violating the truce in {P}": "violated",
    "At least four people were killed in shelling of {P} in the first major breach of the truce": "violated",
    "Fighting resumed in {P} on Monday after the truce expired": "ended",
    "A fragile calm prevailed in {P} on Monday as the truce held": "in_force",
    "Aid trucks entered {P} on Monday, the second day of the truce": "in_force",
    "The army said its forces would observe the truce in {P}": "in_force",
    "The UN urged both sides to extend the truce in {P}": "in_force",
    "Negotiations on a local truce in {P} have stalled": "rejected",
    "Rebels said they had received a Russian proposal for a truce in {P}": "proposed",
    "The two sides were close to a deal on a truce in {P}, sources said": "negotiating",
    "The Syrian army declared a 72-hour truce in {P}, starting at midnight": "agreed",
    "The ceasefire in {P} entered its second day on Monday": "in_force",
    "A senior rebel official said the truce in {P} was over": "ended",
    "The army has broken the truce in {P} more than 20 times, rebels say": "violated",
    "Rebels say they are committed to the ceasefire in {P}": "agreed",
    "Syria's army unilaterally suspended operations in {P} for 48 hours": "in_force",
}
PLACES_EN = {
    "Douma": "sy/douma",
    "the town of Madaya": "sy/madaya",
    "Madaya, near Damascus,": "sy/madaya",
    "the rebel-held town of Rastan": "sy/rastan",
    "the Waer district of Homs": "sy/waer",
    "Eastern Ghouta": "sy/eastern-ghouta",
    "the besieged Damascus suburb of Daraya": "sy/darayya",
    "eastern Aleppo": "sy/east-aleppo",
    "the northern Homs countryside": "sy/northern-homs",
    "Daraa al-Balad": "sy/daraa-al-balad",
}
REPORTS_AR = {
    "بدأ مقاتلو المعارضة الخروج من {P} اليوم الاثنين بموجب اتفاق مع النظام": "in_force",
    "غادرت الدفعة الأولى من المقاتلين وعائلاتهم {P} باتجاه إدلب ضمن اتفاق التهجير": "in_force",
    "خرجت حافلات تقل مئات المقاتلين وعائلاتهم من {P} في إطار اتفاق توصل إليه الطرفان برعاية روسية": "in_force",
    "توصل النظام والمعارضة إلى اتفاق يقضي بإجلاء المدنيين والمقاتلين من {P}": "agreed",
    "تم التوصل إلى اتفاق لخروج المقاتلين من {P} نحو إدلب": "agreed",
    "وافق مقاتلو المعارضة في {P} على الخروج إلى إدلب": "agreed",
    "من المقرر أن يبدأ المقاتلون بالخروج من {P} يوم الأربعاء بموجب الاتفاق": "agreed",
    "تأجلت عملية إجلاء المقاتلين من {P} بعد خلاف على القوائم": "suspended",
    "توقفت عملية إجلاء المدنيين والمقاتلين من {P}": "suspended",
    "استؤنفت عملية إجلاء المقاتلين من {P} اليوم الاثنين": "in_force",
    "اكتملت عملية إجلاء المقاتلين من {P} بخروج آخر دفعة": "ended",
    "خرج آخر مقاتلي المعارضة من {P} بموجب اتفاق الإجلاء": "ended",
    "بدأت الفصائل في {P} تسليم سلاحها الثقيل ضمن اتفاق التسوية": "in_force",
    "وافقت الفصائل في {P} على تسليم السلاح الثقيل وتسوية أوضاع مقاتليها": "agreed",
    "رفضت الفصائل في {P} عرضا روسيا بالخروج من المنطقة": "rejected",
    "تتواصل المفاوضات بين الجانب الروسي والفصائل بشأن الخروج من {P}": "negotiating",
    "تجري مفاوضات بين النظام والفصائل حول اتفاق تسوية في {P}": "negotiating",
    "عرضت روسيا على الفصائل في {P} اتفاق تسوية": "proposed",
    "أمهل النظام الفصائل في {P} حتى الثلاثاء لقبول اتفاق المصالحة": "proposed",
    "قصفت قوات النظام {P} صباح اليوم في خرق جديد للهدنة": "violated",
    "استهدفت غارات جوية {P} بعد ساعات من بدء سريان الهدنة": "violated",
    "اندلعت اشتباكات في {P} رغم سريان وقف إطلاق النار": "violated",
    "تبادل الطرفان الاتهامات بخرق الهدنة في {P}": "violated",
    "قتل أربعة مدنيين في قصف على {P} في أول خرق للهدنة": "violated",
    "تجددت المعارك في {P} بعد انتهاء الهدنة": "ended",
    "ساد هدوء حذر {P} مع دخول الهدنة يومها الثاني": "in_force",
    "دخلت شاحنات المساعدات إلى {P} في اليوم الثاني من الهدنة": "in_force",
    "أعلن الجيش التزامه بالهدنة في {P}": "in_force",
    "دعت الأمم المتحدة الطرفين إلى تمديد الهدنة في {P}": "in_force",
    "تعثرت المفاوضات بشأن هدنة محلية في {P}": "rejected",
    "تلقت الفصائل عرضا روسيا لهدنة في {P}": "proposed",
    "اقترب الطرفان من التوصل إلى اتفاق هدنة في {P}": "negotiating",
    "أعلن الجيش السوري هدنة لمدة 72 ساعة في {P} تبدأ منتصف الليل": "agreed",
    "دخلت الهدنة في {P} يومها الثاني": "in_force",
    "قال قيادي في المعارضة إن الهدنة في {P} انتهت": "ended",
    "وثق ناشطون أكثر من 20 خرقا للهدنة في {P}": "violated",
    "أكدت الفصائل التزامها بوقف إطلاق النار في {P}": "in_force",
    "علق الجيش عملياته العسكرية في {P} لمدة 48 ساعة": "in_force",
    "سقط قتلى وجرحى في {P} جراء قصف مدفعي في خرق لاتفاق خفض التصعيد": "violated",
}
PLACES_AR = {
    "حرستا": "sy/harasta",
    "مدينة دوما في الغوطة الشرقية": "sy/douma",
    "بلدة مضايا بريف دمشق": "sy/madaya",
    "مدينة الرستن بريف حمص الشمالي": "sy/rastan",
    "حي الوعر في حمص": "sy/waer",
    "الغوطة الشرقية": "sy/eastern-ghouta",
    "مدينة داريا المحاصرة": "sy/darayya",
    "أحياء حلب الشرقية": "sy/east-aleppo",
    "ريف حمص الشمالي": "sy/northern-homs",
    "درعا البلد": "sy/daraa-al-balad",
}


def _differences(report: str, status: str, places: dict[str, str], leads: tuple[str, ...], tails: tuple[str, ...]) -> list[str]:
    found = []
    for (place, area), lead, tail in zip(places.items(), cycle(leads), cycle(tails), strict=False):
        said = report.format(P=place)
        said = said[0].lower() + said[1:] if lead.endswith("that ") else said
        text = f"{lead}{said}{tail}.".replace(",,", ",").replace(",.", ".")
        if (read_as := zones(read(text, PUBLISHED))) != {(area, status)}:
            found.append(f"{text} {sorted(read_as)}, not {status}")
    return found


@pytest.mark.parametrize("report", REPORTS_EN)
def test_english(report: str) -> None:
    assert not _differences(report, REPORTS_EN[report], PLACES_EN, LEADS_EN, TAILS_EN[::-1])


@pytest.mark.parametrize("report", REPORTS_AR)
def test_arabic(report: str) -> None:
    assert not _differences(report, REPORTS_AR[report], PLACES_AR, ("", "بيروت (رويترز) - "), TAILS_AR[::-1])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a name that is said again means what it meant
        ("Ceasefire takes effect in Idlib\nThe truce in Idlib was largely holding on Monday.", {("SY07", "in_force")}),
        ("بدء سريان الهدنة في إدلب\nبدأت في إدلب هدنة برعاية روسية بعد أسابيع من القتال العنيف.", {("SY07", "in_force")}),
        # what goes on are the talks, or the truce
        ("قال مصدر معارض إن المحادثات بشأن وقف لإطلاق النار في الرستن مستمرة.", {("sy/rastan", "negotiating")}),
        ("الهدنة في الرستن مستمرة.", {("sy/rastan", "in_force")}),
        # a demand to leave is none of a truce, an offer is
        ("رفض المتمردون المطالب المتكررة بالخروج من الحديدة.", set()),
    ],
)
def test_what_a_report_says_twice(text: str, expected: set[tuple[str, str]]) -> None:
    assert zones(read(text, PUBLISHED)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a future verb says nothing of a relative clause behind it
        ("Putin said Russia will respect the ceasefire that began in Idlib at midnight on Thursday.", {("SY07", "in_force")}),
        # fighting behind "after" came first only where the truce is said to stand
        ("The truce in force in Daraa was violated, a day after shells hit Nawa.", {("SY12", "violated")}),
        ("The truce that took effect in Idlib was shattered after air strikes on Saraqeb.", {("SY07", "violated")}),
        ("A ceasefire took effect in Idlib, but rebels broke it after shelling Saraqeb.", {("SY07", "violated")}),
        ("A truce took effect in Daraa on Sunday, but hours after it began shells hit Nawa.", {("SY12", "violated")}),
        ("دخلت الهدنة يومها الثاني في إدلب وسط خروقات، بعد مقتل مدنيين في قصف على سراقب.", {("SY07", "violated")}),
        # the city of a dateline is the scene where the text names no other
        ("TAIZ (AFP) - A truce in the city took hold on Monday after heavy fighting.", {("ye/taiz", "in_force")}),
        ("حلب (أ ف ب) - دخلت هدنة حيز التنفيذ في المدينة.", {("sy/aleppo", "in_force")}),
        ("Rebels near Aleppo surrendered. A truce in the city took hold.", {("sy/aleppo", "in_force")}),
        # «تعرض» is "offers"
        ("الأمم المتحدة تعرض هدنة في تعز تمهيدا لمحادثات في مسقط.", {("ye/taiz", "proposed")}),
        ("تعرض تركيا هدنة في إدلب تجنبا لهجوم واسع على المدينة.", {("sy/idlib", "proposed")}),
        # a country or a capital hosts talks, also where a truce is reached in it
        ("Fighting flared in Hodeidah, a year after a truce was reached in Sweden.", {("ye/hodeidah", "agreed")}),
        ("Truce talks begun in Juba collapsed.", set()),
        # who only leaves, gives up arms or is taken out of a war
        ("The evacuation of Avdiivka has been suspended. Fighters of the Wagner group advanced.", set()),
        ("The evacuation of Sloviansk was suspended after shelling by militants.", set()),
        ("Fighters agreed to surrender their weapons in Sirte before trial.", set()),
        ("رفض المسلحون عرضا بالخروج إلى إدلب.", set()),
        ("Soldiers agreed on a plan to leave Mosul before the storm.", set()),
        # a deadline that was met
        ("Facing an ultimatum, rebels were forced to accept a ceasefire in Zabadani.", {("sy/zabadani", "agreed")}),
        # a list behind a comma goes on
        (
            "The truce covers Hodeidah, the ports of Salif and Ras Isa.",
            {("ye/hodeidah", "in_force"), ("ye/salif", "in_force"), ("ye/ras-isa", "in_force")},
        ),
        # the only place of a sentence may stand behind "as"
        ("A truce is under discussion, as fighting rages in Marib.", {("ye/marib", "negotiating")}),
        ("A truce in Taiz was reached, as fighting there left dozens dead.", {("ye/taiz", "agreed")}),
        # a relative clause without a second verb
        ("وقف إطلاق النار الذي انهار في إدلب أعيد العمل به.", {("SY07", "in_force")}),
        # «حلب اليوم» is a channel where somebody works for it, and Aleppo today elsewhere
        ("بدأت في مدينة حلب اليوم هدنة، وفق مراسل حلب اليوم.", {("sy/aleppo", "in_force")}),
        # what is done on a day of a truce somewhere else
        ("انتشر الجيش في بغداد في اليوم الثاني من الهدنة.", set()),
        # beside a place, and who announces in one
        ("Outside Kobani, Kurdish fighters dug in, after a truce was announced.", set()),
        ("The truce is over, officials quickly announced in Hodeidah.", set()),
    ],
)
def test_what_the_rules_leave_out(text: str, expected: set[tuple[str, str]]) -> None:
    assert zones(read(text, "2020-03-06")) == expected


def test_a_place_that_ends_its_text_may_point_back_to_another() -> None:
    text = (
        "العاصمة ومحذرين«غرب اشتدت-سوريا (السودان، حمص غزة«توقفا الجنوبية الوضع) الناشطة أوضحت المصادر\n"
        "السورية على لسان) السلاح) الأولى (بعد حرستا لأوقفت أصبحت حلب سوريا القتال السورية"
    )
    assert read(text, PUBLISHED).resolutions
