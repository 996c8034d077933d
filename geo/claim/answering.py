"""Answering: towns that accept, refuse, join or talk about a truce themselves, told apart one by one where a sentence names
several."""

from __future__ import annotations

from geo.claim.record import ToldOfPlaces
from geo.coverage import Coverage
from geo.coverage.attachment import attached
from geo.coverage.extent import TRUCES
from geo.cue import Cue, CueKind
from geo.gazetteer import SETTLEMENTS
from geo.syntax.sentence import Sentence, in_group
from geo.toponym.resolution import Resolution, Role

_ANSWERS = ("agreed", "rejected", "negotiating")
_AUXILIARIES = 2  # words between an English subject and its verb: "have already"
_PHRASE = 5  # words of "the rebel-held town of"
_OBJECT_REACH = 6  # words from an answer, or the town behind it, to the truce
_OFFER_REACH = 2  # words from a refusal to the terms that are refused
_IT = ("ذلك", "it")


def find_answers(sentence: Sentence) -> list[ToldOfPlaces]:
    """«وافقت بلدة داعل على المصالحة», «رفضت نوى وجاسم الانضمام إليها», "Bosra has accepted the truce, Tafas is negotiating and
    Nawa has refused": the answers of a sentence, in its order; none of those that a capital or another seat of rulers gives."""
    found: list[ToldOfPlaces] = []
    groups: set[int] = set()
    for place in sentence.places if sentence.speaks_of_truce else ():
        towns = in_group(place, sentence.places)
        if place.mention.group in groups or not _may_answer(sentence, towns):
            continue
        groups.add(place.mention.group)
        verb = _verb_of(sentence, towns, found)
        truce = _answered_to(sentence, towns, verb, found) if verb else None
        if verb and truce:
            found.append(ToldOfPlaces(coverage=Coverage(items=[towns], answers=True), status=verb, truce=truce))
    return found


def _may_answer(sentence: Sentence, towns: list[Resolution]) -> bool:
    """True for a list of towns of the country that the text is about, none of which means those who govern from it: «طرابلس
    وبنغازي», "Damascus"."""
    gazetteer = sentence.read.gazetteer
    listed = in_group(towns[0], sentence.read.resolutions)
    return all(
        r.area is not None and r.role is Role.CONTEXT and gazetteer.places[r.area.place].kind in SETTLEMENTS
        and not r.area.direction and not r.area.setting and not sentence.read.is_abroad(r)
        and r.area.place not in gazetteer.capital_cities
        and r.area.place not in gazetteer.seats_of_rule
        for r in listed
    )  # fmt: skip


def _verb_of(sentence: Sentence, towns: list[Resolution], before: list[ToldOfPlaces]) -> Cue | None:
    """The verb right before towns that no preposition governs, or right behind ones that open their clause: «وافقت داعل», «لكن
    فصائل طفس رفضت», "Nawa has refused"."""
    words, cues = sentence.words, sentence.cues
    first, last = _head(sentence, towns[0]), towns[-1].mention.last
    prefixes = set(towns[0].mention.prefixes) if first == towns[0].mention.first else set()
    verb = cues.ending(CueKind.STATUS, first - 1) if first > sentence.first and not prefixes else None
    if verb and words.joined(first - 1) and not words.is_english(verb.first):
        return verb if _is_answer(sentence, verb) else None
    if prefixes - {"و"} or not (prefixes or _opens_clause(sentence, first, before)):
        return None
    behind = last + 1
    while behind < min(last + 1 + _AUXILIARIES, sentence.last) and words.joined(behind - 1) and _is_light(sentence, behind):
        behind += 1
    verb = _starting(sentence, behind) if behind <= sentence.last and words.joined(behind - 1) else None
    passive = behind > last + 1 and words.is_a("passive", behind - 1)
    return verb if verb and _is_answer(sentence, verb) and (verb.value == "negotiating") >= passive else None


def _starting(sentence: Sentence, word: int) -> Cue | None:
    """The status word that starts with a word; who "joined" a truce has agreed to it, which elsewhere says what that covers."""
    joins = sentence.cues.starting(CueKind.COVERAGE, word)
    agreed = joins._replace(kind=CueKind.STATUS, value="agreed") if joins else None
    return sentence.cues.starting(CueKind.STATUS, word) or agreed


def _head(sentence: Sentence, town: Resolution) -> int:
    """The first of the words before a town that say what it is, or who lives and fights there: «أهالي مدينة طفس», "the
    rebel-held town of Dael"."""
    words, edge = sentence.words, sentence.edge(town, sentence.first, people=True)
    before = range(edge - 1, max(edge - _PHRASE, sentence.first) - 1, -1)
    article = next((i for i in before if words.is_a("determiner", i)), edge) if town.mention.head else edge
    if article < edge and all(map(words.joined, range(article, edge))):
        return article
    return edge - 1 if before and words.is_a("local_side", edge - 1) else edge


def _is_light(sentence: Sentence, word: int) -> bool:
    return sentence.words.is_a("verb_phrase", word) and sentence.words.texts[word] != "to"


def _is_answer(sentence: Sentence, verb: Cue) -> bool:
    words = sentence.words
    known = words.is_a("town_answers", verb.first, verb.offset) or words.is_a("answers_it", verb.first, verb.offset)
    return verb.value in _ANSWERS and known


def _opens_clause(sentence: Sentence, first: int, before: list[ToldOfPlaces]) -> bool:
    """True for the first word of a sentence, one behind what opens a clause («لكن», "that"), and, behind another answer, one
    that a comma or "and" parts from that."""
    if first == sentence.first or sentence.cues.ending(CueKind.OPENER, first - 1):
        return True
    parted = sentence.words.texts[first - 1] == "and" or "," in sentence.gap(first - 1, first)
    return bool(before) and parted


def _answered_to(sentence: Sentence, towns: list[Resolution], verb: Cue, before: list[ToldOfPlaces]) -> Cue | None:
    """The truce that an answer names behind it, or takes up: «رفضته طفس», «رفضت درعا البلد الشروط», "Nawa has refused". None
    where it is one in other places, or something else is said of it («رفضت تمديد الهدنة»)."""
    words, last = sentence.words, max(verb.last, towns[-1].mention.last)
    behind = range(last + 1, min(last + _OBJECT_REACH, sentence.last) + 1)
    named = [cue for cue in sentence.cues.within(last + 1, behind.stop - 1, *TRUCES) if not sentence.comma_between(verb, cue)]
    if named:
        return named[0] if _is_theirs(sentence, towns, verb, named[0]) else None
    earlier = sentence.cues.within(sentence.first, verb.first - 1, *TRUCES)
    pronoun = words.is_a("answers_it", verb.first, verb.offset)
    return earlier[-1] if earlier and (pronoun or (before and _takes_up(sentence, last))) else None


def _is_theirs(sentence: Sentence, towns: list[Resolution], verb: Cue, truce: Cue) -> bool:
    """True for a truce that is the object of an answer; not "the Homs truce", "a truce in Homs", "the truce talks", nor what is
    to become of one («رفضت تمديد الهدنة»). One in the province of the towns is one there, too."""
    clause, lies_in = sentence.clause_at(verb.first), sentence.read.gazetteer.lies_in
    others = [r for r in sentence.places_in(clause) if r not in towns and r.mention.first > verb.last]
    others = [r for r in others if not (r.area and towns[0].area and lies_in(towns[0].area, r.area))]
    others = [r for r in others if "," not in sentence.gap(truce.last, r.mention.first)]
    last = max(verb.last, towns[-1].mention.last)
    between = sentence.cues.within(last + 1, truce.first - 1, CueKind.STATUS, CueKind.SPEECH, CueKind.OPENER)
    talks = sentence.words.joined(truce.last) and sentence.cues.starting(CueKind.MEETING, truce.last + 1) is not None
    return all(cue.value == "agreed" for cue in between) and not talks and not attached(sentence, clause, others)


def _takes_up(sentence: Sentence, last: int) -> bool:
    """True where behind an answer nothing follows, or but a word for joining, or one for what is offered: "Nawa has refused",
    «رفضت طفس الانضمام», «رفضت شروط الروس», "rejected it"."""
    words = sentence.words
    while last < sentence.last and words.joined(last) and words.is_a("joining", last + 1):
        last += 1
    if last == sentence.last or sentence.gap(last, last + 1).strip() or words.is_a("goes_on_with", last + 1):
        return True
    behind = range(last + 1, min(last + _OFFER_REACH, sentence.last) + 1)
    return words.texts[last + 1] in _IT or any(words.is_a("offer", i) for i in behind)
