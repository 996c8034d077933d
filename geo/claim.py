"""Claims: what one clause says of a truce — where, with which status, under which doubt. Not yet joined over the text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from geo.agreement import AgreementType
from geo.clause import Clause
from geo.coverage import Coverage, find_coverage, topic
from geo.cue import Cue, CueKind
from geo.resolution import Reading, Resolution
from geo.sentence import ReadText, Sentence
from geo.timex import Timex

_NEGOTIATOR_REACH = 4  # words around «محادثات» in which those who talk are named
_COMPLEMENT_REACH = 3  # words between the nouns of one complement: «اتفاق مناطق خفض التصعيد»
_SPONSOR_REACH = 6  # words behind «برعاية» in which the states stand
_HYPHENATED_REACH = 3  # words before "-brokered" that are hyphenated to it
_CREATION_REACH = 3  # words between «اتفاق» and «إنشاء»
_NOT_REACHED = ("proposed", "negotiating", "rejected", "reaching")
_BEGINNING_REACH = 2  # words between «بدأت» and the truce that began
_SOFT = ("begun", "announced", "agreed", "in_force", "extended")  # statuses that a word before the truce does not rule out
_HANGING_REACH = 8  # words of a clause before a status that hangs on them
_IMPERFECT = ("ي", "ت")  # first letters of an Arabic verb in the imperfect, third person


@dataclass(kw_only=True)
class Claim:
    """What one clause says. [first, last] are the words of the predicate and all that belongs to it; `truce` is the noun
    that names the truce; `status` the word that gives its status, taken from another clause if `own_status` is False.
    `dates` are the clause's date expressions, each with what it dates ("signed", "effective", "until", "expected", None).
    """

    clause: Clause
    first: int
    last: int
    coverage: Coverage
    truce: Cue | None
    type: AgreementType | None
    status: Cue | None
    own_status: bool
    negated: bool = False
    modality: str = "asserted"
    attribution: tuple[int, int] | None = None
    dates: list[tuple[Timex, str | None]] = field(default_factory=list)
    sponsors: list[str] = field(default_factory=list)
    guarantors: list[str] = field(default_factory=list)
    events: list[str] = field(default_factory=list)

    @property
    def areas(self) -> list[Resolution]:
        """All covered mentions, in the order of the text."""
        return [resolution for item in self.coverage.items for resolution in item]

    @property
    def says_of_truce(self) -> bool:
        """True if its status is said of the truce that its clause names, and not of talks or a war beside it."""
        if not self.truce or not self.status or self.truce.kind is not CueKind.TRUCE:
            return False
        behind = self.clause.first <= self.truce.first and self.truce.last < self.status.first
        fares = behind and self.status.value in ("in_force", "violated", "ended")
        return fares or self.first <= self.truce.first <= self.last

    @property
    def continues(self) -> bool:
        """True if it goes on with a truce that the text has named: its own clause names none."""
        return self.coverage.refers_back or (self.coverage.verb is not None and self.truce is None)


def find_claims(read: ReadText) -> tuple[Claim, ...]:
    """The claims of a text, in its order; () for a text that speaks of no truce, or of one between doctors and a ministry."""
    figurative = read.cues.of(CueKind.FIGURATIVE) and not read.cues.of(CueKind.CONFLICT)
    settled = read.cues.of(CueKind.AGREEMENT) and read.cues.of(CueKind.EVACUATION) and read.cues.of(CueKind.CONFLICT)
    if figurative or not (settled or read.cues.of(CueKind.TRUCE)):
        return ()
    return tuple(claim for sentence in read.sentences() for claim in _claims_of(sentence))


def _claims_of(sentence: Sentence) -> list[Claim]:
    if sentence.figurative or not (sentence.speaks_of_truce or sentence.continues):
        return []
    found: list[Claim] = []
    for number, clause in enumerate(sentence.clauses):
        passive = any(cue.value == "covered" for cue in sentence.cues_in(clause, CueKind.COVERAGE))
        if clause.relation == "relative" and not passive and topic(sentence, number):
            continue  # the background of a place of which the sentence says something else
        listing = any(claim.coverage.verb for claim in found)
        claim = _claim(sentence, number, listing)
        if claim:
            found.append(claim)
    _share_statuses(sentence, found)
    return found


def _claim(sentence: Sentence, number: int, listing: bool) -> Claim | None:
    clause = sentence.clauses[number]
    truces = sentence.cues_in(clause, CueKind.TRUCE, CueKind.AGREEMENT)
    truce = truces[0] if truces else _resumed(sentence, number)
    status = _status_in_spite(sentence, clause, truce) or _status(sentence, clause, truce)
    coverage = find_coverage(sentence, number, status, truce, listing=listing)
    if coverage.implementing and (not status or status.value in _SOFT):
        status = _carried_out(clause, coverage)
    covers = bool(coverage.items or coverage.excluded)
    if not covers and _is_earlier(sentence, clause, truce):
        return None
    if not covers and not _speaks_of_status(sentence, clause, status, truce):
        return None
    first, last = _predicate(sentence, clause, coverage, status, truce)
    claim = Claim(
        clause=clause, first=first, last=last, coverage=coverage, truce=truce, type=_type(sentence, clause), status=status,
        own_status=status is not None, dates=_dates(sentence, clause),
    )  # fmt: skip
    _find_doubt(sentence, number, claim)
    _find_states(sentence, claim)
    return claim


def _resumed(sentence: Sentence, number: int) -> Cue | None:
    """«The truce, which began on Friday, is holding in Homs»: the truce that the clause before a relative one leaves without
    a verb is what the clause behind it speaks of. English only: an Arabic sentence has its verb first."""
    clause = sentence.clauses[number]
    if number < 2 or clause.relation or not sentence.words.texts[clause.first].isascii():
        return None
    bare, relative = sentence.clauses[number - 2], sentence.clauses[number - 1]
    if relative.relation != "relative" or sentence.cues_in(bare, CueKind.STATUS, CueKind.COVERAGE, CueKind.SPEECH):
        return None
    truces = sentence.cues_in(bare, CueKind.TRUCE, CueKind.AGREEMENT)
    return truces[0] if truces else None


# --- which status --------------------------------------------------------------------------------------------------------


def _status_in_spite(sentence: Sentence, clause: Clause, truce: Cue | None) -> Cue | None:
    """«رغم الهدنة، شنّ …», «قصف … رغم الهدنة»: what happened in spite of a truce was fighting, so the truce was broken.

    Fighting in spite of calls for a truce («رغم مناشدات») broke none.
    """
    if clause.relation != "concession" or not clause.opener or not truce:
        return None
    before = sentence.cues.within(clause.first, truce.first - 1, CueKind.STATUS)
    behind = sentence.cues.within(truce.last + 1, sentence.last, CueKind.CONFLICT)
    fighting = behind or sentence.cues.within(sentence.first, clause.first - 1, CueKind.CONFLICT)
    if not fighting or any(cue.value in _NOT_REACHED for cue in before):
        return None
    return replace(clause.opener, kind=CueKind.STATUS, value="violated")


def _carried_out(clause: Clause, coverage: Coverage) -> Cue | None:
    cue = coverage.implementing
    if cue and not clause.first <= cue.first <= clause.last:  # the words stand in another clause: the place stands for them
        place = coverage.items[0][0].mention
        cue = replace(cue, first=place.first, last=place.last)
    return replace(cue, kind=CueKind.STATUS, value="in_force") if cue else None


def _status(sentence: Sentence, clause: Clause, truce: Cue | None = None) -> Cue | None:
    """The status word that governs a truce: one before it that rules the rest out («رفضت», «محادثات»), else one in its own
    stretch between commas, else any of the clause. What a clause of time says before a comma («بعد محادثات …،») is over."""
    found = [
        _created(sentence, clause, _reached(sentence, clause, cue))
        for cue in sentence.cues_in(clause, CueKind.STATUS)
        if not _heads_event_name(sentence, cue)
    ]
    failed = [cue for cue in found if cue.value in ("ended", "rejected")]
    found = [cue for cue in found if cue.value != "begun" or _begins(sentence, clause, cue)]
    if failed and any(cue.value == "negotiating" for cue in found):  # «انهارت المفاوضات»
        return replace(failed[0], value="rejected")
    if truce:
        found = [cue for cue in found if not _modifies(sentence, cue, truce)] or found
        past = clause.relation == "time"
        ruling = [cue for cue in found if cue.last < truce.first and cue.value not in _SOFT and not past]
        beside = [cue for cue in found if not sentence.comma_between(cue, truce)]
        found = ruling[:1] or beside or [cue for cue in found if cue.first > truce.last or not past]
    told = [cue for cue in found if cue.value != "announced"]
    extended = [cue for cue in told if cue.value == "extended"]
    if extended and told[0].value == "agreed":  # «اتفقوا على تمديد»
        return extended[0]
    return told[0] if told else found[0] if found else None


def _begins(sentence: Sentence, clause: Clause, cue: Cue) -> bool:
    """«الهدنة … بدأت», «بدأت الهدنة»: what began is the truce, not talks about it or an attack."""
    behind = sentence.cues.within(cue.last + 1, cue.last + _BEGINNING_REACH, CueKind.TRUCE)
    return bool(behind or sentence.cues.within(clause.first, cue.first - 1, CueKind.TRUCE))


def _modifies(sentence: Sentence, cue: Cue, truce: Cue) -> bool:
    """«a Russian-brokered truce», "the truce agreed in Moscow": an English participle beside the noun says how it came about,
    not how it stands."""
    beside = cue.last + 1 == truce.first or cue.first == truce.last + 1
    return beside and sentence.words.texts[cue.first].isascii() and cue.value in ("agreed", "announced")


def _reached(sentence: Sentence, clause: Clause, cue: Cue) -> Cue:
    """«التوصل إلى اتفاق» was reached where it opens a headline or a quote, or is announced; elsewhere talks are about it."""
    if cue.value != "reaching":
        return cue
    before = sentence.cues.within(sentence.first, cue.first - 1, CueKind.STATUS)
    if any(earlier.value == "rejected" for earlier in before):  # «فشل … في التوصل»
        return replace(cue, value="rejected")
    opens = cue.first == sentence.first or any(mark in sentence.gap(cue.first - 1, cue.first) for mark in '":')
    told = any(earlier.value == "announced" for earlier in before)
    past = clause.relation == "time"  # «إثر محادثات في أنقرة، التوصل …»: the talks are over
    talked = [
        earlier for earlier in sentence.cues.within(clause.first, cue.first - 1, CueKind.STATUS)
        if earlier.value in ("negotiating", "proposed") and not (past and sentence.comma_between(earlier, cue))
    ]  # fmt: skip
    return replace(cue, value="agreed" if (opens or told) and not talked else "negotiating")


def _created(sentence: Sentence, clause: Clause, cue: Cue) -> Cue:
    """«إقامة منطقة» is proposed, but agreed where an agreement, or the word of those who agreed, governs it."""
    if cue.value != "creating":
        return cue
    before = [c for c in sentence.cues.within(sentence.first, cue.first - 1, CueKind.STATUS) if c.value != "creating"]
    noun = sentence.cues.within(max(clause.first, cue.first - _CREATION_REACH), cue.first - 1, CueKind.AGREEMENT)
    agreed = bool(noun) or (bool(before) and before[-1].value in ("agreed", "announced", "in_force"))
    return replace(cue, value="agreed" if agreed else "proposed")


def _heads_event_name(sentence: Sentence, cue: Cue) -> bool:
    """«محادثات أستانة» names a process; it does not say that talks go on."""
    return cue.last + 1 in sentence.read.event_names


def _type(sentence: Sentence, clause: Clause) -> AgreementType | None:
    for first, last in ((clause.first, clause.last), (sentence.first, sentence.last)):
        truces = sentence.cues.within(first, last, CueKind.TRUCE)
        if truces:
            special = [cue for cue in truces if cue.value != AgreementType.CEASEFIRE]
            return AgreementType((special or truces)[0].value)
    return None


def _is_earlier(sentence: Sentence, clause: Clause, truce: Cue | None) -> bool:
    """«an earlier truce collapsed after they failed …», «هدن سابقة»: another truce than the one that the text tells of."""
    named = sentence.cues.within(sentence.first, clause.first - 1, CueKind.TRUCE, CueKind.AGREEMENT)
    truce = truce or (named[-1] if named else None)
    if not truce:
        return False
    before = sentence.cues.ending(CueKind.EARLIER, truce.first - 1)
    return before is not None or sentence.cues.starting(CueKind.EARLIER, truce.last + 1) is not None


def _speaks_of_status(sentence: Sentence, clause: Clause, status: Cue | None, truce: Cue | None) -> bool:
    """A clause without a place still says something of a truce that the text names nearby."""
    if not status or truce:
        return status is not None
    if status.value == "violated" and sentence.speaks_of_truce:
        return True
    dated = any(dates in ("signed", "effective") for _, dates in _dates(sentence, clause))
    strong = status.last > status.first or dated or bool(sentence.cues_in(clause, CueKind.ZONES))
    return strong and (sentence.speaks_of_truce or sentence.continues) and status.value != "proposed"


def _share_statuses(sentence: Sentence, found: Sequence[Claim]) -> None:
    """A clause of aim takes the status of what it is the aim of; one without a status that of the nearest clause."""
    for i, claim in enumerate(found):
        if claim.clause.relation == "aim":
            governing = [c for c in sentence.clauses if c.last < claim.clause.first]
            claim.status = next((s for s in (_status(sentence, c) for c in reversed(governing)) if s), claim.status)
        if claim.status is None:
            near = [
                c for c in (*reversed(found[:i]), *found[i + 1 :])
                if c.own_status and c.clause.relation not in ("time", "relative", "where", "concession")
            ]  # fmt: skip
            if near:
                claim.status, claim.negated = near[0].status, near[0].negated


# --- which words ---------------------------------------------------------------------------------------------------------


def _predicate(
    sentence: Sentence, clause: Clause, coverage: Coverage, status: Cue | None, truce: Cue | None
) -> tuple[int, int]:
    """The first and the last word that a quote of the claim must hold, its places aside."""
    starts: list[int] = []
    ends: list[int] = []
    for verb in (coverage.verb, coverage.passive):
        if verb:
            starts.append(verb.first)
            ends.append(verb.last)
    if status:
        light = sentence.light_verb(clause, status)
        starts.append(light.first if light else status.first)
        ends += [status.last, *_complement(sentence, clause, status)]
    elif truce:
        starts.append(truce.first)
        ends.append(truce.last)
    if clause.relation in ("aim", "concession") or coverage.implementing:
        starts.append(clause.first)
    if not starts:
        named = [r.mention for item in (*coverage.items, coverage.excluded) for r in item]
        starts, ends = [mention.first for mention in named], [mention.last for mention in named]
    first = min(starts)
    if status and first == status.first and {"ب", "ل"} & set(status.prefixes) and first - clause.first <= _HANGING_REACH:
        first = clause.first  # «فشلت القمة بالتوصل …»: no quote starts with a word that hangs on the one before it
    while first > clause.first and _is_particle(sentence, first - 1):
        first -= 1
    return first, max(ends, default=first)


def _complement(sentence: Sentence, clause: Clause, status: Cue) -> list[int]:
    """The last words of the truce nouns behind a status word: what was signed, broken or talked about; a comma ends them."""
    ends: list[int] = []
    for cue in sentence.cues.within(status.last + 1, clause.last, CueKind.TRUCE, CueKind.AGREEMENT):
        if ends and (cue.first - ends[-1] > _COMPLEMENT_REACH or "," in sentence.gap(ends[-1], cue.first)):
            break
        ends.append(cue.last)
    return ends


def _is_particle(sentence: Sentence, word: int) -> bool:
    particle = any(sentence.cues.ending(kind, word) for kind in (CueKind.MODALITY, CueKind.NEGATION))
    return particle and sentence.words.joined(word)


def _dates(sentence: Sentence, clause: Clause) -> list[tuple[Timex, str | None]]:
    """The dates of a clause; what each dates is said by the last word before it that says so («وقعت … في»، «حتى»)."""
    relations = sentence.cues_in(clause, CueKind.DATE_RELATION)
    found: list[tuple[Timex, str | None]] = []
    for at, timex in sentence.read.dates:
        if clause.first <= at <= clause.last:
            before = [cue for cue in relations if cue.first < at]
            found.append((timex, before[-1].value if before else None))
    return found


# --- who ---------------------------------------------------------------------------------------------------------------


def _find_states(sentence: Sentence, claim: Claim) -> None:
    """Sponsors and guarantors, and the places that name the agreement."""
    clause, read = claim.clause, sentence.read
    for cue in sentence.cues_in(clause, CueKind.SPONSOR):
        end = min(cue.last + _SPONSOR_REACH, clause.last)
        first = cue.last + 1
        if sentence.words.between(cue.first - 1, cue.first).endswith("-"):  # "a U.S.-Russian-brokered truce in Yemen"
            first, end = max(sentence.first, cue.first - _HYPHENATED_REACH), cue.first - 1
        states = read.states(first, end)
        known = claim.guarantors if cue.value == "guarantors" else claim.sponsors
        known += [state for state in states if state not in known]
        naming = [i for i in range(first, end + 1) if read.states(i, i)]
        claim.last = max([claim.last, *naming])
    if not claim.sponsors and claim.status and claim.status.value in ("negotiating", "proposed"):
        claim.sponsors = _negotiators(sentence, clause)
    claim.events = [
        r.area.place for r in read.resolutions
        if r.area and r.reading is Reading.EVENT_NAME and sentence.first <= r.mention.first <= sentence.last
    ]  # fmt: skip


def _negotiators(sentence: Sentence, clause: Clause) -> list[str]:
    """The states named beside the talks («محادثات أميركية روسية»), the country that they are about aside."""
    governing = [c for c in sentence.clauses if c.first <= clause.first]
    talks = [s for s in (_status(sentence, c) for c in reversed(governing)) if s and s.value == "negotiating"]
    if not talks:
        return []
    first, last = max(sentence.first, talks[0].first - _NEGOTIATOR_REACH), talks[0].last
    while last < min(sentence.last, talks[0].last + _NEGOTIATOR_REACH) and not sentence.cues.starting(
        CueKind.LOCATIVE, last + 1
    ):
        last += 1
    return [state for state in sentence.read.states(first, last) if state != sentence.read.home]


# --- how sure ------------------------------------------------------------------------------------------------------------


def _find_doubt(sentence: Sentence, number: int, claim: Claim) -> None:
    """Negation, denial, doubt, condition and who says so, from the clause and those that govern it."""
    clause = claim.clause
    claim.negated = claim.status is not None and sentence.is_negated(claim.status)
    none = sentence.cues.ending(CueKind.NEGATION, claim.truce.first - 1) if claim.truce else None
    reached = claim.status and claim.truce and claim.status.first > claim.truce.last and claim.status.value in _SOFT
    unsaid = claim.status is None or bool(reached)  # "no truce has been reached in …"
    if claim.truce and unsaid and none and none.value == "absolute":  # «لا هدنة في …»
        claim.status, claim.own_status = replace(claim.truce, kind=CueKind.STATUS, value="rejected"), True
    governed = clause.relation in ("complement", "aim", "relative", "where")
    if sentence.cues.within(sentence.first if governed else clause.first, clause.last, CueKind.DENIAL):
        claim.modality = "denied"
    elif any(c.relation == "condition" for c in sentence.clauses[: number + 1]):
        claim.modality = "conditional"
    elif clause.relation == "possibility" or _is_possible(sentence, claim):
        claim.modality = "possible"
    elif _is_future(sentence, claim):
        claim.modality = "future"
    told = sentence.cues_in(clause, CueKind.ATTRIBUTION)
    if not told and clause.relation == "complement":
        told = sentence.cues.within(sentence.first, clause.first, CueKind.SPEECH, CueKind.ATTRIBUTION)
    if told:
        teller = next(c for c in sentence.clauses if c.first <= told[0].first <= c.last)
        claim.attribution = (told[0].first, teller.last)
        claim.modality = "reported" if claim.modality == "asserted" else claim.modality


def _is_possible(sentence: Sentence, claim: Claim) -> bool:
    """«قد» before an imperfect is doubt, before a perfect it is none; "may" and "could" always are."""
    for cue in sentence.cues.within(claim.clause.first, claim.last, CueKind.MODALITY):
        behind = sentence.words.texts[cue.last + 1] if cue.last < sentence.last else ""
        perfect = behind.endswith("ت") or sentence.cues.starting(CueKind.PERFECT, cue.last + 1) is not None
        doubts = behind.isascii() or cue.last > cue.first or (behind.startswith(_IMPERFECT) and not perfect)
        if cue.value == "possible" and doubts:
            return True
    return False


def _is_future(sentence: Sentence, claim: Claim) -> bool:
    verbs = [cue for cue in (claim.status, claim.coverage.verb) if cue]
    future = [cue for cue in sentence.cues_in(claim.clause, CueKind.MODALITY) if cue.value == "future"]
    return bool(future) or any("س" in cue.prefixes for cue in verbs)
