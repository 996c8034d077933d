"""From a mention to a place, with the reasons; None where the text does not decide.

Each candidate gathers integer evidence, and each piece of it is a reason that a reader can check.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from geo.cue import Cues
from geo.gazetteer import Area, Kind, NameClass, Place
from geo.mention import Mention, PlaceWord
from geo.text.phrase import Words
from geo.text.script import fold_name
from geo.toponym.candidate import Before, Beside, Candidate, ResolutionTables, Told
from geo.toponym.government import governs
from geo.toponym.namesake import area_of, in_unit_of_text, unit_meant
from geo.toponym.reason import NOTHING, Because, Reason
from geo.toponym.theatre import is_common_target, names_thing, told_of_war
from geo.toponym.verb_form import may_open_as_verb
from geo.toponym.weight import OF_WAR, SAFE_NAME, STRONG, WEAK, WIDE, weigh

__all__ = ["Candidate", "Reading", "Resolution", "ResolutionTables", "Role", "resolve"]


class Reading(StrEnum):
    """How a name is meant: the place itself, those who govern it, or an event that is named after it."""

    LITERAL = "literal"
    METONYM = "metonym"
    EVENT_NAME = "event_name"


class Role(StrEnum):
    """What a place does in its sentence."""

    COVERED = "covered"
    VENUE = "venue"
    ACTOR = "actor"
    CONTEXT = "context"


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """A mention and the area it means. `area` is None where the text does not decide; `candidates` are best first."""

    mention: Mention
    area: Area | None
    candidates: tuple[Candidate, ...]
    reading: Reading = Reading.LITERAL
    role: Role = Role.CONTEXT


ENOUGH = 2  # what a name must gather to be taken for a place
LISTED = 1  # what a doubtful name must gather to be listed as unresolved; an ordinary word is a place or is left out
CONTAINING_WORDS = 4  # how far behind a name the place that contains it may stand: «نصيب في ريف درعا»

_WEIGHED_AT_MOST = 1 << 14  # names with what is told of them, kept between texts

_THE = "ال"
_FEMININE_VERB = re.compile(r"\w{2,}(?<!ا)ت(?:ه|ها|هم)?")


def resolve(
    text: str, words: Words, cues: Cues, mentions: Sequence[Mention], tables: ResolutionTables
) -> tuple[Resolution, ...]:  # fmt: skip
    """The mentions that are places or may be, each with its area; ordinary words that only look like a name are left out.

    Two passes: the first looks at each name alone, the second at the company it keeps (lists, the country of the text).
    """
    weigher = _Weigher(text, words, cues, tables)
    alone = weigher.alone(mentions)
    resolutions: list[Resolution] = []
    left_out: set[tuple[str, ...]] = set()  # an ordinary word is no town that «الحي» may take up
    for mention, candidates in zip(mentions, weigher.in_company(mentions, alone), strict=True):
        resolution = None if mention.anaphor and mention.candidates in left_out else _decide(mention, candidates, weigher)
        if resolution:
            resolutions.append(resolution)
            left_out.discard(mention.candidates)
        else:
            left_out.add(mention.candidates)
    return tuple(_with_namesakes(resolutions, tables))


def _with_namesakes(resolutions: Sequence[Resolution], tables: ResolutionTables) -> Iterator[Resolution]:
    called = Counter(r.area.place for r in resolutions if r.area and r.mention.head and not r.mention.anaphor)
    for resolution in resolutions:
        unit = unit_meant(resolution.mention, resolution.area, called, tables) if resolution.area else None
        yield replace(resolution, area=unit) if unit else resolution


def _decide(mention: Mention, candidates: Sequence[Candidate], weigher: _Weigher) -> Resolution | None:
    ranked = tuple(sorted(candidates, key=lambda c: -c.evidence) if len(candidates) > 1 else candidates)
    if not ranked:
        return Resolution(mention=mention, area=None, candidates=())
    best = ranked[0].evidence
    if best < LISTED or (best < ENOUGH and weigher.is_ordinary(mention, ranked)):
        return None
    decided = best >= ENOUGH and (len(ranked) == 1 or ranked[1].evidence < best)
    area = area_of(mention, ranked[0].place, weigher.tables) if decided else None
    return Resolution(mention=mention, area=area, candidates=ranked)


_NOTHING_BEFORE: Before = (*NOTHING, False)
_TITLE_BEFORE: Before = (-STRONG, Reason(code=Because.PERSON_TITLE), False)
_NOUN_BEFORE: Before = (-STRONG, Reason(code=Because.ADJECTIVE), False)
_PREPOSITION_BEFORE: Before = (2 * WEAK, Reason(code=Because.PREPOSITION), False)
_PEOPLE_BEFORE: Before = (2 * WEAK, Reason(code=Because.PEOPLE), False)
_EXTENT_BEFORE: Before = (2 * WEAK, Reason(code=Because.CALLED_AREA), False)  # «في عموم سورية»
_PREPOSITION_WRITTEN_TO_IT: Before = (2 * WEAK, Reason(code=Because.PREPOSITION), True)
_OF_COUNTRY = Reason(code=Because.COUNTRY_OF_TEXT)
_COUNTRY_NAMED = Reason(code=Because.COUNTRY_NAMED)
_FAR_OFF = Reason(code=Because.COUNTRY_UNNAMED, against=True)
_KIND_NAMED = Reason(code=Because.KIND_NAMED)
_WAR_NAMED = Reason(code=Because.WAR_NAMED)
_GOVERNMENT_NAMED = Reason(code=Because.GOVERNMENT_NAMED)
_REGION_NAMED = Reason(code=Because.REGION_NAMED)


def _is_known_to_govern(candidate: Candidate) -> bool:
    """«أعلنت السعودية»: a doubtful name that what it does makes a government's, wherever else the text has it."""
    why = {reason.code for reason in candidate.reasons}
    return Because.GOVERNS in why and Because.SAFE_NAME not in why and candidate.evidence >= ENOUGH


class _Weigher:
    """Gathers the evidence for the names of one text."""

    def __init__(self, text: str, words: Words, cues: Cues, tables: ResolutionTables) -> None:
        self.text = text
        self.words = words
        self.cues = cues
        self.tables = tables
        self.gazetteer = tables.gazetteer
        self.place_words = {match.last: match for match in tables.mentions.words.by_first(words).values()}
        self.demonyms = tables.demonyms.by_first(words)
        self.surfaces: dict[int, str] = {}  # by a name's first word, what `_surface` said

    def alone(self, mentions: Sequence[Mention]) -> list[tuple[Candidate, ...]]:
        """The candidates of each mention with what the words around it say."""
        found: list[tuple[Candidate, ...]] = []
        before, war, group = _NOTHING_BEFORE, None, 0
        for mention in mentions:
            surface, written = self._surface(mention), mention.name.of(self.text)
            adjective = surface in self.tables.adjectives  # «هدنة سورية»
            said = None if adjective else told_of_war(self.words, self.cues, mention, self.demonyms)
            own = self._word_before(mention, adjective), said
            listed = mention.group == group and mention.prefixes in ((), ("و",)) and own == (_NOTHING_BEFORE, None)
            if not (listed and war):  # «هدنة في القدم والعسالي»: what says of the first that it is a place says so of each
                before, war, group = *own, mention.group
            told = Told(
                surface=surface, written=written if len(written) != len(surface) else "", candidates=mention.candidates,
                head=mention.head, setting=mention.setting, direction=mention.direction, anaphor=mention.anaphor,
                before=before, beside=self._demonyms_beside(mention), war=war, governs=self._governs(mention, adjective),
            )  # fmt: skip
            known = self.tables.weighed.get(told)
            if known is None:
                if len(self.tables.weighed) >= _WEIGHED_AT_MOST:
                    self.tables.weighed.clear()
                known = self.tables.weighed[told] = weigh(told, self.tables)
            found.append(known)
        return in_unit_of_text(found, self.gazetteer)

    def _governs(self, mention: Mention, adjective: bool) -> bool:
        bare = mention.head is None and not mention.anaphor
        return bare and governs(
            self.words, self.cues, mention, adjective=adjective or self.demonyms.get(mention.first) is not None
        )  # fmt: skip

    def _surface(self, mention: Mention) -> str:
        """The folded name, with the alif that ل + ال lost: «للسويداء»."""
        surface = self.surfaces.get(mention.first)
        if surface is None:
            surface = fold_name(mention.name.of(self.text))
            if "ل" in mention.prefixes and surface.startswith("ل"):
                surface = "ا" + surface
            self.surfaces[mention.first] = surface
        return surface

    def is_ordinary(self, mention: Mention, candidates: Iterable[Candidate]) -> bool:
        """True if the bare name is mostly an ordinary word, for one of its places."""
        surface = self._surface(mention)
        return any(self.tables.class_of.get((surface, c.place)) is NameClass.ORDINARY for c in candidates)

    def in_company(self, mentions: Sequence[Mention], alone: Sequence[tuple[Candidate, ...]]) -> list[list[Candidate]]:
        """The same candidates with the evidence of lists, of containing places and of the country that the text is about."""
        sure = [c[0] if len(c) == 1 else max(c, key=lambda x: x.evidence) if c else None for c in alone]
        sure = [c if c and c.evidence >= SAFE_NAME else None for c in sure]
        states = [
            self._state(c) for c in alone
        ]  # «زار السعودية والإمارات وقطر»: one such word may be another, not each of a list
        told = [c for c, candidates in zip(sure, alone, strict=True) if c and self._is_of_one_country(c, candidates)]
        self.of_war = {c.place for c in told if self._is_known_by_war(c)}
        self.of_government = {c.place for candidates in alone for c in candidates[:1] if _is_known_to_govern(c)}
        self._look_around(mentions, sure)
        places = [self.gazetteer.places[c.place] for candidates in alone for c in candidates]
        self.has_parts_named = any(p.kind is not Kind.COUNTRY and p.country in self.countries_named for p in places)
        self.countries_told = Counter(self.gazetteer.places[c.place].country for c in told)
        commonest = self.countries_told.most_common(2)
        country = commonest[0][0] if commonest and (len(commonest) == 1 or commonest[0][1] > commonest[1][1]) else None
        listed: dict[int, list[int]] = {}
        for i, mention in enumerate(mentions):
            listed.setdefault(mention.group, []).append(i)
        result: list[list[Candidate]] = []
        for i, (mention, candidates) in enumerate(zip(mentions, alone, strict=True)):
            if not candidates:
                result.append([])
                continue
            group = listed[mention.group]
            company = [c for j in group if j != i and (c := sure[j] or states[j])] if len(group) > 1 else ()
            behind = self._behind(mentions, sure, i)
            beside = bool(behind) and mentions[i + 1].first == mention.last + 1
            if not behind and len(group) > 1:  # «صيدا وكحيل بريف درعا»: what stands behind a list holds all of it
                behind = self._behind(mentions, sure, last := group[-1])
                beside = bool(behind) and mentions[last + 1].first == mentions[last].last + 1
            regions = self.regions_named.difference(mention.candidates) if self.regions_named else ()
            english = self.words.is_english(mention.first)
            is_name = english or self.words.is_a("borne_abroad", mention.last)
            placed = bool(behind) and mention.head is not None  # what it lies in says more than that it is called so here
            called = self.called if self.called and not placed and not self._are_units(mentions, alone, group) else ()
            weighed = [
                self._with_company(
                    c, company, behind, country, regions, called, beside=beside, english=english, is_name=is_name
                )
                for c in candidates
            ]
            result.append([*self._named_in_full(mention, weighed), *weighed] if self.regions_named else weighed)
        for group in listed.values():
            if len(group) > 1:
                self._settle_namesakes([result[i] for i in group])
        return result

    def _is_of_one_country(self, best: Candidate, candidates: Iterable[Candidate]) -> bool:
        """False for «طرابلس», of which as much may speak for another country's."""
        places = self.gazetteer.places
        rivals = (c for c in candidates if c.evidence == best.evidence)
        return all(places[c.place].country == places[best.place].country for c in rivals)

    def _state(self, candidates: Sequence[Candidate]) -> Candidate | None:
        """The country that a name alone may mean, unless the words beside it speak against that."""
        best = candidates[0] if len(candidates) == 1 else None
        country = best is not None and self.gazetteer.places[best.place].kind is Kind.COUNTRY
        return best if best and country and best.evidence >= 0 else None

    def _is_known_by_war(self, candidate: Candidate) -> bool:
        """«هدنة في دوما»: a doubtful name that words of war make a town's, wherever else the text has it."""
        why = {reason.code for reason in candidate.reasons}
        doubtful = why.isdisjoint((Because.SAFE_NAME, Because.GOVERNORATE_KNOWN))
        return doubtful and not why.isdisjoint(OF_WAR) and self.gazetteer.places[candidate.place].kind is not Kind.COUNTRY

    def _behind(self, mentions: Sequence[Mention], sure: Sequence[Candidate | None], i: int) -> list[Candidate]:
        """The places named shortly behind a mention, as far as they are sure; its own name, said again, holds it not."""
        own, near = mentions[i].candidates, (j for j in (i + 1, i + 2) if j < len(mentions))
        near = (j for j in near if mentions[j].candidates != own or mentions[j].head)
        return [c for j in near if (c := sure[j]) and 0 < mentions[j].first - mentions[i].last <= CONTAINING_WORDS]

    def _are_units(
        self, mentions: Sequence[Mention], alone: Sequence[tuple[Candidate, ...]], group: Sequence[int]
    ) -> bool:  # fmt: skip
        """ "Daraa, Quneitra and Sweida": names that may all be those of governorates, in one list without a head word."""
        places = self.gazetteer.places
        return len(group) > 1 and all(
            mentions[i].head is None and any(places[c.place].kind is Kind.GOVERNORATE for c in alone[i]) for i in group
        )

    def _settle_namesakes(self, listed: Sequence[list[Candidate]]) -> None:
        """«جاسم وعقربا ونوى»: of two villages of one name in one country, that of the governorate which all others lie in."""
        best = [max(candidates, key=lambda c: c.evidence) for candidates in listed if candidates]
        self._settle_abroad(listed, best)
        units = [self._governorate(c.place) for c in best]
        for candidates in listed:
            top = max(candidates, key=lambda c: c.evidence, default=None)
            others = {unit for c, unit in zip(best, units, strict=True) if c is not top}
            (unit,) = others if len(others) == 1 else (None,)
            if top is None or unit is None or self._governorate(top.place) in (None, unit) or top.evidence < ENOUGH:
                continue
            for i, rival in enumerate(candidates):
                if self._governorate(rival.place) == unit and rival.evidence > 0:
                    reasons = (*rival.reasons, Reason(code=Because.LIST_IN_UNIT, places=(unit,)))
                    candidates[i] = Candidate(place=rival.place, evidence=top.evidence + WEAK, reasons=reasons)
                    break

    def _settle_abroad(self, listed: Sequence[list[Candidate]], best: Sequence[Candidate]) -> None:
        """«الرحيبة وجيرود والناصرية»: of two places of one name, that of the country which two or more others all lie in."""
        places = self.gazetteer.places
        for candidates in listed:
            top = max(candidates, key=lambda c: c.evidence, default=None)
            others = [places[c.place].country for c in best if c is not top]
            if top is None or len(others) < 2 or len(set(others)) > 1 or places[top.place].country == others[0]:
                continue
            for i, rival in enumerate(candidates):
                country = places[rival.place].country
                if country and country == others[0] and rival.evidence > 0:
                    reasons = (*rival.reasons, Reason(code=Because.LIST_IN_UNIT, places=(country,)))
                    candidates[i] = Candidate(place=rival.place, evidence=top.evidence + WEAK, reasons=reasons)
                    break

    def _governorate(self, place: str) -> str | None:
        """The governorate that a settlement lies in, None for a unit or a region."""
        places = self.gazetteer.places
        if places[place].kind in WIDE:
            return None
        return next((a for a in self.gazetteer.ancestors(place) if places[a].kind is Kind.GOVERNORATE), None)

    def _named_in_full(self, mention: Mention, candidates: Sequence[Candidate]) -> list[Candidate]:
        """«القلمون» in a text that names «القلمون الشرقي»: the region that the short name stands for, if it is the only one."""
        if len(candidates) != 1 or mention.setting or mention.direction or mention.anaphor:  # «شمال وشمال شرق سوريا»
            return []
        short = self._surface(mention) + " "
        longer = {
            region for region in self.regions_named
            if fold_name(self.gazetteer.places[region].name_ar).startswith(short) and self._holds(candidates[0].place, region)
        }  # fmt: skip
        if len(longer) != 1:
            return []
        evidence, reasons = candidates[0].evidence + WEAK, (Reason(code=Because.NAMED_IN_FULL),)
        return [Candidate(place=place, evidence=evidence, reasons=reasons) for place in longer]

    def _look_around(self, mentions: Sequence[Mention], sure: Sequence[Candidate | None]) -> None:
        """What the whole text says: the countries and regions it names, and the places it calls by their kind."""
        self.countries_named = {place for match in self.tables.demonyms.find(self.words) for place in match.values}
        called: Counter[str] = Counter()
        self.regions_named: set[str] = set()
        for mention, candidate in zip(mentions, sure, strict=True):
            if not candidate:
                continue
            place = self.gazetteer.places[candidate.place]
            if place.kind is Kind.COUNTRY:
                self.countries_named.add(place.id)
            if place.kind is Kind.REGION:
                self.regions_named.add(place.id)
            if mention.head and not mention.setting and not mention.direction:
                called[place.id] += 1
        twins = [(unit, seat) for unit in called if (seat := self._seat_of_its_name(unit))]
        # a text that says "the city of Homs" oftener than "Homs province" means the city
        less = {min(twin, key=lambda place: called[place]) for twin in twins if called[twin[0]] != called[twin[1]]}
        self.called = called.keys() - less

    def _seat_of_its_name(self, unit: str) -> str | None:
        """The town that a unit is run from, which a bare name may mean as well; Jerusalem is none that «إسرائيل» may mean."""
        whole = self.gazetteer.places[unit]
        named = whole.kind is not Kind.COUNTRY or (whole.seat and self.gazetteer.places[whole.seat].name_ar == whole.name_ar)
        return whole.seat if named else None

    def _whole(self, place: str) -> str:
        """The unit whose countryside a named region is («ريف درعا الشرقي»), else the place itself."""
        area = self.gazetteer.area_of_region.get(place)
        return area.place if area and area.setting == "countryside" else place

    def _holds(self, region: str, place: str) -> bool:
        return region != place and self.gazetteer.key_lies_in(place, region)

    def _with_company(
        self, candidate: Candidate, company: Sequence[Candidate], behind: Sequence[Candidate], country: str | None,
        regions: Collection[str], called: Collection[str], *, beside: bool, english: bool, is_name: bool,
    ) -> Candidate:  # fmt: skip
        """The candidate with what the rest of the text says; `behind` are the places named shortly behind it or its list, the
        first of them right `beside` it. `is_name` is true where a word that looks like a name is one: English names have
        capitals, «طرابلس» is no other word."""
        place = self.gazetteer.places[candidate.place]
        evidence, reasons = candidate.evidence, list(candidate.reasons)
        neighbours = [c for c in company if self._is_neighbour(place, self.gazetteer.places[c.place])] if company else []
        if neighbours:
            evidence += STRONG
            reasons.append(Reason(code=Because.NAMED_WITH, places=tuple(c.place for c in neighbours[:2])))
        container = None
        if behind:
            above = set(self.gazetteer.ancestors(candidate.place))
            unit = self.tables.governorate_of_seat.get  # «الوازعية بمحافظة تعز»
            others = [c for c in behind if c.place != candidate.place]
            container = next((c for c in others if above & {c.place, self._whole(c.place), unit(c.place)}), None)
        if container:
            of_country = self.gazetteer.places[container.place].kind is Kind.COUNTRY
            evidence += STRONG if container is behind[0] and (beside or of_country) else 2 * WEAK
            reasons.append(Reason(code=Because.NAMED_INSIDE, places=(container.place,)))
        if country and place.country == country and place.kind is not Kind.COUNTRY:
            evidence += 2 * WEAK if is_name else WEAK
            reasons.append(_OF_COUNTRY)
        elif (place.country in self.countries_named and place.kind is not Kind.COUNTRY) or (
            english and place.kind is Kind.COUNTRY and self._is_at_home(candidate)
        ):
            evidence += 2 * WEAK
            reasons.append(_COUNTRY_NAMED)
        if english and place.kind is Kind.NEIGHBOURHOOD and self._is_far_off(place):
            evidence -= STRONG
            reasons.append(_FAR_OFF)
        elif candidate.place in called:
            evidence += 2 * WEAK
            reasons.append(_KIND_NAMED)
        elif candidate.place in self.of_war:
            evidence += 2 * WEAK
            reasons.append(_WAR_NAMED)
        elif candidate.place in self.of_government:
            evidence += 2 * WEAK
            reasons.append(_GOVERNMENT_NAMED)
        if regions and any(self._holds(outer, candidate.place) for outer in regions):
            evidence += 2 * WEAK
            reasons.append(_REGION_NAMED)
        if evidence == candidate.evidence:
            return candidate
        return Candidate(place=candidate.place, evidence=evidence, reasons=tuple(reasons))

    def _is_at_home(self, candidate: Candidate) -> bool:
        """ "Georgia" in a text that names Tbilisi or Georgian troops: a doubtful name of a country, beside what lies in it."""
        doubtful = all(reason.code is not Because.SAFE_NAME for reason in candidate.reasons)
        return doubtful and (candidate.place in self.countries_named or bool(self.countries_told[candidate.place]))

    def _is_far_off(self, place: Place) -> bool:
        """ "Tripoli … in the Salaheddin area", in a text that names Libya: towns of many countries have a quarter of that name,
        and it is none of a country that an English text does not name, nor another place of it, where it names parts of one."""
        unnamed = place.country not in self.countries_named and self.countries_told[place.country] < 2
        return self.has_parts_named and unnamed

    def _is_neighbour(self, place: Place, other: Place) -> bool:
        """True for two countries or two capitals, and for two places of one country, neither the country: by «لبنان», «صور» are
        pictures."""
        if place.kind is Kind.COUNTRY or other.kind is Kind.COUNTRY:
            return place.kind is other.kind
        capitals = self.gazetteer.capital_cities
        return other.country == place.country or (place.id in capitals and other.id in capitals)

    # --- what stands beside a name ----------------------------------------------------------------------------------

    def _word_before(self, mention: Mention, adjective: bool) -> Before:
        """What the word before a name says of it: points, the reason, and whether it is a preposition written to the name."""
        previous = self._word_kind(mention.first - 1)
        if self._may_be_verb(mention):
            return -STRONG, Reason(code=Because.ORDINARY_WORD, words=self._surface(mention)), False
        if names_thing(self.words, mention):
            return _NOUN_BEFORE
        if is_common_target(self.words, mention):
            return -2 * WEAK, Reason(code=Because.ORDINARY_WORD, words=self._surface(mention)), False
        if previous == "person_title":
            return _TITLE_BEFORE
        if previous in ("extent", "part") and not mention.prefixes:
            return _EXTENT_BEFORE
        if previous == "people" and not mention.prefixes and not adjective:  # «فصائل سورية»
            return _PEOPLE_BEFORE
        if previous in ("preposition", "link"):
            linked = previous == "link" and self._word_value(mention.first - 1) != "preposition"
            return _NOTHING_BEFORE if linked else _PREPOSITION_BEFORE
        if "ب" in mention.prefixes or "ل" in mention.prefixes:
            return _PREPOSITION_WRITTEN_TO_IT
        if self._is_definite_adjective(mention):
            return _NOUN_BEFORE
        if adjective and mention.first and self.words.joined(mention.first - 1) and not mention.prefixes:
            if self._is_listed_in_english(mention):
                return _NOTHING_BEFORE
            noun = self.words.texts[mention.first - 1]
            verb = noun.startswith(("ي", "ت")) or _FEMININE_VERB.fullmatch(noun) is not None  # «استضافته السعودية»
            if not noun.startswith("ال") and not verb:
                return _NOUN_BEFORE
        return _NOTHING_BEFORE

    def _is_definite_adjective(self, mention: Mention) -> bool:
        """«الحكومة السعودية»: an adjective of a country with an article behind a noun with one."""
        match, before = self.demonyms.get(mention.first), mention.first - 1
        definite = match is not None and match.last == mention.last and self.words.texts[mention.first].startswith(_THE)
        return definite and not mention.prefixes and self.words.joined(before) and self.words.texts[before].startswith(_THE)

    def _may_be_verb(self, mention: Mention) -> bool:
        """«ودمر القصف المباني»: the word that a sentence goes on with."""
        words, last = self.words, mention.last
        opens = words.sentence(words.sentences[last])[0] == last and mention.prefixes in (("و",), ("ف",))
        return opens and words.joined(last) and may_open_as_verb(self._surface(mention), words.texts[last + 1])

    def _is_listed_in_english(self, mention: Mention) -> bool:
        """An English adjective has its noun behind it, and no conjunction: "brokered by US and Russia" names the country."""
        english = self.words.is_english(mention.first)
        return english and (not self.words.joined(mention.last) or self._word_kind(mention.last + 1) == "link")

    def _word_at(self, index: int) -> PlaceWord | None:
        """The word of the tables that ends right before a name, None at a start or behind a comma."""
        match = self.place_words.get(index)
        return match.values[0] if match and self.words.joined(index) else None

    def _word_kind(self, index: int) -> str:
        word = self._word_at(index)
        return word.kind if word else ""

    def _word_value(self, index: int) -> str:
        word = self._word_at(index)
        return word.value if word else ""

    def _demonyms_beside(self, mention: Mention) -> tuple[Beside, ...]:
        """The adjectives of countries beside a name: each as it is written, with its countries, and whether it may be that of
        the noun before («الخارجية الفرنسية روسيا»)."""
        found = []
        for left, index in ((mention.last, mention.last + 1), (mention.first - 1, mention.first - 1)):
            match = self.demonyms.get(index)
            if match is None or match.prefixes or not self.words.joined(left):
                continue
            arabic = not self.words.is_english(mention.first)
            # «الباب السورية»; English puts the adjective before the name
            beside = arabic if index > mention.last else not mention.prefixes
            word = self.words.texts[index]
            if beside and arabic == word.startswith("ال"):
                found.append((word, match.values, arabic and index < mention.first))
        return tuple(found)
