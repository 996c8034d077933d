"""Filing: a bare place before the news of a text's first lines («دبي - …», "Beirut — …"), where its report was filed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from geo.actor import ActorKind, Actors, ActorWord, WordKind
from geo.cue import CueKind, Cues
from geo.gazetteer import Gazetteer
from geo.span import Span
from geo.text.phrase import Words
from geo.toponym.home import home_country
from geo.toponym.resolution import Resolution, Role

_LINES = 3  # a headline, a line below it and the news
_MARK = re.compile(r"\s(--?|[ـ–—])\s|\s?(:)\s")
_BEFORE_DAY = re.compile(r"[,،]?\s")
_FIGHTING = (ActorKind.ARMED_FORCES, ActorKind.ARMED_GROUP, ActorKind.SIDE)
_BETWEEN = "between"
_OWN_DEEDS = ("agreed", "announced", "in_force", "extended", "violated")  # what two states do with a truce of their own
_WITH_REACH = 3  # words from a truce to "with": "the ceasefire agreement with"


@dataclass(frozen=True, kw_only=True)
class Filing:
    """Finds where the report of one text was filed. `places` are its names with their roles, `whereabouts` the first words of
    those that only say where somebody is, `dates` the spans of its date expressions."""

    text: str
    words: Words
    cues: Cues
    places: Sequence[Resolution]
    whereabouts: frozenset[int]
    dates: Sequence[Span]
    actors: Actors
    gazetteer: Gazetteer

    def find(self) -> frozenset[int]:
        """The first words of the bare names before the news of one of the first lines, where that is about another place: one
        that its sentence names, two states that have a truce, or a war of which nothing is in a capital's country. Else the
        place is what the text is about («حمص - دخلت الهدنة حيز التنفيذ»), as in a list of places, each before its own news."""
        marked: dict[str, list[Resolution]] = {}
        for place in self.places:
            if mark := self._mark_behind(place):
                marked.setdefault(mark, []).append(place)
        alone = [labels[0] for labels in marked.values() if len(labels) == 1]
        return frozenset(label.mention.first for label in alone if self._is_elsewhere(label))

    def _mark_behind(self, place: Resolution) -> str:
        """The dash or colon behind a name that stands alone, or with a day, at the start of one of the first lines; "" for
        none."""
        start, end = place.mention.span.start, place.mention.span.end
        opens = not place.mention.prefixes and (start == 0 or self.text[start - 1] == "\n")
        if not opens or place.area is None or self.gazetteer.is_country(place.area) or self._line(start) > _LINES:
            return ""
        gap = _BEFORE_DAY.match(self.text, end)
        day = next((date for date in self.dates if gap and date.start == gap.end()), None)
        mark = _MARK.match(self.text, day.end if day else end)
        return (mark[1] or mark[2]) if mark else ""

    def _line(self, at: int) -> int:
        return sum(1 for line in self.text[:at].split("\n")[:-1] if line.strip()) + 1

    def _is_elsewhere(self, label: Resolution) -> bool:
        others = [place for place in self.places if place.area and place.area != label.area]
        beside = [place for place in others if self._is_beside(label, place)]
        states = [place for place in beside if self.gazetteer.is_country(place.area)]
        capital = label.area is not None and label.area.place in self.gazetteer.capital_cities
        return (
            any(place not in states and self._is_scene(place) for place in beside)
            or any(self._have_truce(one, other) for one, other in pairwise(states))
            or (capital and (any(map(self._has_truce_with, states)) or self._is_about_another_war(label, others)))
        )

    def _is_beside(self, label: Resolution, place: Resolution) -> bool:
        sentences = self.words.sentences
        return sentences[place.mention.first] == sentences[label.mention.last + 1]

    def _is_scene(self, place: Resolution) -> bool:
        """«دمشق - عاد الهدوء إلى مخيم اليرموك»: a place of which the sentence tells, and not where those go who leave
        another."""
        words, before = self.words, place.mention.first - 1
        if place.role is not Role.CONTEXT or place.mention.first in self.whereabouts:
            return False
        reach = range(words.sentence(words.sentences[before])[0], before)
        left = any(words.is_a("has_left", i) or words.is_a("will_leave", i) for i in reach)
        return not (
            words.is_a("goes_to", before) and (left or self.cues.any_within(reach.start, before, (CueKind.EVACUATION,)))
        )

    def _have_truce(self, one: Resolution, other: Resolution) -> bool:
        """«وقف إطلاق النار بين إسرائيل وإيران», «اتفقت تايلاند وكمبوديا», "India and Pakistan agreed": two states that are the
        sides of a truce."""
        if one.mention.group != other.mention.group or one.area == other.area:
            return False
        before = one.mention.first - 1
        if self.words.is_a("between", before) or self.words.texts[before] == _BETWEEN:
            return True
        done = self.cues.ending(CueKind.STATUS, before) or self.cues.starting(CueKind.STATUS, other.mention.last + 1)
        return done is not None and done.value in _OWN_DEEDS

    def _has_truce_with(self, state: Resolution) -> bool:
        """«القدس - صمد وقف إطلاق النار مع إيران»: a capital speaks for its state, whose truce with another is told of."""
        before = state.mention.first - 1
        beside = self.cues.any_within(max(before - _WITH_REACH, 0), before, (CueKind.TRUCE,))
        return beside and self.cues.ending(CueKind.PARTY, before) is not None

    def _is_about_another_war(self, label: Resolution, others: Sequence[Resolution]) -> bool:
        """«بيروت - دخلت الهدنة بين المعارضة والنظام حيز التنفيذ»: all that the text names fights or lies in other countries."""
        places = self.gazetteer.places
        country = places[label.area.place].country if label.area else None
        fighting = list(self._countries_of_fighters())
        if any(country in countries for countries in fighting):
            return False
        if any(place.area and places[place.area.place].country == country for place in others):
            return False
        scenes = [place for place in others if place.role is Role.CONTEXT and place.mention.first not in self.whereabouts]
        return home_country(scenes, self.gazetteer) is not None or any(one & other for one, other in pairwise(fighting))

    def _countries_of_fighters(self) -> Iterator[frozenset[str]]:
        """For each name of somebody who fights the countries in which he does, in the text's order."""
        for match in self.actors.table.find(self.words):
            if countries := frozenset(country for word in match.values for country in self._countries(word)):
                yield countries

    def _countries(self, word: ActorWord) -> tuple[str, ...]:
        if not word.actor or word.kind not in (WordKind.NAME, WordKind.SIDE):
            return ()
        known = self.actors.actors.get(word.actor)
        if word.country:
            return (word.country,)
        return known.countries if known and known.kind in _FIGHTING else ()
