"""What a sentence tells behind the news of a truce: fighting since, a refusal, what had held it up, others that failed; and the
main verb behind words that only say which truce is meant."""

from __future__ import annotations

import pytest

from tests.reading import read, zones

PUBLISHED = "2018-05-05"  # a Saturday
FOUGHT_SINCE = {
    "A ceasefire in Barzeh was announced on Thursday. Clashes and shelling continued after the announcement.":
        "sy/barzeh violated",
    "A ceasefire in Barzeh was announced on Thursday. Shelling went on after it was announced.": "sy/barzeh violated",
    "أعلنت هدنة في برزة يوم الخميس. وتواصلت الاشتباكات والقصف بعد الإعلان عنها بساعات.": "sy/barzeh violated",
    "A ceasefire in Barzeh was announced on Thursday. Clashes continued after the announcement of the election results, and "
    "shelling was heard.": "sy/barzeh agreed",
    "أعلنت هدنة في برزة يوم الخميس. وتواصلت الاشتباكات والقصف بعد إعلان نتائج الانتخابات.": "sy/barzeh agreed",
    "A ceasefire in Barzeh was announced on Thursday. Clashes and shelling continued in Jobar after the announcement.":
        "sy/barzeh agreed",
    "A ceasefire in Barzeh was announced on Thursday. There was no shelling or clashes after the announcement.":
        "sy/barzeh agreed",
    "A ceasefire in Barzeh was announced on Thursday and is to take effect on Sunday. Clashes and shelling continued after the "
    "announcement.": "sy/barzeh agreed",
    "The truce in Barzeh began at midnight. Shelling hit the district on Saturday morning, and clashes broke out.":
        "sy/barzeh violated",
    "بدأت هدنة في طفس منتصف الليل. واندلعت اشتباكات وقصف صباح السبت.": "sy/tafas violated",
    "بدأت هدنة في طفس منتصف الليل. وكانت اشتباكات وقصف اندلعت صباح السبت.": "sy/tafas in_force",
    "بدأت هدنة في طفس منتصف الليل. واندلعت الاشتباكات والقصف صباح الثلاثاء بعد مقتل جندي.": "sy/tafas in_force",
    "A truce took effect in Tafas on Thursday. Clashes and shelling erupted on Tuesday.": "sy/tafas in_force",
    "A truce took effect in Tafas at midnight. Fighting broke out last week amid shelling.": "sy/tafas in_force",
    "A truce took effect in Tafas at midnight. The fighting and shelling broke out over a land dispute.": "sy/tafas in_force",
    "A truce took effect in Tafas at midnight. Protests broke out over shelling and clashes.": "sy/tafas in_force",
    "A truce took effect in Tafas at midnight. Clashes could break out again if shelling resumes.": "sy/tafas in_force",
}  # fmt: skip
OF_THE_TRUCE = {
    "The army and rebels agreed to a ceasefire in Eastern Ghouta that began at midnight after shelling and clashes.":
        "sy/eastern-ghouta in_force",
    "The army and rebels agreed to a ceasefire in Eastern Ghouta that began at midnight. The Observatory reported air strikes "
    "on Arbin and clashes on Saturday.": "sy/eastern-ghouta violated",
    "They agreed to a ceasefire in Tafas that will begin at midnight after shelling and clashes.": "sy/tafas agreed",
    "They agreed on a truce in Tafas that starts tomorrow after shelling and clashes.": "sy/tafas agreed",
    "They met in Astana to discuss the implementation of a ceasefire in Syria that has been violated almost daily by shelling "
    "and air strikes.": "SY violated",
    "They met to discuss a ceasefire in Tafas that would begin on Friday after shelling and clashes.": "sy/tafas negotiating",
    "They called for a ceasefire in Tafas, which has been hit by shelling and clashes.": "sy/tafas proposed",
    "They affirmed their efforts to maintain a ceasefire in southwest Syria, which has held since July after shelling and "
    "fighting.": "sy/south-west in_force",
    "They discussed efforts to maintain a ceasefire in Idlib after shelling and clashes.": "SY07 in_force",
    "They discussed efforts to reach a ceasefire in Idlib after shelling and clashes.": "SY07 negotiating",
    "They discussed maintaining pressure for a ceasefire in Tafas after shelling and clashes.": "sy/tafas negotiating",
}  # fmt: skip
MAIN_VERB = {
    "A ceasefire in place in Idlib since March collapsed on Friday amid shelling and clashes.": "SY07 ended",
    "A truce that took effect in Tafas on Monday collapsed on Friday amid shelling and clashes.": "sy/tafas ended",
    "The truce that began in Tafas on Monday was suspended on Friday after shelling and clashes.": "sy/tafas suspended",
    "هدنة سارية في إدلب منذ آذار انهارت الجمعة وسط قصف واشتباكات.": "SY07 ended",
    "A ceasefire in place in Tafas since May is set to end on Friday after shelling and clashes.": "sy/tafas in_force",
    "A ceasefire in effect in Tafas since May ended months of shelling and clashes.": "sy/tafas in_force",
    "A truce that took effect in Tafas on Monday is holding after shelling and clashes.": "sy/tafas in_force",
    "The army said a ceasefire in place in Tafas since Monday would collapse if shelling and clashes continued.":
        "sy/tafas in_force",
    "هدنة سارية في إدلب منذ آذار بعد قصف واشتباكات.": "SY07 in_force",
    "The ceasefire in Tafas is faltering after clashes and shelling.": "sy/tafas violated",
    "Talks on a truce in Tafas are faltering after clashes and shelling.": "sy/tafas negotiating",
    "The army and the SDF agreed to de-escalate in Hasakah after clashes and shelling.": "SY08 agreed",
}  # fmt: skip
STARTED = "A ceasefire took effect in Barzeh on Friday after fighting and shelling. "
LEFT = "Rebels began leaving Rastan on Thursday under a deal after shelling. "
AGREED = "Rebels and the army agreed on Thursday to a ceasefire in al-Waer after heavy shelling. "
OF_BEFORE = {
    STARTED + "Numerous ceasefires have failed during the war.": "sy/barzeh in_force",
    "دخلت هدنة في برزة حيز التنفيذ الجمعة بعد قصف ومعارك. وانهارت هدن كثيرة خلال الحرب.": "sy/barzeh in_force",
    STARTED + "Previous truces collapsed within days.": "sy/barzeh in_force; sy/barzeh ended",
    STARTED + "Several truces in Barzeh have collapsed.": "sy/barzeh in_force; sy/barzeh ended",
    AGREED + "Negotiations have dragged on for a year and broke down repeatedly.": "sy/waer agreed",
    "Talks on a truce in al-Waer began on Monday and broke down on Thursday amid shelling and clashes.": "sy/waer rejected",
    "Talks on a truce in al-Waer began on Monday and resumed on Thursday amid shelling and clashes.": "sy/waer negotiating",
    STARTED + "It held for a day and broke down on Saturday.": "sy/barzeh ended",
    STARTED + "Residents celebrated and broke down barricades.": "sy/barzeh in_force",
    LEFT + "The evacuation, which had been delayed for a day by rain, is expected to take a week.": "sy/rastan in_force",
    LEFT + "The evacuation was suspended on Friday after clashes.": "sy/rastan suspended",
    "بدأ مقاتلو المعارضة الخروج من الرستن الخميس بموجب اتفاق بعد قصف ومعارك. وكانت عملية الإجلاء قد علقت يوما بسبب الأمطار.":
        "sy/rastan in_force",
    "بدأ مقاتلو المعارضة الخروج من الرستن الخميس بموجب اتفاق بعد قصف ومعارك. وعلقت عملية الإجلاء الجمعة.":
        "sy/rastan suspended",
}  # fmt: skip
DECLARED = "A ceasefire was announced in Tafas after shelling and clashes. "
REFUSED = {
    "A ceasefire deal for Barzeh was announced on Thursday after heavy shelling. Rebels in the district rejected the deal.":
        "sy/barzeh rejected",
    "A ceasefire was announced in Sheikh Maqsoud after shelling. Kurdish councils in the district rejected it.":
        "sy/sheikh-maqsoud rejected",
    DECLARED + "Rebels in Tafas rejected it.": "sy/tafas rejected",
    "أعلن الجيش هدنة في طفس الخميس بعد قصف ومعارك. ورفضت فصائل البلدة الهدنة.": "sy/tafas rejected",
    DECLARED + "Islamic State rejected it.": "sy/tafas agreed",
    DECLARED + "Rebels in Nawa rejected it.": "sy/tafas agreed",
    DECLARED + "Rebels in the town accepted it.": "sy/tafas agreed",
    DECLARED + "Rebels in the town had rejected an earlier offer.": "sy/tafas agreed",
    "The army and rebels agreed to a ceasefire in Tafas after shelling and clashes. Hardliners in the town rejected it.":
        "sy/tafas agreed",
    "أعلن الجيش هدنة في طفس الخميس بعد قصف ومعارك. ورفض تنظيم الدولة الهدنة.": "sy/tafas agreed",
}  # fmt: skip
ALL = FOUGHT_SINCE | OF_THE_TRUCE | MAIN_VERB | OF_BEFORE | REFUSED


@pytest.mark.parametrize("text", ALL)
def test_each_truce_stands_as_the_last_word_of_it_says(text: str) -> None:
    told = {tuple(pair.split()) for pair in ALL[text].split("; ")}
    assert zones(read(text, PUBLISHED)) == told
