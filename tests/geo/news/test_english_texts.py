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
    # where a place lies is not what a truce is about
    (
        "Fighters from Rastan, in the northern Homs countryside, agreed on a ceasefire with the army on Saturday." + BACKGROUND,
        "sy/rastan agreed",
    ),
    # words for how a truce comes about and goes
    ("The fragile truce in Rastan collapsed within hours.", "sy/rastan ended"),
    ("The shaky ceasefire in Rastan expired on Monday.", "sy/rastan ended"),
    ("A fragile truce in Rastan is holding.", "sy/rastan in_force"),
    ("Elders and officers came to a truce in Talbiseh late last week.", "sy/talbiseh agreed"),
    ("The government and rebels wrapped up a truce deal in Qudsaya.", "sy/qudsaya agreed"),
    ("The ceasefire in Idlib was abandoned on Sunday.", "SY07 ended"),
    ("Contacts were under way to secure a truce in Eastern Ghouta.", "sy/eastern-ghouta negotiating"),
    # what an accord provides for, and what is provided
    ("The deal provided for a ceasefire in Rastan and Talbiseh.", "sy/rastan agreed; sy/talbiseh agreed"),
    ("The truce in Rastan will start on Friday, provided they agree.", "sy/rastan agreed"),
    # talks where an accord was signed, and those that go on
    ("A memorandum signed at the talks in Astana on a ceasefire covers Rastan.", "sy/rastan agreed"),
    ("Under the deal reached during negotiations in Cairo, the ceasefire covers Rastan.", "sy/rastan agreed"),
    ("A ceasefire deal in Rastan is being mediated by Russia.", "sy/rastan negotiating"),
    ("The truce in Rastan has been mediated by Russia.", "sy/rastan agreed"),
    # whose truce it is, whatever country the text is about
    (
        "Israel-Hezbollah ceasefire begins\nThe ceasefire began on Friday. Hamas wants a truce in Gaza after shelling.",
        "LB in_force; ps/gaza-strip proposed",
    ),
    (
        "A ceasefire between Israel and Hezbollah began on Friday. Hamas wants a truce in Gaza after shelling.",
        "LB in_force; ps/gaza-strip proposed",
    ),
    ("A truce between Hezbollah and rebels in Syria began in Rastan after shelling.", "sy/rastan in_force"),
    # what somebody negotiated, and what fares
    ("The ceasefire that Erdogan and Putin negotiated in Moscow for Rastan is mostly being respected.", "sy/rastan in_force"),
    ("Rebels negotiated for a truce in Rastan.", "sy/rastan negotiating"),
    # fighting behind the start of a truce that a pronoun takes up
    (
        "The army announced a nationwide ceasefire in Syria. Fighting flared in Rastan hours after it came into force.",
        "SY violated",
    ),
    (
        "The army and rebels announced a truce in Homs. Clashes stopped in Rastan hours after it took effect.",
        "SY04 in_force",
    ),
    ("The ceasefire in the Syrian southwest has been breached 31 times.", "sy/south-west violated"),
    ("The truce in Rastan holds. The envoy has been in Sanaa and Aden for discussions on peace.", "sy/rastan in_force"),
    # a list that goes on with towns that are counted
    (
        "The truce is in force in Rastan and Talbiseh near the border and in the two Shi'ite villages of Foua and Kefraya.",
        "sy/foua in_force; sy/kefraya in_force; sy/rastan in_force; sy/talbiseh in_force",
    ),
    ("A truce took hold in Rastan and in the besieged town of Talbiseh.", "sy/rastan in_force; sy/talbiseh in_force"),
    ("A truce took hold in Rastan and in rebel-held Talbiseh.", "sy/rastan in_force; sy/talbiseh in_force"),
    ("A truce took hold in Rastan and shelling was heard in the nearby town of Talbiseh.", "sy/rastan in_force"),
    (
        "As part of the Rastan agreement, 1,312 people were evacuated from the besieged villages of Foua and Kefraya.",
        "sy/foua in_force; sy/kefraya in_force; sy/rastan in_force",
    ),
    # a headline's place where only talks are held
    (
        "Military commission concludes Sirte meetings\nThe meeting of the commission concluded in Sirte on Friday. It welcomed "
        "the ceasefire concluded last year.\nThe truce in Libya has held since.",
        "LY in_force",
    ),
    # those who mediated, and a government named after an accord
    (
        "The two brigades signed a truce in Rastan under the patronage of a delegation from the town of Talbiseh." + BACKGROUND,
        "sy/rastan agreed",
    ),
    ("Clashes broke out between militias of the Government of National Accord in Bani Walid in Libya.", ""),
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
    (
        "A truce took effect in the city of Aleppo on Monday. An earlier ceasefire in the city collapsed after four days.",
        "sy/aleppo ended; sy/aleppo in_force",
    ),
    (
        "The warring sides have agreed on a new truce in Hodeidah. A previous truce in the port fell apart in May.",
        "ye/hodeidah agreed; ye/hodeidah ended",
    ),
    (
        "Kyrgyzstan and Tajikistan agreed on a ceasefire on Friday. An earlier ceasefire between the two "
        "collapsed on Thursday.",
        "KG agreed; KG ended; TJ agreed; TJ ended",
    ),
    ("A truce in Taiz brokered by the Red Cross broke down on Sunday.", "ye/taiz ended"),
    # venue, dateline, organisations
    (
        "KHARTOUM (Reuters) - Sudan's army and the Rapid Support Forces agreed on Saturday to a seven-day "
        "ceasefire, mediators said.",
        "SD agreed",
    ),
    ("Armed groups in northern Mali agreed to a ceasefire on Friday after meeting a mediator in Kidal.", "ML:north agreed"),
    ("JUBA (AFP) - South Sudan's president and the rebel leader signed a ceasefire in Addis Ababa on Thursday.", "SS agreed"),
    (
        "Mali's government and Tuareg rebels held talks on a ceasefire in Algiers on Monday.",
        "ML negotiating",
    ),
    ("BANGUI - Armed groups in the Central African Republic signed a ceasefire in Brazzaville on Wednesday.", "CF agreed"),
    ("MINSK - The Contact Group agreed on Wednesday to a ceasefire in Donbas from Friday.", "ua/donbas agreed"),
    ("HAVANA - Colombia's government and the ELN rebels agreed on a six-month ceasefire on Friday.", "CO agreed"),
    ("The president of the Southern Movement of Aden called for a ceasefire in Yemen.", "YE proposed"),
    ("A ceasefire deal was signed to end clashes in Tripoli and reopen Mitiga airport.", "ly/tripoli agreed"),
    # abbreviations
    ("S. Sudan army and rebels agree truce", "SS agreed"),
    ("DR Congo government and M23 rebels sign ceasefire in Doha", "CD agreed"),
    ("S Sudan rivals agree truce", "SS agreed"),
    ("DRC and M23 sign truce", "CD agreed"),
    ("Sri Lanka and Tamil Tigers agree truce", "LK agreed"),
    # stopped attacks
    ("Air raids on Idlib have stopped since a ceasefire took effect at dawn, a monitor said.", "SY07 in_force"),
    ("Shelling of Hodeidah ceased on Monday after a truce came into force.", "ye/hodeidah in_force"),
    ("Clashes in Taiz subsided on Monday as a truce took hold.", "ye/taiz in_force"),
    ("No air strikes were reported in the Gaza Strip on Monday, the first day of the ceasefire.", "ps/gaza-strip in_force"),
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
    (
        "Sudan's paramilitary RSF said on Thursday it had accepted a truce proposed by mediators. The army has not responded.",
        "SD proposed",
    ),
    ("Sudan's RSF said it was ready to implement a humanitarian truce proposed by mediators.", "SD proposed"),
    ("Yemen's Houthis voiced their readiness to accept a UN proposal for a ceasefire.", "YE proposed"),
    ("Ukraine is ready to accept a US proposal for a 30-day ceasefire, a joint statement said.", "UA proposed"),
    ("Ukraine expressed readiness to accept an immediate 30-day ceasefire if Russia does the same.", "UA proposed"),
    ("Colombia's ELN rebels said they were willing to discuss a ceasefire.", "CO proposed"),
    ("Libya's Haftar said he was prepared to observe a truce if his rivals pulled back.", "LY proposed"),
    ("Hamas is open to a ceasefire in the Gaza Strip, an official said.", "ps/gaza-strip proposed"),
    # descriptions
    (
        "Factions reached a truce in a besieged Palestinian camp in Damascus. The deal in Yarmouk opens the main entrance.",
        "sy/yarmouk-camp agreed",
    ),
    (
        "Truce reached in valley near Damascus. A truce was reached in Wadi Barada, northwest of the capital "
        "Damascus, on Friday.",
        "sy/wadi-barada agreed",
    ),
    ("A truce took effect in a suburb of Damascus on Friday. The ceasefire in Daraya allows aid in.", "sy/darayya in_force"),
    ("A truce was agreed in Zabadani, 45 kilometres northwest of Damascus.", "sy/zabadani agreed"),
    ("A truce took effect in Taiz, 250 km south of Sanaa.", "ye/taiz in_force"),
    # can/once
    ("A truce in Hodeidah can only begin when the rebels leave the port, the minister said.", "ye/hodeidah proposed"),
    ("A truce in Hodeidah could come into force if the rebels withdraw.", "ye/hodeidah proposed"),
    ("Talks were under way on declaring a truce in Hodeidah.", "ye/hodeidah negotiating"),
    ("Talks are continuing on introducing a ceasefire in Hodeidah.", "ye/hodeidah negotiating"),
    ("Negotiations have started on establishing a ceasefire in Hodeidah.", "ye/hodeidah negotiating"),
    (
        "Negotiations were under way on evacuating rebels from Barzeh and Qabun.",
        "sy/barzeh negotiating; sy/qaboun negotiating",
    ),
    # interstate
    ("Bangkok and Phnom Penh said Thailand and Cambodia had agreed a truce.", "KH agreed; TH agreed"),
    ("Armenia and Azerbaijan agree to ceasefire", "AM agreed; AZ agreed"),
    ("India and Pakistan have agreed to a full and immediate ceasefire, Trump said.", "IN agreed; PK agreed"),
    ("A ceasefire between Israel and Hezbollah took effect in Lebanon on Wednesday.", "LB in_force"),
    ("India accused Pakistan of violating a ceasefire agreed hours earlier.", "IN violated; PK violated"),
    ("Afghanistan and Pakistan agreed to a 48-hour truce on Wednesday.", "AF ended; PK ended"),
    ("A truce between Afghanistan and Pakistan expired on Friday.", "AF ended; PK ended"),
    ("A ceasefire between Iran and Israel is holding.", "IL in_force; IR in_force"),
    ("A ceasefire between Iran and Israel is holding. Schools reopened in Beersheba.", "IL in_force; IR in_force"),
    ("Pakistan and Afghanistan agreed to a ceasefire. In Spin Boldak, residents heard shelling.", "AF agreed; PK agreed"),
    ("Shelling in Kashmir\nIndia and Pakistan agreed to a ceasefire on Friday.", "in/kashmir agreed"),
    ("The leaders of Thailand and Cambodia agreed to a ceasefire on Monday.", "KH agreed; TH agreed"),
    ("The leaders of Russia and Turkey agreed to a ceasefire in Idlib on Monday.", "SY07 agreed"),
    ("Malaysia announced that Thailand and Cambodia had agreed to a ceasefire.", "KH agreed; TH agreed"),
    ("China called for a ceasefire between Thailand and Cambodia on Friday.", "KH proposed; TH proposed"),
    ("France called for a ceasefire between Israel and Hamas in Gaza on Friday.", "ps/gaza-strip proposed"),
    ("Russia and Turkey agreed to a ceasefire, Syrian rebels said. Idlib was shelled.", "SY07 agreed"),
    ("The Thai army on Tuesday accused Cambodia of violating a ceasefire.", "KH violated; TH violated"),
    ("Britain accused Russia of violating a ceasefire in Ukraine on Friday.", "UA violated"),
    (
        "Thailand and Cambodia agreed to a ceasefire. The two countries agreed on the truce in Malaysia on Monday.",
        "KH agreed; TH agreed",
    ),
    (
        "Russia and Turkey agreed to a ceasefire in Idlib. The two countries said the truce in Syria was holding.",
        "SY in_force; SY07 agreed",
    ),
    ("The Taliban on Friday began a ceasefire, as fighters entered Kunduz to celebrate with soldiers.", "AF in_force"),
    ("The Taliban on Friday began a ceasefire in Kunduz.", "af/kunduz in_force"),
    (
        "A ceasefire between Colombia's government and the ELN took effect. He launched the truce at a ceremony in Bogota.",
        "CO in_force",
    ),
    # unilateral
    ("The Philippine army said a unilateral truce with communist rebels will be effective from December 24.", "PH agreed"),
    ("The Philippines will not declare a Christmas truce with communist rebels, its defence minister said.", "PH rejected"),
    ("The Taliban rejected an Afghan offer of a ceasefire.", "AF rejected"),
    ("The Taliban said they would not extend a ceasefire in Afghanistan, which ended on Sunday.", "AF ended"),
    ("Ukraine's president dismissed a Russian order for a Christmas truce as a ploy.", "UA rejected"),
    ("Colombia's ceasefire with the ELN rebels expired at midnight.", "CO ended"),
    # places: ways
    ("A truce took effect in the besieged suburbs of Douma and Harasta.", "sy/douma in_force; sy/harasta in_force"),
    ("A truce took effect along the contact line in eastern Ukraine.", "UA:east in_force"),
    ("A truce took effect across Syria at midnight.", "SY in_force"),
    ("A nationwide truce took effect in Yemen on Saturday.", "YE in_force"),
    ("The ceasefire, covering Idlib and parts of Aleppo province, was agreed on Friday.", "SY02 agreed; SY07 agreed"),
    ("Clans in Yemen's northern Saada province agreed on a truce.", "ye/saada-province agreed"),
    ("A truce between the Myanmar army and the Arakan Army took effect in Rakhine State.", "mm/rakhine in_force"),
    ("The government and the M23 agreed on a truce in North Kivu.", "cd/north-kivu agreed"),
    ("A truce is holding in Syria's Suwayda province. Bedouin fighters left Suwayda city on Sunday.", "SY13 in_force"),
    # P1 ties
    ("A truce took effect in the rebel-held suburbs of Douma and Harasta.", "sy/douma in_force; sy/harasta in_force"),
    ("A ceasefire came into force along the front line in eastern Ukraine.", "UA:east in_force"),
    ("A ceasefire came into force on the contact line in Donbas.", "ua/donbas in_force"),
    ("A three-day truce took hold across Sudan on Sunday.", "SD in_force"),
    ("A two-month truce went into effect throughout Yemen.", "YE in_force"),
    ("A ceasefire took effect in north-west Syria's Idlib province.", "SY07 in_force"),
    ("A ceasefire took effect in Idlib, the last rebel bastion in Syria.", "SY07 in_force"),
    ("Turkey and Russia agreed a ceasefire covering the whole of Idlib.", "SY07 agreed"),
    ("Rebels agreed a ceasefire covering parts of Homs and Hama provinces.", "SY04 agreed; SY05 agreed"),
    (
        "The US and Russia agreed a ceasefire for Daraa, Quneitra and Sweida provinces.",
        "SY12 agreed; SY13 agreed; SY14 agreed",
    ),
    ("The separatists and the government agreed a truce in Abyan and Lahj.", "ye/abyan agreed; ye/lahij agreed"),
    (
        "A ceasefire was agreed in Zabadani and in the villages of Foua and Kefraya.",
        "sy/foua agreed; sy/kefraya agreed; sy/zabadani agreed",
    ),
    (
        "A ceasefire took effect in Khartoum, Omdurman and Bahri.",
        "sd/khartoum in_force; sd/khartoum-north in_force; sd/omdurman in_force",
    ),
    ("A truce took effect in and around the Yemeni port city of Hodeidah.", "ye/hodeidah in_force"),
    ("A ceasefire came into force in Yemen's third city, Taiz.", "ye/taiz in_force"),
    ("A truce took hold on the outskirts of Marib.", "ye/marib in_force"),
    ("A ceasefire took effect on the front lines around Sirte and Jufra.", "ly/jufra in_force; ly/sirte in_force"),
    (
        "Kinshasa and the M23 signed a truce for eastern parts of North Kivu in the Democratic Republic of Congo.",
        "cd/north-kivu agreed",
    ),
    ("The junta and the Arakan Army agreed a truce in Myanmar's western Rakhine State.", "mm/rakhine agreed"),
    ("A humanitarian truce is in place in Ethiopia's northern Tigray region.", "et/tigray in_force"),
    ("A truce mediated by Moscow began at noon in the mountain enclave of Nagorno-Karabakh.", "az/nagorno-karabakh in_force"),
    ("The army and Muslim rebels agreed a truce on the southern Philippine island of Mindanao.", "ph/mindanao agreed"),
    ("A truce is holding in Sudan's western Darfur region.", "sd/darfur in_force"),
    ("A truce began on Sunday in North Darfur's capital, el-Fasher.", "sd/el-fasher in_force"),
    ("Jakarta and separatists signed a truce for Aceh province on the island of Sumatra.", "id/aceh agreed"),
    ("The truce on the Line of Control, which divides Kashmir, is holding.", "in/line-of-control in_force"),
    ("A ceasefire in the war-ravaged Gaza Strip entered its second week.", "ps/gaza-strip in_force"),
    ("The Gaza ceasefire entered its second week.", "ps/gaza-strip in_force"),
    ("A ceasefire in southern Lebanon is holding.", "lb/south-lebanon in_force"),
    # P2 excluded
    ("A truce took effect in Idlib, but does not cover the city of Aleppo.", "SY07 in_force"),
    ("The army announced a lull in Eastern Ghouta but excluded Jobar.", "sy/eastern-ghouta agreed"),
    ("A truce took effect across Syria on Friday. Areas held by Islamic State are not covered.", "SY in_force"),
    # P3 by parties alone
    ("South Sudan's warring leaders signed a ceasefire in Khartoum on Wednesday.", "SS agreed"),
    ("Colombia's government and the ELN agreed on Friday to a ceasefire that runs until January.", "CO agreed"),
    ("Colombian President Gustavo Petro said on Tuesday the ceasefire with the EMC had ended.", "CO ended"),
    ("Colombia and the ELN are discussing a bilateral ceasefire at talks in Havana.", "CO negotiating"),
    ("A Christmas truce between the Philippine army and communist rebels began on Wednesday.", "PH in_force"),
    ("The Communist Party of the Philippines extended its ceasefire until the end of April.", "PH in_force"),
    ("The Taliban announced a three-day ceasefire for Eid that began on Sunday. Afghan forces welcomed it.", "AF in_force"),
    ("Myanmar's military and the Three Brotherhood Alliance agreed to an immediate ceasefire on Thursday.", "MM agreed"),
    ("Ethiopia's government and Tigray forces agreed to a cessation of hostilities on Wednesday.", "et/tigray agreed"),
    ("Ukraine's Zelenskiy proposed an unconditional 30-day ceasefire on Sunday.", "UA proposed"),
    ("Libya's rival forces signed a permanent ceasefire in Geneva on Friday.", "LY agreed"),
    ("Yemen's warring sides agreed to a two-month truce on Friday.", "YE agreed"),
    ("Fourteen armed groups in the Central African Republic signed a ceasefire with the government.", "CF agreed"),
    ("Mali's government and Tuareg rebels signed a ceasefire on Friday.", "ML agreed"),
    ("Mozambique's president and the Renamo leader signed a ceasefire on Thursday.", "MZ agreed"),
    # P4 venue
    ("Sudan's army and the RSF signed a seven-day ceasefire in the Saudi city of Jeddah.", "SD agreed"),
    ("After talks in Stockholm Yemen's warring sides agreed on a truce.", "YE agreed"),
    (
        "After ten hours of talks in Moscow, Armenia and Azerbaijan agreed on a ceasefire in Nagorno-Karabakh.",
        "az/nagorno-karabakh agreed",
    ),
    ("At a meeting in Ghadames the two Libyan sides agreed on how to carry out the ceasefire in Libya.", "LY agreed"),
    # P5 near
    ("A truce was reached in Wadi Barada, a valley northwest of Damascus.", "sy/wadi-barada agreed"),
    ("A truce took effect in Zabadani, near the Lebanese border.", "sy/zabadani in_force"),
    ("A truce took effect in Taiz, some 200 km north of Aden.", "ye/taiz in_force"),
    ("A truce took effect in Qudsaya, a suburb west of the capital Damascus.", "sy/qudsaya in_force"),
    ("A truce took effect in the Yarmouk camp, on the southern edge of Damascus.", "sy/yarmouk-camp in_force"),
    ("A truce took effect in Moadamiya, a rebel-held town on the edge of Damascus.", "sy/moadamiyah in_force"),
    ("A truce took effect in Waer, the last rebel-held district of Homs.", "sy/waer in_force"),
    ("A truce took effect in Barzeh, a district in the north of Damascus.", "sy/barzeh in_force"),
    ("A truce took effect in the Old City of Homs.", "sy/old-homs in_force"),
    ("A truce took effect in the Sheikh Maqsoud neighbourhood of Aleppo city.", "sy/sheikh-maqsoud in_force"),
    ("A ceasefire is holding in the Ain al-Hilweh camp near Sidon in southern Lebanon.", "lb/ain-al-hilweh in_force"),
    # P6 dateline, byline, capital as government
    ("BEIRUT, March 6 - A ceasefire took effect in Idlib on Friday, residents said.", "SY07 in_force"),
    ("SANAA/ADEN - A truce took effect in Yemen on Saturday, a UN spokesman said in New York.", "YE in_force"),
    ("Khartoum and the rebels agreed on a ceasefire. Sudan's army confirmed it.", "SD agreed"),
    # where those are at home who only tell of it
    (
        "After clashes a truce largely held in three provinces of southwest Syria, said a monitoring group based in the UK.",
        "sy/south-west in_force",
    ),
    (
        "A day into a truce, after clashes, front lines in southwest Syria were largely calm, a group based in the UK said.",
        "sy/south-west in_force",
    ),
    ("Rebels based in Idlib agreed to a truce with the army after days of shelling.", "SY07 agreed"),
    # a measure is no negation, and a truce that is set aside is one
    ("Truce or no truce, shells fell on Rastan all night.", "sy/rastan violated"),
    ("Ceasefire or no ceasefire, warplanes shelled Douma on Monday.", "sy/douma violated"),
    ("No fewer than 30 people have been killed in strikes on Rastan since the truce began.", "sy/rastan violated"),
    (
        "Since the truce began on Friday, 30 people have been killed in shelling of Rastan, activists said.",
        "sy/rastan violated",
    ),
    ("Since the truce began, fewer people have been killed by shelling in Rastan.", "sy/rastan in_force"),
    ("It was the deadliest day of shelling in Rastan since the truce came into force.", "sy/rastan violated"),
    ("The evacuation of fighters from Zabadani drew to a close on Monday.", "sy/zabadani ended"),
    ("Kyiv and the separatists agreed on a ceasefire in Donbas.", "ua/donbas agreed"),
    ("DONETSK - Kiev accused the separatists of violating a ceasefire in Donbas.", "ua/donbas violated"),
    ("Jerusalem rejected a ceasefire in Gaza, Washington said.", "ps/gaza-strip rejected"),
    # P7 parts and kinds of places
    ("A truce took hold in NW Syria on Monday.", "sy/north-west in_force"),
    ("A ceasefire is holding in NE Syria.", "sy/north-east in_force"),
    ("A truce took effect in the northern part of Yemen.", "YE:north in_force"),
    ("A truce took effect in the far north of Yemen.", "YE:north in_force"),
    ("A ceasefire took effect in the southern part of Lebanon.", "LB:south in_force"),
    ("A ceasefire began in the eastern half of Ukraine.", "UA:east in_force"),
    ("Clans in South Sudan's Jonglei State agreed on a truce.", "ss/jonglei agreed"),
    (
        "A ceasefire took effect in the city of Hodeidah and the ports of Salif and Ras Issa.",
        "ye/hodeidah in_force; ye/ras-isa in_force; ye/salif in_force",
    ),
    ("A ceasefire in Hodeidah will let fuel enter the ports of Salif and Ras Issa.", "ye/hodeidah proposed"),
    ("A truce in the cities of Homs and Hama took effect.", "sy/hama in_force; sy/homs in_force"),
    ("The sides in Sudan agreed to a ceasefire under the Juba peace deal.", "SD agreed"),
    ("Iraq's government agreed a truce to end weeks of fighting in Baghdad's Sadr City.", "iq/sadr-city agreed"),
    ("Yemen's government agreed a truce with the Houthis to end the war in Taiz.", "ye/taiz agreed"),
    ("Russia agreed a truce with Turkey to end more than two weeks of fighting in Idlib.", "SY07 agreed"),
    ("A truce in Homs was agreed to end fighting in Syria.", "SY04 agreed"),
    ("Sudan's rival sides agreed a truce, and the UN urged them to end fighting in Darfur.", "SD agreed"),
    ("The army and rebels traded fire in Malakal in South Sudan hours after a ceasefire began.", "ss/malakal violated"),
    ("The army and rebels exchanged fire in Malakal in South Sudan before agreeing to a truce.", "ss/malakal agreed"),
    (
        "South Sudan's rebels accused the army of breaching a ceasefire by shelling them along the White Nile river.",
        "SS violated",
    ),
    ("The Daraa peace deal is holding in Syria. It is a truce in the city of Daraa.", "sy/daraa in_force"),
    ("The rebels agreed to a truce in Unity state.", "ss/unity-state agreed"),
    ("The army and the SPLM-N agreed a truce in Blue Nile state.", "sd/blue-nile agreed"),
    ("The rebels agreed to a ceasefire in South Kordofan.", "sd/south-kordofan agreed"),
    (
        "A truce in North Kordofan state collapsed. One in West Darfur holds now.",
        "sd/north-kordofan ended; sd/west-darfur in_force",
    ),
    ("A ceasefire took effect in South Kivu. The M23 is quiet.", "cd/south-kivu in_force"),
    ("The ceasefire in the Pool region of the Republic of Congo is holding.", "cg/pool in_force"),
    ("Armed groups in the Central African Republic (CAR) agreed a truce in Alindao.", "cf/alindao agreed"),
    ("Clans in Galgaduud agreed to a ceasefire.", "so/galgadud agreed"),
    ("Rebels and Chad's government agreed to a ceasefire.", "TD agreed"),
    ("A truce is holding in the western state of Rakhine.", "mm/rakhine in_force"),
    ("A truce is holding in Myanmar's northern Shan State.", "mm/shan in_force"),
    ("Militias in the Congolese province of Ituri are respecting a truce.", "cd/ituri in_force"),
    ("A truce took hold in Mozambique's Cabo Delgado province.", "mz/cabo-delgado in_force"),
    ("Two rebel groups agreed a truce in Colombia's Catatumbo region.", "co/catatumbo agreed"),
    ("A truce took effect in the northern Malian town of Kidal.", "ml/kidal in_force"),
    ("A truce took effect in the oil town of Malakal in South Sudan.", "ss/malakal in_force"),
    ("A truce took hold in the eastern Libyan city of Benghazi.", "ly/benghazi in_force"),
    ("Tribes in the desert town of Sabha are observing a truce.", "ly/sabha in_force"),
    ("An eight-hour truce took effect in the embattled Philippine city of Marawi.", "ph/marawi in_force"),
    ("A truce took effect in the besieged port city of Mariupol.", "ua/mariupol in_force"),
    ("A truce took hold in the besieged enclave of Gaza.", "ps/gaza-strip in_force"),
    ("A truce took effect in Pakistan's Swat valley.", "pk/swat in_force"),
    ("A lull took effect in the northern countryside of Latakia.", "sy/northern-latakia in_force"),
    # capital as battlefield
    (
        "A ceasefire was signed on Tuesday to end fighting in the Libyan capital Tripoli. Libya has seen years of war.",
        "ly/tripoli agreed",
    ),
    (
        "The UN said a ceasefire deal had been reached to halt clashes that have rocked Tripoli for a week. Libya"
        " has seen years of war.",
        "ly/tripoli agreed",
    ),
    (
        "A truce took hold in the Sudanese capital Khartoum after days of fighting. Sudan has seen years of war.",
        "sd/khartoum in_force",
    ),
    (
        "A ceasefire is holding in Sanaa after street battles between Houthi fighters and tribesmen. Yemen has "
        "seen years of war.",
        "ye/sanaa in_force",
    ),
    (
        "Rival soldiers agreed to a truce after gun battles in Juba killed dozens. South Sudan has seen years of war.",
        "ss/juba agreed",
    ),
    ("Shelling hit Khartoum on Monday despite a ceasefire. Sudan has seen years of war.", "sd/khartoum violated"),
    (
        "Rival militias agreed a truce on Friday to end a week of violence in Bangui. The Central African "
        "Republic has seen years of war.",
        "cf/bangui agreed",
    ),
    ("South Sudan's rivals signed a ceasefire after talks in Juba.", "SS agreed"),
    ("Yemen's government and the rebels agreed on a truce, a minister said in Sanaa.", "YE agreed"),
    ("Libya's two governments agreed on a ceasefire at talks in Tripoli.", "LY agreed"),
    # evacuations
    (
        "Hundreds of rebels and their families left the Waer district of Homs on Saturday under a deal with the government.",
        "sy/waer in_force",
    ),
    (
        "Buses carrying rebels left Waer, the last opposition-held district of Homs, on Saturday. Their departure"
        " was provided for in a pact that Russia guarantees.",
        "sy/waer in_force",
    ),
    ("A third batch of fighters was evacuated from Waer on Monday under an agreement reached in March.", "sy/waer in_force"),
    (
        "At dawn fighters began to leave the Old City of Homs under a deal with Tehran's envoys.",
        "sy/old-homs in_force",
    ),
    ("The evacuation of Daraya got under way on Friday as part of a deal to end a four-year siege.", "sy/darayya in_force"),
    (
        "Buses entered Foua and Kefraya on Tuesday to evacuate thousands of residents under a deal with rebels.",
        "sy/foua in_force; sy/kefraya in_force",
    ),
    ("Rebels started to pull out of Harasta on Thursday under a surrender deal.", "sy/harasta in_force"),
    (
        "Thousands of civilians and fighters have been bused out of east Aleppo since Thursday under a ceasefire deal.",
        "sy/east-aleppo in_force",
    ),
    ("A convoy of fighters left Zabadani for Idlib on Wednesday in line with an evacuation deal.", "sy/zabadani in_force"),
    (
        "The last rebels left the Waer district of Homs on Sunday, completing a deal under which they were bused to the north.",
        "sy/waer ended",
    ),
    (
        "The withdrawal of fighters from Waer ended on Sunday: the final buses departed for Jarablus, as the deal provides.",
        "sy/waer ended",
    ),
    ("The last rebels have left the Old City of Homs, bringing an evacuation deal to a close.", "sy/old-homs ended"),
    ("Harasta is free of rebels after the final convoy left on Friday under a surrender deal.", "sy/harasta ended"),
    (
        "Islamic State fighters are to leave Raqqa under a deal with local officials, an official said on Saturday.",
        "SY11 agreed",
    ),
    ("Rebels in Daraya have agreed to leave the town under a deal with the army.", "sy/darayya agreed"),
    (
        "A deal brokered by the UN will allow fighters to leave the Yarmouk camp and the districts of Hajar al-"
        "Aswad and Qadam.",
        "sy/hajar-al-aswad agreed; sy/qadam agreed; sy/yarmouk-camp agreed",
    ),
    ("A deal has been reached for fighters to leave Douma, state television said.", "sy/douma agreed"),
    ("Under the agreement, rebels will leave Waer in stages over six weeks.", "sy/waer agreed"),
    ("The army and rebels agreed on the evacuation of fighters from Qaboun.", "sy/qaboun agreed"),
    (
        "Talks continued on the evacuation of fighters from Barzeh and Qaboun.",
        "sy/barzeh negotiating; sy/qaboun negotiating",
    ),
    ("Rebels and Russia are in talks on the evacuation of fighters from Douma.", "sy/douma negotiating"),
    ("Talks are under way on a deal for rebels to leave Waer.", "sy/waer negotiating"),
    ("Rebels in Douma have refused to leave under an evacuation deal, saying they will stay and fight.", "sy/douma rejected"),
    ("Jaish al-Islam rejected a deal to evacuate its fighters from Douma.", "sy/douma rejected"),
    ("Thousands of residents were evacuated from Homs on Friday after a dam burst.", ""),
    ("Soldiers were evacuated from Hama by helicopter after heavy fighting.", ""),
    ("Families left Idlib on Friday fearing an assault.", ""),
    # fighting before or behind the truce
    (
        "S. Sudan foes agree truce\nSouth Sudan's government and the rebels have agreed on a truce, "
        "a step that may bring weeks of fighting to a close.",
        "SS agreed",
    ),
    (
        "South Sudan's government and rebels signed a ceasefire on Thursday. An estimated 1,000 people were "
        "killed in the violence.",
        "SS agreed",
    ),
    (
        'South Sudan\'s rivals put their names to a ceasefire on Thursday. "By tomorrow we want to hear no more shots,"'
        " a mediator said.",
        "SS agreed",
    ),
    (
        "South Sudan's rivals signed a truce on Thursday. The talks took longer than expected as rebels "
        "questioned the fate of prisoners held over last year's outbreak of violence.",
        "SS agreed",
    ),
    (
        "Sudan's warring sides agreed to a week-long truce on Saturday. Air strikes and shelling have devastated "
        "the capital since April.",
        "SD agreed",
    ),
    (
        "Thailand and Cambodia settled on a ceasefire on Monday. Shelling across their border since Thursday "
        "has killed dozens.",
        "KH agreed; TH agreed",
    ),
    (
        "India and Pakistan agreed to a ceasefire on Saturday. The two sides had struck each other's airbases hours earlier.",
        "IN agreed; PK agreed",
    ),
    (
        "Armenia and Azerbaijan agreed on a ceasefire in Nagorno-Karabakh from noon on Saturday. Shelling hit "
        "Stepanakert in the morning.",
        "az/nagorno-karabakh agreed",
    ),
    (
        "A ceasefire took effect in the Gaza Strip on Sunday after a three-hour delay. Strikes killed eight "
        "people before it began.",
        "ps/gaza-strip in_force",
    ),
    (
        "A ceasefire between Israel and Hezbollah took effect in Lebanon at 4 a.m. on Wednesday. Israel carried "
        "out its heaviest strikes on Beirut on Tuesday.",
        "LB in_force",
    ),
    (
        "A ceasefire took effect in Idlib at midnight. Before it began, an air strike killed 15 people in the province.",
        "SY07 in_force",
    ),
    (
        "A ceasefire took effect in Idlib on Friday. Since December the army's offensive has emptied whole towns"
        " of the province.",
        "SY07 in_force",
    ),
    ("A truce took hold in Hodeidah on Tuesday. Clashes on Monday night had killed dozens.", "ye/hodeidah in_force"),
    (
        "A ceasefire came into force in Ukraine on Sunday. Fighting raged in the final hours before the deadline.",
        "UA in_force",
    ),
    (
        "A truce took hold in Hodeidah on Tuesday. Clashes broke out again on Wednesday, killing dozens.",
        "ye/hodeidah violated",
    ),
    (
        "A ceasefire took effect in Idlib at midnight. Hours later, an air strike killed 15 people in the province.",
        "SY07 violated",
    ),
    ("A ceasefire in Gaza started last Sunday. On Friday, strikes on Gaza killed four people.", "ps/gaza-strip violated"),
    (
        "A ceasefire took effect in Lebanon in November. Israeli strikes on Lebanon killed five people on Sunday.",
        "LB violated",
    ),
    # accepted by one side
    ("Sudan's Rapid Support Forces said on Thursday it had accepted a truce proposed by mediators.", "SD proposed"),
    (
        "The RSF said on Thursday that it had accepted a humanitarian pause proposed by mediators. Sudan's army kept silent.",
        "SD proposed",
    ),
    ("Hamas said it had accepted what Cairo proposed: a ceasefire in the Gaza Strip.", "ps/gaza-strip proposed"),
    ("Hamas accepts ceasefire proposal for Gaza", "ps/gaza-strip proposed"),
    (
        "Hamas has agreed to a ceasefire proposal put forward by mediators for the Gaza Strip, an official said.",
        "ps/gaza-strip proposed",
    ),
    ("Yemen's Houthis have accepted a UN proposal for a nationwide truce. The government has yet to reply.", "YE proposed"),
    ("Colombia's ELN accepted the government's offer of a truce, its commander said.", "CO proposed"),
    ("Israel and Hamas accepted a proposal for a ceasefire in the Gaza Strip.", "ps/gaza-strip agreed"),
    ("Both Israel and Hamas have accepted a ceasefire proposal for Gaza, Qatar said.", "ps/gaza-strip agreed"),
    ("Sudan's army and the RSF accepted a proposal for a seven-day truce.", "SD agreed"),
    ("Both Sudan's army and its foe, the Rapid Support Forces, agreed to a truce that Washington proposed.", "SD agreed"),
    # fighting that goes on
    (
        "Syria's president urged tribes to adhere to the ceasefire in Sweida. Despite appeals for calm, "
        "hostilities have continued.",
        "SY13 violated",
    ),
    ("A truce took effect in Hodeidah on Tuesday. Fighting has continued in the east of the city.", "ye/hodeidah violated"),
    ("The truce in Hodeidah is in its second day. Shelling continued overnight, residents said.", "ye/hodeidah violated"),
    ("A ceasefire came into force in Idlib on Friday. Clashes continued on several fronts.", "SY07 violated"),
    ("A truce took effect in Khartoum on Monday. Heavy fighting continued into the evening.", "sd/khartoum violated"),
    ("A ceasefire began in Taiz on Sunday. Sporadic gunfire continued to ring out.", "ye/taiz violated"),
    ("A truce took effect in Tripoli on Friday. Libya's capital was shaken as fighting raged on.", "ly/tripoli violated"),
    ("A truce took effect in Hodeidah on Tuesday. Talks on the port continued in Geneva.", "ye/hodeidah in_force"),
    ("A truce took effect in Hodeidah on Tuesday. Fighting continued in Taiz.", "ye/hodeidah in_force"),
    ("A truce took effect in Hodeidah on Tuesday. The siege continued to ease.", "ye/hodeidah in_force"),
    (
        "A truce took effect in Hodeidah on Tuesday. The UN warned that fighting could continue if the rebels stayed.",
        "ye/hodeidah in_force",
    ),
    (
        "The two sides signed a truce in Hodeidah on Tuesday that starts at the end of June. Fighting continued "
        "on Tuesday night.",
        "ye/hodeidah agreed",
    ),
    # in effect and broken
    (
        "On Wednesday the ceasefire in Syria was still in effect, despite violations by all sides.",
        "SY violated",
    ),
    ("The truce in Hodeidah is largely holding despite sporadic clashes.", "ye/hodeidah violated"),
    ("The truce in Hodeidah has largely held, though each side accuses the other of breaches.", "ye/hodeidah in_force"),
    ("The truce in Syria is still officially in place despite surging violence.", "SY violated"),
    (
        "A ceasefire has been in place in Lebanon since November 27. Israel has breached the agreement dozens of "
        "times, Lebanon says.",
        "LB violated",
    ),
    (
        "A ceasefire took effect in Lebanon in November. Israel has since carried out near-daily strikes on the country.",
        "LB violated",
    ),
    ("A 2015 ceasefire in eastern Ukraine is violated almost daily.", "UA:east violated"),
    ("The truce in Hodeidah is holding with no violations reported.", "ye/hodeidah in_force"),
    ("The truce in Hodeidah is holding despite fears of violations.", "ye/hodeidah in_force"),
    ("The truce in Hodeidah is holding despite threats by hardliners to break it.", "ye/hodeidah in_force"),
    ("The truce in Hodeidah is holding despite a delay in the prisoner swap.", "ye/hodeidah in_force"),
    # will and would
    ("The ceasefire in Hodeidah, which is to start at noon on Sunday, was announced in Hamburg.", "ye/hodeidah agreed"),
    ("It was announced that starting at midnight a ceasefire will be established in Hodeidah.", "ye/hodeidah agreed"),
    ("There will be a ceasefire in Hodeidah from midday on June 9, the minister said.", "ye/hodeidah agreed"),
    ("The two sides agreed on a ceasefire in Hodeidah from June 24.", "ye/hodeidah agreed"),
    ("The army will cease fire in Hodeidah from noon on Monday.", "ye/hodeidah agreed"),
    ("Government forces and rebels will stop firing in Hodeidah at midnight, Moscow said.", "ye/hodeidah agreed"),
    ("The UN confirmed an agreement on a ceasefire in Hodeidah, which goes into effect on Sunday.", "ye/hodeidah agreed"),
    ("A ceasefire in Hodeidah was to take effect at 6 a.m. on Monday.", "ye/hodeidah agreed"),
    ("The ceasefire in Hodeidah will continue for two more months, the UN envoy said.", "ye/hodeidah in_force"),
    ("The truce in Hodeidah will remain in force for another month.", "ye/hodeidah in_force"),
    ("Envoys of Colombia's government and of the ELN have been working towards a ceasefire.", "CO negotiating"),
    (
        "The president of the Philippines is not declaring a truce with the Maoists over the holidays, his spokesman said.",
        "PH rejected",
    ),
    ("The Philippine government will not reciprocate a holiday ceasefire declared by communist rebels.", "PH rejected"),
    # headlines with a lead
    ("Yemen truce takes effect\nA two-month truce took effect in Yemen on Saturday.", "YE in_force"),
    ("Yemen's warring sides agree two-month truce\nThe UN envoy announced the deal on Friday.", "YE agreed"),
    (
        "Yemen truce expires without renewal\nA six-month truce in Yemen lapsed on Sunday after the sides failed "
        "to agree on an extension.",
        "YE ended",
    ),
    (
        "Yemen's Houthis, government trade blame over truce breaches\nBoth sides accused each other of violations.",
        "YE violated",
    ),
    ("Sudan truce talks stall in Jeddah\nTalks on a ceasefire in Sudan made no headway on Monday.", "SD negotiating"),
    (
        "Sudan's army chief rejects truce proposal\nSudan's army chief has turned down a humanitarian truce "
        "proposed by mediators.",
        "SD rejected",
    ),
    (
        "UN chief calls for Ramadan truce in Sudan\nThe UN secretary-general appealed for a truce in Sudan during Ramadan.",
        "SD proposed",
    ),
    (
        "Gaza ceasefire holds for third day as aid trickles in\nThe ceasefire in the Gaza Strip held on Wednesday.",
        "ps/gaza-strip in_force",
    ),
    (
        "Israeli strikes kill 12 in Gaza despite ceasefire\nIsraeli air strikes killed at least 12 people in Gaza"
        " on Monday, testing a fragile truce.",
        "ps/gaza-strip violated",
    ),
    (
        "Hamas rejects Gaza truce offer\nHamas has rejected an Israeli proposal for a temporary ceasefire in Gaza.",
        "ps/gaza-strip rejected",
    ),
    (
        "Mediators race to seal Gaza truce\nMediators stepped up efforts on Tuesday to secure a ceasefire in Gaza.",
        "ps/gaza-strip negotiating",
    ),
    (
        "Gaza truce collapses as Israel resumes bombing\nIsrael resumed its bombing of Gaza on Tuesday, "
        "shattering a two-month truce.",
        "ps/gaza-strip ended",
    ),
    (
        "India-Pakistan ceasefire holds\nA ceasefire between India and Pakistan was holding on Monday after days of strikes.",
        "IN in_force; PK in_force",
    ),
    (
        "Congo, M23 rebels sign ceasefire deal in Doha\nThe Democratic Republic of Congo and M23 rebels signed a "
        "deal on Saturday to end fighting in the east.",
        "CD agreed",
    ),
    (
        "Colombia suspends ceasefire with dissident rebels\nColombia's government suspended on Sunday a ceasefire"
        " with the EMC in three provinces.",
        "CO suspended",
    ),
    (
        "Colombia's Petro ends truce with ELN\nPresident Gustavo Petro called off a ceasefire with the ELN rebels"
        " in Colombia on Friday.",
        "CO ended",
    ),
    (
        "Myanmar junta, rebels agree ceasefire in China-brokered talks\nMyanmar's military and an alliance of "
        "ethnic armed groups have agreed a truce.",
        "MM agreed",
    ),
    (
        "Tigray truce shaky as fighting flares\nFighting broke out in Tigray on Wednesday, shattering a five-month truce.",
        "et/tigray violated",
    ),
    ("Kremlin rejects Ukraine ceasefire\nRussia on Monday ruled out a 30-day ceasefire in Ukraine.", "UA rejected"),
    ("Easter truce begins in Ukraine\nA 30-hour truce began in Ukraine on Saturday evening.", "UA in_force"),
    (
        "Putin declares Easter truce in Ukraine\nPresident Vladimir Putin announced a 30-hour truce in Ukraine "
        "starting on Saturday.",
        "UA agreed",
    ),
    (
        "Karabakh truce broken minutes after start\nArmenia and Azerbaijan accused each other of violating a "
        "ceasefire in Nagorno-Karabakh.",
        "az/nagorno-karabakh violated",
    ),
    (
        "Ceasefire takes hold in Syria's Sweida\nA ceasefire was holding in Sweida province on Sunday after a "
        "week of bloodshed.",
        "SY13 in_force",
    ),
    (
        "Russia, Turkey agree Idlib ceasefire\nThe presidents of Russia and Turkey agreed on Thursday on a ceasefire in Idlib.",
        "SY07 agreed",
    ),
    (
        "Libya rivals sign permanent ceasefire\nLibya's warring sides signed a nationwide ceasefire in Geneva on Friday.",
        "LY agreed",
    ),
    (
        "Guns fall silent in Yemen's Hodeidah as truce begins\nA UN-brokered truce began at midnight in the port city.",
        "ye/hodeidah in_force",
    ),
    (
        "Afghan president offers Taliban Eid truce\nAfghanistan's president offered the Taliban a ceasefire for Eid.",
        "AF proposed",
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_a_text_says_which_truce_stands_where(text: str, expected: str) -> None:
    found = zones(read(text + BACKGROUND, "2024-06-02"))
    assert "; ".join(f"{area} {status}" for area, status in sorted(found)) == expected


LOST = [
    ("Turkey and Russia agreed a truce in Syria s Idlib.", {("SY07", "agreed")}),
    ("A truce took effect in Syria s northern city of Aleppo on Tuesday.", {("sy/aleppo", "in_force")}),
    ("The ceasefire in Syria s southwest took effect on Sunday.", {("sy/south-west", "in_force")}),
    ("The truce in Idlib didn t hold as shelling went on.", {("SY07", "ended")}),
    ("The truce in Idlib hasn't been broken by shelling.", {("SY07", "in_force")}),
    ("The truce in Idlib wasn t respected.", {("SY07", "violated")}),
    ("The rebels won't sign a truce in Idlib.", {("SY07", "rejected")}),
]


@pytest.mark.parametrize(("text", "expected"), LOST)
def test_a_lost_apostrophe_changes_nothing(text: str, expected: set[tuple[str, str]]) -> None:
    assert zones(read(text)) == expected
