"""One sentence with all that the earlier stages found in it: what coverage and claims are read from."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from operator import itemgetter

from geo.cue import Cue, CueKind
from geo.edtf import Granularity
from geo.gazetteer import SETTLEMENTS
from geo.syntax.clause import Clause
from geo.syntax.read_text import ReadText
from geo.timex import Timex
from geo.toponym.resolution import Resolution, Role

_THE = "ال"
_AS = "as"


class Sentence:
    """The sentence of that number: the words [first, last], both included. `continues` if the one before spoke of a truce,
    `counting` if it counted off the zones of one, or announced a list with a colon.

    `statuses` keeps what `geo.status.finding.find_status` answered, by a clause's first word and its truce.
    """

    def __init__(self, read: ReadText, number: int, continues: bool, counting: bool = False) -> None:
        self.read = read
        self.number = number
        self.continues = continues
        self.counting = counting
        self.words = read.words
        self.cues = read.cues
        self.first, self.last = read.words.sentence(number)
        self.statuses: dict[tuple[int, Cue | None], Cue | None] = {}

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """Its clauses in order, never none."""
        return self.read.clauses.of(self.number)

    def clause_at(self, word: int) -> Clause:
        """The clause that word `word` of the sentence stands in."""
        return next(clause for clause in self.clauses if clause.first <= word <= clause.last)

    def is_alongside(self, clause: Clause) -> bool:
        """True for what is told beside the news: «فيما تواصلت المعارك», "while the army advanced", "as fighting raged"."""
        return clause.relation == "contrast" or self.words.texts[clause.first] == _AS

    @cached_property
    def dates(self) -> tuple[tuple[int, Timex], ...]:
        """Its date expressions, each behind the number of its first word."""
        dates = self.read.dates
        start = bisect_left(dates, self.first, key=itemgetter(0))
        return dates[start : bisect_right(dates, self.last, start, key=itemgetter(0))]

    @cached_property
    def entry(self) -> Timex | None:
        """The day that opens its line, before a colon or a dash, as an entry of a chronicle begins: "- July 19: …"."""
        text = self.read.text
        for _, timex in self.dates[:1]:
            start = text.rfind("\n", 0, timex.span.start) + 1
            day = timex.value is not None and timex.value.granularity is Granularity.DAY
            if day and _ENTRY_MARK.fullmatch(text, start, timex.span.start) and _ENDS_ENTRY_DAY.match(text, timex.span.end):
                return timex
        return None

    @cached_property
    def speaks_of_truce(self) -> bool:
        return bool(self.cues.within(self.first, self.last, CueKind.TRUCE, CueKind.AGREEMENT))

    @property
    def asks(self) -> bool:
        """True for a question that leaves open whether something is so: «هل انتهت الهدنة؟»; «ما هي بنود اتفاق الهدنة؟» takes
        the truce for granted."""
        return self.is_question and not self.words.of_class("asks_for_more", self.first, self.last)

    @property
    def is_question(self) -> bool:
        """True for a sentence that ends with a question mark."""
        behind = self.words.starts[self.last + 1] if self.last + 1 < len(self.words) else None
        return "?" in self.words.folded.text[self.words.ends[self.last] : behind].split("\n")[0]

    @property
    def announces_zones(self) -> bool:
        """True if zones may be counted off next: it ends with a colon, or names several («أربع مناطق»)."""
        colon = self.last + 1 < len(self.words) and ":" in self.words.between(self.last, self.last + 1)
        return colon or self._names_zones(self.last)

    def _names_zones(self, word: int) -> bool:
        named = self.cues.within(self.first, word, CueKind.ZONES)
        return any(self.words.is_a("zones", i) for cue in named for i in (cue.first, cue.last))

    @cached_property
    def zone_heads(self) -> tuple[int, ...]:
        """The last words of what counts off zones of the truce spoken of before: «المنطقة الأولى», "the second zone"; once one
        is counted, also «وتضم الثانية», «أما الرابعة», "the third", and the number or the dash that a line begins with."""
        if not (self.continues or self.speaks_of_truce):
            return ()
        heads: list[int] = []
        for ordinal in self.cues.within(self.first, self.last, CueKind.ORDINAL):
            behind = ordinal.last + 1
            named = self.is_zone(ordinal.first - 1) or (behind <= self.last and self.is_zone(behind))
            begun = heads or self.counting or self._names_zones(ordinal.first)
            if named or (begun and self._stands_alone(ordinal)):
                heads.append(behind if behind <= self.last and self.is_zone(behind) else ordinal.last)
        mark = self._mark if self.counting else None
        mark = self._colon if mark is None else mark
        mark = self._located if mark is None else mark
        return tuple(heads) or ((mark,) if mark is not None else ())

    def is_zone(self, word: int) -> bool:
        """True for the word «منطقة», "zone"."""
        return word >= self.first and self.words.texts[word].removeprefix("و") in self.words.classes["zone"]

    def _stands_alone(self, ordinal: Cue) -> bool:
        """«والثالثة», «تضم الثانية», «أما الرابعة», «أولها», "the third": an ordinal that hangs on no noun."""
        texts, before = self.words.texts, ordinal.first - 1
        if self.words.is_english(ordinal.first):
            opens = before == self.first or texts[before - 1] == "and" or "," in self.gap(before - 1, before)
            return before >= self.first and texts[before] == "the" and opens
        opened = any(self.cues.ending(kind, before) for kind in (CueKind.COVERAGE, CueKind.OPENER))
        opened = opened or ordinal.first == self.first or bool({",", ":"} & {*self.gap(before, ordinal.first)})
        return opened or ordinal.prefixes[:1] == ("و",) or texts[ordinal.last].endswith(_OF_THEM)

    @property
    def _colon(self) -> int | None:
        """The word before the colon of "four zones: Idlib with parts of Aleppo; Eastern Ghouta; …", "four zones in Syria: "."""
        parted = self.last + 1 < len(self.words) and ";" in self.words.between(self.last, self.last + 1)
        for cue in self.cues.within(self.first, self.last, CueKind.ZONES):
            colon = next(
                (i for i in range(cue.last, min(cue.last + _LISTED_REACH, self.last)) if ":" in self.gap(i, i + 1)), None
            )
            if cue.value != "many" or colon is None or not self._leads_to_list(cue.last, colon):
                continue
            if self.cues.within(self.first, colon, CueKind.EXCLUSION, CueKind.NEGATION):
                continue  # "does not include four areas: …"
            named = self.cues.within(self.first, colon, CueKind.TRUCE, CueKind.AGREEMENT) or self.continues
            if not named:  # "aid reached four areas: …, under the truce"
                continue
            if parted or len([r for r in self.places if r.mention.first > colon]) >= _LISTED:
                return colon
        return None

    @property
    def _located(self) -> int | None:
        """The verb of "the (four) zones are in Idlib …", «وتقع المناطق (الأربع) في إدلب …»: with it a sentence opens that says
        where those are that the one before counted."""
        words, first = self.words, self._start_of_located
        near = range(first, min(first + _LOCATED_REACH, self.last))
        noun = next((i for i in near if words.is_a("zones", i)), None)
        others = any(words.is_a("other_ones", i) for i in near)  # «المناطق الثلاث الأخرى», "the other three zones"
        if noun is None or not (self.counting or (others and self.continues)):
            return None
        if not words.is_english(noun):
            named = self.cues.starting(CueKind.ZONES, noun)  # «المناطق الأربع»
            last = named.last if named else noun
            last += last < self.last and words.is_a("other_ones", last + 1)
            return last if noun == first + 1 and words.is_a("lie_in", first) and self._is_in(last + 1) else None
        kind = self.cues.ending(CueKind.TRUCE, noun)  # "the three de-escalation zones"
        between = range(first + 1, kind.first if kind else noun)
        counted = words.texts[first] == "the" and all(words.is_a("count", i) or words.is_a("other_ones", i) for i in between)
        lies = next((i for i in range(noun + 1, min(noun + 3, self.last)) if self._is_in(i + 1)), None)
        if lies is None and any(self.edge(r, noun + 2) == noun + 2 for r in self.places if r.mention.first >= noun + 2):
            lies = noun + 1  # "the four zones are Idlib province, …"
        verbs = range(noun + 1, lies + 1) if lies is not None else ()
        return lies if counted and verbs and all(words.is_a("lie_in", i) for i in verbs) else None

    @property
    def _start_of_located(self) -> int:
        """Where such a sentence begins: behind the comma of "under a memorandum signed in Astana, the four zones are …"."""
        behind = range(self.first + 1, min(self.first + _FRONTED_REACH, self.last))
        parted = (i for i in behind if self.words.texts[i] == "the" and "," in self.words.between(i - 1, i))
        fronted = self.cues.starting(CueKind.IMPLEMENTING, self.first) is not None
        return next(parted, self.first) if fronted else self.first

    def _is_in(self, word: int) -> bool:
        preposition = self.cues.starting(CueKind.LOCATIVE, word)
        return preposition is not None and preposition.value == "in"

    def _leads_to_list(self, word: int, colon: int) -> bool:
        """ "Four areas (are listed)", "four zones (in Syria)"."""
        between = range(word + 1, colon + 1)
        located = word < colon and self.words.texts[word + 1] == "in"
        return located or all(self.words.is_a("are_listed", i) for i in between)

    @property
    def _mark(self) -> int | None:
        """The word before the first that a numbered or dashed line says, or what follows a semicolon: «1- محافظة إدلب»,
        «- محافظة إدلب», "; and Eastern Ghouta"."""
        first = self.first
        if first and ";" in self.words.between(first - 1, first):
            return first if self.words.texts[first] == "and" else first - 1
        if _NUMBER.fullmatch(self.words.texts[first]) and first < self.last and self.gap(first, first + 1).strip() in _MARKS:
            return first
        before = self.words.between(first - 1, first) if first else ""
        numbered = first > 0 and self.words.sentence_starts[self.number - 1] == first - 1 and _NUMBER.fullmatch(
            self.words.texts[first - 1]
        )  # fmt: skip
        return first - 1 if numbered or ("\n" in before and before.strip(" \n")[-1:] in _DASHES) else None

    @property
    def is_number(self) -> bool:
        """True for the «1.» of a numbered line."""
        return self.first == self.last and bool(_NUMBER.fullmatch(self.words.texts[self.first]))

    @cached_property
    def figurative(self) -> bool:
        """A truce between doctors and a ministry, or in a trade war: the words of such matters, and none of fighting."""
        if not self.cues.within(self.first, self.last, CueKind.FIGURATIVE):
            return False
        truces = self.cues.within(self.first, self.last, CueKind.TRUCE)
        fighting = self.cues.within(self.first, self.last, CueKind.CONFLICT)
        return all(any(t.first <= f.first <= t.last for t in truces) for f in fighting)

    def cues_in(self, clause: Clause, *kinds: CueKind) -> list[Cue]:
        """The cues of some kinds in a clause, in order."""
        return self.cues.within(clause.first, clause.last, *kinds)

    @cached_property
    def places(self) -> list[Resolution]:
        """The places in the sentence that a truce may cover, in order."""
        firsts = self.read.place_firsts
        return list(self.read.places[bisect_left(firsts, self.first) : bisect_right(firsts, self.last)])

    @property
    def elsewhere(self) -> list[Resolution]:
        """The places outside of the sentence that a truce may cover, in order."""
        return [r for r in self.read.places if not self.first <= r.mention.first <= self.last]

    def places_in(self, clause: Clause) -> list[Resolution]:
        """The places in a clause that a truce may cover, in order."""
        return [r for r in self.places if clause.first <= r.mention.first and r.mention.last <= clause.last]

    def gap(self, left: int, right: int) -> str:
        """The folded text between word `left` and word `right`."""
        return self.words.folded.text[self.words.ends[left] : self.words.starts[right]]

    def undated_gap(self, left: int, right: int) -> str:
        """The same without dates that hold commas themselves: "agreed to a truce on Friday, May 6, in the city of …"."""
        pieces: list[str] = []
        for _, timex in self.dates:
            inside = self.words.within(timex.span)
            if left < inside.start and inside.stop <= right and "," in timex.span.of(self.read.text):
                pieces.append(self.gap(left, inside.start).rstrip(", "))
                left = inside.stop - 1
        last = self.gap(left, right)
        return " ".join((*pieces, last.lstrip(", ") if pieces else last))

    def comma_between(self, one: Cue, other: Cue) -> bool:
        left, right = sorted((one, other), key=lambda cue: cue.first)
        return left.last < right.first and "," in self.gap(left.last, right.first)

    def edge(self, resolution: Resolution, floor: int, *, people: bool = False) -> int:
        """The first of the head words before a place («مناطق», «مدينة»), not before word `floor`; `people` takes those who
        live or fight there for head words too («أهالي»)."""
        kinds = (CueKind.ZONES, CueKind.OFFICE, CueKind.EVACUEES) if people else (CueKind.ZONES,)
        edge = resolution.mention.first
        while edge - 1 >= floor:
            head = next((cue for kind in kinds if (cue := self.cues.ending(kind, edge - 1))), None)
            head = head or self._capital(edge - 1) or self._of_which(edge - 1)
            if head is None and not self.words.is_a("all_of", edge - 1):  # «في كل سورية»
                break
            edge = head.first if head else edge - 1
        return edge

    def _of_which(self, word: int) -> Cue | None:
        """«مناطق عدة، بينها الرستن», "several areas including Rastan": the word for the places of which some are named."""
        kinds = (CueKind.COVERAGE, CueKind.LOCATIVE)
        among = next((cue for kind in kinds if (cue := self.cues.ending(kind, word)) and cue.value == "including"), None)
        nouns = (among.first - 1, among.first - 2) if among else ()
        unnamed = next((cue for noun in nouns if (cue := self.cues.ending(CueKind.ZONES, noun))), None)
        return unnamed or (self._towns_of_wide(word) if self.words.is_a("such_as", word) else None)

    def _towns_of_wide(self, link: int) -> Cue | None:
        """«مناطق في ريف دمشق، منها قدسيا»: the word for the towns, before the wider place that they lie in and word `link`."""
        link -= self.words.is_a("such_as", link - 1)  # «من بينها»
        wide = next((r for r in self.read.resolutions if r.mention.last == link - 1 and self.first <= r.mention.first), None)
        floor = max(wide.mention.first - _TOWNS_REACH, self.first) if wide else link
        towns = self.cues.within(floor, wide.mention.first - 1, CueKind.ZONES) if wide else []
        whole = any(self.words.is_a("whole", i) for i in range(floor, link))
        return towns[-1] if towns and not whole else None

    def _capital(self, word: int) -> Cue | None:
        """«العاصمة طرابلس», «العاصمة الليبية طرابلس»: a capital's title that ends with a word."""
        adjective = self.read.demonyms.at(self.words, word)
        return self.cues.ending(CueKind.CAPITAL, word - 1 if adjective and adjective.last == word else word)

    def preposition(self, word: int) -> Cue | None:
        """The preposition of place that ends with a word."""
        return self.cues.ending(CueKind.LOCATIVE, word) if word >= self.first else None

    def light_verb(self, clause: Clause, status: Cue) -> Cue | None:
        """The verb that carries a status noun: «شهدت … خروقات», «يجرون محادثات».

        One that only makes a phrase with the status («دخلت الهدنة … حيز التنفيذ») may stand anywhere before it in the clause.
        """
        reach = max(clause.first, status.first - 1 - LIGHT_VERB_REACH)
        before = self.cues.within(clause.first, status.first - 1, CueKind.LIGHT_VERB)
        found = [cue for cue in before if not cue.value and cue.first >= reach]
        split = [cue for cue in before if cue.value == status.value and not self._is_parted_by_noun(cue, status)]
        return next(iter(found or split), None)

    def _is_parted_by_noun(self, verb: Cue, status: Cue) -> bool:
        """In «يصبح كله تحت سيطرة النظام، مع انطلاق المرحلة» a comma and a noun that is a status of its own part the two."""
        beginning = self.words.is_a("beginning", status.first, status.offset)
        return beginning and self.comma_between(verb, status)

    def is_negated(self, cue: Cue) -> bool:
        reach = max(cue.first - 1 - NEGATION_REACH, self.first)
        found = [
            c for c in self.cues.within(reach, cue.first - 1, CueKind.NEGATION)
            if not self.words.is_a("each_of_many", min(c.last + 1, self.last))  # "not every rebel accepts the deal"
        ]  # fmt: skip
        texts = self.words.texts  # in «لم يخرج أحد منذ بدء الهدنة» it is what happened since that is denied
        found = [c for c in found if _SINCE not in texts[c.last + 1 : cue.first]]
        denied = any(c.value != "adjective" or c.last + 1 == cue.first for c in found)  # «غير» denies the next word alone
        here = self.first <= cue.first <= self.last  # not a truce that the sentence before names
        return denied or (here and cue.kind is CueKind.STATUS and self._is_of_neither(cue.first))

    def _is_of_neither(self, word: int) -> bool:
        """ "Neither truce in Homs and Hama has held": the verb of a truce that is one of two; English only."""
        first = self.clause_at(word).first
        truce = bool(self.cues.within(first + 1, first + _NEITHER_REACH, CueKind.TRUCE))  # "neither of the truces"
        return truce and self.words.texts[first] == "neither" and self.words.is_a("auxiliary", word)


_NUMBER = re.compile(r"[1-9]|[ابجده]")
_ENTRY_MARK = re.compile(r"[\W_]*")
_ENDS_ENTRY_DAY = re.compile(r":| [-–—] ")
_LOCATED_REACH = 6  # first words of a sentence that name zones: "the four de-escalation zones"
_OF_THEM = "ها"
_FRONTED_REACH = 14  # words from "under" to the comma behind the accord: "a memorandum signed at the talks in Astana"
_LISTED_REACH = 4  # words from "four areas" to the colon: "are listed"
_ABOUT_REACH = 4  # words from talks to «حول»: «مستمرة»
_HEADS_REACH = 3  # words from «حول» to the town: «بلدات»
_LISTED = 3  # places behind a colon that make a list
_TOWNS_REACH = 3  # words from «بلدات» to «ريف دمشق»: «الواقعة في»
_SINCE = "منذ"
_MARKS = ("-", ".", ")", "/", ":", ".-", "-)")
_DASHES = ("-", "*", "\x1f")  # folded: a bullet is a character that means nothing else
LIGHT_VERB_REACH = 4  # words between «شهدت» and what was seen
_NEITHER_REACH = 4  # words from "neither" to the truce: "of the two"
NEGATION_REACH = 2  # words between a negation and the verb that it negates


def sentences(read: ReadText) -> Iterator[Sentence]:
    """The sentences in order, each told whether the one before spoke of a truce, or counted off its zones."""
    spoke = counting = zoned = False
    for number in range(len(read.words.sentence_starts)):
        follows = spoke or (zoned and (lists_zones(read, number) or talks_on_towns(read, number)))
        sentence = Sentence(read, number, follows, counting)
        yield sentence
        zoned = zoned or sentence.speaks_of_truce
        told = spoke or sentence.speaks_of_truce
        counting = bool(sentence.zone_heads) or (told and sentence.announces_zones) or (counting and sentence.is_number)
        last = sentence.last
        goes_on = spoke and last + 1 < len(read.words) and ";" in read.words.between(last, last + 1)
        goes_on = goes_on or (spoke and bool(read.sections.at(last).places))  # «إدلب: 31 خرقا ⏎ درعا: 9 خروقات»
        spoke = sentence.speaks_of_truce or counting or goes_on


def lists_zones(read: ReadText, number: int) -> bool:
    """«وتضم المناطق، كليا أو جزئيا، الغوطة …», «وتقع المناطق الثلاث الأخرى …», "three more zones already exist …": a sentence
    that says what zones hold of which the text told before, or which others there are."""
    first, last = read.words.sentence(number)
    if read.words.of_class("exists", first, last):
        further = read.words.of_class("more_of_them", first, last - 1)
        return any(read.words.is_a("zones", beside) for i in further for beside in (i - 1, i + 1))
    others = [i for i in range(first + 1, last) if read.words.is_a("other_ones", i)]
    counted = read.cues.within(first, last, CueKind.ZONES)
    if any(zone.value == "many" and (zone.last + 1 in others or zone.first - 1 in others) for zone in counted):
        return True
    verbs = [cue for cue in read.cues.within(first, last, CueKind.COVERAGE) if cue.value == "covers"]
    zones = [
        cue for cue in read.cues.within(first, last, CueKind.ZONES)
        if cue.value == "many" or (cue.value == "some" and read.words.texts[cue.first].startswith(_THE))
    ]  # fmt: skip
    return any(zone.first in (verb.last + 1, verb.first - 1) for verb in verbs for zone in zones)


def talks_on_towns(read: ReadText, number: int) -> bool:
    """«المفاوضات مستمرة حول جوبر وزملكا», "talks on Douma continue": a sentence on talks about towns, in a text that told of a
    truce before."""
    first, last = read.words.sentence(number)
    talks = [cue for cue in read.cues.within(first, last, CueKind.STATUS) if cue.value == "negotiating"]
    places = [r for r in read.resolutions if first < r.mention.first <= last and r.role is Role.CONTEXT] if talks else []
    return any(
        r.area is not None and read.gazetteer.places[r.area.place].kind in SETTLEMENTS and not read.is_abroad(r)
        and _is_talked_about(read, talks, r)
        for r in places
    )  # fmt: skip


def _is_talked_about(read: ReadText, talks: Sequence[Cue], town: Resolution) -> bool:
    reach = range(max(town.mention.first - _HEADS_REACH, 0), town.mention.first)
    about = next((i for i in reversed(reach) if read.words.is_a("about_whom", i)), None)
    near = about is not None and any(0 < about - cue.last <= _ABOUT_REACH for cue in talks)
    return near and about is not None and all(map(read.words.joined, range(about, town.mention.first)))


def in_group(resolution: Resolution, places: Sequence[Resolution]) -> list[Resolution]:
    """Those of the places that stand in one list with a place."""
    return [r for r in places if r.mention.group == resolution.mention.group]
