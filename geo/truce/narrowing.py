"""Narrowing: the districts or towns that a truce covers, where its sentence counts them and the next one names them."""

from __future__ import annotations

from collections.abc import Sequence

from geo.claim import Claim
from geo.coverage.container import holds_unnamed, is_adjunct, is_beside_unnamed
from geo.cue import CueKind
from geo.gazetteer import SETTLEMENTS
from geo.syntax.read_text import ReadText
from geo.syntax.sentence import in_group
from geo.toponym.resolution import Resolution
from geo.truce.record import Truce

_SENTENCES = 2  # how far behind the truce its districts may be named
_STANDS = ("in_force", "begun")
_COUNT_REACH = 5  # words from "two" to "districts of"


def name_districts(truces: Sequence[Truce], read: ReadText) -> None:
    """ "Fighters left two districts of Aleppo under a deal. Buses drove them out of Sheikh Maqsoud and Ashrafieh.": places the
    truce in the districts instead of the city. English only."""
    spoke = {claim.clause.sentence for truce in truces for claim in truce.claims if _names_its_places(claim, read)}
    for truce in truces:
        for claim in truce.claims:
            city = claim.areas[0] if len(claim.areas) == 1 else None
            named = _named_behind(claim, city, read, spoke) if city and holds_unnamed(read, city) else []
            if named:
                truce.place(claim, [named])


def _names_its_places(claim: Claim, read: ReadText) -> bool:
    """True for a claim whose own sentence names a place of it, which it has not taken from another."""
    first, last = read.words.sentence(claim.clause.sentence)
    return any(first <= r.mention.first <= last for r in claim.areas)


def narrow_sides(truces: Sequence[Truce], read: ReadText) -> None:
    """ "Russia and Georgia agree to ceasefire … conditions for a ceasefire in Georgia": of two states that agreed, the one that
    the text says the truce is in."""
    told = [(truce, claim) for truce in truces for claim in truce.claims if claim.areas]
    inside = [r for _, c in told if len(c.areas) == 1 and _is_said_to_be_in(c, read) for r in c.areas]
    for truce, claim in told:
        sides = [r for r in claim.areas if read.gazetteer.is_country(r.area)]
        held = [r for r in inside if r.area in {side.area for side in sides}]
        if len(sides) == len(claim.areas) == 2 and len({r.area for r in held}) == 1:
            truce.place(claim, [held[:1]])


def _is_said_to_be_in(claim: Claim, read: ReadText) -> bool:
    """ "A ceasefire in Georgia", «هدنة في أوكرانيا»; not "in Georgia and Russia"."""
    first, group = claim.areas[0].mention.first, claim.areas[0].mention.group
    if sum(r.mention.group == group for r in read.resolutions) > 1:
        return False
    preposition = read.cues.ending(CueKind.LOCATIVE, first - 1)
    return claim.truce is not None and preposition is not None and claim.truce.last + 1 == preposition.first


def narrow_headline(truces: Sequence[Truce]) -> None:
    """ "Ceasefire in Shan State. The alliance announced a truce in northern Shan State": the lead says which part of the land
    the headline means, unless a later sentence gives the truce the whole of it, too."""
    told = [(truce, claim) for truce in truces for claim in truce.claims if claim.areas]
    lead = [r for _, c in told if 0 < c.clause.sentence <= _SENTENCES for r in c.areas if r.area]
    for truce, claim in told:
        whole = claim.areas[0].area if len(claim.areas) == 1 and claim.clause.sentence == 0 else None
        if whole is None or whole.direction or any(r.area == whole for r in lead):
            continue
        part = next((r for r in lead if r.area and r.area.direction and r.area.place == whole.place), None)
        if part:
            truce.place(claim, [in_group(part, lead)])


def narrow_counted(truces: Sequence[Truce], read: ReadText) -> None:
    """ "Truce begins in two Yemen provinces. … The truce in Taiz and Marib …": the parts that a headline counts, which another
    claim lists, or those that the next sentence says the truce applies to. English only."""
    told = [(truce, claim) for truce in truces for claim in truce.claims if claim.areas]
    for truce, claim in told:
        whole = claim.areas[0] if len(claim.areas) == 1 else None
        if whole is None:
            continue
        counted = claim.clause.sentence == 0 and _is_counted_out(whole, read)
        parts = next((
            c.areas for _, c in told
            if _lie_inside(c.areas, whole, read) and ((counted and len(c.areas) > 1) or _says_of_it(c, claim, read))
        ), None)  # fmt: skip
        if parts:
            truce.place(claim, [list(parts)])


def _says_of_it(scope: Claim, claim: Claim, read: ReadText) -> bool:
    """ "(A truce in Aleppo was agreed.) It applies to Sheikh Maqsoud": the next sentence says where the truce holds; not "It
    also applies to …"."""
    first, words = scope.clause.first, read.words
    next_one = scope.clause.sentence == claim.clause.sentence + 1 and scope.truce is None and claim.truce is not None
    return next_one and words.texts[first] == "it" and words.is_a("scope_of", first + 1)


def _is_counted_out(whole: Resolution, read: ReadText) -> bool:
    before, behind = whole.mention.first - 1, whole.mention.last + 1
    counted = before >= 0 and read.words.is_a("count", before) and behind < len(read.words) and read.words.joined(behind - 1)
    return counted and (read.words.is_a("both_places", behind) or read.words.is_a("counted_parts", behind))


def _lie_inside(areas: Sequence[Resolution], whole: Resolution, read: ReadText) -> bool:
    lies_in = read.gazetteer.lies_in
    return all(r.area and whole.area and r.area != whole.area and lies_in(r.area, whole.area) for r in areas)


def narrow_breaches(truces: Sequence[Truce], read: ReadText) -> None:
    """«قتل ثلاثة في مضايا. … لهدنة تشمل أيضا الفوعة وكفريا»: what breaks a truce in one of the towns that it lists breaks it
    there, and in the others it stands."""
    for truce, claim in [(t, c) for t in truces for c in t.claims]:
        if claim.status is None or claim.status.value != "violated" or claim.negated or not claim.told_as_fact:
            continue
        if claim.in_spite and not claim.truce and (hit := _hit_alone(claim, read)):
            truce.place(claim, [hit])
        broken = {r.area for r in claim.areas}
        for other in truce.claims:
            rest = [r for r in other.areas if r.area not in broken]
            stands = other.truce is not None and (other.status is None or other.status.value in _STANDS)
            if stands and 0 < len(rest) < len(other.areas) and _are_towns(other.areas, read):
                truce.place(other, [rest])


def _hit_alone(claim: Claim, read: ReadText) -> list[Resolution]:
    """Of the towns that a breach takes from the truce those that its own sentence names, [] if they are all or none."""
    first, last = read.words.sentence(claim.clause.sentence)
    here = [r.area for r in read.places if first <= r.mention.first <= last and r.area]
    hit = [r for r in claim.areas if r.area and any(read.gazetteer.lies_in(area, r.area) for area in here)]
    return hit if len(hit) < len(claim.areas) and _are_towns(claim.areas, read) else []


def _are_towns(areas: Sequence[Resolution], read: ReadText) -> bool:
    return all(r.area and read.gazetteer.places[r.area.place].kind in SETTLEMENTS for r in areas)


def _named_behind(claim: Claim, city: Resolution, read: ReadText, spoke: set[int]) -> list[Resolution]:
    """The first list of places inside of the city, or near it if so it was counted, that a sentence behind the claim names, if
    it has as many as were counted and the sentence tells of no fighting there, nor of a truce."""
    number = claim.clause.sentence
    behind = city.mention.last + 1 + is_adjunct(read, city)  # "two Aleppo districts"
    noun = range(max(city.mention.first - _COUNT_REACH, 0), behind)
    several = any(read.words.is_a("both_places", i) for i in noun)
    for at in range(number + 1, min(number + 1 + _SENTENCES, len(read.words.sentence_starts))):
        first, last = read.words.sentence(at)
        near = several or bool(read.cues.within(first, last, CueKind.EVACUATION))
        inside = [r for r in read.places if first <= r.mention.first <= last and _may_be_meant(r, city, read, near=near)]
        if inside:
            listed = in_group(inside[0], inside)
            fought = _is_fought_over(listed, first, last, read)
            told = fought or at in spoke or _is_gone_to(listed[0], first, read)
            return [] if told or several is not (len(listed) > 1) else listed
    return []


def _may_be_meant(resolution: Resolution, city: Resolution, read: ReadText, *, near: bool) -> bool:
    """True for a place inside of the city; with `near` for a town of its country, where one near the city was counted."""
    area, places = resolution.area, read.gazetteer.places
    if area is None or city.area is None or area == city.area:
        return False
    near = near and read.words.texts[city.mention.first - 1] != "in" and is_beside_unnamed(read, city)
    beside = near and places[area.place].kind in SETTLEMENTS and not area.direction
    same = places[area.place].country == places[city.area.place].country
    return read.gazetteer.lies_in(area, city.area) or (beside and same)


def _is_fought_over(listed: Sequence[Resolution], first: int, last: int, read: ReadText) -> bool:
    """True if the sentence of the words [first, last] tells of fighting, unless it tells first that the places were left: "a
    convoy left Sheikh Maqsoud amid shelling"."""
    fights = [cue.first for cue in read.cues.within(first, last, CueKind.CONFLICT) if cue.value]
    left = read.cues.within(first, listed[0].mention.first, CueKind.EVACUATION)
    return any(fight < listed[0].mention.first for fight in fights) if left else bool(fights)


def _is_gone_to(resolution: Resolution, first: int, read: ReadText) -> bool:
    """ "They arrived in Jisr al-Shughur", "headed for Idlib": where those who left go, in a sentence from word `first`; not
    "they were evacuated from Khalidiya", nor "an agreement reached on Tuesday"."""
    before = resolution.mention.first - 1
    preposition = read.cues.ending(CueKind.LOCATIVE, before)
    if preposition is not None and preposition.value == "from":
        return False
    arrived = (i for i in range(first, before) if read.words.is_a("arrives", i))
    made = (CueKind.TRUCE, CueKind.AGREEMENT)
    arrived = (i for i in arrived if not any(read.cues.ending(kind, i - 1) for kind in made))
    return read.words.is_a("goes_to", before) or any(arrived)
