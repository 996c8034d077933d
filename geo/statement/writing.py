"""From the claims of a text to its statements.

The claims about one truce (geo/truce) become a statement for each group of areas and each status that the text gives it.
Vaguer names of an area give way to the places that the text lists for it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from geo.actor import Party
from geo.agreement import Agreement, AgreementType, link
from geo.article import Article
from geo.claim import Claim, is_old
from geo.cue import CueKind
from geo.gazetteer import Area
from geo.party.actor_names import Naming
from geo.party.finding import find_parties
from geo.party.mediator import find_mediators
from geo.span import Span
from geo.statement.describing import Describing
from geo.statement.precision import Precision, without_parts
from geo.statement.record import Aspect, CoveredArea, Evidence, Grounds, Modality, Statement, statement_id
from geo.statement.weighing import Weighing
from geo.statement.whole import with_parts
from geo.status import Status
from geo.status.likelihood import StatusLikelihood
from geo.syntax.read_text import ReadText
from geo.toponym.resolution import Resolution
from geo.truce import Truce
from geo.truce.course import may_turn
from geo.truce.joining import is_standing, join_claims
from geo.truce.standing import (
    claim_status,
    counted_end,
    goes_without_saying,
    has_days_left,
    is_before,
    is_history,
    is_in_passing,
    is_over,
    lies_ahead,
    may_be_extended,
    starts_with,
)

_RANK = {status: rank for rank, status in enumerate((
    Status.UNKNOWN, Status.PROPOSED, Status.NEGOTIATING, Status.REJECTED, Status.AGREED, Status.IN_FORCE, Status.EXTENDED,
    Status.SUSPENDED, Status.ENDED,
))}  # fmt: skip
_QUOTE_WORDS = 30  # a longer quote is no longer read at a glance


def _is_apart(resolution: Resolution, claim: Claim) -> bool:
    """True if a place is named before the clause that it is covered by."""
    return resolution.mention.last < claim.clause.first


def _names_agreement(claim: Claim) -> bool:
    """«خرجا بتفاهم على هدنة في درعا»: a new agreement that a text names as a fact."""
    told = claim.told_as_fact and claim.areas
    return bool(told) and claim.truce is not None and claim.truce.kind is CueKind.AGREEMENT and not claim.negated


def derive_statements(
    article: Article, read: ReadText, claims: Sequence[Claim], known: Iterable[Agreement], likelihood: StatusLikelihood
) -> tuple[tuple[Statement, ...], tuple[Agreement, ...]]:
    """The statements of an article and the agreements that they name; both in the order of the text."""
    if not claims:
        return (), ()
    known = tuple(known)
    statements: list[Statement] = []
    agreements: dict[str, Agreement] = {}
    truces = join_claims(claims, read, article.published)
    names = Naming(read)
    for truce in truces:
        others = [other for other in truces if other is not truce]
        writer = _Writer(article, names, truce, others, likelihood)
        agreement = link(writer.describing.description(writer.precise), known, read.gazetteer)
        if not agreement.known:
            parties = tuple(party.actor for party in writer.parties)
            agreement = replace(agreement, parties=parties, mediators=writer.mediators)
        agreements[agreement.id] = agreement
        statements += writer.statements(agreement)
    found = with_parts(statements, agreements, read.gazetteer)
    return tuple(sorted(found, key=lambda s: (s.evidence[0].span, s.status, s.id))), tuple(agreements.values())


# --- from the claims of one truce to its statements ----------------------------------------------------------------------


class _Writer:
    """Writes the statements of one truce; `others` are those that the text tells of beside it."""

    def __init__(
        self, article: Article, names: Naming, truce: Truce, others: Sequence[Truce], likelihood: StatusLikelihood
    ) -> None:  # fmt: skip
        self.article = article
        self.names = names
        self.read = names.read
        self.truce = truce
        self.others = others
        self.published = article.published
        self._status_of = {id(claim): claim_status(claim, article.published) for claim in truce.claims}
        for claim in truce.claims:
            if self._status(claim) is Status.ENDED and has_days_left(claim, truce.claims, article.published):
                self._status_of[id(claim)] = Status.IN_FORCE
        self.weighing = Weighing(self.read, (truce, *others), likelihood, article.published)
        self.precision = Precision(truce, self.read, self._status_of)
        self.precise = self.precision.areas
        self.describing = Describing(truce, self.read, self._status_of, article.published)

    def _status(self, claim: Claim) -> Status | None:
        """The status that a claim of the truce gives."""
        return self._status_of[id(claim)]

    def statements(self, agreement: Agreement) -> list[Statement]:
        """One statement for each group of areas and each status that the text gives it."""
        placed = [(item, claim) for claim in self.truce.claims for item in claim.coverage.items]
        groups: dict[tuple[Area, ...], list[tuple[list[Resolution], Claim]]] = {}
        for item, claim in placed:
            areas = tuple(sorted({r.area for r in item if r.area and r.area in self.precise}))
            if areas:
                groups.setdefault(areas, []).append((item, claim))
        found = []
        for areas in without_parts(groups):
            found += self._of_group(agreement, areas, groups[areas])
        return found

    def _of_group(
        self, agreement: Agreement, areas: tuple[Area, ...], placed: Sequence[tuple[list[Resolution], Claim]]
    ) -> list[Statement]:
        own = [claim for _, claim in placed if claim.own_status and not self._is_before_start(claim)]
        own = self._outcome_in_parts(areas, own) or own
        shared = [c for c in self.truce.claims if not any(r.area in self.precise for r in c.areas)]
        inherited = [claim for _, claim in placed if not claim.own_status]
        statuses = self._statuses(own or self._begun_in_part(areas))
        told = bool(statuses) or self.read.words.is_english(placed[0][1].clause.first)
        if not statuses:
            around = self._statuses(self._claims_around(areas))
            statuses = around or self._statuses(inherited + shared) or self._statuses(self.truce.claims)
            if not statuses or (set(statuses) == {Status.AGREED} and any(is_standing(c, self.read) for _, c in placed)):
                statuses = {self._default: placed[0][1]}  # «إدلب كمنطقة خفض التصعيد»: one that is there was agreed before
        if told and set(statuses) == {Status.AGREED}:  # what became of it may stand in a clause without the place
            told_of = [*shared, *self._begun_in_part(areas)]
            later = self._statuses(c for c in told_of if not may_be_extended(c))
            if statuses[Status.AGREED].modality == "future":  # what is still to start has not ended
                later.pop(Status.ENDED, None)
            if Status.IN_FORCE in later and later[Status.IN_FORCE].modality == "future" and self._start_ahead(areas):
                del later[Status.IN_FORCE]  # «هدنة تبدأ غدا … وستنتهي إذا خرقت»
            statuses = later | statuses
        elif told and set(statuses) == {Status.PROPOSED}:
            statuses = self._answer(shared, statuses[Status.PROPOSED]) or statuses
        elif told and set(statuses) == {Status.IN_FORCE}:
            statuses |= self._outcome(shared, statuses[Status.IN_FORCE])
        if Status.VIOLATED not in self._statuses(own):
            statuses.update({s: c for s, c in self._statuses(shared).items() if s is Status.VIOLATED})
        begun, ahead = statuses.get(Status.IN_FORCE), self._start_ahead(areas)
        if begun and ahead and (starts_with(begun, ahead, self.read.words) or (begun.under_agreement and not begun.evacuated)):
            # «هدنة تبدأ غدا … وتفتح بموجب الاتفاق المعابر», «أمر بوقف النار تنفيذا لاتفاق … ويسري غدا»
            del statuses[Status.IN_FORCE]
            statuses.setdefault(Status.AGREED, ahead)
        over = statuses.get(Status.ENDED)
        if over and Status.IN_FORCE in statuses and is_before(over, statuses[Status.IN_FORCE]):
            del statuses[Status.ENDED]
        if Status.AGREED in statuses and self._is_past():
            statuses.setdefault(Status.IN_FORCE, statuses[Status.AGREED])
        sought = {Status.PROPOSED, Status.NEGOTIATING} & set(statuses)
        refusal, talks = statuses.get(Status.REJECTED), statuses.get(Status.NEGOTIATING)
        if refusal and ((sought and refusal.lacks_agreement) or (talks and is_in_passing(refusal, talks))):
            del statuses[Status.REJECTED]  # «لا اتفاق بعد على مشروع الهدنة»
        if len(sought) > 1 and self._is_mostly_proposed(own):
            del statuses[Status.NEGOTIATING]
        main = [s for s in statuses if s is not Status.VIOLATED]
        chosen: list[Status] = [max(main, key=_RANK.__getitem__)] if main else []
        if Status.VIOLATED in statuses and Status.ENDED not in chosen:
            breach = statuses[Status.VIOLATED]
            english = self.read.words.is_english(breach.clause.first)
            own_breach = Status.VIOLATED in self._statuses(own)
            chosen = [s for s in chosen if not own_breach and not goes_without_saying(s, statuses[s], breach, english=english)]
            chosen.append(Status.VIOLATED)
        weighed = self._weighed({status: statuses[status] for status in chosen})
        return [self._statement(agreement, areas, placed, status, *told_by) for status, told_by in weighed.items()]

    def _weighed(self, chosen: Mapping[Status, Claim]) -> dict[Status, tuple[Claim, Grounds]]:
        """The statuses that claims give, or those that all words of their sentences speak for, and what each rests on."""
        weighed: dict[Status, tuple[Claim, Grounds]] = {}
        for status, says in chosen.items():
            given, giver = self._status(says), self._status_giver(says) or says
            likeliest = self.weighing.likeliest(status, says, giver, given)
            final = status if likeliest in chosen else likeliest
            if final is Status.UNKNOWN:
                final = self.weighing.told_elsewhere(self.precise)
            inferred = says.status is None or given is not final
            by_words = says.by_words or final is not status
            weighed[final] = says, self.weighing.grounds(final, giver, inferred=inferred, by_words=by_words)
        return weighed

    def _is_mostly_proposed(self, own: Sequence[Claim]) -> bool:
        """Calls for a truce beside one word of bringing one about are calls; among as many talks as calls there are talks."""
        told = [self._status(claim) for claim in own]
        return told.count(Status.PROPOSED) > told.count(Status.NEGOTIATING)

    def _outcome(self, claims: Sequence[Claim], start: Claim) -> dict[Status, Claim]:
        """«دخلت هدنة في إدلب حيز التنفيذ. وانهارت الهدنة بعد ساعات»: what is told behind the start of a truce of its end."""
        told = [c for c in claims if c.truce and c.told_as_fact and not c.earlier and c.clause.first > start.clause.first]
        return {s: c for s, c in self._statuses(told).items() if s in (Status.SUSPENDED, Status.ENDED)}

    def _answer(self, claims: Sequence[Claim], offer: Claim) -> dict[Status, Claim]:
        """«قدمت واشنطن مقترح هدنة في غزة. ورفضته حماس»: the answer that is told right behind an offer."""
        near = [c for c in claims if c.told_as_fact and not c.negated and c.clause.first > offer.clause.first]
        near = [c for c in near if c.clause.sentence - offer.clause.sentence <= 1 and not c.earlier]
        told = self._statuses(near)
        return {
            s: c for s, c in told.items()
            if s is Status.AGREED or (s is Status.REJECTED and may_turn(c, self.read))
        }  # fmt: skip

    def _outcome_in_parts(self, areas: tuple[Area, ...], own: Sequence[Claim]) -> list[Claim]:
        """«لم تصمد الهدنة في الغوطة … وتسري على الغوطة وجوبر»: "it applies to" says where a truce is; how it fares is said of
        one of the places."""
        where = [c for c in own if c.coverage.verb and c.status and c.coverage.verb.first == c.status.first]
        if not where or len(where) < len(own):
            return []
        parts = [c for c in self.truce.claims if c.areas and {r.area for r in c.areas} < set(areas) and c.own_status]
        return [
            c
            for c in parts
            if c.truce and c.told_as_fact and self._status(c) in (Status.SUSPENDED, Status.ENDED, Status.VIOLATED)
        ]

    @cached_property
    def _ahead(self) -> list[Claim]:
        """The claims that say that the truce is agreed on, and begins on a day behind that of publication."""
        return [c for c in self.truce.claims if self._status(c) is Status.AGREED and lies_ahead(c, self.published)]

    def _start_ahead(self, areas: tuple[Area, ...]) -> Claim | None:
        """The claim that says so of the truce of some areas."""
        return next((c for c in self._ahead if not c.areas or {r.area for r in c.areas} & set(areas)), None)

    def _is_before_start(self, claim: Claim) -> bool:
        """«ستبدأ الهدنة غدا … وقصفت الطائرات المدينة», «هدنة تبدأ في 18 ديسمبر … واستمرت المناوشات»: fighting that the text
        tells of beside a truce that has yet to start."""
        if not claim.in_spite or claim.truce is not None:
            return False
        told = {self._status(c): c for c in self.truce.claims}
        agreed = told.get(Status.AGREED)
        ahead = agreed is not None and (agreed.modality == "future" or bool(self._ahead))
        return ahead and Status.IN_FORCE not in told

    def _is_past(self) -> bool:
        """«منطقة خفض التصعيد التي جرى الاتفاق عليها في العام الماضي»: each date that it was reached on lies that long ago, and
        it is one that is known to be there, or of years ago; of «وقعوا الشهر الماضي على هدنة» no more is told than that. From
        what the Security Council demanded then it does not follow that it was done."""
        if any(claim.decreed for claim in self.truce.claims):
            return False
        reached = [c for c in self.truce.claims if self._status(c) is Status.AGREED]
        told = [claim for claim in reached if any(timex.value for timex, _ in claim.dates)]
        known = any(claim.presupposed for claim in told) or all(is_history(claim, self.published) for claim in told)
        return bool(told) and known and all(is_old(claim, self.published) for claim in told)

    def _claims_around(self, areas: tuple[Area, ...]) -> list[Claim]:
        """The claims with a status of their own about a wider area: the towns of a list fare like what they are parts of."""
        lies_in = self.read.gazetteer.lies_in
        return [
            c for c in self.truce.claims
            if c.own_status and c.areas and not {r.area for r in c.areas} & set(areas)
            and all(any(lies_in(area, r.area) for r in c.areas if r.area) for area in areas)
        ]  # fmt: skip

    def _begun_in_part(self, areas: tuple[Area, ...]) -> list[Claim]:
        """The claims that the truce began in one place of a list («دخلت الهدنة في الحديدة حيز التنفيذ … ويشمل الاتفاق الحديدة
        والصليف»): it began in the list; where it was broken or failed is said of that place alone. An evacuation has begun
        where the first left a town of the area."""
        lies_in = self.read.gazetteer.lies_in

        def is_part(claim: Claim) -> bool:
            named = [r.area for r in claim.areas if r.area]
            leaving = claim.type is AgreementType.EVACUATION_SETTLEMENT
            return all(area in areas or (leaving and any(lies_in(area, a) for a in areas)) for area in named)

        begun = [c for c in self.truce.claims if c.own_status and self._status(c) is Status.IN_FORCE]
        return [claim for claim in begun if claim.areas and is_part(claim)]

    @property
    def _default(self) -> Status:
        """A truce of whose status a text says nothing is there if it speaks of it as one that is known; one that it puts under
        a condition or in the future is no more than proposed, and so is its widening («قد توسع الهدنة لتشمل …»)."""
        claims = self.truce.claims
        there = any(claim.presupposed for claim in claims if claim.areas and not claim.coverage.verb)
        if not there and all(claim.modality in ("possible", "conditional", "future") for claim in claims):
            return Status.PROPOSED
        if any(is_over(claim, self.published) for claim in claims):
            return Status.ENDED
        known = any(claim.presupposed for claim in claims)
        if not known and any(_names_agreement(claim) for claim in claims):
            return Status.AGREED
        return Status.IN_FORCE if known and self.truce.exists is not False else Status.UNKNOWN

    def _statuses(self, claims: Iterable[Claim]) -> dict[Status, Claim]:
        """The statuses that claims give, each with the claim that says it best: with a date, in the most words, first."""
        found: dict[Status, Claim] = {}
        for claim in sorted(claims, key=self._weight, reverse=True):
            status = self._status(claim)
            if status and status is not Status.UNKNOWN:
                found.setdefault(status, claim)
        return found

    def _weight(self, claim: Claim) -> tuple[bool, bool, int]:
        starts = any(dates == "effective" for _, dates in claim.dates)
        return claim.modality != "denied", starts, claim.status.last - claim.status.first if claim.status else 0

    def _statement(
        self, agreement: Agreement, areas: tuple[Area, ...], placed: Sequence[tuple[list[Resolution], Claim]],
        status: Status, says: Claim, grounds: Grounds,
    ) -> Statement:  # fmt: skip
        item, claim = next((pair for pair in placed if pair[1] is says), placed[0])
        evidence = self._evidence(item, claim, says)
        sponsors = tuple(dict.fromkeys(s for c in self.truce.claims for s in c.sponsors))
        guarantors = tuple(dict.fromkeys(g for c in self.truce.claims for g in c.guarantors))
        attribution = self.read.words.source(*says.attribution) if says.attribution else None
        dated = self.describing.dated
        unnamed = Statement(
            id="", article=self.article.id, agreement=agreement.id, type=self.describing.type,
            areas=self._covered(areas, placed), excluded=self._excluded(), status=status,
            modality=Modality(says.modality), attribution=attribution, signed=dated("signed"),
            effective=dated("effective"), until=dated("until") or counted_end(self.truce.claims),
            expected=dated("expected"), sponsors=sponsors, guarantors=guarantors, evidence=evidence, parties=self.parties,
            mediators=self.mediators, since=self.describing.since(status, says), grounds=grounds,
        )  # fmt: skip
        return replace(unnamed, id=statement_id(unnamed))

    @cached_property
    def parties(self) -> tuple[Party, ...]:
        """Whom the text calls the sides of the truce."""
        shared = {claim.clause.sentence for other in self.others for claim in other.claims}
        clauses = [claim.clause for claim in self.truce.claims]
        return find_parties(self.names, clauses, shared, None if self.others else self.truce.areas)

    @cached_property
    def mediators(self) -> tuple[str, ...]:
        """Who brokered the truce, as the clauses that tell of it say."""
        return find_mediators(self.names, [claim.clause for claim in self.truce.claims])

    def _covered(self, areas: tuple[Area, ...], placed: Sequence[tuple[list[Resolution], Claim]]) -> tuple[CoveredArea, ...]:
        mentions = [r for item, _ in placed for r in item]
        covered = []
        for area in areas:
            named = [r.mention for r in mentions if r.area == area]
            partial = named[0].partial or self.precision.is_wider(area, [r for r in mentions if r.area == area])
            covered.append(CoveredArea(area=area.key, partial=partial, mention=named[0].span))
        return tuple(sorted(covered, key=lambda c: c.mention.start if c.mention else 0))

    def _excluded(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(r.area.key for c in self.truce.claims for r in c.coverage.excluded if r.area))

    # --- the words -------------------------------------------------------------------------------------------------

    def _evidence(self, item: list[Resolution], claim: Claim, says: Claim) -> tuple[Evidence, ...]:
        """The quotes: where, then which status, then the agreement's making."""
        quotes = [(self._quote_of_item(item, claim), Aspect.COVERAGE if claim is not says else Aspect.STATUS)]
        quotes += [(self._quote_of_headline(r), Aspect.COVERAGE) for r in item if _is_apart(r, claim) and r is self.read.topic]
        status = says if self._status(says) and says is not claim else self._status_giver(claim)
        if status and status is not claim:
            quotes.append((self._quote_of_claim(status), Aspect.STATUS))
        for maker in self.truce.claims:
            makes = maker.sponsors or maker.guarantors or any(dates == "signed" for _, dates in maker.dates)
            if makes and not maker.areas and maker is not status:
                quotes.append((self._quote_of_claim(maker), Aspect.AGREEMENT))
        if says is not claim and not says.areas and self._status(says) is Status.VIOLATED:
            quotes[0], quotes[1] = quotes[1], quotes[0]
        unique = dict(reversed(quotes))
        ordered = [(span, unique[span]) for span in dict.fromkeys(span for span, _ in quotes)]
        return tuple(Evidence(span=span, quote=span.of(self.article.text), aspect=aspect) for span, aspect in ordered)

    def _status_giver(self, claim: Claim) -> Claim | None:
        """The claim whose status word a claim without one of its own took over."""
        if claim.own_status or not claim.status:
            return None
        return next((c for c in self.truce.claims if c.own_status and c.status == claim.status), None)

    def _quote_of_item(self, item: list[Resolution], claim: Claim) -> Span:
        """The list item alone where the list names several zones, else the claim with its places."""
        first, last = item[0].mention.first, item[-1].mention.last
        if claim.coverage.heads:
            return self._words_span(claim.coverage.heads[claim.coverage.items.index(item)], last)
        if claim.coverage.several:
            before = [r.mention.last for i in claim.coverage.items for r in i if r.mention.last < first]
            first = self._item_start(first, max(before) + 1 if before else claim.first)
            return self._words_span(first, last)
        return self._quote_of_claim(claim)

    def _quote_of_headline(self, topic: Resolution) -> Span:
        """The clause of the headline that names the place."""
        clause = next(c for c in self.read.clauses if c.first <= topic.mention.first <= c.last)
        return self._words_span(clause.first, clause.last)

    def _item_start(self, first: int, floor: int) -> int:
        """The first word of a list item: with its head, part and link words, back to the comma or the verb."""
        while first > floor and self.read.words.joined(first - 1) and not self._is_coverage(first - 1):
            first -= 1
        return first

    def _is_coverage(self, word: int) -> bool:
        return any(
            c.first <= word <= c.last or (c.last < word and word - c.last <= 2 and self._is_link(word))
            for c in self.read.cues.of(CueKind.COVERAGE)
        )

    def _is_link(self, word: int) -> bool:
        return self.read.words.is_a("each", word) or self.read.words.texts[word] in ("من", "of")

    def _quote_of_claim(self, claim: Claim) -> Span:
        """From the predicate (or the first place) to the last of its words, its places in the same stretch, and the date or
        place that follows without a comma."""
        first, last = claim.first, claim.last
        if claim.says_of_truce and claim.truce:
            first = min(first, claim.truce.first)  # «وقف إطلاق النار دخل حيز التنفيذ»
        for resolution in claim.areas:
            mention = resolution.mention
            if resolution.area in self.precise and claim.clause.first <= mention.first and mention.last <= claim.clause.last:
                first, last = min(first, mention.first), max(last, mention.last)
                if claim.truce and claim.clause.first <= claim.truce.first < mention.first:
                    first = min(first, claim.truce.first)  # «الهدنة في الحديدة بدأت»
        told = claim.status
        if told and claim.own_status and self.read.words.sentences[told.first] == claim.clause.sentence:
            near = told.last - first < _QUOTE_WORDS
            last = max(last, told.last) if near else last  # "the truce in Rastan, which began in May, collapsed"
        if claim.in_spite:  # «قصف على الغوطة رغم الهدنة»: the fighting is half of what is claimed
            for clause in self.read.clauses:
                near = clause.sentence == claim.clause.sentence and any(
                    clause.first <= r.mention.first <= clause.last for r in claim.areas if r.area in self.precise
                )
                if near and max(last, clause.last) - min(first, clause.first) < _QUOTE_WORDS:
                    first, last = min(first, clause.first), max(last, clause.last)
        words = self.read.words
        for timex, _ in claim.dates:
            end = bisect_left(words.source_starts, timex.span.end) - 1
            if end > last and "," not in words.folded.text[words.ends[last] : words.starts[end]]:
                last = end
        return self._words_span(first, last)

    def _words_span(self, first: int, last: int) -> Span:
        """The span of the words, with the quotation mark that closes one opened inside."""
        span = self.read.words.source(first, last)
        quote = span.of(self.article.text)
        end = span.end
        if quote.count('"') % 2 and self.article.text[end : end + 1] == '"':
            end += 1
        for opening, closing in (("«", "»"), ("“", "”")):
            if quote.count(opening) > quote.count(closing) and self.article.text[end : end + 1] == closing:
                end += 1
        return Span(span.start, end)
