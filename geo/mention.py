"""Place names in a text: each at its exact span, with what precedes it and what cuts a part out of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from geo.gazetteer import Gazetteer, Kind, Mask, NameClass, PlaceName
from geo.phrase import Match, PhraseTable, Words, stems
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


@dataclass(frozen=True)
class MentionTables:
    """The gazetteer's names and masks, and the words around them, ready to be matched."""

    gazetteer: Gazetteer
    place_words: tuple[PlaceWord, ...]

    @cached_property
    def names(self) -> PhraseTable[PlaceName | Mask]:
        entries: list[tuple[str, PlaceName | Mask]] = [(mask.text, mask) for mask in self.gazetteer.masks]
        for name in self.gazetteer.names:
            if name.name_class is not NameClass.BLOCKED:
                entries.append((name.text, name))
                if name.language == "en" and not name.text.endswith("s"):
                    entries.append((name.text + "s", replace(name, text=name.text + POSSESSIVE)))
        return PhraseTable(entries)

    @cached_property
    def words(self) -> PhraseTable[PlaceWord]:
        return PhraseTable((word.text, word) for word in self.place_words)

    @cached_property
    def country_parts(self) -> PhraseTable[str]:
        """«السوري» behind «الجنوب»: the masculine adjectives of countries with their ids."""
        return PhraseTable(("ال" + d.text, d.place) for d in self.gazetteer.demonyms if d.language == "ar")


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
    found: list[Mention] = []
    occupied: set[int] = set()
    for match in tables.names.find(words):
        names = [value for value in match.values if isinstance(value, PlaceName)]
        if len(names) < len(match.values) or around.names_another(text, match):
            occupied |= set(range(match.first, match.last + 1))  # a mask: the place inside it disappears
        elif "س" not in match.prefixes and _is_written_as_name(text, words, match):
            found.append(around.extend(match, names, found[-1] if found else None))
    for find_more in (around.country_directions, around.anaphors, around.definite_heads, around.unknown_names):
        occupied |= {i for m in found for i in range(m.first, m.last + 1)}
        found += find_more(text, found, occupied)
    return around.group_lists(sorted(found, key=lambda m: m.span))


def _is_written_as_name(text: str, words: Words, match: Match[PlaceName | Mask]) -> bool:
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
        for match in tables.words.longest_everywhere(words):
            self.by_first[match.first] = match
            self.by_last.setdefault(match.last, match)

    # --- one name -----------------------------------------------------------------------------------------------

    def names_another(self, text: str, match: Match[PlaceName | Mask]) -> bool:
        """True where the words beside a name make an adjective or another thing's name of it: "Moscow-based", "Aleppo
        University", "the Central Bank of Syria", "at 9 pm Khartoum time".

        Such a word has a capital, or its row says that it needs none: universities are named, "the Aleppo street" is a street.
        """
        after, before = self.by_first.get(match.last + 1), self.by_last.get(match.first - 1)
        if after and match.last + 1 < len(self.words):
            gap = self.words.between(match.last, match.last + 1)
            kind = {"-": "compound", " ": "namesake"}.get(gap, "")
            if any(word.kind == kind and self._is_capital_enough(text, after.first, word) for word in after.values):
                return True
        joined = before is not None and self.words.joined(match.first - 1)
        return (
            before is not None
            and joined
            and any(word.kind == "namesake_of" and self._is_capital_enough(text, before.first, word) for word in before.values)
        )

    def _is_capital_enough(self, text: str, first: int, word: PlaceWord) -> bool:
        return word.value != "capital" or text[self.words.source(first, first).start].isupper()

    def extend(self, match: Match[PlaceName | Mask], names: Sequence[PlaceName], before: Mention | None) -> Mention:
        """The mention of a matched name, with the head, setting, direction and part words around it."""
        first, last, offset, prefixes = match.first, match.last, match.offset, match.prefixes
        candidates = tuple(dict.fromkeys(name.place for name in names))
        head: str | None = None
        setting = direction = ""
        partial = False
        edge = first  # the leftmost word looked at; `first` moves only with words that belong to the span
        floor = before.last + 1 if before else 0
        while not prefixes and edge - 1 >= floor and self.words.joined(edge - 1):
            around = self.by_last.get(edge - 1)
            if not around or around.first < floor:
                break
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
        possessive = any(name.text.endswith(POSSESSIVE) for name in names)
        name_span = match.span(self.words)
        if possessive:
            name_span = self._without_possessive(match)
        else:
            last, head, setting, direction = self._look_right(last, head, setting, direction)
        end = self.words.source(last, last).end if last > match.last else name_span.end
        start = self.words.source(first, first, offset).start
        return Mention(
            span=Span(min(start, name_span.start), max(end, name_span.end)), name=name_span, first=first, last=last,
            candidates=candidates, prefixes=prefixes, head=head, setting=setting, direction=direction, partial=partial,
        )  # fmt: skip

    def _without_possessive(self, match: Match[PlaceName | Mask]) -> Span:
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
        while self.words.joined(last):
            match = self.by_first.get(last + 1)
            if not match or match.prefixes:
                break
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

    def country_directions(self, _text: str, _found: Sequence[Mention], occupied: set[int]) -> list[Mention]:
        """«الجنوب السوري»: a direction with its country's adjective."""
        found = []
        for first, match in self.by_first.items():
            if match.values[0].kind != "definite_direction" or not self.words.joined(match.last):
                continue
            adjective = self.tables.country_parts.at(self.words, match.last + 1)
            if adjective and not adjective.prefixes and not occupied & set(range(first, adjective.last + 1)):
                span = self.words.source(first, adjective.last, match.offset)
                found.append(Mention(
                    span=span, name=adjective.span(self.words), first=first, last=adjective.last,
                    candidates=adjective.values[:1], prefixes=match.prefixes, direction=match.values[0].value,
                ))  # fmt: skip
        return found

    def anaphors(self, _text: str, found: Sequence[Mention], occupied: set[int]) -> list[Mention]:
        """«ريفها», «محيطها»: the countryside of the place that was named last in the same sentence."""
        sentences = self.words.sentences
        mentions = []
        for first, match in self.by_first.items():
            if match.values[0].kind != "anaphor" or first in occupied:
                continue
            named = [m for m in found if m.last < first and sentences[m.last] == sentences[first] and not m.setting]
            if named:
                last_named = max(named, key=lambda m: m.span)
                span = match.span(self.words)
                mentions.append(Mention(
                    span=span, name=span, first=first, last=first, candidates=last_named.candidates, anaphor=True,
                    prefixes=match.prefixes, setting=match.values[0].value, head=last_named.head,
                ))  # fmt: skip
        return mentions

    def definite_heads(self, _text: str, found: Sequence[Mention], occupied: set[int]) -> list[Mention]:
        """«المحافظة», «المدينة»: the last place of that kind that the text named, in this sentence or the two before."""
        sentences = self.words.sentences
        named_next = {m.first for m in found}
        mentions = []
        for first, match in self.by_first.items():
            kind = match.values[0].value
            if match.values[0].kind != "definite_head" or first in occupied or match.last + 1 in named_next:
                continue
            near = [m for m in found if m.last < first and sentences[first] - sentences[m.last] <= _ANAPHOR_SENTENCES]
            antecedents = [(m, self._of_kind(m, kind)) for m in near]
            fitting = [candidates for _, candidates in sorted(antecedents, key=lambda pair: pair[0].span) if candidates]
            if fitting:
                span = match.span(self.words)
                mentions.append(Mention(
                    span=span, name=span, first=first, last=first, candidates=fitting[-1], anaphor=True,
                    prefixes=match.prefixes,
                ))  # fmt: skip
        return mentions

    def _of_kind(self, mention: Mention, kind: str) -> tuple[str, ...]:
        """The candidates of a name that «المدينة», «المحافظة» may speak of."""
        if mention.setting or mention.direction or mention.head not in (None, kind):
            return ()
        places = self.tables.gazetteer.places
        return tuple(c for c in mention.candidates if places[c].kind in _KINDS_OF_DEFINITE_HEAD[kind])

    def unknown_names(self, text: str, _found: Sequence[Mention], occupied: set[int]) -> list[Mention]:
        """Names that no table holds, seen by the head word before them: «قرية أم العظام», "the village of Foo"."""
        found = []
        taken = set(occupied)  # "the village of" and "village of" see the same name
        for match in self.by_first.values():
            word = match.values[0]
            settled = word.kind == "head" and word.number == "one" and word.value in ("city", "town", "village", "subdistrict")
            after = match.last + 1
            if not settled or after >= len(self.words) or not self.words.joined(match.last) or after in taken:
                continue
            last = self._unknown_end(text, after, word.language, taken)
            if last is not None:
                taken |= set(range(after, last + 1))
                span = self.words.source(after, last)
                found.append(Mention(
                    span=span, name=span, first=after, last=last, candidates=(), head=word.value, prefixes=match.prefixes,
                ))  # fmt: skip
        return found

    def _unknown_end(self, text: str, first: int, language: str, occupied: set[int]) -> int | None:
        """The last word of an unknown name that starts at `first`, None if what stands there is no name."""
        if language == "en":
            last = first
            if not text[self.words.source(first, first).start].isupper():
                return None
            while self.words.joined(last) and text[self.words.source(last + 1, last + 1).start].isupper():
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

    def group_lists(self, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
        """Numbers the lists, and passes a dual or plural head, a setting and a part along each."""
        grouped: list[Mention] = []
        governor: PlaceWord | None = None
        group = 0
        for mention in mentions:
            own = self._governor(mention)
            if grouped and self._is_list(grouped[-1], mention):
                governor = own or governor
                mention = self._inherit(grouped[-1], mention, governor)
            else:
                governor = own
                group += 1
            grouped.append(replace(mention, group=group))
        return tuple(self._inside(m, grouped) for m in grouped)

    def _inside(self, mention: Mention, grouped: Sequence[Mention]) -> Mention:
        """«أبرز مدن الغوطة»: a plural head before a single name counts what lies in it."""
        word = self._governor(mention)
        if not word or word.kind != "head" or word.number != "many":
            return mention
        alone = sum(m.group == mention.group for m in grouped) == 1
        return replace(mention, head=None) if alone else mention

    def _governor(self, mention: Mention) -> PlaceWord | None:
        """The dual or plural head or setting that stands right before a name, or that its span starts with."""
        for match in (self.by_first.get(mention.first), self.by_last.get(mention.first - 1)):
            if match and match.values[0].kind in ("head", "setting") and match.values[0].number != "one":
                return match.values[0]
        return None

    def _gap(self, left: Mention, right: Mention) -> str:
        return self.words.folded.text[self.words.ends[left.last] : self.words.starts[right.first]]

    def _is_list(self, left: Mention, right: Mention) -> bool:
        """True if only commas, conjunctions, head words and part words stand between two mentions, and one that joins."""
        between = range(left.last + 1, right.first)
        gap = self._gap(left, right)
        if "\n" in gap or self.words.sentences[left.last] != self.words.sentences[right.first]:
            return False
        joins = right.prefixes[:1] in (("و",), ("ف",)) or ("," in gap and not between)
        covered: set[int] = set()
        for i in between:
            match = self.by_first.get(i)
            if match and match.last < right.first and match.values[0].kind in ("head", "tail", "link", "part"):
                covered |= set(range(i, match.last + 1))
                joins |= match.prefixes[:1] == ("و",)
                joins |= match.values[0].kind == "link" and match.values[0].value != "preposition"
        return joins and covered >= set(between)

    def _inherit(self, left: Mention, right: Mention, governor: PlaceWord | None) -> Mention:
        """A list's mention with what the words before the list give it."""
        gap = self._gap(left, right)
        between = [self.by_first[i].values[0] for i in range(left.last + 1, right.first) if i in self.by_first]
        own = bool(right.setting or right.direction) or any(
            word.kind in ("head", "part") or (word.kind == "link" and word.value != "conjunction") for word in between
        )
        if governor and governor.kind == "head" and right.head is None:
            right = replace(right, head=governor.value)
        if governor and governor.kind == "setting" and not right.setting and "," not in gap:
            right = self._with_direction_behind(replace(right, setting=governor.value))
        if left.partial and not own and not ("," in gap and "و" in right.prefixes):
            right = replace(right, partial=True)
        return right

    def _with_direction_behind(self, mention: Mention) -> Mention:
        last, _, _, direction = self._look_right(mention.last, None, mention.setting, mention.direction)
        if last == mention.last:
            return mention
        end = self.words.source(last, last).end
        return replace(mention, last=last, direction=direction, span=Span(mention.span.start, end))
