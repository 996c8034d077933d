"""Place names in a text: each at its exact span, with what precedes it and what cuts a part out of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from geo.gazetteer import Gazetteer, Kind, Mask, NameClass, PlaceName
from geo.phrase import Match, PhraseTable, Words, phrase_words, stems
from geo.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceWord:
    """A word around place names: a head (مدينة), a setting (ريف), a direction, a part («أجزاء من»), a link of a list, an
    opener of names (تل), a function word that is never one, a word that makes another thing's name of it ("University").

    `number` is "one", "two" or "many": a dual or plural head passes along the list that follows it.
    """

    text: str
    language: str
    kind: str
    value: str
    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A place name at `span`, which holds the name and the words that make it a part («ريف حمص الشمالي») but neither the
    letters written to it (و ف ب ل ك: `prefixes`) nor the head word before it (مدينة: `head`, as a kind of place).

    `first`, `last` are the numbers of its words, both included. `candidates` are the ids of the places that bear the name,
    in the order of the table, () for a name that is in no table; `setting`, `direction` as in `geo.gazetteer.Area`.
    `partial` if «أجزاء من», "parts of" and the like govern it. `group` numbers the lists of names: «درعا والقنيطرة» is one.
    """

    span: Span
    name: Span
    first: int
    last: int
    candidates: tuple[str, ...]
    prefixes: tuple[str, ...] = ()
    head: str | None = None
    setting: str = ""
    direction: str = ""
    partial: bool = False
    anaphor: bool = False
    group: int = 0


@dataclass(slots=True, kw_only=True)
class _Draft:
    """A `Mention` in the making."""

    span: Span
    name: Span
    first: int
    last: int
    candidates: tuple[str, ...]
    prefixes: tuple[str, ...] = ()
    head: str | None = None
    setting: str = ""
    direction: str = ""
    partial: bool = False
    anaphor: bool = False
    group: int = 0

    def mention(self) -> Mention:
        return Mention(
            span=self.span, name=self.name, first=self.first, last=self.last, candidates=self.candidates,
            prefixes=self.prefixes, head=self.head, setting=self.setting, direction=self.direction, partial=self.partial,
            anaphor=self.anaphor, group=self.group,
        )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class _Named:
    """What bears one name: places in the order of the table, or something else (`masked`).

    `possessive` if the name was written with an English possessive s.
    """

    places: tuple[str, ...]
    masked: bool
    possessive: bool


@dataclass(frozen=True)
class MentionTables:
    """The gazetteer's names and masks, and the words around them, ready to be matched."""

    gazetteer: Gazetteer
    place_words: tuple[PlaceWord, ...]

    @cached_property
    def names(self) -> PhraseTable[_Named]:
        entries: list[tuple[str, PlaceName | Mask]] = [(mask.text, mask) for mask in self.gazetteer.masks]
        for name in self.gazetteer.names:
            if name.name_class is not NameClass.BLOCKED:
                entries.append((name.text, name))
                if name.language == "en" and not name.text.endswith("s"):
                    entries.append((name.text + "s", replace(name, text=name.text + POSSESSIVE)))
        borne: dict[tuple[str, ...], list[PlaceName | Mask]] = {}
        for text, row in entries:
            borne.setdefault(phrase_words(text), []).append(row)
        return PhraseTable((" ".join(phrase), _named(rows)) for phrase, rows in borne.items())

    @cached_property
    def words(self) -> PhraseTable[PlaceWord]:
        return PhraseTable((word.text, word) for word in self.place_words)

    @cached_property
    def country_parts(self) -> PhraseTable[str]:
        """«السوري» behind «الجنوب»: the masculine adjectives of countries with their ids."""
        return PhraseTable(("ال" + d.text, d.place) for d in self.gazetteer.demonyms if d.language == "ar")


def _named(rows: Sequence[PlaceName | Mask]) -> _Named:
    names = [row for row in rows if isinstance(row, PlaceName)]
    return _Named(
        places=tuple(dict.fromkeys(name.place for name in names)), masked=len(names) < len(rows),
        possessive=any(name.text.endswith(POSSESSIVE) for name in names),
    )  # fmt: skip


_SHORTEST_NAME = 3
_ANAPHOR_SENTENCES = 2  # how far back «المدينة» looks for its city
_KINDS_OF_DEFINITE_HEAD = {
    "governorate": (Kind.GOVERNORATE,), "city": (Kind.CITY, Kind.TOWN), "town": (Kind.TOWN, Kind.VILLAGE, Kind.CITY),
    "neighbourhood": (Kind.NEIGHBOURHOOD, Kind.CAMP),
}  # fmt: skip
POSSESSIVE = "'s"  # marks a name of the table that was matched with an English possessive s


def find_mentions(text: str, words: Words, tables: MentionTables) -> tuple[Mention, ...]:
    """The place names in a text, in order and disjoint; those behind a head word that no table knows are among them.

    `words` are those of the folded `text`. A name inside a mask (an organisation, an operation) is none.
    """
    around = _Surroundings(words, tables)
    found: list[_Draft] = []
    occupied: set[int] = set()
    for match in tables.names.find(words):
        named = match.values[0]
        if named.masked or around.names_another(text, match):
            occupied.update(range(match.first, match.last + 1))  # a mask: the place inside it disappears
        elif "س" not in match.prefixes and _is_written_as_name(text, words, match):
            found.append(around.extend(match, named, found[-1] if found else None))
    occupied.update(i for draft in found for i in range(draft.first, draft.last + 1))
    for find_more in (around.country_directions, around.anaphors, around.definite_heads, around.unknown_names):
        more = find_more(text, found, occupied)
        occupied.update(i for draft in more for i in range(draft.first, draft.last + 1))
        found += more
    return tuple(draft.mention() for draft in around.group_lists(sorted(found, key=lambda draft: draft.span)))


def _is_written_as_name(text: str, words: Words, match: Match[_Named]) -> bool:
    """A Latin name has a capital somewhere; Arabic has none to ask for."""
    if not words.texts[match.first].isascii():
        return True
    return any(c.isupper() for c in match.span(words).of(text))


class _Surroundings:
    """The words around names in one text."""

    def __init__(self, words: Words, tables: MentionTables) -> None:
        self.words = words
        self.tables = tables
        self.by_first: dict[int, Match[PlaceWord]] = {}
        self.by_last: dict[int, Match[PlaceWord]] = {}
        self.of_kind: dict[str, list[Match[PlaceWord]]] = {}
        for match in tables.words.longest_everywhere(words):
            self.by_first[match.first] = match
            self.by_last.setdefault(match.last, match)
            self.of_kind.setdefault(match.values[0].kind, []).append(match)

    # --- one name -----------------------------------------------------------------------------------------------

    def names_another(self, text: str, match: Match[_Named]) -> bool:
        """True where the words beside a name make an adjective or another thing's name of it: "Moscow-based", "Aleppo
        University", "the Central Bank of Syria", "at 9 pm Khartoum time".

        Such a word has a capital, or its row says that it needs none: universities are named, "the Aleppo street" is a street.
        """
        after, before = self.by_first.get(match.last + 1), self.by_last.get(match.first - 1)
        if after:
            for word in after.values:
                gap = {"compound": "-", "namesake": " "}.get(word.kind)
                between = self.words.between(match.last, after.first) if gap else None
                if gap and gap == between and self._is_capital_enough(text, after.first, word):
                    return True
        if before:
            for word in before.values:
                beside = word.kind == "namesake_of" and self.words.joined(match.first - 1)
                if beside and self._is_capital_enough(text, before.first, word):
                    return True
        return False

    def _is_capital_enough(self, text: str, first: int, word: PlaceWord) -> bool:
        return word.value != "capital" or self._has_capital(text, first)

    def _has_capital(self, text: str, word: int) -> bool:
        return text[self.words.source(word, word).start].isupper()

    def extend(self, match: Match[_Named], named: _Named, before: _Draft | None) -> _Draft:
        """The mention of a matched name, with the head, setting, direction and part words around it."""
        first, last, offset, prefixes = match.first, match.last, match.offset, match.prefixes
        candidates = named.places
        head: str | None = None
        setting = direction = ""
        partial = False
        edge = first  # the leftmost word looked at; `first` moves only with words that belong to the span
        floor = before.last + 1 if before else 0
        while not prefixes and (around := self.by_last.get(edge - 1)) and around.first >= floor and self.words.joined(edge - 1):
            word = around.values[0]
            if word.kind == "head" and head is None:
                head = word.value
            elif word.kind == "setting" and not setting:
                setting, first, offset = word.value, around.first, around.offset
            elif word.kind == "direction" and head and word.language == "en":  # "the southern provinces of Daraa and …"
                break
            elif word.kind in ("direction", "direction_of") and not direction and self._is_part(candidates, head, word):
                direction, first, offset = word.value, around.first, around.offset
            elif word.kind == "part":
                partial = True
            else:
                break
            edge, prefixes = around.first, around.prefixes
        if named.possessive:
            name_span = self._without_possessive(match)
        else:
            name_span = match.span(self.words)
            last, head, setting, direction = self._look_right(last, head, setting, direction)
        span = name_span
        if first < match.first or last > match.last:
            end = self.words.source(last, last).end if last > match.last else name_span.end
            start = self.words.source(first, first, offset).start
            span = Span(min(start, name_span.start), max(end, name_span.end))
        return _Draft(
            span=span, name=name_span, first=first, last=last,
            candidates=candidates, prefixes=prefixes, head=head, setting=setting, direction=direction, partial=partial,
        )  # fmt: skip

    def _without_possessive(self, match: Match[_Named]) -> Span:
        start = self.words.starts[match.first] + match.offset
        return self.words.folded.source(Span(start, self.words.ends[match.last] - 1))

    def _is_part(self, candidates: Iterable[str], head: str | None, word: PlaceWord) -> bool:
        """A direction before a country, governorate or region is a part of it; before a town or a river it is a relation."""
        if head in ("city", "town", "village", "capital", "crossing", "base", "camp", "neighbourhood"):
            return False
        kinds = {self.tables.gazetteer.places[place].kind for place in candidates}
        wide = {Kind.COUNTRY, Kind.GOVERNORATE, Kind.REGION} & kinds
        return bool(wide) and word.kind == "direction"

    def _look_right(self, last: int, head: str | None, setting: str, direction: str) -> tuple[int, str | None, str, str]:
        while (match := self.by_first.get(last + 1)) and not match.prefixes and self.words.joined(last):
            word = match.values[0]
            if word.kind == "direction_adjective" and not direction and head is None:
                direction = word.value
            elif word.kind == "tail_setting" and not setting:
                setting = word.value
            elif word.kind == "tail" and head is None and not setting:
                return last, word.value, setting, direction  # an English head word stays outside of the span
            else:
                break
            last = match.last
        return last, head, setting, direction

    # --- names that no name row matches --------------------------------------------------------------------------

    def country_directions(self, _text: str, _found: Sequence[_Draft], occupied: set[int]) -> list[_Draft]:
        """«الجنوب السوري»: a direction with its country's adjective."""
        found = []
        for match in self.of_kind.get("definite_direction", ()):
            first = match.first
            if not self.words.joined(match.last):
                continue
            adjective = self.tables.country_parts.at(self.words, match.last + 1)
            if adjective and not adjective.prefixes and not occupied & set(range(first, adjective.last + 1)):
                span = self.words.source(first, adjective.last, match.offset)
                found.append(_Draft(
                    span=span, name=adjective.span(self.words), first=first, last=adjective.last,
                    candidates=adjective.values[:1], prefixes=match.prefixes, direction=match.values[0].value,
                ))  # fmt: skip
        return found

    def anaphors(self, _text: str, found: Sequence[_Draft], occupied: set[int]) -> list[_Draft]:
        """«ريفها», «محيطها»: the countryside of the place that was named last in the same sentence."""
        mentions = []
        for match in self.of_kind.get("anaphor", ()):
            first, sentences = match.first, self.words.sentences
            if first in occupied:
                continue
            named = [m for m in found if m.last < first and sentences[m.last] == sentences[first] and not m.setting]
            if named:
                last_named = max(named, key=lambda m: m.span)
                span = match.span(self.words)
                mentions.append(_Draft(
                    span=span, name=span, first=first, last=first, candidates=last_named.candidates, anaphor=True,
                    prefixes=match.prefixes, setting=match.values[0].value, head=last_named.head,
                ))  # fmt: skip
        return mentions

    def definite_heads(self, _text: str, found: Sequence[_Draft], occupied: set[int]) -> list[_Draft]:
        """«المحافظة», «المدينة»: the last place of that kind that the text named, in this sentence or the two before."""
        mentions = []
        for match in self.of_kind.get("definite_head", ()):
            first, kind, sentences = match.first, match.values[0].value, self.words.sentences
            if first in occupied or any(m.first == match.last + 1 for m in found):
                continue
            near = [m for m in found if m.last < first and sentences[first] - sentences[m.last] <= _ANAPHOR_SENTENCES]
            antecedents = [(m, self._of_kind(m, kind)) for m in near]
            fitting = [candidates for _, candidates in sorted(antecedents, key=lambda pair: pair[0].span) if candidates]
            if fitting:
                span = match.span(self.words)
                mentions.append(_Draft(
                    span=span, name=span, first=first, last=first, candidates=fitting[-1], anaphor=True,
                    prefixes=match.prefixes,
                ))  # fmt: skip
        return mentions

    def _of_kind(self, mention: _Draft, kind: str) -> tuple[str, ...]:
        """The candidates of a name that «المدينة», «المحافظة» may speak of."""
        if mention.setting or mention.direction or mention.head not in (None, kind):
            return ()
        places = self.tables.gazetteer.places
        return tuple(c for c in mention.candidates if places[c].kind in _KINDS_OF_DEFINITE_HEAD[kind])

    def unknown_names(self, text: str, _found: Sequence[_Draft], occupied: set[int]) -> list[_Draft]:
        """Names that no table holds, seen by the head word before them: «قرية أم العظام», "the village of Foo"."""
        found = []
        taken = set(occupied)  # "the village of" and "village of" see the same name
        for match in self.of_kind.get("head", ()):
            word = match.values[0]
            settled = word.number == "one" and word.value in ("city", "town", "village", "subdistrict")
            after = match.last + 1
            if not settled or after >= len(self.words) or not self.words.joined(match.last) or after in taken:
                continue
            last = self._unknown_end(text, after, word.language, taken)
            if last is not None:
                taken |= set(range(after, last + 1))
                span = self.words.source(after, last)
                found.append(_Draft(
                    span=span, name=span, first=after, last=last, candidates=(), head=word.value, prefixes=match.prefixes,
                ))  # fmt: skip
        return found

    def _unknown_end(self, text: str, first: int, language: str, occupied: set[int]) -> int | None:
        """The last word of an unknown name that starts at `first`, None if what stands there is no name."""
        if language == "en":
            last = first
            if not self._has_capital(text, first):
                return None
            while self.words.joined(last) and self._has_capital(text, last + 1):
                last += 1
            return None if set(range(first, last + 1)) & occupied else last
        word = self.words.texts[first]
        kind = self._kind_at(first)
        if kind == "opener":
            return first + 1 if self.words.joined(first) and first + 1 not in occupied else None
        if len(word) < _SHORTEST_NAME:
            return None
        is_adjective = word.endswith(("يه", "ه", "ين", "ات")) and not word.startswith("ال")
        is_verb = word[0] in "تيس" and not word.startswith("ال")
        is_clitic = len(stems(word)) > 1 and not word.startswith(("ال", "ك", "ب"))
        return None if is_adjective or is_verb or is_clitic or kind else first

    def _kind_at(self, first: int) -> str:
        match = self.by_first.get(first)
        return match.values[0].kind if match and not match.prefixes else ""

    # --- lists ---------------------------------------------------------------------------------------------------

    def group_lists(self, drafts: Sequence[_Draft]) -> Sequence[_Draft]:
        """Numbers the lists, and passes a dual or plural head, a setting and a part along each."""
        governor: PlaceWord | None = None
        owners: list[PlaceWord | None] = []
        sizes: Counter[int] = Counter()
        group = 0
        before: _Draft | None = None
        for draft in drafts:
            own = self._governor(draft)
            owners.append(own)
            if before and self._is_list(before, draft):
                governor = own or governor
                self._inherit(before, draft, governor)
            else:
                governor = own
                group += 1
            draft.group = group
            sizes[group] += 1
            before = draft
        for draft, own in zip(drafts, owners, strict=True):
            if own and own.kind == "head" and own.number == "many" and sizes[draft.group] == 1:
                draft.head = None  # «أبرز مدن الغوطة»: a plural head before a single name counts what lies in it
        return drafts

    def _governor(self, mention: _Draft) -> PlaceWord | None:
        """The dual or plural head or setting that stands right before a name, or that its span starts with."""
        for match in (self.by_first.get(mention.first), self.by_last.get(mention.first - 1)):
            if match and match.values[0].kind in ("head", "setting") and match.values[0].number != "one":
                return match.values[0]
        return None

    def _gap(self, left: _Draft, right: _Draft) -> str:
        return self.words.folded.text[self.words.ends[left.last] : self.words.starts[right.first]]

    def _is_list(self, left: _Draft, right: _Draft) -> bool:
        """True if only commas, conjunctions, head words and part words stand between two mentions, and one that joins."""
        between = range(left.last + 1, right.first)
        joins = right.prefixes[:1] in (("و",), ("ف",))
        covered = left.last + 1
        for i in between:
            match = self.by_first.get(i)
            if match and match.last < right.first and match.values[0].kind in ("head", "tail", "link", "part"):
                covered = max(covered, match.last + 1)
                joins |= match.prefixes[:1] == ("و",)
                joins |= match.values[0].kind == "link" and match.values[0].value != "preposition"
            elif i >= covered:
                return False
        gap = self._gap(left, right)
        joins |= "," in gap and not between
        return joins and "\n" not in gap and self.words.sentences[left.last] == self.words.sentences[right.first]

    def _inherit(self, left: _Draft, right: _Draft, governor: PlaceWord | None) -> None:
        """Gives a list's mention what the words before the list give it."""
        gap = self._gap(left, right)
        between = [self.by_first[i].values[0] for i in range(left.last + 1, right.first) if i in self.by_first]
        own = bool(right.setting or right.direction) or any(
            word.kind in ("head", "part") or (word.kind == "link" and word.value != "conjunction") for word in between
        )
        if governor and governor.kind == "head" and right.head is None:
            right.head = governor.value
        if governor and governor.kind == "setting" and not right.setting and "," not in gap:
            right.setting = governor.value
            self._take_direction_behind(right)
        if left.partial and not own and not ("," in gap and "و" in right.prefixes):
            right.partial = True

    def _take_direction_behind(self, draft: _Draft) -> None:
        last, _, _, direction = self._look_right(draft.last, None, draft.setting, draft.direction)
        if last > draft.last:
            draft.last, draft.direction = last, direction
            draft.span = Span(draft.span.start, self.words.source(last, last).end)
