"""Truces without their name: fire that somebody stops, an attack that is halted or called off, an accord that stopped one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from geo.text.cue import CueKind, CueWord, Hit
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


def parted_truces(words: Words, hits: Mapping[CueKind, Sequence[Hit]]) -> list[Hit]:
    """«وقف عاجل وشامل لإطلاق النار»: adjectives part the two halves of a truce's name."""
    stops = [hit for hit in hits.get(CueKind.CESSATION, ()) if hit[-1].value == "stop"]
    return _with_fire(words, hits, stops, prefix="ل")


def stopped_fire(words: Words, hits: Mapping[CueKind, Sequence[Hit]]) -> list[Hit]:
    """«أوقف الجيش السوري إطلاق النار», «أن يوقف الطرفان القتال»: the subject stands between the verb and what is stopped."""
    suspended = [hit for hit in hits.get(CueKind.STATUS, ()) if hit[-1].value == "suspended"]  # «علق الجيش عملياته القتالية»
    verbs = (*hits.get(CueKind.CESSATION, ()), *suspended)
    stops = [hit for hit in verbs if words.is_a("stops_fire", hit[0], hit[2].offset)]
    stops = [hit for hit in stops if _ON not in words.texts[hit[1] + 1 : hit[1] + 1 + _PARTED_REACH]]  # «علق الوزير على»
    return _with_fire(words, hits, stops, prefix="")


def ended_fighting(words: Words, hits: Mapping[CueKind, Sequence[Hit]]) -> list[Hit]:
    """ "A ceasefire has ended 12 days of air strikes", "a truce put an end to weeks of shelling": words that say of the
    fighting that it is over, and so of the truce that it is in force. English only."""
    fights = {first for first, *_ in hits.get(CueKind.CONFLICT, ())}
    truces = {words.sentences[first]: first for first, *_ in reversed(hits.get(CueKind.TRUCE, ()))}
    verbs = [hit for hit in hits.get(CueKind.STATUS, ()) if hit[-1].value in ("ended", "over")]
    verbs += [hit for hit in hits.get(CueKind.CESSATION, ()) if hit[-1].value != "halts"]
    found: list[Hit] = []
    for first, last, written, word in verbs:
        of = next((i for i in range(last + 2, min(last + 2 + _LASTED_REACH, len(words))) if words.texts[i] == "of"), None)
        lasted = of is not None and words.is_a("lasting", of - 1) and all(map(words.joined, range(last, of + 1)))
        lasted = lasted and not any(
            words.is_a("after", i) for i in range(last + 1, of or 0)
        )  # "ended on Sunday after years of war"
        lasted = lasted and words.texts[last] != "by"  # "the truce was wrecked by weeks of fighting"
        if word.language != "en" or of is None or not lasted or truces.get(words.sentences[first], first) > first:
            continue
        if of + 1 in fights or of + 2 in fights:  # "weeks of heavy shelling"
            status = CueWord(text=word.text, language="en", kind=CueKind.STATUS, value="in_force")
            found.append((first, last, written, status))
    return found


def _with_fire(words: Words, hits: Mapping[CueKind, Sequence[Hit]], stops: Sequence[Hit], *, prefix: str) -> list[Hit]:
    """A truce for each stop that the fire it stops follows, behind one to three words, with a prefix or without any."""
    fires = {
        first: last for first, last, written, word in hits.get(CueKind.CONFLICT, ())
        if word.value == "fire" and (prefix in written.prefixes if prefix else not written.prefixes)
    }  # fmt: skip
    taken = {i for first, last, *_ in hits.get(CueKind.TRUCE, ()) for i in range(first, last + 1)}
    found: list[Hit] = []
    for first, last, written, word in stops if fires else ():
        fire = next((f for f in range(last + 2, last + 2 + _PARTED_REACH) if f in fires), None)
        together = fire is not None and not any(words.between(i, i + 1).strip(' -"') for i in range(first, fire))
        if fire is not None and together and first not in taken and fire not in taken:  # «وقف "مؤقت" لإطلاق النار»
            found.append((first, fires[fire], written, replace(word, kind=CueKind.TRUCE, value="ceasefire")))
    return found


def halted_attacks(words: Words, hits: Mapping[CueKind, Sequence[Hit]]) -> list[Hit]:
    """ "a deal to suspend a Russian military offensive", "agreed to stop all attacks": an attack that those who fight agree to
    halt is a truce without its name. English only."""
    halting = [hit for hit in hits.get(CueKind.CESSATION, ()) if hit[-1].language == "en"]
    if not halting:
        return []
    fights = {
        first: last for first, last, _, word in hits.get(CueKind.CONFLICT, ())
        if word.value or words.is_a("halted_fighting", first)
    }  # fmt: skip
    agreed = [hit for hit in hits.get(CueKind.STATUS, ()) if hit[-1].value == "agreed"]
    deals = {last for _, last, *_ in (*hits.get(CueKind.AGREEMENT, ()), *agreed)}
    planned = {last for _, last, _, word in hits.get(CueKind.STATUS, ()) if word.value == "proposed"}  # "plan to"
    taken = {i for first, last, *_ in hits.get(CueKind.TRUCE, ()) for i in range(first, last + 1)}
    found: list[Hit] = []
    for first, last, written, word in halting:
        to = first - 2 if words.texts[first - 1].endswith("ly") else first - 1  # "to permanently stop"
        agreed_on = to > 0 and words.texts[to] == "to" and (to - 1 in deals or (to in planned and words.is_a("halt", first)))
        noun = words.is_a("halt", last) and last + 1 < len(words) and words.is_a("of_halt", last + 1)
        if not (agreed_on or noun):  # "a pause in Chad's offensive"
            continue
        fight = next((f for f in range(last + 1, last + 2 + _HALTED_REACH) if f in fights), None)
        if fight is not None and not taken & {first, fight} and all(map(words.joined, range(first, fight))):
            truce = CueWord(text=word.text, language=word.language, kind=CueKind.TRUCE, value="ceasefire")
            found.append((first, fights[fight], written, truce))
    return found


def demanded_ends(words: Words, hits: Mapping[CueKind, Sequence[Hit]]) -> list[Hit]:
    """ "Demanded that the fighting in Syria cease", "called for all violence to stop": fighting of which somebody demands that
    it end. English only."""
    ceases = {hit[0] for hit in hits.get(CueKind.CESSATION, ()) if hit[-1].language == "en"}
    asked = {last: hit for hit in hits.get(CueKind.STATUS, ()) if (last := hit[1]) and hit[-1].value == "proposed"}
    fights = [i for i in range(len(words)) if words.is_a("ends_of_itself", i)] if ceases and asked else []
    taken = {i for first, last, *_ in hits.get(CueKind.TRUCE, ()) for i in range(first, last + 1)}
    inside = {hit[0] for hit in hits.get(CueKind.LOCATIVE, ()) if hit[-1].value == "in"}
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
            _, _, written, word = asked[asks]
            found.append((fight, verb, written, replace(word, kind=CueKind.TRUCE, value="ceasefire")))
    return found


def called_off(words: Words, hits: Mapping[CueKind, Sequence[Hit]]) -> tuple[list[Hit], list[Hit]]:
    """ "Turkey has suspended its offensive in Idlib for five days", "fighting near Rafah will be paused each day until noon",
    «تعليق العملية العسكرية»: what those who fight call off themselves, for a while or for a purpose; and how such a truce
    stands, which the tense of the verb says."""
    verbs = [hit for hit in hits.get(CueKind.CESSATION, ()) if words.is_a("calls_off", hit[0], hit[2].offset)]
    if not verbs:
        return [], []
    taken = {i for first, last, *_ in hits.get(CueKind.TRUCE, ()) for i in range(first, last + 1)}
    truces: list[Hit] = []
    statuses: list[Hit] = []
    for first, last, written, word in verbs:
        passive = words.is_a("passive", first - 1) if first else False
        reach = range(max(first - _HALTED_FAR_REACH, 0), first - 1) if passive else range(last + 1, last + 2 + _HALTED_REACH)
        here = words.sentences[first]
        noun = next((i for i in reach if i < len(words) and _is_fighting(words, i) and words.sentences[i] == here), None)
        if noun is None or taken & {first, noun} or not _is_own(words, hits, first, noun, passive=passive):
            continue
        truce = CueWord(text=word.text, language=word.language, kind=CueKind.TRUCE, value="ceasefire")
        truces.append((min(first, noun), max(last, noun), written, truce))
        will = any(words.is_a("to_come", i) for i in range(max(first - _AHEAD_REACH, 0), first + 1))
        will = will or _is_to_do(words, hits, first)
        if will or not words.is_a("calls_off_bare", first, written.offset):  # what is told to be suspended stands as told
            statuses.append((first, last, written, replace(truce, kind=CueKind.STATUS, value="agreed" if will else "in_force")))
    return truces, statuses


def _is_to_do(words: Words, hits: Mapping[CueKind, Sequence[Hit]], verb: int) -> bool:
    """ "Russia to halt Aleppo bombing for 8 hours", "Government troops to pause …": the verb of a headline, whose short subject
    is a name or a side. English only."""
    first, to = words.sentence(words.sentences[verb])[0], verb - 1
    if not first < to <= first + _SUBJECT_REACH or words.texts[to] != "to":
        return False
    before = range(first, to)
    if any(hit[0] in before for kind in _GOVERNING for hit in hits.get(kind, ())) or words.of_class("persuades", first, to):
        return False
    side = any(hit[1] == to - 1 for kind in (CueKind.CONFLICT, CueKind.EVACUEES) for hit in hits.get(kind, ()))
    return side or to == first + 1


def _is_fighting(words: Words, noun: int) -> bool:
    """ "Its offensive", "air strikes"; "their strikes" may be those of teachers."""
    return words.is_a("called_off", noun) or (words.is_a("strikes", noun) and words.is_a("airborne", max(noun - 1, 0)))


def _is_own(words: Words, hits: Mapping[CueKind, Sequence[Hit]], verb: int, noun: int, *, passive: bool) -> bool:
    """True for fighting that a side calls off itself, with a time or a purpose behind it: not for an enemy's that it beat back,
    what fighting or the weather stops, the operations of a firm, nor what somebody denies."""
    first, last = words.sentence(words.sentences[verb])
    between = range(min(verb, noun) + 1, max(verb, noun))
    an_attack = verb < noun and any(words.is_a("article", i) for i in between)  # "stopped an attack"
    if an_attack or any("," in words.between(i, i + 1) for i in range(min(verb, noun), max(verb, noun))):
        return False
    enemy = any(hit[0] in between for hit in hits.get(CueKind.EVACUEES, ()))
    denied = range(max(verb - _DENIED_REACH, first), verb)
    denied_by = any(hit[0] in denied for hit in hits.get(CueKind.NEGATION, ())) or any(words.is_a("nobody", i) for i in denied)
    around = range(max(first, min(verb, noun) - _OWNER_REACH), min(last, max(verb, noun) + _FIRM_REACH) + 1)
    if enemy or denied_by or any(words.is_a("relief", i) for i in around):
        return False
    fights = [hit for hit in hits.get(CueKind.CONFLICT, ()) if first <= hit[0] < verb]
    attacked = bool(fights) and bool(fights[-1][-1].value) and not passive and words.is_english(verb)
    subject = words.is_a("businesslike", noun) and not any(not hit[-1].value for hit in fights)
    if attacked or subject or words.of_class("other_cause", first, last):
        return False
    timed = any(first <= hit[0] <= last for hit in hits.get(CueKind.DURATION, ()))
    offered = words.texts[verb - 1] == "would" and any(words.is_a("own", i) for i in between)
    return timed or offered or any(words.is_a("for_a_while", i) for i in range(min(verb, noun), last + 1))


def halting_accords(words: Words, hits: Mapping[CueKind, Sequence[Hit]]) -> list[Hit]:
    """«التفاهم الذي أوقف المعارك», "a deal that halted the siege": an accord of which a relative clause says that it stopped
    the fighting."""
    accords = [last for _, last, *_ in hits.get(CueKind.AGREEMENT, ())]
    stops = [hit for hit in hits.get(CueKind.CESSATION, ()) if words.is_a("has_halted", hit[0])] if accords else []
    fights = {first: last for first, last, *_ in hits.get(CueKind.CONFLICT, ())}
    taken = {i for first, last, *_ in hits.get(CueKind.TRUCE, ()) for i in range(first, last + 1)}
    found: list[Hit] = []
    for first, last, written, word in stops:
        relative = next((i for i in range(first - 1, max(first - _RELATIVE_REACH, 0), -1) if words.is_a("that", i)), None)
        accord = relative is not None and any(relative - _RELATIVE_REACH < i < relative for i in accords)
        accord = accord or (first - 1 in accords and word.language == "ar")  # «اتفاق أنهى معارك»
        fight = next((i for i in range(last + 1, last + 2 + _PARTED_REACH) if i in fights), None)
        war = fight is not None and words.is_a("war_as_such", fight)  # "the accord that halted the war" is one of past days
        if (
            accord
            and fight is not None
            and not war
            and not taken & {first, fight}
            and all(map(words.joined, range(first, fight)))
        ):
            truce = CueWord(text=word.text, language=word.language, kind=CueKind.TRUCE, value="ceasefire")
            found.append((first, fights[fight], written, truce))
    return found


def agreed_halts(words: Words, hits: Mapping[CueKind, Sequence[Hit]]) -> list[Hit]:
    """«اتفق الطرفان على وقف الغارات», «اتفاق على وقف القصف», «يتفقان على إنهاء القتال»: attacks that are halted by agreement,
    in Arabic; or in exchange for what an agreement or an offer asks for («مبادرة تقضي بدخول الجيش مقابل وقف القصف»)."""
    taken = {i for first, last, *_ in hits.get(CueKind.TRUCE, ()) for i in range(first, last + 1)}
    stops = [hit for hit in hits.get(CueKind.CESSATION, ()) if hit[0] and hit[0] not in taken]
    exchanged = {last + 1 for _, last, *_ in hits.get(CueKind.EXCHANGE, ())}
    stops = [hit for hit in stops if words.texts[hit[0] - 1] == _ON or (hit[0] in exchanged and hit[-1].value == "stop")]
    if not stops:
        return []
    attacks = [hit for hit in hits.get(CueKind.CONFLICT, ()) if hit[-1].value in ("attack", "fire")]
    fights = {first: (last, word.value) for first, last, _, word in attacks}
    accords = [first for first, *_ in hits.get(CueKind.AGREEMENT, ())]
    made = {*accords, *(first for first, *_ in hits.get(CueKind.SIDES, ()))}
    offers = {*accords, *(first for first, *_, word in hits.get(CueKind.STATUS, ()) if word.value == "proposed")}
    agreed_on = {last for _, last, _, word in hits.get(CueKind.STATUS, ()) if word.value == "agreed"}
    found: list[Hit] = []
    for first, _, written, word in stops:
        told, reach = (offers, _EXCHANGE_REACH) if first in exchanged else (made, _HALT_REACH)
        agreed = any(i in told and words.sentences[i] == words.sentences[first] for i in range(first - reach, first))
        ends = words.is_a("ends_fighting", first)
        agreed = agreed or (ends and not agreed_on.isdisjoint((first - 1, first - 2)))
        last, attack = fights.get(first + 1, (first, ""))
        halted = attack == "attack" and word.value == "stop"
        if agreed and (halted or (ends and attack and words.is_a("ended_by_accord", first + 1))):
            truce = CueWord(text=word.text, language=word.language, kind=CueKind.TRUCE, value="ceasefire")
            found.append((first, last, written, truce))
    return found


def ends_of_truces(words: Words, truces: Sequence[Hit]) -> list[Hit]:
    """ "Minutes after the end of a 24-hour ceasefire": the words that say that a truce is over. English only."""
    found: list[Hit] = []
    for first, _, written, word in truces:
        of = next((i for i in range(first - 1, max(first - _END_REACH, 0), -1) if words.texts[i] == "of"), None)
        if of is not None and words.texts[of - 1] == "end" and all(map(words.joined, range(of - 1, first))):
            found.append((of - 1, of, written, replace(word, kind=CueKind.STATUS, value="ended")))
    return found


def without_lulls(words: Words, truces: Sequence[Hit]) -> list[Hit]:
    """The truces without the lulls that a storm brings."""
    lulls = {
        hit[0]: words.sentence(words.sentences[hit[0]])
        for hit in truces
        if words.is_english(hit[0]) and words.is_a("lull", hit[0])
    }
    storms = {i for i, (first, last) in lulls.items() if any(words.is_a("other_cause", n) for n in range(first, last + 1))}
    return [hit for hit in truces if hit[0] not in storms]
