"""English news of more than one sentence: what is said of a truce, of another one, and of something else."""

from __future__ import annotations

import pytest

from tests.reading import read, zones

# What a text of a war says besides: a truce that nobody places is one where there is fighting.
BACKGROUND = (
    "\nThe conflict has killed hundreds of people since last year, when fighting broke out and shelling forced thousands "
    "from their homes."
)

CASES = [
    # other objects
    (
        "Thailand and Cambodia signed a ceasefire on Sunday. Tensions rose after the suspension of the head of the Thai army.",
        "KH agreed; TH agreed",
    ),
    (
        "South Sudan's government and rebels signed a ceasefire on Friday. The rebels had refused to recognise "
        "the new cabinet.",
        "SS agreed",
    ),
    (
        "Tribal leaders agreed a ceasefire in Darfur on Friday. Khartoum has rejected the findings of a UN report"
        " on the region.",
        "sd/darfur agreed",
    ),
    ("A ceasefire took effect in Idlib on Friday. The mayor rejected accusations of corruption.", "SY07 in_force"),
    ("A ceasefire in Idlib was announced at a press conference held in Moscow on Thursday.", "SY07 agreed"),
    ("At a summit held in Ankara the two presidents agreed on a ceasefire in Idlib.", "SY07 agreed"),
    ("A meeting was held in Sochi and a ceasefire in Idlib was agreed.", "SY07 agreed"),
    ("A truce took effect in Hodeidah on Monday. The government has suspended salaries for a year.", "ye/hodeidah in_force"),
    (
        "A truce took hold in Hodeidah on Monday. The UN failed to deliver wheat to the port last year.",
        "ye/hodeidah in_force",
    ),
    ("The two sides agreed to a truce in Hodeidah. They failed to agree on the future of the airport.", "ye/hodeidah agreed"),
    (
        "The two sides signed a truce in Hodeidah. The opposition had earlier ruled out talks with the president.",
        "ye/hodeidah agreed",
    ),
    (
        "Israel and Lebanon agreed on a ceasefire on Tuesday. The prime minister resigned after the collapse of the currency.",
        "IL agreed; LB agreed",
    ),
    # earlier truce
    ("A truce in Taiz brokered by the Red Cross broke down on Sunday.", "ye/taiz ended"),
    # venue, dateline, organisations
    (
        "KHARTOUM (Reuters) - Sudan's army and the Rapid Support Forces agreed on Saturday to a seven-day "
        "ceasefire, mediators said.",
        "SD agreed",
    ),
    ("Armed groups in northern Mali agreed to a ceasefire on Friday after meeting a mediator in Kidal.", "ML:north agreed"),
    ("JUBA (AFP) - South Sudan's president and the rebel leader signed a ceasefire in Addis Ababa on Thursday.", "SS agreed"),
    ("BANGUI - Armed groups in the Central African Republic signed a ceasefire in Brazzaville on Wednesday.", "CF agreed"),
    ("MINSK - The Contact Group agreed on Wednesday to a ceasefire in Donbas from Friday.", "ua/donbas agreed"),
    ("HAVANA - Colombia's government and the ELN rebels agreed on a six-month ceasefire on Friday.", "CO agreed"),
    ("The president of the Southern Movement of Aden called for a ceasefire in Yemen.", "YE proposed"),
    ("A ceasefire deal was signed to end clashes in Tripoli and reopen Mitiga airport.", "ly/tripoli agreed"),
    # abbreviations
    ("DR Congo government and M23 rebels sign ceasefire in Doha", "CD agreed"),
    ("DRC and M23 sign truce", "CD agreed"),
    ("Sri Lanka and Tamil Tigers agree truce", "LK agreed"),
    # stopped attacks
    ("Air raids on Idlib have stopped since a ceasefire took effect at dawn, a monitor said.", "SY07 in_force"),
    ("Shelling of Hodeidah ceased on Monday after a truce came into force.", "ye/hodeidah in_force"),
    ("Clashes in Taiz subsided on Monday as a truce took hold.", "ye/taiz in_force"),
    (
        "A ceasefire in the Gaza Strip began at 11:15 a.m. on Sunday. It was delayed by three hours, during which"
        " Israeli strikes killed eight people.",
        "ps/gaza-strip in_force",
    ),
    (
        "A ceasefire began in the Gaza Strip on Sunday. Israeli strikes killed dozens in the hours before it took effect.",
        "ps/gaza-strip in_force",
    ),
    ("Air strikes hit Idlib on Sunday despite a ceasefire.", "SY07 violated"),
    # readiness
    ("Sudan's RSF said it was ready to implement a humanitarian truce proposed by mediators.", "SD proposed"),
    ("Yemen's Houthis voiced their readiness to accept a UN proposal for a ceasefire.", "YE proposed"),
    ("Ukraine is ready to accept a US proposal for a 30-day ceasefire, a joint statement said.", "UA proposed"),
    ("Ukraine expressed readiness to accept an immediate 30-day ceasefire if Russia does the same.", "UA proposed"),
    ("Colombia's ELN rebels said they were willing to discuss a ceasefire.", "CO proposed"),
    ("Libya's Haftar said he was prepared to observe a truce if his rivals pulled back.", "LY proposed"),
    ("Hamas is open to a ceasefire in the Gaza Strip, an official said.", "ps/gaza-strip proposed"),
    # descriptions
    ("A truce was agreed in Zabadani, 45 kilometres northwest of Damascus.", "sy/zabadani agreed"),
    ("A truce took effect in Taiz, 250 km south of Sanaa.", "ye/taiz in_force"),
    # can/once
    ("A truce in Hodeidah can only begin when the rebels leave the port, the minister said.", "ye/hodeidah proposed"),
    ("A truce in Hodeidah could come into force if the rebels withdraw.", "ye/hodeidah proposed"),
    ("Talks are continuing on introducing a ceasefire in Hodeidah.", "ye/hodeidah negotiating"),
    # interstate
    ("Thailand and Cambodia agreed to a ceasefire on Monday after five days of fighting.", "KH agreed; TH agreed"),
    ("India and Pakistan have agreed to a full and immediate ceasefire, Trump said.", "IN agreed; PK agreed"),
    ("A ceasefire between Israel and Hezbollah took effect in Lebanon on Wednesday.", "LB in_force"),
    ("India accused Pakistan of violating a ceasefire agreed hours earlier.", "IN violated; PK violated"),
    ("A truce between Afghanistan and Pakistan expired on Friday.", "AF ended; PK ended"),
    ("A ceasefire between Iran and Israel is holding.", "IL in_force; IR in_force"),
    # unilateral
    ("The Philippine army said a unilateral truce with communist rebels will be effective from December 24.", "PH agreed"),
    ("The Philippines will not declare a Christmas truce with communist rebels, its defence minister said.", "PH rejected"),
    ("The Taliban rejected an Afghan offer of a ceasefire.", "AF rejected"),
    ("The Taliban said they would not extend a ceasefire in Afghanistan, which ended on Sunday.", "AF ended"),
    ("Ukraine's president dismissed a Russian order for a Christmas truce as a ploy.", "UA rejected"),
    ("Colombia's ceasefire with the ELN rebels expired at midnight.", "CO ended"),
    # places: ways
    ("A truce took effect in the besieged suburbs of Douma and Harasta.", "sy/douma in_force; sy/harasta in_force"),
    ("A truce took effect across Syria at midnight.", "SY in_force"),
    ("A nationwide truce took effect in Yemen on Saturday.", "YE in_force"),
    ("The ceasefire, covering Idlib and parts of Aleppo province, was agreed on Friday.", "SY02 agreed; SY07 agreed"),
    ("Clans in Yemen's northern Saada province agreed on a truce.", "ye/saada agreed"),
    ("A truce between the Myanmar army and the Arakan Army took effect in Rakhine State.", "mm/rakhine in_force"),
    ("The government and the M23 agreed on a truce in North Kivu.", "cd/kivu agreed"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_a_text_says_which_truce_stands_where(text: str, expected: str) -> None:
    found = zones(read(text + BACKGROUND, "2024-06-02"))
    assert "; ".join(f"{area} {status}" for area, status in sorted(found)) == expected
