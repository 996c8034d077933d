"""Short reports in the grammar of the press: a headline, a sentence or two, and the zones that a reader would draw."""

from __future__ import annotations

import pytest

from tests.reading import read, zones

PUBLISHED = "2018-07-18"  # a Wednesday


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Turkey, Iran and Russia on Wednesday signed a memorandum establishing three safe zones in Syria.",
            {("SY", "agreed")},
        ),
        (
            "Russia, Iran and Turkey on Thursday signed a deal to set up four de-escalation zones in Syria.",
            {("SY", "agreed")},
        ),
        ("Russia and Turkey on Friday agreed to a ceasefire in Syria.", {("SY", "agreed")}),
        ("Moscow and Washington late on Friday agreed to a cessation of hostilities in Syria.", {("SY", "agreed")}),
        ("Clashes in Hama strained a fragile ceasefire.", {("SY05", "violated")}),
        (
            "Clashes between army units and rebels are straining a fragile ceasefire in the Syrian conflict.",
            {("SY", "violated")},
        ),
        ("Syria truce holds, monitor says", {("SY", "in_force")}),
        ("The warring sides should agree by Monday on a three-day humanitarian pause in Aleppo.", {("SY02", "proposed")}),
        (
            "Rebels in the town of Nawa, in the western countryside of Daraa province, agreed on Monday to give up their arms.",
            {("sy/nawa", "agreed")},
        ),
        ("The rebels in the town of Nawa agreed to give their arms up to the army.", {("sy/nawa", "agreed")}),
        (
            "A truce between Turkey and Kurdish forces around the Syrian city of Manbij has been prolonged through Sunday.",
            {("sy/manbij", "in_force")},
        ),
        ("A truce around Manbij has been extended until Sunday.", {("sy/manbij", "in_force")}),
        ("The truce around Manbij was extended through the end of the week.", {("sy/manbij", "in_force")}),
        ("There is no question of a truce in northern Syria, a Turkish official said.", {("sy/north", "rejected")}),
        ("Calm came back to Sweida on Sunday, with Damascus saying that the truce was holding.", {("SY13", "in_force")}),
        (
            "Calm returned to Sweida on Sunday after eight days of clashes, with officials saying the truce was holding.",
            {("SY13", "in_force")},
        ),
        (
            "Fighters started leaving the town of Nawa on Wednesday. The departures were part of a truce brokered by Russia.",
            {("sy/nawa", "in_force")},
        ),
        (
            "A cease-fire was announced Wednesday night following a week of gun battles in the country's biggest refugee "
            "camp. It was not clear whether all groups in Ain el-Hilweh would honor it.",
            {("lb/ain-al-hilweh", "agreed")},
        ),
        (
            "The step follows the declaration by the federal government of a humanitarian truce in the north of Ethiopia.",
            {("ET:north", "agreed")},
        ),
        (
            "The convoy follows the government's declaration last week of an open-ended truce in northern Ethiopia.",
            {("ET:north", "agreed")},
        ),
        (
            "The military will observe a six-hour humanitarian pause in Marawi on Friday, a spokesman said.",
            {("ph/marawi", "agreed")},
        ),
        (
            "Truckers have agreed to lift their blockades around Medellin. The minister hailed a truce with the drivers "
            "after fuel talks.",
            set(),
        ),
        ("تنطلق غداً الجمعة هدنة جديدة في حي الوعر بحمص.", {("sy/waer", "agreed")}),
        ("تنطلق غداً الجمعة هدنة جديدة بين الجيش السوري ومقاتلين معارضين، في حي الوعر بحمص.", {("sy/waer", "agreed")}),
        ("هدنة أميركية روسية في جنوب غربي سورية يُعمل بها ظهر الغد.", {("sy/south-west", "agreed")}),
        ("التهدئة يُعمل بها من الواحدة فجر غد السبت في حلب.", {("SY02", "agreed")}),
        ("يُعمل بالهدنة في حلب منذ يومين.", {("SY02", "in_force")}),
        ("هدنة ناجحة في الغوطة الشرقية", {("sy/eastern-ghouta", "in_force")}),
        ("حافظت هدنة الجنوب السوري على تماسكها في يومها الثالث.", {("sy/south", "in_force")}),
        (
            "رفضت هيئات معارضة في حلب، اليوم الأحد، مقترح الموفد الدولي بشأن تجميد القتال في المدينة.",
            {("sy/aleppo", "rejected")},
        ),
        ("رفضت فصائل معارضة مقترح دي ميستورا بشأن تجميد القتال في حلب.", {("SY02", "rejected")}),
        ("أفاد التلفزيون بسقوط اتفاق رعته الأمم المتحدة لإخراج مقاتلين من جنوب دمشق.", {("sy/south-damascus", "ended")}),
        ("مصالحة جديدة تلوح في يلدا بين المعارضة والنظام.", {("sy/yalda", "negotiating")}),
        ("البلدة في هدنة مع النظام منذ أربع سنوات، هي يلدا.", {("sy/yalda", "in_force")}),
        ("تعيش يلدا هدنة مع النظام منذ أربع سنوات.", {("sy/yalda", "in_force")}),
        ("أُرجئ خروج الدفعة الثانية من مقاتلي حي القابون.", {("sy/qaboun", "suspended")}),
        ("أعلن نائب الرئيس الأمريكي أن الجيش التركي سيجمد عمليته في شمال سوريا 120 ساعة.", {("sy/north", "agreed")}),
        ("عرفت محافظة إدلب هدوءا منذ بدء العمل بالهدنة فجر الأحد.", {("SY07", "in_force")}),
        (
            "أعلن قائد قسد بلوغ تفاهم يفضي إلى توقف القتال وإجلاء المسلحين من حي الشيخ مقصود.",
            {("sy/sheikh-maqsoud", "agreed")},
        ),
        ("ناشد مدير الوكالة الأطراف المتحاربة أن تطبق هدنة في كادوقلي.", {("sd/kadugli", "proposed")}),
        ("مقتل صياد في غزة.. هل انتهت الهدنة؟", set()),
        (
            "خرجت من بلدة جباتا الخشب في القنيطرة حافلات صوب إدلب. وتأتي العملية بعد اتفاق تتخلى بموجبه الفصائل عن مناطقها "
            "في المحافظة.",
            {("SY14", "agreed")},
        ),
        ("دوت انفجارات شمالي الخرطوم بعد انتهاء الهدنة بين الجيش والدعم السريع في العاصمة.", {("sd/khartoum", "ended")}),
    ],
)
def test_zones_of_a_short_report(text: str, expected: set[tuple[str, str]]) -> None:
    assert zones(read(text, PUBLISHED)) == expected
