"""Words that look like a status of a truce and are said of something else, or of another time."""

from __future__ import annotations

import pytest

from tests.reading import read, zones

REACHED = "توصلت الفصائل والحكومة إلى هدنة في حرستا بعد معارك. "
STARTED = "دخلت هدنة في إدلب حيز التنفيذ فجر الأربعاء. "
TOOK_EFFECT = "A ceasefire in Gaza took effect early on Friday. "

SAID = [
    # what an accord ends
    (REACHED + "وأنهى الاتفاق أسابيع من المعارك.", "sy/harasta agreed", "weeks of fighting that the accord ended"),
    (REACHED + "وأنهى الاتفاق ثلاثة أشهر من القصف العنيف.", "sy/harasta agreed", "a count of months"),
    (REACHED + "وأنهى الاتفاق حصارا دام ثلاث سنوات.", "sy/harasta agreed", "a siege as the object"),
    (REACHED + "وأنهى الاتفاق معارك عنيفة دامت شهرا.", "sy/harasta agreed", "battles that lasted"),
    (REACHED + "وأنهى الاتفاق الجيش اليوم.", "sy/harasta ended", "an army that ended the accord"),
    (REACHED + "وأنهى الاتفاق قصف عنيف على المدينة.", "sy/harasta ended", "shelling that ended it"),
    # reports that are called made up
    ('قال المتحدث إن الأنباء عن اتفاق على إجلاء المقاتلين من دوما "عارية عن الصحة". وتوقف القصف.', "sy/douma rejected", "bare"),
    ("لا صحة للأنباء عن التوصل إلى هدنة في دوما. وتعرضت المدينة للقصف.", "sy/douma rejected", "no truth"),
    ("قالت موسكو إن لا صحة للأنباء عن هدنة في درعا.", "SY12 rejected", "no truth, and no fighting"),
    ("نفى المتحدث ما تردد عن هدنة في دوما. وتوقف القصف على المدينة.", "", "calm behind a denial"),
    ("نفى الجيش خرق الهدنة في دوما. وقال إن القصف استهدف مواقع أخرى.", "sy/douma in_force", "a breach that is denied"),
    ("A spokesman said reports of a truce in Douma were untrue. Shelling went on.", "sy/douma rejected", "untrue"),
    ("Reports that a truce had been agreed in Douma were false. Shelling went on.", "sy/douma rejected", "false"),
    ("The army denied reports of a truce in Douma. Shelling of the town stopped.", "", "an English denial"),
    # what else is suspended
    (REACHED + "وعلقت المحافظة الرحلات الجوية في المطار.", "sy/harasta agreed", "flights"),
    (REACHED + "وعلقت محافظة ريف دمشق الدوام في المدارس.", "sy/harasta agreed", "classes"),
    (REACHED + "وعلقت بسبب الخلافات.", "sy/harasta suspended", "the truce itself, with a cause"),
    (REACHED + "وعلق الجيش الهدنة اليوم.", "sy/harasta suspended", "the truce by its name"),
    # fighting taken up again some days after the start
    ("أعلن الجيش استئناف العمليات القتالية في إدلب بعد أربعة أيام على بدء الهدنة.", "SY07 ended", "operations"),
    ("The army resumed military operations in Idlib four days after a ceasefire began.", "SY07 ended", "English operations"),
    ("The UN resumed aid operations in Idlib four days after a ceasefire took effect.", "SY07 in_force", "aid"),
    # what a refusal came to
    ("رفض جيش التوحيد في تلبيسة اتفاق وقف إطلاق النار قبل أن يعود ويقبل به بعد القصف.", "sy/talbiseh agreed", "his"),
    ("رفضت الفصائل الهدنة في تلبيسة قبل أن تقبل بها بعد معارك.", "sy/talbiseh agreed", "hers"),
    ("رفضت الفصائل الهدنة في تلبيسة قبل أن يقبل الجيش الانسحاب بعد معارك.", "sy/talbiseh rejected", "another matter"),
    ("Rebels in Talbiseh rejected the truce before agreeing to it after shelling.", "sy/talbiseh agreed", "English"),
    ("Rebels in Talbiseh rejected the truce after first accepting it, and shelling went on.", "sy/talbiseh rejected", "after"),
    (REACHED + "وقالت الفصائل إنها لن تقبل بخرق الاتفاق.", "sy/harasta agreed", "a breach that is refused"),
    (REACHED + "وتوقف إطلاق النار عند السادسة صباحا.", "sy/harasta in_force", "fire that stopped"),
    # fighting that lies behind the news of a start
    (STARTED + "وقتل في الغارات على خان شيخون 232 شخصا خلال 11 يوما.", "SY07 in_force", "a toll"),
    (STARTED + "وكانت غارات على خان شيخون قد أوقعت عشرات القتلى.", "SY07 in_force", "what had been"),
    (STARTED + "واستمر القصف على خان شيخون حتى الدقائق الأخيرة.", "SY07 in_force", "the last minutes"),
    (STARTED + "واستمر القصف على خان شيخون حتى المساء.", "SY07 violated", "until the evening"),
    (STARTED + "وأوقعت غارات على خان شيخون عشرات القتلى الخميس.", "SY07 violated", "the day after"),
    (TOOK_EFFECT + "Air strikes on Gaza killed 232 people in 11 days of fighting.", "ps/gaza-strip in_force", "English toll"),
    (TOOK_EFFECT + "Air strikes on Gaza killed 12 people in the past two days.", "ps/gaza-strip violated", "the past two days"),
    (TOOK_EFFECT + "Shelling of Gaza continued until shortly before noon.", "ps/gaza-strip in_force", "until before"),
    (TOOK_EFFECT + "Shelling of Gaza continued until the evening.", "ps/gaza-strip violated", "until the evening in English"),
    # what others are urged to
    ("The envoy is pressing the warring sides to agree on a truce in Taiz after shelling.", "ye/taiz proposed", "pressed"),
    ("The envoy succeeded in persuading both sides to agree on a truce in Taiz.", "ye/taiz agreed", "brought to"),
    ("The warring sides, pressed by donors, agreed on a truce in Taiz after shelling.", "ye/taiz agreed", "under pressure"),
    ("يسعى المبعوث إلى إقناع طرفي القتال بالاتفاق على هدنة في تعز.", "ye/taiz negotiating", "persuasion"),
    ("نجح المبعوث في إقناع طرفي القتال بالاتفاق على هدنة في تعز.", "ye/taiz agreed", "persuasion that succeeded"),
    # what is conceded
    ("A truce in Taiz has held for months although both sides accused each other of attacks.", "ye/taiz in_force", "charges"),
    ("A truce in Taiz has held for months although both sides have shelled each other.", "ye/taiz violated", "shelling"),
    ("A truce in Taiz is holding despite shelling and accusations by both sides.", "ye/taiz violated", "shelling and charges"),
    # a refusal in a relative clause
    ("Israel resumed raids in Gaza under an Egyptian-proposed truce which Hamas rejected.", "ps/gaza-strip rejected", "which"),
    ("A ceasefire plan for Gaza that Hamas rejected collapsed, and shelling resumed.", "ps/gaza-strip rejected", "that"),
    ("Mediators proposed a truce in Gaza that Hamas has not rejected, amid air strikes.", "ps/gaza-strip proposed", "not"),
    # what is to come
    ("The two sides agreed to a truce in Taiz after fighting. The truce expires on Saturday.", "ye/taiz agreed", "expires on"),
    ("Truce expires in Taiz as shelling resumes.", "ye/taiz ended", "expires in a headline"),
    ("The truce in Taiz would not take effect until sanctions were lifted, after shelling.", "ye/taiz agreed", "not until"),
    ("لن تدخل الهدنة في تعز حيز التنفيذ قبل رفع الحصار، والقصف مستمر.", "ye/taiz agreed", "not before"),
    # fighting that stopped
    ("Clashes between armed groups in the Libyan city of Zawiya stopped on Saturday after elders brokered a truce.",
     "ly/zawiya in_force", "clashes that stopped far behind"),
    ("Clashes between armed groups in the Libyan city of Zawiya stopped aid convoys after a truce was brokered.",
     "ly/zawiya violated", "clashes that stopped something"),
    ("The truce has largely held but the warring sides in Yemen have yet to reach an agreement on resuming flights.",
     "YE in_force", "an agreement on flights"),
    ("The warring sides reached an agreement on resuming the truce in Taiz.", "ye/taiz agreed", "an agreement on a truce"),
    ("A deal for civilians and rebels to leave eastern Aleppo was reached after clashes.",
     "sy/east-aleppo agreed", "a deal for two sorts of people"),
    ("Factions agreed a truce in Yarmouk camp after shelling. The food distributions ground to a halt on Friday.",
     "sy/yarmouk-camp agreed", "distributions that stopped"),
    ("Factions agreed a truce in Yarmouk camp after shelling. It ground to a halt on Friday.",
     "sy/yarmouk-camp suspended", "a truce that stopped"),
    ("Factions agreed a truce in Yarmouk camp after shelling. The evacuations came to a halt on Friday.",
     "sy/yarmouk-camp suspended", "evacuations that stopped"),
    # what was done by a day
    ("By Friday the truce in Aleppo had collapsed.", "SY02 ended", "a past verb behind the day"),
    ("The truce in Aleppo collapsed by Friday.", "SY02 ended", "a past verb before the day"),
    ("By Friday the guns could be heard again in Aleppo and the truce was over.", "SY02 ended", "what could be heard"),
    ("The truce in Aleppo will collapse by Friday.", "SY02 in_force", "what will be"),
    ("Gunfire could be heard in Aleppo and a truce could be reached.", "SY02 proposed", "what could be reached"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "why"), SAID, ids=[why for *_, why in SAID])
def test_a_word_of_status_is_read_of_what_it_is_said_of(text: str, expected: str, why: str) -> None:
    found = {" ".join(pair) for pair in zones(read(text, "2018-05-05"))}
    assert found == ({expected} if expected else set()), why
