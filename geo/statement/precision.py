"""Precision: which of the areas that a text gives a truce are the zone, and which only say roughly where it lies."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from geo.agreement import AgreementType
from geo.claim import Claim, says_where
from geo.coverage.container import holds_unknown, holds_unnamed, holds_zone, is_beside_unnamed
from geo.cue import CueKind
from geo.gazetteer import Area, Kind
from geo.status import Status
from geo.syntax.read_text import ReadText
from geo.toponym.resolution import Resolution
from geo.truce import Truce

_LEAD = 2  # the number of the last sentence that a text may begin with, behind its headline and a date
_WHOLE_REACH = 2  # words from «كل» to the country: «كل أنحاء سوريا»


class Precision:
    """How precisely a text says where one truce lies; `status_of` is the status that each claim of it gives, by its id()."""

    def __init__(self, truce: Truce, read: ReadText, status_of: Mapping[int, Status | None]) -> None:
        self.truce = truce
        self.read = read
        self._status_of = status_of

    @cached_property
    def areas(self) -> frozenset[Area]:
        """The areas of the truce without those that only say roughly where it lies."""
        return frozenset(area for area in self.truce.areas if not self._says_roughly(area))

    def _says_roughly(self, area: Area) -> bool:
        """True for a wider name than the places listed, and for what only says where a place that is named elsewhere lies:
        "a camp in Aleppo", "a town near Sanaa"."""
        wider = self.holds_others(area)
        named = [r for claim in self.truce.claims for r in claim.areas if r.area == area]
        if any(self._is_meant_as_a_whole(r) for r in named):
            return False
        guessed = [c for c in self.truce.claims if any(r.area == area for r in c.areas)]
        if wider and all(c.coverage.guessed for c in guessed):
            return True  # "the goal of the truce is …", behind one in two districts: the city that the text is about is none
        if wider and (self._is_spelt_out(area) or all(self._is_headline(r) for r in named)):
            return True
        others = (r for claim in self.truce.claims for r in claim.areas if r.area != area)
        named_too = len(self._listed) > 1 or any(not holds_unnamed(self.read, resolution) for resolution in others)
        beside = named_too and all(is_beside_unnamed(self.read, resolution) for resolution in named)
        unnamed = (wider or beside) and all(holds_unnamed(self.read, resolution) for resolution in named)
        country = self.read.gazetteer.is_country(area)
        return unnamed or (wider and country and not self._is_told_apart(area))

    def _is_meant_as_a_whole(self, resolution: Resolution) -> bool:
        """«كل أنحاء سوريا ومنها عفرين», "all of Syria, including Afrin", "the nationwide truce"."""
        first = resolution.mention.first
        return self.read.words.is_a("whole_country", first) or any(
            self.read.words.is_a("whole", i) for i in range(max(first - _WHOLE_REACH, 0), first)
        )

    def _is_headline(self, resolution: Resolution) -> bool:
        """«اتفاق في حلب», "a truce in the Four Towns" above a text that begins with the quarters of the city or the towns
        that it is one in. A region of towns («الغوطة الشرقية») stays: it is as much a zone as they are."""
        own, gazetteer = resolution.area, self.read.gazetteer
        _, last = self.read.words.sentence(0)
        above = last + 1 < len(self.read.words) and "\n" in self.read.words.between(last, last + 1)
        if own is None or not above or resolution.mention.first > last:
            return False
        lead = {
            r.area for c in self.truce.claims if 0 < c.clause.sentence <= _LEAD for r in c.areas if r.area and r.area != own
        }
        if self.read.precedes_colon(resolution) and self.holds_others(own):
            return True  # «حمص: اجتماع …»
        core = self._core(own)
        region_of_towns = gazetteer.places[own.place].kind is Kind.REGION and not self._is_of_governorates(core)
        cut = any(area.place == own.place and area.direction for area in lead)  # "in Shan state" above "in northern Shan state"
        wide = not own.direction and (cut or not region_of_towns)
        return (wide and any(gazetteer.lies_in(area, own) for area in lead)) or (bool(core) and core <= lead)

    def _is_spelt_out(self, area: Area) -> bool:
        """«في جنوب غرب سوريا … ويشمل درعا والقنيطرة»: a region of governorates some of which the text lists as a whole."""
        parts = {r.area for c in self.truce.claims for r in c.areas if r.area in self._listed and not r.mention.partial}
        core = self._core(area)
        return self._is_of_governorates(core) and bool(core & parts)

    def _core(self, area: Area) -> set[Area]:
        """What a region is made of; nothing for any other place."""
        region = self.read.gazetteer.regions.get(area.place)
        return {Area.parse(key) for key in region.core} if region and not area.direction else set()

    def _is_of_governorates(self, core: set[Area]) -> bool:
        return bool(core) and all(self.read.gazetteer.places[part.place].kind is Kind.GOVERNORATE for part in core)

    def is_wider(self, area: Area, named: Sequence[Resolution]) -> bool:
        """True for a wider name than the places that the text lists, around one that no table knows or around a buffer zone."""
        unlisted = (holds_unknown, holds_zone)
        return self.holds_others(area) or any(all(rule(self.read, resolution) for resolution in named) for rule in unlisted)

    def holds_others(self, area: Area) -> bool:
        """True if the text names places inside an area; where a breach was is no list of what is covered. Two names of one
        area («الجنوب», «الجنوب الغربي») hold each other, and both stay."""
        lies_in = self.read.gazetteer.lies_in
        return any(lies_in(other, area) and not lies_in(area, other) for other in self._listed)

    @cached_property
    def _listed(self) -> frozenset[Area]:
        """The areas that the claims name, surroundings and where a breach was aside."""
        broken = (Status.VIOLATED, Status.ENDED)
        naming = [c for c in self.truce.claims if self._status_of[id(c)] not in broken or says_where(c, self.read)]
        return frozenset(r.area for c in naming for r in c.areas if r.area and r.area.setting != "surroundings")

    def _is_told_apart(self, country: Area) -> bool:
        """True for a country that a ceasefire covers as a whole, beside one in a part of it; a zone, or one that is talked
        about, lies somewhere in it."""
        return any(
            {r.area for r in claim.areas} == {country} and not claim.coverage.verb and claim.type is AgreementType.CEASEFIRE
            and self._is_located(claim) and self._status_of[id(claim)] not in (None, Status.NEGOTIATING)
            for claim in self.truce.claims
        )  # fmt: skip

    def _is_located(self, claim: Claim) -> bool:
        """In "the Ukraine ceasefire", "Chad's rebels agree to a truce" the country says which war it is, and not where; nor in
        a headline whose lead names a part of it."""
        first, lies_in = claim.areas[0].mention.first, self.read.gazetteer.lies_in
        told = [c for c in self.truce.claims if 0 < c.clause.sentence <= _LEAD and c.truce and not c.in_spite]
        lead = [r.area for c in told for r in c.areas]
        country = claim.areas[0].area
        if claim.clause.sentence == 0 and country and any(a and a != country and lies_in(a, country) for a in lead):
            return False
        before = any(self.read.cues.ending(kind, first - 1) for kind in (CueKind.LOCATIVE, CueKind.ABOUT))
        before = before and not (claim.truce and first < claim.truce.first)  # "rebels in Chad agreed to a truce"
        return before or not self.read.words.is_english(first)


def without_parts(groups: Iterable[tuple[Area, ...]]) -> list[tuple[Area, ...]]:
    """The groups that no larger group holds."""
    groups = list(groups)
    return [g for g in groups if not any(set(g) < set(other) for other in groups)]
