"""Fighting that a side calls off itself, an accord that stopped it, and how an offer or an end is told."""

from __future__ import annotations

import pytest

from tests.reading import read, zones

DATE = "2018-05-16"  # a Wednesday
TOLD = [
    ("Syria's army will stop its operations in Idlib and Hama provinces from midnight.", "SY07 agreed + SY05 agreed"),
    ("Syrian warplanes stopped striking eastern Aleppo for eight hours, the army said.", "sy/east-aleppo in_force"),
    ("The coalition's forces have suspended their assault on Hodeidah for five days.", "ye/hodeidah in_force"),
    ("The army has halted its operations in Douma for 72 hours.", "sy/douma in_force"),
    ("Fighting along a road near Douma will be suspended each day until noon, the army said.", "sy/douma agreed"),
    ("Forces suspended air strikes on Douma for 72 hours, the army said.", "sy/douma in_force"),
    ("Air strikes on Douma will be suspended until noon, the army said.", "sy/douma agreed"),
    ("علقت تركيا عمليتها العسكرية في رأس العين خمسة أيام لينسحب المقاتلون.", "sy/ras-al-ayn in_force"),
    ("ستتوقف الغارات الروسية على شرق حلب ثماني ساعات يوم الخميس.", "SY02:east agreed"),
    ("علقت تركيا عمليتها العسكرية في رأس العين 120 ساعة لينسحب المقاتلون.", "sy/ras-al-ayn in_force"),
    ("مر عام على التفاهم الروسي التركي الذي أوقف المعارك في محافظة إدلب.", "SY07 in_force"),
    ("The deal that halted the siege of Douma was signed by the rebels.", "sy/douma in_force"),
    (
        "Russia vetoed a Security Council draft that would have imposed a truce in Aleppo, where fighting goes on.",
        "SY02 rejected",
    ),
    ("Rebels turned down an offer under which the army would halt its campaign in Douma.", "sy/douma rejected"),
    ("Shelling shook Douma within minutes of the end of a 24-hour ceasefire.", "sy/douma ended"),
    ("Fighting gripped Douma hours after the truce declared by Russia came to an end.", "sy/douma ended"),
    ("The ceasefire in Idlib held up overnight, the army said.", "SY07 in_force"),
    ("The second phase of the ceasefire in Gaza is yet to begin, the army said.", "ps/gaza-strip agreed"),
    ("Iran rejected the idea that the truce in Aleppo was holding, the army said.", "SY02 in_force"),
    ("The ceasefire with the government in Sanaa took effect, the rebels said.", "ye/sanaa in_force"),
    ("The Geneva conference came to a close as a truce took effect in Douma, the army said.", "sy/douma in_force"),
    ("Saudi Arabia paused its air strikes in Yemen for two days, the army said.", "YE in_force"),
    ("Jordan rejected the draft, which says that the truce in Daraa was violated.", "SY12 violated"),
    ("The rebels rejected an offer of amnesty, which followed a truce in Homs.", "SY04 unknown"),
    ("The truce in Douma was back in place on Monday, the army said.", "sy/douma in_force"),
    ("The rebel leader said his men would cease fire in Douma from midnight.", "sy/douma agreed"),
    (
        "Rebel fighters were to be bused from the shattered Old City of Homs under a truce that took hold.",
        "sy/old-homs in_force",
    ),
    ("Rebels have not rejected the draft that would impose a truce in Douma.", "sy/douma proposed"),
    ("A truce took hold in Douma. Fighting in Douma was brought to a halt by the truce.", "sy/douma in_force"),
    (
        "Both sides accepted a ceasefire in Nagorno-Karabakh. Azerbaijan confirmed the deal and said its measures were being "
        "halted.",
        "az/nagorno-karabakh agreed",
    ),
    ("تشهد الزبداني ومضايا منذ ظهر اليوم وقفا لإطلاق النار مدته يومان.", "sy/zabadani in_force + sy/madaya in_force"),
    ("مدد الجيش الهدنة في دوما 72 ساعة تبدأ من منتصف الليل.", "sy/douma in_force"),
    ("مدد الجيش التهدئة في دوما حتى نهاية يوم الخميس.", "sy/douma in_force"),
    ("أعلن الفصيل إنهاء التزامه بالهدنة في دوما.", "sy/douma ended"),
    ("قصف الجيش أحياء حمص رغم الهدنة.", "sy/homs violated"),
    ("A truce took effect in areas north of Homs, the army said.", "sy/northern-homs in_force"),
    (
        "The truce covers territory to the north of Homs and the area south of Aleppo, the army said.",
        "sy/northern-homs in_force + sy/southern-aleppo in_force",
    ),
    ("The truce in Talbiseh, a town north of Homs, holds, the army said.", "sy/talbiseh in_force"),
    ("A truce took effect in areas south of Damascus, the army said.", "sy/south-damascus in_force"),
    (
        "Russia signed a memorandum creating four de-escalation zones in Syria: Idlib province with districts beside it, the "
        "northern Homs countryside, Eastern Ghouta and parts of Daraa.",
        "SY07 agreed + sy/northern-homs agreed + sy/eastern-ghouta agreed + SY12 agreed",
    ),
    (
        "They agreed on safe zones in Syria. Four areas are listed: Idlib province; East Ghouta; and, in the country's "
        "south, parts of Daraa and Quneitra.",
        "SY07 agreed + sy/eastern-ghouta agreed + SY12 agreed + SY14 agreed",
    ),
    ("The parliament in Tobruk declared a ceasefire with the rebels in Sirte.", "ly/sirte agreed"),
]
NOTHING = [
    "The army stopped an attack on Douma.",
    "The army halted the rebels' assault on Douma.",
    "UNRWA suspended its relief operations in Rafah, where the army fights.",
    "The army stopped an attack on Douma that had gone on for hours.",
    "The army halted rebels' attacks on Douma for 72 hours.",
    "The rain that halted the fighting in Douma went on, the army said.",
    "The army stopped an offensive on Douma for hours.",
    "The ministry suspended its operations in Aden until Sunday after rebels attacked.",
    "Workers in Gaza suspended their strikes until Monday after fighting with soldiers.",
    "The ceasefire does not include four areas: Aleppo, Raqqa, Deir al-Zor and Idlib, the army said.",
    "The company halted its campaign in Aden. Rebels and soldiers fought in Taiz.",
    "The bank, which gunmen attacked, suspended its operations in Aden until Sunday.",
    "علقت شركة النفط عملياتها في سرت لمدة يومين بعد هجوم مسلح.",
    "Egypt halted ground transport to Gaza until Tuesday because of the fighting.",
    "Teachers in Gaza suspended their strikes until Monday, a union said after fighting.",
    "Islamic State has not suspended its attacks in Sinai until now.",
    "Nothing will stop our offensive in Mosul until the city is free, the army said.",
    "A rebel attack stopped operations in Aden for days.",
    "Iraqi forces paused their offensive in Mosul to regroup until Friday.",
    "The accord that halted the war in Bosnia was signed by the army.",
    "Aid reached four areas: Madaya, Foua, Kefraya and Zabadani, under the truce.",
    "The company suspended its operations in Aden because of fighting by the Houthis.",
    "توقفت الغارات على دوما ساعات بسبب الأمطار.",
    "Heavy air strikes resumed on Mosul after a three-day lull that the army put down to sandstorms.",
    "A sandstorm brought a lull in air strikes on Idlib province, the army said.",
    "A political truce in Beirut collapsed when lawmakers failed to agree.",
    "علق الجيش على العملية في دوما.",
    "The army held Sirte, which Haftar holds.",
    "توصلت واشنطن وبكين إلى هدنة تجارية بعد محادثات في جنيف، مع وقف إطلاق النار في حرب الرسوم.",
]


@pytest.mark.parametrize(("text", "told"), TOLD)
def test_what_a_sentence_tells(text: str, told: str) -> None:
    assert zones(read(text, DATE)) == {(area, status) for area, status in (one.split() for one in told.split(" + "))}


@pytest.mark.parametrize("text", NOTHING)
def test_what_tells_of_no_truce(text: str) -> None:
    assert not zones(read(text, DATE))
