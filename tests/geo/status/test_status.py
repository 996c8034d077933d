"""The status rules, one sentence each: what a truce's status is read from, and what only looks like it."""

from __future__ import annotations

import pytest

from tests.reading import read, zones

SAID = [
    ("دخلت الهدنة حيز التنفيذ في درعا يوم الأحد.", "SY12 in_force", "a truce came into force"),
    ("لم تدخل الهدنة في الغوطة الشرقية حيز التنفيذ بعد.", "sy/eastern-ghouta agreed", "a denied start"),
    ("انتهت الهدنة في الغوطة الشرقية مساء السبت.", "sy/eastern-ghouta ended", "what is over is the truce"),
    ("انتهت المهلة في منطقة خفض التصعيد في إدلب.", "SY07 in_force", "what is over is a deadline"),
    ("أُعلنت هدنة في دوما تستمر حتى 17 نيسان 2018.", "sy/douma ended", "its last day is past"),
    ("ستنشئ روسيا منطقة لخفض التصعيد في جنوب غرب سوريا.", "sy/south-west proposed", "a verb in the future sets it up"),
    ("تستعد تركيا لإقامة منطقة آمنة في إدلب.", "SY07 proposed", "a zone that is to be set up"),
    ("دخل الجيش التركي إلى إدلب لإنشاء نقاط مراقبة، بموجب اتفاق خفض التصعيد.", "SY07 in_force", "what is set up is no zone"),
    ("شنت الطائرات غارات على دوما رغم الهدنة في الغوطة الشرقية.", "sy/eastern-ghouta violated", "fighting in spite of it"),
    ("توقفت الغارات على دوما بعد الهدنة في الغوطة الشرقية.", "sy/eastern-ghouta in_force", "fighting that stopped"),
    ("قصفت الطائرات درعا قبل توقيع اتفاق الهدنة في درعا.", "SY12 agreed", "fighting before the truce"),
    ("قصفت الطائرات درعا بعد أقل من 24 ساعة من وقف إطلاق النار في درعا.", "SY12 violated", "fighting hours into it"),
    ("دعت باريس إلى تثبيت الهدنة في درعا.", "SY12 in_force", "a call to keep the truce that is there"),
    ("دعت باريس إلى هدنة في درعا.", "SY12 proposed", "a call for one that is not"),
    ("انهارت المفاوضات على هدنة في درعا.", "SY12 rejected", "what collapsed is the talks"),
    ("خرج آخر المقاتلين من حرستا بموجب اتفاق الإجلاء.", "sy/harasta ended", "an evacuation that is carried out"),
    ("توجهت القافلة إلى المعبر تنفيذا لاتفاق هدنة في درعا توصل إليه الطرفان.", "SY12 in_force", "what is done under it"),
    ("ستتوجه القافلة إلى المعبر تنفيذا لاتفاق هدنة في درعا توصل إليه الطرفان.", "SY12 agreed", "what shall be done under it"),
    ("رفضت الفصائل في دوما تمديد الهدنة.", "sy/douma ended", "an extension that is refused"),
    ("بدأت عملية إجلاء المقاتلين من حرستا.", "sy/harasta in_force", "an evacuation that has begun"),
    ("تشهد أفغانستان معارك وهجمات منذ سنوات.\nاستغلت الحركة الهدنة مع القوات الأفغانية.", "AF in_force", "a state's forces"),
    ("حذرت باريس من هجوم على إدلب، المشمولة بمناطق خفض التصعيد.", "SY07 in_force", "an attack that is only feared"),
    ("رغم الهدنة في الغوطة الشرقية، تواصل القصف على دوما.", "sy/eastern-ghouta violated", "fighting behind the truce"),
    ("دعت باريس إلى إرساء وقف إطلاق النار في درعا.", "SY12 proposed", "a truce that is to be set up"),
    ("دعت باريس إلى وقف عاجل وشامل لإطلاق النار في درعا.", "SY12 proposed", "adjectives part a truce's name"),
    ("انتهى الوقف المؤقت للقتال في درعا.", "SY12 ended", "a parted name that is definite"),
    ("عرض ضابط روسي أن تمتد الهدنة إلى طفس.", "sy/tafas proposed", "what governs a clause of content"),
    ("رحبت أنقرة بقرار مجلس الأمن الداعي إلى هدنة في حلب.", "SY02 agreed", "what an adopted decision calls for"),
    ("أصدر المجلس قرارا يطالب بوقف إطلاق النار في ليبيا.", "LY agreed", "what an adopted decision demands"),
    ("أعدت باريس مشروع قرار يطالب بوقف إطلاق النار في ليبيا.", "LY proposed", "what a draft demands"),
    ("يصوت المجلس اليوم على قرار يدعو إلى هدنة في حلب.", "SY02 proposed", "what is still to be voted on"),
    (
        "بحث الوزيران في اتصال طويل التجارة والحدود والطاقة والسياحة، ورحبا بقرار المجلس الداعي إلى هدنة في حلب.",
        "SY02 agreed",
        "talks about something else",
    ),
    ("اتفق الضباط على عقد لقاء في منطقة خفض التصعيد بإدلب.", "SY07 in_force", "a zone in which something is agreed"),
    ("بحثت أنقرة إقامة نقطة جديدة داخل منطقة خفض التوتر في إدلب.", "SY07 in_force", "a zone in which a post is set up"),
    ("بحثت أنقرة إنشاء منطقة لخفض التوتر في إدلب.", "SY07 proposed", "a zone that is talked about"),
    ("ضاعت محاولات السلام بسبب خرق هدنة الحديدة.", "ye/hodeidah violated", "a breach behind efforts"),
    ("انسحبت الحافلات غداة سريان الهدنة في الرستن إثر حملة قصف واسعة.", "sy/rastan in_force", "fighting that led to the truce"),
    (
        "قصفت الطائرات المدينة غداة سريان الهدنة في الرستن إثر محادثات طويلة.",
        "sy/rastan violated",
        "talks that led to the truce",
    ),
    (
        "وصلت الحافلات إلى ريف إدلب ضمن الاتفاق، بعد خروج المقاتلين من الضمير.",
        "sy/dumayr in_force",
        "where the evacuated are taken",
    ),
    ("استمر القصف على حرستا رغم هدنة مجلس الأمن.", "sy/harasta violated", "fighting in spite of a decision"),
    (
        "تسري التسوية في الضمير. وغادرت دفعة من المقاتلين جيرود نحو الشمال.",
        "sy/dumayr in_force + sy/jayrud in_force",
        "fighters who leave under no name",
    ),
    (
        "بدأ تنفيذ اتفاق الإجلاء. وباتت بلدتا زملكا وعربين خاليتين بعد الانتهاء من إخراج المسلحين منهما.",
        "sy/zamalka ended + sy/arbin ended",
        "a pronoun for the towns left",
    ),
    ("اكتمل خروج المقاتلين من مضايا بموجب اتفاق التسوية.", "sy/madaya ended", "an evacuation that is complete"),
    ("اكتمل تطبيق الهدنة في مضايا.", "sy/madaya in_force", "a truce that is applied in full"),
    ("خرجت آخر دفعة من مسلحي حرستا بموجب اتفاق الإجلاء.", "sy/harasta ended", "the last batch"),
    ("وصلت آخر قافلة مساعدات إلى دوما بموجب الهدنة.", "sy/douma in_force", "the last convoy of aid"),
    ("خرج المقاتلون من داريا في آب 2016 بموجب اتفاق إجلاء.", "sy/darayya ended", "an evacuation of years ago"),
    ("خرج المقاتلون من داريا أمس بموجب اتفاق إجلاء.", "sy/darayya in_force", "an evacuation of yesterday"),
    ("The last batch of rebels left Harasta under an evacuation deal.", "sy/harasta ended", "the last batch (English)"),
    (
        "قال سفير كوريا الجنوبية إن الهدنة القائمة مع كوريا الشمالية صمدت ستين عاما.",
        "KP in_force + KR in_force",
        "the truce between the Koreas",
    ),
    ("حذر من مخاوف من أن يؤدي القصف إلى انهيار الهدنة في عفرين.", "sy/afrin in_force", "an end that is feared behind «أن»"),
    (
        "شن الجيش هجوما على درعا على الرغم من قرار مجلس الأمن الذي طالب بهدنة في سوريا.",
        "SY violated",
        "in spite of what was decreed",
    ),
    (
        "تركيا تؤكد استمرار العملية العسكرية في عفرين رغم الهدنة.",
        "sy/afrin violated",
        "an operation that goes on in spite of it",
    ),
    (
        "تعالت الدعوات إلى هدنة في دوما. ودعا المبعوث إلى هدنة في دوما. وتبذل محاولات لوقف القتال في دوما.",
        "sy/douma proposed",
        "calls beside one word of bringing it about",
    ),
    (
        "ألقى الجيش مناشير على بلدات في ريف إدلب الشرقي. وجاء فيها: ندعوكم إلى المصالحة كما فعل كثيرون في سوريا. وشن غارات.",
        "sy/eastern-idlib proposed",
        "what leaflets offer",
    ),
    (
        "قصفت طائرات الغوطة الشرقية بعد دقائق من موافقة مجلس الأمن على قرار يطالب بوقف إطلاق النار في سوريا.",
        "SY violated",
        "an attack right behind a decree",
    ),
    (
        "عرضت روسيا هدنة. وقال المرصد إن المفاوضات مستمرة حول بلدات حمورية وجسرين وسقبا، وسط المعارك.",
        "sy/hamouriyah negotiating + sy/jisreen negotiating + sy/saqba negotiating",
        "what talks are about",
    ),
    ("أجرى الرئيسان اتصالا هاتفيا تم خلاله الاتفاق على هدنة في إدلب.", "SY07 agreed", "what was done during a call"),
    ("استؤنف القتال في تعز بعد أن وافق الحوثيون على هدنة في الحديدة.", "ye/hodeidah agreed", "fighting elsewhere"),
    ("سيطر الجيش السوري على تلال قرب خط وقف إطلاق النار مع إسرائيل.", "", "what is near a line"),
    ("استؤنف القتال في دوما بعد هدنة، في حين قصفت حلب.", "sy/douma ended", "fighting elsewhere behind a comma"),
    ("علق المتحدث على إطلاق النار في دوما.", "", "a comment on the fire"),
    ("دعا المبعوث إلى هدنة في دوما خرجت خلالها مظاهرات.", "sy/douma proposed", "a truce that is only called for"),
    ("ساد الهدوء في المنطقة المنزوعة السلاح بين كوريا الشمالية وكوريا الجنوبية.", "kr/dmz in_force", "a calm zone"),
    ("North Korea and South Korea agreed to remove guard posts in the demilitarised zone.", "", "where posts are"),
    (
        "ألقت المروحيات مناشير على دوما. وجاء في المناشير: ندعوكم إلى المصالحة. وشن غارات.",
        "sy/douma proposed",
        "leaflets, again",
    ),
    ("ألقت المروحيات مناشير، وشن الجيش غارات على دوما. وجاء فيها: ندعوكم إلى المصالحة.", "", "not where leaflets fell"),
    ("دعا المبعوث إلى هدنة في دوما. وتجري مفاوضات على هدنة في دوما.", "sy/douma negotiating", "as many talks as calls"),
    ("ثمة مؤشرات إلى أن الهدنة في عفرين انهارت.", "sy/afrin ended", "signs of an end that came"),
    ("He said a truce in Douma, although fighting went on, would begin on Friday.", "sy/douma agreed", "a start to come"),
    ("استؤنف القتال في دوما بعد إعلان روسيا أن الطرفين وقعا هدنة.", "sy/douma ended", "a truce that was announced as signed"),
    (
        "انهارت هدنة سابقة في دوما. وأعلنت روسيا هدنة في حمص. وكان المبعوث دعا إلى هدنة في دوما.",
        "sy/douma ended + SY04 agreed + sy/douma proposed",
        "a call that the truce of before was none of",
    ),
    ("استؤنف القتال في دوما بعد أن وقع الطرفان هدنة.", "sy/douma ended", "fighting resumed behind «بعد أن»"),
    ("اشتدت المعارك في دوما بعد أن وقع الطرفان هدنة.", "sy/douma ended", "fighting that grew worse"),
    ("أعلنت روسيا هدنة في دوما لم يخرج أحد منذ بدء تنفيذها.", "sy/douma in_force", "what is denied since it began"),
    ("أعلن الجيش عن هدنة في دوما جرى خلالها إخراج النساء.", "sy/douma in_force", "what was done during it"),
    (
        "يشجب القرار إطلاق الصواريخ من قطاع غزة، وسط مطالبات بوقف إطلاق النار في القطاع.",
        "ps/gaza-strip proposed",
        "calls behind a comma, and no decree",
    ),
    ("انتهت الحرب بين كوريا الشمالية وكوريا الجنوبية بهدنة.", "KP in_force + KR in_force", "a war that ended in a truce"),
    ("دعت سيول إلى هدنة في اليمن، وزار وفد كوريا الجنوبية صنعاء.", "YE proposed", "a truce that Seoul calls for"),
    (
        "زار وفد من كوريا الجنوبية المنطقة المنزوعة السلاح على حدود كوريا الشمالية.",
        "kr/dmz in_force",
        "the zone between the Koreas",
    ),
    ("بقي خط الهدنة الفاصل بين سوريا وإسرائيل هادئا.", "sy/golan in_force", "a ceasefire line"),
    ("زرع الجنود ألغاما على خط الهدنة الفاصل بين سوريا وإسرائيل.", "", "a line that says where something was done"),
    ("أسقطت إسرائيل طائرة تجاوزت خط فض الاشتباك قادمة من سوريا.", "", "a line that was crossed"),
    (
        "يلتقي زعيما كوريا الشمالية وكوريا الجنوبية في بانمونجوم الواقعة في المنطقة المنزوعة السلاح.",
        "",
        "a zone that says where a summit is",
    ),
    ("أنشئت المنطقة المنزوعة السلاح في إدلب، ورحبت إسرائيل وسوريا بها.", "SY07 in_force", "another demilitarised zone"),
    (
        "The armistice between North Korea and South Korea was never turned into a peace treaty.",
        "KP in_force + KR in_force",
        "an armistice",
    ),
    (
        "Peacekeepers patrol the ceasefire line between Syria and Israel.",
        "sy/golan in_force",
        "a ceasefire line (English)",
    ),
    ("South Korea called for a ceasefire in Sudan.", "SD proposed", "a ceasefire that Seoul calls for"),
    ("تجري عملية الإجلاء من طفس تنفيذا لاتفاق وُقّع في آذار.", "sy/tafas in_force", "when the agreement was signed"),
    ("توصل الطرفان إلى وقف لإطلاق النار على كامل الأراضي السورية.", "SY agreed", "the land of a country"),
    ("شهدت اليمن معارك وغارات، ورحبت عمّان بالهدنة اليمنية.", "YE in_force", "a truce with its country's adjective"),
    ("شهدت درعا معارك، ورحبت عمّان بالهدنة الروسية في طفس.", "sy/tafas in_force", "a truce with another country's adjective"),
    (
        "The Libyan ceasefire is holding, the UN mission in Libya said.",
        "LY in_force",
        "a ceasefire with its country's adjective",
    ),
    ("التزمت الفصائل بهدنة في مضايا من 3 إلى 5 نيسان.", "sy/madaya ended", "the last of two days is past"),
    ("اتفق الطرفان على هدنة في مضايا من 3 إلى 5 أيار.", "sy/madaya agreed", "two days that lie ahead"),
    ("سجل التقرير أكبر عدد من القتلى في ليبيا رغم هدنة لخمسة أيام في شباط.", "LY ended", "days of truce in a count of months"),
    ("سقط قتلى في ليبيا رغم هدنة لأسبوعين بدأت في 25 نيسان.", "LY violated", "two weeks that are not over"),
    ("A three-day truce in Libya began on April 2.", "LY ended", "days counted from a date"),
    ("A three-week truce in Libya began on April 20.", "LY in_force", "weeks that are not over"),
    ("تعهد الرؤساء بالتوصل إلى هدنة دائمة في ليبيا.", "LY proposed", "a truce that is pledged"),
    ("أعرب الوزير عن عزمه العمل من أجل التوصل إلى هدنة في ليبيا.", "LY proposed", "a truce that somebody means to reach"),
    ("تجري محادثات من أجل التوصل إلى هدنة في ليبيا.", "LY negotiating", "a truce that talks are to reach"),
    ("تتسارع الجهود، ومنها تفاهم لتثبيت هدنة درعا.", "SY12 in_force", "an agreement that keeps a truce"),
    ("تتسارع الجهود، ومنها تفاهم لإعلان هدنة في درعا.", "SY12 negotiating", "an agreement that makes one"),
    ("استؤنفت المعارك في الحجر الأسود بعد هدنة قصيرة.", "sy/hajar-al-aswad ended", "fighting taken up again"),
    (
        "تشهد ليبيا معارك وغارات. وعن الوضع في ليبيا قال المبعوث: نطالب بوقف إطلاق النار.",
        "LY proposed",
        "the country spoken of before",
    ),
    ("Fighting resumed in Kabul after a short truce.", "af/kabul ended", "fighting resumed"),
    ("Aid deliveries resumed in Kabul after a short truce began.", "af/kabul in_force", "aid resumed"),
    (
        "شهدت كابول هجمات وغارات. ويتفاوض وسطاء منذ شهر مع الحكومة الأفغانية بشأن هدنة، وتضرب مدن أفغانستان هجمات.",
        "AF negotiating",
        "a state that is a party before the truce",
    ),
    ("ساد الهدوء جبهات ريف حمص الشمالي في اليوم الثالث للهدنة.", "sy/northern-homs in_force", "calm on the third day"),
    ("لا يزال اتفاق وقف إطلاق النار في السويداء صامدا رغم حوادث متفرقة.", "SY13 in_force", "a truce that still holds"),
    ("تتمتع مدينة درعا بوقف لإطلاق النار منذ أسبوع.", "sy/daraa in_force", "a town that enjoys a truce"),
    ("تخضع محافظة إدلب لاتفاق خفض التصعيد.", "SY07 in_force", "a province under an agreement"),
    ("تعد الغوطة الشرقية إحدى مناطق خفض التوتر.", "sy/eastern-ghouta in_force", "one of the zones"),
    (
        "تنتشر الشرطة العسكرية الروسية في درعا البلد تطبيقا لاتفاق التسوية.",
        "sy/daraa-al-balad in_force",
        "what is deployed to apply it",
    ),
    ("قبلت الفصائل في داريا عرض التسوية.", "sy/darayya agreed", "an offer accepted"),
    ("تبادل الطرفان الاتهامات بخرق الهدنة في الحديدة.", "ye/hodeidah violated", "mutual accusations"),
    ("لم تمنع الهدنة في درعا سقوط قتلى بقصف مدفعي.", "SY12 violated", "a truce that prevented nothing"),
    (
        "قتل ثلاثة مدنيين بغارات على سراقب المشمولة باتفاق خفض التصعيد.",
        "sy/saraqib violated",
        "an attack on a town under a truce",
    ),
    ("اهتزت الهدنة في حلب بعد ساعات من بدئها جراء غارات.", "SY02 violated", "a truce that is shaken"),
    ("سقطت الهدنة في عين الفيجة.", "sy/ain-al-fijah ended", "a truce that fell"),
    ("أعلنت فصائل انتهاء العمل بالهدنة في الغوطة الشرقية.", "sy/eastern-ghouta ended", "an end that is announced"),
    ("أنهى الجيش الهدنة من جانب واحد في حلب.", "SY02 ended", "an army that ended it"),
    ("انقضت مهلة الهدنة في حلب من دون تمديد.", "SY02 ended", "a term that ran out"),
    ("طرحت موسكو هدنة لخمس ساعات في الغوطة الشرقية.", "sy/eastern-ghouta proposed", "a truce that is put forward"),
    ("شددت الأمم المتحدة على ضرورة وقف إطلاق النار في إدلب.", "SY07 proposed", "the need of a truce"),
    ("أكد الوزير الحاجة إلى هدنة في تعز.", "ye/taiz proposed", "a truce that is needed"),
    ("أعربت فرنسا عن أملها في إعلان هدنة في ليبيا.", "LY proposed", "hope of a truce"),
    ("أمهل الجيش مقاتلي بيت جن 72 ساعة للقبول بالتسوية أو المغادرة إلى إدلب.", "sy/beit-jinn proposed", "an ultimatum"),
    ("قال مصدر إن هدنة في غزة باتت قريبة.", "ps/gaza-strip negotiating", "a truce that is near"),
    ("لم تفض الاجتماعات إلى اتفاق بشأن هدنة في طفس.", "sy/tafas rejected", "meetings that led to none"),
    ("استبعدت موسكو هدنة في إدلب.", "SY07 rejected", "a truce ruled out"),
    ("عرقلت روسيا قرارا يدعو إلى هدنة في حلب.", "SY02 rejected", "a resolution obstructed"),
    ("أنهت الهدنة في درعا معارك دامت أسابيع، وسرت الهدنة منذ الأحد.", "SY12 in_force", "a truce that ended battles"),
    ("شددت الأمم المتحدة على ضرورة احترام الهدنة في إدلب.", "SY07 in_force", "the need to keep a truce"),
    ("سرت هدنة في غزة بوساطة مصرية.", "ps/gaza-strip in_force", "a truce that was mediated"),
    ("لم توافق الفصائل في داريا على عرض الهدنة.", "sy/darayya rejected", "an offer not accepted"),
    (
        "دارت معارك في حوران. وتتواصل المفاوضات بشأن تسوية في درعا البلد.",
        "sy/daraa-al-balad negotiating",
        "the settlement of a town",
    ),
    (
        "قصفت قوات النظام بلدة كفرنبل، في خرق جديد لاتفاق خفض التصعيد الساري في إدلب منذ أيلول الماضي.",
        "SY07 violated",
        "shelling as a breach",
    ),
    (
        "وصلت إلى قلعة المضيق الدفعة الثالثة من مهجري القلمون الشرقي، ضمن اتفاق التسوية مع النظام.",
        "sy/eastern-qalamoun in_force",
        "where a batch arrives",
    ),
    (
        "غادرت القافلة الأخيرة من مقاتلي جيش الإسلام مدينة دوما، لتنتهي بذلك عملية الإجلاء.",
        "sy/douma ended",
        "the last convoy of fighters",
    ),
    (
        "أعلن الجيش خلو بلدتي يلدا وببيلا من المسلحين بعد خروج آخر دفعة منهم بموجب اتفاق التسوية.",
        "sy/yalda ended + sy/babbila ended",
        "towns that the last have left",
    ),
    ("حذر المبعوث من انهيار الهدنة في الحديدة.", "ye/hodeidah in_force", "a warning of collapse"),
    ("وكانت الهدنة في حلب قد انهارت بعد أسبوع من بدئها.", "SY02 ended", "a truce that had collapsed"),
    ("يأتي ذلك في وقت تشهد فيه مدينة تعز هدنة إنسانية لثلاثة أيام.", "ye/taiz in_force", "a town that sees a truce"),
    ("مقتل 12 مدنيا بغارات على خان شيخون في منطقة خفض التصعيد.", "sy/khan-sheikhoun violated", "strikes in a zone"),
    ("أجلت الأمم المتحدة التصويت على قرار هدنة في الغوطة الشرقية.", "sy/eastern-ghouta proposed", "a vote put off"),
    (
        "اعتمد مجلس الأمن بالإجماع القرار 2268 الذي يدعم وقف الأعمال العدائية في سوريا.",
        "SY agreed",
        "a resolution that supports a truce",
    ),
    ("لوح الجيش بإنهاء الهدنة في حلب إذا استمرت الخروقات.", "SY02 violated", "a threat to end it"),
    ("عاد الهدوء إلى مخيم عين الحلوة إثر التوصل إلى وقف لإطلاق النار.", "lb/ain-al-hilweh in_force", "calm that came back"),
    ("سحب الطرفان مدافعهما من المنطقة المنزوعة السلاح في إدلب.", "SY07 in_force", "weapons leaving a zone"),
    ("قال سكان إن القصف على الحولة لم يتوقف منذ إعلان الهدنة.", "sy/houla violated", "shelling that has not stopped"),
    (
        "علقت المعارضة مشاركتها في المفاوضات احتجاجا على خرق الهدنة في وادي بردى.",
        "sy/wadi-barada violated",
        "a breach behind a protest",
    ),
    ("الهدنة في جنوب سوريا تدخل أسبوعها الثاني وسط هدوء.", "sy/south in_force", "a second week"),
    ("تشهد تعز معارك رغم هدنة في الحديدة.", "ye/hodeidah in_force", "another town that sees battles"),
    (
        "تحدث الضابط عن معارك وقعت قرب المنطقة المنزوعة السلاح، ودخلت المنطقة المنزوعة السلاح في إدلب حيز التنفيذ.",
        "SY07 in_force",
        "battles near a zone",
    ),
    ("انهارت الهدنة في الحديدة، وحذر المبعوث من المجاعة.", "ye/hodeidah ended", "a warning of something else"),
    ("قتل أربعة مدنيين بقصف على سراقب، وهي جزء من منطقة خفض التصعيد.", "sy/saraqib violated", "a part of a zone"),
    ("زار الوفد مدينة سراقب التي تندرج ضمن مناطق خفض التصعيد.", "sy/saraqib in_force", "a town that lies in a zone"),
    ("إدلب جزء من اتفاق خفض التصعيد.", "SY07 in_force", "a part of an agreement on zones"),
    ("وكانت الغوطة الشرقية قد انضمت إلى اتفاق خفض التصعيد في تموز 2017.", "sy/eastern-ghouta in_force", "a region that joined"),
    ("تعيش السويداء على وقع هدنة هشة.", "SY13 in_force", "a homograph of signing"),
    ("هدنة هشة في السويداء.", "SY13 in_force", "a fragile truce"),
    ("الأمم المتحدة: الهدنة في الحديدة لا تزال متماسكة.", "ye/hodeidah in_force", "a truce that coheres"),
    ("استمر وقف إطلاق النار في إدلب لليوم الثالث على التوالي.", "SY07 in_force", "a third day in a row"),
    (
        "توصلت فصائل درعا وروسيا إلى اتفاق بعد مفاوضات في بصرى الشام يقضي بوقف القتال وتسليم السلاح.",
        "SY12 agreed",
        "a state among the parties",
    ),
    ("مجلس الأمن يقر هدنة لعشرة أيام في ليبيا.", "LY agreed", "a council that adopts"),
    ("مجلس الأمن يفشل في إقرار هدنة في سوريا.", "SY rejected", "a council that fails to"),
    ("سجلت منطقة خفض التصعيد في إدلب 30 غارة خلال يوم واحد.", "SY07 violated", "a zone that sees strikes"),
    ("انتهت في اليمن هدنة استمرت ستة أشهر.", "YE ended", "a truce over in a country"),
    ("وأدى القصف إلى مقتل خمسة في دوما بعد ساعات من إقرار مجلس الأمن هدنة في سوريا.", "SY violated", "hours after a decision"),
    ("لم يلتزم أي من الطرفين بالهدنة في الخرطوم.", "sd/khartoum violated", "nobody who keeps it"),
    ("لم يحترم النظام الهدنة في حلب.", "SY02 violated", "one who does not keep it"),
    ("التزم الطرفان بالهدنة في حلب.", "SY02 in_force", "both who keep it"),
    (
        "شهدت شوارع تعز حركة خفيفة، ودخلت شاحنات المساعدات إلى تعز خلال الهدنة بعد معارك وغارات.",
        "ye/taiz in_force",
        "where aid goes during a truce",
    ),
    ("Idlib is one of four de-escalation zones.", "SY07 in_force", "one of the zones (English)"),
    ("Hodeidah is one of the ports that the truce in Yemen opened.", "YE in_force", "one of the ports"),
    ("Neither side has respected the truce in Sudan.", "SD violated", "nobody who keeps it (English)"),
    ("تعرضت حرستا لقصف عنيف رغم سريان الهدنة منذ السبت.", "sy/harasta violated", "a town that was shelled"),
    ("تعرضت حرستا لحصار خانق، ودخلت الهدنة حيز التنفيذ في عربين.", "sy/arbin in_force", "a town under siege beside a truce"),
    (
        "سقطت أربعون قذيفة على بلدة كفرزيتا. وتقع البلدة ضمن منطقة خفض التصعيد.",
        "sy/kafr-zita violated",
        "a town that lies in a zone again",
    ),
    ("تقع البلدة قرب المنطقة المنزوعة السلاح في إدلب، وزار الوفد كفرزيتا.", "SY07 in_force", "a town near a zone"),
    ("بدأ المقاتلون الانسحاب من الضمير في اتفاق استسلام.", "sy/dumayr in_force", "those who began to leave"),
    ("اندلعت مواجهات في الحديدة رغم الهدنة في الحديدة.", "ye/hodeidah violated", "clashes by another name"),
    ("The truce in Douma is holding.", "sy/douma in_force", "holding"),
    ("Fighting raged in Douma despite the truce there.", "sy/douma violated", "fighting in spite of it"),
    ("Damascus rejected a truce in Douma.", "sy/douma rejected", "refused"),
]


@pytest.mark.parametrize(("text", "expected", "why"), SAID, ids=[why for *_, why in SAID])
def test_a_sentence_gives_its_truce_the_status_that_it_tells(text: str, expected: str, why: str) -> None:
    assert {" ".join(pair) for pair in zones(read(text, "2018-05-01"))} == set(filter(None, expected.split(" + "))), why


def test_a_dateline_is_no_place_of_the_truce_that_its_report_speaks_of() -> None:
    text = "أتلانتا، الولايات المتحدة الأمريكية (CNN)-- تواصل إطلاق النار أمس في الغوطة الشرقية، رغم القرار بهدنة لثلاثين يوما."
    assert zones(read(text, "2018-03-28")) == {("sy/eastern-ghouta", "violated")}


def test_an_attack_that_a_text_fears_breaks_no_truce_where_it_is_named_again() -> None:
    text = "تشمل منطقة خفض التصعيد محافظة إدلب. حذرت باريس من هجوم وشيك. وقالت إن الهجوم على إدلب يعني كارثة."
    assert zones(read(text, "2018-09-01")) == {("SY07", "in_force")}
    assert zones(read(text.replace("وشيك", "أمس").replace("حذرت باريس من", "وقع"), "2018-09-01")) == {("SY07", "violated")}


def test_land_that_an_army_calls_safe_is_under_no_truce() -> None:
    assert zones(read("قال الجيش بعد المعارك إن دوما وما حولها مناطق آمنة بالكامل.", "2018-05-21")) == set()


NO_TRUCE_THERE = [
    ("خوفا من إبرام هدنة محلية، اعتقلت الفصائل العشرات في تلبيسة.", "a truce that is feared"),
    ("خشية توقيع اتفاق تسوية، تظاهر العشرات في طفس بعد المعارك وخروج المقاتلين.", "a settlement that is feared"),
    ("قاتل المقاتلون في حرستا. وخرج المقاتلون من دوما بعد معارك.", "fighters who leave a battle"),
    ("استؤنفت الدراسة في مدارس درعا بعد هدنة قصيرة.", "school taken up again"),
    ("قصفت الطائرات دوما. ودخلت التسوية في سوريا مرحلة جديدة.", "the settlement of a whole country"),
    ("نفت الفصائل في طفس خضوعها للحصار، وتخضع إدلب للحصار رغم غارات.", "a province under siege"),
    ("أكد الناطق باسم الفصائل أن المفاوضات مع الجانب الروسي بشأن بلدة طفس فشلت.", "talks of no truce"),
    ("تعهدت موسكو بوقف القصف على إدلب مقابل انسحاب الفصائل.", "a pledge of something else"),
    ("نفى الجيش السوري وجود أي اتفاق لوقف إطلاق النار في درعا.", "a denied agreement"),
    ("يسود الترقب مدينة جاسم مع قرب انتهاء مهلة التسوية.", "a deadline"),
    ("سيطر الجيش على حرستا كجزء من الاتفاق مع الفصائل في دوما.", "what is done as a part of it"),
    (
        "دارت معارك وغارات على الغوطة الشرقية. وأغلق معبر الوافدين خلال هدنة الساعات الخمس.",
        "a crossing is no place under a truce",
    ),
    ("أخبار المساء\nيواصل الجيش التركي حملة منبج رغم هدنة مجلس الأمن. وسبقتها معارك وغارات.", "where a decision does not hold"),
]


@pytest.mark.parametrize(("text", "why"), NO_TRUCE_THERE, ids=[why for *_, why in NO_TRUCE_THERE])
def test_a_sentence_that_only_names_a_truce_covers_no_place(text: str, why: str) -> None:
    assert zones(read(text, "2018-05-01")) == set(), why


def test_a_local_truce_is_not_the_one_that_a_later_sentence_goes_on_with() -> None:
    text = "لا تزال هدنة محلية في الفاشر صامدة. واتهم الطرفان بعضهما بخرق الهدنة."
    assert zones(read(text, "2023-05-30")) == {("sd/el-fasher", "in_force")}
    assert ("sd/el-fasher", "violated") in zones(read(text.replace(" محلية", ""), "2023-05-30"))
