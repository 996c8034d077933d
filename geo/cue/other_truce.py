"""Truces that no zone of today follows from: those of trade, politics and play, of history and of books, and none at all."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable

from geo.cue.hits import Hits
from geo.cue.record import CueKind, Hit
from geo.text.phrase import Words

_LIVING_SINCE = 1946  # the oldest truces that still hold are those of the late 1940s
_YEAR = re.compile(r"1\d{3}")
_DATED_REACH = 6  # words between a truce and its year
_FEUD_REACH = 4  # words from "in" to the war: "in their oil price war"
_OVER_REACH = 6  # words from a truce to what it is about: "a truce in Washington over the budget"
_WITH_REACH = 4  # words from "with" to the end of the party: "with the port workers' union"
_SIDES_REACH = 8  # words from "between" to the end of both parties: "the central bank and the currency traders"
_DESCRIBED_REACH = 3  # words from «هدنة» to «بين»: «هدنة مؤقتة غير معلنة بين»
_SUBJECT_REACH = 5  # words that the subject of an English sentence begins within: "Liverpool and Manchester United fans"
_MADE_REACH = 4  # words from "agreed" to "truce"
_MADE_FAR_REACH = 7  # words from «اتفقت», with its subject, to «هدنة»
_MARKED_REACH = 6  # words from "marked" to "anniversary", and from there to the truce
_OPENING = 3  # first words of a sentence that say what it speaks of: "The new TV series"
_IN_PLACE_REACH = 3  # words from "no truce" to "in place": "is in"
_LIVING = ("violated", "extended", "in_force")
_YEAR_OF = ("عام", "سنه")  # folded
_PREPOSITIONS = ("in", "في")
_WITH = ("with", "مع")
_ON = ("on", "for")
_BEHIND = (CueKind.OPENER, CueKind.LOCATIVE, CueKind.BACKDROP, CueKind.DATE_RELATION, CueKind.PARTY)


def other_truces(words: Words, hits: Hits, dates: Container[int]) -> list[Hit]:
    """Those truces that are not of arms and of today, or that are not there; `dates` are the words of date expressions."""
    marks = _Marks(words, hits, dates)
    found: list[Hit] = []
    civil = False
    for hit in hits.of(CueKind.TRUCE):
        if marks.is_of_peace(hit) or (civil and marks.is_named_before(hit)):  # "fans called a truce … The truce held"
            civil = True
            found.append(hit)
        elif marks.is_of_history(hit) or marks.is_in_work(hit) or marks.is_none(hit) or marks.is_of_body(hit):
            found.append(hit)
        else:
            civil = False
    return found


class _Marks:
    """What stands around the truces of a text."""

    def __init__(self, words: Words, hits: Hits, dates: Container[int]) -> None:
        self._words = words
        self._dates = dates
        self._openers = set(hits.firsts(CueKind.OPENER))
        self._behind = set(hits.firsts(*_BEHIND))
        self._speech = set(hits.firsts(CueKind.SPEECH))
        self._living = hits.firsts(CueKind.STATUS, values=_LIVING)

    def is_named_before(self, hit: Hit) -> bool:
        """«الهدنة», "the truce"."""
        first, texts = hit.first, self._words.texts
        return texts[first].startswith("ال") or (first > 0 and texts[first - 1] == "the")

    def is_of_peace(self, hit: Hit) -> bool:
        """«هدنة سياسية», "a truce in the trade war", "dockers declared a truce", "the storm granted residents a truce"."""
        return (
            self._is_about_matter(hit)
            or self._is_with_civilians(hit)
            or self._is_made_by_civilians(hit)
            or self._is_brought_by_weather(hit)
        )

    def _is_about_matter(self, hit: Hit) -> bool:
        """«هدنة إعلامية», «هدنة في حرب النفط», "a tariff truce", "a truce in their oil price war", "… over the budget"; not
        «هدنة سياسية وعسكرية»."""
        words, (first, last) = self._words, (hit.first, hit.last)
        beside = first - 1 if words.is_english(first) else last + 1
        if words.joined(min(beside, last)) and words.is_a("civil_matter", beside):
            return not (words.joined(beside) and words.is_a("of_arms", beside + 1))
        for i in self._run(last + 1, _OVER_REACH):
            reach = self._run(i + 1, _FEUD_REACH) if words.joined(i) else range(0)
            if words.texts[i] in _PREPOSITIONS:
                feud = next((n for n in reach if words.is_a("feud", n)), None)
                if feud is not None and any(words.is_a("civil_matter", n) for n in self._around(i + 1, feud)):
                    return True
            elif words.is_a("over_a_matter", i) and any(self._is_matter(n) for n in reach):
                return True
        return False

    def _is_matter(self, word: int) -> bool:
        """ "Over the budget", "over news payments"; "over trade routes" is about routes."""
        words = self._words
        ends = not words.joined(word) or word + 1 in self._behind or word + 1 in self._dates
        return ends and words.is_a("civil_matter", word)

    def _around(self, first: int, feud: int) -> Iterable[int]:
        """The words that say which war it is: before an English noun, behind an Arabic one."""
        return range(first, feud) if self._words.is_english(feud) else self._run(feud + 1, 1)

    def _is_with_civilians(self, hit: Hit) -> bool:
        """«هدنة بين جماهير الناديين», "a truce with management", "between the central bank and the currency traders"; "a truce
        between the army and gangs" has one who is armed."""
        words, last = self._words, hit.last
        english = words.is_english(last)
        behind = self._run(last + 1, 1 if english else _DESCRIBED_REACH)  # «هدنة مؤقتة بين …»
        to = next((i for i in behind if words.texts[i] in _WITH or words.is_a("between", i)), None)
        if to is None or not words.joined(to):
            return False
        reach, sides = self._run(to + 1, _WITH_REACH), self._run(to + 1, _SIDES_REACH)
        named: Iterable[int] = sides if english and words.is_a("between", to) else reach
        named = named if english else [i for i in named if i == to + 1 or words.texts[i].startswith("و")]
        return any(self._is_civilian(i) for i in named) and not any(words.is_a("under_arms", i) for i in sides)

    def _is_made_by_civilians(self, hit: Hit) -> bool:
        """«أعلنت نقابة المعلمين هدنة», "Dockers in Marseille declared a truce", "The gangs, which …, announced a truce"; «دعت
        النقابة إلى هدنة» and "farmers said the army declared a truce" tell of one that others make."""
        words, first = self._words, hit.first
        english, (start, _) = words.is_english(first), words.sentence(words.sentences[first])
        opening = range(start, min(start + (_SUBJECT_REACH if english else 2), first))
        party = next((i for i in opening if self._is_civilian(i)), None)
        made = range(max(first - (_MADE_REACH if english else _MADE_FAR_REACH), start), first)
        verb = next((i for i in reversed(made) if words.is_a("makes_a_truce", i)), None)
        if party is None or verb is None or words.texts[first].startswith("ال"):
            return False
        between = [*self._without_asides(party + 1, verb), *range(verb + 1, first)]
        blocked = self._openers | self._speech
        armed = any(words.is_a("under_arms", i) for i in (*range(start, party), *between, *self._other_side(hit.last)))
        return not armed and not any(i in blocked and i != verb for i in between)

    def _other_side(self, last: int) -> range:
        """The words that name whom a truce is made with: «هدنة مع الجيش»."""
        to = next((i for i in self._run(last + 1, _DESCRIBED_REACH) if self._words.texts[i] in _WITH), None)
        return range(0) if to is None else self._run(to + 1, _WITH_REACH)

    def _is_brought_by_weather(self, hit: Hit) -> bool:
        """«منحت العاصفة الأهالي هدنة قصيرة», "The storm that hit Tartous granted residents a truce"; not "the snow gave way to
        a truce", nor a truce of those who are armed."""
        words, (first, last) = self._words, (hit.first, hit.last)
        start, end = words.sentence(words.sentences[first])
        verbs = words.of_class("brings_a_truce", max(first - _MADE_FAR_REACH, start), first - 1)
        if not verbs or words.texts[first].startswith("ال") or words.texts[verbs[-1] + 1] == "way":
            return False
        before = verbs[-1] - 1 if words.is_english(first) else first - 1  # an Arabic verb may stand before its subject
        armed = words.of_class("under_arms", start, min(last + _SIDES_REACH, end))
        return not armed and bool(words.of_class("weather", start, before))

    def _is_civilian(self, word: int) -> bool:
        """«عصابات», "gangs"; not «العصابات المسلحة», "armed gangs"."""
        words = self._words
        if not words.is_a("civil_party", word):
            return False
        beside = word - 1 if words.is_english(word) else word + 1
        return not (words.joined(min(beside, word)) and words.is_a("under_arms", beside))

    def _without_asides(self, first: int, last: int) -> list[int]:
        """The words [first, last) without what two commas enclose, from the first comma to the last."""
        commas = [i for i in range(max(first - 1, 0), last) if "," in self._words.between(i, i + 1)]
        if len(commas) < 2:
            return [*range(first, last)]
        return [*range(first, commas[0] + 1), *range(commas[-1] + 1, last)]

    def is_of_history(self, hit: Hit) -> bool:
        """ "The Christmas truce of 1914", «في مثل هذا اليوم من عام 1949 … هدنة», "marked the anniversary of the armistice",
        «قصة الهدنة»; not "marked the anniversary of the armistice, which still holds"."""
        words, (first, last) = self._words, (hit.first, hit.last)
        start, end = words.sentence(words.sentences[first])
        near = range(max(first - _DATED_REACH, start), min(last + _DATED_REACH, end) + 1)
        if any(self._is_long_past(i) for i in near):
            return True
        if any(words.is_a("tale", i) for i in self._owners(first, start)):
            return True
        if any(first < i <= end for i in self._living):
            return False
        threes = (" ".join(words.texts[i : i + 3]) for i in range(start, end - 1))
        this_day = any(three in words.classes["this_day"] for three in threes)
        years = (i for i in range(start, end + 1) if i in self._dates and words.texts[i].isdigit() and len(words.texts[i]) == 4)
        return (this_day and any(years)) or self._is_remembered(first, start)

    def _is_long_past(self, word: int) -> bool:
        text = self._words.texts[word]
        if word not in self._dates and (not word or self._words.texts[word - 1] not in _YEAR_OF):
            return False
        return _YEAR.fullmatch(text) is not None and int(text) < _LIVING_SINCE

    def _owners(self, first: int, start: int) -> Iterable[int]:
        """The noun that owns a truce: «قصة الهدنة», "the story of the truce"."""
        if not self._words.is_english(first):
            return range(max(first - 1, start), first)
        of = next((i for i in range(first - 1, max(first - 3, start), -1) if self._words.texts[i] == "of"), None)
        return () if of is None else (of - 1,)

    def _is_remembered(self, first: int, start: int) -> bool:
        """«أحيت باكو ذكرى هدنة عام 1994», "Baku marked the anniversary of the truce"."""
        words = self._words
        near = range(max(first - _MARKED_REACH, start), first)
        day = next((i for i in reversed(near) if words.is_a("anniversary", i)), None)
        marked = range(max(day - _MARKED_REACH, start), day) if day is not None else ()
        return any(words.is_a("commemorates", i) for i in marked)

    def is_in_work(self, hit: Hit) -> bool:
        """«رواية "هدنة في حمص" … تروي», "The documentary follows rescuers in the days before the truce": a sentence that begins
        with a work and says what it tells; "a film crew" is none."""
        words, first = self._words, hit.first
        start, end = words.sentence(words.sentences[first])
        opening = range(start, min(start + _OPENING, end) + 1)
        work = next((i for i in opening if words.is_a("work_of_art", i) and not self._is_of_makers(i)), None)
        return work is not None and any(words.is_a("tells_a_story", i) for i in range(start, end + 1) if i != work)

    def is_none(self, hit: Hit) -> bool:
        """«والمعارك مستمرة ولا هدنة», «لا حديث عن هدنة», "no talk of a truce", "no ceasefire is in place": fighting of which a
        text says that no truce is there; «لا هدنة في حلب», "there is no sign of a truce in Homs" say where none is."""
        words, (first, last) = self._words, (hit.first, hit.last)
        if not words.is_english(first):
            told = first - 1 if hit.written.prefixes else first - 2  # «لا أفق لهدنة», «لا حديث عن هدنة»
            none = first > 0 and words.is_a("and_not", first - 1) and words.texts[first - 1].startswith("و")
            none = none or (told > 0 and words.is_a("word_of", told) and words.is_a("not_any", told - 1))
            return none and self._ends_there(last)
        start = max(first - 2, 0)
        of = next((i for i in range(first - 1, start - 1, -1) if words.texts[i] == "of"), None)
        if of is not None:
            return of > 1 and words.is_a("word_of", of - 1) and words.is_a("not_any", of - 2) and self._ends_there(last)
        reach = self._run(last + 1, _IN_PLACE_REACH)
        return first > 0 and words.is_a("not_any", first - 1) and any(words.is_a("in_place", i) for i in reach)

    def is_of_body(self, hit: Hit) -> bool:
        """ "The Coordinating Committee on the Cessation of Hostilities will help": the name of a body, whatever it does.
        English only."""
        words, on = self._words, hit.first - 1
        on -= on > 0 and words.texts[on] == "the"
        return on > 0 and words.texts[on] in _ON and words.is_a("truce_body", on - 1)

    def _ends_there(self, last: int) -> bool:
        return not self._words.joined(last) or last + 1 in self._openers

    def _is_of_makers(self, word: int) -> bool:
        return self._words.joined(word) and self._words.is_a("makers", word + 1)

    def _run(self, first: int, length: int) -> range:
        """At most `length` words from one on that is joined to the word before it, as far as only spaces part them."""
        words = self._words
        if first < 1 or first >= len(words) or not words.joined(first - 1):
            return range(0)
        last = first
        while last - first + 1 < length and words.joined(last):
            last += 1
        return range(first, last + 1)
