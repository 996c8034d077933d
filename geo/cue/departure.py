"""Departures: those who leave a place under an accord, whether a word calls it an evacuation or not."""

from __future__ import annotations

from geo.cue.hits import Hits
from geo.cue.record import SETTLEMENT, CueKind, Hit
from geo.text.phrase import Words

EVACUATION_SETTLEMENT = "evacuation_settlement"
ANSWERS = ("agreed", "rejected", "proposed")
SUBJECT_REACH = 3  # words between those who leave and «خرجوا»
LEFT_REACH = 8  # words between «خروج» and the «من» of what is left
EVACUEES_REACH = 6  # words between «خروج» and those who leave
_EVACUEES_FAR_REACH = 8  # the same, with no mark between them
_ANSWER_REACH = 7  # words between «وافق» and «الخروج»
_ANSWER_REACH_ARABIC = 11  # the same, where the sides that agreed stand between
_BUSES_REACH = 7  # words behind «غادرت» in which buses are named
_OTHER_REACH = 4  # words from "leave" to what is no town: "the ruling coalition"
_INSIDE_REACH = 18  # words from "fighters in" to "taken to"
_ARMS_REACH = 3  # words from «السلاح» to «والخروج»


def evacuations(words: Words, hits: Hits) -> list[Hit]:
    """«خروج دفعة من المسلحين من حرستا»: fighters leave a place under the settlement or evacuation that the text speaks of, on
    buses that are sent for them in a text of a truce, in exchange for others, or as they agreed or refused to («وافق المسلحون
    على الخروج من …»)."""
    leaving = [hit for hit in hits.of(CueKind.EVACUATION) if hit.value != "withdraws"]
    if not leaving:
        return []
    accords, taken = _Accords(words, hits), hits.in_truces()
    return [
        as_evacuation(hit) for hit in leaving
        if hit.first not in taken and _in_one_sentence(words, hit) and accords.are_left_under(hit)
    ]  # fmt: skip


def as_evacuation(hit: Hit) -> Hit:
    """Words of leaving, read as the name of the accord under which somebody leaves."""
    return hit.read_as(CueKind.TRUCE, EVACUATION_SETTLEMENT)


class _Accords:
    """What a text tells of accords, of answers to one, and of those who may leave under it."""

    def __init__(self, words: Words, hits: Hits) -> None:
        self._words = words
        settled = hits.of(CueKind.AGREEMENT, values=(SETTLEMENT,)) or hits.of(CueKind.TRUCE, values=(EVACUATION_SETTLEMENT,))
        self._buses = set(hits.firsts(CueKind.DEPLOYMENT, values=("evacuees",)))
        self._is_settled = bool(settled or (self._buses and hits.of(CueKind.TRUCE, CueKind.AGREEMENT)))
        self._exchanged = hits.sentences(CueKind.EXCHANGE)
        self._answers = {hit.last for hit in hits.of(CueKind.STATUS) if _is_answer(words, hit)}
        self._agreed = set(hits.lasts(CueKind.STATUS, values=("agreed",)))
        self._decided = set(hits.lasts(CueKind.STATUS, values=("agreed", "rejected")))
        people = hits.of(CueKind.EVACUEES)
        self._evacuees = {hit.first for hit in people if not hit.value or _is_counted(words, hit.first)}
        self._named = {hit.last for hit in people}
        fighters = hits.firsts(CueKind.CONFLICT, values=("",))
        self._armed = self._evacuees | {i for i in fighters if not words.is_a("state_force", i)}
        self._away = set(hits.firsts(CueKind.LOCATIVE, values=("from",)))
        self._inside = set(hits.firsts(CueKind.LOCATIVE, values=("in",)))
        self._towards = set(hits.firsts(CueKind.LOCATIVE, values=("destination",)))

    def are_left_under(self, hit: Hit) -> bool:
        """True for words of leaving that tell of people who leave a place, under an accord or as they answered to one."""
        taken = self._are_taken_elsewhere(hit)
        people, place = taken or self._names_people(hit), taken or self._names_place(hit)
        answer = self._answer_before(hit)
        if answer is not None and self._is_answered(hit, answer, people=people):
            return place or self._leaves_as_answered(hit, answer)
        return people and place and (self._is_settled or self._words.sentences[hit.first] in self._exchanged)

    def _names_people(self, hit: Hit) -> bool:
        """Those who leave, around the verb; behind "leaves" also buses."""
        words, evacuees, behind = self._words, self._evacuees, hit.last + 1
        if any(i in evacuees for i in range(hit.first - SUBJECT_REACH, behind + EVACUEES_REACH)):
            return True
        far = range(behind, min(behind + _EVACUEES_FAR_REACH, len(words)))
        if any(i in evacuees and all(map(words.joined, range(hit.last, i))) for i in far):
            return True
        if hit.value != "leaves":
            return False
        buses = any(i in self._buses for i in range(behind, behind + _BUSES_REACH))
        return buses or (self._is_settled and _are_people_taken(words, hit.first))

    def _names_place(self, hit: Hit) -> bool:
        behind = range(hit.last + 1, min(hit.last + 1 + LEFT_REACH, len(self._words)))
        return hit.value == "leaves" or any(i in self._away or self._words.is_a("from_there", i) for i in behind)

    def _are_taken_elsewhere(self, hit: Hit) -> bool:
        """ "The fighters in Beit Jinn, cornered by the army, will be taken to Idlib": those who are taken stand where they are.
        English only."""
        if hit.value != "taken" or hit.last + 1 not in self._towards:
            return False
        start, _ = self._words.sentence(self._words.sentences[hit.first])
        before = range(max(start, hit.first - _INSIDE_REACH), hit.first - 1)
        return any(i in self._armed and i + 1 in self._inside for i in before)

    def _answer_before(self, hit: Hit) -> int | None:
        """The answer or demand before words of leaving: the nearest, or the farthest where the nearest is an offer that is
        answered («رفضوا عرضا بالخروج»); of «رفضوا المطالب بالخروج» the demand."""
        words, here = self._words, self._words.sentences[hit.first]
        reach = _ANSWER_REACH if words.is_english(hit.first) else _ANSWER_REACH_ARABIC
        before = range(hit.first - 1, hit.first - 1 - reach, -1)
        said = [i for i in before if i in self._answers and words.sentences[i] == here]
        if not said:
            return None
        return said[-1] if words.is_a("offer_to_leave", said[0]) else said[0]

    def _is_answered(self, hit: Hit, answer: int, *, people: bool) -> bool:
        """True where those who answer are those who leave: armed men between the two words, in English also beside the word
        of leaving or, where an offer stands between, before the answer."""
        words, first, armed = self._words, hit.first, self._armed
        if is_another(words, hit):
            return False
        if any(i in armed for i in range(answer + 1, first)):
            return True
        if not words.is_english(first):
            return False
        if people or any(i in self._named for i in range(first - SUBJECT_REACH, first)):
            return True
        start, _ = words.sentence(words.sentences[first])
        offered = any(i in self._answers and words.is_a("offer_to_leave", i) for i in range(answer, first))
        return offered and any(i in armed and is_own_answer(words, i, answer, first) for i in range(start, answer))

    def _leaves_as_answered(self, hit: Hit, answer: int) -> bool:
        """«وافق المقاتلون في دوما على الخروج إلى إدلب», «عرضا لتسليم السلاح والخروج»: where they stand, or what else they give
        up, says what they leave."""
        words, first = self._words, hit.first
        if hit.last + 1 in self._towards and any(answer < i < first for i in self._inside):
            return True
        if answer in self._decided and _follows_arms(words, first):
            return True
        surrenders = words.is_a("gives_up", first) and answer in self._agreed and not is_before_court(words, hit)
        return surrenders and not words.is_english(first)


def is_another(words: Words, hit: Hit) -> bool:
    """«خروج الجرحى», "leave the coalition": those who leave are sick, or what they leave is no town."""
    behind = hit.last + 1
    _, end = words.sentence(words.sentences[hit.first])
    left = range(behind, min(hit.last + _OTHER_REACH, end) + 1)
    return any(words.is_a("other_leaving", i) for i in left) or (hit.last < end and words.is_a("sick", behind))


def is_before_court(words: Words, hit: Hit) -> bool:
    """ "Surrender to the police", "surrender their captives": no town is given up."""
    _, end = words.sentence(words.sentences[hit.last])
    behind = range(hit.last + 1, min(hit.last + _OTHER_REACH, end) + 1)
    return any(words.is_a("given_up_to", i) or words.is_a("other_leaving", i) for i in behind)


def is_own_answer(words: Words, armed: int, verb: int, leaving: int) -> bool:
    """ "Rebels agreed on Monday to leave"; in "gunmen killed people trying to leave" others stand between."""
    others = any(words.is_a("taken_out", i) for i in range(armed, leaving))
    return not others and not any("," in words.between(i, i + 1) for i in range(verb, leaving))


def _is_answer(words: Words, status: Hit) -> bool:
    """An answer to an accord or the demand for one, in English also talks; not "Iran-backed"."""
    answers = status.value in ANSWERS or (status.value == "negotiating" and status.is_english)
    return answers and words.between(status.first - 1, status.first) != "-"


def _are_people_taken(words: Words, verb: int) -> bool:
    """ "People still in the last pocket are being evacuated": whoever is taken out stands before a passive. English only."""
    start, _ = words.sentence(words.sentences[verb])
    people = any(words.is_a("taken_out", i) for i in range(max(start, verb - _INSIDE_REACH), verb - 1))
    return people and verb > start and words.is_a("passive", verb - 1)


def _follows_arms(words: Words, leaving: int) -> bool:
    """«تسليم السلاح الثقيل والخروج»: those who hand over their arms leave where they are. Arabic only."""
    arms = any(words.is_a("arms", i) for i in range(max(leaving - _ARMS_REACH, 0), leaving))
    return arms and words.texts[leaving].startswith("و")


def _is_counted(words: Words, noun: int) -> bool:
    """«3200 مسلح», «أكثر من مئة مقاتل»: many, and not one man."""
    before = words.texts[noun - 1] if noun else ""
    return before.isdigit() or before.removeprefix("و") in words.classes["hundreds"]


def _in_one_sentence(words: Words, hit: Hit) -> bool:
    return words.sentences[hit.first] == words.sentences[min(hit.last + 1, len(words) - 1)]
