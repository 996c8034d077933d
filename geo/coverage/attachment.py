"""Attachment: the places that a noun for a truce governs: «هدنة في …», «هدنة الزبداني», "the Ghouta truce"."""

from __future__ import annotations

from collections.abc import Sequence

from geo.coverage.extent import TRUCES, counts_among, opens_count
from geo.coverage.listing import with_added
from geo.coverage.placement import before_phrase, is_beside, is_seat
from geo.cue import Cue, CueKind
from geo.gazetteer import Area, Kind
from geo.status.naming import is_unnamed
from geo.syntax.clause import Clause
from geo.syntax.sentence import Sentence, in_group
from geo.toponym.resolution import Resolution

_ATTACHMENT_REACH = 12  # words between a truce and the name of its area, in one clause
_ON = "علي"  # folded
_THE, _OF = "the", "of"
_PREPARED_REACH = 2  # words before an attack: «للقيام ب»
_STRETCH_REACH = 3  # words behind a comma that still belong to the noun before it


def attached(sentence: Sentence, clause: Clause, places: Sequence[Resolution]) -> list[Resolution]:
    """The first list of places that a truce noun governs: «هدنة في …», «هدنة الزبداني», "the Ghouta truce"."""
    words = sentence.words
    for cue in sentence.cues_in(clause, *TRUCES) if places else ():
        for resolution in places:
            mention = resolution.mention
            abroad = sentence.read.is_abroad(resolution) and not _is_of_side(sentence, clause, resolution)
            if abroad and sentence.cues_in(clause, CueKind.MEETING) and sentence.read.home:
                continue  # "signed a ceasefire in Ethiopia"
            if abroad and _is_of_partner(sentence, cue, resolution, places):
                continue
            before = words.is_english(cue.first) and mention.last + 1 == cue.first and words.joined(mention.last)
            before = before and words.between(mention.first - 1, mention.first) != "-"  # no "SDF-Damascus ceasefire"
            verb = words.is_a("calls_off", cue.first) and not words.is_a("calls_off_bare", cue.first)
            before = before and not verb  # nor "Turkey suspended its offensive"
            behind = 0 <= mention.first - _behind_sides(sentence, cue, mention.first) - 1 <= _ATTACHMENT_REACH
            if before or (behind and _governs(sentence, cue, resolution)):
                return with_added(sentence, resolution, places)
    return []


def _behind_sides(sentence: Sentence, cue: Cue, place: int) -> int:
    """The last word of a truce, or of those whom it is between: «هدنة بين الجيش من جهة والفصائل من جهة أخرى في …»."""
    sides = [opener for opener in sentence.cues.within(cue.last + 1, place - 1, CueKind.OPENER) if opener.value == "contrast"]
    return sides[-1].last if sides else cue.last


def _is_of_side(sentence: Sentence, clause: Clause, resolution: Resolution) -> bool:
    """In "Israel and Hezbollah agreed to a ceasefire in Lebanon" one of those who agree fights in the country."""
    places, area = sentence.read.gazetteer.places, resolution.area
    groups = sentence.cues_in(clause, CueKind.GROUP) if area else []
    return any(area and places[Area.parse(g.value).place].country == places[area.place].country for g in groups)


def _is_of_partner(sentence: Sentence, cue: Cue, resolution: Resolution, places: Sequence[Resolution]) -> bool:
    """«الاتفاق مع الأشقاء في قطر ومصر على الهدنة»: between «مع» and what is agreed on stands whom it was agreed with."""
    beside = sentence.cues.within(cue.last + 1, resolution.mention.first - 1, CueKind.PARTY)
    last = with_added(sentence, resolution, places)[-1].mention.last
    return bool(beside) and last < sentence.last and sentence.words.texts[last + 1] == _ON


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
    english = sentence.words.is_english(cue.first)
    gap = (sentence.undated_gap if english else sentence.gap)(cue.last, resolution.mention.first)
    *_, stretch = gap.split(",")
    parted = "," in gap and len(stretch.split()) > _STRETCH_REACH
    if parted and cue.first - sentence.first > _STRETCH_REACH:  # «… بوقف إطلاق النار، معبرا عن أمله في محادثات جنيف»
        return False
    fighting = sentence.cues.within(cue.last + 1, resolution.mention.first - 1, CueKind.CONFLICT)
    if any(f.value == "attack" and "," in sentence.gap(cue.last, f.first) for f in fighting):
        return False  # «رغم الهدنة الروسية، تواصل القصف على المرج»
    if any(f.value == "attack" and _is_prepared(sentence, cue, f) for f in fighting):
        return False
    struck = [f for f in fighting if f.value == "attack" and not english]
    if struck and sentence.words.texts[sentence.edge(resolution, cue.last + 1) - 1] == _ON:
        return False  # «وقبل سريان الهدنة أوقعت غارات على حلب قتلى»
    texts = sentence.words.texts
    doing = [i for i in range(cue.last + 1, resolution.mention.first - 1) if texts[i + 1].endswith("ing")] if english else []
    if any(texts[i] == "by" or (texts[i] == _OF and texts[i - 1] == "and") for i in doing):
        return False  # "broke the truce by shelling Mokha", "accused of breaking the truce and of shelling Mokha"
    if is_beside(sentence, resolution) or _is_fronted_term(sentence, cue) or _is_held_against(sentence, cue, resolution):
        return False
    if cue.last < sentence.last and sentence.words.is_a("goes_to", cue.last + 1) and is_unnamed(sentence, cue):
        return False  # "agreed to leave for Idlib"
    if _is_met_in(sentence, cue, resolution):
        return False
    if {"ب", "ل"} & set(resolution.mention.prefixes):
        return True
    edge = sentence.edge(resolution, cue.last + 1)
    preposition = sentence.preposition(edge - 1)
    if _is_crossing(sentence, resolution) and (preposition is None or preposition.value != "in"):
        return False  # "the deal provides for the reopening of the Naseeb crossing"
    if is_handed_over(sentence, resolution):
        return False
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
    return (
        governed
        or _lies_along(sentence, cue, edge)
        or opens_count(sentence, cue, resolution)
        or counts_among(sentence, cue, resolution)
    )


def _lies_along(sentence: Sentence, truce: Cue, edge: int) -> bool:
    """«هدنة في المنطقة الممتدة بين رأس العين وتل أبيض»: the ends of the ground that a truce is for."""
    words, ground = sentence.words, edge - 3
    if ground <= truce.last or not words.is_a("between", edge - 1) or not words.is_a("stretching", edge - 2):
        return False
    located = sentence.preposition(ground - 1)
    return sentence.cues.ending(CueKind.ZONES, ground) is not None and located is not None and located.value in ("in", "")


def _is_prepared(sentence: Sentence, truce: Cue, attack: Cue) -> bool:
    """«استغلت التهدئة والتحضير للقيام بعمليات إرهابية في حلب»: the place is that of the attack."""
    before = range(max(attack.first - _PREPARED_REACH, truce.last + 1), attack.first)
    return any(sentence.words.is_a("prepares", i) for i in before)


def _is_met_in(sentence: Sentence, cue: Cue, place: Resolution) -> bool:
    """«الاتفاق تم خلال اجتماع عقد الليلة الماضية في مدينة جاسم»: where those met who agreed. Arabic only."""
    if sentence.words.is_english(cue.first):
        return False
    met = sentence.cues.within(cue.last + 1, place.mention.first - 1, CueKind.BACKDROP)
    return any(sentence.cues.starting(CueKind.MEETING, during.last + 1) for during in met)


def _is_crossing(sentence: Sentence, resolution: Resolution) -> bool:
    area = resolution.area
    return area is not None and sentence.read.gazetteer.places[area.place].kind is Kind.CROSSING


def is_handed_over(sentence: Sentence, resolution: Resolution) -> bool:
    """In "the deal provides for the handover of Raqqa", «ينص الاتفاق على تسليم الرقة» the place is what a party gives up under
    the truce, and not where that holds; a "deal on the handover of Tafas" is one for Tafas."""
    words, first = sentence.words, in_group(resolution, sentence.places)[:1]
    edge = sentence.edge(first[0], sentence.first) if first else sentence.first
    noun = edge - 1 - (words.texts[edge - 1] == _OF)
    if noun <= sentence.first or not words.is_a("handed_over", noun):
        return False
    verb = next((i for i in range(noun - 1, sentence.first, -1) if words.is_a("lays_down", i)), None)
    named = sentence.cues.within(sentence.first, verb, *TRUCES) if verb else []
    return bool(named or (verb and sentence.continues)) and not sentence.cues.within(verb or noun, noun - 1, CueKind.TRUCE)


def _is_fronted_term(sentence: Sentence, cue: Cue) -> bool:
    """In "Under the deal, the Naseeb crossing will reopen", «وبموجب الاتفاق، تعود القوات إلى مواقعها قرب الجولان» the comma
    ends what the noun governs: behind it stands what is done under the truce."""
    parted = cue.last < sentence.last and "," in sentence.gap(cue.last, cue.last + 1)
    under = cue.first - 1 - (sentence.words.texts[cue.first - 1] == _THE)
    return parted and sentence.cues.ending(CueKind.IMPLEMENTING, under) is not None


def _is_held_against(sentence: Sentence, cue: Cue, resolution: Resolution) -> bool:
    """In «وهذا أول اتفاق من نوعه في الغوطة», "it is the first such deal in Ghouta" the place is that of other truces, where the
    text has placed this one before; in "the accord followed the recapture of Ghouta" it is that of what came before."""
    words, between = sentence.words, range(cue.last + 1, resolution.mention.first)
    if any(words.is_a("follows", i) for i in between):
        return not sentence.cues.within(between.start, between.stop - 1, CueKind.CONFLICT)
    alike = any(words.is_a("of_its_kind", i) for i in between) or words.texts[cue.first - 1] == "such"
    placed = any(r.mention.first < sentence.first for r in sentence.read.places)
    return alike and placed and sentence.continues and words.is_a("points_to_truce", sentence.first)


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
