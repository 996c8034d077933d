"""How English news tells of a truce's course: what ends one, what is ahead, what is only called for, who turns it down."""

from __future__ import annotations

import pytest

from tests.reading import read, zones

MONDAY = "2018-12-17"

SAID = [
    # what fighting puts an end to
    ("Heavy fighting has broken out in Taiz, putting an end to a shaky five-month truce.", "ye/taiz ended", "an end to"),
    ("The army launched a big offensive in Marib, bringing an end to a fragile truce.", "ye/marib ended", "bringing an end to"),
    ("Air strikes hit Idlib at dawn, bringing the ceasefire to an end.", "SY07 ended", "bringing it to an end"),
    ("The generals put paid to the truce in Homs.", "SY04 ended", "put paid to"),
    ("The truce in Taiz put an end to weeks of fighting.", "ye/taiz in_force", "fighting that a truce put an end to"),
    ("Rebels and troops agreed to put an end to the fighting with a truce in Taiz.", "ye/taiz agreed", "ended with a truce"),
    ("Clashes have broken out in Taiz despite the truce.", "ye/taiz violated", "clashes that break one"),
    ("The truce in Taiz has been broken.", "ye/taiz violated", "a truce that is broken"),
    ("Officials fear that the shelling in Taiz could put an end to the truce.", "ye/taiz in_force", "an end that is feared"),
    # what is wished for, what goes on
    ("The truce in Taiz is holding. All want the truce carried out in full.", "ye/taiz in_force", "a wish"),
    ("The truce in Taiz would go on for another four months, the rebels said.", "ye/taiz in_force", "another four months"),
    ("Despite the truce in Taiz the fighting would go on for another year.", "ye/taiz violated", "fighting that goes on"),
    # what is refused, asked for, or laid down
    (
        "Rebels in Taiz said they would have nothing to do with the envoy's idea of a truce.",
        "ye/taiz rejected",
        "nothing to do",
    ),
    ("The mayor said he had nothing to do with the truce in Taiz, which is holding.", "ye/taiz in_force", "no part in it"),
    ("Officials wrote to the rebels asking for a lasting ceasefire in Kachin State.", "mm/kachin proposed", "asking for one"),
    ("A truce in Taiz is due on Sunday. Guns are to fall silent in Taiz at noon under a deal.", "ye/taiz agreed", "are to"),
    ("The truce in Taiz was in effect wrecked by the fighting.", "ye/taiz ended", "in effect wrecked"),
    ("The truce in Taiz is in effect until Sunday.", "ye/taiz in_force", "in effect until"),
    ("The governor confirmed an agreement for a truce in Nawa after shelling.", "sy/nawa agreed", "an accord confirmed"),
    # what a headline says is to be done
    ("Army to pause Rafah operations for ten hours on Friday", "ps/rafah agreed", "to pause"),
    ("Government troops to suspend operations in Marawi for six hours", "ph/marawi agreed", "a side of two words"),
    ("Israel to pause Gaza offensive for four hours a day", "ps/gaza-strip agreed", "a state to pause"),
    ("UN urges troops to pause operations in Marawi for six hours", "ph/marawi proposed", "urged to pause"),
    ("UN asks rebels to pause operations in Taiz for six hours", "ye/taiz proposed", "asked to pause"),
    ("Troops refuse to pause operations in Marawi for six hours", "ph/marawi rejected", "who refuses to"),
    # what others are told to do
    ("Halt hostilities in Taiz now, envoy tells both sides", "ye/taiz proposed", "an imperative"),
    ("Halt to fighting in Taiz", "ye/taiz agreed", "a halt is a noun"),
    ("Cease fire in Taiz holds", "ye/taiz in_force", "a cease fire is one, too"),
    ("Mediators told the two sides to cease fire in Taiz.", "ye/taiz proposed", "told to cease fire"),
    ("The commander told his troops to hold their fire in Taiz.", "ye/taiz agreed", "his own men"),
    ("The envoy asked both sides to agree on a truce in Taiz.", "ye/taiz proposed", "asked to agree"),
    ("The mediator told both sides to respect the truce in Taiz.", "ye/taiz in_force", "a truce that is there"),
    ("Donors demanded that hostilities cease in Taiz.", "ye/taiz proposed", "demanded that they cease"),
    ("Donors called for all violence in Taiz to stop.", "ye/taiz proposed", "called for it to stop"),
    ("The army said the fighting in Taiz would stop.", "", "no demand"),
]


@pytest.mark.parametrize(("text", "expected", "name"), SAID, ids=[name for _, _, name in SAID])
def test_course(text: str, expected: str, name: str) -> None:
    told = {tuple(pair.split(" ")) for pair in expected.split(", ") if pair}
    assert zones(read(text, published=MONDAY)) == told, name
