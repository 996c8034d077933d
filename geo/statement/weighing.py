"""Weighing: a status that the rules have against what all words of its sentence say, and what it then rests on."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from math import exp, log

from geo.claim import Claim
from geo.cue import CueKind
from geo.edtf import Edtf
from geo.gazetteer import Area
from geo.statement.record import Basis, Grounds
from geo.status import Status
from geo.status.likelihood import Likelihoods, StatusLikelihood, has_words, weigh, words_between
from geo.status.relevance import comments_on
from geo.status.section import runs_out
from geo.syntax.read_text import ReadText
from geo.syntax.sentence import Sentence
from geo.truce import Truce
from geo.truce.standing import claim_status, ends_later, is_over

_OPEN = (CueKind.NEGATION, CueKind.DENIAL, CueKind.MODALITY, CueKind.EXCLUSION)
_CLEARLY = log(0.7)  # what a sentence's words must give a status that no rule has read
_UNDOING = (Status.VIOLATED, Status.SUSPENDED, Status.ENDED, Status.REJECTED)


class Weighing:
    """Weighs the statuses of a truce; `truces` are that one and those that the text tells of beside it."""

    def __init__(
        self, read: ReadText, truces: Sequence[Truce], likelihood: StatusLikelihood, published: Edtf | None
    ) -> None:  # fmt: skip
        self.read = read
        self.truces = truces
        self.likelihood = likelihood
        self.published = published
        self._likelihoods_of: dict[tuple[int, int], Likelihoods | None] = {}

    def likeliest(self, status: Status, says: Claim, giver: Claim, told: Status | None) -> Status:
        """The status that the rules have, or another one that the words of the sentence and those of its clause speak for much
        more; `giver` is the claim whose word gives it, `told` the status that `says` tells.

        To the rules belong what follows from dates or from fighting, a truce that is prolonged, taken up again or that
        fighting ended in, what the relative clause of a truce tells, what talks came to or are about, an accord that is a
        condition, an end or breach that is denied, only possible or to come, an evacuation that goes on or of which the last
        have left, and a sentence that tells of several statuses: whose words are whose is a matter of grammar. So do
        questions, whose words are no reporter's."""
        number = self._sentence_of_status(giver)
        if self._is_ruled(says, told) or self._tells_of_others(number, status):
            return status
        stretches = (self.read.words.sentence(number), self._stretch(giver))
        likelihoods = [found for stretch in stretches if (found := self._likelihoods(*stretch))]
        if says.unbroken and status is not Status.VIOLATED:  # its words may be those of a breach all the same
            likelihoods = [{one: odds for one, odds in each.items() if one is not Status.VIOLATED} for each in likelihoods]
        if status is not Status.ENDED and (self._outlasts(says) or self._ends_later):
            likelihoods = [{one: odds for one, odds in each.items() if one is not Status.ENDED} for each in likelihoods]
        if status is not Status.SUSPENDED and self._is_commented_on(says):
            likelihoods = [{one: odds for one, odds in each.items() if one is not Status.SUSPENDED} for each in likelihoods]
        return weigh(status, likelihoods, read=says.own_status and told is status)

    def _is_commented_on(self, says: Claim) -> bool:
        """«علقت واشنطن على الهدنة»: no suspension, whatever its letters speak for."""
        words, (first, last) = self.read.words, self.read.words.sentence(says.clause.sentence)
        return any(comments_on(words, self.read.cues, i) for i in words.of_class("comments_on", first, last))

    def _is_ruled(self, says: Claim, told: Status | None) -> bool:
        """True for a status that is a matter of dates, of fighting or of grammar, which the words do not outweigh."""
        word = says.status.value if says.status else None
        by_noun = says.status is not None and says.truce is not None and says.status.first == says.truce.first
        return (
            says.in_spite
            or (says.evacuated and not says.under_agreement)
            or told is not claim_status(says, None)  # a date decides
            or any(is_over(claim, self.published) for claim in self.truces[0].claims)
            or says.negated
            or (word in _UNDOING and not says.told_as_fact)
            or word == Status.EXTENDED
            or self._is_turned_since(says)
            or (by_noun and word == Status.AGREED)
            or (says.stands and word in (Status.IN_FORCE, Status.VIOLATED))
            or (says.own_status and says.status is not None and says.clause.last < says.status.first)  # in a relative clause
            or self._is_end_of_topic(says)
            or self._is_put_to(says)
            or self._is_outcome(says)
            or self._is_accord_to_come(says)
            or self._is_made_a_condition(says)
            or self._is_talked_about(says)
            or self._is_owed(says)
            or self._starts_on_the_day(says)
            or self._is_taken_up_again(says)
            or Sentence(self.read, says.clause.sentence, continues=False).is_question  # "When did the ceasefire begin?"
        )

    def _is_taken_up_again(self, says: Claim) -> bool:
        """ "The truce in Taiz has resumed": a word that most sentences say of fighting."""
        word = says.status
        return word is not None and word.value == Status.IN_FORCE and bool(
            self.read.cues.starting(CueKind.RESUMPTION, word.first)
        )  # fmt: skip

    def _is_turned_since(self, says: Claim) -> bool:
        """«علقت إسرائيل الهدنة في غزة منذ الاثنين»: an end or suspension since a day, and "since" is a word of truces
        that hold."""
        word = says.status.value if says.status else None
        since = any(timex is says.onset and dates in ("effective", "until") for timex, dates in says.dates)
        return since and says.own_status and word in (Status.ENDED, Status.SUSPENDED)

    def _is_end_of_topic(self, says: Claim) -> bool:
        """«وقف إطلاق النار في درعا، الذي بدأ الاثنين، انهار»: the end of the truce that its sentence begins with, told behind
        what only says which one it is."""
        if says.status is None or says.truce is None or says.status.value not in _UNDOING:
            return False
        same = self.read.words.sentences[says.status.first] == says.clause.sentence
        opens = says.truce.first == self.read.words.sentence(says.clause.sentence)[0]
        return same and opens and says.clause.last < says.status.first

    def _is_put_to(self, says: Claim) -> bool:
        """«أنهت الهدنة القتال», "put an end on Monday to the truce": to what a verb puts an end is a matter of grammar."""
        status, words = says.status, self.read.words
        if status is None or says.truce is None:
            return False
        if status.first == says.truce.first:
            verb = status.first - 1
            return words.is_a("brings_to_end", verb) or words.is_a("puts", verb)
        return status.first < status.last and (words.is_a("declares", status.first) or words.is_a("puts", status.first))

    def _starts_on_the_day(self, says: Claim) -> bool:
        """«وقفا لإطلاق النار يسري بدءا من اليوم»: a start that the text gives the day of its publication. Arabic only."""
        today, verb = self.published.earliest if self.published else None, says.status
        if verb is None or verb.value != Status.IN_FORCE or not says.told_as_fact or says.negated:
            return False
        starts = [timex.first_day for timex, dates in says.dates if dates == "effective" and timex.first_day]
        return starts == [today] and not self.read.words.is_english(verb.first)

    def _is_accord_to_come(self, says: Claim) -> bool:
        """«اتفاق وشيك على هدنة»: an accord and what is said of it in one phrase, which the words of an accord would drown."""
        word = says.status
        accord = self.read.cues.starting(CueKind.AGREEMENT, word.first) if word and word.value == Status.NEGOTIATING else None
        return accord is not None and word is not None and accord.last < word.last

    def _is_made_a_condition(self, says: Claim) -> bool:
        """«اشترط رفع الحصار قبل الاتفاق على هدنة»: an accord that has not come about, in the words of one that has."""
        own = self.read.cues.starting(CueKind.STATUS, says.status.first) if says.status else None
        accord = own is not None and own.value == Status.AGREED and self.read.words.is_a("agreeing_on", own.first)
        return accord and says.status is not None and says.status.value in (Status.PROPOSED, Status.REJECTED)

    def _is_talked_about(self, says: Claim) -> bool:
        """«لبحث الهدنة المستمرة»: a truce that is there, in a sentence full of the words of talks."""
        own = self.read.cues.starting(CueKind.STATUS, says.status.first) if says.status else None
        return own is not None and own.value == Status.NEGOTIATING and claim_status(says, None) is Status.IN_FORCE

    def _is_owed(self, says: Claim) -> bool:
        """ "The ceasefire must take effect at once": a start that is asked for, in the words of one that was told; «يجب أن
        تصمد الهدنة»: a truce that is there, in those of one that is not."""
        status = says.status
        own = self.read.cues.starting(CueKind.STATUS, status.first) if status else None
        if status is None or own is None:
            return False
        if status.value == Status.PROPOSED:
            return own.value in ("begun", Status.IN_FORCE)
        kept = status.value == Status.IN_FORCE and own.value == Status.PROPOSED
        return kept and self.read.words.is_a("obliges", own.last)

    def _is_outcome(self, says: Claim) -> bool:
        """«المفاوضات أفضت إلى هدنة», «انتهت إلى هدنة»: what talks came to, in a sentence full of the words of talks."""
        status = says.status
        if status is None or status.value != Status.AGREED:
            return False
        led = self.read.cues.starting(CueKind.OUTCOME, status.first)
        own = self.read.cues.starting(CueKind.STATUS, status.first)
        return (led is not None and not led.value) or (own is not None and own.value == "over")

    def _outlasts(self, says: Claim) -> bool:
        """True where a word for an end is read of something else: «انتهت مهلة انسحاب المقاتلين من المنطقة العازلة»,
        «انتهت المرحلة الأولى من الهدنة»."""
        written = self.read.cues.starting(CueKind.STATUS, says.status.first) if says.status else None
        if says.status is None or says.status.value != Status.IN_FORCE:
            return False
        if runs_out(self.read.words, says.status.first):
            return True
        if written is None:
            return False
        limits = self.read.words.of_class("time_limit", says.clause.first, says.clause.last)
        return bool(limits) and written.value in ("over", Status.ENDED)

    @property
    def _ends_later(self) -> bool:
        """ "The truce took effect on Sunday and will end on 12 July": its last day is still to come."""
        return any(ends_later(claim, self.published) for claim in self.truces[0].claims)

    def told_elsewhere(self, areas: Collection[Area]) -> Status:
        """The status that the words of one sentence speak most for, of those that name a truce or stand right behind
        one that does, and name no place outside of some areas; UNKNOWN where none does. What a sentence denies, leaves open or
        takes out only the rules know."""
        best, chance, spoke = Status.UNKNOWN, _CLEARLY, False
        for number in range(len(self.read.words.sentence_starts)):
            first, last = self.read.words.sentence(number)
            before, spoke = spoke, self.read.cues.any_within(first, last, (CueKind.TRUCE, CueKind.AGREEMENT))
            if not (before or spoke) or self.read.cues.any_within(first, last, _OPEN):
                continue
            named = [r.area for r in self.read.places if first <= r.mention.first <= last and r.area]
            if not all(self._overlaps(area, areas) for area in named):
                continue
            for status, likelihood in (self._likelihoods(first, last) or {}).items():
                if status not in (None, Status.UNKNOWN) and likelihood > chance:
                    best, chance = status, likelihood
        return best

    def _overlaps(self, area: Area, areas: Collection[Area]) -> bool:
        lies_in = self.read.gazetteer.lies_in
        return any(area == other or lies_in(area, other) or lies_in(other, area) for other in areas)

    def grounds(self, status: Status, giver: Claim, *, inferred: bool, by_words: bool) -> Grounds:
        """What a status rests on that a claim gives, or all words of its sentence instead."""
        likelihoods = self._likelihoods(*self.read.words.sentence(self._sentence_of_status(giver))) or {}
        return Grounds(
            basis=Basis.WORDS if by_words else Basis.INFERRED if inferred else Basis.CUE,
            likelihood=round(exp(likelihoods[status]), 3) if status in likelihoods else None,
        )

    def _likelihoods(self, first: int, last: int) -> Likelihoods | None:
        """The likelihood of each status by the words `first` to `last`; None where they are too few to tell."""
        if (first, last) not in self._likelihoods_of:
            words = words_between(self.read, first, last)
            self._likelihoods_of[first, last] = self.likelihood.of_words(words) if has_words(words) else None
        return self._likelihoods_of[first, last]

    def _sentence_of_status(self, claim: Claim) -> int:
        """The sentence of the word that gives a claim its status: what became of an offer may be told in the next."""
        return self.read.words.sentences[claim.status.first] if claim.status else claim.clause.sentence

    def _stretch(self, claim: Claim) -> tuple[int, int]:
        """The first and last word of a claim's clause, and of what gives its status where that stands outside of it."""
        clause, word = claim.clause, claim.status
        if word is None:
            return clause.first, clause.last
        if self._sentence_of_status(claim) != clause.sentence:
            clause = next(c for c in self.read.clauses.of(self._sentence_of_status(claim)) if c.first <= word.first <= c.last)
        return min(clause.first, word.first), max(clause.last, word.last)

    def _tells_of_others(self, sentence: int, status: Status) -> bool:
        told = [c for truce in self.truces for c in truce.claims if c.clause.sentence == sentence]
        return any(other not in (None, status) for c in told if (other := claim_status(c, self.published)))
