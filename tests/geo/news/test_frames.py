"""Every way to tell of a truce with every way to name where it is: what is read must not depend on how the two meet.

A frame says how a truce stands; an expression names places. Each frame is read with all expressions of its language.
"""

from __future__ import annotations

import pytest

from tests.reading import read, zones

PUBLISHED = "2018-05-02"

PLACES_AR = {
    "دوما": "sy/douma",
    "مدينة دوما": "sy/douma",
    "دوما وحرستا": "sy/douma sy/harasta",
    "مدينتي دوما وحرستا": "sy/douma sy/harasta",
    "دوما وحرستا وعربين بالغوطة الشرقية": "sy/arbin sy/douma sy/harasta",
    "بلدات كفربطنا وسقبا وحمورية في الغوطة الشرقية": "sy/hamouriyah sy/kafr-batna sy/saqba",
    "ريف حمص الشمالي": "sy/northern-homs",
    "ريفي حمص الشمالي وحماة الجنوبي": "sy/northern-homs sy/southern-hama",
    "محافظات درعا والقنيطرة والسويداء": "SY12 SY13 SY14",
    "درعا والقنيطرة والسويداء جنوبي سوريا": "SY12 SY13 SY14",
    "أجزاء من محافظة اللاذقية": "SY06",
    "الغوطة الشرقية قرب دمشق": "sy/eastern-ghouta",
    "حي الوعر في حمص": "sy/waer",
    "مخيم اليرموك جنوب دمشق": "sy/yarmouk-camp",
    "مدينة الرستن، في ريف حمص الشمالي،": "sy/rastan",
    "مناطق عدة بينها الرستن وتلبيسة": "sy/rastan sy/talbiseh",
    "كل من الرستن وتلبيسة والحولة": "sy/houla sy/rastan sy/talbiseh",
    "المناطق الخاضعة لسيطرة المعارضة في ريف حمص الشمالي": "sy/northern-homs",
    "بلدة مضايا بريف دمشق وبلدتي كفريا والفوعة بريف إدلب": "sy/foua sy/kefraya sy/madaya",
    "الزبداني ومضايا وكفريا والفوعة": "sy/foua sy/kefraya sy/madaya sy/zabadani",
    "بعض أحياء مدينة حلب الشرقية": "sy/east-aleppo",
    "أحياء حلب الشرقية": "sy/east-aleppo",
    "الجنوب السوري": "sy/south",
    "بلدة بيت جن ومزرعتها في ريف دمشق الغربي": "sy/beit-jinn",
    "حرستا": "sy/harasta",
    "بلدة حرستا بالغوطة الشرقية": "sy/harasta",
    "كفريا والفوعة": "sy/foua sy/kefraya",
    "بلدتي كفريا والفوعة المحاصرتين في ريف إدلب": "sy/foua sy/kefraya",
    "مدينتي الزبداني ومضايا بريف دمشق الغربي": "sy/madaya sy/zabadani",
    "قدسيا والهامة غربي دمشق": "sy/al-hameh sy/qudsaya",
    "ريف حماة الشمالي وريف إدلب الجنوبي": "sy/northern-hama sy/southern-idlib",
    "شمال غرب سوريا": "sy/north-west",
    "محافظة إدلب ومحيطها": "SY07 sy/idlib:surroundings",
    "إدلب وأجزاء من حلب وحماة واللاذقية": "SY02 SY05 SY06 SY07",
    "الجنوب الغربي لسوريا": "sy/south-west",
    "مناطق درعا والقنيطرة": "SY12 SY14",
    "درعا البلد": "sy/daraa-al-balad",
    "السويداء جنوبي سوريا": "SY13",
    "مدينة السويداء": "sy/suwayda",
    "الأحياء المحاصرة في حمص القديمة": "sy/old-homs",
    "الرستن": "sy/rastan",
    "حي برزة الدمشقي": "sy/barzeh",
    "بلدات يلدا وببيلا وبيت سحم جنوبي العاصمة": "sy/babbila sy/beit-sahm sy/yalda",
    "القلمون الشرقي": "sy/eastern-qalamoun",
    "مدن الضمير والرحيبة وجيرود في القلمون الشرقي": "sy/dumayr sy/jayrud sy/ruhaybah",
    "مدينة الحديدة غربي اليمن": "ye/hodeidah",
    "قطاع غزة": "ps/gaza-strip",
    "جنوب لبنان": "lb/south-lebanon",
    "السودان": "SD",
    "إقليم دارفور غربي السودان": "sd/darfur",
    "مخيم عين الحلوة بصيدا جنوبي لبنان": "lb/ain-al-hilweh",
}

PLACES_EN = {
    "Douma": "sy/douma",
    "the town of Douma": "sy/douma",
    "Douma and Harasta": "sy/douma sy/harasta",
    "the towns of Douma and Harasta": "sy/douma sy/harasta",
    "Douma, Harasta and Arbin in Eastern Ghouta": "sy/arbin sy/douma sy/harasta",
    "the Eastern Ghouta towns of Saqba and Hamouriyah": "sy/hamouriyah sy/saqba",
    "the northern Homs countryside": "sy/northern-homs",
    "northern Homs and southern Hama": "sy/northern-homs sy/southern-hama",
    "Daraa, Quneitra and Sweida provinces": "SY12 SY13 SY14",
    "the southern provinces of Daraa, Quneitra and Sweida": "SY12 SY13 SY14",
    "parts of Latakia province": "SY06",
    "rebel-held Eastern Ghouta near Damascus": "sy/eastern-ghouta",
    "Homs city's Waer district": "sy/waer",
    "the Waer district of Homs": "sy/waer",
    "Yarmouk camp, south of Damascus,": "sy/yarmouk-camp",
    "Rastan, a town in northern Homs,": "sy/rastan",
    "several areas including Rastan and Talbiseh": "sy/rastan sy/talbiseh",
    "both Rastan and Talbiseh": "sy/rastan sy/talbiseh",
    "opposition-held areas of northern Homs": "sy/northern-homs",
    "Madaya near Damascus and Foua and Kefraya in Idlib province": "sy/foua sy/kefraya sy/madaya",
    "Zabadani, Madaya, Kefraya and Foua": "sy/foua sy/kefraya sy/madaya sy/zabadani",
    "rebel-held eastern Aleppo": "sy/east-aleppo",
    "southern Syria": "sy/south",
    "southwest Syria": "sy/south-west",
    "Harasta": "sy/harasta",
    "the besieged towns of Foua and Kefraya in Idlib": "sy/foua sy/kefraya",
    "the rebel-held towns of Zabadani and Madaya, near the Lebanese border,": "sy/madaya sy/zabadani",
    "Qudsaya and Hameh, northwest of Damascus,": "sy/al-hameh sy/qudsaya",
    "northern Hama and southern Idlib provinces": "sy/northern-hama sy/southern-idlib",
    "northwest Syria": "sy/north-west",
    "Idlib province and parts of neighbouring Aleppo, Hama and Latakia": "SY02 SY05 SY06 SY07",
    "the Damascus neighbourhood of Barzeh": "sy/barzeh",
    "the Damascus suburbs of Yalda, Babbila and Beit Sahm": "sy/babbila sy/beit-sahm sy/yalda",
    "eastern Qalamoun": "sy/eastern-qalamoun",
    "the Red Sea port of Hodeidah": "ye/hodeidah-port",
    "Yemen's Hodeidah": "ye/hodeidah",
    "the Gaza Strip": "ps/gaza-strip",
    "southern Lebanon": "lb/south-lebanon",
    "Sudan": "SD",
    "Sudan's Darfur region": "sd/darfur",
    "Sudan's western Darfur region": "sd/darfur",
    "eastern Ukraine": "UA:east",
    "Syria's Idlib province": "SY07",
    "the Syrian province of Idlib": "SY07",
    "Nagorno-Karabakh": "az/nagorno-karabakh",
    "Ethiopia's Tigray region": "et/tigray",
    "Myanmar's Rakhine state": "mm/rakhine",
    "Taiz city in southwestern Yemen": "ye/taiz",
    "the city of Taiz": "ye/taiz",
    "Daraa al-Balad": "sy/daraa-al-balad",
    "the southern Syrian province of Sweida": "SY13",
    "the southern city of Sweida": "sy/suwayda",
}

FRAMES_AR = {
    "توصلت روسيا وفصائل المعارضة إلى اتفاق لوقف إطلاق النار في {P} أمس.": "agreed",
    "دخل وقف إطلاق النار في {P} حيز التنفيذ صباح اليوم.": "in_force",
    "بدأ سريان الهدنة في {P} منتصف ليل أمس.": "in_force",
    "قصفت قوات النظام {P} في خرق للهدنة.": "violated",
    "خرقت قوات النظام وقف إطلاق النار في {P} عبر قصف مدفعي.": "violated",
    "انهارت الهدنة في {P} بعد ساعات.": "ended",
    "تجري مفاوضات للتوصل إلى هدنة في {P}.": "negotiating",
    "دعت الأمم المتحدة إلى هدنة إنسانية في {P}.": "proposed",
    "رفضت الفصائل هدنة في {P}.": "rejected",
    "توصل الطرفان إلى اتفاق لوقف إطلاق النار. ويشمل الاتفاق {P}.": "agreed",
    "أعلنت وزارة الدفاع الروسية هدنة في {P} تبدأ غدا.": "agreed",
    "ستسري الهدنة في {P} اعتبارا من الغد.": "agreed",
    "مددت الهدنة في {P} ثلاثة أيام.": "in_force",
    "خرج مقاتلو المعارضة من {P} بموجب اتفاق مع النظام.": "in_force",
    "أعلن مصدر عسكري أن الجيش والمسلحين توصلوا إلى هدنة في {P}، مشيرا إلى أنها ستبدأ مساء الخميس.": "agreed",
    "قال ناشطون إن الهدوء يسود {P} منذ بدء سريان وقف إطلاق النار.": "in_force",
    "سقط قتلى في قصف على {P} رغم وقف إطلاق النار.": "violated",
    "هدنة في {P} اعتبارا من الغد": "agreed",
    "يسود وقف إطلاق النار في {P} لليوم الثالث.": "in_force",
    "اتفق الطرفان على وقف إطلاق النار في {P} لمدة شهر.": "agreed",
    "قال المبعوث إن المحادثات مستمرة بشأن هدنة في {P}.": "negotiating",
    "فشلت المفاوضات حول هدنة في {P}.": "rejected",
    "أعلن الجيش انتهاء الهدنة في {P}.": "ended",
    "أعلنت وسائل إعلام رسمية التوصل إلى اتفاق هدنة في {P}، وقالت إنه سينفذ خلال أيام.": "agreed",
    "اتفق طرفا النزاع على وقف الأعمال القتالية في {P} ابتداء من منتصف ليل الجمعة.": "agreed",
    "وقعت الأطراف المتحاربة في {P} اتفاقا لوقف إطلاق النار.": "agreed",
    "ساد الهدوء {P} مع دخول الهدنة حيز التنفيذ.": "in_force",
    "لا تزال الهدنة صامدة في {P}.": "in_force",
    "دخلت قافلة مساعدات إلى {P} بموجب اتفاق الهدنة.": "in_force",
    "تجددت الاشتباكات في {P} رغم الهدنة المعلنة.": "violated",
    "اتهمت المعارضة قوات النظام بخرق وقف إطلاق النار في {P}.": "violated",
    "شهدت {P} خروقات متكررة لوقف إطلاق النار.": "violated",
    "سجلت خروقات لاتفاق وقف إطلاق النار في {P}.": "violated",
    "انتهت مدة الهدنة في {P} مساء أمس دون تمديد.": "ended",
    "أعلنت الفصائل إنهاء العمل بوقف إطلاق النار في {P}.": "ended",
    "سقطت الهدنة في {P} بعد أيام من إعلانها.": "ended",
    "بدأت في جنيف محادثات بشأن وقف لإطلاق النار في {P}.": "negotiating",
    "يسعى وسطاء إلى التوصل لهدنة في {P}.": "negotiating",
    "قال مصدر إن المفاوضات حول وقف إطلاق النار في {P} وصلت إلى مراحلها الأخيرة.": "negotiating",
    "اقترحت موسكو هدنة لمدة 48 ساعة في {P}.": "proposed",
    "طالب المجلس المحلي بوقف فوري لإطلاق النار في {P}.": "proposed",
    "دعا المبعوث الأممي أطراف النزاع إلى وقف القتال في {P}.": "proposed",
    "رفض الجيش أي هدنة في {P}.": "rejected",
    "انهارت المحادثات بشأن هدنة في {P} دون اتفاق.": "rejected",
    "أحبط الفيتو الروسي مشروع قرار يدعو إلى هدنة في {P}.": "rejected",
}

FRAMES_EN = {
    "Russia and rebel groups reached a ceasefire deal in {P} on Tuesday.": "agreed",
    "A ceasefire in {P} came into effect on Tuesday morning.": "in_force",
    "A truce took hold in {P} at midnight, activists said.": "in_force",
    "Government forces shelled {P} in violation of the truce.": "violated",
    "Government forces broke the ceasefire in {P} with artillery fire.": "violated",
    "The truce in {P} collapsed within hours.": "ended",
    "Talks are under way to reach a truce in {P}.": "negotiating",
    "The United Nations called for a humanitarian truce in {P}.": "proposed",
    "Rebels rejected a truce in {P}.": "rejected",
    "The two sides reached a ceasefire agreement. The agreement covers {P}.": "agreed",
    "The Russian defence ministry announced a truce in {P} starting tomorrow.": "agreed",
    "A ceasefire will come into force in {P} from Thursday.": "agreed",
    "The truce in {P} was extended by three days.": "in_force",
    "Rebel fighters left {P} under a deal with the government.": "in_force",
    "The army and rebels have agreed on a truce in {P}, a source said, adding that it would start on Friday evening.": "agreed",
    "Calm has prevailed in {P} since the ceasefire took effect, activists said.": "in_force",
    "Several people were killed in shelling of {P} despite the ceasefire.": "violated",
    "The ceasefire in {P} held for a third day.": "in_force",
    "The warring sides agreed to a one-month ceasefire in {P}.": "agreed",
    "The envoy said talks on a truce in {P} were continuing.": "negotiating",
    "Negotiations over a truce in {P} have failed.": "rejected",
    "The army declared an end to the ceasefire in {P}.": "ended",
    "Rebels in {P} signed a truce with the government.": "agreed",
    "Russia proposed a ceasefire for {P}.": "proposed",
    "State media said a truce had been agreed in {P} and would be carried out within days.": "agreed",
    "The warring parties agreed to stop fighting in {P} from midnight on Friday.": "agreed",
    "The warring sides in {P} signed a ceasefire agreement.": "agreed",
    "Calm returned to {P} as the truce came into force.": "in_force",
    "The truce was still holding in {P} on Sunday.": "in_force",
    "An aid convoy entered {P} under the truce.": "in_force",
    "The ceasefire in {P} has largely held despite minor breaches.": "violated",
    "Clashes resumed in {P} despite the announced truce.": "violated",
    "The opposition accused government forces of breaking the ceasefire in {P}.": "violated",
    "{P} saw repeated violations of the ceasefire.": "violated",
    "Several breaches of the ceasefire were reported in {P}.": "violated",
    "The truce in {P} expired on Monday without being renewed.": "ended",
    "The factions declared an end to the ceasefire in {P}.": "ended",
    "The truce in {P} fell apart days after it was announced.": "ended",
    "Talks on a ceasefire in {P} opened in Geneva.": "negotiating",
    "Mediators are trying to reach a truce in {P}.": "negotiating",
    "Negotiations over a ceasefire in {P} were in their final stages, a source said.": "negotiating",
    "Moscow suggested a 48-hour truce in {P}.": "proposed",
    "The local council demanded an immediate ceasefire in {P}.": "proposed",
    "The UN envoy urged the parties to stop fighting in {P}.": "proposed",
    "The army rejected any truce in {P}.": "rejected",
    "Talks on a truce in {P} collapsed without agreement.": "rejected",
    "Russia vetoed a draft resolution calling for a truce in {P}.": "rejected",
    "Fighting in {P} stopped after a ceasefire took effect.": "in_force",
}

# News from Syria, of a sentence with more in it, or of two: read with what lies there.
NEWS_AR = {
    "توصلت المعارضة والنظام إلى هدنة في {P}. وبموجب الاتفاق، ستدخل مساعدات غذائية خلال أيام.": "agreed",
    "دخلت الهدنة في {P} حيز التنفيذ أمس. ومن المقرر أن تستمر الهدنة أسبوعا قابلا للتمديد.": "in_force",
    "اتفاق هدنة في {P}\nقال مصدر عسكري إن الجيش والمعارضة اتفقا على وقف القتال، وإن الاتفاق يبدأ تنفيذه "
    "الجمعة المقبل.": "agreed",
    "تتواصل المفاوضات بشأن هدنة في {P}. وكانت جولة سابقة قد انتهت دون نتائج.": "negotiating",
    "رفضت قوات النظام مقترحا لهدنة في {P}. وقال متحدث إن العمليات ستستمر.": "rejected",
    "انهارت الهدنة في {P} بعد أسبوع من إعلانها. واستأنفت الطائرات قصفها.": "ended",
    "قالت وكالة سانا إن اتفاقا أبرم في {P} يقضي بوقف إطلاق النار وخروج المسلحين إلى إدلب.": "agreed",
    "بدأ تنفيذ اتفاق وقف إطلاق النار في {P}، وفق ما أفاد به المرصد السوري لحقوق الإنسان، ومقره بريطانيا.": "in_force",
    "أعلن المتحدث باسم وزارة الدفاع الروسية في موسكو أن بلاده اتفقت مع المعارضة على إقامة منطقة خفض تصعيد في {P}.": "agreed",
    "اتهم المرصد السوري قوات النظام بخرق الهدنة في {P} بعد مقتل خمسة مدنيين.": "violated",
    "أفاد مراسلنا بأن الهدنة التي أعلنتها روسيا في {P} صامدة حتى الآن.": "in_force",
    "في إطار محادثات أستانا، اتفقت الدول الضامنة على وقف إطلاق النار في {P}.": "agreed",
    "عرضت روسيا على الفصائل هدنة في {P} مقابل تسليم السلاح الثقيل.": "proposed",
    "انتهى العمل بالهدنة في {P} عند منتصف الليل من دون الإعلان عن تمديدها.": "ended",
    "مدد الجيش السوري الهدنة في {P} لمدة 72 ساعة، بحسب التلفزيون الرسمي.": "in_force",
    "قال مصدر معارض إن مفاوضات تجري مع الجانب الروسي للتوصل إلى اتفاق تهدئة في {P}.": "negotiating",
    "اتفق الطرفان على هدنة في {P}، فيما تواصلت المعارك في دير الزور.": "agreed",
    "دخلت الهدنة في {P} حيز التنفيذ، بحسب ما قال مسؤول تركي في أنقرة.": "in_force",
    "دخلت قافلة مساعدات قادمة من دمشق إلى {P} في إطار الهدنة.": "in_force",
    "غادر مقاتلون {P} نحو جرابلس بموجب اتفاق مع الجيش.": "in_force",
    "بحث الوفد الروسي مع المعارضة في أنقرة هدنة في {P}.": "negotiating",
    "تشهد {P} هدوءا بعد بدء سريان الهدنة، في حين يستمر القصف على البوكمال.": "in_force",
    "أعلن البيت الأبيض أن الرئيسين اتفقا خلال لقائهما في هامبورغ على وقف لإطلاق النار في {P}.": "agreed",
    "قتل مدنيان في قصف على {P} في خرق للهدنة، كما قتل ثلاثة في تفجير في الميادين.": "violated",
    "قال وزير الخارجية الروسي إن الهدنة في {P} ستبدأ السبت، مضيفا أن بلاده ستنشر شرطة عسكرية.": "agreed",
}

NEWS_EN = {
    "Rebels and the government reached a truce in {P}. Under the deal, food aid will be let in within days.": "agreed",
    "A truce took effect in {P} on Tuesday. It is due to last a week and can be renewed.": "in_force",
    "Truce agreed in {P}\nThe army and rebels have agreed to stop fighting, a military source said, "
    "adding that the deal would take effect on Friday.": "agreed",
    "Negotiations over a truce in {P} are continuing. An earlier round ended without results.": "negotiating",
    "Government forces rejected a proposed truce in {P}. A spokesman said operations would go on.": "rejected",
    "The truce in {P} collapsed a week after it was announced. Warplanes resumed their raids.": "ended",
    "State news agency SANA said a deal had been reached in {P} under which fighting would stop and "
    "rebels would leave for Idlib.": "agreed",
    "The ceasefire deal in {P} is being implemented, according to the Syrian Observatory for Human "
    "Rights, a monitor based in Britain.": "in_force",
    "A Russian defence ministry spokesman in Moscow said his country had agreed with the opposition on a "
    "de-escalation zone in {P}.": "agreed",
    "The Observatory accused government forces of violating the truce in {P} after five civilians were killed.": "violated",
    "The truce declared by Russia in {P} was holding so far, our correspondent reported.": "in_force",
    "At talks in Astana, the guarantor states agreed on a ceasefire in {P}.": "agreed",
    "Russia offered the rebels a truce in {P} in return for their heavy weapons.": "proposed",
    "The truce in {P} ended at midnight with no word of an extension.": "ended",
    "The Syrian army extended a truce in {P} for 72 hours, state television said.": "in_force",
    "BEIRUT (Reuters) - Syrian rebels and the army agreed on Tuesday to a ceasefire in {P}, a rebel official said.": "agreed",
    "The two sides, which have fought for months, have agreed to halt hostilities in {P} starting on "
    "Friday, the U.N. said in New York.": "agreed",
    "The two sides agreed on a truce in {P}, while fighting went on in Deir ez-Zor.": "agreed",
    "The truce in {P} has come into force, a Turkish official said in Ankara.": "in_force",
    "An aid convoy from Damascus entered {P} as part of the truce.": "in_force",
    "Fighters left {P} for Jarablus under a deal with the army.": "in_force",
    "A Russian delegation discussed a truce in {P} with the opposition in Ankara.": "negotiating",
    "The White House said the two presidents had agreed on a ceasefire in {P} when they met in Hamburg.": "agreed",
    "Two civilians were killed when shells hit {P} in breach of the truce, and three died in a blast in Mayadin.": "violated",
    "Russia's foreign minister said the truce in {P} would begin on Saturday and that his country would "
    "send military police.": "agreed",
    "The ceasefire in {P}, brokered by Russia and Turkey, came into effect at midnight.": "in_force",
    "The deal, which was signed in Moscow, provides for a ceasefire in {P}.": "agreed",
    "Rebels accused the army of violating the ceasefire in {P}, a charge that Damascus denied.": "violated",
    "The army, which had declared the truce in {P}, said it was over.": "ended",
}

# What is read otherwise, and why: an expression in any frame, or in one that starts so.
OTHERWISE = {
    ("", "دوما"): 'behind a verb it is the word for "always"',
    ("ساد الهدوء", "كل من الرستن وتلبيسة والحولة"): 'the words for "each of" are taken for a preposition',
    ("دخلت قافلة مساعدات قادمة", "كل من الرستن وتلبيسة والحولة"): "the same",
    ("قال ناشطون إن الهدوء", "بلدة بيت جن ومزرعتها في ريف دمشق الغربي"): "the farm comes between the town and where it lies",
    ("قال ناشطون إن الهدوء", "السودان"): "a country right behind a verb is taken for who acts",
    ("State media said", "the Red Sea port of Hodeidah"): "taken for where the deal was made",
}
ABROAD = ("النظام", "روسيا", "الروسي", "Russia", "Russian", "government", "Government")  # frames of Syria's war have such words


def _sentence(frame: str, expression: str) -> str:
    """The expression in the frame, with one mark of punctuation where two meet."""
    text = frame.format(P=expression)
    for twice, once in (("،.", "."), (",.", "."), ("،،", "،"), (",,", ",")):
        text = text.replace(twice, once)
    return text[0].upper() + text[1:]


def _differences(frame: str, status: str, expressions: dict[str, str]) -> list[str]:
    found = []
    for expression, areas in expressions.items():
        text = _sentence(frame, expression)
        read_as = zones(read(text, PUBLISHED))
        known = any(frame.startswith(start) and expression == words for start, words in OTHERWISE)
        elsewhere = not areas.startswith(("sy/", "SY")) and any(word in frame for word in ABROAD)
        if read_as != {(area, status) for area in areas.split()} and not known and not elsewhere:
            found.append(f"{text} {sorted(read_as)}")
    return found


def _in_syria(expressions: dict[str, str]) -> dict[str, str]:
    return {words: areas for words, areas in expressions.items() if areas.startswith(("sy/", "SY"))}


@pytest.mark.parametrize("frame", FRAMES_AR)
def test_arabic(frame: str) -> None:
    assert not _differences(frame, FRAMES_AR[frame], PLACES_AR)


@pytest.mark.parametrize("frame", NEWS_AR)
def test_arabic_news(frame: str) -> None:
    assert not _differences(frame, NEWS_AR[frame], _in_syria(PLACES_AR))


@pytest.mark.parametrize("frame", NEWS_EN)
def test_english_news(frame: str) -> None:
    assert not _differences(frame, NEWS_EN[frame], _in_syria(PLACES_EN))


@pytest.mark.parametrize("frame", FRAMES_EN)
def test_english(frame: str) -> None:
    assert not _differences(frame, FRAMES_EN[frame], PLACES_EN)


@pytest.mark.parametrize(("start", "expression"), OTHERWISE)
def test_what_is_listed_is_read_otherwise(start: str, expression: str) -> None:
    frames = FRAMES_AR | NEWS_AR | FRAMES_EN | NEWS_EN
    areas = (PLACES_AR | PLACES_EN)[expression].split()
    mine = [
        (frame, status)
        for frame, status in frames.items()
        if frame.startswith(start) and frame.isascii() == expression.isascii()
    ]
    assert any(zones(read(_sentence(frame, expression), PUBLISHED)) != {(a, status) for a in areas} for frame, status in mine)


# Whom an English text names instead of a place.
SIDES = {
    "Sudan's army and the Rapid Support Forces": "SD",
    "the Sudanese army and the paramilitary RSF": "SD",
    "Israel and Hamas": "ps/gaza-strip",
    "Israel and Hezbollah": "LB",
    "the Yemeni government and the Houthis": "YE",
    "Armenia and Azerbaijan": "AM AZ",
    "the Colombian government and ELN rebels": "CO",
    "the Afghan government and the Taliban": "AF",
    "India and Pakistan": "IN PK",
    "Thailand and Cambodia": "KH TH",
    "the Ethiopian government and Tigrayan forces": "ET",
    "the Congolese army and M23 rebels": "CD",
    "South Sudan's government and rebels": "SS",
    "the Philippine government and communist rebels": "PH",
}
OF_SIDES = {
    "{P} agreed on Friday to a ceasefire.": "agreed",
    "A ceasefire between {P} took effect on Friday.": "in_force",
    "{P} accused each other on Friday of violating the ceasefire.": "violated",
    "The truce between {P} has collapsed.": "ended",
    "A truce deal has been reached between {P}, mediators said.": "agreed",
    "Talks between {P} on a truce have failed.": "rejected",
    "A fragile truce between {P} was holding on Friday.": "in_force",
}
WAR = " Fighting has killed hundreds of people since last year and shelling has forced thousands from their homes."


@pytest.mark.parametrize("frame", OF_SIDES)
def test_a_truce_that_is_known_by_its_sides(frame: str) -> None:
    assert not _differences(frame + WAR, OF_SIDES[frame], SIDES)


SIDES_AR = {
    "الجيش السوداني وقوات الدعم السريع": "SD",
    "حكومة السودان والمتمردين": "SD",
    "إسرائيل وحماس": "ps/gaza-strip",
    "إسرائيل وحزب الله": "LB",
    "الحكومة اليمنية والحوثيين": "YE",
    "الحكومة الكولومبية وجيش التحرير الوطني": "CO",
    "الحكومة الأفغانية وحركة طالبان": "AF",
    "الجيش الكونغولي وحركة 23 مارس": "CD",
    "حكومة جنوب السودان والمتمردين": "SS",
    "الحكومة الفلبينية والمتمردين الشيوعيين": "PH",
    "الجيش اللبناني وفتح الإسلام": "LB",
    "النظام السوري والمعارضة": "SY",
}
OF_SIDES_AR = {
    "دخل وقف إطلاق النار بين {P} حيز التنفيذ الجمعة.": "in_force",
    "تم التوصل إلى هدنة بين {P}، بحسب وسطاء.": "agreed",
    "انهارت الهدنة بين {P}.": "ended",
    "فشلت المحادثات بين {P} بشأن هدنة.": "rejected",
    "لا تزال الهدنة بين {P} صامدة.": "in_force",
    "سجلت خروقات للهدنة بين {P}.": "violated",
    "وقع اتفاق لوقف إطلاق النار بين {P} أمس.": "agreed",
}
WAR_AR = " وقتل المئات في القتال والقصف منذ العام الماضي."


@pytest.mark.parametrize("frame", OF_SIDES_AR)
def test_a_truce_that_an_arabic_text_knows_by_its_sides(frame: str) -> None:
    assert not _differences(frame + WAR_AR, OF_SIDES_AR[frame], SIDES_AR)
