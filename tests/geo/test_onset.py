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
])  # fmt: skip
def test_the_day_of_a_turn(text: str, status: str, since: str | None) -> None:
    (statement,) = reader().read(article(text, PUBLISHED)).statements
    assert (str(statement.status), statement.since and statement.since.text) == (status, since)


@pytest.mark.parametrize(("text", "effective"), [
    ("انهارت الهدنة السارية في الرستن منذ 9 تموز.", "2018-07-09"),
    ("علقت الفصائل الهدنة في الرستن منذ الاثنين.", None),
    ("The truce in Rastan has not been violated since 9 July.", "2018-07-09"),
])  # fmt: skip
def test_the_day_of_a_turn_is_not_that_of_the_start(text: str, effective: str | None) -> None:
    (statement,) = reader().read(article(text, PUBLISHED)).statements
    assert (statement.effective and statement.effective.text) == effective


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
