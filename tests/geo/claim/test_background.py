"""A truce of before, told behind the news of another: it takes nothing from the one of today."""

from __future__ import annotations

import pytest

from tests.reading import read, zones

BEHIND_THE_NEWS = {
    "A truce in Barzeh is holding after shelling and clashes. A truce there last year broke down.":
        "sy/barzeh in_force; sy/barzeh ended",
    "A truce in Barzeh is holding after shelling and clashes. An accord reached in 2014 collapsed.":
        "sy/barzeh in_force",
    "A ceasefire in Libya took effect on Friday after months of fighting. A truce in January was broken within hours.":
        "LY in_force",
    "A ceasefire was agreed in Idlib on Friday after shelling and clashes. A two-day truce had collapsed on Wednesday.":
        "SY07 agreed",
    "A ceasefire was agreed in Idlib on Friday after shelling and clashes. A two-day truce collapsed on Wednesday.":
        "SY07 agreed",
    "A ceasefire took effect in Gaza on Friday after days of rocket fire. Last year an 11-day war ended with a similar truce.":
        "ps/gaza-strip in_force",
    "دخلت هدنة في الحسكة حيز التنفيذ الجمعة بعد معارك وقصف.\nوكانت هدنة أعلنت الأربعاء انهارت بعد ساعات.":
        "SY08 in_force",
    "دخلت هدنة في الحسكة حيز التنفيذ الجمعة بعد معارك وقصف.\nوكان اتفاق لوقف إطلاق النار انهار الأربعاء.":
        "SY08 in_force",
    "دخلت هدنة في حلب حيز التنفيذ بعد معارك وقصف.\nوهذه ثالث هدنة هذا العام، وانهارت سابقتاها.": "SY02 in_force",
    "A truce in Barzeh is holding after shelling and clashes. A truce in Barzeh last year broke down.":
        "sy/barzeh in_force; sy/barzeh ended",
    "A truce is holding in Barzeh after shelling and clashes. A truce in Qaboun collapsed last month.":
        "sy/barzeh in_force; sy/qaboun ended",
    "Ceasefire takes effect in Galkayo after clashes\nThe announcement comes days after the two sides signed a peace deal "
    "which was repeatedly violated.": "so/galkayo in_force",
    "A truce took effect in Taiz on Monday after clashes and shelling. It came a week after a ceasefire that collapsed.":
        "ye/taiz in_force",
    "A ceasefire took hold in Lebanon's largest refugee camp on Friday after clashes. The truce began in Ain al-Hilweh. "
    "Two earlier agreements collapsed within hours.":
        "lb/ain-al-hilweh in_force; lb/ain-al-hilweh ended",
}  # fmt: skip
# the course of the one truce of the text: what became of it is how it stands
OWN_COURSE = {
    "A truce in Barzeh broke down last week. Shelling and clashes resumed.": "sy/barzeh ended",
    "A truce in Barzeh took effect on Friday after clashes and shelling. The truce collapsed on Saturday.": "sy/barzeh ended",
    "A truce in Barzeh took effect on Friday after clashes. It was broken within hours by shelling.": "sy/barzeh violated",
    "A truce took effect in Taiz on Monday. The shelling comes days after the two sides signed a deal which was violated.":
        "ye/taiz violated",
    "Clashes resumed in Taiz on Monday. The shelling comes a week after a ceasefire collapsed.": "ye/taiz ended",
    "Barzeh truce collapses after one day\nA truce in Barzeh collapsed on Friday after clashes.": "sy/barzeh ended",
    "Fighting and shelling resumed in Barzeh on Friday. A truce had collapsed on Thursday.": "sy/barzeh ended",
    "A truce in Tafas took effect last week after shelling and clashes. A truce that both sides signed broke down on Friday.":
        "sy/tafas ended",
    "أعلنت هدنة في طفس الأربعاء بعد قصف ومعارك.\nوانهارت هدنة طفس الجمعة.": "sy/tafas ended",
    "دخلت هدنة في الحسكة حيز التنفيذ الجمعة بعد معارك وقصف.\nوكانت الهدنة انهارت بعد ساعات.": "SY08 ended",
    "تجددت المعارك والقصف في الحسكة.\nوكانت هدنة أعلنت الأربعاء انهارت بعد ساعات.": "SY08 ended",
    "دخلت هدنة في طفس حيز التنفيذ الأربعاء بعد قصف ومعارك.\nوكانت هدنة طفس قد خرقت مرارا.": "sy/tafas violated",
}  # fmt: skip
FOUGHT_BEFORE = {
    "A truce took effect in Taiz at noon on Thursday. Shelling killed three people in the city earlier in the day.":
        "ye/taiz in_force",
    "A truce took effect in Taiz at noon on Thursday. Shelling killed three people in the city later in the day.":
        "ye/taiz violated",
    "A truce took effect in Rastan at noon on Thursday. Shelling in Rastan wounded three people before it began.":
        "sy/rastan in_force",
    "A truce took effect in Rastan at noon on Thursday. Shelling in Rastan wounded three people before dawn on Friday.":
        "sy/rastan violated",
    "A truce in Taiz was holding on Friday after clashes. Earlier on Friday, shelling killed three people in the city.":
        "ye/taiz violated",
    "دخلت هدنة في تعز حيز التنفيذ ظهر الخميس بعد معارك.\nوفي وقت سابق قتل ثلاثة أشخاص في قصف على تعز.": "ye/taiz in_force",
    "دخلت هدنة في تعز حيز التنفيذ ظهر الخميس بعد معارك.\nوفي وقت لاحق قتل ثلاثة أشخاص في قصف على تعز.": "ye/taiz violated",
}  # fmt: skip
ENDED_IN_A_TRUCE = {
    "Fighting in Gaza ended with a truce on Friday after days of shelling.": "ps/gaza-strip agreed",
    "Clashes and shelling in Daraa ended on Friday in a truce.": "SY12 agreed",
    "The truce in Tafas ended with heavy shelling and clashes.": "sy/tafas ended",
    "The battle for Tafas ended with the collapse of a truce, after shelling and clashes.": "sy/tafas ended",
    "انتهت المعارك والقصف في طفس بهدنة.": "sy/tafas agreed",
    "قصف النظام طفس وهاجمها.\nوانتهت المعارك باتفاق بوساطة روسية يقضي بتسليم السلاح.": "sy/tafas agreed",
    "دارت معارك وقصف في طفس قبل أن تنتهي باتفاق لوقف إطلاق النار.": "sy/tafas agreed",
    "انتهت الهدنة في طفس بقصف عنيف ومعارك.": "sy/tafas ended",
    "انتهى العمل باتفاق وقف إطلاق النار في طفس بعد قصف ومعارك.": "sy/tafas ended",
}  # fmt: skip
IN_THE_END = {
    "اندلعت معارك في طفس وسط قصف عنيف، قبل أن يتوصل الطرفان إلى هدنة.": "sy/tafas agreed",
    "شهدت طفس معارك وقصفا قبل أن يتم التوصل إلى هدنة مساء الجمعة.": "sy/tafas agreed",
    "قد تستمر المعارك والقصف في طفس أسابيع قبل أن يتوصل الطرفان إلى هدنة.": "sy/tafas negotiating",
    "توصل الطرفان إلى هدنة في الحسكة قبل أن يتجدد القصف بعد ساعات.": "SY08 violated",
    "The two sides agreed to a truce in Hasakah before shelling and clashes resumed hours later.": "SY08 violated",
    "A truce was agreed in Hasakah before shelling and clashes could resume.": "SY08 agreed",
    "توصل الطرفان إلى هدنة في الحسكة قبل أن تتجدد المعارك والقصف في دير الزور.": "SY08 agreed",
    "دعت الأمم المتحدة إلى هدنة في الحسكة قبل أن يتجدد القصف والمعارك.": "SY08 proposed",
    "A 72-hour truce was declared in Gaza on Saturday. When it expired on Tuesday, shelling and air strikes resumed.":
        "ps/gaza-strip ended",
    "An eight-hour truce was observed in Marawi on Sunday. Clashes and shelling resumed after it ended.": "ph/marawi ended",
    "A truce was observed in Marawi on Sunday. Clashes and shelling would resume after it ended.":
        "ph/marawi in_force",
    "A truce took effect in Marawi on Thursday after shelling and clashes. When it ends on Sunday, talks will begin.":
        "ph/marawi in_force",
}  # fmt: skip
LEFT_LONG_AGO = {
    "خرج مقاتلو حمص القديمة في مايو 2014 بموجب اتفاق أشرفت عليه الأمم المتحدة بعد حصار وقصف.": "sy/old-homs ended",
    "خرج مقاتلون من حي الوعر بموجب اتفاق بعد القصف والحصار.\nوكانت داريا أخليت في أغسطس الماضي بموجب اتفاق مشابه.":
        "sy/waer in_force; sy/darayya ended",
    "Rebels left Waer on Friday under a deal after siege and shelling. Daraya was evacuated last August under a similar deal.":
        "sy/waer in_force; sy/darayya ended",
    "خرج مقاتلون من حي الوعر الجمعة بموجب اتفاق بعد القصف والحصار.": "sy/waer in_force",
    "خرج مقاتلون من حي الوعر في مايو 2014 بموجب هدنة محلية لا تزال سارية بعد قصف وحصار.": "sy/waer in_force",
    "دخلت قافلة مساعدات مضايا في أكتوبر الماضي بموجب هدنة بعد حصار وقصف.": "sy/madaya in_force",
}  # fmt: skip
OF_YEARS_AGO = {
    "مدد البشير في 28 يوليو وقفا لإطلاق النار في إقليم دارفور وولايتي جنوب كردفان والنيل الأزرق.\nوكان أعلن في أول نيسان وقفا "
    "لإطلاق النار لثلاثة أشهر.": "sd/darfur in_force; sd/south-kordofan in_force; sd/blue-nile in_force",
    "تم التوصل إلى هدنة بين الجيش والحوثيين في صعدة عقب يوم من إعلان انتهاء اتفاق الدوحة.": "ye/saada agreed",
    "أعلنت هدنة في صعدة الجمعة، وتجدد القصف بعد انتهاء الهدنة.": "ye/saada ended",
    "مدد البشير وقف إطلاق النار في جنوب كردفان.\nوفي 18 يونيو 2016 أعلن وقفا لإطلاق النار في دارفور وجنوب كردفان لأربعة أشهر.":
        "sd/south-kordofan in_force",
    "أعلن الجيش هدنة في الفاشر الجمعة بعد معارك.\nوكان أعلن في مايو الماضي هدنة فيها، لكن المعارك استؤنفت مع انتهاء الهدنة.":
        "sd/el-fasher agreed; sd/el-fasher ended",
    "أعلن الجيش هدنة في الفاشر الجمعة بعد معارك.\nوفي 18 يونيو 2016 أعلن هدنة في نيالا.":
        "sd/el-fasher agreed; sd/nyala in_force",
    "أعلن الجيش في مايو الماضي هدنة في الفاشر بعد معارك، ولكن القتال استؤنف مع انتهاء الهدنة.": "sd/el-fasher ended",
}  # fmt: skip
ALL = BEHIND_THE_NEWS | OWN_COURSE | FOUGHT_BEFORE | ENDED_IN_A_TRUCE | IN_THE_END | LEFT_LONG_AGO | OF_YEARS_AGO


@pytest.mark.parametrize("text", ALL)
def test_each_truce_stands_as_the_text_leaves_it(text: str) -> None:
    told = {tuple(pair.split()) for pair in ALL[text].split("; ")}
    assert zones(read(text)) == told


def test_a_town_that_was_not_evacuated_is_no_zone() -> None:
    assert not zones(read("Daraya was not evacuated under the deal despite shelling and siege."))
