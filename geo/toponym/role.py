"""What a place does in its sentence: a government that acts, a venue of talks, the name of an event, or just a place.

`covered` is not decided here: it follows from the statements.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from geo.cue import CueKind, Cues
from geo.gazetteer import Gazetteer, Kind
from geo.mention import Mention
from geo.span import Span
from geo.text.phrase import PhraseTable, Words
from geo.toponym.adjective import is_accusative_adjective, is_english_adjective
from geo.toponym.dateline import is_bracketed, is_of_paper, is_shouted, is_signed, names_country_behind
from geo.toponym.home import home_country
from geo.toponym.resolution import Reading, Resolution, Role
from geo.toponym.venue import Venues
from geo.toponym.verb_form import has_form_of_verb, is_dual_imperfect, is_feminine_imperfect

_FROM = "من"
_TO_STATE = "لدي"  # folded
_ALREADY = "قد"
_BY = "عن"
_DATELINE_WORDS = 2  # words that may stand before the last name of a dateline
_ADDRESS_REACH = 4  # words between «رسالة» and «إلى», «تحذيرا» and «من»
_OBJECT_REACH = 2  # words between a verb of accusing and its object
_DATE_REACH = 3  # words of "late on" before a date
_DEED_REACH = 2  # words from "Kyiv's" to "recent attacks"
_RULER_REACH = 4  # words of "President Vladimir V. Putin"
_TRAVELLER_REACH = 4  # words of «المبعوث الأممي الخاص ستيفان» between «غادر» and the place
_GROUP_REACH = 4  # words of "Shi'ite militant group" before its name
_BORDER_REACH = 4  # words between «الحدود» and «بين», «مع»
_SAID = ("proposed", "rejected")  # what somebody says to a truce
_INCUMBENT_ON = ("علي", "وعلي")  # «على سوريا أن تفهم», folded


def assign_roles(
    text: str, words: Words, cues: Cues, resolutions: Sequence[Resolution], gazetteer: Gazetteer, demonyms: PhraseTable[str],
    dates: Sequence[Span],
) -> tuple[Resolution, ...]:  # fmt: skip
    """The resolutions with reading and role, in the same order; those that are adjectives are left out. `dates` are the
    spans of the text's date expressions."""
    named = {r.mention.first for r in resolutions}
    resolutions = [
        r for r in resolutions
        if not is_english_adjective(r.mention, words, cues, demonyms, named) and not is_accusative_adjective(r.mention, words)
    ]  # fmt: skip
    roles = _Roles(text, words, cues, gazetteer, resolutions, dates)
    assigned: list[Resolution] = []
    for resolution in resolutions:
        reading, role = roles.of(resolution, assigned[-1] if assigned else None)
        if reading is not resolution.reading or role is not resolution.role:
            resolution = Resolution(
                mention=resolution.mention, area=resolution.area, candidates=resolution.candidates, reading=reading, role=role
            )  # fmt: skip
        assigned.append(resolution)
    hosts = roles.venues.capitals_that_host(demonyms)
    if not hosts:
        return tuple(assigned)
    return tuple(
        replace(r, role=Role.VENUE) if r.role is Role.CONTEXT and r.area and r.area.key in hosts else r for r in assigned
    )


class _Roles:
    def __init__(
        self, text: str, words: Words, cues: Cues, gazetteer: Gazetteer, resolutions: Sequence[Resolution],
        dates: Sequence[Span],
    ) -> None:  # fmt: skip
        self.text = text
        self.dates = dates
        self.words = words
        self.places_of_events: set[int] = set()  # lists that a preposition of place opens: "felt in Beirut, Cyprus and Cairo"
        self.datelines: set[int] = set()  # the first words of the cities that datelines name
        self.cues = cues
        self.gazetteer = gazetteer
        self.capitals = gazetteer.capital_cities
        self.list_ends: dict[int, int] = {}  # the last word of each list
        self.list_sizes = Counter(resolution.mention.group for resolution in resolutions)
        for resolution in resolutions:
            self.list_ends[resolution.mention.group] = resolution.mention.last
        self.venues = Venues(words, cues, gazetteer, resolutions, dates)
        inland = [r for r in resolutions if not self.venues.is_venue(r)]
        self.home = home_country(inland, gazetteer) or home_country(resolutions, gazetteer)

    def of(self, resolution: Resolution, before: Resolution | None) -> tuple[Reading, Role]:
        if not resolution.area:
            return Reading.LITERAL, Role.CONTEXT
        mention = resolution.mention
        place = self.gazetteer.places[resolution.area.place]
        abroad = place.country != self.home
        bare = not mention.setting and not mention.direction
        seat = place.id in self.capitals or self._speaks_as_seat(resolution)
        governs = bare and (place.kind is Kind.COUNTRY or seat) and mention.head in (None, "state")
        listed = before is not None and before.mention.group == mention.group and not self._is_possessive(resolution)
        if self.venues.names_event(resolution, self.home) or self.venues.names_round(resolution):
            return Reading.EVENT_NAME, Role.VENUE
        literal = before is not None and before.reading is not Reading.EVENT_NAME
        shares = governs or (before is not None and (before.role is Role.VENUE or self._rules_beside(resolution, before)))
        if listed and before and literal and before.role in (Role.ACTOR, Role.VENUE) and shares:
            return before.reading, before.role
        if self.venues.holds_talks(resolution, abroad):
            return Reading.LITERAL, Role.VENUE
        located = listed and mention.group in self.places_of_events
        located = located and not self._opens_clause(mention) and not self._says_it(resolution, before)
        if governs and not located and self._acts(resolution, before, abroad):
            return Reading.METONYM, Role.ACTOR
        if (
            self.venues.is_located(resolution)
            or self._names_owner(resolution)
            or (governs and self._is_behind_preposition(mention))
        ):
            self.places_of_events.add(mention.group)
        return Reading.LITERAL, Role.CONTEXT

    def _rules_beside(self, resolution: Resolution, before: Resolution) -> bool:
        """«بين بغداد وأربيل»: a city that others rule from, named behind the capital of its country as the other side."""
        area, capital = resolution.area, before.area
        if area is None or capital is None or capital.place not in self.capitals or resolution.mention.setting:
            return False
        country = {self.gazetteer.places[a.place].country for a in (area, capital)}
        return area.place in self.gazetteer.seats_of_rule and len(country) == 1

    def _speaks_as_seat(self, resolution: Resolution) -> bool:
        """«قالت تل أبيب», «أن تل أبيب تسعى»: a city that others rule from, where it says or does something. Arabic only."""
        mention, area = resolution.mention, resolution.area
        first, behind = mention.first, mention.last + 1
        if area is None or area.place not in self.gazetteer.seats_of_rule or self.words.is_english(first):
            return False
        if mention.prefixes or self.list_sizes[mention.group] > 1 or first == 0 or not self.words.joined(first - 1):
            return False
        opener = self.cues.ending(CueKind.OPENER, first - 1)
        does = behind < len(self.words) and self.words.joined(mention.last) and is_feminine_imperfect(self.words.texts[behind])
        acts = does and not self._lives_through(mention.last) and opener is not None and opener.value == "complement"
        return acts or (
            self.cues.ending(CueKind.SPEECH, first - 1) is not None and has_form_of_verb(self.words.texts[first - 1])
        )

    def _opens_clause(self, mention: Mention) -> bool:
        """In "trenches across Khartoum, and Riyadh conceded …" the comma parts two clauses, not two names of a list; nor are
        they one in «خروج مقاتلين من الحجر الأسود ودمشق تنفي»."""
        if mention.prefixes == ("و",):
            return self.list_sizes[mention.group] == 2 and self._says_behind(mention)
        conjunction = mention.first - 1
        if (
            conjunction < 1
            or self.words.texts[conjunction] != "and"
            or "," not in self.words.between(conjunction - 1, conjunction)
        ):
            return False
        return self.list_sizes[mention.group] == 2 and self._follows_as_verb(mention)

    def _says_it(self, resolution: Resolution, before: Resolution | None) -> bool:
        """In "agreed to a truce in Khartoum, Saudi Arabia and the United States said" the comma parts the places from who says
        so. English only."""
        first = resolution.mention.first
        if before is None or self.gazetteer.names_country(before.area) or not self.words.is_english(first):
            return False
        last = self.list_ends[resolution.mention.group]
        says = self.words.joined(last) and self.cues.starting(CueKind.SPEECH, last + 1) is not None
        return says and "," in self.words.between(first - 1, first)

    def _names_owner(self, resolution: Resolution) -> bool:
        """«وزراء خارجية روسيا وتركيا», «الحدود بين غزة وإسرائيل»: every name of the list is no more than named."""
        word = resolution.mention.first - 1
        if word < 0 or not self.words.joined(word):
            return False
        office = self.cues.ending(CueKind.OFFICE, word)
        return (office is not None and office.value != "government") or self._is_border(word) or self._lies_between(word)

    def _lies_between(self, word: int) -> bool:
        """In "the road between Beirut and Damascus", "flights between …", every name is an end of something."""
        locative = self.cues.ending(CueKind.LOCATIVE, word)
        return locative is not None and locative.last > locative.first and self.words.texts[word] == "between"

    def _is_possessive(self, resolution: Resolution) -> bool:
        """«Russia's»: what follows is the next of the list, and not the country («talks in Moscow, Russia's envoy said»)."""
        last = resolution.mention.last
        return self.words.source(last, last).end > resolution.mention.span.end

    def _owns_group(self, resolution: Resolution) -> bool:
        """ "Lebanon's Hezbollah", "Yemen s Houthi rebels": a group that is not its government. English only."""
        behind = resolution.mention.last + 1
        lost = behind < len(self.words) and self.words.texts[behind] == "s"  # the apostrophe was lost
        reach = range(behind + lost, min(behind + lost + _GROUP_REACH, len(self.words)))
        if not lost and not self._is_possessive(resolution):
            return False
        group = next((cue for i in reach if (cue := self.cues.starting(CueKind.GROUP, i)) and cue.value), None)
        if group is None or not all(map(self.words.joined, range(behind + lost - 1, group.first))):
            return False
        countries = {self.gazetteer.places[place].country for place in (group.value, *resolution.mention.candidates)}
        return len(countries) == 1  # no "Israel's war on Hamas"

    def _acts(self, resolution: Resolution, before: Resolution | None, abroad: bool) -> bool:
        """A country or capital stands for its government: as the subject of a verb, as one addressed or accused, or as a
        party; abroad also wherever nothing says that it is a location."""
        mention = resolution.mention
        word = self._before_each_of(mention.first - 1)
        word -= word > 0 and self.words.texts[word] == "the"  # "brokered by the United Arab Emirates"
        joined = word >= 0 and self.words.joined(word)
        if mention.prefixes and self._opens_clause(mention):
            return True
        if joined and self._is_seat_of(word):
            return True
        happened = joined and self.cues.ending(CueKind.EXPERIENCE, word)  # «شهدت صنعاء خروقات»
        if (
            happened
            or self._lives_through(mention.last)
            or self._is_dateline(resolution, before, abroad)
            or self.venues.is_located(resolution)
            or (joined and self.words.is_a("of_a_state", word))  # «سيادة سوريا»
        ):
            return False
        if self._owns_group(resolution) or (joined and self._is_travelled_to(mention, word)):
            return False
        if joined and (self._is_subject(mention, word) or self._sponsors(word) or self._is_sent_by(word)):
            return True
        if joined and self._is_object(resolution, before, word):
            return True
        if (joined and (self._is_ruled(word) or self._issues(word))) or self._owns_deed(resolution):
            return True
        if joined and (verdict := self._beside(mention, word, abroad)) is not None:
            return verdict
        if "ل" in mention.prefixes:
            if joined and self.words.is_a("preceded", word):  # «سبق لدمشق أن تخلت عن هدنة»
                return True
            return (abroad and not self._near(word, CueKind.VISIT)) or self._near(word, CueKind.ADDRESS)
        return "ب" not in mention.prefixes and (self._follows_as_verb(mention) or abroad)

    def _is_seat_of(self, word: int) -> bool:
        """ "The government in Tripoli", "the authorities in Kabul": whoever rules from there; not "a house in Kabul". A truce
        "with the government in Sanaa" may be one there. English only."""
        ruler = word - 1
        if ruler < 0 or self.words.texts[word] != "in" or self.words.texts[ruler] == "house":
            return False
        if "with" in self.words.texts[max(ruler - 2, 0) : ruler]:
            return False
        return self.words.is_a("institution", ruler) and self.words.joined(ruler)

    def _lives_through(self, last: int) -> bool:
        """«وكانت الخرطوم (قد) شهدت غارات»: the verb behind a name that ends with the word `last`."""
        verb = last + 1 + (self.words.texts[last + 1 : last + 2] == (_ALREADY,))
        beside = all(map(self.words.joined, range(last, min(verb, len(self.words) - 1))))
        return beside and self.cues.starting(CueKind.EXPERIENCE, verb) is not None

    def _is_travelled_to(self, mention: Mention, word: int) -> bool:
        """«غادر وزير الخارجية عمّان», «زار الرئيس الروسي أنقرة»: only who travels stands between the verb and a bare name; in
        «غادرت أنقرة» the city may be who left. Arabic only."""
        if mention.prefixes or has_form_of_verb(self.words.texts[word]) or self.words.is_a("delegates", word):
            return False  # «وصل وفد موسكو»
        if self.cues.ending(CueKind.OFFICE, word):
            return False
        for verb in range(word - 1, max(word - 1 - _TRAVELLER_REACH, -1), -1):
            if not self.words.joined(verb) or self.cues.ending(CueKind.LOCATIVE, verb + 1):
                return False
            if self.words.is_a("travels", verb):
                return True
        return False

    def _is_ruled(self, word: int) -> bool:
        """ "President Vladimir Putin of Russia": its ruler acts. English only."""
        reach = range(max(word - _RULER_REACH, 0), word)
        return self.words.texts[word] == "of" and any(
            self.words.is_a("ruler", i) and all(map(self.words.joined, range(i, word))) for i in reach
        )

    def _owns_deed(self, resolution: Resolution) -> bool:
        """ "China's mediation", "Kyiv's recent attacks": what only a government does. English only."""
        last = resolution.mention.last
        if not self.words.is_english(last) or not self._is_possessive(resolution):
            return False
        behind = range(last + 1, min(last + 1 + _DEED_REACH, len(self.words)))
        return any(self.words.is_a("deed_of_state", i) and all(map(self.words.joined, range(last, i))) for i in behind)

    def _issues(self, word: int) -> bool:
        """«لم يصدر عن دمشق أي تعليق»: whoever has said nothing, or something."""
        return word > 0 and self.words.texts[word] == _BY and self.words.is_a("is_issued", word - 1)

    def _sponsors(self, word: int) -> bool:
        """«برعاية من قطر», «بمساع من إيران وتركيا», «بيان مشترك من إيران وروسيا», "with the mediation of Oman", "under the
        auspices of Qatar"."""
        under = self.cues.ending(CueKind.SPONSOR, word) is not None or (word > 0 and self.words.is_a("mediation", word - 1))
        if self.words.texts[word] == "of" and under:
            return True
        return self.words.texts[word] == _FROM and any(
            self.cues.ending(CueKind.SPONSOR, i) or self.words.is_a("issued", max(i - 1, 0)) for i in (word, word - 1)
        )

    def _is_sent_by(self, word: int) -> bool:
        """«مفاوضون من تركيا», "officials from Egypt": what sends those who talk; who agrees to a truce may be a side of it."""
        sent = self.words.texts[word] in (_FROM, "from") and word > 0 and self.words.is_a("people_of_state", word - 1)
        last = self.words.sentence(self.words.sentences[word])[1] if sent else word
        return sent and all(cue.value != "agreed" for cue in self.cues.within(word, last, CueKind.STATUS))

    def _before_each_of(self, word: int) -> int:
        """The word before «كل من», "both": what it stands behind governs each name of the list."""
        if word > 0 and self.words.texts[word] == "both":
            return word - 1
        each = self.cues.ending(CueKind.LOCATIVE, word)
        whole = each and each.last > each.first and self.words.is_a("each", each.last - 1)
        return each.first - 1 if each and whole and self.words.joined(each.first - 1) else word

    def _near(self, word: int, kind: CueKind) -> bool:
        """A cue of a kind in the few words before, in the same sentence."""
        found = self.cues.within(max(word - _ADDRESS_REACH, 0), word, kind)
        return bool(found) and self.words.sentences[found[-1].first] == self.words.sentences[word]

    def _beside(self, mention: Mention, word: int, abroad: bool) -> bool | None:
        """What the noun or preposition before the name says: an agent or a party acts, a border or a topic is no actor."""
        office = self.cues.ending(CueKind.OFFICE, word)
        if office:  # «رئيس روسيا», «قوات حكومة جنوب السودان»: they act, and their country is only named
            return office.value == "government" and not self.cues.ending(CueKind.CONFLICT, office.first - 1)
        locative = self.cues.ending(CueKind.LOCATIVE, word)
        if locative and locative.last > locative.first:  # «الحدودي مع»
            return False
        if self._is_border(word):
            return False
        if self.words.is_english(mention.first) and (verdict := self._behind_preposition(mention, word)) is not None:
            return verdict
        if self.words.texts[word] == _TO_STATE and self._near(word, CueKind.OFFICE):  # «السفير السعودي لدى اليمن»
            return False
        party = self.cues.ending(CueKind.PARTY, word)
        if party and (abroad or party.value != "abroad") and "ب" not in mention.prefixes:
            return True
        if locative and self._near(word, CueKind.ADDRESS):  # «رسالة إلى إيران», «تحذيرا من واشنطن»
            return True
        if self.cues.ending(CueKind.VISIT, word):
            return False
        if locative or self.cues.ending(CueKind.LOCATIVE, word - 1):
            return False
        title = self.cues.ending(CueKind.CAPITAL, word - 1)  # «ضربات على العاصمة الإيرانية طهران»
        return False if title and self.cues.ending(CueKind.LOCATIVE, title.first - 1) else None

    def _is_behind_preposition(self, mention: Mention) -> bool:
        word = mention.first - 1
        english = word >= 0 and self.words.joined(word) and self.words.is_english(mention.first)
        return english and self._behind_preposition(mention, word) is False

    def _behind_preposition(self, mention: Mention, word: int) -> bool | None:
        """Behind an English preposition a country is only named ("fled to Jordan", "merchants from Jordan"), unless something
        is said to it ("a message to Iran"); behind "with" it is a party, unless what it owns is one ("with Syria's Kurds")."""
        if self.words.texts[word] == "the":
            word -= 1
        if self._is_asked(word):
            return True
        party = self.cues.ending(CueKind.PARTY, word)
        if party and party.value != "abroad":
            return False if self.words.source(mention.last, mention.last).end > mention.span.end else None
        if not any(self.cues.ending(kind, word) for kind in (CueKind.ABOUT, CueKind.LOCATIVE)):
            return None
        return self._near(word, CueKind.ADDRESS)

    def _is_asked(self, preposition: int) -> bool:
        """ "Turkey called on Russia to stop", "the envoy appealed to Damascus": who is asked to do something."""
        text = self.words.texts[preposition]
        asked = text == "on" and self.words.is_a("asked_on", preposition - 1)
        return asked or (text == "to" and self.words.is_a("asked_to", preposition - 1))

    def _is_subject(self, mention: Mention, word: int) -> bool:
        """«تبدي روسيا», «يأمل لبنان», «أن موسكو تؤدي», «على سوريا أن تفهم»: a verb or a complementizer stands right before."""
        text = self.words.texts[word]
        if self.words.is_a("at_it", word) and self._has_verb(word - 1):  # «هدنة وافقت عليها دمشق»
            return not mention.prefixes
        if self.cues.ending(CueKind.SPEECH, word) or (has_form_of_verb(self.words.texts[word]) and not mention.prefixes):
            return not self.cues.ending(CueKind.EXPERIENCE, word)  # what a country lives through it does not do
        opener = self.cues.ending(CueKind.OPENER, word)
        if opener and opener.value == "complement" and not mention.prefixes and not text.isascii():
            return not self._is_topic_of_relative(mention.last + 1)
        after = self.words.texts[mention.last + 1] if mention.last + 1 < len(self.words) else ""
        return text in _INCUMBENT_ON and after == "ان"

    def _has_verb(self, word: int) -> bool:
        """«وافقت (عليها)», «هددت (به)»: a verb of agreeing or of saying, or one of what a capital did."""
        if word < 0 or not self.words.joined(word) or not has_form_of_verb(self.words.texts[word]):
            return False
        told = any(self.cues.starting(kind, word) for kind in (CueKind.STATUS, CueKind.SPEECH))
        return told or (self.words.texts[word].endswith("ت") and not self.cues.starting(CueKind.EXPERIENCE, word))

    def _is_topic_of_relative(self, after: int) -> bool:
        """«أن إيطاليا باتت …»: a country that has become something is what is spoken of, no more."""
        return self.cues.starting(CueKind.EXPERIENCE, after) is not None

    def _is_object(self, resolution: Resolution, before: Resolution | None, word: int) -> bool:
        """«هددت الولايات المتحدة سوريا», «انتقد ضمنا دمشق»: it follows who acts, or a verb of accusing within a few words."""
        mention = resolution.mention
        if mention.prefixes or self.words.is_english(word):
            return False
        if before is not None and before.role is Role.ACTOR and before.mention.last == word and not before.mention.prefixes:
            return True
        reach = max(word - _OBJECT_REACH, 0)
        verbs = [c for c in self.cues.within(reach, word, CueKind.SPEECH) if c.value == "targets" and not c.prefixes[1:]]
        if not verbs or self.words.sentences[verbs[-1].first] != self.words.sentences[word]:
            return False
        between = self.words.texts[verbs[-1].last + 1 : word + 1]
        free = all(self.words.joined(i) for i in range(verbs[-1].last, word + 1))
        return (
            free
            and len(between) <= _OBJECT_REACH
            and not self.cues.within(verbs[-1].last + 1, word, CueKind.LOCATIVE, CueKind.OFFICE)
        )

    def _is_border(self, word: int) -> bool:
        """«الحدود بين غزة وإسرائيل», «الحدود الجنوبية لسوريا مع الأردن», «معبر نصيب مع الأردن»: where two countries meet."""
        party = self.cues.ending(CueKind.PARTY, word)
        if not party or not self.words.is_a("between", party.last):
            return False
        return any(
            self.words.texts[i].removeprefix("و").removeprefix("ال").startswith(("حدود", "border"))
            or self.words.is_a("border_crossing", i)
            for i in range(max(word - _BORDER_REACH, 0), word) if self.words.sentences[i] == self.words.sentences[word]
        )  # fmt: skip

    def _follows_as_verb(self, mention: Mention) -> bool:
        """«أنقرة تقترح …», «واشنطن تكثف الضغط»: a verb follows a name that opens a clause."""
        after = mention.last + 1
        last = self.list_ends[mention.group]
        if last > mention.last and self.words.is_english(last) and self.words.joined(last):
            verb = self._behind_date(last + 1)
            return self.cues.starting(CueKind.SPEECH, verb) is not None  # "Damascus and Moscow denied"
        if last > mention.last and self.words.joined(last) and is_dual_imperfect(self.words.texts[last + 1]):
            return mention.first == 0 or not self.words.joined(mention.first - 1)  # «الهند وباكستان تتفقان»
        if after >= len(self.words) or not self.words.joined(mention.last):
            return False
        said, word = self.cues.starting(CueKind.SPEECH, self._behind_date(after)) is not None, self.words.texts[after]
        opens = mention.first == 0 or not self.words.joined(mention.first - 1)
        imperfect = word.startswith(("ت", "ست")) and is_feminine_imperfect(word)
        return said or (opens and imperfect and not self._is_topic_of_relative(after))

    def _says_behind(self, mention: Mention) -> bool:
        """«ودمشق تنفي»: right behind a name stands what it, feminine as cities and countries are, says. Arabic only."""
        after = mention.last + 1
        if after >= len(self.words) or not self.words.joined(mention.last):
            return False
        asked = self.cues.starting(CueKind.STATUS, after)
        said = self.cues.starting(CueKind.SPEECH, after) is not None or (asked is not None and asked.value in _SAID)
        return said and is_feminine_imperfect(self.words.texts[after])

    def _behind_date(self, word: int) -> int:
        """The word behind the date between an English subject and its verb ("Russia late on Friday agreed"), the word itself
        where there is none."""
        first = word
        while first < len(self.words) and first - word < _DATE_REACH and self.words.is_a("opens_date", first):
            first += 1
        if first >= len(self.words):
            return word
        start = self.words.source(first, first).start
        date = next((d for d in self.dates if d.start <= start < d.end), None)
        return self.words.within(date).stop if date else word

    def _is_dateline(self, resolution: Resolution, before: Resolution | None, abroad: bool) -> bool:
        """«عمان - …», «دبي، الإمارات (CNN) …», "BEIRUT Syrian …": where the report was filed, at the start of a line. Before
        a colon stands what a text is about, or who speaks if it is about another country («واشنطن: على روسيا …»)."""
        first, last = resolution.mention.first, resolution.mention.last
        filed = any(rule(self.text, resolution.mention) for rule in (is_signed, is_bracketed, is_of_paper))
        if filed or self._dateline_of_two(resolution, before):
            return True
        if first > _DATELINE_WORDS and "\n" not in self.words.between(first - _DATELINE_WORDS - 1, first):
            return False
        ends = last + 1 < len(self.words) and any(
            mark in self.words.between(last, last + 1) for mark in ("-–—(/" if abroad else "-–—(/:")
        )  # fmt: skip
        return ends or is_shouted(self.text, self.words, resolution.mention)

    def _dateline_of_two(self, resolution: Resolution, before: Resolution | None) -> bool:
        """«واشنطن، الولايات المتحدة (CNN)», "AMMAN, Jordan — ": the city of a dateline, and the country behind it."""
        if (
            before is not None
            and before.mention.last == resolution.mention.first - 1
            and before.mention.first in self.datelines
        ):
            return True
        if names_country_behind(self.words, resolution.mention):
            self.datelines.add(resolution.mention.first)
            return True
        return False
