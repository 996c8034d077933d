"""Places that only say where those are who tell of a truce, where they come from and where they went."""

from __future__ import annotations

import pytest

from tests.reading import read, zones

# Texts that say nowhere where their truce is.
NOWHERE = [
    # whose minister speaks
    "Jordan's king said a ceasefire was needed and fighting and shelling must end.",
    "Turkey's defence ministry said the ceasefire was violated 14 times with shelling and attacks over the past day.",
    "A French lawmaker called for a truce after a week of heavy bombardment and fighting.",
    "Muse, the British band, played for victims of the war and the bombing, and called for a ceasefire.",
    "The Norwegian minister said the ceasefire was violated by shelling and that fighting must stop.",
    # where one comes from, and lives
    "Ahmed, a student from Deir al-Zor who lives in Berlin, said that the truce would fail because the shelling never stopped.",
    "The family, originally from Homs, now rents a flat in Mersin. The truce means nothing, the bombing and the war go on.",
    "Um Mohammed fled Idlib two years ago and lives in Athens. She does not believe that the ceasefire will stop the strikes.",
    "A truce is worthless, said an activist from Hama, speaking from Paris, after a week of shelling and fighting.",
    "قالت طالبة من دير الزور تقيم في برلين إن الهدنة ستفشل لأن القصف والمعارك لم تتوقف",
    "يعيش اللاجئ أبو محمد، وهو من حمص، في مرسين، ويقول إن الهدنة لا تعني شيئا لأن القصف والقتال مستمران",
    "لجأت الأسرة إلى الأردن وسكنت في مخيم الزعتري بعد القصف والمعارك، وتأمل أن تصمد الهدنة",
    # where one speaks
    "UN envoy Ghassan Salame said from Tunis that the truce had been breached 110 times with shelling and drone strikes.",
    "The Libyan army's spokesman told reporters in Benghazi that the ceasefire had been broken by shelling.",
    "Rebels said they would not sign a truce while the shelling went on, their spokesman told AFP in Goma.",
    "A spokesman for the Saudi-led coalition told a news conference in Riyadh that the ceasefire was violated by shelling.",
    "The army chief rejected a truce while the enemy was shelling civilians, in a speech at the Wadi Seidna base.",
    "قال المبعوث الأممي غسان سلامة من تونس إن الهدنة خرقت 110 مرات بالقصف والاشتباكات",
    "أفادت سانا من دمشق بأن الهدنة خرقت 30 مرة بالقصف والاشتباكات خلال يوم",
    # where a report is filed
    "AMMAN, Jordan (AP) - The truce collapsed on Monday as shelling and fighting resumed, activists said.",
    "GAZIANTEP, Turkey - Rebels said the truce had collapsed after shelling and fighting.",
    # where one watches a truce, commands, treats the wounded
    "The Russian centre at Hmeimim said it had recorded seven breaches of the truce, with shelling and clashes.",
    "The truce monitors in Amman recorded 12 violations, with shelling, the US State Department said in Washington.",
    "أعلن مركز المصالحة في قاعدة حميميم رصد سبعة خروقات للهدنة بالقصف والاشتباكات",
    "قال قائد القوات الأمريكية في قاعدة العديد بقطر إن الهدنة هشة والقصف والقتال قد يعودان",
    "Doctors in Kilis treated men wounded in fighting after the truce collapsed with shelling.",
    "The hospital in Irbid, Jordan, said it had treated fighters wounded in the shelling after the truce collapsed.",
]

# text: the zones that it tells of, beside those places or in them
ZONES = {
    # whose clock it is
    "The truce in Bor, in South Sudan, began at 2100 GMT (midnight in Juba) after shelling.": {("ss/bor", "in_force")},
    "A truce began in South Sudan after shelling at 2100 GMT (midnight in Juba).": {("SS", "in_force")},
    "Shelling broke the ceasefire in South Sudan at midnight in Juba.": {("SS", "violated")},
    # those who mediated are no side
    "Fighting in Tripoli, Libya, was halted thanks to a ceasefire brokered by the tribes of Bani Walid.": {
        ("ly/tripoli", "in_force"),
    },
    "Fighting in Kufra, Libya, ended with a ceasefire mediated by elders from the Magarha tribe of Brak.": {
        ("ly/kufra", "agreed"),
    },
    "A truce negotiated by elders of Rastan with the army took effect after shelling. Talbiseh is still shelled.": {
        ("sy/rastan", "in_force"),
    },
    "Libya, Sirte: A truce brokered by tribal elders went into effect in Benghazi at midnight after weeks of fighting.": {
        ("ly/benghazi", "in_force"),
    },
    "Fighting ended with a ceasefire brokered by the tribes of Bani Walid after shelling.": {("ly/bani-walid", "agreed")},
    "Libyan army commander Khaled Omar said in Benghazi that the truce of Benghazi was broken by shelling and clashes.": {
        ("ly/benghazi", "violated"),
    },
    "Rebels in Goma agreed a ceasefire after days of fighting and shelling.": {("cd/goma", "agreed")},
    "They told reporters the truce in Goma was over after shelling and fighting.": {("cd/goma", "ended")},
    "An activist from Douma said the truce was broken by shelling and clashes.": {("sy/douma", "violated")},
    "Ahmed, who lives in Douma, said the truce was broken by shelling and clashes.": {("sy/douma", "violated")},
    "Yemen's president agreed a ceasefire after months of fighting and shelling.": {("YE", "agreed")},
    "Turkey's defence ministry said the ceasefire in Idlib was violated 14 times with shelling.": {("SY07", "violated")},
    "The Hmeimim base was shelled despite the truce and clashes broke out.": {("sy/hmeimim", "violated")},
    "The Russian centre at Hmeimim recorded seven breaches of the truce in Aleppo, with shelling and clashes.": {
        ("SY02", "violated"),
    },
    "Doctors in Kilis treated men wounded in Aleppo after the truce collapsed there with shelling.": {("SY02", "ended")},
    "Families who fled Homs for Idlib, where shelling and clashes broke the truce, said they would not return.": {
        ("SY07", "violated"),
    },
    "Fighters who left Douma under the deal arrived in al-Bab and Jarablus, a monitor said, after heavy shelling.": {
        ("sy/douma", "in_force"),
    },
    "Aid trucks arrived in Douma under the truce after months of shelling and battles.": {("sy/douma", "in_force")},
    "Thai and Cambodian leaders met in Putrajaya, Malaysia, and agreed an unconditional ceasefire after days of shelling.": {
        ("TH", "agreed"), ("KH", "agreed"),
    },
    "French and German leaders met in Minsk and agreed a ceasefire in Ukraine after shelling and fighting.": {("UA", "agreed")},
    "أقلعت الطائرات من قاعدة حميميم لقصف إدلب بعد انهيار الهدنة والاشتباكات": {("SY07", "ended")},
    "نزحت عشرات العائلات من رأس العين إلى تل تمر والحسكة رغم وقف إطلاق النار بسبب القصف والاشتباكات": {
        ("sy/ras-al-ayn", "violated"),
    },
    "استقبلت جرابلس مهجري حي الوعر بموجب اتفاق بعد حصار وقصف": {("sy/waer", "in_force")},
    "وصلت شاحنات المساعدات إلى دوما بموجب الهدنة بعد قصف ومعارك": {("sy/douma", "in_force")},
    "قال ناشط من دوما إن الهدنة خرقت بالقصف والاشتباكات": {("sy/douma", "violated")},
    "قال متحدث للصحفيين في الرياض إن الهدنة في اليمن خرقت بالقصف والاشتباكات": {("YE", "violated")},
    "أصيب صحفي في حلب بقصف خرق الهدنة واشتباكات": {("SY02", "violated")},
}  # fmt: skip


@pytest.mark.parametrize("text", NOWHERE)
def test_where_somebody_is_who_tells_of_a_truce_is_no_zone(text: str) -> None:
    assert zones(read(text)) == set()


@pytest.mark.parametrize("text", ZONES)
def test_where_the_truce_is_stays_a_zone(text: str) -> None:
    assert zones(read(text)) == ZONES[text]


def test_the_sea_of_a_resort_is_no_zone() -> None:
    text = (
        "Turkey asked Russia to stop air strikes. Attacks threaten to unravel a crumbling cease-fire agreement reached between "
        "Turkey and Russia at the Black Sea resort of Sochi last September."
    )
    assert "xx/black-sea" not in {c.area for s in read(text).statements for c in s.areas}
    at_sea = "A truce in the Black Sea took effect on Tuesday."
    assert {c.area for s in read(at_sea).statements for c in s.areas} == {"xx/black-sea"}


def test_an_army_s_country_is_not_where_it_broke_a_truce() -> None:
    text = (
        "Russia accused Azerbaijan of violating the ceasefire in Nagorno-Karabakh. A unit of the armed forces of Azerbaijan "
        "crossed a line of contact, in violation of the agreement."
    )
    assert zones(read(text)) == {("az/nagorno-karabakh", "violated")}
    assert zones(read("The armed forces of Sudan and the RSF agreed to a ceasefire after clashes.")) == {("SD", "agreed")}


def test_a_nationwide_truce_stays_beside_what_is_told_of_a_part() -> None:
    text = (
        "Agreements on joining the cessation of hostilities were signed with two settlements in the province of Latakia. The "
        "nationwide ceasefire came into force in Syria at midnight on December 30, 2016."
    )
    assert {area for area, _ in zones(read(text))} == {"SY06", "SY"}
