"""Dates as English agencies write them: from one month to another, deadlines, what was done by a day, years before nouns."""

from __future__ import annotations

import pytest

from tests.geo.timex.test_timex import read

PUBLISHED = "2023-01-04"  # a Wednesday


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A truce had been agreed from January 1 to June 30.", [("January 1 to June 30", "2023-01-01/2023-06-30")]),
        ("The truce lasted from Dec. 24 to Jan. 2.", [("Dec. 24 to Jan. 2", "2022-12-24/2023-01-02")]),
        ("It runs from July 31 to August 4, 2024.", [("July 31 to August 4, 2024", "2024-07-31/2024-08-04")]),
        ("They fired on July 9, killing five, and on July 3.", [("July 9", "2022-07-09"), ("July 3", "2022-07-03")]),
        ("At least 20 people were killed on May 3 to 50 wounded.", [("May 3", "2022-05-03")]),
        # what is ahead
        ("The extension pushes the deadline to November 10.", [("November 10", "2023-11-10")]),
        (
            "Both leaders would attend a joint summit in the Tanzanian city of Dar es Salaam on Saturday.",
            [("Saturday", "2023-01-07")],
        ),
        ("Troops will leave by Friday evening.", [("Friday", "2023-01-06")]),
        ("By Monday, he said, troops will have gone, and the rebels had agreed.", [("Monday", "2023-01-09")]),
        # what was done by then
        ("Residents said that by Friday evening, U.S. troops had left the city.", [("Friday", "2022-12-30")]),
        ("By Friday the truce had collapsed.", [("Friday", "2022-12-30")]),
        ("By Friday, the ceasefire was in tatters.", [("Friday", "2022-12-30")]),
        ("The truce collapsed by Friday.", [("Friday", "2022-12-30")]),
        ("The truce had broken down by Friday evening.", [("Friday", "2022-12-30")]),
        ("And by Friday the sides had agreed to a truce.", [("Friday", "2022-12-30")]),
        ("The truce is to begin by Friday.", [("Friday", "2023-01-06")]),
        ("The truce should have begun by Friday.", [("Friday", "2023-01-06")]),
        ("The truce will have ended by Friday.", [("Friday", "2023-01-06")]),
        ("The truce was to have ended by Friday.", [("Friday", "2023-01-06")]),
        ("By Friday rebels must leave the towns that they had seized.", [("Friday", "2023-01-06")]),
        ("By Friday, the rebels were expected to leave.", [("Friday", "2023-01-06")]),
        ("The rebels had agreed to leave by Friday.", [("Friday", "2023-01-06")]),
        ("Leave by Friday, rebels were told.", [("Friday", "2023-01-06")]),
        # a year before a noun, and what is counted
        ("Despite a 2016 pact with the FARC, fighting went on.", [("2016", "2016")]),
        ("A 2000 pound bomb fell and a 2000-strong force came.", []),
    ],
)
def test_dates_of_english_reports(text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text, PUBLISHED) == expected
