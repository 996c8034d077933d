"""Background: a truce of before, that a text tells of behind the news of another."""

from __future__ import annotations

import re
from collections.abc import Sequence

from geo.claim.record import Claim, is_old
from geo.cue import Cue, CueKind
from geo.edtf import Edtf
from geo.status.naming import is_definite
from geo.syntax.read_text import ReadText

_YEAR = re.compile(r"(?:19|20)\d\d")
_ARTICLE_REACH = 3  # words from the article to the truce: "a shaky 48-hour truce"
_NEW_REACH = 3  # words from a truce to the adjective: «اتفاق هدنة جديدة»
_HAD_REACH = 2  # words from "had" to "collapsed": "had been quickly"
_NEW = ("agreed", "announced")
_NEWS = (*_NEW, "in_force", "begun", "extended")
_YEAR_DAYS = 366
_MONTH_DAYS = 31
_UNDONE = ("violated", "ended")
_AFTER = "after"
_OF_NOUN = ("relative", "complement")  # "a deal which was violated", "a ceasefire that collapsed"


def tell_background_apart(claims: Sequence[Claim], read: ReadText, published: Edtf | None) -> list[Claim]:
    """The claims, those of a truce marked that was undone before the one that the text has told of as its news; without those
    that say not where that was: it is no zone of today."""
    found: list[Claim] = []
    for claim in claims:
        called = claim.earlier or _is_of_old(claim, claims, read, published)
        claim.earlier = called or _is_before(claim, claims, read, published) or _ended_first(claim, claims, read)
        kept = (
            called or claim.areas or not claim.earlier or (_is_known(claim, read) and _is_of_long_ago(claim, read, published))
        )
        found += [claim] if kept else []
    return found


def without_chronicle(claims: Sequence[Claim], read: ReadText, published: Edtf | None) -> list[Claim]:
    """The claims without those of a truce of years ago, or of one that has run out or that its sentence says is over, behind
    the news of one in the same place: «مدد وقف إطلاق النار في جنوب كردفان. وكان أعلن عام 2016 وقفا للنار فيها لأربعة أشهر»."""
    dropped: set[int] = set()
    for claim in claims:
        if not (_is_reached(claim) and is_old(claim, published)):
            continue
        news = [c for c in claims if c.clause.sentence < claim.clause.sentence and _is_reached(c) and c.areas]
        if not any(not is_old(c, published) and (not claim.areas or _meet(c, claim, read)) for c in news):
            continue
        behind = [c for c in claims if c.clause.sentence == claim.clause.sentence and c.clause.first > claim.clause.first]
        over = [c for c in behind if not c.areas and c.status and c.status.value in _UNDONE and not c.negated]
        old = bool(claim.areas) and _is_of_years_ago(claim, published)
        if over or old or _has_run_out(claim, published):
            dropped.update(id(c) for c in (claim, *over))
    return [claim for claim in claims if id(claim) not in dropped]


def _is_reached(claim: Claim) -> bool:
    """True for a truce that a claim says was reached, made longer or begun."""
    reached = claim.status is not None and claim.status.value in _NEWS and claim.told_as_fact and not claim.negated
    return reached and claim.truce is not None and not claim.evacuated


def _has_run_out(claim: Claim, published: Edtf | None) -> bool:
    """«أعلن في تشرين الأول وقفا للنار لثلاثة أشهر»: the last day that its length gives it is past."""
    today = published.earliest if published else None
    return bool(today and claim.last_day and claim.last_day < today)


def _is_of_years_ago(claim: Claim, published: Edtf | None) -> bool:
    today = published.earliest if published else None
    days = [timex.last_day for timex, _ in claim.dates if timex.last_day]
    return bool(today and days) and all((today - day).days > _YEAR_DAYS for day in days if today)


def _meet(one: Claim, other: Claim, read: ReadText) -> bool:
    areas = [(a.area, b.area) for a in one.areas for b in other.areas if a.area and b.area]
    return any(read.gazetteer.lies_in(a, b) or read.gazetteer.lies_in(b, a) for a, b in areas)


def _is_of_old(claim: Claim, claims: Sequence[Claim], read: ReadText, published: Edtf | None) -> bool:
    """In "a truce signed in March collapsed", "a 1994 ceasefire" behind the news of another truce it is an older one. English
    only."""
    truce, texts = claim.truce, read.words.texts
    if truce is None or claim.status is None or not read.words.is_english(truce.first) or claim.presupposed:
        return False
    lead = [c for c in claims if c.clause.sentence <= max(claims[0].clause.sentence, 1) and c.status]
    if claim in lead or not lead or any(c.status and c.status.value in _UNDONE for c in lead):
        return False
    ended = claim.status.value == "ended" or texts[claim.status.first] == "ended"  # "an accord in 1992 ended the war"
    dated = ended and is_old(claim, published)
    another = any(word in read.words.classes["article"] for word in texts[max(truce.first - _ARTICLE_REACH, 0) : truce.first])
    over = claim.status.value == "ended" and all(c.status and c.status.value in _NEWS for c in lead)
    broken = claim.status.value == "violated" and truce.last < claim.status.first and not claim.in_spite
    broken = broken and all(c.status and c.status.value in _NEW for c in lead)
    return dated or (another and (over or broken)) or _YEAR.fullmatch(texts[truce.first - 1]) is not None


def _is_before(claim: Claim, claims: Sequence[Claim], read: ReadText, published: Edtf | None) -> bool:
    """«دخلت هدنة حيز التنفيذ … وكانت هدنة أعلنت الأربعاء انهارت», "a truce is holding … A truce last year broke down", "… A
    two-day truce had collapsed": one that the text brings up as new, and that by its date or tense was undone before the news;
    "the truce had collapsed" is said of the one that it has named."""
    truce, status = claim.truce, claim.status
    if _fell_before_another(claim, claims, read):
        return True
    over = status is not None and (status.value in _UNDONE or (claim.evacuated and is_old(claim, published)))
    if over and not claim.negated and _is_what_news_comes_after(claim, read):
        return any(c.status and c.status.value in _NEWS and c.clause.first < claim.clause.first for c in claims)
    truce = truce or (_named_before(claim, claims, read) if over else None)
    if truce is None or not over or claim.in_spite or claim.negated:
        return False
    own = read.words.sentences[truce.first] == claim.clause.sentence and truce.first <= claim.clause.last
    if not own or not claim.told_as_fact:
        return False
    before = [c for c in claims if c.clause.sentence < claim.clause.sentence and c.status and not c.earlier and c.truce]
    news = [c for c in before if c.areas and c.status and c.status.value in _NEWS and c.told_as_fact and not c.negated]
    if not news or any(c.status and c.status.value == "ended" for c in before) or _is_said_again(claim, read):
        return False
    if _is_known(claim, read):  # behind the news of a new one "the truce declared in February broke down" is that of February
        new = all(c.status and c.status.value in _NEW and not is_old(c, published) for c in news)
        return new and _is_of_long_ago(claim, read, published)
    return _had(claim, read) or any(_is_dated_before(claim, c, published) for c in news)


def _fell_before_another(claim: Claim, claims: Sequence[Claim], read: ReadText) -> bool:
    """«وقعتا اتفاق هدنة جديدة … وتجددت الاشتباكات بعد انهيار الهدنة التي …»: the end of a truce that a clause of time tells,
    and a relative clause says which, behind the news of a new one. Arabic only."""
    truce, words = claim.truce, read.words
    if truce is None or claim.status is None or claim.status.value != "ended":
        return False
    if claim.clause.relation != "time" and not words.is_a("after", claim.status.first - 1):
        return False
    opener = read.cues.starting(CueKind.OPENER, truce.last + 1)
    if words.is_english(truce.first) or opener is None or opener.value != "relative":
        return False
    before = (c.truce for c in claims if c.clause.sentence < claim.clause.sentence and c.status and c.status.value in _NEWS)
    return any(words.is_a("new_truce", i) for t in before if t for i in range(t.first, min(t.last + _NEW_REACH, len(words))))


def _ended_first(claim: Claim, claims: Sequence[Claim], read: ReadText) -> bool:
    """«توصلوا إلى هدنة في صعدة، عقب يوم من إعلان انتهاء اتفاق الدوحة»: what ended before the news of its sentence."""
    clause, over = claim.clause, claim.status is not None and claim.status.value == "ended"
    if not over or claim.areas or clause.relation != "time" or not read.words.is_a("after", clause.first):
        return False
    news = [c for c in claims if c.clause.last + 1 == clause.first and c.areas and _is_reached(c)]
    longer = (*_NEW, "extended")  # «بدأت الهدنة، وقصف الجيش المدينة بعد انتهائها» goes on in its order
    news = [c for c in news if c.status and c.status.value in longer and not _is_fought(c, clause.first, read)]
    return bool(news) and not read.words.is_english(clause.first)


def _is_fought(news: Claim, until: int, read: ReadText) -> bool:
    """«أعلنت هدنة، وتجدد القصف بعد انتهائها»: the clause of the news goes on, up to the word `until`, to fighting."""
    behind = max(news.last, news.truce.last if news.truce else 0) + 1
    fights = read.cues.within(behind, until - 1, CueKind.CONFLICT, CueKind.RESUMPTION)
    return any(cue.kind is CueKind.RESUMPTION or cue.value == "attack" for cue in fights)


def _is_what_news_comes_after(claim: Claim, read: ReadText) -> bool:
    """ "The announcement comes days after they signed a deal which was violated", "it came after a ceasefire collapsed": what
    the news follows; "the shelling comes after a truce was violated" is no news of a truce. English only."""
    behind = [c for c in read.clauses.of(claim.clause.sentence) if c.first <= claim.clause.first]
    while len(behind) > 1 and behind[-1].relation in _OF_NOUN:
        behind.pop()
    if len(behind) < 2 or _AFTER not in read.words.texts[behind[-1].first : behind[-1].first + 1]:
        return False
    main = behind[-2]
    comes = any(read.words.is_a("comes_behind", i) for i in range(main.first, main.last + 1))
    return comes and not read.cues.within(main.first, main.last, CueKind.CONFLICT)


def _is_dated_before(claim: Claim, news: Claim, published: Edtf | None) -> bool:
    """True if all that a claim dates lies more than a week back, or before all that the news dates."""
    days = [timex.last_day for timex, _ in claim.dates if timex.last_day]
    starts = [timex.first_day for timex, _ in news.dates if timex.first_day]
    old = is_old(claim, published) and not is_old(news, published)
    return bool(days) and (old or (bool(starts) and max(days) < min(starts)))


def _is_known(claim: Claim, read: ReadText) -> bool:
    """True for a truce that the reader is taken to know of: "the truce declared in February", "the last attempt"."""
    return claim.truce is None or claim.presupposed or is_definite(read.words, read.cues, claim.truce)


def _named_before(claim: Claim, claims: Sequence[Claim], read: ReadText) -> Cue | None:
    """The truce of "their last attempt, the cessation of hostilities of February, | broke down", that no claim speaks of."""
    first, _ = read.words.sentence(claim.clause.sentence)
    named = read.cues.within(first, claim.clause.first - 1, CueKind.TRUCE)
    spoken = any(c.clause.sentence == claim.clause.sentence and c is not claim for c in claims)
    return named[-1] if named and not spoken else None


def _is_of_long_ago(claim: Claim, read: ReadText, published: Edtf | None) -> bool:
    """True if all that the sentence of a claim dates lies more than a month back."""
    today = published.earliest if published else None
    first, last = read.words.sentence(claim.clause.sentence)
    days = [timex.last_day for at, timex in read.dates if first <= at <= last and timex.last_day]
    return bool(today and days) and all((today - day).days > _MONTH_DAYS for day in days if today)


def _had(claim: Claim, read: ReadText) -> bool:
    """ "Had collapsed", «وكانت هدنة … انهارت»."""
    words, status = read.words, claim.status
    if status is None:
        return False
    first, _ = words.sentence(claim.clause.sentence)
    if words.is_english(first):
        return "had" in words.texts[max(status.first - _HAD_REACH, claim.clause.first) : status.last + 1]
    return words.is_a("had", first)


def _is_said_again(claim: Claim, read: ReadText) -> bool:
    """True for the sentence behind a headline, which says again what that says."""
    if claim.clause.sentence != 1:
        return False
    return "." not in read.words.between(read.words.sentence(0)[1], read.words.sentence(1)[0])
