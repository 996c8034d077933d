"""Naming: how a clause names its truce — one that is known or a new one, truces in general, an evacuation that has no name."""

from __future__ import annotations

from collections.abc import Sequence

from geo.agreement import AgreementType
from geo.cue import Cue, CueKind, Cues
from geo.syntax.clause import Clause, truce_between_sides
from geo.syntax.sentence import Sentence
from geo.text.phrase import Words

DRAWN = (AgreementType.DEMILITARISED, AgreementType.DISENGAGEMENT)  # truces that are a zone or a line
ZONES = (AgreementType.DE_ESCALATION, *DRAWN)
NEW_AGREEMENT = "اتفاق"  # without an article
_ANTECEDENT_REACH = 2  # words between a noun and its relative clause
_COMPLEMENT_REACH = 3  # words between the nouns of one complement: «اتفاق مناطق خفض التصعيد»
_KEPT_REACH = 4  # words between "abide by" and the truce
_PROCESS = ("عمليه", "عمليات")  # folded


def is_named_before(words: Words, truce: Cue) -> bool:
    """«الهدنة», "the truce", with no word more: the one that the text has named before."""
    first, texts = truce.first, words.texts
    if not words.is_english(first):
        return first > 0 and texts[first].startswith("ال")
    return "the" in texts[max(first - 1, 0) : first + 1]  # "the agreement" is one cue


def is_definite(words: Words, cues: Cues, truce: Cue) -> bool:
    """«الهدنة», «هدنة الجنوب», «اتفاق خفض التصعيد», "the truce": one that is known to be there; «اتفاق لوقف القتال» is a new
    one."""
    if truce.kind is not CueKind.TRUCE:
        zones = cues.starting(CueKind.ZONES, truce.last + 1)  # «اتفاق مناطق خفض التصعيد»
        behind = cues.starting(CueKind.TRUCE, truce.last + 1)  # «اتفاق المنطقة المنزوعة السلاح»
        behind = behind or (cues.starting(CueKind.TRUCE, zones.last + 1) if zones else None)
        new = "ل" in (zones or behind or truce).prefixes
        return behind is not None and not new and is_definite(words, cues, behind)
    if _is_agreement_on(words, truce):
        return False
    bare = truce.value == AgreementType.DEMILITARISED and words.is_a("new_zone", truce.first, truce.offset)
    end = truce.last + 1 + words.joined(truce.last)  # «هدنة حلب»: a word of the same phrase
    named = words.texts[truce.first : end] if not bare else ()  # «منطقة منزوعة السلاح»
    article = words.texts[truce.first].removeprefix("و").removeprefix("ف").startswith(("بال", "كال", "لل"))
    return article or any(word.startswith("ال") for word in named) or "the" in words.texts[truce.first - 1 : truce.first]


def _is_agreement_on(words: Words, truce: Cue) -> bool:
    """«اتفاق لإجلاء الجرحى», «اتفاق على خروج المسلحين»: a new one, whatever it is about."""
    bare = truce.first < truce.last and words.texts[truce.first][truce.offset :].startswith(NEW_AGREEMENT)
    return bare and words.texts[truce.first + 1].startswith(("ل", "على"))


def is_named(sentence: Sentence, truce: Cue) -> bool:
    """«الهدنة», «هدنة درعا»."""
    beside = truce.last + 1 in sentence.read.bare_places and sentence.words.joined(truce.last)
    return beside or is_definite(sentence.words, sentence.cues, truce)


def is_plural(sentence: Sentence, truce: Cue) -> bool:
    """ "truces are often broken", «خرقت هدن كثيرة»: truces in general, and not the one that a text tells of."""
    words, texts = sentence.words, sentence.words.texts
    named = texts[truce.last : truce.last + 2] if words.is_english(truce.first) else texts[truce.first : truce.first + 1]
    alike = named[0].endswith("ات") and sentence.cues.starting(CueKind.EARLIER, truce.last + 1)  # «تفاهمات مماثلة»
    return truce.value not in ZONES and (bool(alike) or any(word in words.classes["truces"] for word in named))


def is_unnamed(sentence: Sentence, truce: Cue) -> bool:
    """«خروج المقاتلين من الضمير», «عملية إجلاء»: an evacuation that no word names an agreement."""
    if truce.kind is not CueKind.TRUCE or not sentence.cues.firsts(CueKind.EVACUATION):
        return False
    process = sentence.words.texts[truce.first].endswith(_PROCESS) and truce.first < truce.last
    evacuation = sentence.cues.starting(CueKind.EVACUATION, truce.first + process)
    return evacuation is not None and evacuation.last == truce.last


def antecedent(sentence: Sentence, clause: Clause) -> Cue | None:
    """In "the deal, which covers Madaya" the noun that a relative clause speaks of: the truce right before it, or before those
    whom it is between."""
    if clause.relation != "relative":
        return None
    near = sentence.cues.within(clause.first - _ANTECEDENT_REACH, clause.first - 1, CueKind.TRUCE, CueKind.AGREEMENT)
    return near[-1] if near else truce_between_sides(sentence.words, sentence.cues, clause.first)


def is_presupposed(sentence: Sentence, truce: Cue | None) -> bool:
    """True for a truce that is known, for a zone, which has a name, and for an evacuation that no word names an agreement."""
    if truce is None:
        return False
    named = truce.kind is CueKind.AGREEMENT and is_named_before(sentence.words, truce)  # «الاتفاق», "the deal"
    named = named or _is_to_be_kept(sentence, truce)
    return named or truce.value in ZONES or is_unnamed(sentence, truce) or is_named(sentence, truce)


def _is_to_be_kept(sentence: Sentence, truce: Cue) -> bool:
    """In "urged them to abide by a ceasefire" there is one, whatever its article. English only."""
    keeps = sentence.cues.within(max(truce.first - _KEPT_REACH, sentence.first), truce.first - 1, CueKind.ADHERENCE)
    return any(sentence.words.is_a("abides", cue.first) for cue in keeps)


def kept_by(sentence: Sentence, truces: Sequence[Cue]) -> Cue:
    """«اتفاق لتثبيت هدنة الجنوب»: what is spoken of is the truce that an agreement shall keep, and that is there."""
    if len(truces) > 1 and truces[0].kind is CueKind.AGREEMENT and truces[1].kind is CueKind.TRUCE:
        keeps = sentence.cues.within(truces[0].last + 1, truces[1].first - 1, CueKind.ADHERENCE)
        if keeps and truces[1].first - keeps[-1].last <= _COMPLEMENT_REACH and _asked_to_keep(sentence, truces):
            return truces[1]
    return truces[0]


def _asked_to_keep(sentence: Sentence, truces: Sequence[Cue]) -> bool:
    return is_named(sentence, truces[1]) and "," not in sentence.gap(truces[0].last, truces[1].first)
