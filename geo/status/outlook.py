"""Outlook: words beside a truce that tell what shall be, what may come, or how long and how wide, and not how it stands."""

from __future__ import annotations

import re

from geo.cue import Cue, CueKind
from geo.status.anaphora import is_told_before
from geo.syntax.sentence import Sentence
from geo.text.phrase import Words

_THAT = "ان"  # «أن», folded, as all words here
_WHO = "من"
_FEARED_REACH = 3  # words between a warning and the end that it warns of
_WANTED_REACH = 3  # words from "want" to the truce
_GOVERNING_REACH = 2  # words of «مخاوف من» before «أن»
_WARNING_REACH = 5  # the same, where who warns stands between them
_LASTS = ("تستمر", "يستمر")
_LASTING_REACH = 2  # words between «تستمر» and how long
_WOULD = ("will", "would")
_SUPPOSED_REACH = 6  # words between a breach and what it would lead to
_ANSWER_REACH = 3  # words between «ردا» and the breach
_WIDTHS = ("عرضه", "عرضها")
_LED_REACH = 2  # words from «تؤدي» to «التوصل»
_PAST_ENDINGS = ("ed", "ke")  # "breached", "broke"
_FUTURE_VERB = re.compile(r"[وف]?(س[يتن]\w{2,})")


def is_future_verb(words: Words, i: int) -> bool:
    """True for «سيبدأ», «وستبدأ», «سنرد»; not for «سيطر», «سنوات»."""
    form = _FUTURE_VERB.fullmatch(words.texts[i])
    return form is not None and form[1] not in words.classes["no_future_verb"]


def is_outlook(sentence: Sentence, cue: Cue) -> bool:
    """True for a status word that says nothing of how a truce stands."""
    kinds = (
        _is_wanted, _is_hoped_for, _is_wished_for, _is_feared, _is_threatened, _is_of_anyone, _is_supposed, _says_how_long,
        _says_how_wide, _is_exposed, _is_led_to, _is_liable, _is_signalled,
    )  # fmt: skip
    return any(says(sentence, cue) for says in kinds)


def _is_wished_for(sentence: Sentence, cue: Cue) -> bool:
    """«أن تلتزم الحركة بالهدنة»: a verb behind «أن» tells what shall be; «… قبل أن تنهار» may tell what came,
    and «يتوقع أن تسري» a start that lies ahead."""
    if cue.value not in ("in_force", "ended", "violated") or not sentence.words.texts[cue.first].startswith(("ي", "ت")):
        return False
    if sentence.words.is_a("is_to_apply", cue.first) and sentence.cues.ending(CueKind.DATE_RELATION, cue.first - 2):
        return False
    behind = cue.first > 0 and sentence.words.texts[cue.first - 1] == _THAT and sentence.words.joined(cue.first - 1)
    return behind and not is_told_before(sentence, cue)


def _is_wanted(sentence: Sentence, cue: Cue) -> bool:
    """ "All want the agreement carried out in full": a participle behind the object of a wish. English only."""
    words = sentence.words
    if cue.value not in ("ended", "completed", "over") or words.is_a("passive", cue.first - 1):
        return False
    truces = sentence.cues.within(sentence.first, cue.first - 1, CueKind.TRUCE, CueKind.AGREEMENT)
    reach = range(max(truces[0].first - _WANTED_REACH, sentence.first), truces[0].first) if truces else range(0)
    return any(words.is_a("wants_done", i) for i in reach)


def _is_hoped_for(sentence: Sentence, cue: Cue) -> bool:
    """«كان يأمل أن يفتح توقف القتال بابا للحل»: a truce that somebody hopes for. Arabic only."""
    if cue.value != "in_force" or cue.first == sentence.first or sentence.words.is_english(cue.first):
        return False
    clause = sentence.clause_at(cue.first)
    before = clause.first - 1
    return clause.relation == "complement" and before >= sentence.first and sentence.words.is_a("hopes", before)


def _is_feared(sentence: Sentence, cue: Cue) -> bool:
    """«حذر من انهيار الهدنة», «لوح بإنهاء الهدنة»: an end that may come; the truce is there. «هدد من يحاول عقد هدنة» refuses
    one."""
    english = sentence.words.is_english(cue.first)
    if sentence.words.is_a("making_of", cue.last):
        return False
    if cue.value not in ("ended", "rejected") and not (english and cue.value == "violated"):
        return False
    clause = sentence.clause_at(cue.first)
    if clause.relation == "complement" and not english:  # «مخاوف من أن يؤدي القصف إلى انهيار الهدنة»
        governing = sentence.cues.within(
            max(clause.first - _GOVERNING_REACH, sentence.first), clause.first - 1, CueKind.PROSPECT
        )
        if any(c.value != "alone" for c in governing):
            return True
    near = sentence.cues.within(max(cue.first - _WARNING_REACH, sentence.first), cue.first - 1, CueKind.PROSPECT)
    if sentence.words.is_a("has_come_about", cue.first):  # "a planned truce in Homs collapsed"
        near = [c for c in near if not sentence.cues.starting(CueKind.TRUCE, c.last + 1)]
    return any(c.value != "alone" or cue.first - c.last <= _FEARED_REACH for c in near if not sentence.comma_between(c, cue))


def _is_threatened(sentence: Sentence, cue: Cue) -> bool:
    """«ستتخذ إجراءات ردا على انتهاك الهدنة», «سيردون على كل خرق», «سيعاقب من يخرق الهدنة»: what will be answered is a breach
    that may come. Those of somebody («ردا على خروقات الجيش») are what he is accused of, whenever they are answered."""
    if cue.value != "violated":
        return False
    texts = sentence.words.texts
    truce = any(sentence.cues.starting(kind, cue.last + 1) for kind in (CueKind.TRUCE, CueKind.AGREEMENT))
    if sentence.words.is_a("breaches", cue.first) and not truce:
        return False
    before = texts[max(cue.first - _ANSWER_REACH, sentence.first) : cue.first]
    whoever = cue.first > sentence.first and texts[cue.first - 1] == _WHO and texts[cue.first].startswith(("ي", "ت"))
    if not whoever and not any(word in sentence.words.classes["answer"] for word in before):
        return False
    told = range(sentence.first, cue.first)
    warned = sentence.cues.within(told.start, told.stop, CueKind.PROSPECT, CueKind.PLEDGE)
    ahead = any(sentence.words.is_a("ahead", i) or is_future_verb(sentence.words, i) for i in told)
    return ahead or bool(warned)


def _is_of_anyone(sentence: Sentence, cue: Cue) -> bool:
    """ "A penalty on the side that breaches the truce", «أي طرف يخرق الهدنة», «الجهة التي تخرق الهدنة»: what is laid down for
    anyone, with a verb of the present; "the side that breached it" has done so."""
    words, verb = sentence.words, cue.first
    if cue.value != "violated" or verb <= sentence.first + 1:
        return False
    english = words.is_english(verb)
    if english and (words.texts[verb].endswith(_PAST_ENDINGS) or not words.is_a("that_does", verb - 1)):
        return False
    if not english and not words.texts[verb].startswith(("ي", "ت")):
        return False
    side = verb - 1 - words.is_a("that_does", verb - 1)
    return side >= sentence.first and words.is_a("side_in_general", side)


def _is_supposed(sentence: Sentence, cue: Cue) -> bool:
    """In "violations by either side will be answered", «خرق الهدنة سيعيد الحرب» none is told of yet."""
    if cue.value != "violated" or cue.first != cue.last:
        return False
    behind = range(cue.last + 1, min(cue.last + _SUPPOSED_REACH, sentence.last) + 1)
    if not sentence.words.is_english(cue.first):
        construct = sentence.cues.starting(CueKind.TRUCE, cue.last + 1) is not None
        ahead = [i for i in behind if is_future_verb(sentence.words, i)]
        return construct and any(
            "," not in sentence.gap(cue.last, i) and sentence.words.texts[i].startswith("س") for i in ahead
        )
    verb = next((i for i in behind if sentence.words.texts[i] in _WOULD), None)
    noun = sentence.words.is_a("breach", cue.first)
    return noun and verb is not None and not sentence.cues.within(cue.last + 1, verb - 1, CueKind.SPEECH, CueKind.STATUS)


def _says_how_long(sentence: Sentence, cue: Cue) -> bool:
    """«هدنة تستمر ثلاثة أيام»: how long a truce shall last, and not that it does."""
    if cue.value != "in_force" or cue.first != cue.last or sentence.words.texts[cue.first] not in _LASTS:
        return False
    behind = range(cue.last + 1, min(cue.last + _LASTING_REACH, sentence.last) + 1)
    counted = any(sentence.words.texts[i].isdigit() for i in behind)
    return counted or bool(sentence.cues.within(behind.start, behind.stop, CueKind.DURATION))


def _says_how_wide(sentence: Sentence, cue: Cue) -> bool:
    """«منطقة عازلة بعرض 20 كيلومترا», «ممر عرضه 6 كيلومترات»: a width, and no offer («عرض»)."""
    word = sentence.words.texts[cue.first]
    wide = cue.value == "proposed" and cue.first == cue.last and (word.endswith("عرض") or word[cue.offset :] in _WIDTHS)
    return wide and cue.last < sentence.last and sentence.words.texts[cue.last + 1].isdigit()


def _is_exposed(sentence: Sentence, cue: Cue) -> bool:
    """«عرضة للقصف»: who is exposed to fighting; the same letters are "he offered it"."""
    fighting = sentence.cues.starting(CueKind.CONFLICT, cue.last + 1)
    to_it = fighting is not None and fighting.value == "attack" and "ل" in fighting.prefixes
    return to_it and cue.value == "proposed" and sentence.words.texts[cue.first][cue.offset :] in _WIDTHS


def _is_liable(sentence: Sentence, cue: Cue) -> bool:
    """«هدنة قابلة للتمديد», «اتفاق غير قابل للتنفيذ»: what may be done with a truce, and not what is. Arabic only."""
    to_it = "ل" in cue.prefixes and cue.first > sentence.first
    return to_it and sentence.words.is_a("liable_to", cue.first - 1)


def _is_signalled(sentence: Sentence, cue: Cue) -> bool:
    """«لا مؤشر إلى تمديدها», «لا بوادر لتمديد الهدنة»: of what there are signs, or none, nothing is told yet. Arabic only."""
    signs = (i for i in (cue.first - 1, cue.first - 2) if i >= sentence.first)
    return cue.value == "extended" and any(sentence.words.is_a("sign_of", i) for i in signs)


def _is_led_to(sentence: Sentence, cue: Cue) -> bool:
    """«هدنة يتوقع أن تؤدي إلى التوصل لمصالحة»: what a truce, and no talks, shall bring about."""
    own = sentence.cues.starting(CueKind.STATUS, cue.first)
    leads = range(max(cue.first - _LED_REACH, sentence.first), cue.first)
    if own is None or own.value != "reaching" or not any(sentence.words.is_a("will_lead_to", i) for i in leads):
        return False
    before = sentence.cues.within(sentence.first, leads.start, CueKind.TRUCE, CueKind.MEETING)
    return bool(before) and all(c.kind is CueKind.TRUCE for c in before)
