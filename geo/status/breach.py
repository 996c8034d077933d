"""Breach: fighting that the words beside a truce put inside of it, so that the truce was broken, or is over."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from geo.cue import Cue, CueKind
from geo.status.decision import NOT_REACHED, decided
from geo.status.fighting import attacks
from geo.status.finding import is_where
from geo.status.naming import ZONES
from geo.status.resumption import SINCE, is_of_fighting
from geo.status.scene import held_places, is_fought_elsewhere, lies_inside
from geo.syntax.clause import Clause
from geo.syntax.sentence import NEGATION_REACH, Sentence, in_group
from geo.toponym.resolution import Resolution, Role

_BACKDROP_REACH = 4  # words between «خلال» and the truce
_PAST = ("ended", "over", "undone")
_FOUGHT_REACH = 4  # words between an attack and the place that it hit
_FOUGHT_FAR_REACH = 8  # the same, where who attacked comes between
_SUFFERING_REACH = 3  # words between «تعرضت» and the place
_UNSEEN_REACH = 7  # words between «لم ترد» and the breach
_THIS = ("ذلك", "هذا")
_THAT_DOES = "ان"  # folded
_PAST_FORMS = ("ed", "broke")  # "resumed", "broke out again"
_IT = "it"
_AFTER_REACH = 3  # words from "after" to the fighting: "after shelling and clashes"
_ERUPTED_REACH = 2  # words from fighting to the verb that says that it began
_START_REACH = 4  # words between «قبل» and the start of the truce
_ATTRIBUTES = ("force", "effect")  # "the truce in force"
_STARTS = ("in_force", "begun", "announced", "agreed")
_STANDS = (*_STARTS, "extended")


def status_in_spite(sentence: Sentence, clause: Clause, truce: Cue | None) -> Cue | None:
    """«رغم الهدنة، شنّ …», «خلال الهدنة قصفت …», «غارات … بعد تبني قرار الهدنة»: what happened in spite of a truce was
    fighting, so the truce was broken.

    Fighting in spite of calls for a truce («رغم مناشدات») broke none, nor did fighting that stopped.
    """
    if truce is None or not sentence.cues.any_within(sentence.first, sentence.last, (CueKind.CONFLICT,)):
        return None
    if _opens_with_before(sentence) or _is_asked_for(sentence, truce):
        return None
    if conceded_behind := _conceded_behind(sentence, clause, truce):
        return conceded_behind
    clause = _with_governing(sentence, clause)
    backdrop = _backdrop(sentence, clause, truce)
    if not backdrop:
        return None
    before = sentence.cues.within(clause.first, truce.first - 1, CueKind.STATUS)
    english = sentence.words.is_english(truce.first)
    over = sentence.cues.within(truce.first, clause.last, CueKind.STATUS) if english else []
    if any(cue.value in _PAST and (cue.last <= truce.last + 2 or _ends_clause(sentence, truce, cue)) for cue in over):
        return None  # "air strikes … after the army declared the truce over", "after a truce declared by Russia ended"
    before = [decided(sentence, cue) for cue in before]  # «رغم قرار يطالب بهدنة»
    if any((cue.value in NOT_REACHED and not _is_plan(sentence, cue)) or cue.value in _PAST for cue in before):
        return None
    conceded = clause.relation == "concession"
    told = sentence.words.is_a("although", clause.first)  # "the town is held by rebels, although the deal says …"
    soon = backdrop.kind is CueKind.BACKDROP and clause.relation == "time"
    fighting = [
        cue for cue in attacks(sentence, truce, any_fighting=conceded or soon)
        if (conceded or cue.value == "attack" or _breaks_out(sentence, clause, cue))
        and not (conceded and clause.first <= cue.first < truce.first) and not _led_to(sentence, cue, truce)
        and not (english and backdrop.last < cue.first < truce.first)  # "following a week of clashes and a truce"
        and not (cue.first == backdrop.last + 1 and cue.last < truce.first)  # «بعد يومين من القصف، إلى هدنة»
        and ((english and not told) or cue.value or sentence.words.is_a("violence", cue.first, cue.offset))
    ]  # fmt: skip
    if not all(_is_elsewhere(sentence, clause, truce, cue) for cue in fighting):
        return backdrop._replace(kind=CueKind.STATUS, value="violated")
    stands = fighting and conceded and not sentence.cues_in(clause, CueKind.STATUS)
    return backdrop._replace(kind=CueKind.STATUS, value="in_force") if stands else None


def _is_elsewhere(sentence: Sentence, clause: Clause, truce: Cue, fighting: Cue) -> bool:
    """True for fighting in another place than those behind the truce or, told alongside («هدوء في دوما منذ بدء الهدنة،
    فيما تواصلت المعارك في دير الزور»), than those of its clause."""
    held, other = held_places(sentence, clause, truce), sentence.clause_at(fighting.first)
    if not held and other.first > clause.first and sentence.is_alongside(other):
        held = sentence.places_in(clause)
    return is_fought_elsewhere(sentence, fighting, held)


def _breaks_out(sentence: Sentence, clause: Clause, fighting: Cue) -> bool:
    """ "Fighting erupted in Hodeidah minutes after a truce took effect", «اندلع القتال بعد دقائق من الهدنة»: fighting of which
    the main clause says that it began, and not that it ended."""
    near = range(max(fighting.first - _ERUPTED_REACH, sentence.first), min(fighting.last + _ERUPTED_REACH, sentence.last) + 1)
    ended = sentence.cues.within(fighting.last + 1, clause.first - 1, CueKind.CESSATION)
    return fighting.first < clause.first and not ended and any(sentence.words.is_a("breaks_out", i) for i in near)


def _ends_clause(sentence: Sentence, truce: Cue, over: Cue) -> bool:
    """In "hours after the truce came to an end" the end is the truce's own."""
    between = sentence.cues.within(truce.last + 1, over.first - 1, CueKind.CONFLICT)
    return not between and not sentence.comma_between(truce, over)


def _is_asked_for(sentence: Sentence, truce: Cue) -> bool:
    """ "Clashes went on despite the ceasefire call", "… despite ceasefire appeals": no truce is there yet. English only."""
    return truce.last < sentence.last and sentence.words.is_a("asking", truce.last + 1) and sentence.words.joined(truce.last)


def _opens_with_before(sentence: Sentence) -> bool:
    """«وقبل ذلك سقط قتيلان رغم الاتفاق»: fighting that came before what the text has told."""
    first, words = sentence.first, sentence.words
    before = words.is_a("before", first) or words.is_a("before", first, 1)
    return before and first < sentence.last and words.texts[first + 1] in _THIS


def _conceded_behind(sentence: Sentence, clause: Clause, truce: Cue) -> Cue | None:
    """ "The truce is largely holding despite sporadic clashes": fighting that is conceded behind a truce that stands. English
    only."""
    behind = next((c for c in sentence.clauses if c.first == clause.last + 1 and c.relation == "concession"), None)
    if behind is None or truce.first < clause.first or not sentence.words.is_english(truce.first):
        return None
    stands = [c for c in sentence.cues.within(truce.last + 1, clause.last, CueKind.STATUS) if c.value == "in_force"]
    if not stands or sentence.cues_in(behind, CueKind.TRUCE, CueKind.AGREEMENT):
        return None
    held = held_places(sentence, clause, truce)
    fighting = [
        cue for cue in attacks(sentence, truce, any_fighting=True)
        if behind.first <= cue.first <= behind.last and (cue.value or sentence.words.is_a("violence", cue.last))
        and not is_fought_elsewhere(sentence, cue, held)
    ]  # fmt: skip
    if not fighting:
        return None
    charged = any(sentence.words.is_a("accuses", i) for i in range(behind.first, fighting[0].first))
    return stands[0]._replace(value="in_force" if charged else "violated")  # "although both accused each other of attacks"


def _with_governing(sentence: Sentence, clause: Clause) -> Clause:
    """In "fighting went on even after China announced that a truce was agreed" what is announced is conceded, too."""
    if clause.relation not in ("complement", "relative"):
        return clause
    before = next((c for c in sentence.clauses if c.last + 1 == clause.first), None)
    conceded = before is not None and before.relation == "concession"  # «رغم قرار مجلس الأمن الذي طالب بهدنة», too
    return replace(clause, first=before.first, opener=before.opener) if conceded and before else clause


def _is_plan(sentence: Sentence, cue: Cue) -> bool:
    """«رغم خطة روسية لهدنات يومية»: a plan that fighting goes on in spite of is more than a wish, as a call is not."""
    return sentence.words.is_a("plan", cue.first)


def fighting_all_the_same(sentence: Sentence, first: int) -> Cue | None:
    """«وافقوا على الهدنة، لكن القصف استمر», «… ولم يتوقف القصف», «… والرصاص يسمع»: the fighting that a contrast, or a clause
    written to the one before, at or behind the word `first` tells of as going on."""
    start = _contrast(sentence, first)
    if start is None or sentence.cues.within(start, sentence.last, CueKind.TRUCE):
        return None
    if sentence.cues.within(start + 1, sentence.last, CueKind.EXCLUSION):  # «وهو غير مشمول بها», and no «إلا أن»
        return None
    fighting = [
        cue for cue in attacks(sentence, None, any_fighting=True)
        if cue.first >= start and (cue.value or sentence.words.is_a("violence", cue.first)) and not _is_over(sentence, cue)
    ]  # fmt: skip
    return fighting[0] if fighting and _goes_on(sentence, start) else None


def _is_over(sentence: Sentence, fighting: Cue) -> bool:
    """ "(But a deal is still being negotiated) after shelling": what came before that."""
    opener = sentence.clause_at(fighting.first).opener
    return opener is not None and fighting.first - opener.last <= _AFTER_REACH and sentence.words.is_a("after", opener.first)


def _contrast(sentence: Sentence, first: int) -> int | None:
    """The first word of what is told in contrast to what stands before the word `first`."""
    told = [c for c in sentence.clauses if c.first >= first]
    contrasts = [c.first for c in told if c.relation == "contrast" or _is_until_resumed(sentence, c)]
    denied = [i for i in range(first, sentence.last) if sentence.words.is_a("and_not", i) and _is_ceasing(sentence, i + 1)]
    nouns = [c.first for c in sentence.cues.within(first, sentence.last, CueKind.CONFLICT) if c.value and "و" in c.prefixes]
    opened = {c.first for c in sentence.clauses if c.relation in ("time", "relative", "condition")}
    before = [i for i in (*denied, *nouns) if not any(first < o <= i for o in opened)]
    return min((*contrasts, *before), default=None)


def _is_until_resumed(sentence: Sentence, clause: Clause) -> bool:
    """«… قبل أن يتجدد القصف», "… before clashes broke out again": how long it lasted; not "before shelling could resume"."""
    words = sentence.words
    if clause.relation != "time" or clause.opener is None or not words.is_a("before", clause.opener.first):
        return False
    first, texts = clause.opener.last + 1, words.texts
    if not words.is_english(clause.first):  # «قبل أن» are two clauses
        verb = sentence.cues.starting(CueKind.RESUMPTION, first + 1) if first < sentence.last else None
        return verb is not None and texts[first] == _THAT_DOES
    again = sentence.cues.within(first, clause.last, CueKind.RESUMPTION)
    past = any(texts[cue.first].endswith(_PAST_FORMS) for cue in again)
    return past and not sentence.cues.within(first, clause.last, CueKind.MODALITY)


def _is_ceasing(sentence: Sentence, word: int) -> bool:
    return sentence.cues.starting(CueKind.CESSATION, word) is not None


def _goes_on(sentence: Sentence, first: int) -> bool:
    """«استمر», «لم يتوقف», «ما زالت»: the words from `first` on say of something that it goes on."""
    texts, last = sentence.words.texts, sentence.last
    denied = any(sentence.is_negated(cue) for cue in sentence.cues.within(first, last, CueKind.CESSATION))
    still = sentence.cues.within(first, last, CueKind.CONTINUATION)
    again = any(is_of_fighting(sentence, cue) for cue in sentence.cues.within(first, last, CueKind.RESUMPTION))
    return denied or again or bool(still) or any(word in sentence.words.classes["goes_on"] for word in texts[first : last + 1])


def is_denied(sentence: Sentence, status: Cue) -> bool:
    """True for a status that is negated: «لم يلتزم»; a breach, also where nobody saw one («لم يرد أي نبأ عن خرق», «خلت الساعات
    الأولى من الخروق»), but not where its end is denied («لم تتوقف الخروق»)."""
    if status.value != "violated" or sentence.words.is_english(status.first):
        return sentence.is_negated(status)
    near = range(max(status.first - 1 - _UNSEEN_REACH, sentence.first), status.first)
    denials = sentence.cues.within(near.start, near.stop - 1, CueKind.NEGATION)
    if any(_is_ceasing(sentence, cue.last + 1) for cue in denials):
        return False
    seen = sentence.cues.within(near.start, near.stop - 1, CueKind.OBSERVATION)
    unseen = [cue for cue in seen if cue.value == "absent" or sentence.cues.ending(CueKind.NEGATION, cue.first - 1)]
    beside = any(
        cue.last + 1 == status.first or cue.value == "absolute"
        for cue in denials
        if status.first - cue.last <= NEGATION_REACH + 1
    )
    return beside or any("," not in sentence.gap(cue.last, status.first) for cue in unseen)


def _backdrop(sentence: Sentence, clause: Clause, truce: Cue) -> Cue | None:
    """The word that makes a truce the backdrop of what the sentence tells."""
    if clause.relation == "concession":
        return clause.opener
    if is_where(sentence, truce) and any(clause.first <= cue.first < truce.first for cue in attacks(sentence, truce)):
        return truce  # «غارات على بلدة في منطقة خفض التصعيد»
    zone, reach = truce.value in ZONES, max(truce.first - 2, clause.first)
    verbs = sentence.cues.within(reach, truce.first - 1, CueKind.LIGHT_VERB) if zone else []
    seen = [cue for cue in verbs if not cue.value]
    if seen and any(truce.last < cue.first <= clause.last for cue in attacks(sentence, truce)):
        return seen[-1]  # «سجلت منطقة خفض التصعيد 30 غارة»
    words = sentence.cues.within(sentence.first, truce.first - 1, CueKind.BACKDROP)
    words = [cue for cue in words if truce.first - cue.last <= _BACKDROP_REACH]
    since = sentence.cues.ending(CueKind.DATE_RELATION, truce.first - 1)
    if words or (since and sentence.words.texts[since.first] in SINCE):  # «منذ الهدنة»
        return words[-1] if words else since
    if clause.relation != "time":
        return None
    reached = [c for c in sentence.cues.within(clause.first, truce.first, CueKind.STATUS) if c.value in ("agreed", "announced")]
    begun = [c for c in sentence.cues.within(truce.last + 1, clause.last, CueKind.STATUS) if c.value in _STARTS]
    opener = clause.opener
    after = opener is not None and sentence.words.is_a("after", opener.last)  # no "after clashes a truce held"
    after = after and not sentence.cues.within(clause.first, truce.first - 1, CueKind.CONFLICT)
    if sentence.words.texts[truce.first - 2 : truce.first] == ("of", "the"):  # "after the start of the ceasefire"
        begun += [c for c in sentence.cues.within(clause.first, truce.first - 3, CueKind.STATUS) if c.value in _STARTS]
    reached = reached or (begun if after else [])
    before = clause.opener is not None and sentence.words.is_a("before", clause.opener.first)
    fronted = "," in sentence.gap(clause.first, truce.first)  # "After weeks of clashes, they agreed on a truce"
    return clause.opener if reached and not before and not fronted else None


def _led_to(sentence: Sentence, fighting: Cue, truce: Cue) -> bool:
    """«غداة سريان الهدنة إثر حملة قصف»: what a clause of time behind the truce tells came before it."""
    openers = sentence.cues.within(truce.last + 1, fighting.first, CueKind.OPENER)
    return any(sentence.words.is_a("after", cue.first) for cue in openers)


def fighting_inside(
    sentence: Sentence, truce: Cue | None, areas: Sequence[Resolution], own: Collection[int] = ()
) -> Cue | None:  # fmt: skip
    """The attack that a sentence tells of on a place inside of a truce's areas, the names that start at words `own` aside."""
    if not sentence.places or not sentence.cues.any_within(sentence.first, sentence.last, (CueKind.CONFLICT,)):
        return None
    inside = [r for r in sentence.places if r.mention.first not in own and lies_inside(sentence, r, areas)]
    for fighting in attacks(sentence, truce) if truce and inside else ():
        left_out = sentence.cues.within(fighting.last + 1, sentence.last, CueKind.EXCLUSION)  # «وهو غير مشمول بها»
        if left_out or _had_come_before(sentence, fighting) or (truce and _came_first(sentence, truce, fighting)):
            continue
        if any(_hits(sentence, fighting, r) for r in inside):
            return fighting
    return None


def _came_first(sentence: Sentence, truce: Cue, fighting: Cue) -> bool:
    """«بدأت هدنة في إدلب، بعد مقتل مدنيين في غارات على خان شيخون», "a truce is holding, a day after raids on the town"."""
    clause = sentence.clause_at(fighting.first)
    if clause.relation != "time" or clause.opener is None or truce.last >= clause.first:
        return False
    main = [c for c in sentence.clauses if c.last < clause.first and not c.relation]
    told = [cue for c in main for cue in sentence.cues_in(c, CueKind.STATUS)]
    told = [cue for cue in told if cue.first > truce.last + 1 or sentence.words.texts[cue.last] not in _ATTRIBUTES]
    of_it = any(cue.value != "undone" for cue in sentence.cues_in(clause, CueKind.STATUS))
    if of_it or not told or any(cue.value not in _STANDS for cue in told):  # "hours after it began shells hit …"
        return False  # «مخاوف على الهدنة بعد اشتباكات», "broke it after shelling …"
    return any(sentence.words.is_a("after", i) for i in range(clause.opener.first, clause.opener.last + 1))


def _had_come_before(sentence: Sentence, fighting: Cue) -> bool:
    """In "strikes had killed dozens in Tyre" it is told of what went before the news; in "he said they had shelled Tyre" it is
    the news. In Arabic «وقبل ذلك بساعات», «قبل سريانها» say so."""
    texts = sentence.words.texts
    if not sentence.words.is_english(fighting.first):
        return any(_is_before_start(sentence, i) for i in range(sentence.first, sentence.last))
    if _is_before_its_start(sentence, fighting):
        return True
    near = (*texts[max(fighting.first - 3, sentence.first) : fighting.first], *texts[fighting.last + 1 : fighting.last + 3])
    said = sentence.cues.within(sentence.first, fighting.first - 1, CueKind.SPEECH)
    return "had" in near and all(texts[cue.first] == "had" for cue in said) and not sentence.cues.within(
        sentence.first, sentence.last, CueKind.TRUCE, CueKind.ATTRIBUTION
    )  # fmt: skip


def _is_before_its_start(sentence: Sentence, fighting: Cue) -> bool:
    """ "Shelling killed three people hours before it took effect", "before the truce began". English only."""
    words = sentence.words
    for clause in sentence.clauses:
        opener = clause.opener if clause.relation == "time" and clause.first > fighting.last else None
        if opener is None or not words.is_a("before", opener.last) or opener.last >= clause.last:
            continue
        starts = [cue for cue in sentence.cues_in(clause, CueKind.STATUS) if cue.value in _STARTS]
        if starts and (words.texts[opener.last + 1] == _IT or sentence.cues_in(clause, CueKind.TRUCE)):
            return True
    return False


def _is_before_start(sentence: Sentence, word: int) -> bool:
    """True for a «قبل» before what has just been told, or before the start of a truce."""
    if sentence.words.texts[word].removeprefix("و").removeprefix("ف") not in sentence.words.classes["before"]:
        return False
    behind = range(word + 1, min(word + _START_REACH, sentence.last) + 1)
    starts = sentence.cues.within(behind.start, behind.stop - 1, CueKind.STATUS, CueKind.TRUCE)
    kinds = [cue.kind is CueKind.TRUCE or cue.value in _STARTS for cue in starts]
    this = any(sentence.words.texts[i] in _THIS for i in behind)
    return this or (bool(kinds) and kinds[0])


def _hits(sentence: Sentence, fighting: Cue, place: Resolution) -> bool:
    """«قصف على درعا», «قصفت قوات النظام أحياء في درعا», «قصف نفذته قوات الحكومة، الجمعة، على درعا»: who attacked and when
    may come before the place, but no other place; «الهجوم على معقل المعارضة في إدلب» says first what was hit."""
    reach = place.mention.first - fighting.last
    if reach < 0:
        return _suffers(sentence, place, fighting)
    if not _FOUGHT_REACH < reach <= _FOUGHT_FAR_REACH:
        return 0 <= reach <= _FOUGHT_REACH
    before = sentence.preposition(sentence.edge(place, fighting.last + 1) - 1)
    if before is None:
        return False
    between = [r for r in sentence.read.resolutions if fighting.last < r.mention.first < before.first]
    if any(r.role is not Role.ACTOR for r in between) or sentence.cues.within(
        fighting.last + 1, before.first - 1, CueKind.LOCATIVE
    ):
        return False
    attackers = [c for c in sentence.cues.within(fighting.last + 1, before.first - 1, CueKind.CONFLICT) if not c.value]
    articles = [i for i in range(fighting.last + 1, before.first) if sentence.words.is_a("article", i)]
    return not before.value or (before.value == "in" and reach - len(attackers) - len(articles) <= _FOUGHT_REACH)


def _suffers(sentence: Sentence, place: Resolution, fighting: Cue) -> bool:
    """«تعرضت دوما لقصف»: the place stands before the fighting."""
    first = max(sentence.first, place.mention.first - _SUFFERING_REACH)
    verbs = sentence.cues.within(first, place.mention.first - 1, CueKind.LIGHT_VERB)
    suffers = any(sentence.words.is_a("suffers", cue.first) for cue in verbs)
    return suffers and "ل" in fighting.prefixes and fighting.first - place.mention.last <= _FOUGHT_FAR_REACH


def hit_places(sentence: Sentence) -> list[Resolution]:
    """The first places that the attacks of a sentence hit: one, or those that are named with it."""
    fights = attacks(sentence, None)
    hit = next((r for r in sentence.places if any(_hits(sentence, fighting, r) for fighting in fights)), None)
    return in_group(hit, sentence.places) if hit else []


def hits_first(sentence: Sentence, places: Sequence[Resolution], truce: Cue) -> bool:
    """True if an attack hits the first of some places."""
    reach = [places[0].mention.first - fighting.last for fighting in attacks(sentence, truce)]
    return any(0 <= distance <= _FOUGHT_REACH for distance in reach)
