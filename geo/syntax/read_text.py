"""One text as the earlier stages left it, and the places in it that a truce may cover."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from geo.actor import Actors
from geo.cue import Cue, CueKind, Cues
from geo.gazetteer import SETTLEMENTS, Area, Gazetteer, Kind
from geo.mention import Mention
from geo.mention.tables import Named
from geo.syntax.caption import find_captions
from geo.syntax.clause import Clauses
from geo.syntax.heading import Sections, find_sections
from geo.text.phrase import PhraseTable, Words
from geo.timex import Timex
from geo.toponym.dateline import heads_line, is_shouted, is_signed, lies_in_dateline
from geo.toponym.resolution import Reading, Resolution, Role
from geo.toponym.speaker import states_of_speakers
from geo.toponym.target import is_fired_from, is_struck_base

_BORDER_REACH = 5  # words from "stronghold" to "border": "along the Syrian"
_WHOLE_REACH = 2  # words from "all" to the adjective: "all of Syrian territory"
_PART_REACH = 10  # words between a truce and the «في» of the part of a country that it is in
_REPORTER_REACH = 3  # words of «مراسل قناة الجزيرة»
_LABELS = (":", "..", "|")  # what may stand behind the label of a text
_OF = "من"
_ARMIES = ("forces", "army")
_TO = re.compile("ل(?!ل)")  # «لاتفاق», but not «للخروج»
_COMPARED_REACH = 6  # words from «غرار» to the place
_WARNED_REACH = 6  # words from «حذر» and who warns to the fighting that he warns of
_PROSPECT_REACH = 3  # words between a warning and the attack that it warns of
_PROSPECT_REACH_EN = 6  # the same in English, which puts adjectives before the attack


@dataclass(frozen=True, kw_only=True)
class ReadText:
    """One text as the earlier stages left it. `home` is the country that it is about, None if it names none; `whereabouts` the
    first words of the names that only say where somebody is."""

    text: str
    words: Words
    cues: Cues
    clauses: Clauses
    resolutions: tuple[Resolution, ...]
    timexes: tuple[Timex, ...]
    gazetteer: Gazetteer
    demonyms: PhraseTable[str]
    names: PhraseTable[Named]
    actors: Actors
    home: str | None
    whereabouts: frozenset[int]

    @cached_property
    def places(self) -> tuple[Resolution, ...]:
        """The resolved mentions that a truce may cover: no government, no venue, no town abroad that hosts talks, nor where
        the report was filed or somebody only is."""
        named = [r for r in self.resolutions if r.area and r.role is Role.CONTEXT]
        named = [r for r in named if r.area and not self.gazetteer.places[r.area.place].spans_countries]
        named = [r for r in named if not self._is_dateline(r) and not self._is_half(r) and not self._is_reported_from(r)]
        named = [r for r in named if not self._is_lain_beside(r) and r.mention.first not in self.whereabouts]
        named = [r for r in named if not is_struck_base(self.words, self.cues, r, self.gazetteer)]
        named = [r for r in named if not is_fired_from(self.words, self.cues, r)]
        named = [r for r in named if not self._is_compared(r) and not self._is_spoken_in(r, named)]
        named = [r for r in named if not self._is_initiator(r) and not self._is_sea_of_town(r) and not self._is_of_army(r)]
        aside = {r.mention.group for r in named if self._is_debated(r) or self._is_across_border(r)}
        named = [r for r in named if r.mention.group not in aside]
        found = sorted((*named, *self._described(), *self._of_demonyms()), key=lambda r: r.mention.first)
        return tuple(r for r in found if not (r.area and r.area.key in self.gazetteer.host_cities and self.is_abroad(r)))

    @cached_property
    def scenes(self) -> tuple[Resolution, ...]:
        """The `places` outside of the captions of pictures, which show what the agency had: where the text's matter is."""
        if not self.words.texts or not self.words.is_english(0):
            return self.places
        captions = find_captions(self.text)
        return tuple(r for r in self.places if not any(line.start <= r.mention.span.start < line.end for line in captions))

    @cached_property
    def sections(self) -> Sections:
        """The stretches of the text that headings of places part, none in most."""
        return find_sections(self.text, self.words, self.cues, self.resolutions, self.gazetteer, self.home)

    @cached_property
    def place_firsts(self) -> tuple[int, ...]:
        """The first words of the `places`, in order."""
        return tuple(r.mention.first for r in self.places)

    @cached_property
    def mention_words(self) -> frozenset[int]:
        """The words of all names, resolved or not."""
        return frozenset(i for r in self.resolutions for i in range(r.mention.first, r.mention.last + 1))

    @cached_property
    def name_words(self) -> frozenset[int]:
        """The words of all resolved names: «في مدينة سرت» has no verb «سرت»."""
        return frozenset(i for r in self.resolutions if r.area for i in range(r.mention.first, r.mention.last + 1))

    @cached_property
    def bare_places(self) -> frozenset[int]:
        """The first words of the `places` to which nothing is written."""
        return frozenset(r.mention.first for r in self.places if not r.mention.prefixes)

    def _is_dateline(self, resolution: Resolution) -> bool:
        """«أتلانتا، الولايات المتحدة (CNN)--»: names alone before the bracket of a line; or the capitals of an
        English dateline ("ADEN - Clashes …"): where the report was filed."""
        last = resolution.mention.last
        dashed = last + 1 < len(self.words) and self.words.between(last, last + 1) == "-"  # «درعا-سانا»
        if is_signed(self.text, resolution.mention):
            return True
        filed = dashed or is_shouted(self.text, self.words, resolution.mention)
        names = (r.mention.span for r in self.resolutions)
        if (filed and self._opens_line(resolution)) or heads_line(self.text, resolution.mention, names):
            return True
        mentions = (r.mention for r in self.resolutions)
        inland = not self.gazetteer.is_country(resolution.area)  # the country may be all that a report names
        return inland and lies_in_dateline(self.text, self.words, resolution.mention, mentions)

    def _is_half(self, resolution: Resolution) -> bool:
        """In "the SDF-Damascus deal" the capital is one of two sides. English only."""
        first, last = resolution.mention.first, resolution.mention.last
        capital = resolution.area is not None and resolution.area.place in self.gazetteer.capital_cities
        before = first > 0 and self.words.between(first - 1, first) == "-"
        behind = last + 1 < len(self.words) and self.words.between(last, last + 1) == "-"
        return capital and self.words.is_english(first) and (before or behind)

    def _is_reported_from(self, resolution: Resolution) -> bool:
        """«مراسل القناة في شمال غربي سوريا»: the wider area that a reporter tells from; a town may be the scene."""
        area, first = resolution.area, resolution.mention.first
        wide = area is not None and (area.direction or self.gazetteer.places[area.place].kind in (Kind.COUNTRY, Kind.REGION))
        preposition = self.cues.ending(CueKind.LOCATIVE, first - 1) if wide else None
        before = range(max(preposition.first - _REPORTER_REACH, 0), preposition.first) if preposition else ()
        return any(self.words.is_a("reporter", i) for i in before)

    def _is_lain_beside(self, resolution: Resolution) -> bool:
        """«جيب يقع شمال شرقي دمشق»: on which side of a place something lies."""
        area, before = resolution.area, resolution.mention.first - 1
        return area is not None and bool(area.direction) and before >= 0 and self.words.is_a("lies", before)

    def _is_spoken_in(self, resolution: Resolution, named: Sequence[Resolution]) -> bool:
        """In "officials in Sanaa said the coalition shelled Hodeidah" those who speak are in the first place, and what
        they tell of in the second. English only."""
        mention, words = resolution.mention, self.words
        preposition = self.cues.ending(CueKind.LOCATIVE, mention.first - 1)
        _, end = words.sentence(words.sentences[mention.first])
        spoke = mention.last < end and words.is_a("spoke", mention.last + 1)
        if preposition is None or preposition.value != "in" or not spoke or not words.is_english(mention.first):
            return False
        behind = [other for other in named if mention.last < other.mention.first <= end]
        return any(words.texts[other.mention.first - 1] != "from" for other in behind)  # no "shells fired from Idlib"

    def _is_initiator(self, resolution: Resolution) -> bool:
        """ "On Russia's initiative", "at the request of Egypt": who brought a truce about. English only."""
        first, behind, words = resolution.mention.first, resolution.mention.last + 1, self.words
        if first > 1 and words.texts[first - 1] == "of" and words.is_a("initiative", first - 2):
            return True
        owned = behind < len(words) and words.is_a("initiative", behind) and words.joined(behind - 1)
        return owned and first > 0 and words.is_a("opens_initiative", first - 1)

    def _is_debated(self, resolution: Resolution) -> bool:
        """ "Talks on the future of Abkhazia", «محادثات حول مستقبل الصحراء الغربية»: a land whose lot is
        talked about; talks on that of a town may bring it a truce."""
        words, lot = self.words, resolution.mention.first - 1
        if resolution.area is None or self.gazetteer.places[resolution.area.place].kind in SETTLEMENTS:
            return False
        lot -= lot > 0 and words.texts[lot] == "of"
        about = lot - 1 - (lot > 0 and words.is_a("determiner", lot - 1))
        return about > 0 and words.is_a("lot", lot) and self.cues.ending(CueKind.ABOUT, about) is not None

    def _is_of_army(self, resolution: Resolution) -> bool:
        """ "The armed forces of Azerbaijan crossed a line": whose they are, and not where that was. English only."""
        of = resolution.mention.first - 1
        country = resolution.area is not None and self.gazetteer.is_country(resolution.area)
        return country and of > 0 and self.words.texts[of] == "of" and self.words.texts[of - 1] in _ARMIES

    def _is_sea_of_town(self, resolution: Resolution) -> bool:
        """ "A cease-fire reached at the Black Sea resort of Sochi", "in the Red Sea city": the sea that a town lies at. English
        only."""
        sea = resolution.area is not None and self.gazetteer.places[resolution.area.place].country is None
        behind = resolution.mention.last + 1
        if not sea or behind >= len(self.words) or not self.words.joined(behind - 1):
            return False
        beside = self.words.is_a("settlement", behind) or self.words.is_a("at_sea", behind)
        return beside or self.cues.starting(CueKind.ZONES, behind) is not None

    def _is_across_border(self, resolution: Resolution) -> bool:
        """In "the last stronghold along Syria's border with Lebanon" both countries only say where it lies; "a ceasefire on the
        border with Lebanon" is one of both. English only."""
        first, behind = resolution.mention.first, resolution.mention.last + 1
        if not self.gazetteer.is_country(resolution.area) or not self.words.is_english(first) or first < _BORDER_REACH:
            return False
        with_it = self.words.is_a("border_with", first - 1) and self.words.is_a("a_border", first - 2)
        owned = behind < len(self.words) and self.words.is_a("a_border", behind)
        border = first - 2 if with_it else behind if owned else None
        if border is None or not self.has_parts_of_home:
            return False
        return any(self.words.is_a("settlement", i) for i in range(border - _BORDER_REACH, border))

    @cached_property
    def has_parts_of_home(self) -> bool:
        """True if a name means a part of the country that the text is about."""
        places = self.gazetteer.places
        return any(
            r.area and r.role is Role.CONTEXT and places[r.area.place].country == self.home
            and not self.gazetteer.names_country(r.area)
            for r in self.resolutions
        )  # fmt: skip

    def _is_compared(self, resolution: Resolution) -> bool:
        """«اتفاق على غرار ما جرى في ريف حمص», «مشابه لاتفاق داريا», "unlike the truce in Aleppo": a place that another is held
        against; not one of which a clause of its own tells ("unlike Daraa, where a truce has held, …")."""
        first, words = resolution.mention.first, self.words
        opener = self.cues.starting(CueKind.OPENER, resolution.mention.last + 1)
        if opener and opener.value == "where":
            return False
        start, _ = words.sentence(words.sentences[first])
        for i in range(first - 1, max(first - 1 - _COMPARED_REACH, start - 1), -1):
            if "," in words.between(i, i + 1):
                return False
            if words.is_a("compares", i) or (
                words.is_a("compares_with", i) and (_TO.match(words.texts[i + 1]) or words.texts[i + 1] == "to")
            ):
                return True
        return False

    def _opens_line(self, resolution: Resolution) -> bool:
        first = resolution.mention.first
        return first == 0 or any(mark in self.words.between(first - 1, first) for mark in "\n/")

    def _described(self) -> Iterator[Resolution]:
        """«البلاد», «جنوب غرب البلاد», «هدنة الجنوب»: the country that the text is about, or a part of it, without its name;
        nothing where the place named last lies in another country."""
        hosts = self.gazetteer.host_cities
        scenes = [
            r for r in self.resolutions
            if r.area and r.role is Role.CONTEXT and not (r.area.key in hosts and self.is_abroad(r))
        ]  # fmt: skip
        parts = [cue for cue in self.cues.of(CueKind.PART_OF_COUNTRY) if self._is_part_under_truce(cue)]
        for cue in (*self.cues.of(CueKind.COUNTRY), *parts) if self.home else ():
            before = [r for r in scenes if r.mention.last < cue.first]
            alone = not cue.value and bool(scenes) and not any(map(self.is_abroad, scenes))  # all that is named lies in it
            if self.is_abroad(before[-1]) if before else not (alone or self._is_called_by_adjective(cue)):
                continue
            if cue.value and before and self._is_apposition(before[-1], cue):
                continue
            span = cue.span(self.words)
            mention = Mention(
                span=span, name=span, first=cue.first, last=cue.last, candidates=(), prefixes=cue.prefixes,
                direction=cue.value, group=-1 - cue.first,
            )  # fmt: skip
            area = self.gazetteer.canonical(Area(self.home or "", direction=cue.value))
            yield Resolution(mention=mention, area=area, candidates=())

    def _is_apposition(self, place: Resolution, part: Cue) -> bool:
        """«في محافظة صعدة، شمالي البلاد»: the part of the country that a town lies in; «في صعدة، وجنوب البلاد» names
        another."""
        beside = place.mention.last + 1 == part.first and not part.prefixes
        return beside and self.words.between(place.mention.last, part.first).strip() == ","

    def _is_called_by_adjective(self, country: Cue) -> bool:
        """«وقع وفدا اللجنة العسكرية الليبية هدنة في جميع أنحاء البلاد»: the whole country of the one adjective before it in the
        sentence, where nobody is only said to speak of it."""
        first, _ = self.words.sentence(self.words.sentences[country.first])
        adjectives = self.demonyms.by_first(self.words).items()
        before = {at: match.values[0] for at, match in adjectives if first <= at < country.first}
        if country.value or {*before.values()} != {self.home}:
            return False
        return not self.cues.any_within(first, min(before), (CueKind.SPEECH,))

    def _of_demonyms(self) -> Iterator[Resolution]:
        """«كامل الأراضي السورية», «الهدنة السورية», "the Syrian truce": the country of an adjective that says where a truce is;
        beside the truce only that of the text, since «الهدنة الروسية» is one that Russia declared."""
        lands = [(cue.first, cue.last + 1, cue.prefixes) for cue in self.cues.of(CueKind.LAND) if not self._is_english(cue)]
        whole = [(i, i, ()) for cue in self.cues.of(CueKind.LAND) if (i := self._all_of_land(cue)) is not None]
        truces = self.cues.of(CueKind.TRUCE)
        behind = [(cue.last + 1, cue.last + 1, ()) for cue in truces if self.words.joined(cue.last)]
        before = [(i, i, ()) for cue in truces if (i := cue.first - 1) >= 0 and self.words.is_english(i)]
        for first, at, prefixes in (*lands, *whole, *behind, *before):
            match = self.demonyms.at(self.words, at) if at < len(self.words) else None
            country = match.values[0] if match and match.last == at else ""
            of_text = country == self.home or (country and self.home is None and (first, at, prefixes) in whole)
            if match and (first < at or of_text):
                span = self.words.source(first, match.last, 0 if first < at else match.offset)
                mention = Mention(
                    span=span, name=span, first=first, last=match.last, candidates=(), prefixes=prefixes, group=-1 - first,
                )  # fmt: skip
                yield Resolution(mention=mention, area=Area(match.values[0]), candidates=())

    def _is_english(self, cue: Cue) -> bool:
        return self.words.is_english(cue.first)

    def _all_of_land(self, land: Cue) -> int | None:
        """The adjective of "all Syrian territory", "across Syrian territory"; None for no more than "from Syrian territory"."""
        adjective, words = land.first - 1, self.words
        if not self._is_english(land) or adjective < 1 or not words.joined(adjective):
            return None
        whole = any(words.is_a("whole", i) for i in range(max(adjective - _WHOLE_REACH, 0), adjective))
        return adjective if whole or words.is_a("spread_over", adjective - 1) else None

    def adjectives_of(self, country: str) -> Iterator[Resolution]:
        """The English adjectives of a country, as places: "the Philippine army"."""
        for first, match in sorted(self.demonyms.by_first(self.words).items()):
            if match.values[0] == country and self.words.is_english(first):
                span = self.words.source(first, match.last)
                mention = Mention(
                    span=span, name=span, first=first, last=match.last, candidates=(), prefixes=(), group=-1 - first,
                )  # fmt: skip
                yield Resolution(mention=mention, area=Area(country), candidates=())

    def _is_part_under_truce(self, cue: Cue) -> bool:
        """«هدنة الجنوب», «هدنة أعلنت في آذار في المنطقة الشمالية»; behind «الجنوب السوري» stands its
        country's name."""
        behind = cue.last + 1
        if behind < len(self.words) and self.demonyms.at(self.words, behind) is not None:
            return False
        preposition = self.cues.ending(CueKind.LOCATIVE, cue.first - 1)
        noun = preposition.first - 1 if preposition else cue.first - 1
        if any(self.cues.ending(kind, noun) for kind in (CueKind.TRUCE, CueKind.AGREEMENT)):
            return True
        truces = self.cues.within(max(noun - _PART_REACH, 0), noun, CueKind.TRUCE) if preposition else []
        return (
            bool(truces) and "," not in self.words.folded.text[self.words.ends[truces[-1].last] : self.words.starts[cue.first]]
        )

    @cached_property
    def dates(self) -> tuple[tuple[int, Timex], ...]:
        """The date expressions, each behind the number of its first word."""
        return tuple((self.words.within(timex.span).start, timex) for timex in self.timexes)

    @cached_property
    def events(self) -> tuple[Resolution, ...]:
        """The names that name an event, in order."""
        return tuple(r for r in self.resolutions if r.reading is Reading.EVENT_NAME)

    @cached_property
    def event_names(self) -> frozenset[int]:
        """The first words of the names that name an event."""
        return frozenset(r.mention.first for r in self.events)

    @cached_property
    def feared(self) -> frozenset[int]:
        """The first words of fighting that may come («حذر من مغبة الهجوم», «هجوم وشيك», "fears of an assault"), and of all
        attacks that the text calls by the same noun."""
        if not self.cues.firsts(CueKind.PROSPECT):
            return frozenset()
        fighting = self.cues.of(CueKind.CONFLICT)
        ahead = {cue.first: prospects for cue in fighting if (prospects := self._prospects(cue))}
        attacks = [cue for cue in fighting if cue.value == "attack"]
        nouns = {self._noun(cue) for cue in attacks if any(p.value != "alone" for p in ahead.get(cue.first, ()))}
        return frozenset({*ahead, *(cue.first for cue in attacks if self._noun(cue) in nouns)})

    def _noun(self, cue: Cue) -> str:
        return self.words.texts[cue.first][cue.offset :].removeprefix("ال")

    def _prospects(self, fighting: Cue) -> list[Cue]:
        """The words beside some fighting that put it ahead; «منع» says it of that fighting alone, which may be going on."""
        english = self.words.is_english(fighting.first)
        reach = _PROSPECT_REACH_EN if english else _PROSPECT_REACH
        before = self.cues.within(fighting.first - reach, fighting.first - 1, CueKind.PROSPECT)
        if not before and _OF in self.words.texts[max(fighting.first - 2, 0) : fighting.first]:  # «حذر المبعوث من نشوب معركة»
            before = self.cues.within(fighting.first - _WARNED_REACH, fighting.first - 1, CueKind.PROSPECT)
        behind = self.cues.starting(CueKind.PROSPECT, fighting.last + 1)
        if behind is None and fighting.last + 1 < len(self.words) and self.words.is_a("passive", fighting.last + 1):
            told = self.cues.starting(CueKind.PROSPECT, fighting.last + 2)  # "further fighting is expected": of that alone
            behind = told._replace(value="alone") if told else None
        sentence = self.words.sentences[fighting.first]
        return [cue for cue in (*before, *([behind] if behind else ())) if self.words.sentences[cue.last] == sentence]

    @cached_property
    def topic(self) -> Resolution | None:
        """The place that the headline says the text is about: the one before its colon («أفغانستان: …»), else the only one that
        it names. None if the headline leaves it open, or names a capital or a country that the text is not about."""
        line = self.text.find("\n")
        capitals = self.gazetteer.capital_cities
        named = [
            r for r in self.scenes
            if r.mention.span.end <= (line if line >= 0 else len(self.text))
            and r.area and r.area.place not in capitals and not self.is_abroad(r) and self._is_in_first_part(r, line)
            and r.mention.first not in self.of_speakers and not self._hosts_meetings(r)
        ]  # fmt: skip
        if named and self.precedes_colon(named[0]):
            return named[0]
        alone = len({r.area for r in named}) == 1 and any(map(self.is_scene, named))
        return named[0] if alone else None

    def _hosts_meetings(self, resolution: Resolution) -> bool:
        """ "Commission concludes Sirte meetings": a headline's place before a word for talks, which are held there."""
        behind = self.cues.starting(CueKind.EVENT_HEAD, resolution.mention.last + 1)
        return behind is not None and any(r.role is Role.VENUE and r.area == resolution.area for r in self.resolutions)

    def _is_in_first_part(self, resolution: Resolution, line: int) -> bool:
        """ "Army declares truce over; aid trucks bombed near Aleppo": a semicolon parts two headlines. English only."""
        mark = self.text.find(";", 0, line) if line >= 0 else -1
        return mark < 0 or resolution.mention.span.start < mark or not self.words.is_english(resolution.mention.first)

    def precedes_colon(self, resolution: Resolution) -> bool:
        """«حمص: اجتماع …», «#حمص | اجتماع …»: the first name of a text, as a label of what follows."""
        first, last = resolution.mention.first, resolution.mention.last
        behind = self.words.between(last, last + 1) if last + 1 < len(self.words) else ""
        return first == 0 and any(mark in behind for mark in _LABELS)

    def is_scene(self, resolution: Resolution) -> bool:
        """False for a country that acts («الجزائر تمول …»): only "in Libya" and "Libya's" say that something is there."""
        mention = resolution.mention
        if not resolution.area or self.gazetteer.places[resolution.area.place].kind is not Kind.COUNTRY:
            return True
        possessive = self.words.source(mention.last, mention.last).end > mention.span.end
        preposition = self.cues.ending(CueKind.LOCATIVE, mention.first - 1)
        located = "ب" in mention.prefixes or (preposition is not None and preposition.value == "in")
        return possessive or located or bool(resolution.area.direction)

    def is_abroad(self, resolution: Resolution) -> bool:
        """True for a place in another country than the one that the text, or its section, is about."""
        country = self.gazetteer.places[resolution.area.place].country if resolution.area else None
        above = self.sections.at(resolution.mention.first).places
        beside = any(r.area and self.gazetteer.places[r.area.place].country == country for r in above)
        return country is None or (country != self.home and not beside)

    @cached_property
    def of_speakers(self) -> frozenset[int]:
        """The first words of the names and adjectives of states that only say whose somebody is who speaks."""
        owners = {first: last for first, (last, _) in self.named_states.items()}
        return states_of_speakers(self.words, self.cues, self.demonyms, owners)

    @cached_property
    def countries(self) -> frozenset[str | None]:
        """The countries that the places of the text lie in."""
        return frozenset(self.gazetteer.places[r.area.place].country for r in self.resolutions if r.area)

    def countries_of(self, areas: Sequence[str]) -> frozenset[str | None]:
        """The countries of those of some areas, by key, in which the text names a place."""
        named = {r.area.key: r.area for r in self.resolutions if r.area}
        inside = (area for key, area in named.items() if any(self.gazetteer.key_lies_in(key, outer) for outer in areas))
        return frozenset(self.gazetteer.places[area.place].country for area in inside)

    @cached_property
    def states_named(self) -> frozenset[str]:
        """All countries that the text names, by adjective or by name."""
        return frozenset(self.states(0, len(self.words) - 1))

    def states(self, first: int, last: int) -> list[str]:
        """The countries that the words [first, last] name by adjective or by name, in order, each once."""
        found = {start: country for start, end, country in self._naming if first <= start and end <= last}
        return list(dict.fromkeys(country for _, country in sorted(found.items())))

    @cached_property
    def _naming(self) -> list[tuple[int, int, str]]:
        """The first and the last word of each adjective of a country, then those of each name of one, with its id; where both
        start with one word, the name counts."""
        naming = [(match.first, match.last, match.values[0]) for match in self.demonyms.find(self.words)]
        return naming + [(first, last, country) for first, (last, country) in self.named_states.items()]

    def country_at(self, word: int) -> tuple[int, str] | None:
        """The last word and the id of the country whose name starts at a word, be it a half of "Israel-Hezbollah"."""
        match = self.names.at(self.words, word)
        named = match.values[0].places if match and match.values[0].country else ()
        country = next((place for place in named if self.gazetteer.places[place].kind is Kind.COUNTRY), None)
        return (match.last, country) if match and country else None

    @cached_property
    def named_states(self) -> dict[int, tuple[int, str]]:
        """The last word and the id of each country that the text calls by its name, or by its capital's, by its first word."""
        named = {}
        for resolution in self.resolutions:
            if resolution.area:
                place = self.gazetteer.places[resolution.area.place]
                capital = place.id in self.gazetteer.capital_cities and resolution.role is Role.ACTOR
                if (place.kind is Kind.COUNTRY or capital) and place.country and not resolution.area.direction:
                    named[resolution.mention.first] = (resolution.mention.last, place.country)
        return named
