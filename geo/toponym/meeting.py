"""Meetings: whether people meet, or talks are held, before a word that says where. Words are counted in the whole text."""

from __future__ import annotations

from collections.abc import Sequence

from geo.cue import Cue, CueKind, Cues
from geo.mention import Mention
from geo.span import Span
from geo.text.phrase import Words

_HELD = ("took place", "were held")
_THE = "the"
_HELD_REACH = 3  # words from "took place", with its day, to "at"
_MEETING_REACH = 10  # words from a verb of meeting to the «في» of the town
_PRESS = "press"  # the value of «مؤتمر صحافي»
_VENUE_REACH = 9  # words between talks and the town that they are held in, in one sentence
_STANDS = ("in_force", "begun", "violated", "extended", "ended", "suspended")
_ANNOUNCED_REACH = 4  # words from "announced", with its day, to "in"
_BROKERED_REACH = 5  # words from "brokered" to the place: "in March in"
_WHERE_REACH = 4  # words from "where" to the talks
_YEAR = 3  # figures that are more than the number of a round
_BETWEEN = (CueKind.TRUCE, CueKind.AGREEMENT, CueKind.CONFLICT, CueKind.STATUS, CueKind.OPENER)


def meets(words: Words, cues: Cues, preposition: int) -> bool:
    """«ستجتمع اللجنة خلال أيام في مدينة سرت للنظر في …»: a verb of meeting before a preposition, with neither a truce nor
    fighting between."""
    floor = max(preposition - _MEETING_REACH, words.sentence(words.sentences[preposition])[0])
    verbs = words.of_class("meets", floor, preposition - 1)
    return bool(verbs) and not cues.within(verbs[-1] + 1, preposition - 1, *_BETWEEN)


def meets_behind_town(words: Words, cues: Cues, first: int) -> bool:
    """ "They met in Putrajaya, Malaysia, and agreed …": true for the first word of the state behind a town that no table need
    know. English only."""
    if first < 3 or not words.is_english(first) or words.between(first - 1, first).strip() != ",":
        return False
    preposition = cues.ending(CueKind.LOCATIVE, first - 2)
    return preposition is not None and preposition.value == "in" and meets(words, cues, first - 2)


def meets_behind(words: Words, cues: Cues, first: int) -> bool:
    """«حيث تجري المحادثات», «حيث تعقد قمة العشرين», "where peace talks are under way": talks within the few words from `first`,
    before any truce."""
    _, last = words.sentence(words.sentences[min(first, len(words) - 1)])
    told = cues.within(first, min(first + _WHERE_REACH, last), CueKind.MEETING, CueKind.TRUCE, CueKind.CONFLICT)
    named = (CueKind.STATUS, CueKind.EVENT_HEAD)
    nouns = [c for c in told if c.kind is not CueKind.MEETING or any(cues.starting(kind, c.first) for kind in named)]
    return bool(nouns) and nouns[0].kind is CueKind.MEETING


def took_place(words: Words, cues: Cues, preposition: int) -> bool:
    """ "Talks leading to the accord took place on Monday at Hmeimim", "the committee's meeting concluded in Sirte". English
    only."""
    first, texts = words.sentence(words.sentences[preposition])[0], words.texts
    if not words.is_english(preposition):
        return False
    if preposition > first and words.is_a("of_meetings", preposition - 1):
        told = cues.within(first, preposition - 2, CueKind.MEETING, CueKind.TRUCE, CueKind.AGREEMENT)
        nouns = [cue for cue in told if not cues.starting(CueKind.SPEECH, cue.first)]  # "signed", "agreed"
        return bool(nouns) and all(cue.kind is CueKind.MEETING for cue in nouns)
    held = [i for i in range(max(preposition - _HELD_REACH, first + 1), preposition) if " ".join(texts[i - 1 : i + 1]) in _HELD]
    talks = cues.within(first, held[-1], CueKind.MEETING, CueKind.STATUS) if held else []
    return any(cue.kind is CueKind.MEETING or cue.value == "negotiating" for cue in talks)


def negotiated_there(words: Words, cues: Cues, preposition: int, *, announced: bool) -> bool:
    """ "The deal was negotiated (by Russia) at Hmeimim", "they signed the deal in Homs", «وأبرم الاتفاق في حميميم»: what a
    later sentence tells of how the truce came about that the text named before; of how it was `announced`, where that is
    asked."""
    first, texts = words.sentence(words.sentences[preposition])[0], words.texts
    made = words.of_class("negotiates", first, preposition - 1)
    told = cues.within(first, preposition - 1, CueKind.STATUS) if announced else []
    made = sorted([*made, *(cue.last for cue in told if cue.value == "announced")])
    named = cues.within(first, preposition - 1, CueKind.TRUCE, CueKind.AGREEMENT) if made else []
    if not named or not cues.within(0, first - 1, CueKind.TRUCE, CueKind.AGREEMENT):
        return False
    truce, verb = named[-1], made[-1]
    known = _THE in texts[max(truce.first - 1, 0) : truce.last + 1] or texts[truce.first].startswith("ال")
    behind = truce.first > verb  # else in the passive, or in Arabic behind a topic
    if not known or not (behind or words.is_a("passive", verb - 1) or not words.is_english(verb)):
        return False
    return all(cue.first == truce.first for cue in cues.within(verb + 1, preposition - 1, *_BETWEEN))


def announced_there(words: Words, cues: Cues, preposition: int) -> bool:
    """ "A peace deal was announced in Havana", «أعلن اتفاق السلام في هافانا», "the truce was announced on Monday in Doha": an
    agreement, or a truce that is known, of which no more is said than that; "a truce was announced in Tripoli" may be one
    there."""
    first, texts = words.sentence(words.sentences[preposition])[0], words.texts
    told = cues.within(first, preposition - 1, CueKind.STATUS)
    if not told or told[-1].value != "announced" or preposition - told[-1].last > _ANNOUNCED_REACH:
        return False
    verb, english = told[-1], words.is_english(preposition)
    named = [
        cue for cue in cues.within(first, preposition - 1, CueKind.TRUCE, CueKind.AGREEMENT) if english or cue.first > verb.last
    ]
    if not named or cues.within(verb.last + 1, preposition - 1, CueKind.LOCATIVE, CueKind.OPENER):
        return False
    if english and not words.is_a("passive", verb.first - 1) and named[-1].last + 1 != verb.first:
        return False
    truce = named[-1]
    known = _THE in texts[max(truce.first - 1, first) : truce.last + 1] or texts[truce.first].startswith("ال")
    return known or not any(cue.kind is CueKind.TRUCE for cue in named)


def talks_before(words: Words, cues: Cues, first: int, *, host: bool) -> bool:
    """True if talks stand in the few words before a name, in its sentence and with no truce between; nor, unless it is one that
    may well `host` them, a word for how one stands: "a truce reached in Rastan", "brokered by Russia took effect in Rastan"."""
    if not cues.firsts(CueKind.MEETING) or _is_of_sides(cues, first):
        return False
    sentences = words.sentences
    for i in range(first - 1, max(first - _VENUE_REACH, -1), -1):
        status = cues.ending(CueKind.STATUS, i)
        reached = status is not None and status.value == "agreed" and status.first < status.last  # "was reached"
        stands = reached or (status is not None and status.value in _STANDS)
        if sentences[i] != sentences[first] or cues.ending(CueKind.TRUCE, i) or (stands and not host):
            return False
        meeting = cues.ending(CueKind.MEETING, i)
        if meeting and not names_negotiators(words, meeting):
            made = status is not None and cues.ending(CueKind.TRUCE, i - 1) is not None  # "a truce reached in Rastan"
            return host or not (made or _is_mediation(words, meeting))
    return False


def holds_there(words: Words, cues: Cues, first: int) -> bool:
    """ "A ceasefire signed in Jeddah took effect in Khartoum": behind the verb of a truce that began stands where; not of
    talks on one that were "held in Vienna". English only."""
    status = cues.ending(CueKind.STATUS, first - 2) if words.is_english(first) else None
    if status is None or status.value != "in_force" or status.first == status.last or not words.joined(first - 2):
        return False
    return bool(cues.within(words.sentence(words.sentences[first])[0], status.first - 1, CueKind.TRUCE))


def brokered_for(words: Words, cues: Cues, first: int) -> bool:
    """ "The truce that France brokered in Lebanon", "brokered in March in Idlib": whom it is for, unless a capital, where they
    met. English only."""
    floor = max(first - _BROKERED_REACH, words.sentence(words.sentences[first])[0])
    verbs = words.of_class("brokers", floor, first - 1) if words.is_english(first) else []
    if not verbs or words.texts[verbs[-1] + 1] == "by":
        return False
    start, subject = words.sentence(words.sentences[first])[0], verbs[-1] - 1
    named = (CueKind.TRUCE, CueKind.AGREEMENT)
    reduced = not words.joined(subject) or any(cues.ending(kind, subject) for kind in named)  # "a truce brokered in Sweden"
    held = cues.within(verbs[-1] + 1, first - 1, CueKind.EVENT_HEAD)  # "at UN-brokered consultations in Sweden"
    active = not reduced and not held and not words.is_a("passive", subject)
    return active and bool(cues.within(start, subject, *named))


def _is_of_sides(cues: Cues, first: int) -> bool:
    """«وقع طرفا النزاع في أفريقيا الوسطى اتفاقا»: where those fight who sign."""
    conflict = cues.ending(CueKind.CONFLICT, first - 2)
    return conflict is not None and cues.ending(CueKind.SIDES, conflict.first - 1) is not None


def names_negotiators(words: Words, talks: Cue) -> bool:
    """«لجنة التفاوض في درعا البلد»: the body that is there, and no talks; nor are those who speak to the press.
    Arabic only."""
    if talks.value == _PRESS:
        return True
    before = talks.first - 1
    named = before >= 0 and words.joined(before) and words.texts[talks.first].startswith("ال")
    return named and not words.is_english(talks.first) and words.is_a("negotiators", before)


def is_mediated_before(words: Words, cues: Cues, first: int) -> bool:
    """True if the word for talks that stands last before a name, in its sentence, tells who mediated: "brokered by Russia in
    Rastan", «بوساطة أممية في طرابلس»."""
    floor = max(first - _VENUE_REACH, words.sentence(words.sentences[first])[0])
    meetings = cues.within(floor, first - 1, CueKind.MEETING)
    return bool(meetings) and _is_mediation(words, meetings[-1])


def _is_mediation(words: Words, meeting: Cue) -> bool:
    return words.texts[meeting.last + 1] == "by" or "ب" in meeting.prefixes


def numbers_a_round(words: Words, mention: Mention, dates: Sequence[Span]) -> bool:
    """True for the bare name in «أستانا 6»; not in the dateline «جنيف 8 آذار». `dates` are the spans of the text's dates."""
    behind = mention.last + 1
    if behind >= len(words) or mention.head or words.between(behind - 1, behind) not in (" ", "-"):
        return False
    number = words.source(behind, behind)
    dated = any(date.start <= number.start < date.end for date in dates)
    return not dated and words.texts[behind].isdigit() and len(words.texts[behind]) < _YEAR
