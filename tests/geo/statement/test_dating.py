"""What a day dates: the signing of a truce, its start or its end, or what is done under it."""

from __future__ import annotations

import pytest

from geo.statement import Statement
from tests.reading import article, reader


def read_one(published: str, text: str) -> Statement:
    (statement,) = reader().read(article(text, published)).statements
    return statement


SIGNED = [
    ("Syrian forces entered Daraa al-Balad to begin implementing an agreement reached on Sunday on a ceasefire.", "2021-09-05"),
    ("Government forces were to start implementing the truce signed on Thursday in Daraa al-Balad.", "2021-09-02"),
    ("Troops are expected to deploy in Daraa al-Balad under a ceasefire reached late on Wednesday.", "2021-09-01"),
    ("دخلت القوات درعا البلد على أن يبدأ تنفيذ اتفاق وقف إطلاق النار المبرم يوم الأحد.", "2021-09-05"),
    ("ستبدأ القوات تنفيذ اتفاق وقف إطلاق النار في درعا البلد الموقع مساء الخميس.", "2021-09-02"),
    ("يبدأ تنفيذ الهدنة المبرمة يوم الأحد في درعا البلد.", "2021-09-05"),
    ("A truce in Daraa al-Balad will be signed on Thursday.", "2021-09-09"),
    ("An agreement to be signed on Thursday in Geneva will halt fighting in Daraa al-Balad under a ceasefire.", "2021-09-09"),
    ("من المقرر توقيع هدنة في درعا البلد يوم الخميس.", "2021-09-09~"),
    ("The truce in Daraa al-Balad was signed on 12 September.", None),
    ("The two presidents agreed to create a demilitarised zone in Daraa al-Balad by 15 October.", None),
]


@pytest.mark.parametrize(("text", "signed"), SIGNED)
def test_a_signing_lies_behind_where_a_participle_tells_it(text: str, signed: str | None) -> None:
    statement = read_one("2021-09-06", text)
    assert (statement.signed and statement.signed.text) == signed


UNDER = [
    ("Under the ceasefire agreement reached between Israel and Hamas in Gaza, four soldiers were freed on Saturday.", None),
    ("Under the ceasefire agreement reached in Gaza, four soldiers were freed on Saturday, the Red Cross said.", None),
    ("As part of a truce agreed in Rastan, buses carried 40 fighters out on Thursday.", None),
    ("بموجب اتفاق وقف إطلاق النار الذي تم التوصل إليه بين إسرائيل وحماس في غزة، أفرج عن أربع مجندات يوم السبت.", None),
    ("وبموجب الهدنة الموقعة في الرستن، خرج أربعون مقاتلا يوم الخميس.", None),
    ("Under the ceasefire reached on Wednesday by Israel and Hamas in Gaza, four were freed on Saturday.", "2025-01-22"),
    ("Under the ceasefire agreement reached in Rastan on Thursday, 40 fighters left the town.", "2025-01-23"),
    ("Under a ceasefire deal brokered by Qatar, Egypt and Turkey in Gaza on Wednesday, four were freed.", "2025-01-22"),
    ("The army and rebels, after talks in Geneva, reached a truce in Rastan on Thursday.", "2025-01-23"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "signed"), UNDER)
def test_the_day_of_what_is_done_under_a_truce_is_not_that_of_its_signing(text: str, signed: str | None) -> None:
    statement = read_one("2025-01-26", text)
    assert (statement.signed and statement.signed.text) == signed


STOOD = [
    (
        "Israeli warplanes bombed the Gaza Strip on Tuesday, ending a ceasefire in place since January.",
        "ended",
        "2025-01",
        None,
    ),
    ("Israel bombed the Gaza Strip, shattering a ceasefire in place since 19 January.", "violated", "2025-01-19", None),
    ("Israel bombed the Gaza Strip, breaking a ceasefire that was in place since January.", "violated", "2025-01", None),
    ("Israel bombed the Gaza Strip on Tuesday, ending a ceasefire in force since January.", "ended", "2025-01", None),
    ("Israel broke a ceasefire since January in Gaza.", "violated", "2025-01", None),
    ("خرقت إسرائيل الثلاثاء الهدنة القائمة منذ كانون الثاني في قطاع غزة.", "violated", "2025-01", "2025-03-18"),
    ("انتهكت إسرائيل الهدنة السارية منذ كانون الثاني في غزة.", "violated", "2025-01", None),
    ("انتهكت إسرائيل الهدنة المعمول بها منذ كانون الثاني في غزة.", "violated", "2025-01", None),
    ("انهارت الهدنة المستمرة في غزة منذ 19 كانون الثاني.", "ended", "2025-01-19", None),
    ("خرقت إسرائيل هدنة سارية منذ 19 كانون الثاني في غزة.", "violated", "2025-01-19", None),
    ("The army has been violating the ceasefire in Gaza since January.", "violated", None, "2025-01"),
    ("The army broke the ceasefire in Gaza 20 times since January.", "violated", None, "2025-01"),
    ("تنتهك إسرائيل الهدنة في غزة منذ كانون الثاني.", "violated", None, "2025-01"),
    ("انهارت الهدنة في غزة منذ الاثنين.", "ended", None, "2025-03-17"),
]


@pytest.mark.parametrize(("text", "status", "effective", "since"), STOOD)
def test_since_behind_what_stands_dates_its_start(text: str, status: str, effective: str | None, since: str | None) -> None:
    statement = read_one("2025-03-18", text)
    told = str(statement.status), statement.effective and statement.effective.text, statement.since and statement.since.text
    assert told == (status, effective, since)


DECLARED = [
    ("The rebels declared an end on Saturday to the ceasefire in Idlib.", "ended", "2018-05-12"),
    ("The rebels announced an end on Monday to the two-year truce in Idlib.", "ended", "2018-05-14"),
    ("The rebels announced an immediate end late on Saturday to their ceasefire in Idlib.", "ended", "2018-05-12"),
    ("The rebels declared an end to the two-year ceasefire in Idlib.", "ended", None),
    ("The army brought an end on Sunday to the truce in Idlib.", "ended", "2018-05-13"),
    ("أعلنت الفصائل إنهاءها اعتبارا من أمس للهدنة في إدلب.", "ended", "2018-05-13"),
    ("أعلنت الفصائل إنهاءها أمس للهدنة في إدلب.", "ended", "2018-05-13"),
    ("أعلنت الفصائل إلغاءها للهدنة في إدلب.", "ended", None),
    ("The rebels will announce an end on Saturday to the truce in Idlib.", "in_force", None),
    ("The rebels did not declare an end on Saturday to the truce in Idlib.", "in_force", None),
    ("The rebels announced an end on Saturday to fighting in Idlib under a truce.", "agreed", None),
    ("The rebels demanded an end on Saturday to the truce in Idlib.", "proposed", None),
    ("The rebels declared an end on Saturday to the talks on a truce in Idlib.", "negotiating", None),
]


@pytest.mark.parametrize(("text", "status", "since"), DECLARED)
def test_an_end_may_be_declared_with_its_day_before_the_truce(text: str, status: str, since: str | None) -> None:
    statement = read_one("2018-05-14", text)
    assert (str(statement.status), statement.since and statement.since.text) == (status, since)


EXTENDED = [
    ("A truce in Idlib took effect on Monday and expires on Friday. The army had no plan to extend the truce.", "in_force"),
    (
        "A truce in Idlib took effect on Monday and expires at midnight on Wednesday. There was no order to extend it.",
        "in_force",
    ),
    ("A truce in Idlib took effect on Monday and expires on Friday. The truce will not be extended.", "in_force"),
    ("دخلت هدنة في إدلب حيز التنفيذ الاثنين وتنتهي يوم الجمعة. وقال الجيش إنه لا نية لتمديدها.", "in_force"),
    ("دخلت هدنة في إدلب حيز التنفيذ الاثنين وتنتهي يوم الجمعة. وقال الجيش إن الهدنة لن تمدد.", "in_force"),
    ("لن تمدد الهدنة في إدلب.", "in_force"),
    ("The truce in Idlib will not be extended.", "in_force"),
    ("The army has no plan to extend the truce in Idlib.", "in_force"),
    ("The truce in Idlib was not extended.", "ended"),
    ("لم تمدد الهدنة في إدلب.", "ended"),
    ("The truce in Idlib expired on Monday. The army said it had no plan to extend the truce.", "ended"),
    ("انتهت الهدنة في إدلب الاثنين وقال الجيش إنه لا نية لتمديدها.", "ended"),
]


@pytest.mark.parametrize(("text", "status"), EXTENDED)
def test_a_truce_that_will_not_be_extended_stands_until_its_last_day(text: str, status: str) -> None:
    assert str(read_one("2018-05-02", text).status) == status


ADDED = [
    ("Putin and Erdogan signed on March 5 a protocol to the Idlib ceasefire deal of 2018.", "2020-03-05"),
    ("Putin and Erdogan signed a protocol to the de-escalation agreement on Idlib of 2018.", None),
    ("Putin and Erdogan signed an additional protocol to the 2018 memorandum on de-escalation in Idlib.", None),
    ("Putin and Erdogan signed a protocol to the de-escalation agreement on Idlib in 2018.", "2018"),
    ("Putin and Erdogan signed a protocol on a ceasefire in Idlib in 2018.", "2018"),
    ("وقع بوتين وأردوغان في 5 مارس بروتوكولا إضافيا لمذكرة خفض التصعيد في إدلب لعام 2018.", "2020-03-05"),
    ("وقع بوتين وأردوغان ملحقا لاتفاق خفض التصعيد في إدلب لعام 2018.", None),
    ("وقع بوتين وأردوغان ملحقا لاتفاق خفض التصعيد في إدلب في عام 2018.", "2018"),
]


@pytest.mark.parametrize(("text", "signed"), ADDED)
def test_the_year_of_an_accord_is_not_that_of_what_is_added_to_it(text: str, signed: str | None) -> None:
    statement = read_one("2020-03-10", text)
    assert (statement.signed and statement.signed.text) == signed


STARTED = [
    ("وهذا أول خرق للهدنة في لبنان منذ بدء سريانها فجر الأربعاء.", "2024-11-27", None),
    ("خرقت الهدنة في لبنان أكثر من مرة منذ سريانها الأربعاء.", "2024-11-27", None),
    ("الغارة على لبنان هي الأولى منذ سريان الهدنة فجر أمس الأربعاء.", "2024-11-27", None),
    ("خرقت الهدنة في لبنان أكثر من مرة منذ دخول الهدنة حيز التنفيذ الأربعاء.", "2024-11-27", None),
    ("خرقت الهدنة في لبنان منذ الأربعاء.", None, "2024-11-27"),
]


@pytest.mark.parametrize(("text", "effective", "since"), STARTED)
def test_since_a_truce_applies_is_its_start_and_not_the_breach(text: str, effective: str | None, since: str | None) -> None:
    statement = read_one("2024-11-28", text)
    dates = [date and date.text for date in (statement.effective, statement.since)]
    assert (str(statement.status), *dates) == ("violated", effective, since)


PATROLS = "Joint patrols along the M4 highway will start on March 15."
PATROLS_AR = "وستبدأ دوريات مشتركة على طريق إم 4 اعتباراً من 15 مارس/آذار الجاري."
BEGUN = [
    (f"A ceasefire agreed by Turkey and Russia on Thursday took effect in Idlib at midnight. {PATROLS}", "in_force", None),
    (f"A ceasefire took effect in Idlib province on Friday. {PATROLS}", "in_force", "2020-03-06"),
    (f"دخل وقف إطلاق النار في محافظة إدلب حيز التنفيذ منتصف الليل. {PATROLS_AR}", "in_force", None),
    (f"ساد هدوء حذر محافظة إدلب بعد دخول وقف إطلاق النار حيز التنفيذ منتصف الليل. {PATROLS_AR}", "in_force", None),
    ("A ceasefire took effect in Idlib. The truce began on Wednesday.", "in_force", "2020-03-04"),
    ("The sides agreed on a ceasefire in Idlib province. It will start on March 15.", "agreed", "2020-03-15"),
]


@pytest.mark.parametrize(("text", "status", "effective"), BEGUN)
def test_what_has_begun_does_not_start_on_a_day_to_come(text: str, status: str, effective: str | None) -> None:
    statement = read_one("2020-03-06", text)
    assert (str(statement.status), statement.effective and statement.effective.text) == (status, effective)
