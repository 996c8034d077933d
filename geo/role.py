"""What a place does in its sentence: a government that acts, a venue of talks, the name of an event, or just a place.

`covered` is not decided here: it follows from the statements.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from geo.cue import CueKind, Cues
from geo.gazetteer import Gazetteer, Kind
from geo.phrase import PhraseTable, Words, stems
from geo.resolution import Reading, Resolution, Role

_DATELINE_WORDS = 2  # words that may stand before the last name of a dateline
_VENUE_REACH = 9  # words between talks and the town that they are held in, in one sentence
_HEAD_REACH = 5  # words of an English head phrase before a name: "in the southern Swiss city of Lugano"
_SHORTEST_SHOUT = 3  # letters of a name in capitals, so that "US" is none


def assign_roles(
    text: str, words: Words, cues: Cues, resolutions: Sequence[Resolution], gazetteer: Gazetteer, demonyms: PhraseTable[str]
) -> tuple[Resolution, ...]:
    """The resolutions with reading and role, in the same order."""
    roles = _Roles(text, words, cues, gazetteer, resolutions)
    assigned: list[Resolution] = []
    for resolution in resolutions:
        reading, role = roles.of(resolution, assigned[-1] if assigned else None)
        if reading is not resolution.reading or role is not resolution.role:
            resolution = replace(resolution, reading=reading, role=role)
        assigned.append(resolution)
    hosts = roles.capitals_that_host(demonyms)
    if not hosts:
        return tuple(assigned)
    return tuple(
        replace(r, role=Role.VENUE) if r.role is Role.CONTEXT and r.area and r.area.key in hosts else r for r in assigned
    )


def home_country(resolutions: Sequence[Resolution], gazetteer: Gazetteer) -> str | None:
    """The country that most of the text's places lie in, capitals and hosts of talks aside; None if there are none."""
    capitals, hosts = gazetteer.capital_cities, gazetteer.host_cities
    inner: Counter[str] = Counter()
    whole: Counter[str] = Counter()
    for resolution in resolutions:
        if resolution.area:
            place = gazetteer.places[resolution.area.place]
            if place.country and place.kind is not Kind.COUNTRY and place.id not in capitals and place.id not in hosts:
                inner[place.country] += 1
            elif place.country and (resolution.area.direction or place.kind is Kind.COUNTRY):
                whole[place.country] += 1
    for counter in (inner, whole):
        if counter:
            return counter.most_common(1)[0][0]
    return None


class _Roles:
    def __init__(self, text: str, words: Words, cues: Cues, gazetteer: Gazetteer, resolutions: Sequence[Resolution]) -> None:
        self.text = text
        self.words = words
        self.places_of_events: set[int] = set()  # lists that a preposition of place opens: "felt in Beirut, Cyprus and Cairo"
        self.cues = cues
        self.gazetteer = gazetteer
        self.capitals = gazetteer.capital_cities
        self.words_before: dict[int, int | None] = {}  # by a name's first word, what `_word_before` said
        self.venues: dict[int, bool] = {}
        inland = [r for r in resolutions if not self._is_venue(r)]
        self.home = home_country(inland, gazetteer) or home_country(resolutions, gazetteer)

    def of(self, resolution: Resolution, before: Resolution | None) -> tuple[Reading, Role]:
        if not resolution.area:
            return Reading.LITERAL, Role.CONTEXT
        mention = resolution.mention
        place = self.gazetteer.places[resolution.area.place]
        abroad = place.country != self.home
        bare = not mention.setting and not mention.direction
        governs = bare and (place.kind is Kind.COUNTRY or place.id in self.capitals) and mention.head in (None, "state")
        listed = before is not None and before.mention.group == mention.group and not self._is_possessive(resolution)
        if self._names_an_event(resolution, abroad):
            return Reading.EVENT_NAME, Role.VENUE
        literal = before is not None and before.reading is not Reading.EVENT_NAME
        if listed and before and literal and before.role in (Role.ACTOR, Role.VENUE) and (governs or before.role is Role.VENUE):
            return before.reading, before.role
        hosts = place.id in self.capitals or place.id in self.gazetteer.host_cities
        if (abroad or hosts) and self._is_venue(resolution):
            return Reading.LITERAL, Role.VENUE
        if bare and place.kind is not Kind.COUNTRY and self._talks_in(resolution):
            return Reading.LITERAL, Role.VENUE
        located = listed and mention.group in self.places_of_events
        if governs and not located and self._acts(resolution, abroad):
            return Reading.METONYM, Role.ACTOR
        if self._located(resolution):
            self.places_of_events.add(mention.group)
        return Reading.LITERAL, Role.CONTEXT

    def _names_an_event(self, resolution: Resolution, abroad: bool) -> bool:
        """«محادثات أستانة», "the Astana process": the head noun stands directly beside the bare name."""
        mention = resolution.mention
        if mention.prefixes or mention.head or mention.setting or mention.direction or not abroad:
            return False
        if self.words.texts[mention.first].isascii():
            after = self.cues.starting(CueKind.EVENT_HEAD, mention.last + 1)
            return bool(after and self.words.joined(mention.last) and not self._is_country(resolution))
        head = self.cues.ending(CueKind.EVENT_HEAD, mention.first - 1)
        return bool(head and self.words.joined(mention.first - 1) and not self._is_country(resolution))

    def _is_possessive(self, resolution: Resolution) -> bool:
        """«Russia's»: what follows is the next of the list, and not the country («talks in Moscow, Russia's envoy said»)."""
        last = resolution.mention.last
        return self.words.source(last, last).end > resolution.mention.span.end

    def _is_country(self, resolution: Resolution) -> bool:
        area = resolution.area
        return area is not None and self.gazetteer.places[area.place].kind is Kind.COUNTRY

    def capitals_that_host(self, demonyms: PhraseTable[str]) -> set[str]:
        """The capitals that the text describes as a venue without their name: «محادثات في العاصمة الأردنية»."""
        hosts = set()
        for head in self.cues.of(CueKind.CAPITAL):
            adjective = demonyms.at(self.words, head.last + 1) if self.words.joined(head.last) else None
            before = head.first - 1
            located = "ب" in head.prefixes or self._is_in(before)
            if adjective and located and self._talks_before(head.first):
                hosts |= {self.gazetteer.capitals[c] for c in adjective.values if c in self.gazetteer.capitals}
        return hosts

    def _is_venue(self, resolution: Resolution) -> bool:
        """Talks are held in it: a preposition of place, and a meeting nearer before it in the sentence than any truce."""
        known = self.venues.get(resolution.mention.first)
        if known is None:
            known = self.venues[resolution.mention.first] = self._is_held_in(resolution)
        return known

    def _is_held_in(self, resolution: Resolution) -> bool:
        if not self._located(resolution) or resolution.area is None or self._is_said_there(resolution):
            return False
        first = resolution.mention.first
        if resolution.area.key not in self.gazetteer.host_cities:
            return self._talks_before(first)
        sentence = self.words.sentence(self.words.sentences[first])[0]
        spoken_of = self.cues.within(sentence, first - 1, CueKind.MEETING, CueKind.AGREEMENT, CueKind.TRUCE)
        return resolution.area.key not in self.capitals or bool(spoken_of)  # one goes to Geneva or Sochi for talks

    def _is_said_there(self, resolution: Resolution) -> bool:
        """«the minister said in Paris»: where somebody spoke of a truce; what was agreed or announced there was held there."""
        before = self._word_before(resolution)
        if before is None or not self.cues.ending(CueKind.SPEECH, before - 1):
            return False
        return not any(self.cues.ending(kind, before - 1) for kind in (CueKind.MEETING, CueKind.STATUS))

    def _talks_in(self, resolution: Resolution) -> bool:
        """«وجرت المفاوضات في مدينة بصرى الشام»: talks, a preposition and the town, with nothing between. Where an English
        text says that a truce "was reached in" a town, it covers the town."""
        before = self._word_before(resolution)
        if before is None or not self._is_in(before) or self.cues.ending(CueKind.MEETING, before - 1) is None:
            return False
        status = self.cues.ending(CueKind.STATUS, before - 1)
        return not (status and status.value == "agreed" and self.words.texts[before].isascii())

    def _talks_before(self, first: int) -> bool:
        if not self.cues.firsts(CueKind.MEETING):
            return False
        sentences = self.words.sentences
        for i in range(first - 1, max(first - _VENUE_REACH, -1), -1):
            if sentences[i] != sentences[first] or self.cues.ending(CueKind.TRUCE, i):
                return False
            if self.cues.ending(CueKind.MEETING, i):
                return True
        return False

    def _located(self, resolution: Resolution) -> bool:
        mention = resolution.mention
        if "ب" in mention.prefixes:
            return True
        before = self._word_before(resolution)
        return before is not None and self._is_in(before)

    def _is_in(self, word: int) -> bool:
        preposition = self.cues.ending(CueKind.LOCATIVE, word)
        return preposition is not None and preposition.value == "in"

    def _word_before(self, resolution: Resolution) -> int | None:
        """The word before the name, its head word and adjectives of the head («في العاصمة الأردنية عمّان»), None at a start."""
        first = resolution.mention.first
        if first not in self.words_before:
            self.words_before[first] = self._before_heads(first)
        return self.words_before[first]

    def _before_heads(self, first: int) -> int | None:
        i = self._before_head_phrase(first) - 1
        while i >= 0 and first - i <= 3 and self.words.joined(i) and self.words.texts[i].startswith("ال"):
            i -= 1
        if i + 1 < first and any("ب" in stem.prefixes for stem in stems(self.words.texts[i + 1])):
            return None
        return i if i >= 0 and self.words.joined(i) else None

    def _before_head_phrase(self, first: int) -> int:
        """The first word of an English head phrase before a name ("the Saudi city of Jeddah", "Jordan's capital Amman"), the
        name's own first word where there is none."""
        if not self.words.texts[first].isascii():
            return first
        head = self.cues.ending(CueKind.ZONES, first - 1) or self.cues.ending(CueKind.CAPITAL, first - 1)
        if head is None:
            return first
        for i in range(head.first, max(head.first - _HEAD_REACH, 0), -1):
            if not self.words.joined(i - 1):
                break
            if self.cues.ending(CueKind.LOCATIVE, i - 1):
                return i
        return first

    def _acts(self, resolution: Resolution, abroad: bool) -> bool:
        """A country or capital stands for its government: beside a verb of saying or deciding, or among parties; abroad also
        wherever no preposition of place says that it is a location."""
        mention = resolution.mention
        before = mention.first - 1
        if self._located(resolution) or self._is_dateline(resolution):
            return False
        if before >= 0 and self.words.joined(before):
            if self.cues.ending(CueKind.SPEECH, before) or self._is_feminine_verb(self.words.texts[before]):
                return True
            locative = self.cues.ending(CueKind.LOCATIVE, before)
            if locative and locative.last > locative.first:  # «الحدودي مع»
                return False
            if self.cues.ending(CueKind.OFFICE, before):  # «جيش جنوب السودان»: the army acts, its country is only named
                return False
            party = self.cues.ending(CueKind.PARTY, before)
            if party and (abroad or party.value != "abroad") and "ب" not in mention.prefixes:
                return True
            if locative or self.cues.ending(CueKind.LOCATIVE, before - 1):
                return False
        if {"ب", "ل"} & set(mention.prefixes):
            return abroad and "ل" in mention.prefixes
        after = mention.last + 1
        if after < len(self.words) and self.words.joined(mention.last) and self._follows_as_verb(after):
            return True
        return abroad

    def _follows_as_verb(self, after: int) -> bool:
        return self.cues.starting(CueKind.SPEECH, after) is not None

    def _is_feminine_verb(self, word: str) -> bool:
        """«تبدي روسيا», «أعلنت أنقرة»: countries and capitals are feminine, and the verb stands before them."""
        stem = next((s.text for s in stems(word) if s.prefixes[:1] in (("و",), ("ف",))), word)
        return any(w[0] == "ت" and len(w) > 3 and not w.endswith("ه") for w in (word, stem)) and not word.startswith("ال")

    def _is_dateline(self, resolution: Resolution) -> bool:
        """«عمان - …», «دبي، الإمارات (CNN) …», "BEIRUT Syrian …": where the report was filed, at the start of a line."""
        first, last = resolution.mention.first, resolution.mention.last
        if first > _DATELINE_WORDS and "\n" not in self.words.between(first - _DATELINE_WORDS - 1, first):
            return False
        ends = last + 1 < len(self.words) and any(mark in self.words.between(last, last + 1) for mark in "-(/:")
        return ends or self._is_shouted(resolution)

    def _is_shouted(self, resolution: Resolution) -> bool:
        """«BEIRUT Syrian forces …»: the capitals of a dateline whose dash was lost, the next word not in capitals too."""
        after = resolution.mention.last + 1
        name = resolution.mention.span.of(self.text)
        if len(name) <= _SHORTEST_SHOUT or not name.isupper() or after >= len(self.words):
            return False
        return not self.words.source(after, after).of(self.text).isupper()
