"""Decisions: what a council's votes and its drafts say of a truce."""

from __future__ import annotations

from geo.cue import Cue, CueKind
from geo.syntax.clause import Clause
from geo.syntax.sentence import Sentence

NOT_REACHED = ("proposed", "negotiating", "rejected", "reaching")
_DECISION_REACH = 10  # words between «قرار» and what it demands
_COUNCIL_REACH = 3  # words between «يدرس» and «مجلس الأمن»
_VOTE_REACH = 3  # words between «التصويت» and «قرار»
_BY = "by"
_BY_REACH = 5  # words from "by" to the council: "by the U.N. Security Council"
_BLOCKED_REACH = 6  # words between «عطلت» and the draft
_DECISION_WORDS = 4  # words of «قرار مجلس الأمن الدولي 2401»
_VOTED_ON = 2  # words of deciding before a truce: «تصويت … على قرار»
_BROUGHT_REACH = 4  # words of who brings a truce down
_ASIDE = (CueKind.LOCATIVE, CueKind.ABOUT, CueKind.BACKDROP, CueKind.OPENER, CueKind.STATUS, CueKind.DECISION, CueKind.NEGATION)
_HOPED_REACH = 3  # words between «مؤشرات» and the consent that they are of


def decreed(sentence: Sentence, truce: Cue | None) -> Cue | None:
    """«التصويت على قرار هدنة», «قرار المجلس الذي يدعم وقف القتال»: of the truce nothing else is said than who decides it."""
    reach = max(sentence.first, truce.first - _DECISION_REACH) if truce and truce.kind is CueKind.TRUCE else sentence.last
    made = [
        cue
        for cue in sentence.cues.within(reach, truce.first - 1 if truce else reach, CueKind.DECISION)
        if cue.value != "council"
    ]
    if not made or (sentence.words.is_english(made[-1].first) and not made[-1].value):
        return None
    if any(cue.value in NOT_REACHED for cue in sentence.cues.within(sentence.first, sentence.last, CueKind.STATUS)):
        return None  # «تجري محادثات على قرار …»
    draft = any(cue.value == "draft" for cue in made)
    return made[-1]._replace(kind=CueKind.STATUS, value="proposed" if draft else "agreed")


def blocked(sentence: Sentence, cue: Cue) -> Cue | None:
    """«عطلت روسيا مشروع قرار», «سقط في المجلس مشروع القرار»: a draft that is blocked is rejected, and a truce that somebody
    brings down («أسقطت إسرائيل الهدنة») ended; of anything else («عطل القصف المستشفى») such a verb says nothing of a truce."""
    if cue.value != "blocked":
        return cue
    drafts = sentence.cues.within(cue.last + 1, min(cue.last + 1 + _BLOCKED_REACH, sentence.last), CueKind.DECISION)
    near = [draft for draft in drafts if draft.value != "council" and "," not in sentence.gap(cue.last, draft.first)]
    if near or not sentence.words.is_a("brings_down", cue.first, cue.offset):
        return cue._replace(value="rejected") if near else None
    return cue._replace(value="ended") if _is_brought_down(sentence, cue) else None


def _is_brought_down(sentence: Sentence, verb: Cue) -> bool:
    """True for a definite truce behind the verb and its subject; not for «أسقطت طائرة في منطقة خفض التصعيد», «أسقط الفيتو
    الهدنة»."""
    words, end = sentence.words, min(verb.last + 1 + _BROUGHT_REACH, sentence.last)
    truce = next(iter(sentence.cues.within(verb.last + 1, end, CueKind.TRUCE, CueKind.AGREEMENT)), None)
    if truce is None or truce.prefixes or "," in sentence.gap(verb.last, truce.first):
        return False
    named = truce.last > truce.first or sentence.cues.starting(CueKind.TRUCE, truce.last + 1) is not None
    known = named or words.texts[truce.first].startswith("ال")
    return known and not sentence.cues.within(verb.last + 1, truce.first - 1, *_ASIDE)


def decided(sentence: Sentence, cue: Cue) -> Cue:
    """«قرار مجلس الأمن الذي يطالب بهدنة», "adopted a resolution demanding a truce": what a decision demands, a draft or one
    still to be voted on aside, is more than proposed."""
    if cue.value != "proposed":
        return cue
    who = sentence.cues.ending(CueKind.DECISION, cue.first - 1)
    demanding = sentence.words.is_a("demands", cue.first) and (_is_council(who) or _is_by_council(sentence, cue))
    drafted = sentence.cues.within(max(sentence.first, cue.first - _DECISION_REACH), cue.first - 1, CueKind.DECISION)
    if demanding and not any(decision.value == "draft" for decision in drafted):
        return cue._replace(value="agreed")  # "the Security Council demands a truce"
    reach = sentence.cues.within(max(sentence.first, cue.first - _DECISION_REACH), cue.last + 1, CueKind.DECISION)
    made = [decision for decision in reach if decision.value != "council"]
    if not made or any(decision.value for decision in made) or sentence.comma_between(made[-1], cue):
        return cue
    decision = made[-1]
    voted = sentence.cues.within(max(sentence.first, decision.first - _VOTE_REACH), decision.first - 1, CueKind.DECISION)
    if any(earlier.value == "draft" for earlier in voted) or not _is_adopted(sentence, decision):
        return cue
    return cue._replace(value="agreed")


def _is_by_council(sentence: Sentence, demand: Cue) -> bool:
    """«طالب مجلس الأمن بهدنة», "a truce was demanded by the Security Council"; «وطالب مجلس الأمن …» may be what somebody asks
    the council for."""
    texts, behind = sentence.words.texts, demand.last + 1
    if not sentence.words.is_english(demand.first):
        return not demand.prefixes and _is_council(sentence.cues.starting(CueKind.DECISION, behind))
    by = behind if texts[behind : behind + 1] == (_BY,) else len(texts)
    return any(_is_council(cue) for cue in sentence.cues.within(by + 1, by + _BY_REACH, CueKind.DECISION))


def _is_council(cue: Cue | None) -> bool:
    return cue is not None and cue.value == "council"


def _is_adopted(sentence: Sentence, decision: Cue) -> bool:
    """In English only "the resolution", one that has a number, one that was adopted, or one that fighting goes on in spite of
    ("despite a UN resolution demanding a truce"): "a resolution" may be a draft."""
    words, texts = sentence.words, sentence.words.texts
    if not words.is_english(decision.first):
        return True
    clause = sentence.clause_at(decision.first)
    if clause.relation == "concession" and not words.is_a("although", clause.first):
        return True
    before = sentence.cues.within(sentence.first, decision.first - 1, CueKind.STATUS)
    numbered = decision.last < sentence.last and texts[decision.last + 1].isdigit()
    return numbered or texts[decision.first - 1] == "the" or any(cue.value == "agreed" for cue in before)


def before_council(sentence: Sentence, cue: Cue, truce: Cue) -> Cue:
    """«يدرس مجلس الأمن قرارا يطالب بهدنة»: a council that debates a decision has a proposal before it; the two sides do not
    talk."""
    if cue.value != "negotiating":
        return cue
    behind = sentence.cues.within(cue.last + 1, truce.first - 1, CueKind.DECISION)
    council = behind and behind[0].value == "council" and behind[0].first - cue.last <= _COUNCIL_REACH
    debated = council and any(c.value != "council" for c in behind)
    return cue._replace(value="proposed") if debated else cue


def awaits_vote(sentence: Sentence, clause: Clause, cue: Cue, truce: Cue) -> bool:
    """«قبل تصويت على قرار هدنة، وسط مؤشرات على موافقة موسكو»: who will vote for a draft has not made it a decision."""
    if cue.value != "agreed":
        return False
    drafts = [c for c in sentence.cues.within(clause.first, truce.first - 1, CueKind.DECISION) if c.value == "draft"]
    return bool(drafts and sentence.cues.within(max(cue.first - _HOPED_REACH, sentence.first), cue.first - 1, CueKind.PROSPECT))


def decision_meant(sentence: Sentence, clause: Clause) -> Cue | None:
    """«قصف على دوما رغم القرار»: the decision on the truce that the sentence before has named."""
    if clause.relation != "concession" or not sentence.continues:
        return None
    behind = sentence.cues.starting(CueKind.DECISION, clause.opener.last + 1) if clause.opener else None
    known = behind is not None and sentence.words.texts[behind.first].startswith("ال") and not behind.value
    return behind._replace(kind=CueKind.AGREEMENT) if behind and known else None


def of_decision_before(sentence: Sentence, truce: Cue) -> bool:
    """«قرار مجلس الأمن الذي وافقت عليه روسيا والذي دعا إلى هدنة»: relative clauses that speak of a decision of the council."""
    number = next(i for i, c in enumerate(sentence.clauses) if c.first <= truce.first <= c.last)
    head = number
    while head and sentence.clauses[head].relation == "relative":
        head -= 1
    end = sentence.clauses[head].last
    made = sentence.cues.within(end - _DECISION_WORDS, end, CueKind.DECISION) if head < number else []
    return {cue.value for cue in made} == {"", "council"}


def decreed_status(sentence: Sentence, truce: Cue, status: Cue | None, *, placed: bool) -> Cue | None:
    """What the Security Council has decided is agreed, what it is still to vote on proposed («قبل التصويت على قرار …»), where
    no word says more; None where one does («أقر المجلس مشروع القرار»), or the clause says where it holds (`placed`)."""
    if status and status.value == "proposed" and of_decision_before(sentence, truce):
        return status._replace(value="agreed")
    if placed and status:
        return None
    made = [c for c in sentence.cues.within(sentence.first, truce.first - 1, CueKind.DECISION) if c.value != "council"]
    votes = [c for c in made[-_VOTED_ON:] if c.value == "draft"]
    if votes and sentence.cues.within(votes[-1].last + 1, made[-1].first - 1, CueKind.ADHERENCE, CueKind.STATUS):
        votes = []
    if votes and (status is None or (status.value in ("agreed", "announced") and status.first > votes[0].first)):
        return votes[0]._replace(kind=CueKind.STATUS, value="proposed")
    return truce._replace(kind=CueKind.STATUS, value="agreed") if status is None else None
