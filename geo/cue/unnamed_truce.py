"""Truces without their name: fire that somebody stops, an attack that is halted or called off, an accord that stopped one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from geo.cue.hits import Hits
from geo.cue.record import CueKind, Hit
from geo.text.phrase import Words

_HALTED_REACH = 4  # words between "suspend" and the attack
_ON = "علي"  # folded
_DENIED_REACH = 3  # words from a negation to "suspended"
_OWNER_REACH = 6  # words from a firm to what it suspends
_FIRM_REACH = 3  # words from «عملياتها» to «مطار»
_HALTED_FAR_REACH = 11  # words between the fighting and "will be paused"
_AHEAD_REACH = 3  # words between "will" and "suspend"
_SUBJECT_REACH = 3  # words of a headline's subject before "to pause"
_GOVERNING = (CueKind.STATUS, CueKind.SPEECH, CueKind.NEGATION, CueKind.MODALITY, CueKind.PROSPECT, CueKind.PLEDGE)
_PLACE_REACH = 4  # words of the place between the fighting and "to cease"
_END_REACH = 5  # words from "end of" to the truce
_RELATIVE_REACH = 5  # words from an accord to "that", and from there to "halted"
_HALT_REACH = 6  # words from «اتفاق», or the sides, to «وقف الغارات»
_EXCHANGE_REACH = 14  # words from an offer to «مقابل وقف القصف»
_LASTED_REACH = 4  # words from "ended" to "days of"
_PARTED_REACH = 3  # words between the halves of a truce's name: «وقف عاجل وشامل لإطلاق النار»


def parted_truces(words: Words, hits: Hits) -> list[Hit]:
    """«وقف عاجل وشامل لإطلاق النار»: adjectives part the two halves of a truce's name."""
    return _with_fire(words, hits, hits.of(CueKind.CESSATION, values=("stop",)), prefix="ل")


def stopped_fire(words: Words, hits: Hits) -> list[Hit]:
    """«أوقف الجيش السوري إطلاق النار», «أن يوقف الطرفان القتال»: the subject stands between the verb and what is stopped."""
    suspended = hits.of(CueKind.STATUS, values=("suspended",))  # «علق الجيش عملياته القتالية»
    verbs = (*hits.of(CueKind.CESSATION), *suspended)
    stops = [hit for hit in verbs if words.is_a("stops_fire", hit.first, hit.written.offset)]
    stops = [hit for hit in stops if _ON not in words.texts[hit.last + 1 : hit.last + 1 + _PARTED_REACH]]  # «علق الوزير على»
    return _with_fire(words, hits, stops, prefix="")


def ended_fighting(words: Words, hits: Hits) -> list[Hit]:
    """ "A ceasefire has ended 12 days of air strikes", "a truce put an end to weeks of shelling": words that say of the
    fighting that it is over, and so of the truce that it is in force. English only."""
    fights = set(hits.firsts(CueKind.CONFLICT))
    truces = {words.sentences[i]: i for i in reversed(hits.firsts(CueKind.TRUCE))}
    stops = (hit for hit in hits.of(CueKind.CESSATION) if hit.value != "halts")
    found: list[Hit] = []
    for hit in (*hits.of(CueKind.STATUS, values=("ended", "over")), *stops):
        of = _lasting(words, hit) if hit.is_english else None
        if of is None or truces.get(words.sentences[hit.first], hit.first) > hit.first:
            continue
        if of + 1 in fights or of + 2 in fights:  # "weeks of heavy shelling"
            found.append(hit.read_as(CueKind.STATUS, "in_force"))
    return found


def _lasting(words: Words, verb: Hit) -> int | None:
    """The "of" behind how long something lasted: "ended 12 days of"; not "ended on Sunday after years of war", "was wrecked by
    weeks of fighting"."""
    behind = verb.last + 1
    of = next((i for i in range(behind + 1, min(behind + 1 + _LASTED_REACH, len(words))) if words.texts[i] == "of"), None)
    if of is None or words.texts[verb.last] == "by" or any(words.is_a("after", i) for i in range(behind, of)):
        return None
    return of if words.is_a("lasting", of - 1) and all(map(words.joined, range(verb.last, of + 1))) else None


def _with_fire(words: Words, hits: Hits, stops: Sequence[Hit], *, prefix: str) -> list[Hit]:
    """A truce for each stop that the fire it stops follows, behind one to three words, with a prefix or without any."""
    fires = {
        hit.first: hit.last for hit in hits.of(CueKind.CONFLICT, values=("fire",))
        if (prefix in hit.written.prefixes if prefix else not hit.written.prefixes)
    }  # fmt: skip
    taken = hits.in_truces() if fires else set()
    found: list[Hit] = []
    for hit in stops if fires else ():
        fire = next((i for i in range(hit.last + 2, hit.last + 2 + _PARTED_REACH) if i in fires), None)
        if fire is None or hit.first in taken or fire in taken:
            continue
        if not any(words.between(i, i + 1).strip(' -"') for i in range(hit.first, fire)):  # «وقف "مؤقت" لإطلاق النار»
            found.append(_as_truce(hit, hit.first, fires[fire]))
    return found


def _as_truce(hit: Hit, first: int, last: int) -> Hit:
    """The words [first, last], of which a hit says how they are written, as those of a truce."""
    return hit.read_as(CueKind.TRUCE, "ceasefire")._replace(first=first, last=last)


def halted_attacks(words: Words, hits: Hits) -> list[Hit]:
    """ "a deal to suspend a Russian military offensive", "agreed to stop all attacks": an attack that those who fight agree to
    halt is a truce without its name. English only."""
    halting = [hit for hit in hits.of(CueKind.CESSATION) if hit.is_english]
    if not halting:
        return []
    fights = {
        hit.first: hit.last for hit in hits.of(CueKind.CONFLICT)
        if hit.value or words.is_a("halted_fighting", hit.first)
    }  # fmt: skip
    deals = {*hits.lasts(CueKind.AGREEMENT), *hits.lasts(CueKind.STATUS, values=("agreed",))}
    planned = set(hits.lasts(CueKind.STATUS, values=("proposed",)))  # "plan to"
    taken = hits.in_truces()
    found: list[Hit] = []
    for hit in halting:
        first, last = hit.first, hit.last
        to = first - 2 if words.texts[first - 1].endswith("ly") else first - 1  # "to permanently stop"
        agreed_on = to > 0 and words.texts[to] == "to" and (to - 1 in deals or (to in planned and words.is_a("halt", first)))
        noun = words.is_a("halt", last) and last + 1 < len(words) and words.is_a("of_halt", last + 1)
        if not (agreed_on or noun):  # "a pause in Chad's offensive"
            continue
        fight = next((f for f in range(last + 1, last + 2 + _HALTED_REACH) if f in fights), None)
        if fight is not None and not taken & {first, fight} and all(map(words.joined, range(first, fight))):
            found.append(_as_truce(hit, first, fights[fight]))
    return found


def demanded_ends(words: Words, hits: Hits) -> list[Hit]:
    """ "Demanded that the fighting in Syria cease", "called for all violence to stop": fighting of which somebody demands that
    it end. English only."""
    ceases = {hit.first for hit in hits.of(CueKind.CESSATION) if hit.is_english}
    asked = {hit.last: hit for hit in hits.of(CueKind.STATUS, values=("proposed",)) if hit.last}
    fights = [i for i in range(len(words)) if words.is_a("ends_of_itself", i)] if ceases and asked else []
    taken = hits.in_truces()
    inside = set(hits.firsts(CueKind.LOCATIVE, values=("in",)))
    found: list[Hit] = []
    for fight in fights:
        before, verb = fight - 1, fight + 1
        if verb in inside:
            verb = next((i for i in range(verb + 2, verb + 2 + _PLACE_REACH) if i in ceases), verb)
            verb -= words.texts[verb - 1] in ("to", "must")
        while before > 0 and (words.is_a("determiner", before) or words.is_a("every", before)):
            before -= 1
        that = words.is_a("that", before)
        asks = next((i for i in (before, before - that) if i in asked), None)
        verb += verb < len(words) and words.texts[verb] == ("must" if that else "to")
        infinitive = that or words.texts[verb - 1] == "to"
        if asks is None or verb not in ceases or not infinitive or not words.is_a("ceases_bare", verb):
            continue
        if not taken & {fight, verb} and all(map(words.joined, range(asks, verb))):
            found.append(_as_truce(asked[asks], fight, verb))
    return found


def called_off(words: Words, hits: Hits) -> tuple[list[Hit], list[Hit]]:
    """ "Turkey has suspended its offensive in Idlib for five days", "fighting near Rafah will be paused each day until noon",
    «تعليق العملية العسكرية»: what those who fight call off themselves, for a while or for a purpose; and how such a truce
    stands, which the tense of the verb says."""
    verbs = [hit for hit in hits.of(CueKind.CESSATION) if words.is_a("calls_off", hit.first, hit.written.offset)]
    if not verbs:
        return [], []
    taken = hits.in_truces()
    truces: list[Hit] = []
    statuses: list[Hit] = []
    for verb in verbs:
        first, last = verb.first, verb.last
        passive = words.is_a("passive", first - 1) if first else False
        reach = range(max(first - _HALTED_FAR_REACH, 0), first - 1) if passive else range(last + 1, last + 2 + _HALTED_REACH)
        here = words.sentences[first]
        noun = next((i for i in reach if i < len(words) and _is_fighting(words, i) and words.sentences[i] == here), None)
        if noun is None or taken & {first, noun} or not _is_own(words, hits, first, noun, passive=passive):
            continue
        truces.append(_as_truce(verb, min(first, noun), max(last, noun)))
        will = any(words.is_a("to_come", i) for i in range(max(first - _AHEAD_REACH, 0), first + 1))
        will = will or _is_to_do(words, hits, first)
        if will or not words.is_a("calls_off_bare", first, verb.written.offset):  # told as suspended, it stands as told
            statuses.append(verb.read_as(CueKind.STATUS, "agreed" if will else "in_force"))
    return truces, statuses


def _is_to_do(words: Words, hits: Hits, verb: int) -> bool:
    """ "Russia to halt Aleppo bombing for 8 hours", "Government troops to pause …": the verb of a headline, whose short subject
    is a name or a side. English only."""
    first, to = words.sentence(words.sentences[verb])[0], verb - 1
    if not first < to <= first + _SUBJECT_REACH or words.texts[to] != "to":
        return False
    before = range(first, to)
    if any(i in before for i in hits.firsts(*_GOVERNING)) or words.of_class("persuades", first, to):
        return False
    return to == first + 1 or to - 1 in hits.lasts(CueKind.CONFLICT, CueKind.EVACUEES)


def _is_fighting(words: Words, noun: int) -> bool:
    """ "Its offensive", "air strikes"; "their strikes" may be those of teachers."""
    return words.is_a("called_off", noun) or (words.is_a("strikes", noun) and words.is_a("airborne", max(noun - 1, 0)))


def _is_own(words: Words, hits: Hits, verb: int, noun: int, *, passive: bool) -> bool:
    """True for fighting that a side calls off itself, with a time or a purpose behind it: not for an enemy's that it beat back,
    what fighting or the weather stops, the operations of a firm, nor what somebody denies."""
    first, last = words.sentence(words.sentences[verb])
    between = range(min(verb, noun) + 1, max(verb, noun))
    an_attack = verb < noun and any(words.is_a("article", i) for i in between)  # "stopped an attack"
    if an_attack or any("," in words.between(i, i + 1) for i in range(min(verb, noun), max(verb, noun))):
        return False
    enemy = any(i in between for i in hits.firsts(CueKind.EVACUEES))
    denied = range(max(verb - _DENIED_REACH, first), verb)
    denied_by = any(i in denied for i in hits.firsts(CueKind.NEGATION)) or any(words.is_a("nobody", i) for i in denied)
    around = range(max(first, min(verb, noun) - _OWNER_REACH), min(last, max(verb, noun) + _FIRM_REACH) + 1)
    if enemy or denied_by or any(words.is_a("relief", i) for i in around):
        return False
    fights = [hit for hit in hits.of(CueKind.CONFLICT) if first <= hit.first < verb]
    attacked = bool(fights) and bool(fights[-1].value) and not passive and words.is_english(verb)
    subject = words.is_a("businesslike", noun) and not any(not hit.value for hit in fights)
    if attacked or subject or words.of_class("other_cause", first, last):
        return False
    timed = any(first <= i <= last for i in hits.firsts(CueKind.DURATION))
    offered = words.texts[verb - 1] == "would" and any(words.is_a("own", i) for i in between)
    return timed or offered or any(words.is_a("for_a_while", i) for i in range(min(verb, noun), last + 1))


def halting_accords(words: Words, hits: Hits) -> list[Hit]:
    """«التفاهم الذي أوقف المعارك», "a deal that halted the siege": an accord of which a relative clause says that it stopped
    the fighting."""
    accords = hits.lasts(CueKind.AGREEMENT)
    stops = [hit for hit in hits.of(CueKind.CESSATION) if words.is_a("has_halted", hit.first)] if accords else []
    fights, taken = hits.ends(CueKind.CONFLICT), hits.in_truces()
    found: list[Hit] = []
    for hit in stops:
        first, last = hit.first, hit.last
        relative = next((i for i in range(first - 1, max(first - _RELATIVE_REACH, 0), -1) if words.is_a("that", i)), None)
        accord = relative is not None and any(relative - _RELATIVE_REACH < i < relative for i in accords)
        accord = accord or (first - 1 in accords and not hit.is_english)  # «اتفاق أنهى معارك»
        fight = next((i for i in range(last + 1, last + 2 + _PARTED_REACH) if i in fights), None)
        if not accord or fight is None or words.is_a("war_as_such", fight):  # "the accord that halted the war" is of past days
            continue
        if not taken & {first, fight} and all(map(words.joined, range(first, fight))):
            found.append(_as_truce(hit, first, fights[fight]))
    return found


def agreed_halts(words: Words, hits: Hits) -> list[Hit]:
    """«اتفق الطرفان على وقف الغارات», «اتفاق على وقف القصف», «يتفقان على إنهاء القتال»: attacks that are halted by agreement,
    in Arabic; or in exchange for what an agreement or an offer asks for («مبادرة تقضي بدخول الجيش مقابل وقف القصف»)."""
    exchanged = {last + 1 for last in hits.lasts(CueKind.EXCHANGE)}
    stops = [
        hit for hit in hits.of(CueKind.CESSATION)
        if hit.first and (words.texts[hit.first - 1] == _ON or (hit.first in exchanged and hit.value == "stop"))
    ]  # fmt: skip
    if not stops:
        return []
    taken = hits.in_truces()
    fights = {hit.first: hit for hit in hits.of(CueKind.CONFLICT, values=("attack", "fire"))}
    made = {*hits.firsts(CueKind.AGREEMENT, CueKind.SIDES)}
    offers = {*hits.firsts(CueKind.AGREEMENT), *hits.firsts(CueKind.STATUS, values=("proposed",))}
    agreed_on = set(hits.lasts(CueKind.STATUS, values=("agreed",)))
    found: list[Hit] = []
    for hit in (stop for stop in stops if stop.first not in taken):
        first, fight = hit.first, fights.get(hit.first + 1)
        if fight is None:
            continue
        told, reach = (offers, _EXCHANGE_REACH) if first in exchanged else (made, _HALT_REACH)
        agreed = any(i in told and words.sentences[i] == words.sentences[first] for i in range(first - reach, first))
        ends = words.is_a("ends_fighting", first)
        agreed = agreed or (ends and not agreed_on.isdisjoint((first - 1, first - 2)))
        halted = fight.value == "attack" and hit.value == "stop"
        if agreed and (halted or (ends and words.is_a("ended_by_accord", fight.first))):
            found.append(_as_truce(hit, first, fight.last))
    return found


def ends_of_truces(words: Words, truces: Iterable[Hit]) -> list[Hit]:
    """ "Minutes after the end of a 24-hour ceasefire": the words that say that a truce is over. English only."""
    found: list[Hit] = []
    for hit in truces:
        first = hit.first
        of = next((i for i in range(first - 1, max(first - _END_REACH, 0), -1) if words.texts[i] == "of"), None)
        if of is not None and words.texts[of - 1] == "end" and all(map(words.joined, range(of - 1, first))):
            found.append(hit.read_as(CueKind.STATUS, "ended")._replace(first=of - 1, last=of))
    return found


def lulls_of_storms(words: Words, truces: Iterable[Hit]) -> set[int]:
    """The first words of those truces that are lulls that a storm brings. English only."""
    lulls = (hit.first for hit in truces if words.is_english(hit.first) and words.is_a("lull", hit.first))
    return {i for i in lulls if words.of_class("other_cause", *words.sentence(words.sentences[i]))}
