"""Ends of truces: those that are told, those that are still to come, and what is over without the truce."""

from __future__ import annotations

import pytest

from tests.reading import article, reader

PUBLISHED = "2024-03-03"  # a Sunday


def told(text: str) -> tuple[str, str | None, str | None]:
    """The status that a text tells of its only truce, since when, and until when."""
    (statement,) = reader().read(article(text, PUBLISHED)).statements
    since, until = statement.since, statement.until
    return str(statement.status), since.text if since else None, until.text if until else None


@pytest.mark.parametrize("told_to_come", [
    "is set to expire later on", "is set to expire on", "is due to end on", "is to end on", "is scheduled to end", "ends on",
    "is set to run out on", "expires on", "lapses on", "will expire on", "is expiring on", "was set to end later on",
    "expires on Sunday as mediators push to extend it, aid workers said on",
])  # fmt: skip
def test_an_end_that_is_told_to_come_on_the_day_itself_has_not_come(told_to_come: str) -> None:
    assert told(f"The ceasefire in Rastan {told_to_come} Sunday.") == ("in_force", None, "2024-03-03")


@pytest.mark.parametrize("text", [
    "من المقرر أن ينتهي وقف إطلاق النار في الرستن مساء الأحد.", "تنتهي الهدنة في الرستن الأحد.",
    "ينتهي اليوم العمل بالهدنة في الرستن.", "ستنتهي الهدنة في الرستن اليوم الأحد.", "تنقضي الهدنة في الرستن يوم الأحد.",
])  # fmt: skip
def test_an_arabic_end_that_is_told_to_come_has_not_come(text: str) -> None:
    assert told(text) == ("in_force", None, "2024-03-03")


@pytest.mark.parametrize(("text", "status", "since", "until"), [
    ("The truce in Rastan expired on Sunday.", "ended", "2024-03-03", None),
    ("The truce in Rastan has run out on Sunday.", "ended", "2024-03-03", None),
    ("The truce in Rastan ends on Sunday as fighting resumes.", "ended", "2024-03-03", None),
    ("The truce in Rastan ends on Sunday, raising fears that fighting could resume.", "in_force", None, "2024-03-03"),
    ("The truce in Rastan was due to expire on Sunday but collapsed on Friday.", "ended", "2024-03-01", "2024-03-03"),
    ("The truce in Rastan, set to expire on Sunday, collapsed on Friday.", "ended", "2024-03-01", "2024-03-03"),
    ("A truce in Rastan, due to start on Monday, collapsed on Saturday.", "ended", "2024-03-02", None),
    ("A truce in Rastan due to start on Monday collapsed on Saturday.", "ended", "2024-03-02", None),
    ("A truce in Rastan, due to last a week, began on Friday.", "in_force", None, None),
    ("The truce in Rastan, due to expire on Sunday, is still in force.", "in_force", None, "2024-03-03"),
    ("انتهت الهدنة في الرستن يوم الأحد.", "ended", "2024-03-03", None),
    ("انهارت يوم الجمعة الهدنة في الرستن التي كان من المقرر أن تنتهي الأحد.", "ended", "2024-03-01", None),
])  # fmt: skip
def test_what_came_is_told_from_what_was_to_come(text: str, status: str, since: str | None, until: str | None) -> None:
    assert told(text) == (status, since, until)


@pytest.mark.parametrize("text", [
    "The first phase of the ceasefire in Rastan expired on Saturday.",
    "The first phase of the ceasefire in Rastan is set to expire on Saturday.",
    "The first phase of the ceasefire in Rastan ends on Sunday.",
    "The first phase of the ceasefire in Rastan was due to end on Sunday.",
    "Phase one of the ceasefire in Rastan expired on Saturday.",
    "The ceasefire's first phase in Rastan expired on Saturday.",
    "تنتهي المرحلة الأولى من وقف إطلاق النار في الرستن السبت.",
    "من المقرر أن تنتهي المرحلة الأولى من الهدنة في الرستن يوم الأحد.",
    "انتهت السبت المرحلة الأولى من وقف إطلاق النار في الرستن.",
])  # fmt: skip
def test_the_end_of_a_phase_is_no_last_day_of_the_truce(text: str) -> None:
    assert told(text) == ("in_force", None, None)


@pytest.mark.parametrize(("text", "status"), [
    ("The ceasefire in Rastan expired on Saturday.", "ended"),
    ("The first phase of the ceasefire in Rastan collapsed on Saturday.", "ended"),
    ("Negotiators said phase one of the ceasefire in Rastan will begin on Monday.", "agreed"),
    ("انهارت المرحلة الأولى من الهدنة في الرستن.", "ended"),
])  # fmt: skip
def test_what_else_is_told_of_a_phase(text: str, status: str) -> None:
    assert told(text)[0] == status


@pytest.mark.parametrize(("text", "until"), [
    ("The truce in Rastan, due to expire on Sunday, was extended until March 18.", "2024-03-18"),
    ("The truce in Rastan, which expires on Sunday, has been extended until March 18.", "2024-03-18"),
    ("The truce in Rastan was due to expire on Sunday but was extended until March 18.", "2024-03-18"),
    ("The sides agreed to extend the truce in Rastan, which was due to expire on Sunday, until March 18.", "2024-03-18"),
    ("The truce in Rastan, originally due to end on February 25, was extended until Tuesday.", "2024-03-05"),
    ("The truce in Rastan was extended on Saturday. It now expires on March 18.", "2024-03-18"),
    ("The truce in Rastan was extended. It had been due to expire on Sunday.", None),
    ("The truce in Rastan, due to expire on Sunday, was extended by a week.", "2024-03-10"),
    ("The truce in Rastan, due to expire on Sunday, was extended by two months.", "2024-05-02~"),
    ("The truce in Rastan, due to expire on Sunday, was extended for as long as talks last.", None),
    ("The truce in Rastan was extended for three days from Sunday.", "2024-03-06"),
    ("Mediators hope to extend the truce in Rastan, which expires on Sunday.", "2024-03-03"),
    ("The rebels offered to extend the truce in Rastan, due to expire on Sunday, by four days.", "2024-03-03"),
    ("The army will not extend the truce in Rastan, which expires on Sunday.", "2024-03-03"),
    ("The extended truce in Rastan is due to expire on Sunday.", "2024-03-03"),
    ("The truce in Rastan, extended last week, expires on Sunday.", "2024-03-03"),
    ("مددت الهدنة في الرستن، التي كانت ستنتهي الأحد، حتى 18 مارس.", "2024-03-18"),
    ("مددت الهدنة في الرستن التي تنتهي الأحد حتى 18 مارس.", "2024-03-18"),
    ("اتفق الطرفان على تمديد الهدنة في الرستن حتى 18 مارس بعدما كان مقررا أن تنتهي الأحد.", "2024-03-18"),
    ("اتفق الطرفان على تمديد الهدنة في الرستن التي تنتهي الأحد أربعة أيام.", None),
    ("مددت الهدنة في الرستن ثلاثة أيام اعتباراً من الأحد.", "2024-03-06"),
    ("مددت الهدنة في الرستن لتنتهي في 18 مارس.", "2024-03-18"),
    ("يسعى الوسطاء إلى تمديد الهدنة في الرستن التي تنتهي الأحد.", "2024-03-03"),
    ("رفض الجيش تمديد الهدنة في الرستن التي تنتهي الأحد.", "2024-03-03"),
])  # fmt: skip
def test_the_last_day_of_a_truce_that_is_made_longer(text: str, until: str | None) -> None:
    assert told(text) == ("in_force", None, until)


def test_the_day_from_which_a_truce_is_made_longer_is_not_its_start() -> None:
    for text in (
        "The truce in Rastan was extended from Monday until March 18.",
        "مددت الهدنة في الرستن ثلاثة أيام اعتباراً من الاثنين.",
    ):
        (statement,) = reader().read(article(text, PUBLISHED)).statements
        assert (str(statement.status), statement.effective) == ("in_force", None)


@pytest.mark.parametrize(("text", "status", "since", "until"), [
    ("الهدنة في الرستن، التي أعلنت الأسبوع الماضي، انهارت الجمعة.", "ended", "2024-03-01", None),
    ("الهدنة في الرستن التي أعلنت الأسبوع الماضي انهارت الجمعة.", "ended", "2024-03-01", None),
    ("وقف إطلاق النار في الرستن، الذي بدأ الاثنين، انهار الجمعة.", "ended", "2024-03-01", None),
    ("الهدنة في الرستن، التي كان من المقرر أن تنتهي الأحد، انهارت الجمعة.", "ended", "2024-03-01", None),
    ("الهدنة في الرستن، التي كان من المقرر أن تنتهي الأحد، مددت حتى 18 مارس.", "in_force", None, "2024-03-18"),
    ("الهدنة في الرستن، التي دمرتها الحرب، صامدة.", "in_force", None, None),
])  # fmt: skip
def test_the_verb_behind_a_relative_clause_is_that_of_the_truce(
    text: str, status: str, since: str | None, until: str | None
) -> None:
    assert told(text) == (status, since, until)


@pytest.mark.parametrize(("text", "status"), [
    ("The truce in Rastan put an end on Saturday to fighting.", "in_force"),
    ("The truce in Rastan has put an end to the siege.", "in_force"),
    ("The truce in Rastan put a stop to the shelling.", "in_force"),
    ("The truce in Rastan ended on Saturday after weeks of fighting.", "ended"),
    ("The shelling put an end on Saturday to a month-long truce in Rastan.", "ended"),
    ("وضعت الهدنة في الرستن حداً للقتال.", "in_force"),
    ("وضع اتفاق الهدنة في الرستن حدا للمعارك.", "in_force"),
    ("أنهى وقف إطلاق النار في الرستن القتال.", "in_force"),
    ("وضعت إسرائيل حدا الجمعة للهدنة في غزة.", "ended"),
    ("وضعت الغارات حدا للهدنة في الرستن.", "ended"),
])  # fmt: skip
def test_a_truce_that_ends_fighting_is_told_from_one_that_is_ended(text: str, status: str) -> None:
    assert told(text)[0] == status


@pytest.mark.parametrize(("text", "status"), [
    ("أسقطت إسرائيل الهدنة في غزة.", "ended"),
    ("أسقط الجيش السوري اتفاق وقف إطلاق النار في الرستن.", "ended"),
    ("أسقطت الفصائل الهدنة في الرستن بعد قصف الجيش المدينة.", "ended"),
    ("هددت إسرائيل بإسقاط الهدنة في غزة.", "in_force"),
    ("لم تسقط إسرائيل الهدنة في غزة.", "in_force"),
    ("أسقطت المعارضة طائرة حربية خلال الهدنة في الرستن.", "in_force"),
    ("أسقط الفيتو الروسي الهدنة في حلب.", "rejected"),
    ("أسقطت روسيا مشروع قرار يدعو إلى هدنة في حلب.", "rejected"),
])  # fmt: skip
def test_who_brings_a_truce_down_ends_it(text: str, status: str) -> None:
    assert told(text)[0] == status


@pytest.mark.parametrize(("text", "status"), [
    ("علقت إسرائيل على الهدنة في غزة.", "in_force"),
    ("تعليق إسرائيل على الهدنة في غزة.", "in_force"),
    ("وفي تعليقه على الهدنة في غزة، قال بايدن إنه يأمل في تمديدها.", "in_force"),
    ("وعلقت واشنطن على خرق الهدنة في غزة.", "violated"),
    ("علقت إسرائيل الهدنة في غزة.", "suspended"),
    ("علقت إسرائيل الهدنة في غزة ردا على هجوم حماس.", "suspended"),
    ("علق الجيش الهدنة في الرستن بناء على طلب روسيا.", "suspended"),
    ("قرر الجيش تعليق الهدنة في الرستن.", "suspended"),
])  # fmt: skip
def test_a_comment_on_a_truce_suspends_none(text: str, status: str) -> None:
    assert told(text)[0] == status


@pytest.mark.parametrize(("text", "status"), [
    ("استأنفت إسرائيل الحرب على غزة، ملغية الهدنة.", "ended"),
    ("شن الجيش هجوما على الرستن ناسفا الهدنة.", "ended"),
    ("أعلنت الحركة الحرب منهية الهدنة السارية في غزة.", "ended"),
    ("دخلت الهدنة في الرستن حيز التنفيذ منهية أسابيع من القتال.", "in_force"),
    ("Israel launched air strikes on Gaza, ending a fragile two-month truce.", "ended"),
    ("The army warned against ending the fragile truce in Rastan.", "in_force"),
    ("A truce took effect in Rastan, ending weeks of fighting.", "in_force"),
])  # fmt: skip
def test_a_participle_of_ending_ends_the_truce_behind_it(text: str, status: str) -> None:
    assert told(text)[0] == status


@pytest.mark.parametrize("text", [
    "انهار الاتفاق في درعا البلد بعد قصف قوات النظام الأحياء المحاصرة.",
    "قصفت قوات النظام أحياء درعا البلد. وأعلنت اللجنة المركزية انهيار الاتفاق في درعا البلد.",
    "The agreement in Daraa al-Balad collapsed and the army shelled the district.",
])  # fmt: skip
def test_an_accord_that_falls_apart_among_attacks_is_over(text: str) -> None:
    assert told(text)[0] == "ended"


@pytest.mark.parametrize("text", [
    "انهار الاتفاق في درعا البلد على تبادل الأسرى بعد القصف.", "انهار الاتفاق في سوريا بعد قصف على حلب.",
    "انهار الاتفاق في بيروت بشأن تشكيل الحكومة وسط قصف في الجنوب.",
    "The deal in Beirut on a new government collapsed as the army bombed the south.",
])  # fmt: skip
def test_an_accord_on_another_matter_that_falls_apart_is_no_truce(text: str) -> None:
    assert not reader().read(article(text, PUBLISHED)).statements


@pytest.mark.parametrize(("text", "status", "effective"), [
    ("The announcement came as a surprise and the ceasefire in Rastan will take effect on March 15.", "agreed", "2024-03-15"),
    ("The deal went through and the ceasefire in Rastan will take effect on March 15.", "agreed", "2024-03-15"),
    ("The truce in Rastan took effect at midnight and monitors will arrive on March 15.", "in_force", None),
    ("The truce in Rastan began on Friday and prisoners will be freed on March 15.", "in_force", "2024-03-01"),
    ("دخلت الهدنة في الرستن حيز التنفيذ وستصل المساعدات في 15 مارس.", "in_force", None),
    ("بدأت الهدنة في الرستن الجمعة وسيطلق الأسرى في 15 مارس.", "in_force", "2024-03-01"),
    ("ستدخل الهدنة في الرستن حيز التنفيذ في 15 مارس.", "agreed", "2024-03-15"),
])  # fmt: skip
def test_a_start_to_come_and_what_is_to_come_behind_a_start(text: str, status: str, effective: str | None) -> None:
    (statement,) = reader().read(article(text, PUBLISHED)).statements
    assert (str(statement.status), statement.effective and statement.effective.text) == (status, effective)


@pytest.mark.parametrize(("text", "status", "since"), [
    ("A truce in Rastan that was due to start on Monday collapsed before it began.", "ended", None),
    ("A truce in Rastan that was due to start on Monday collapsed on Saturday.", "ended", "2024-03-02"),
    ("A planned truce in Rastan collapsed before taking effect.", "ended", None),
    ("The truce in Rastan, which was to begin on Monday, collapsed hours before it was due to start.", "ended", None),
    ("انهارت هدنة في الرستن كان من المقرر أن تبدأ الاثنين قبل أن تدخل حيز التنفيذ.", "ended", None),
    ("A truce in Rastan that is due to start on Monday was agreed.", "agreed", None),
    ("Mediators fear that the truce in Rastan could collapse.", "in_force", None),
])  # fmt: skip
def test_a_truce_that_collapsed_before_it_began_is_over(text: str, status: str, since: str | None) -> None:
    assert told(text)[:2] == (status, since)


@pytest.mark.parametrize(("text", "status", "since", "until"), [
    ("The army declared the week-long ceasefire in Rastan over on Saturday.", "ended", "2024-03-02", None),
    ("The army declared the truce in Rastan over after rebels fired on its posts.", "ended", None, None),
    ("The army declared a truce in Rastan over the weekend.", "agreed", None, None),
    ("The army cut short the truce in Rastan on Friday.", "ended", "2024-03-01", None),
    ("The five-day humanitarian pause in Rastan ends at 11 p.m. on Sunday.", "in_force", None, "2024-03-03"),
    ("A 72-hour ceasefire in Rastan is due to expire at midnight on Sunday.", "in_force", None, "2024-03-03"),
    ("مددت الهدنة في الرستن لمدة شهر يبدأ الأحد.", "in_force", None, "2024-04-02~"),
])  # fmt: skip
def test_ends_with_their_adverb_and_their_hour(text: str, status: str, since: str | None, until: str | None) -> None:
    assert told(text) == (status, since, until)
