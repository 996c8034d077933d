"""Attachment: the places that a noun for a truce governs: «هدنة في …», «هدنة الزبداني», "the Ghouta truce"."""

from __future__ import annotations

from collections.abc import Sequence

from geo.coverage.extent import TRUCES, counts_among, opens_count
from geo.coverage.listing import with_added
from geo.coverage.placement import before_phrase, is_beside, is_seat
from geo.status.naming import is_unnamed
from geo.syntax.clause import Clause
from geo.syntax.sentence import Sentence
from geo.text.cue import Cue, CueKind
from geo.toponym.resolution import Resolution

_ATTACHMENT_REACH = 12  # words between a truce and the name of its area, in one clause
_ON = "علي"  # folded
_STRETCH_REACH = 3  # words behind a comma that still belong to the noun before it


def attached(sentence: Sentence, clause: Clause, places: Sequence[Resolution]) -> list[Resolution]:
    """The first list of places that a truce noun governs: «هدنة في …», «هدنة الزبداني», "the Ghouta truce"."""
    words = sentence.words
    for cue in sentence.cues_in(clause, *TRUCES) if places else ():
        for resolution in places:
            mention = resolution.mention
            if sentence.read.is_abroad(resolution) and sentence.cues_in(clause, CueKind.MEETING) and sentence.read.home:
                continue  # "signed a ceasefire in Ethiopia"
            before = words.texts[cue.first].isascii() and mention.last + 1 == cue.first and words.joined(mention.last)
            before = before and words.between(mention.first - 1, mention.first) != "-"  # no "SDF-Damascus ceasefire"
            verb = words.is_a("calls_off", cue.first) and not words.is_a("calls_off_bare", cue.first)
            before = before and not verb  # nor "Turkey suspended its offensive"
            behind = 0 <= mention.first - cue.last - 1 <= _ATTACHMENT_REACH
            if before or (behind and _governs(sentence, cue, resolution)):
                return with_added(sentence, resolution, places)
    return []


def _governs(sentence: Sentence, cue: Cue, resolution: Resolution) -> bool:
    """True if the words before the place tie it to the truce: it stands right behind, or a preposition of place does."""
    between = sentence.cues.within(cue.last + 1, resolution.mention.first - 1, CueKind.LOCATIVE)
    statuses = sentence.cues.within(cue.last + 1, resolution.mention.first - 1, CueKind.STATUS)
    leads_away = [
        p for p in between
        if p.value == "destination" and not sentence.words.texts[p.last + 1].isdigit()  # «15 إلى 20 كيلومترا»
        and not any(s.first <= p.first <= s.last for s in statuses)
    ]  # fmt: skip
    if leads_away:  # «خروج المسلحين إلى إدلب»; not the "into" of "came into force in Idlib"
        return False
    english = sentence.words.texts[cue.first].isascii()
    gap = (sentence.undated_gap if english else sentence.gap)(cue.last, resolution.mention.first)
    *_, stretch = gap.split(",")
    parted = "," in gap and len(stretch.split()) > _STRETCH_REACH
    if parted and cue.first - sentence.first > _STRETCH_REACH:  # «… بوقف إطلاق النار، معبرا عن أمله في محادثات جنيف»
        return False
    fighting = sentence.cues.within(cue.last + 1, resolution.mention.first - 1, CueKind.CONFLICT)
    if any(f.value == "attack" and "," in sentence.gap(cue.last, f.first) for f in fighting):
        return False  # «رغم الهدنة الروسية، تواصل القصف على المرج»
    struck = [f for f in fighting if f.value == "attack" and not english]
    if struck and sentence.words.texts[sentence.edge(resolution, cue.last + 1) - 1] == _ON:
        return False  # «وقبل سريان الهدنة أوقعت غارات على حلب قتلى»
    texts = sentence.words.texts
    if english and any(
        texts[i] == "by" and texts[i + 1].endswith("ing") for i in range(cue.last + 1, resolution.mention.first)
    ):
        return False  # "broke the truce by shelling Mokha"
    if is_beside(sentence, resolution):
        return False
    if cue.last < sentence.last and sentence.words.is_a("goes_to", cue.last + 1) and is_unnamed(sentence, cue):
        return False  # "agreed to leave for Idlib"
    if {"ب", "ل"} & set(resolution.mention.prefixes):
        return True
    edge = sentence.edge(resolution, cue.last + 1)
    preposition = sentence.preposition(edge - 1)
    if is_said_in(sentence, edge) or (preposition and preposition.first > cue.last and is_seat(sentence, preposition)):
        return False
    if edge - 1 <= cue.last:
        return True
    if sentence.cues.ending(CueKind.OFFICE, edge - 1):  # "an agreement with the government of Syria"
        return False
    head = sentence.cues.starting(CueKind.ZONES, edge)
    if head and "ب" in head.prefixes:
        return True
    governed = any(sentence.cues.ending(CueKind.ABOUT, word) for word in before_phrase(sentence, edge, cue.last + 1))
    return governed or opens_count(sentence, cue, resolution) or counts_among(sentence, cue, resolution)


def is_said_in(sentence: Sentence, edge: int) -> bool:
    """ "The truce is over, officials said in Accra", "…, an official in Accra said"."""
    texts, verb = sentence.words.texts, edge - 2
    speaker = sentence.words.is_a("official", verb) or sentence.words.is_a("reporter", verb)
    if verb > sentence.first and texts[edge - 1] == "in" and speaker:
        return True
    auxiliary = sentence.words.is_a("passive", verb - 1) and not sentence.words.texts[verb - 1].endswith("ly")
    passive = auxiliary or sentence.cues.ending(CueKind.LIGHT_VERB, verb - 1) is not None  # "breaches were reported in Idlib"
    said = verb > sentence.first and texts[edge - 1] in ("in", "at") and sentence.words.is_a("spoke", verb)
    return said and not passive
