"""Departures in Arabic that an accord, talks or an answer right before them speaks of."""

from __future__ import annotations

from geo.cue.departure import EVACUEES_REACH, LEFT_REACH, SUBJECT_REACH, as_evacuation, is_another
from geo.cue.hits import Hits
from geo.cue.record import CueKind, Hit
from geo.text.phrase import Words

_SPOKEN_REACH = 6  # words from an accord, or what is said of one, to those who leave under it
_SPOKEN_OF = ("agreed", "rejected", "negotiating")
_FARES = ("suspended", "completed")


def arabic_departures(words: Words, hits: Hits) -> list[Hit]:
    """«تفاهم على إجلاء سكان الفوعة», «استؤنف إخراج أهالي كفريا», «اتفاق على تسليم السلاح الثقيل»: those who are taken out, or
    the arms that are handed over, right behind words of an accord, of talks or an answer."""
    leaving = [hit for hit in hits.of(CueKind.EVACUATION) if not hit.is_english and hit.value != "withdraws"]
    if not leaving:
        return []
    spoken, taken = _SpokenOf(words, hits), hits.in_truces()
    return [as_evacuation(hit) for hit in leaving if hit.first not in taken and spoken.is_spoken_of(hit)]


class _SpokenOf:
    """What a text says of accords, talks, answers, offers, and of what is suspended or taken up again."""

    def __init__(self, words: Words, hits: Hits) -> None:
        self._words = words
        self._deals = hits.lasts(CueKind.AGREEMENT, CueKind.EXCHANGE)
        self._answers = hits.lasts(CueKind.STATUS, values=_SPOKEN_OF)
        self._offers = hits.lasts(CueKind.STATUS, values=("proposed",))
        self._talks = hits.lasts(CueKind.STATUS, values=("negotiating",))
        self._courses = [*hits.lasts(CueKind.STATUS, values=_FARES), *hits.lasts(CueKind.RESUMPTION)]
        self._armed = hits.firsts(CueKind.EVACUEES)
        self._away = set(hits.firsts(CueKind.LOCATIVE, values=("from",)))

    def is_spoken_of(self, hit: Hit) -> bool:
        """True for words of leaving, or of arms, that an accord or an answer before them is about."""
        words = self._words
        start, end = words.sentence(words.sentences[hit.first])
        near = range(max(hit.first - _SPOKEN_REACH, start), hit.first)
        behind = range(hit.last + 1, min(hit.last + 1 + LEFT_REACH, end))
        if any(words.is_a("other_leaving", i) for i in behind):
            return False
        dealt = any(i in near for i in self._deals)
        if self._are_people_left(hit, start, end, behind, dealt=dealt):
            return True
        offered = any(i in near for i in self._offers) and any(start <= i < hit.first for i in self._answers)
        arms = bool(words.of_class("arms", hit.first, hit.last)) and any(start <= i <= end for i in self._armed)
        return arms and (dealt or offered)  # «وافقت على عرض لتسليم السلاح»

    def _are_people_left(self, hit: Hit, start: int, end: int, behind: range, *, dealt: bool) -> bool:
        """True for people who leave, or are taken out of, a place in the sentence [start, end]."""
        words, first, last = self._words, hit.first, hit.last
        fighters = any(max(start, first - SUBJECT_REACH) <= i <= min(end, last + 1 + EVACUEES_REACH) for i in self._armed)
        all_of = last + 2 <= end and words.is_a("whole", last + 1)  # «إجلاء كامل سكان الفوعة»
        people = last < end and words.is_a("taken_out", last + 1 + all_of)
        if not (hit.value == "leaves" or people or any(i in self._away or words.is_a("from_there", i) for i in behind)):
            return False
        near = range(max(first - _SPOKEN_REACH, start), first)
        going = any(i in near or i == last for i in self._courses)  # «تعليق إجلاء»
        if (dealt or going) and (fighters or people):
            return True
        return self._is_answered(hit, start, near) and (fighters or (people and bool(self._deals)))

    def _is_answered(self, hit: Hit, start: int, near: range) -> bool:
        """«وافقوا على الخروج», «تتفاوض … على خروج»; not «رفضوا تهجيرهم»."""
        words, first = self._words, hit.first
        talked = words.is_a("about_what", first - 1) and any(start <= i < first for i in self._talks)
        answered = talked or any(i in near for i in self._answers)
        return answered and not words.is_a("displaces", first, hit.written.offset) and not is_another(words, hit)
