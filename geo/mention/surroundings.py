"""The words around place names in one text: what they make of a name, and the names that they alone tell of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from geo.gazetteer import Kind
from geo.mention.tables import Draft, MentionTables, Named, PlaceWord
from geo.span import Span
from geo.text.phrase import Match, Words, phrase_words, stems

_SHORTEST_NAME = 3
_ANAPHOR_SENTENCES = 2  # how far back «المدينة» looks for its city
_KINDS_OF_DEFINITE_HEAD = {
    "governorate": (Kind.GOVERNORATE,), "city": (Kind.CITY, Kind.TOWN), "town": (Kind.TOWN, Kind.VILLAGE, Kind.CITY),
    "neighbourhood": (Kind.NEIGHBOURHOOD, Kind.CAMP),
}  # fmt: skip
_KINDS_OF_FEATURE: Mapping[str, tuple[Kind, ...]] = {
    "base": (Kind.BASE,), "crossing": (Kind.CROSSING,), "camp": (Kind.CAMP, Kind.NEIGHBOURHOOD), "river": (Kind.RIVER,),
    "feature": (Kind.OTHER, Kind.REGION, Kind.ROAD),
}  # fmt: skip
_SETTLED_HEADS = ("city", "town", "village", "capital", "crossing", "base", "camp", "neighbourhood")
_UNITS = ("governorate", "area")  # values of words behind a name
_ADJECTIVES = 2  # words between a possessive and its direction
_GAP_BEFORE = {"compound": "-", "namesake": " "}  # what stands between a name and the word that makes another name of it


class Surroundings:
    """The words around names in one text."""

    def __init__(self, text: str, words: Words, tables: MentionTables) -> None:
        self.text = text
        self.words = words
        self.tables = tables
        self.by_first = tables.words.by_first(words)
        self.by_last: dict[int, Match[PlaceWord]] = {}
        self.of_kind: dict[str, list[Match[PlaceWord]]] = {}
        for match in self.by_first.values():
            self.by_last.setdefault(match.last, match)
            self.of_kind.setdefault(match.values[0].kind, []).append(match)

    # --- one name -----------------------------------------------------------------------------------------------

    def names_another(self, match: Match[Named]) -> bool:
        """True where the words beside a name make an adjective or another thing's name of it: "Moscow-based", "Aleppo
        University", "the Central Bank of Syria", "at 9 pm Khartoum time".

        Such a word has a capital, or its row says that it needs none: universities are named, "the Aleppo street" is a street.
        """
        after, before = self.by_first.get(match.last + 1), self.by_last.get(match.first - 1)
        for word in after.values if after else ():
            gap = _GAP_BEFORE.get(word.kind)
            between = self.words.between(match.last, match.last + 1).removeprefix(".") if gap else None  # "U.S.-backed"
            if gap and gap == between and self._is_capital_enough(match.last + 1, word):
                return True
        for word in before.values if before else ():
            beside = word.kind == "namesake_of" and self.words.joined(match.first - 1)
            if before and beside and self._is_capital_enough(before.first, word):
                return True
        return self._is_half_of_compound(match)

    def before_countryside(self, mask: Match[Named]) -> Match[Named] | None:
        """«غارات على الباب بريف حلب»: the place at the end of a mask behind which the countryside stands that it lies in."""
        behind = self.by_first.get(mask.last + 1) if mask.values[0].masked and mask.last > mask.first else None
        if behind is None or behind.values[0].kind != "setting" or behind.prefixes != ("ب",):
            return None
        match = self.tables.names.at(self.words, mask.last)
        return match if match and match.last == mask.last and not match.values[0].masked else None

    def names_time(self, mention: Draft) -> bool:
        """«بتوقيت شرق الولايات المتحدة»: the time of a place, and not the place."""
        before = self.by_last.get(mention.first - 1)
        return before is not None and before.values[0].kind == "time_of"

    def join_roads(self, found: Sequence[Draft]) -> list[Draft]:
        """«طريق دمشق حمص», «طريق حلب - اللاذقية»: two names behind one word for a road name the road."""
        joined: list[Draft] = []
        for mention in found:
            first = joined[-1] if joined else None
            word = self.by_last.get(first.first - 1) if first else None
            road = word is not None and word.values[0].value == "road" and word.values[0].number == "one"
            if first and word and road and mention.first == first.last + 1 and self.gap(first, mention) in (" ", " - ", "-"):
                span = Span(self.words.source(word.first, word.first, word.offset).start, mention.span.end)
                joined[-1] = Draft(
                    span=span, name=span, first=word.first, last=mention.last, candidates=(), prefixes=word.prefixes,
                    head="road",
                )  # fmt: skip
            else:
                joined.append(mention)
        return joined

    def _is_half_of_compound(self, match: Match[Named]) -> bool:
        """Two countries joined by a hyphen are an adjective: "the Syria-Turkey border", "U.S.-Russia talks"."""
        if not match.values[0].country or not self.words.texts[match.first].isascii():
            return False
        behind = self.tables.names.at(self.words, match.last + 1) if self._is_hyphenated(match.last) else None
        if behind and behind.values[0].country:
            return True
        firsts = (match.first - 1, match.first - 2) if self._is_hyphenated(match.first - 1) else ()
        before = [self.tables.names.at(self.words, i) for i in firsts]
        return any(b and b.last == match.first - 1 and b.values[0].country for b in before)

    def _is_hyphenated(self, left: int) -> bool:
        return 0 <= left < len(self.words) - 1 and self.words.between(left, left + 1) in ("-", ".-")

    def behind_direction(self, first: int) -> int | None:
        """Where the name starts whose direction reaches into a match: «جنوب شرقي سوريا» is the south-east of Syria, and not the
        south of «شرقي سوريا». None where no direction does."""
        before = self.by_first.get(first - 1)
        reaches = before is not None and before.last >= first and before.values[0].kind == "direction"
        return before.last + 1 if before and reaches else None

    def gap(self, left: Draft, right: Draft) -> str:
        """What stands between two names in the folded text."""
        return self.words.folded.text[self.words.ends[left.last] : self.words.starts[right.first]]

    def _is_capital_enough(self, first: int, word: PlaceWord) -> bool:
        return word.value != "capital" or self._has_capital(first)

    def _has_capital(self, word: int) -> bool:
        return self.text[self.words.source(word, word).start].isupper()

    def extend(self, match: Match[Named], named: Named, before: Draft | None) -> Draft:
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
                if self._names_feature(word, candidates):
                    first, offset, edge, prefixes, candidates = around.first, around.offset, around.first, around.prefixes, ()
                    break
            elif word.kind == "part" or word.value == "surroundings":
                partial = True
            elif word.kind == "setting" and not setting:
                setting, first, offset = word.value, around.first, around.offset
            elif word.kind == "direction" and word.language == "en" and (head or self._only_locates(around.first, match.last)):
                break  # "the southern provinces of Daraa and …"
            elif word.kind == "direction_of" and not direction and self._is_part_of(candidates, around, match.last):
                direction, first, offset = word.value, around.first + self._is_article(around.first), 0
            elif word.kind == "direction" and not direction and self._is_part(candidates, head):
                direction, first, offset = word.value, around.first, around.offset
            else:
                break
            edge, prefixes = around.first, around.prefixes
        capital = self._side_of_capital(match, edge) if head == "capital" else None
        if capital:
            (side, candidates), head = capital, None
            first, offset, prefixes = side.first, side.offset, side.prefixes
        if named.possessive:
            name_span = self._without_possessive(match)
            compass = None if direction or not self._is_part(candidates, head) else self.possessed_part(last)
            if compass:
                last, direction = compass.last, compass.values[0].value
        else:
            name_span = match.span(self.words)
            if named.abbreviated:
                name_span = self._with_full_stop(name_span, match.last)
            last, head, setting, direction = self.look_right(last, head, setting, direction)
        span = name_span
        if first < match.first or last > match.last:
            end = self.words.source(last, last).end if last > match.last else name_span.end
            start = self.words.source(first, first, offset).start
            span = Span(min(start, name_span.start), max(end, name_span.end))
        return Draft(
            span=span, name=name_span, first=first, last=last,
            candidates=candidates, prefixes=prefixes, head=head, setting=setting, direction=direction, partial=partial,
        )  # fmt: skip

    def _side_of_capital(self, match: Match[Named], edge: int) -> tuple[Match[PlaceWord], tuple[str, ...]] | None:
        """«في جنوب العاصمة دمشق»: the direction before a capital's title, and what bears the name «جنوب دمشق»; «حي التضامن
        جنوبي العاصمة دمشق» says no more than where the quarter lies."""
        side = self.by_last.get(edge - 1)
        if side is None or side.values[0].kind != "direction" or not self.words.joined(edge - 1):
            return None
        placed = self.by_last.get(side.first - 1)
        if not side.prefixes and (placed is None or "preposition" not in (placed.values[0].kind, placed.values[0].value)):
            return None
        name = (*phrase_words(side.values[0].text), *self.words.texts[match.first : match.last + 1])
        named = self.tables.names.values_of(name)
        return (side, named[0].places) if named else None

    def possessed_part(self, last: int) -> Match[PlaceWord] | None:
        """In "Ukraine's war-torn east" the direction behind a possessive; "Syria's east coast" is a coast."""
        for i in range(last + 1, last + 2 + _ADJECTIVES):
            match = self.by_first.get(i)
            if not self.words.joined(i - 1):
                return None
            if match and match.values[0].kind == "direction" and match.first == match.last:
                noun = self.words.is_a("compass_point", i)
                behind = i + 1 == len(self.words) or not self.words.joined(i) or self.words.is_a("behind_noun", i + 1)
                return match if noun and behind else None
            if match or self._has_capital(i):
                return None
        return None

    def _names_feature(self, word: PlaceWord, candidates: Iterable[str]) -> bool:
        """«مطار الشعيرات», «خليج عدن»: a feature that is named after a place, and that no table has."""
        kinds = _KINDS_OF_FEATURE.get(word.value)
        if kinds is None or word.number != "one" or word.language != "ar":
            return False
        found = {self.tables.gazetteer.places[place].kind for place in candidates}
        return not found & {*kinds, Kind.COUNTRY}

    def _with_full_stop(self, span: Span, last: int) -> Span:
        """ "U.S." with its last full stop, which is no part of its last word."""
        end = self.words.ends[last]
        stop = self.words.folded.text[end : end + 1] == "."
        return Span(span.start, self.words.folded.source(Span(end, end + 1)).end) if stop else span

    def _without_possessive(self, match: Match[Named]) -> Span:
        start = self.words.starts[match.first] + match.offset
        return self.words.folded.source(Span(start, self.words.ends[match.last] - 1))

    def _is_article(self, first: int) -> bool:
        return self.words.texts[first] == "the"

    def _is_part(self, candidates: Iterable[str], head: str | None) -> bool:
        """A direction before a country, governorate or region is a part of it; before a town or a river it is a relation."""
        if head in _SETTLED_HEADS:
            return False
        kinds = {self.tables.gazetteer.places[place].kind for place in candidates}
        return bool({Kind.COUNTRY, Kind.GOVERNORATE, Kind.REGION} & kinds)

    def _only_locates(self, direction: int, last: int) -> bool:
        """In "its northern Tigray region", "the northwestern Idlib province" the direction says where in the country the whole
        of it lies."""
        before = self.words.source(direction - 1, direction - 1).of(self.text) if direction else ""
        tail = self.by_first.get(last + 1)
        unit = tail is not None and self.words.joined(last) and tail.values[0].value in _UNITS
        named = self.by_first.get(last)  # "Tigray region" is a name as a whole
        unit = unit or (named is not None and named.values[0].value in _UNITS)
        return unit and before.lower().endswith(("its", "the", "'s", "’s"))

    def _is_part_of(self, candidates: Iterable[str], direction: Match[PlaceWord], last: int) -> bool:
        """In English "the north of Homs province" and "in north of Homs" are parts, "to the north of Homs" is none."""
        first = direction.first
        before = self.words.texts[first - 1] if first else ""
        second = before == "and" and self.words.is_a("compass_point", first - 2)  # "in the north and west of Homs"
        stands_in = before == "in" or second or (self._is_article(first) and before != "to")
        tail = self.by_first.get(last + 1)
        return stands_in and self._is_part(candidates, tail.values[0].value if tail and self.words.joined(last) else None)

    def look_right(self, last: int, head: str | None, setting: str, direction: str) -> tuple[int, str | None, str, str]:
        """The last word, the head, the setting and the direction of a name, with those of the words behind it."""
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

    def country_directions(self, _found: Sequence[Draft], occupied: set[int]) -> list[Draft]:
        """«الجنوب السوري»: a direction with its country's adjective."""
        found = []
        for match in self.of_kind.get("definite_direction", ()):
            first = match.first
            if not self.words.joined(match.last):
                continue
            adjective = self.tables.country_parts.at(self.words, match.last + 1)
            if adjective and not adjective.prefixes and not occupied & set(range(first, adjective.last + 1)):
                span = self.words.source(first, adjective.last, match.offset)
                found.append(Draft(
                    span=span, name=adjective.span(self.words), first=first, last=adjective.last,
                    candidates=adjective.values[:1], prefixes=match.prefixes, direction=match.values[0].value,
                ))  # fmt: skip
        return found

    def anaphors(self, found: Sequence[Draft], occupied: set[int]) -> list[Draft]:
        """«ريفها», «محيطها»: the countryside of the place that was named last in the same sentence."""
        mentions = []
        for match in self.of_kind.get("anaphor", ()):
            first, sentences = match.first, self.words.sentences
            if first in occupied:
                continue
            named = [m for m in found if m.last < first and sentences[m.last] == sentences[first] and not m.setting]
            if named:
                last_named = max(named, key=lambda m: m.span)
                last, _, setting, direction = self.look_right(first, None, match.values[0].value, "")  # «ريفها الغربي»
                span = self.words.source(first, last, match.offset)
                mentions.append(Draft(
                    span=span, name=span, first=first, last=last, candidates=last_named.candidates, anaphor=True,
                    prefixes=match.prefixes, setting=setting, direction=direction, head=last_named.head,
                ))  # fmt: skip
        return mentions

    def definite_heads(self, found: Sequence[Draft], occupied: set[int]) -> list[Draft]:
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
                mentions.append(Draft(
                    span=span, name=span, first=first, last=first, candidates=fitting[-1], anaphor=True,
                    prefixes=match.prefixes,
                ))  # fmt: skip
        return mentions

    def _of_kind(self, mention: Draft, kind: str) -> tuple[str, ...]:
        """The candidates of a name that «المدينة», «المحافظة» may speak of."""
        if mention.setting or mention.direction or mention.head not in (None, kind):
            return ()
        places = self.tables.gazetteer.places
        return tuple(c for c in mention.candidates if places[c].kind in _KINDS_OF_DEFINITE_HEAD[kind])

    def unknown_names(self, _found: Sequence[Draft], occupied: set[int]) -> list[Draft]:
        """Names that no table holds, seen by the head word before them: «قرية أم العظام», "the village of Foo"."""
        found = []
        taken = set(occupied)  # "the village of" and "village of" see the same name
        for match in self.of_kind.get("head", ()):
            word = match.values[0]
            settled = word.number == "one" and word.value in ("city", "town", "village", "subdistrict")
            after = match.last + 1
            if not settled or after >= len(self.words) or not self.words.joined(match.last) or after in taken:
                continue
            last = self._unknown_end(after, word.language, taken)
            if last is not None:
                taken |= set(range(after, last + 1))
                span = self.words.source(after, last)
                found.append(Draft(
                    span=span, name=span, first=after, last=last, candidates=(), head=word.value, prefixes=match.prefixes,
                ))  # fmt: skip
        return found

    def _unknown_end(self, first: int, language: str, occupied: set[int]) -> int | None:
        """The last word of an unknown name that starts at `first`, None if what stands there is no name."""
        if language == "en":
            last = first
            if not self._has_capital(first):
                return None
            while self.words.joined(last) and self._has_capital(last + 1):
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
