"""Until when a truce lasts: its last day, or the days that it is to last from its start."""

from __future__ import annotations

import pytest

from tests.reading import article, reader

PUBLISHED = "2018-08-05"  # a Sunday


@pytest.mark.parametrize(("text", "status", "until"), [
    ("A truce in Rastan took effect on Friday. It lasts until 12 August.", "in_force", "2018-08-12"),
    ("A truce in Rastan took effect on Friday and will last until Wednesday.", "in_force", "2018-08-08"),
    ("A truce in Rastan took effect on Friday and expires on 12 August.", "in_force", "2018-08-12"),
    ("The truce in Rastan, which runs until 12 August, took effect on Friday.", "in_force", "2018-08-12"),
    ("The truce in Rastan will end on 12 August.", "in_force", "2018-08-12"),
    ("A truce in Rastan took effect on Friday for five days.", "in_force", "2018-08-08"),
    ("A truce in Rastan took effect on Friday. The truce is to last ten days.", "in_force", "2018-08-13"),
    ("A 72-hour truce in Rastan took effect on 30 July.", "ended", "2018-08-02"),
    ("A truce in Rastan took effect on Friday for two months.", "in_force", None),
    ("A truce in Rastan took effect on Friday. Talks in Geneva run until 12 August.", "in_force", None),
    ("A truce in Rastan took effect on Friday, after shelling for five days.", "in_force", None),
    ("دخلت هدنة في الرستن حيز التنفيذ الجمعة. وتستمر حتى 12 آب.", "in_force", "2018-08-12"),
    ("دخلت هدنة في الرستن حيز التنفيذ الجمعة، على أن تستمر حتى 12 آب.", "in_force", "2018-08-12"),
    ("دخلت هدنة في الرستن حيز التنفيذ الجمعة لمدة خمسة أيام.", "in_force", "2018-08-08"),
    ("دخلت هدنة في الرستن حيز التنفيذ الجمعة، ومدتها أسبوع.", "in_force", "2018-08-10"),
    ("دخلت هدنة في الرستن حيز التنفيذ الجمعة، ومن المقرر أن تستمر عشرة أيام.", "in_force", "2018-08-13"),
    ("دخلت هدنة لشهرين في الرستن حيز التنفيذ الجمعة.", "in_force", "2018-10-02~"),
    ("دخلت هدنة في الرستن حيز التنفيذ الجمعة. وتستمر المعارك حتى الخميس في حماة.", "in_force", None),
    ("انتهت الهدنة في الرستن قبل أسبوع.", "ended", None),
])  # fmt: skip
def test_the_last_day_of_a_truce(text: str, status: str, until: str | None) -> None:
    (statement,) = reader().read(article(text, PUBLISHED)).statements
    assert (str(statement.status), statement.until and statement.until.text) == (status, until)
