"""Anaphora: the truce that a verb speaks of without naming it — by a pronoun, or as the subject that it shares with the clause
or the sentence before."""

from __future__ import annotations

from geo.cue import Cue, CueKind
from geo.syntax.sentence import Sentence

_FEMININE, _HER, _HIS = "ه", "ها", "ه"  # folded: «هدنة», «رفضتها», «رفضه»
_PAST_FEMININE, _IMPERFECT_FEMININE = "ت", "ت"  # «انهارت», «تصمد»
_ADVERB_AR, _ADVERB_EN = "ا", "ly"  # «سريعا», "quickly"
_ARTICLE = "ال"
_THAT = "ذلك"
_HAVING = "قد"
_IT, _WHICH = "it", "which"
_ONE = "one"
_TIME, _PRESENT = "time", "s"  # the value of an opener, and the ending of "expires"
_OFFER_REACH = 3  # words from a refusal, with its subject, to the offer
_TALKS = "negotiating"
_AND = ("و", "ف")
_PRONOUN_REACH = 3  # words from «وافق» to «عليها»
_SPAN_REACH = 4  # words from a verb to the unit of time: "collapsed less than a day later"
_INTRANSITIVE = ("ended", "in_force", "begun")
_UNDONE = ("ended", "over", "suspended", "extended")
_TRUCES = (CueKind.TRUCE, CueKind.AGREEMENT)
_THERE = ("in_force", "begun", "agreed", "announced")
_NOT_TOLD = (CueKind.MODALITY, CueKind.PLEDGE, CueKind.ADHERENCE, CueKind.OPENER)
_ADVERBIALS = (
    CueKind.LOCATIVE, CueKind.ABOUT, CueKind.DATE_RELATION, CueKind.BACKDROP, CueKind.OPENER, CueKind.DURATION, CueKind.PARTY,
)  # fmt: skip


def takes_up(sentence: Sentence, status: Cue) -> bool:
    """True if `taken_up` knows the truce that a status word speaks of."""
    return taken_up(sentence, status) is not None


def taken_up(sentence: Sentence, status: Cue) -> Cue | None:
    """The truce named before that a status word takes up: by a pronoun («… هدنة … فرفضتها», «لكنها انهارت», «وتم تمديده»,
    «ووافق الطرفان عليها», "but it collapsed", "and broke it within hours"), or as its subject, which it does not say again
    («… وانهارت اليوم», "… but collapsed on Wednesday"). It stands in the same sentence, or in the one before where nothing but
    the pronoun or the verb opens this one. None for any other status word."""
    named = _named_before(sentence, status.first, back=True)
    if named and status.value == "rejected" and _is_of_offer(sentence, status):
        return named
    if sentence.words.is_english(status.first):
        return _in_english(sentence, status)
    if named is None:
        return None
    return named if _by_pronoun(sentence, status, named) or _by_its_form(sentence, status, named) else None


def _is_of_offer(sentence: Sentence, refusal: Cue) -> bool:
    """«… هدنة … ورفضت الفصائل المقترح», "… a truce … Rebels rejected the plan": what is refused is the offer of the truce."""
    texts, behind = sentence.words.texts, range(refusal.last + 1, min(refusal.last + _OFFER_REACH, sentence.last) + 1)
    offers = [i for i in behind if sentence.words.is_a("offer", i)]
    if not offers or not all(map(sentence.words.joined, range(refusal.last, offers[0]))):
        return False
    closed = offers[0] == sentence.last or bool(sentence.gap(offers[0], offers[0] + 1).strip())
    before = offers[0] - 1
    determined = sentence.words.is_a("determiner", before) and not sentence.words.is_a("article", before)
    definite = determined or texts[offers[0]].startswith(_ARTICLE)
    return definite and (closed or not has_noun_behind(sentence, offers[0]))


def _named_before(sentence: Sentence, word: int, *, back: bool) -> Cue | None:
    """The truce that is named last before a word of the sentence, or, with `back`, in the sentence before."""
    first = (
        sentence.words.sentence(sentence.number - 1)[0] if back and sentence.continues and sentence.number else sentence.first
    )
    named = sentence.cues.within(first, word - 1, *_TRUCES)
    return named[-1] if named else None


# --- Arabic --------------------------------------------------------------------------------------------------------------


def _by_pronoun(sentence: Sentence, status: Cue, named: Cue) -> bool:
    """A pronoun at a status word, right behind it or at what opens its clause."""
    texts = sentence.words.texts
    offer = sentence.cues.ending(CueKind.STATUS, named.first - 1)  # «عرض مصالحة … رده»: what is taken up is the offer
    head = offer.first if offer and offer.value == "proposed" and sentence.words.joined(named.first - 1) else named.first
    her = texts[head].endswith(_FEMININE)
    suffix = _HER if her else _HIS
    clause = sentence.clause_at(status.first)
    opener = texts[clause.opener.last] if clause.opener and clause.relation == "contrast" else ""
    behind = texts[status.last + 1 : min(status.last + _PRONOUN_REACH, sentence.last) + 1]
    pronouns = (word for word in behind if word in sentence.words.classes["takes_up"])
    beside = any(word.endswith(suffix) and word.endswith(_HER) is her for word in pronouns)
    beside = beside or behind[:1] == (_THAT,)  # «رفض ذلك»
    own = texts[status.last].endswith(suffix) and (her or not texts[status.last].endswith(_HER))
    opens = opener.endswith(suffix) and opener.endswith(_HER) is her
    free = status.value in (*_UNDONE, "violated") and not has_noun_behind(sentence, status.last)  # «لكنه خرق في حلب»
    fares = status.value in _INTRANSITIVE or free
    return own or beside or (opens and fares)


def _by_its_form(sentence: Sentence, status: Cue, named: Cue) -> bool:
    """«دخلت هدنة … وانهارت اليوم», «لكن سرعان ما انهارت», «ولم تصمد طويلا»: a verb in the gender of the truce that goes on from
    it with a conjunction and has no subject behind it; «وانهارت المباني» has one."""
    texts = sentence.words.texts
    failed = status.value == "rejected" and sentence.words.is_a("fails", status.first, status.offset)
    entered = status.value == "in_force" and status.last > status.first  # «فقد دخلت حيز التنفيذ»
    if not failed and not entered and status.value not in _UNDONE:
        return False
    first = _verb_phrase(sentence, status.first)
    opened = first < status.first and (_goes_on(sentence, first) or texts[first].startswith(_AND))
    contrast = sentence.cues.ending(CueKind.OPENER, first - 1)  # «لكنها ما لبثت أن انهارت»
    opened = opened or (contrast is not None and contrast.value == "contrast") or is_told_before(sentence, status)
    opened = opened or (_is_verb_of_lead(sentence, first) and named.first == sentence.first + 1)
    opened = opened or _is_verb_of_topic(sentence, first, named)
    if not opened and (status.prefixes[:1] or ("",))[0] not in _AND:
        return False
    if named.first < sentence.first and first != sentence.first:
        return False
    verb = texts[status.first][status.offset :] if first == status.first or entered else texts[status.last]
    past = verb.endswith(_PAST_FEMININE)
    told = first < status.first or sentence.entry is not None  # «12 يناير: هدنة تدخل حيز التنفيذ، وتنهار بعد أيام»
    imperfect = told and verb.startswith(_IMPERFECT_FEMININE)
    feminine = texts[named.first].endswith(_FEMININE)
    return (past or imperfect if feminine else not past) and not has_noun_behind(sentence, status.last)


def _is_verb_of_lead(sentence: Sentence, first: int) -> bool:
    """«وكانت هدنة في الإقليم، عقدت في مارس، قد انهارت»: the verb behind «قد» and a comma, of the noun behind «كانت»."""
    texts = sentence.words.texts
    return texts[first] == _HAVING and "," in sentence.gap(first - 1, first) and sentence.words.is_a("had", sentence.first)


def _is_verb_of_topic(sentence: Sentence, first: int, named: Cue) -> bool:
    """«الهدنة في غزة، التي أعلنت أمس، انهارت»: the verb, behind a relative clause in commas, of the truce that the sentence
    begins with."""
    parted = first > sentence.first and "," in sentence.gap(first - 1, first)
    aside = any(named.last < c.first <= first and c.relation == "relative" for c in sentence.clauses)
    return named.first == sentence.first and parted and aside


def has_noun_behind(sentence: Sentence, word: int) -> bool:
    """True if what follows a verb may be its subject or its object: anything but the end of its part of the sentence, an
    adverb, or a date or a preposition with what hangs on it."""
    texts, behind = sentence.words.texts, word + 1
    if behind > sentence.last or sentence.gap(word, behind).strip():
        return False
    dated = next((timex for at, timex in sentence.dates if at == behind), None)
    if dated:
        after = sentence.words.within(dated.span).stop
        return after <= sentence.last and not sentence.gap(after - 1, after).strip() and texts[after].startswith(_ARTICLE)
    adverb = texts[behind].endswith(_ADVERB_AR) and not texts[behind].startswith(_ARTICLE)
    if adverb or texts[behind].startswith(_AND) or sentence.words.is_a("adverb", behind):
        return False
    return not any(sentence.cues.starting(kind, behind) for kind in _ADVERBIALS)


# --- English -------------------------------------------------------------------------------------------------------------


def _in_english(sentence: Sentence, status: Cue) -> Cue | None:
    texts = sentence.words.texts
    if status.last < sentence.last and texts[status.last + 1] == _IT and sentence.words.joined(status.last):
        return _named_before(sentence, status.first, back=True)  # "broke it", "rejected it"
    if _stands_with_one(sentence, status):
        return _named_before(sentence, status.first, back=True)
    if _answers_alone(sentence, status):
        return _named_before(sentence, sentence.clause_at(status.first).first, back=False)
    first = _verb_phrase(sentence, status.first) + sentence.words.is_a("before", status.first)  # "before collapsing"
    pronoun = first > sentence.first and texts[first - 1] in (_IT, _WHICH)
    opening = first - 1 if pronoun else first
    if not _is_free(sentence, status, first) or sentence.words.is_a("is_to_end", status.first):
        return None  # "the truce, which runs out in two weeks"
    if pronoun and texts[opening] == _IT and _is_when(sentence, status, opening - 1):
        return _named_before(sentence, opening, back=True)
    if pronoun:
        starts = opening == sentence.first or bool(sentence.gap(opening - 1, opening).strip())
        starts = starts or any(r.mention.last == opening - 1 for r in sentence.places)  # "in Talbiseh it collapsed"
        alone = starts or (opening - 1 == sentence.first and _goes_on(sentence, opening - 1))
        named = _named_before(sentence, opening, back=alone) if starts or _goes_on(sentence, opening - 1) else None
        since = sentence.cues.within(named.last + 1, opening, CueKind.STATUS) if named else []
        return None if any(cue.value == _TALKS for cue in since) else named  # "after talks on prisoners, which collapsed"
    if opening == sentence.first or not _goes_on(sentence, opening - 1):
        return None
    named = _named_before(sentence, opening - 1, back=False)
    if named is None and texts[sentence.first] == _IT:  # "it held for a day and collapsed"
        stood = [cue.value in _THERE for cue in sentence.cues.within(sentence.first, opening - 1, CueKind.STATUS)]
        return _named_before(sentence, sentence.first, back=True) if stood and all(stood) else None
    return named if named and _is_subject(sentence, named, opening - 1) else None


def _stands_with_one(sentence: Sentence, status: Cue) -> bool:
    """ "Those in Talbiseh rejected one": a word that stands for the truce is the object, with nothing but an adverb behind
    it."""
    behind = status.last + 1
    return behind <= sentence.last and sentence.words.texts[behind] == _ONE and not has_noun_behind(sentence, behind)


def _answers_alone(sentence: Sentence, status: Cue) -> bool:
    """ "Rebels in Rastan signed a truce, but those in Talbiseh refused, and …": what is refused is that, with nothing
    behind."""
    behind = status.last + 1
    closed = behind > sentence.last or bool(sentence.gap(status.last, behind).strip())
    return closed and status.value == "rejected" and sentence.clause_at(status.first).relation == "contrast"


def _is_when(sentence: Sentence, status: Cue, before: int) -> bool:
    """ "When it expired, shelling resumed", "clashes resumed after it ended": what a clause of time says happened to "it"; in
    "when it ends", "fighting would resume after it ended" it has yet to, and alone, "when it ended" may be a siege."""
    opener = sentence.cues.ending(CueKind.OPENER, before) if before >= sentence.first else None
    if opener is None or opener.value != _TIME or sentence.words.texts[status.first].endswith(_PRESENT):
        return False
    limits = sentence.cues.within(sentence.first, sentence.last, CueKind.MODALITY)
    if status.value != "ended" or limits or any(clause.relation == "possibility" for clause in sentence.clauses):
        return False
    again = bool(sentence.cues.within(sentence.first, sentence.last, CueKind.RESUMPTION))
    return again or sentence.cues.starting(CueKind.CESSATION, status.first) is None


def is_told_before(sentence: Sentence, status: Cue) -> bool:
    """ "A truce took effect in Idlib before it collapsed", «… صمدت يومين قبل أن تنهار»: a verb behind "before" tells what
    became of a truce that the clause before it says was there; in "keep the truce before it collapses" it does not."""
    words = sentence.words
    first = _verb_phrase(sentence, status.first)
    at = status.first if words.is_a("before", status.first) else first - 1 - (words.texts[first - 1] == _IT)
    if at <= sentence.first or not words.is_a("before", at):
        return False
    clause = sentence.clause_at(at - 1)
    told = [cue for cue in sentence.cues_in(clause, CueKind.STATUS) if cue.last < at]
    aside = [cue for cue in sentence.cues_in(clause, *_NOT_TOLD) if cue.last < at]
    speaks = told or sentence.cues_in(clause, *_TRUCES)
    return bool(speaks) and all(cue.value in _THERE for cue in told) and not aside


def _goes_on(sentence: Sentence, word: int) -> bool:
    return sentence.words.is_a("goes_on_with", word) or sentence.words.is_a("before", word)


def _is_free(sentence: Sentence, status: Cue, first: int) -> bool:
    """True for a verb without an object: of the passive, a phrase of several words, or with nothing but an adverb, a date or a
    preposition behind it."""
    words, texts, behind = sentence.words, sentence.words.texts, status.last + 1
    passive = any(words.is_a("passive", i) for i in range(first, status.first))
    if passive or behind > sentence.last or sentence.gap(status.last, behind).strip():
        return True
    if status.last > status.first:
        return not words.is_a("article", status.last)
    if any(at == behind for at, _ in sentence.dates) or texts[behind].endswith(_ADVERB_EN):
        return True
    adverb = words.is_a("adverb", behind) or any(sentence.cues.starting(kind, behind) for kind in _ADVERBIALS)
    return adverb or _is_counted(sentence, behind)


def _is_counted(sentence: Sentence, word: int) -> bool:
    """ "Collapsed a day later", "collapsed hours after it began"; not "ended a week of fighting"."""
    words = sentence.words
    unit = next((i for i in range(word, min(word + _SPAN_REACH, sentence.last + 1)) if words.is_a("duration_unit", i)), None)
    return unit is not None and (unit == sentence.last or words.is_a("after", unit + 1) or words.is_a("adverb", unit + 1))


def _is_subject(sentence: Sentence, truce: Cue, last: int) -> bool:
    """In "a truce took effect on Tuesday and collapsed" the truce is the subject of the first verb: it stands before it."""
    clause = sentence.clause_at(truce.first)
    before = sentence.cues.within(clause.first, truce.first - 1, CueKind.STATUS, CueKind.SPEECH)
    told = sentence.cues.within(truce.last + 1, last, CueKind.STATUS)
    return bool(told) and all(cue.last + 1 == truce.first for cue in before)  # "the agreed truce"


# --- both ----------------------------------------------------------------------------------------------------------------


def _verb_phrase(sentence: Sentence, verb: int) -> int:
    """The first word of the auxiliaries, adverbs and negations before a verb: "has since", «سرعان ما», «لم»."""
    texts, first = sentence.words.texts, verb
    while first > sentence.first and not sentence.gap(first - 1, first).strip():
        adverb = texts[first - 1].endswith(_ADVERB_EN) and not _goes_on(sentence, first - 1)
        if not adverb and not sentence.words.is_a("verb_phrase", first - 1):
            break
        first -= 1
    return first
