"""How English copy says that a truce holds, is broken or is over, and what it says of something else."""

from __future__ import annotations

import pytest

from tests.reading import read, zones

# phenomenon: (text, every zone with its status)
CASES = {
    "what an adopted resolution demands": (
        "The Security Council adopted a resolution demanding a truce in Aleppo.",
        {("SY02", "agreed")},
    ),
    "what a draft resolution demands": (
        "Sweden circulated a draft resolution demanding a truce in Aleppo.",
        {("SY02", "proposed")},
    ),
    "what is still to be voted on": (
        "The Council will vote on a resolution demanding a truce in Aleppo.",
        {("SY02", "proposed")},
    ),
    "fighting in spite of what a resolution demands": (
        "Shelling killed nine despite a Security Council resolution demanding a truce in Aleppo.",
        {("SY02", "violated")},
    ),
    "fighting in spite of a draft": (
        "Air strikes went on despite a draft resolution calling for a truce in Aleppo.",
        {("SY02", "proposed")},
    ),
    "fighting and a resolution that was vetoed": (
        "Fighting continued although a resolution demanding a truce in Aleppo was vetoed.",
        {("SY02", "rejected")},
    ),
    "a truce that begins to crack": ("The truce in Manbij began to crack within hours.", {("sy/manbij", "violated")}),
    "a truce that eased the fighting": ("A truce in Manbij has eased fighting there.", {("sy/manbij", "in_force")}),
    "a pronoun and how the truce fares": (
        "A ceasefire brokered by Russia covers Manbij. It has for the most part held.",
        {("sy/manbij", "in_force")},
    ),
    "a truce ends the fighting": ("The truce in Manbij ended two weeks of battles.", {("sy/manbij", "in_force")}),
    "the fighting began": (
        "Fighting in Manbij began on Monday and a ceasefire was agreed on Tuesday.",
        {("sy/manbij", "agreed")},
    ),
    "the war behind a truce began": (
        "A truce in Manbij was agreed on Monday. The war in the town began in April and displaced thousands.",
        {("sy/manbij", "agreed")},
    ),
    "the truce behind the fighting began": (
        "After weeks of fighting in Manbij a truce began on Monday.",
        {("sy/manbij", "in_force")},
    ),
    "a truce of whose making much is told": (
        "A ceasefire agreed last month between the clans of Manbij in Syria failed because of violations.",
        {("sy/manbij", "ended")},
    ),
    "talks on a truce failed": ("Talks on a truce in Manbij failed after three days.", {("sy/manbij", "rejected")}),
    "a truce that was organised": ("Elders organised a ceasefire in Manbij last month.", {("sy/manbij", "agreed")}),
    "a truce ends a blockade": ("A truce in Manbij ended the blockade of the town.", {("sy/manbij", "in_force")}),
    "a truce ends in a town": ("Tribal truce ends in Manbij.", {("sy/manbij", "ended")}),
    "a truce that stands": ("A truce reached in Manbij on Monday still stands.", {("sy/manbij", "in_force")}),
    "a truce that stands in a relative clause": (
        "A truce was reached in Manbij, which still stands.",
        {("sy/manbij", "in_force")},
    ),
    "a truce ends": ("The truce in Manbij ended after two weeks.", {("sy/manbij", "ended")}),
    "what an infinitive says lies ahead": ("A truce in Rastan was to begin at noon.", {("sy/rastan", "agreed")}),
    "how it came about and how it fares": (
        "A week-long truce in Syria brokered by Moscow broke down in May.",
        {("SY", "ended")},
    ),
    "a town left under a deal": (
        "Fighters left Harasta on Friday, honouring a deal with Moscow.",
        {("sy/harasta", "in_force")},
    ),
    "a town agreed to be left": ("Rebels agreed to leave Harasta under a deal with Moscow.", {("sy/harasta", "agreed")}),
    "breaches told in the next sentence": (
        "A truce is holding in Rastan, monitors said. They counted 12 breaches in a day.",
        {("sy/rastan", "violated")},
    ),
    "fighting in spite of": (
        "Explosions were heard in Idlib in spite of a 72-hour ceasefire in Idlib.",
        {("SY07", "violated")},
    ),
    "talks to extend it collapsed": ("Talks to extend a truce in Rastan collapsed.", {("sy/rastan", "ended")}),
    "where a dateline was filed": (
        "ALEPPO - Clashes broke out in Rastan hours after a truce in Rastan took effect.",
        {("sy/rastan", "violated")},
    ),
    "an earlier truce is another one": (
        "A truce in Rastan took effect. An earlier truce, which covered all of Syria, did not last.",
        {("sy/rastan", "in_force"), ("SY", "ended")},
    ),
    "where a known truce was broken": (
        "A truce in Rastan took effect. Rebels accused the army of violating the truce by shelling Talbiseh.",
        {("sy/rastan", "violated")},
    ),
    "a veto": ("Russia vetoed a resolution that demanded a truce in Rastan.", {("sy/rastan", "rejected")}),
    "what a deal is for": ("A deal to establish a truce in Rastan came into force.", {("sy/rastan", "in_force")}),
    "an end declared": ("The army declared an end to the ceasefire in Rastan.", {("sy/rastan", "ended")}),
    "a region of a city": ("A truce in the Eastern Ghouta region of Damascus holds.", {("sy/eastern-ghouta", "in_force")}),
    "a town inside a zone": (
        "Shelling hit the town of al-Hirak on Friday, inside a de-escalation zone agreed last May.",
        {("sy/hirak", "violated")},
    ),
    "where they go to": ("Rebels are leaving Douma for Idlib in a deal under way.", {("sy/douma", "in_force")}),
    "close to a truce": ("Israel is close to a ceasefire in Lebanon.", {("LB", "negotiating")}),
    "an end to a siege": ("Rebels reach deal to end siege of Daraa al-Balad.", {("sy/daraa-al-balad", "agreed")}),
    "a district of a city": (
        "Fighters left the Waer district of Homs under a rare local ceasefire.",
        {("sy/waer", "in_force")},
    ),
    "a proposal accepted": ("The army accepted a Russian proposal for a ceasefire in Rastan.", {("sy/rastan", "agreed")}),
    "an evacuation of towns": (
        "The evacuation of Foua and Kefraya began on Friday under a swap deal.",
        {("sy/foua", "in_force"), ("sy/kefraya", "in_force")},
    ),
    "a reported future": ("Putin said a ceasefire in Rastan would begin at midnight.", {("sy/rastan", "agreed")}),
    "a deadline missed": ("Jihadists fail to leave Idlib buffer zone by the deadline.", {("SY07", "violated")}),
    "a withdrawal roadmap": ("Under a memorandum with Moscow Kurdish forces will withdraw from Manbij.", set()),
    "killed since it began": ("First civilians killed in Rastan since start of ceasefire.", {("sy/rastan", "violated")}),
    "a town in the region of the truce": (
        "Mortars hit Harasta, which lies in Eastern Ghouta, where a truce has held since May.",
        {("sy/harasta", "in_force"), ("sy/eastern-ghouta", "in_force")},
    ),
    "the older truce is background": (
        "Air strikes killed four people in Rastan on Friday. Rastan is in a de-escalation zone agreed in May.",
        {("sy/rastan", "violated")},
    ),
    "a new truce is none": (
        "Air strikes killed four people in Rastan on Friday. A truce in Rastan was signed on Monday.",
        {("sy/rastan", "agreed")},
    ),
}


@pytest.mark.parametrize("phenomenon", CASES)
def test_status(phenomenon: str) -> None:
    text, expected = CASES[phenomenon]
    assert zones(read(text)) == expected


FORETOLD = [
    ("A truce in Idlib, due to expire on Friday, was extended by a week.", "in_force"),
    ("A truce in Idlib scheduled to take effect on Friday was postponed.", "suspended"),
    ("A ceasefire in Idlib, due to start at midnight, was put off, the UN said.", "suspended"),
    ("A truce in Idlib due to take effect on Friday was rejected by rebels.", "rejected"),
    ("A truce in Idlib is due to take effect on Friday, rebels said, as talks were suspended.", "agreed"),
    ("A truce in Idlib due to take effect on Friday will be monitored by Turkey.", "agreed"),
]


@pytest.mark.parametrize(("text", "status"), FORETOLD)
def test_what_was_to_come_says_less_than_the_verb_behind_it(text: str, status: str) -> None:
    assert zones(read(text)) == {("SY07", status)}
