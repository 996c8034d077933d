"""The claims of a text, clause by clause."""

from __future__ import annotations

from collections.abc import Sequence

from geo.claim.accord import breaks_accord
from geo.claim.answering import find_answers
from geo.claim.antecedent import leave_to_home, leave_to_town, left_without_verb, reject_baseless, tells_of_denied, told_of
from geo.claim.background import tell_background_apart, without_chronicle
from geo.claim.breaking import break_by_fighting, find_breaches
from geo.claim.calming import is_calmed_by
from geo.claim.contrast import tell_places_apart
from geo.claim.doubt import find_doubt
from geo.claim.entry import date_by_entry
from geo.claim.extension import leave_old_ends
from geo.claim.failing import failed_talks
from geo.claim.figurative import is_figurative
from geo.claim.heading import place_by_heading
from geo.claim.lasting import find_last_days
from geo.claim.leaving import complete_departures, place_departures, widen_terms
from geo.claim.likely import find_likely_places, told_by_words, told_without_a_name
from geo.claim.likewise import find_likewise
from geo.claim.onset import date_end, find_onset
from geo.claim.pair import find_pair, tell_pair_apart
from geo.claim.predecessor import find_predecessors
from geo.claim.predicate import find_predicate
from geo.claim.questioning import answered, date_by_answer
from geo.claim.recalled import recall_departures
from geo.claim.record import NEARBY_SENTENCES, Claim
from geo.claim.refusal import take_refusals
from geo.claim.renewal import tell_renewed_apart
from geo.claim.sharing import share_statuses, talks_about
from geo.claim.sponsor import find_states
from geo.claim.term import find_dates, find_type, last_day
from geo.claim.unplaced import speaks_of_status
from geo.coverage import Coverage
from geo.coverage.decree import find_decreed
from geo.coverage.elsewhere import topic
from geo.coverage.enactment import as_status, implements
from geo.coverage.enumeration import count_zones
from geo.coverage.evacuation import accords_on_leaving, evacuates, have_left, is_gone, left_beside, under_way
from geo.coverage.finding import find_coverage
from geo.coverage.focus import find_focus
from geo.coverage.inroad import is_inroad
from geo.coverage.seizure import is_taken
from geo.coverage.standing import find_standing, is_whereabouts
from geo.coverage.territory import covers_territory, is_declared_safe, parts_fighters, settles_towns
from geo.cue import SETTLEMENT, Cue, CueKind
from geo.edtf import Edtf
from geo.status.acceptance import accepted_after_all
from geo.status.anaphora import taken_up
from geo.status.application import applied_from, in_its_days, not_applied
from geo.status.breach import hits_first, status_in_spite
from geo.status.closing import declared_over
from geo.status.decision import decision_meant, decreed_status
from geo.status.fighting import tells_of_attack
from geo.status.finding import SOFT, find_status, not_begun, tells_of_earlier_attempts
from geo.status.former import is_earlier, is_over_since, is_told_of_before, tells_of_predecessors
from geo.status.interruption import went_on
from geo.status.likelihood import StatusLikelihood
from geo.status.modality import is_ahead
from geo.status.naming import (
    antecedent,
    is_definite,
    is_plural,
    is_presupposed,
    is_unnamed,
    kept_by,
)
from geo.status.offer import refused_offer
from geo.status.outcome import FARES
from geo.status.resumption import told_after
from geo.status.several import tells_of_several
from geo.status.talks import TALK
from geo.syntax.clause import Clause
from geo.syntax.read_text import ReadText
from geo.syntax.sentence import Sentence, sentences
from geo.toponym.resolution import Resolution

_WHO = "who"
_LEAVERS_REACH = 2  # words from «غادر» to «من رفض»: «كل»
_FIRST, _SIMILAR = "first", "similar"
_IMPERFECT = ("ي", "ت", "س")  # first letters of a verb that tells of what goes on or is to come
_SAYS_IN_CLAUSE = (CueKind.TRUCE, CueKind.AGREEMENT, CueKind.STATUS, CueKind.COVERAGE, CueKind.EXCLUSION)
_SAYS_IN_SENTENCE = (CueKind.EVACUATION, CueKind.IMPLEMENTING, CueKind.DECISION)


def find_claims(read: ReadText, published: Edtf | None, likelihood: StatusLikelihood) -> tuple[Claim, ...]:
    """The claims of a text, in its order; () for a text that speaks of no truce, or of one between doctors and a ministry."""
    if is_figurative(read):
        return ()
    told = tuple(sentences(read))
    if not any(read.cues.firsts(kind) for kind in (CueKind.TRUCE, CueKind.AGREEMENT)):
        at_war = any(read.cues.firsts(kind) for kind in (CueKind.CONFLICT, CueKind.EVACUATION))
        if recalled := recall_departures(told, (), published)[0]:
            return tuple(recalled)
        return failed_talks(told) or told_without_a_name(told, likelihood) if at_war else ()
    claims = _claims_in(told, published)
    find_last_days(told, claims)
    claims = [claim for claim in claims if not tells_of_denied(claim, claims)]
    reject_baseless(claims, read)
    leave_to_town(claims, read)
    leave_to_home(claims, read)
    place_departures(told, claims)
    widen_terms(told, claims)
    if not any(claim.areas for claim in claims):
        claims += failed_talks(told)
        find_likely_places(told, claims, likelihood)
    if not any(claim.areas or claim.likely_places for claim in claims):
        spoke = {claim.clause.sentence for claim in claims}
        said = [c.clause.sentence for c in claims if c.says_of_truce and c.told_as_fact and not c.earlier]
        until = min(said, default=len(told))  # "The ceasefire held. In Tripoli, gangs clashed": that is of no truce
        unread = [sentence for sentence in told if sentence.number not in spoke and sentence.number < until]
        claims = sorted([*claims, *told_by_words(unread, likelihood)], key=lambda claim: claim.clause.first)
    claims = without_chronicle(tell_background_apart(claims, read, published), read, published)
    tell_renewed_apart(claims, read)
    take_refusals(claims, read)
    before = find_predecessors(told, claims, published)
    claims = [*(c for c in claims if c.areas or c.clause.sentence not in {b.clause.sentence for b in before}), *before]
    told_now = (c for c in claims if (c.truce or c.status) and not c.earlier and not c.coverage.calm)
    if not any(told_now):
        for claim in claims:  # a truce is one of before only where the text tells of another
            claim.earlier = False
    claims = [claim for claim in claims if not claim.coverage.calm or is_calmed_by(claim, claims, read)]
    claims += [*complete_departures(told, claims), *find_breaches(told, claims, published)]
    recalled, mended = recall_departures(told, claims, published)
    evacuated = any(evacuates(read, cue) for cue in read.cues.of(CueKind.EVACUATION))  # a withdrawal roadmap is no truce
    bused = any(cue.value == "evacuees" for cue in read.cues.of(CueKind.DEPLOYMENT))
    settled = read.cues.of(CueKind.AGREEMENT) and (bused or (evacuated and read.cues.of(CueKind.CONFLICT)))
    settlements = [c.coverage for c in claims if c.truce and (c.truce.value == SETTLEMENT or c.coverage.answers)]
    territory = settles_towns(read, settlements) or covers_territory(read, [claim.coverage for claim in claims])
    fought_out = any(c.truce and parts_fighters(read, c.truce, c.areas) for c in claims)
    if settled or read.cues.of(CueKind.TRUCE) or territory or fought_out or mended:
        return (*claims, *recalled)
    if broken := (*(claim for claim in claims if breaks_accord(told, claim)), *recalled):
        return broken
    return failed_talks(told) or told_without_a_name(told, likelihood)


def _claims_in(told: Sequence[Sentence], published: Edtf | None) -> list[Claim]:
    """The claims of all sentences, in order, each read beside those before it."""
    claims: list[Claim] = []
    placed: int | None = None  # the last sentence that places a truce: one without a place, shortly behind, goes on with it
    question, asked = None, list[Claim]()
    for sentence in told:
        alone = placed is None or sentence.number - placed > NEARBY_SENTENCES
        of_sentence = _claims_of(sentence, alone=alone)
        if question:
            date_by_answer(question, claims, sentence)
            of_sentence = [*answered(question, asked, sentence), *of_sentence]
        question = sentence if sentence.is_question else None
        asked = _claims_of(sentence, alone=alone, asked=True) if sentence.asks else []
        for claim in of_sentence:
            date_by_entry(sentence, claim, published)
        tell_places_apart(sentence, of_sentence, claims)
        tell_pair_apart(of_sentence, claims)
        place_by_heading(sentence, of_sentence, claims)
        placed = sentence.number if any(claim.areas for claim in of_sentence) else placed
        claims += of_sentence
    return claims


def _claims_of(sentence: Sentence, *, alone: bool, asked: bool = False) -> list[Claim]:
    """The claims of a sentence; of a question that leaves open whether they are so with `asked` alone."""
    if not (sentence.speaks_of_truce or sentence.continues) or sentence.figurative or (sentence.asks and not asked):
        return []
    named = sentence.cues.within(sentence.first, sentence.last, CueKind.TRUCE, CueKind.AGREEMENT)
    if named and all(is_whereabouts(sentence, cue) for cue in named):
        return []
    found: list[Claim] = []
    counted = count_zones(sentence)
    answers = [*find_answers(sentence), *find_likewise(sentence), *find_pair(sentence)]
    for number, clause in enumerate(sentence.clauses):
        if counted and _counts(clause, counted):
            if not any(claim.coverage is counted for claim in found):
                found.append(_enumerated(sentence, number, counted))
            continue
        if given := [answer for answer in answers if clause.first <= answer.status.first <= clause.last]:
            found += [_placed_claim(sentence, number, answer.coverage, answer.truce, answer.status) for answer in given]
            continue
        if says_nothing(sentence, number) or is_taken(sentence, clause):
            continue
        if clause.relation == "relative" and not _is_passive(sentence, clause) and topic(sentence, number):
            continue  # the background of a place of which the sentence says something else
        listing = any(claim.coverage.verb for claim in found)
        claim = _claim(sentence, number, listing=listing)
        if claim:
            found.append(claim)
    share_statuses(sentence, found)
    _find_focus(sentence, found, alone=alone)
    for claim in found:
        if not claim.coverage.likewise:
            break_by_fighting(sentence, claim)
        date_end(claim)
    leave_old_ends(sentence, found)
    return found


def _is_passive(sentence: Sentence, clause: Clause) -> bool:
    """«التي يشملها الاتفاق»: a clause that says of a place that it is covered."""
    return any(cue.value in ("covered", "within") for cue in sentence.cues_in(clause, CueKind.COVERAGE))


def _counts(clause: Clause, counted: Coverage) -> bool:
    """True for a clause that holds one of the zones that its sentence counts off."""
    return any(clause.first <= r.mention.first <= clause.last for item in counted.items for r in item)


def _enumerated(sentence: Sentence, number: int, counted: Coverage) -> Claim:
    """The claim that a truce named before, or at the start of the clause, covers the zones that are counted off."""
    clause = sentence.clauses[number]
    named = sentence.cues_in(clause, CueKind.TRUCE, CueKind.AGREEMENT)
    claim = _claim(sentence, number, listing=False, named=True) if named and named[0].last < counted.heads[0] else None
    if claim:
        claim.coverage = counted
        return claim
    return _placed_claim(sentence, number, counted, None, None)


def _placed_claim(sentence: Sentence, number: int, coverage: Coverage, truce: Cue | None, status: Cue | None) -> Claim:
    """The claim of the clause `number` whose places, truce and status are known."""
    clause = sentence.clauses[number]
    first, last = find_predicate(sentence, clause, coverage, status, truce)
    claim = Claim(
        clause=clause, first=first, last=last, coverage=coverage, truce=truce, status=status, own_status=status is not None,
        type=find_type(sentence, clause) if truce else None, dates=find_dates(sentence, clause), unbroken=coverage.likewise,
        onset=find_onset(sentence, clause, status, in_spite=False),
    )  # fmt: skip
    find_doubt(sentence, number, claim)
    return claim


def says_nothing(sentence: Sentence, number: int) -> bool:
    """True for a clause of which it is plain, without looking at its places, that `_claim` makes nothing of it: it names no
    truce, status or coverage, goes on with no other clause, and its sentence tells of nothing that is done under a truce."""
    clause, cues = sentence.clauses[number], sentence.cues
    return not (
        cues.any_within(clause.first, clause.last, _SAYS_IN_CLAUSE)
        or cues.any_within(sentence.first, sentence.last, _SAYS_IN_SENTENCE)
        or clause.relation in ("apposition", "correction")
        or left_without_verb(sentence, number)
    )


def _find_focus(sentence: Sentence, found: list[Claim], *, alone: bool) -> None:
    """Places the first truce of a sentence whose clauses place none; one that is only named is a claim if it has a place."""
    if not sentence.cues.any_within(sentence.first, sentence.last, (CueKind.TRUCE, CueKind.AGREEMENT)):
        return
    _find_standing(sentence, found)
    _find_decreed(sentence, found)
    if any(claim.areas for claim in found):
        return
    left_out = {r.area for claim in found for r in claim.coverage.excluded}
    for number, clause in enumerate(sentence.clauses):
        taken = is_taken(sentence, clause)
        truces = [] if taken else sentence.cues_in(clause, CueKind.TRUCE) or accords_on_leaving(sentence, clause)
        places = find_focus(sentence, truces[0], alone=alone) if truces else []
        if places and not left_out & {r.area for r in places}:
            of_clause = [claim for claim in found if claim.clause is clause]
            if any(c.negated and c.status and c.status.value == "proposed" for c in of_clause):
                continue  # «ولم يعلق على دعوة إلى هدنة»
            if any(c.earlier and c.status and c.status.value == "ended" for c in of_clause):
                continue  # "an earlier truce for the same districts collapsed": it was where the one of today is
            broken = any(claim.in_spite for claim in of_clause) and tells_of_attack(sentence, clause)
            if clause.relation == "concession" and not broken and sentence.cues_in(clause, CueKind.DECISION):
                continue  # «المعركة مستمرة رغم قرار الهدنة»: it says not where that holds
            if talks_about(clause, found, places):
                return
            claim = _placed(sentence, found, number, places)
            if claim:
                claim.coverage.fought = claim.in_spite or hits_first(sentence, places, truces[0])
                known = is_definite(sentence.words, sentence.cues, truces[0])
                claim.coverage.guessed = places[0] in (sentence.read.places if known else sentence.elsewhere)
                return


def _placed(sentence: Sentence, found: list[Claim], number: int, places: list[Resolution]) -> Claim | None:
    """The claim of the sentence's clause `number`, with places; made where the clause only names a truce. None without any."""
    clause = sentence.clauses[number]
    claim = next((claim for claim in found if claim.clause is clause), None)
    if places and claim is None:
        claim = _claim(sentence, number, listing=False, named=True)
        found += [claim] if claim else []
    if claim and places:
        claim.coverage.items = [places]
    return claim if places else None


def _find_standing(sentence: Sentence, found: list[Claim]) -> None:
    """Places the truces of past wars, which are in force unless the text says that they are broken or over; an army that
    comes into the zone between the sides breaks them."""
    for number, clause in enumerate(sentence.clauses):
        for truce in sentence.cues_in(clause, CueKind.TRUCE):
            own = [r for claim in found if claim.clause is clause for r in claim.areas]
            entered = is_inroad(sentence, truce)
            places = find_standing(sentence, truce, own) or (own if entered else [])
            claim = _placed(sentence, found, number, places)
            if claim:
                claim.truce, claim.stands = truce, True
                if not claim.status or not _is_undone(claim.status, truce):
                    value = "violated" if entered else "in_force"
                    claim.status, claim.own_status = truce._replace(kind=CueKind.STATUS, value=value), True
                    claim.negated, claim.modality = False, "asserted"


def _is_undone(status: Cue, truce: Cue) -> bool:
    """«خرقت الهدنة», «انتهت الهدنة»; «انتهت الحرب بهدنة» is how it came about."""
    return status.value == "violated" or (status.value in ("ended", "suspended") and "ب" not in truce.prefixes)


def _find_decreed(sentence: Sentence, found: list[Claim]) -> None:
    """Places what the Security Council demands, where its clause does not say where it holds; fighting that it did not prevent
    says no more than that it is broken."""
    decided = sentence.cues.firsts(CueKind.DECISION)
    for number, clause in enumerate(sentence.clauses if decided else ()):
        for truce in sentence.cues_in(clause, CueKind.TRUCE)[:1]:
            named = [r for c in found if c.clause is clause and not c.coverage.fought for r in c.areas]
            own, places = {r.area for r in named}, find_decreed(sentence, truce, named)
            claim = None if own - {r.area for r in places} else _placed(sentence, found, number, places)
            if claim:
                claim.coverage.fought, claim.decreed = False, True
                if status := decreed_status(sentence, truce, claim.status, placed=bool(own)):
                    claim.status, claim.own_status = status, True


def _claim(sentence: Sentence, number: int, *, listing: bool, named: bool = False) -> Claim | None:
    """What the sentence's clause `number` says; None if nothing. `named` if it is enough that it names a truce."""
    clause = sentence.clauses[number]
    truces = sentence.cues_in(clause, CueKind.TRUCE, CueKind.AGREEMENT)
    truces = [cue for cue in truces if not is_unnamed(sentence, cue)] or truces
    truce = kept_by(sentence, truces) if truces else left_without_verb(sentence, number) or decision_meant(sentence, clause)
    truce = truce or told_of(sentence, clause)
    after, unapplied = told_after(sentence, clause, truce), not_applied(sentence, clause, truce)
    english = sentence.words.is_english(clause.first)
    broken = None if after and english else status_in_spite(sentence, clause, truce)  # what was resumed breaks nothing any more
    status = broken or after or unapplied or _status_told(sentence, clause, truce)
    status = (goes_on := under_way(sentence, clause, truce, status)) or status or not_begun(sentence, clause, truce)
    answered = refused_offer(sentence, number, status, truce) or accepted_after_all(sentence, status, truce)
    status = answered or in_its_days(sentence, truce, status) or status
    coverage = find_coverage(sentence, number, status, truce, listing=listing)
    truce = truce or (taken_up(sentence, status) if status and status.value in FARES else None)
    if truce and truce.value == SETTLEMENT:
        _leave_out_countries(sentence, coverage)
    kept_out = status is not None and _keeps_out(sentence, status, coverage)
    if kept_out or (coverage.verb and not truces and status and _is_behind(sentence, status, coverage)):
        status = None
    implementing = None if kept_out else coverage.implementing or implements(sentence, truce)
    carried_out = implementing is not None and not unapplied and _may_be_applied(sentence, status)
    if implementing and carried_out:
        status = as_status(clause, coverage.items, implementing, ahead=is_ahead(sentence, number))
    covers = bool(coverage.items or coverage.excluded)
    status = status or (coverage.seen and coverage.seen._replace(kind=CueKind.STATUS, value="in_force"))
    if truce and not status and have_left(sentence, clause, truce):
        status, carried_out = truce._replace(kind=CueKind.STATUS, value="in_force"), True
    status = status or (goes_on := left_beside(sentence, number, truce, coverage.items, in_exchange=coverage.refers_back))
    if _leaves_it_open(sentence, number, truce, status):
        return None
    former = is_over_since(sentence, clause, truce, status)
    if former and status:
        status = status._replace(value="ended")
    elif tells_of_earlier_attempts(sentence, clause, status) or tells_of_predecessors(sentence, clause, status):
        return None
    over = status is not None and status.value == "ended"
    failed = over and not english
    many = truce and is_plural(sentence, truce) and not tells_of_several(sentence, status)
    many = many and (not covers or failed or coverage.fought or _are_of_the_past(sentence, clause, status))
    if not former and (many or (not covers and not (over and english) and is_earlier(sentence, clause, truce))):
        return None
    if not covers and not named and not speaks_of_status(sentence, clause, status, truce):
        return None
    first, last = find_predicate(sentence, clause, coverage, status, truce)
    named_truce = truce if broken or not _is_within(status, truce) else None  # "earlier truces did not stop fighting"
    claim = Claim(
        clause=clause, first=first, last=last, coverage=coverage, truce=truce, type=find_type(sentence, clause), status=status,
        own_status=status is not None, in_spite=broken is not None, under_agreement=carried_out,
        evacuated=(carried_out and _has_been_left(sentence, clause, truce)) or is_gone(sentence, status, goes_on),
        dates=find_dates(sentence, clause), last_day=last_day(sentence, clause, truce) if truce else None,
        onset=find_onset(sentence, clause, status, in_spite=broken is not None), earlier=former
        or is_earlier(sentence, clause, named_truce, called=not english)
        or (failed and is_told_of_before(sentence, clause, named_truce)),
        presupposed=is_presupposed(sentence, truce or antecedent(sentence, clause)),
    )  # fmt: skip
    find_doubt(sentence, number, claim)
    claim.negated = claim.negated and claim.status is not unapplied
    find_states(sentence, claim)
    return claim


def _status_told(sentence: Sentence, clause: Clause, truce: Cue | None) -> Cue | None:
    apart = declared_over(sentence, clause, truce) or applied_from(sentence, clause, truce)
    return apart or find_status(sentence, clause, truce)


def _is_within(status: Cue | None, truce: Cue | None) -> bool:
    """True for a status and a truce that share a word."""
    return status is not None and truce is not None and status.first <= truce.last and truce.first <= status.last


def _leave_out_countries(sentence: Sentence, coverage: Coverage) -> None:
    """A settlement in a whole country is a political one."""
    is_country = sentence.read.gazetteer.is_country
    coverage.items = [towns for item in coverage.items if (towns := [r for r in item if not is_country(r.area)])]


def _has_been_left(sentence: Sentence, clause: Clause, truce: Cue | None) -> bool:
    """True where fighters leave under an agreement; not under «هدنة محلية لا تزال سارية»."""
    leaving = any(evacuates(sentence.read, cue) for cue in sentence.cues_in(clause, CueKind.EVACUATION))
    said = sentence.cues.within(truce.last + 1, sentence.last, CueKind.STATUS) if truce else []
    return leaving and not any(cue.value == "in_force" for cue in said)


def _leaves_it_open(sentence: Sentence, number: int, truce: Cue | None, status: Cue | None) -> bool:
    """True for a clause whose truce is no more than a town that is called safe, and for a status that is waited for, feared,
    over again, or that only says who somebody is."""
    clause = sentence.clauses[number]
    if truce and is_declared_safe(sentence, clause, truce, status):
        return True
    if status is None:
        return False
    if went_on(sentence, clause, status) or (status.value == "ended" and _is_waited_for(sentence, number, status)):
        return True
    if status.value == "rejected" and _names_leavers(sentence, status):
        return True
    if clause.relation == "fear" and status.value in SOFT:  # «خوفا من إبرام اتفاقات»
        return True
    # "fighters who refused the deal will leave"
    return status.value == "rejected" and clause.relation == "relative" and sentence.words.texts[clause.first] == _WHO


def _names_leavers(sentence: Sentence, refusal: Cue) -> bool:
    """«غادر من رفض التسوية»: who left, and no answer. Arabic only."""
    who = refusal.first - 1
    arabic = who > sentence.first and not sentence.words.is_english(who)
    leaving = sentence.cues.within(who - 1 - _LEAVERS_REACH, who - 1, CueKind.EVACUATION) if arabic else []
    return bool(leaving) and sentence.words.is_a("who", who)


def _is_waited_for(sentence: Sentence, number: int, status: Cue) -> bool:
    """«ويدخل الجيش البلدة بعد خروج آخر دفعة», «وبعد خروج الدفعة الأخيرة تدخل الشرطة»: what an imperfect waits for has not come.
    Arabic only."""
    clause = sentence.clauses[number]
    moving_in = sentence.cues.starting(CueKind.DEPLOYMENT, status.last + 1)
    if clause.relation == "time" and moving_in and clause.first == sentence.first:
        return sentence.words.texts[moving_in.first].startswith(_IMPERFECT[:2])
    first = sentence.words.texts[sentence.clauses[number - 1].first].removeprefix("و") if number else ""
    noun = sentence.cues.starting(CueKind.EVACUATION, status.first) is not None
    return clause.relation == "time" and noun and first.startswith(_IMPERFECT) and not first.isascii()


def _may_be_applied(sentence: Sentence, status: Cue | None) -> bool:
    """False where a word says otherwise; in «وافقوا على الخروج بموجب اتفاق» what was only agreed to is not done yet."""
    if status is None:
        return True
    promised = status.value == "agreed" and sentence.words.is_a("consents", status.first, status.offset)
    return status.value in SOFT and not promised


def _keeps_out(sentence: Sentence, status: Cue, coverage: Coverage) -> bool:
    """«ولم تدخل جوبر ضمن الهدنة»: a verb whose denial says where a truce is not says nothing of how it stands."""
    out = coverage.excluded[0].mention.first if coverage.excluded and not coverage.items else sentence.first
    return status.last < out and sentence.is_negated(status) and sentence.words.is_a("enters_accord", status.first)


def _is_behind(sentence: Sentence, status: Cue | None, coverage: Coverage) -> bool:
    """«يشمل دوما، مع رفض التهجير»: a status behind the places is said of something else; in English a verb right behind them
    ends the relative clause: "the truce, which covered all of Yemen, did not last"."""
    if not coverage.items or status is None:
        return False
    last = coverage.items[-1][-1].mention.last
    closes = status.first == last + 1 and sentence.words.is_english(status.first) and status.value == "ended"
    return status.first > last and not closes


def _are_of_the_past(sentence: Sentence, clause: Clause, status: Cue | None) -> bool:
    """In "deals like it were made in Homs years ago", "truces in Homs have often been broken" none is the text's own matter.
    English only; the first ones may be those of today, and so are similar ones that are said to be there, or talked about."""
    if not sentence.words.is_english(clause.first) or (status is not None and status.value in TALK):
        return False
    today = (_FIRST, _SIMILAR) if status else (_FIRST,)
    return any(sentence.words.texts[cue.first] not in today for cue in sentence.cues_in(clause, CueKind.EARLIER))
