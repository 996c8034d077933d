"""Since when a truce has been over, broken, suspended or refused, by the words of the text."""

from __future__ import annotations

import pytest

from tests.reading import article, reader

PUBLISHED = "2018-08-05"  # a Sunday


@pytest.mark.parametrize(("text", "status", "since"), [
    ("On 3 August, the ceasefire in Rastan collapsed.", "ended", "2018-08-03"),
    ("The ceasefire in Rastan, which took effect on 9 July 2018, collapsed on 3 August 2018.", "ended", "2018-08-03"),
    ("A ceasefire in Rastan took effect on 9 July 2018 and collapsed on 20 July 2018.", "ended", "2018-07-20"),
    ("Since the collapse of a ceasefire in Rastan in 2015, fighting has killed thousands.", "ended", "2015"),
    ("The ceasefire of 27 February in Rastan collapsed.", "ended", None),
    ("The February ceasefire in Rastan has collapsed.", "ended", None),
    ("انهارت هدنة 27 تموز في الرستن يوم الخميس الماضي.", "ended", "2018-08-02"),
    ("انتهى مفعول الهدنة في الرستن الخميس الماضي.", "ended", "2018-08-02"),
    ("انهارت الهدنة السارية في الرستن منذ 9 تموز.", "ended", None),
    ("علقت الفصائل الهدنة في الرستن منذ الاثنين.", "suspended", "2018-07-30"),
    ("The ceasefire in Rastan was suspended on 1 August.", "suspended", "2018-08-01"),
    ("رفضت الفصائل أمس الأول هدنة في الرستن.", "rejected", "2018-08-03"),
    ("The factions rejected a ceasefire in Rastan on Tuesday.", "rejected", "2018-07-31"),
    ("خرقت قوات النظام الهدنة في مدينة الرستن أمس الخميس 2 آب 2018 وقصفت المدينة، بحسب ناشطين.", "violated", "2018-08-02"),
    ("Shelling hit Rastan on Thursday despite the ceasefire that took effect on 9 July.", "violated", "2018-08-02"),
    ("قصفت الطائرات الرستن الخميس رغم الهدنة السارية منذ 9 تموز.", "violated", "2018-08-02"),
    ("Shells fell on Rastan despite a truce deal four months ago.", "violated", None),
    ("انهارت الهدنة في الرستن اعتباراً من يوم الجمعة.", "ended", "2018-08-03"),
    ("انهارت الهدنة في الرستن اعتباراً من أمس السبت.", "ended", "2018-08-04"),
    ("الهدنة في الرستن انتهت ابتداءً من الثلاثاء.", "ended", "2018-07-31"),
    ("ألغى الجيش الهدنة في الرستن بدءاً من الاثنين.", "ended", "2018-07-30"),
    ("الهدنة في الرستن لم تعد سارية اعتباراً من الجمعة.", "ended", "2018-08-03"),
    ("علقت الفصائل الهدنة في الرستن اعتباراً من الخميس.", "suspended", "2018-08-02"),
    ("The truce in Rastan was ended starting Friday.", "ended", "2018-08-03"),
    ("The truce in Rastan collapsed as of Friday.", "ended", "2018-08-03"),
    ("The truce in Rastan is no longer in force as of Friday.", "ended", "2018-08-03"),
    ("The army cancelled the truce in Rastan starting Monday.", "ended", "2018-07-30"),
    ("The rebels have violated the truce in Rastan from Thursday.", "violated", "2018-08-02"),
])  # fmt: skip
def test_the_day_of_a_turn(text: str, status: str, since: str | None) -> None:
    (statement,) = reader().read(article(text, PUBLISHED)).statements
    assert (str(statement.status), statement.since and statement.since.text) == (status, since)


@pytest.mark.parametrize(("text", "effective"), [
    ("انهارت الهدنة السارية في الرستن منذ 9 تموز.", "2018-07-09"),
    ("علقت الفصائل الهدنة في الرستن منذ الاثنين.", None),
    ("The truce in Rastan has not been violated since 9 July.", "2018-07-09"),
    ("انهارت الهدنة في الرستن اعتباراً من أمس السبت.", None),
    ("The truce in Rastan collapsed as of Friday.", None),
    ("The sides called off a truce from Thursday in Rastan.", "2018-08-02"),
    ("The army rejected a truce in Rastan starting Monday.", "2018-08-06"),
])  # fmt: skip
def test_the_day_of_a_turn_is_not_that_of_the_start(text: str, effective: str | None) -> None:
    (statement,) = reader().read(article(text, PUBLISHED)).statements
    assert (statement.effective and statement.effective.text) == effective


@pytest.mark.parametrize(("text", "until"), [
    ("The truce in Rastan will end starting Friday.", "2018-08-10"),
    ("The truce in Rastan ends from Friday.", "2018-08-10"),
    ("The truce in Rastan will be ended starting Thursday.", "2018-08-09"),
    ("The army decided to end the truce in Rastan from Monday.", "2018-08-06"),
    ("The army cancelled the truce in Rastan starting next Monday.", "2018-08-06"),
    ("تنتهي الهدنة في الرستن ابتداء من الجمعة المقبل.", "2018-08-10"),
    ("ستنتهي الهدنة في الرستن اعتباراً من يوم الجمعة.", "2018-08-10"),
    ("ستلغى الهدنة في الرستن اعتباراً من يوم الخميس.", "2018-08-09"),
    ("قرر الجيش إنهاء الهدنة في الرستن اعتباراً من الاثنين.", "2018-08-06"),
])  # fmt: skip
def test_a_truce_that_is_to_end_from_a_day_on_is_in_force_until_then(text: str, until: str) -> None:
    (statement,) = reader().read(article(text, PUBLISHED)).statements
    told = str(statement.status), statement.effective, statement.until and statement.until.text, statement.since
    assert told == ("in_force", None, until, None)


@pytest.mark.parametrize(("text", "status", "effective"), [
    ("A truce in Rastan took effect starting Friday.", "in_force", "2018-08-03"),
    ("دخلت الهدنة في الرستن حيز التنفيذ اعتباراً من يوم الجمعة.", "in_force", "2018-08-03"),
    ("A truce in Rastan was agreed starting Friday.", "agreed", "2018-08-10"),
    ("اتفق الطرفان على هدنة في الرستن اعتباراً من يوم الجمعة.", "agreed", "2018-08-10"),
    ("A truce in Rastan runs from Thursday until Saturday.", "agreed", "2018-08-09"),
])  # fmt: skip
def test_a_start_from_a_day_on_is_behind_or_ahead_as_its_verb_says(text: str, status: str, effective: str) -> None:
    (statement,) = reader().read(article(text, PUBLISHED)).statements
    assert (str(statement.status), statement.effective and statement.effective.text) == (status, effective)


def test_beside_a_truce_that_collapsed_a_new_one_lies_ahead() -> None:
    text = "The truce in Rastan collapsed and a new one starting Monday was agreed."
    read = [(str(s.status), s.effective and s.effective.text) for s in reader().read(article(text, PUBLISHED)).statements]
    assert read == [("ended", None), ("agreed", "2018-08-06")]


def test_no_turn_lies_behind_the_day_of_publication() -> None:
    (statement,) = reader().read(article("Rebels violated the ceasefire in Rastan on 20 August 2018.", PUBLISHED)).statements
    assert (str(statement.status), statement.since) == ("violated", None)


@pytest.mark.parametrize(("text", "status"), [
    ("The ceasefire in Rastan was resumed after a week of fighting.", "in_force"),
    ("The ceasefire in Rastan resumed on Monday.", "in_force"),
    ("The truce in Taiz has resumed, residents said.", "in_force"),
    ("A truce in Rastan collapsed and fighting resumed.", "ended"),
    ("Talks on a truce in Rastan resumed on Monday.", "negotiating"),
])  # fmt: skip
def test_a_truce_that_is_resumed_is_in_force(text: str, status: str) -> None:
    assert [str(s.status) for s in reader().read(article(text, PUBLISHED)).statements] == [status]


@pytest.mark.parametrize(("text", "status", "effective", "since"), [
    ("The ceasefire in Rastan, in force since July, collapsed on Tuesday.", "ended", "2018-07", "2018-07-31"),
    ("The truce in Rastan, in place since 9 July, was over on Thursday.", "ended", "2018-07-09", "2018-08-02"),
    ("The truce, in effect since July, fell apart in Rastan on Tuesday.", "ended", "2018-07", "2018-07-31"),
    ("The ceasefire in Rastan, in place since 9 July, was broken on Tuesday.", "violated", "2018-07-09", "2018-07-31"),
    ("The ceasefire in Rastan, in force since July, is holding.", "in_force", "2018-07", None),
    ("The ceasefire in Rastan, in force since July, has been extended.", "in_force", "2018-07", None),
    ("انهارت الهدنة السارية منذ كانون الثاني في الرستن الثلاثاء.", "ended", "2018-01", "2018-07-31"),
    ("انتهت الهدنة المعمول بها منذ تموز في الرستن الخميس.", "ended", "2018-07", "2018-08-02"),
    ("خرق الجيش الهدنة السارية منذ تموز في الرستن الخميس.", "violated", "2018-07", "2018-08-02"),
])  # fmt: skip
def test_a_turn_and_the_start_that_is_told_beside_it(text: str, status: str, effective: str, since: str | None) -> None:
    (statement,) = reader().read(article(text, PUBLISHED)).statements
    told = str(statement.status), statement.effective and statement.effective.text, statement.since and statement.since.text
    assert told == (status, effective, since)


@pytest.mark.parametrize(("text", "status", "since"), [
    ("The truce in Rastan has been over since Friday.", "ended", "2018-08-03"),
    ("انتهت الهدنة منذ الجمعة في الرستن.", "ended", "2018-08-03"),
    ("علقت إسرائيل الهدنة في غزة منذ الاثنين.", "suspended", "2018-07-30"),
    ("علقت روسيا الهدنة في إدلب منذ الاثنين.", "suspended", "2018-07-30"),
    ("Israel has suspended the truce in Gaza since Monday.", "suspended", "2018-07-30"),
    ("وضع الجيش حدا أمس للهدنة في الرستن.", "ended", "2018-08-04"),
    ("وضع حد أمس للهدنة في الرستن.", "ended", "2018-08-04"),
    ("وضعت الفصائل حدا للهدنة في الرستن.", "ended", None),
    ("وضعت الهدنة في الرستن حدا للقتال.", "in_force", None),
    ("دعا الجيش إلى وضع حد للهدنة في الرستن.", "proposed", None),
])  # fmt: skip
def test_a_truce_that_is_over_or_suspended_since_a_day(text: str, status: str, since: str | None) -> None:
    (statement,) = reader().read(article(text, PUBLISHED)).statements
    assert (str(statement.status), statement.since and statement.since.text) == (status, since)


@pytest.mark.parametrize(
    "text",
    [
        "The truce in Rastan starting Friday collapsed.",
        "The truce starting Friday in Rastan collapsed.",
        "The truce that was to start on Friday in Rastan collapsed.",
        "The truce in Rastan that was to start on Friday was cancelled before it began.",
        "The truce in Rastan until Friday collapsed.",
        "ألغيت الهدنة في الرستن قبل أن تبدأ.",
        "ألغيت الهدنة التي كان يفترض أن تبدأ الجمعة في الرستن.",
    ],
)
def test_a_truce_that_collapsed_before_its_day_is_over(text: str) -> None:
    (statement,) = reader().read(article(text, PUBLISHED)).statements
    assert str(statement.status) == "ended"


@pytest.mark.parametrize(("text", "status", "until"), [
    ("The truce in Rastan will be suspended from Thursday.", "in_force", "2018-08-09"),
    ("The truce in Rastan will be cancelled from Thursday.", "in_force", "2018-08-09"),
    ("The army will formally suspend the truce in Rastan from Thursday.", "in_force", "2018-08-09"),
    ("The truce in Rastan is to be suspended from Thursday.", "in_force", "2018-08-09"),
    ("ستعلق الهدنة في الرستن اعتبارا من الخميس.", "in_force", "2018-08-09"),
    ("ستعلق الفصائل الهدنة في الرستن اعتبارا من الخميس.", "in_force", "2018-08-09"),
    ("سيعلق الجيش الهدنة في الرستن غدا.", "in_force", None),
    ("The army threatened that the truce in Rastan would be suspended.", "in_force", None),
    ("The truce in Rastan was suspended until Friday.", "suspended", "2018-08-10"),
    ("The truce in Rastan will remain suspended until Friday.", "suspended", "2018-08-10"),
    ("A ceasefire in Rastan, due to start at midnight, was put off.", "suspended", None),
    ("علقت الفصائل الهدنة في الرستن اعتبارا من الثلاثاء.", "suspended", None),
])  # fmt: skip
def test_what_will_be_suspended_is_in_force_until_then(text: str, status: str, until: str | None) -> None:
    (statement,) = reader().read(article(text, PUBLISHED)).statements
    assert (str(statement.status), statement.until and statement.until.text) == (status, until)


@pytest.mark.parametrize(("text", "status", "until"), [
    ("The truce in Rastan, which expires on Friday, will not be extended.", "in_force", "2018-08-10"),
    ("The truce in Rastan, which is due to expire on Friday, will not be renewed.", "in_force", "2018-08-10"),
    ("The rebels rejected an extension of the truce in Rastan, which ends on Friday.", "in_force", "2018-08-10"),
    ("رفض الجيش تمديد الهدنة في الرستن التي تنتهي الجمعة.", "in_force", "2018-08-10"),
    ("رفض الجيش تمديد الهدنة التي تنتهي الجمعة في الرستن.", "in_force", "2018-08-10"),
    ("The army refused to extend the truce in Rastan, which expired on Friday.", "ended", None),
    ("رفض الجيش تمديد الهدنة في الرستن التي انتهت الجمعة.", "ended", None),
    ("The truce in Rastan was not extended.", "ended", None),
])  # fmt: skip
def test_a_truce_that_is_not_extended_is_there_until_its_last_day(text: str, status: str, until: str | None) -> None:
    (statement,) = reader().read(article(text, "2018-08-08")).statements
    assert (str(statement.status), statement.until and statement.until.text) == (status, until)


@pytest.mark.parametrize(("text", "status", "effective"), [
    ("The ceasefire in Idlib will take effect at midnight. Patrols will start on March 15.", "agreed", None),
    ("The ceasefire in Idlib took effect at midnight, and joint patrols are to begin on March 15.", "in_force", None),
    ("The ceasefire in Idlib took effect at 4 a.m. Schools will reopen from March 15.", "in_force", None),
    ("The ceasefire in Idlib took effect at 4 a.m. Turkey will send delegations from Monday.", "in_force", None),
    ("The ceasefire in Idlib took effect at 4 a.m. Thursday.", "in_force", "2020-03-05"),
    ("A ceasefire in Idlib and joint patrols will begin on March 15.", "agreed", "2020-03-15"),
    ("Turkey and Russia agreed on a ceasefire in Idlib. It will start on March 15.", "agreed", "2020-03-15"),
    ("ستدخل الهدنة في إدلب حيز التنفيذ منتصف الليل. وتبدأ الدوريات في 15 آذار.", "agreed", None),
    ("دخلت الهدنة في إدلب حيز التنفيذ منتصف الليل وتبدأ الدوريات المشتركة في 15 آذار.", "in_force", None),
])  # fmt: skip
def test_the_day_on_which_something_else_starts_is_not_that_of_the_truce(text: str, status: str, effective: str | None) -> None:
    (statement,) = reader().read(article(text, "2020-03-06")).statements
    assert (str(statement.status), statement.effective and statement.effective.text) == (status, effective)
