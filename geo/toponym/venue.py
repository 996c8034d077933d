"""Whether a place is where talks are held: a preposition of place and a meeting before it, a verb of hosting beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from geo.cue import CueKind, Cues
from geo.gazetteer import Gazetteer, Kind
from geo.mention import Mention
from geo.span import Span
from geo.text.phrase import PhraseTable, Words, stems
from geo.toponym.meeting import (
    announced_there,
    brokered_for,
    holds_there,
    is_mediated_before,
    meets,
    meets_behind,
    meets_behind_town,
    names_negotiators,
    negotiated_there,
    numbers_a_round,
    talks_before,
    took_place,
)
from geo.toponym.resolution import Resolution

_FOR = "for"
_GOING_REACH = 5  # words from a delegation to «إلى»: «وفد من الحركة غادر أمس إلى»
_TITLE_REACH = 3  # words from a name back to «إلى»
_AGREED_REACH = 8  # words from a verb of agreeing, with who agreed, to «في»
_DATED_REACH = 6  # words from a name, with a date, to «على»
_MADE_REACH = 4  # words from «على» to the truce: «مذكرة تفاهم»
_ON = ("علي", "الي")  # folded
_NUCLEAR = "النووي"
_BETWEEN = (CueKind.TRUCE, CueKind.AGREEMENT, CueKind.OPENER)
_HEAD_REACH = 5  # words of an English head phrase before a name: "in the southern Swiss city of Lugano"


class Venues:
    """The venues among the resolutions of a text."""

    def __init__(
        self, words: Words, cues: Cues, gazetteer: Gazetteer, resolutions: Sequence[Resolution], dates: Sequence[Span]
    ) -> None:  # fmt: skip
        self.words = words
        self.cues = cues
        self.gazetteer = gazetteer
        self.capitals = gazetteer.capital_cities
        self.resolutions = resolutions
        self.dates = dates
        self.list_sizes = Counter(resolution.mention.group for resolution in resolutions)
        self.words_before: dict[int, int | None] = {}  # by a name's first word, what `_word_before` said
        self.located: dict[int, bool] = {}
        self.venues: dict[int, bool] = {}

    def holds_talks(self, resolution: Resolution, abroad: bool) -> bool:
        """True for a place where talks are held, the truce was agreed or delegates go; `abroad` if it lies in another country
        than the one that the text is about."""
        mention, area = resolution.mention, resolution.area
        if area is None:
            return False
        held = self.hosts_talks(mention) or (self.is_venue(resolution) and (abroad or self.hosts_at_home(resolution)))
        if held or (abroad and any(rule(resolution) for rule in (self.is_gone_to, self.is_agreed_in, self.is_announced_in))):
            return True
        if self.is_negotiated_in(resolution) or meets_behind_town(self.words, self.cues, mention.first):
            return True
        town = self.gazetteer.places[area.place].kind not in (Kind.COUNTRY, Kind.REGION)
        bare = not mention.setting and not mention.direction
        return bare and town and (self.talks_in(resolution) or self.is_met_in(resolution))

    def names_event(self, resolution: Resolution, home: str | None) -> bool:
        """«محادثات أستانة», "the Astana process", "the Sirte peace accord": the head noun stands beside the bare name; `home`
        is the country that the text is about."""
        mention = resolution.mention
        place = self.gazetteer.places[resolution.area.place] if resolution.area else None
        if place is None or (place.country == home and place.id not in self.gazetteer.host_cities):
            return False
        if mention.prefixes or mention.head or mention.setting or mention.direction:
            return False
        if self.words.is_english(mention.first):
            last = mention.last + self._is_of_peace(resolution)
            after = self.cues.starting(CueKind.EVENT_HEAD, last + 1)
            return bool(after and self.words.joined(last) and not self.gazetteer.names_country(resolution.area))
        head = self.cues.ending(CueKind.EVENT_HEAD, mention.first - 1)
        if not head or not self.words.joined(mention.first - 1):
            return False
        return not self.gazetteer.names_country(resolution.area) or (home is not None and self._hosts_accord(mention))

    def _is_of_peace(self, resolution: Resolution) -> bool:
        """ "The Sirte peace accord" was made in a town; "the Darfur peace accord" is for a region."""
        last, area = resolution.mention.last, resolution.area
        settled = area is not None and self.gazetteer.places[area.place].kind in (Kind.CITY, Kind.TOWN)
        return settled and self.words.joined(last) and self.words.is_a("of_peace", last + 1)

    def _hosts_accord(self, mention: Mention) -> bool:
        """«اتفاق السويد», «مشاورات الكويت»: an accord or talks named after the one country they were held in, unlike «اتفاق
        روسيا مع تركيا», «اتفاق إيران النووي». Arabic only."""
        if _NUCLEAR in self.words.texts[mention.last + 1 : mention.last + 2]:
            return False
        with_another = self.words.joined(mention.last) and self.cues.starting(CueKind.PARTY, mention.last + 1) is not None
        alone = self.list_sizes[mention.group] == 1 and not with_another
        return alone and self.words.is_a("accord_of_host", mention.first - 1)

    def names_round(self, resolution: Resolution) -> bool:
        """«أستانا 6», "Geneva 8": a city of talks and the number of their round."""
        host = resolution.area is not None and resolution.area.key in self.gazetteer.host_cities
        return host and numbers_a_round(self.words, resolution.mention, self.dates)

    def capitals_that_host(self, demonyms: PhraseTable[str]) -> set[str]:
        """The capitals that the text describes as a venue without their name: «محادثات في العاصمة الأردنية»."""
        hosts = set()
        for head in self.cues.of(CueKind.CAPITAL):
            adjective = demonyms.at(self.words, head.last + 1) if self.words.joined(head.last) else None
            before = head.first - 1
            located = "ب" in head.prefixes or self._is_in(before)
            if adjective and located and talks_before(self.words, self.cues, head.first, host=True):
                hosts |= {self.gazetteer.capitals[c] for c in adjective.values if c in self.gazetteer.capitals}
        return hosts

    def is_venue(self, resolution: Resolution) -> bool:
        """Talks are held in it: a preposition of place, and a meeting nearer before it in the sentence than any truce."""
        known = self.venues.get(resolution.mention.first)
        if known is None:
            known = self.venues[resolution.mention.first] = self._is_held_in(resolution)
        return known

    def _is_held_in(self, resolution: Resolution) -> bool:
        if not self.is_located(resolution) or resolution.area is None or self._is_said_there(resolution):
            return False
        first = resolution.mention.first
        if self.cues.ending(CueKind.DEVOTED, first - 1):  # «مؤتمرا خاصا بليبيا»
            return False
        if holds_there(self.words, self.cues, first):
            return False
        if resolution.area.key not in self.gazetteer.host_cities:
            whole = not resolution.area.direction
            host = whole and (self.gazetteer.names_country(resolution.area) or resolution.area.place in self.capitals)
            capital = resolution.area.place in self.capitals
            if not capital and brokered_for(self.words, self.cues, first):
                return False
            return talks_before(self.words, self.cues, first, host=host)
        sentence = self.words.sentence(self.words.sentences[first])[0]
        spoken_of = self.cues.within(sentence, first - 1, CueKind.MEETING, CueKind.AGREEMENT, CueKind.TRUCE)
        return resolution.area.key not in self.capitals or bool(spoken_of)  # one goes to Geneva or Sochi for talks

    def _is_said_there(self, resolution: Resolution) -> bool:
        """«the minister said in Paris»: where somebody spoke of a truce; what was agreed or announced there was held there."""
        before = self._word_before(resolution)
        if before is None or not self.cues.ending(CueKind.SPEECH, before - 1):
            return False
        return not any(self.cues.ending(kind, before - 1) for kind in (CueKind.MEETING, CueKind.STATUS))

    def hosts_at_home(self, resolution: Resolution) -> bool:
        """A capital may host talks on its own country's truce; not where it follows who mediated one: «بدأت هدنة بوساطة أممية
        في طرابلس»."""
        return self._hosts(resolution) and not is_mediated_before(self.words, self.cues, resolution.mention.first)

    def hosts_talks(self, mention: Mention) -> bool:
        """«باريس تستضيف مؤتمرا», «احتضنت العاصمة الروسية موسكو محادثات»: a verb of hosting beside the name."""
        if not self.cues.firsts(CueKind.HOSTS):
            return False
        behind = self.cues.starting(CueKind.HOSTS, mention.last + 1) if self.words.joined(mention.last) else None
        word = mention.first - 1
        while word > 0 and mention.first - word <= 3 and self.words.texts[word].startswith("ال") and self.words.joined(word):
            word -= 1
        before = self.cues.ending(CueKind.HOSTS, word) if word >= 0 and self.words.joined(word) else None
        return (behind or before) is not None

    def talks_in(self, resolution: Resolution) -> bool:
        """«وجرت المفاوضات في مدينة بصرى الشام»: talks, a preposition and the town, with nothing between. Where an English
        text says that a truce "was reached in" a town, it covers the town."""
        before = self._word_before(resolution) if self.cues.firsts(CueKind.MEETING) else None
        meeting = self.cues.ending(CueKind.MEETING, before - 1) if before is not None and self._is_in(before) else None
        if before is None or meeting is None or names_negotiators(self.words, meeting):
            return False
        status = self.cues.ending(CueKind.STATUS, before - 1)
        held = self.words.is_a("concludes", before - 1)  # «جولة محادثات عقدت في بصرى الشام»
        agreed = status is not None and status.value == "agreed" and not held  # «اتفاق أبرم في حرستا» is one for that town
        return not agreed or (self._hosts(resolution) and not self.words.is_english(before))

    def is_met_in(self, resolution: Resolution) -> bool:
        """True for a town behind a preposition that says where people meet, where talks took place or what one is there for:
        "the envoy was in Beirut for talks"."""
        before, aim = self._word_before(resolution), resolution.mention.last + 1
        if before is None:
            return False
        head = self.cues.ending(CueKind.ZONES, before)  # «قرب مدينة جيرود»
        if self.words.is_a("near_a_town", head.first - 1 if head else before):
            return talks_before(self.words, self.cues, resolution.mention.first, host=False)
        if not self._is_in(before):
            return False
        if aim < len(self.words) and self.words.joined(aim - 1) and self.words.texts[aim] == _FOR:
            return self.cues.starting(CueKind.EVENT_HEAD, aim + 1) is not None
        return meets(self.words, self.cues, before) or took_place(self.words, self.cues, before)

    def is_gone_to(self, resolution: Resolution) -> bool:
        """«وصل وفد إلى الدوحة», «ينتقلون إلى القاهرة للتفاوض», «في هافانا حيث تجري المحادثات»: a capital, or another city of
        talks, that delegates go to or that a clause says are held there."""
        first, last = resolution.mention.first, resolution.mention.last
        opener = self.cues.starting(CueKind.OPENER, last + 1)
        held = opener and opener.value == "where" and meets_behind(self.words, self.cues, opener.last + 1)
        if held and (self._hosts(resolution) or self._is_city(resolution)):
            return True
        if not self._hosts(resolution):
            return False
        before = (self.cues.ending(CueKind.LOCATIVE, i) for i in range(first - 1, max(first - 1 - _TITLE_REACH, -1), -1))
        towards = next((cue for cue in before if cue), None)
        if towards is None or towards.value != "destination" or not all(map(self.words.joined, range(towards.last, first))):
            return False
        if not all(self.words.texts[i].startswith("ال") for i in range(towards.last + 1, first)):
            return False  # «إلى العاصمة القطرية الدوحة», not «إلى رغبة باريس»
        floor = max(towards.first - _GOING_REACH, self.words.sentence(self.words.sentences[last])[0])
        sent = any(self.words.is_a("delegates", i) for i in range(floor, towards.first))
        aim = self.words.texts[last + 1] if last + 1 < len(self.words) and self.words.joined(last) else ""
        talks = bool(aim) and self.words.is_a("to_talk", last + 1)
        return sent or talks or (aim.startswith("ل") and self.cues.starting(CueKind.MEETING, last + 2) is not None)

    def is_agreed_in(self, resolution: Resolution) -> bool:
        """«اتفق الطرفان أمس في عمان على هدنة في درعا», «توصلت الفصائل في فيينا إلى اتفاق»: a capital, or another city of talks,
        between the verb of agreeing and what was agreed on. Arabic only."""
        before = self._word_before(resolution)
        if before is None or not self._is_in(before) or not self._hosts(resolution):
            return False
        first, last = self.words.sentence(self.words.sentences[before])
        agreed = self.cues.within(max(first, before - _AGREED_REACH), before - 1, CueKind.STATUS, *_BETWEEN)
        behind = range(resolution.mention.last + 1, min(resolution.mention.last + 1 + _DATED_REACH, last + 1))
        on = next((i for i in behind if self.words.texts[i] in _ON), None)
        if on is None or not agreed or agreed[-1].value != "agreed" or agreed[-1].kind is not CueKind.STATUS:
            return False
        made = self.cues.within(on + 1, on + _MADE_REACH, CueKind.TRUCE, CueKind.AGREEMENT)
        return bool(made) and not self.cues.within(resolution.mention.last + 1, on - 1, *_BETWEEN, CueKind.STATUS)

    def is_announced_in(self, resolution: Resolution) -> bool:
        """ "A peace deal was announced in Havana": a capital, or another city of talks."""
        before = self._word_before(resolution)
        there = before is not None and self._is_in(before) and self._hosts(resolution)
        return there and announced_there(self.words, self.cues, before or 0)

    def is_negotiated_in(self, resolution: Resolution) -> bool:
        """True for where the truce was negotiated that the text has placed before, in no area that holds this place."""
        first, area = resolution.mention.first, resolution.area
        start, _ = self.words.sentence(self.words.sentences[first])
        edge = next((i for i in (first - 1, first - 2) if i >= start and self._is_in(i)), None)
        seat = area is not None and area.place in self.capitals
        if edge is None or area is None or not negotiated_there(self.words, self.cues, edge, announced=seat):
            return False
        placed = {
            r.area for r in self.resolutions if r.mention.first < start and r.area and not self.gazetteer.names_country(r.area)
        }
        inner = any(a.place not in self.capitals for a in placed)
        return inner and not any(self.gazetteer.lies_in(area, a) for a in placed)

    def _is_city(self, resolution: Resolution) -> bool:
        """True for a city, and no side or part of it."""
        area = resolution.area
        return area is not None and not area.direction and self.gazetteer.places[area.place].kind is Kind.CITY

    def _hosts(self, resolution: Resolution) -> bool:
        """True for a capital, or another city where talks are held."""
        place = resolution.area.place if resolution.area else ""
        return place in self.capitals or place in self.gazetteer.host_cities

    def is_located(self, resolution: Resolution) -> bool:
        first = resolution.mention.first
        known = self.located.get(first)
        if known is None:
            known = "ب" in resolution.mention.prefixes or (
                (before := self._word_before(resolution)) is not None and self._is_in(before)
            )
            self.located[first] = known
        return known

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
        if i == first - 1 and i > 0 and self._is_apposition(i):  # «في العاصمة الأردنية، عمان»
            i = self._before_head_phrase(i) - 2
        if i + 1 < first and any("ب" in stem.prefixes for stem in stems(self.words.texts[i + 1])):
            return None
        return i if i >= 0 and self.words.joined(i) else None

    def _is_apposition(self, word: int) -> bool:
        """A capital's title and its country's adjective that end, before a comma, with a word."""
        comma = self.words.between(word, word + 1).strip() == ","
        return comma and self.cues.ending(CueKind.CAPITAL, word - 1) is not None and self.words.texts[word].startswith("ال")

    def _before_head_phrase(self, first: int) -> int:
        """The first word of an English head phrase before a name ("the Saudi city of Jeddah", "Jordan's capital Amman"), the
        name's own first word where there is none."""
        if not self.words.is_english(first):
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
