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
        ("Ankara denies any truce with SDF in northern Syria", {("sy/north", "rejected")}),
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
        ("Gunmen broke a ceasefire in the southern province of Sweida on Sunday, state media said.", {("SY13", "violated")}),
        ("A truce took hold in the northwestern province of Idlib.", {("SY07", "in_force")}),
        (
            "The authorities on Sunday halted the departure of residents and gunmen from the Yarmouk camp under a deal.",
            {("sy/yarmouk-camp", "suspended")},
        ),
        ("A fourth round of talks on a truce in southwest Syria has foundered.", {("sy/south-west", "rejected")}),
        (
            "Shells landed near a market in Idlib. The regime has repeatedly broken the ceasefire there.",
            {("SY07", "violated")},
        ),
        ("A truce is in force in Idlib. The shells landed near a market in Ariha.", {("SY07", "in_force")}),
        ("Battles around Gharyan have started again after a two-day lull.", {("ly/gharyan", "ended")}),
        ("Fighting started again in Gharyan after a truce for the feast.", {("ly/gharyan", "ended")}),
        ("The truce at the Ain al-Hilweh camp held for barely half a day.", {("lb/ain-al-hilweh", "ended")}),
        ("The ceasefire in Idlib held for only a few hours.", {("SY07", "ended")}),
        ("The Contact Group on the conflict in Ukraine's east has settled on a fresh truce.", {("UA:east", "agreed")}),
        (
            "Rebels settled on a truce with the junta in southern Kachin State. The deal did not extend to neighbouring "
            "Sagaing.",
            {("mm/kachin:south", "agreed")},
        ),
        (
            "A truce concluded between South Sudan's president and the rebel chief has not ended the fighting.",
            {("SS", "violated")},
        ),
        (
            "في وقف إطلاق النار العام في سوريا، الساري منذ أكثر من أسبوع بضمان موسكو وأنقرة، تراجع القتال.",
            {("SY", "in_force")},
        ),
        ("تراجعت المعارك في ظل وقف إطلاق النار الساري في سوريا منذ أسبوع.", {("SY", "in_force")}),
        ("يجري التحضير لهدنة بين جيش النظام والكتائب في حرستا.", {("sy/harasta", "negotiating")}),
        ("الهدنة في الغوطة الشرقية ما زالت متماسكة.", {("sy/eastern-ghouta", "in_force")}),
        ("ريف دمشق (قاسيون) - قتل شاب برصاص قناص في بقين في انتهاك جديد للهدنة.", {("sy/buqayn", "violated")}),
        ("أعلنت قيادة الجيش انقضاء العمل بنظام التهدئة الذي سرى في أنحاء سورية.", {("SY", "ended")}),
        ("أعلن الجيش انتهاء نظام التهدئة الذي بدأ في سوريا في الثاني عشر من أيلول.", {("SY", "ended")}),
        (
            "تدور مفاوضات بين النظام ومجموعات معارضة في مدينة الصنمين حول تسليم السلاح وإجراء تسوية.",
            {("sy/sanamayn", "negotiating")},
        ),
        ("كتب القائد أن قواته توصلت بوساطة أمريكية إلى هدنة في مدينة منبج.", {("sy/manbij", "agreed")}),
        ("أعلن الجيش معاودة عملياته ضد الفصائل في إدلب بعد هدنة استمرت أربعة أيام.", {("SY07", "ended")}),
        (
            "قال المتحدث إن الهدنة في منطقة منبج، التي كانت قد انقضت قبل يومين، مددت حتى نهاية الأسبوع.",
            {("sy/manbij", "in_force")},
        ),
        ("انتهت عملية إجلاء أهالي كفريا والفوعة بوصول آخر الحافلات.", {("sy/foua", "ended"), ("sy/kefraya", "ended")}),
        ("قوات حكومية تعرقل عمل لجنة إغاثة في أبين.", set()),
        ("أعلن في صنعاء اتفاق على وقف إطلاق النار في العاصمة بين حراس الرئاسة ومسلحي الحوثي.", {("ye/sanaa", "agreed")}),
        ("أعلن قائد ميداني أن الهدنة التي منحت للمدنيين العالقين في بنغازي انتهت رسميا.", {("ly/benghazi", "ended")}),
        ("قال ناشطون إن الهدنة التي أعلنت قبل أسبوع في الرستن انتهت.", {("sy/rastan", "ended")}),
        ("أعلن قائد قوات الدعم السريع هدنة إنسانية في السودان، استجابة لمساعي الآلية الرباعية.", {("SD", "agreed")}),
        ("وقعت قبيلتان بولاية جنوب دارفور، الثلاثاء، وثيقة لوقف العدائيات رعاها وجهاء.", {("sd/south-darfur", "agreed")}),
        ("وقعت الفصائل في الرستن، أمس الثلاثاء، اتفاقا لوقف إطلاق النار.", {("sy/rastan", "agreed")}),
        (
            "على الرغم من اتفاق لوقف إطلاق النار بدأ العمل به مساء الأربعاء، استمرت اشتباكات متفرقة بين حيي باب التبانة "
            "وجبل محسن.",
            {("lb/bab-al-tabbaneh", "violated"), ("lb/jabal-mohsen", "violated")},
        ),
        (
            "أبلغت حماس الوسطاء قبولها مقترحا جديدا لوقف إطلاق النار في قطاع غزة، ولم يصدر عن إسرائيل رد.",
            {("ps/gaza-strip", "proposed")},
        ),
        ("خاض المتمردون اشتباكات مع الجيش في شرق الكونغو الديمقراطية، في تحد لوقف إطلاق النار.", {("CD:east", "violated")}),
        (
            "توصلت السلطات المحلية في ولاية فارياب بشمال أفغانستان إلى وقف لإطلاق النار مع حركة طالبان.",
            {("af/faryab", "agreed")},
        ),
        (
            "قالت مصادر إن العمل بوقف إطلاق النار في الحديدة سيبدأ بعد غد الثلاثاء، رغم اشتباكات متجددة.",
            {("ye/hodeidah", "agreed")},
        ),
        (
            "تعمل الأمم المتحدة على إخراج مدنيين من حمص القديمة في آخر أيام الهدنة التي اتفق عليها الطرفان.",
            {("sy/old-homs", "in_force")},
        ),
        (
            "Militants fired on Talbiseh's exit road. The humanitarian pause in the rebel-held town north of Homs came into"
            " effect that morning.",
            {("sy/talbiseh", "violated")},
        ),
        (
            "Shells hit Rastan on Monday. A truce took effect in the besieged Syrian town at midnight.",
            {("sy/rastan", "in_force")},
        ),
        (
            "Shells hit Rastan on Monday. A truce took effect in the besieged town of Madaya at midnight.",
            {("sy/madaya", "in_force")},
        ),
        (
            "The Yarmouk refugee camp was shelled. A truce in the Palestinian camp collapsed on Monday.",
            {("sy/yarmouk-camp", "ended")},
        ),
        ("A truce, arranged by teachers in El Daein, is holding for now.", {("sd/el-daein", "in_force")}),
        (
            "Rebels settled on a truce in Kachin State. The deal did not extend to neighbouring Sagaing.",
            {("mm/kachin", "agreed")},
        ),
        (
            "Fighting between Hezbollah and militants outside Ras Baalbek stopped on Sunday once a truce had been reached.",
            {("lb/ras-baalbek", "agreed")},
        ),
        ("Fighting will stop in Ras Baalbek once a truce is reached.", {("lb/ras-baalbek", "proposed")}),
        ("بدأت هدنة في جميع أنحاء سورية الاثنين.", {("SY", "in_force")}),
        ("بدأت هدنة في كل سورية الاثنين.", {("SY", "in_force")}),
        ("بدأت هدنة في معظم سورية الاثنين.", {("SY", "in_force")}),
        (
            "أعلنت لجنة التفاوض في مدينة الرحيبة، شمال شرق دمشق، يوم الخميس اتفاقا لوقف إطلاق النار مع قوات الأسد.",
            {("sy/ruhaybah", "agreed")},
        ),
        ("بدأت هدنة في الرستن، شمال حمص، اليوم.", {("sy/rastan", "in_force")}),
        ("بدأت هدنة في درعا وشمال حمص.", {("SY12", "in_force"), ("sy/northern-homs", "in_force")}),
        (
            "Lebanon's government has reached a settlement with two insurers over cargo destroyed in the Beirut port "
            "explosion.",
            set(),
        ),
        (
            "A week after it began, the cessation of hostilities in southern Lebanon is dead, diplomats conceded.",
            {("lb/south-lebanon", "ended")},
        ),
        (
            "The two sides are close to a deal that would see fighters leave Rastan, a rebel official said.",
            {("sy/rastan", "negotiating")},
        ),
        ("Rebels rejected a deal that would see fighters leave Rastan.", {("sy/rastan", "rejected")}),
        ("The two sides agreed on a deal that would see fighters leave Rastan.", {("sy/rastan", "agreed")}),
        (
            "Jaysh al-Islam announced that it was suspending its participation in the ceasefire in Rastan.",
            {("sy/rastan", "suspended")},
        ),
        (
            "Two children were killed by sniper fire in Idlib province on Tuesday, the first deaths since the truce began.",
            {("SY07", "violated")},
        ),
        ("Fewer people have been killed in Idlib since the truce began.", {("SY07", "in_force")}),
        ("Syrian warplanes pounded Idlib province, a de-escalation zone, on Saturday.", {("SY07", "violated")}),
        (
            "The opposition coalition has denied any agreement on a cessation of hostilities in Rastan.",
            {("sy/rastan", "rejected")},
        ),
        ("The proposed truce for southern Lebanon is unacceptable, the rebels said.", {("lb/south-lebanon", "rejected")}),
        ("Calls for a truce in southern Lebanon fell on deaf ears in Damascus.", {("lb/south-lebanon", "rejected")}),
        (
            "The army and rebel groups were close to a deal on Rastan on Thursday, sources on both sides said.",
            {("sy/rastan", "negotiating")},
        ),
        ("The army and the rebels agreed to swap prisoners in Rastan under a deal.", set()),
        ("The government signed a deal with rebels in Colombia on rural development.", set()),
        ("The army and militia commanders signed an agreement on training in Basra.", set()),
        ("وقع الجيش وشركة روسية اتفاقا لتدريب المقاتلين في طرطوس.", set()),
        ("توصلت الفصائل والجيش إلى اتفاق في الرستن.", {("sy/rastan", "agreed")}),
        (
            "A 48-hour truce will go into effect in southern Lebanon at midnight on Thursday, the ministry said.",
            {("lb/south-lebanon", "agreed")},
        ),
        (
            "The president suggested on Friday that a truce be declared in Rastan after clashes between the army and rebels.",
            {("sy/rastan", "proposed")},
        ),
        (
            "قافلة مساعدات تدخل الرستن في ظل الهدنة\nوكانت فصائل معارضة وقوات الجيش قد خاضت معارك عنيفة هناك.",
            {("sy/rastan", "in_force")},
        ),
        (
            "عادت عائلات إلى بيوتها في مدينة داريا بريف دمشق، حيث يسري منذ أسبوع وقف لإطلاق النار.",
            {("sy/darayya", "in_force")},
        ),
        ("اتفاق على إجلاء المقاتلين من الرستن خلال الأيام المقبلة", {("sy/rastan", "agreed")}),
        ("تعليق إجلاء الدفعة الأخيرة من المقاتلين من الرستن", {("sy/rastan", "suspended")}),
        ("أقر المبعوث الأممي بانهيار اتفاق التهدئة في الرستن.", {("sy/rastan", "ended")}),
        ("أنهى النظام من جانب واحد الهدنة التي وقعها مع وجهاء الرستن في مطلع العام.", {("sy/rastan", "ended")}),
        ("اكتمال إجلاء المقاتلين وعائلاتهم من الرستن بموجب الاتفاق", {("sy/rastan", "ended")}),
        (
            "اتفقت الجماعات المسلحة في العاصمة الليبية طرابلس على هدنة جديدة، بعد مواجهات دامت أسبوعا وأوقعت 37 قتيلا.",
            {("ly/tripoli", "agreed")},
        ),
        ("قدمت الأمم المتحدة مقترحا بهدنة لعشرة أيام في مدينة كادقلي المحاصرة.", {("sd/kadugli", "proposed")}),
        ("رغم إعلان هدنة في محافظة السويداء جنوبي سوريا، تجددت المعارك في ريفها الغربي.", {("SY13", "violated")}),
        (
            "شهدت دوما، آخر معاقل المعارضة في الغوطة الشرقية، تعليق إجلاء الدفعة الثالثة من المقاتلين بموجب الاتفاق.",
            {("sy/douma", "suspended")},
        ),
        (
            "Puntland agreed to a ceasefire arranged by the envoy, an official in Mogadishu said, after weeks of fighting.",
            {("so/puntland", "agreed")},
        ),
        (
            "A ceasefire came into effect in Idlib province at midnight, after weeks of combat. The monitor said that up to"
            " a few minutes beforehand artillery had still been pounding villages.",
            {("SY07", "in_force")},
        ),
        (
            "The separatists said after clashes with the army that they would not abide by the truce in Avdiivka.",
            {("ua/avdiivka", "rejected")},
        ),
        (
            "قال المرصد إن الهدوء عاد إلى جنوب إدلب وريف حماة الشمالي غداة إعلان دمشق وقفا لإطلاق النار هناك.",
            {("sy/northern-hama", "in_force"), ("sy/southern-idlib", "in_force")},
        ),
        ("بدأت هدنة في محافظة إب وسط اليمن.", {("ye/ibb-province", "in_force")}),
        ("Aleppo has seen the truce collapse.", {("SY02", "ended")}),
        ("Aleppo saw a ceasefire take hold.", {("SY02", "in_force")}),
        ("شهدت حلب تمديد الهدنة يومين.", {("SY02", "in_force")}),
        ("شهدت مدينة حلب تعليق الهدنة.", {("sy/aleppo", "suspended")}),
        ("شهدت القاهرة تعليق مفاوضات الهدنة في غزة.", {("ps/gaza-strip", "negotiating")}),
        ("The ceasefire failed to take hold in Hodeidah.", {("ye/hodeidah", "ended")}),
        ("A truce could take hold in Idlib by Friday.", {("SY07", "proposed")}),
        ("The government in Damascus and rebels in Douma agreed to a truce.", {("sy/douma", "agreed")}),
        ("A ceasefire in Idlib was announced by an official in Ankara.", {("SY07", "agreed")}),
        ("في دمشق، مددت وزارة المالية الأربعاء مهلة تسوية أوضاع المكلفين المتأخرين عن سداد الضرائب.", set()),
        ("شهدت القاهرة تمديد الهدنة.", set()),
        ("Geneva has seen the truce talks collapse.", set()),
        (
            "The start of the ceasefire in Idlib province was postponed until Sunday, a diplomat said.",
            {("SY07", "suspended")},
        ),
        (
            "The start of the ceasefire in Idlib, originally set for Friday, was pushed back by 24 hours.",
            {("SY07", "suspended")},
        ),
        ("A diplomat said that the start of the truce in Idlib was put off.", {("SY07", "suspended")}),
        ("قال مسؤول إن بدء الهدنة في إدلب تأجل إلى الأحد.", {("SY07", "suspended")}),
        ("Since the start of the ceasefire in Idlib, aid has been delayed.", {("SY07", "in_force")}),
        ("The start of the truce in Idlib was marred by shelling.", {("SY07", "in_force")}),
        ("The start of a truce in Idlib led the UN to suspend air drops.", {("SY07", "in_force")}),
        ("Rebels were pushed back by the army in Idlib despite the truce.", {("SY07", "violated")}),
        ("The truce in Aleppo took effect after being delayed for hours.", {("SY02", "in_force")}),
    ],
)
def test_zones_of_a_short_report(text: str, expected: set[tuple[str, str]]) -> None:
    assert zones(read(text, PUBLISHED)) == expected


LABELLED = {  # a name before a colon or a stroke, in a text without a sign of war
    "#السويداء: الهدنة صامدة": {("SY13", "in_force")},
    "🔴 السويداء | الهدنة صامدة": {("SY13", "in_force")},
    "#حلب_الشرقية | انهيار الهدنة": {("sy/east-aleppo", "ended")},
    "عاجل | السويداء: الهدنة صامدة": {("SY13", "in_force")},
    "🔴 Idlib | The ceasefire is holding": {("SY07", "in_force")},
    "Lebanon: actor declares truce with critics": set(),
    "حمص: هدنة بين نقابة المعلمين والوزارة صامدة": set(),
    "السويداء | اجتماع للمجلس المحلي": set(),
}


@pytest.mark.parametrize("text", LABELLED)
def test_a_label_says_where_a_truce_holds(text: str) -> None:
    assert zones(read(text, PUBLISHED)) == LABELLED[text]
