"""The words around place names in one text: what they make of a name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from geo.gazetteer import Kind
from geo.mention.tables import Draft, MentionTables, Named, PlaceWord
from geo.span import Span
from geo.text.phrase import Match, Words, phrase_words

_KINDS_OF_FEATURE: Mapping[str, tuple[Kind, ...]] = {
    "base": (Kind.BASE,), "crossing": (Kind.CROSSING,), "camp": (Kind.CAMP, Kind.NEIGHBOURHOOD), "river": (Kind.RIVER,),
    "feature": (Kind.OTHER, Kind.REGION, Kind.ROAD),
}  # fmt: skip
_SETTLED_HEADS = ("city", "town", "village", "capital", "crossing", "base", "camp", "neighbourhood")
_UNITS = ("governorate", "region", "area")  # values of words behind a name
_ADJECTIVES = 2  # words between a possessive and its direction
_MEASURE_REACH = 4  # words from «بعمق» to the direction: «بعمق نحو 30 كيلومترا»
_GAP_BEFORE = {"compound": "-", "namesake": " "}  # what stands between a name and the word that makes another name of it
_QUOTES = '"«»“”'
_GOVERNORATE = "governorate"


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

    def is_acronym(self, match: Match[Named]) -> bool:
        """ "SANA" of Syria's news agency, in capitals; the dateline "SANA, Yemen" is a city's."""
        written = match.span(self.words).of(self.text)
        if not match.values[0].acronym or not written.removesuffix("s").isupper():  # "SANA's reporter"
            return False
        behind = self.tables.names.at(self.words, match.last + 1) if match.last + 1 < len(self.words) else None
        return behind is None or not behind.values[0].country or self.words.between(match.last, match.last + 1) != ", "

    def before_countryside(self, mask: Match[Named]) -> Match[Named] | None:
        """«غارات على الباب بريف حلب»: the place at the end of a mask behind which the countryside stands that it lies in."""
        behind = self.by_first.get(mask.last + 1) if mask.values[0].masked and mask.last > mask.first else None
        if behind is None or behind.values[0].kind != "setting" or behind.prefixes != ("ب",):
            return None
        match = self.tables.names.at(self.words, mask.last)
        return match if match and match.last == mask.last and not match.values[0].masked else None

    def mask_behind_article(self, match: Match[Named]) -> Match[Named] | None:
        """ "The Sudan People's Liberation Movement": the mask behind an article that is a part of the country's name, too."""
        if match.first == match.last or self.words.texts[match.first] != "the":
            return None
        mask = self.tables.names.at(self.words, match.first + 1)
        return mask if mask and mask.values[0].masked and mask.last > match.last else None

    def names_time(self, mention: Draft) -> bool:
        """«بتوقيت شرق الولايات المتحدة»: the time of a place, and not the place."""
        before = self.by_last.get(mention.first - 1)
        return before is not None and before.values[0].kind == "time_of"

    def means_two_villages(self, mention: Draft) -> bool:
        """«القريتين», which is a town's name, too, behind «قريتي كفريا والفوعة»: both of those."""
        written_to_it = sum(map(len, mention.prefixes))  # «البلدة والقريتين»
        both = mention.first == mention.last and self.words.is_a("both_places", mention.last, written_to_it)
        if not both or mention.head or mention.setting or mention.direction:
            return False
        before = (head for head in self.of_kind.get("head", ()) if head.first < mention.first)
        return any(head.values[0].number == "two" and head.values[0].value == "village" for head in before)

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
        if not match.values[0].country or not self.words.is_english(match.first):
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

    def behind_distance(self, match: Match[Named]) -> int | None:
        """Where the town's name starts in «على بعد 20 كم شمال حلب», although «شمال حلب» is a name, too; None elsewhere."""
        direction = self.by_first.get(match.first)
        inside = direction is not None and direction.values[0].kind == "direction" and direction.last < match.last
        return direction.last + 1 if direction and inside and self._is_measured(match.first) else None

    def gap(self, left: Draft, right: Draft) -> str:
        """What stands between two names in the folded text."""
        return self.words.folded.text[self.words.ends[left.last] : self.words.starts[right.first]]

    def _is_capital_enough(self, first: int, word: PlaceWord) -> bool:
        return word.value != "capital" or self.has_capital(first)

    def has_capital(self, word: int) -> bool:
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
            elif not direction and self._is_side(word, head) and self._is_land_beside(candidates, around.first):
                head = None if word.kind == "direction" else head
                setting, direction, (first, offset) = "countryside", word.value, self._start_of_side(around)
            elif word.kind == "direction_of" and not direction and self._is_part_of(candidates, around, match.last):
                direction, first, offset = word.value, around.first + self._is_article(around.first), 0
            elif word.kind == "direction" and not direction and self._is_part(candidates, head, around.first, last):
                direction, first, offset = word.value, around.first, around.offset
            else:
                break
            edge, prefixes = around.first, around.prefixes
        capital = self._side_of_capital(match, edge) if head == "capital" else None
        if capital:
            (side, candidates), head = capital, None
            first, offset, prefixes = side.first, side.offset, side.prefixes
            if (area := self.by_last.get(first - 1)) and area.values[0].kind == "head":  # «(دوما) ومنطقة جنوبي العاصمة دمشق»
                head, prefixes = area.values[0].value, area.prefixes
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
        if first == match.first and not prefixes and self._has_arabic_article(first):
            first, name_span = first - 1, Span(self.words.source(first - 1, first - 1).start, name_span.end)
        span = name_span
        if first < match.first or last > match.last:
            end = self.words.source(last, last).end if last > match.last else name_span.end
            start = self.words.source(first, first, offset).start
            span = Span(min(start, name_span.start), max(end, name_span.end))
        return Draft(
            span=self._with_closing_quote(span), name=name_span, first=first, last=last,
            candidates=candidates, prefixes=prefixes, head=head, setting=setting, direction=direction, partial=partial,
        )  # fmt: skip

    def _with_closing_quote(self, span: Span) -> Span:
        """«قاعدة "حميميم"»: a span that goes over the mark that opens a quoted name goes up to the one that closes it."""
        opened = sum(mark in _QUOTES for mark in self.text[span.start : span.end]) % 2
        closed = self.text[span.end : span.end + 1]
        return Span(span.start, span.end + 1) if opened and closed and closed in _QUOTES else span

    def _has_arabic_article(self, first: int) -> bool:
        """ "al-Kesweh", "el-Kesweh", of a name whose row has no article."""
        before = first - 1
        return before >= 0 and self.words.is_a("arabic_article", before) and self.words.between(before, first) == "-"

    def _side_of_capital(self, match: Match[Named], edge: int) -> tuple[Match[PlaceWord], tuple[str, ...]] | None:
        """«في جنوب العاصمة دمشق», «بلدات جنوبي العاصمة دمشق»: the direction before a capital's title, and what bears the name
        «جنوب دمشق»; «حي التضامن جنوبي العاصمة دمشق» says no more than where the quarter lies."""
        side = self.by_last.get(edge - 1)
        if side is None or side.values[0].kind != "direction" or not self.words.joined(edge - 1):
            return None
        placed = self.by_last.get(side.first - 1)
        word = placed.values[0] if placed else None
        headed = word is not None and word.kind == "head" and (word.value in ("area", "region") or word.number == "many")
        if not side.prefixes and not headed and (word is None or "preposition" not in (word.kind, word.value)):
            return None
        name = (*phrase_words(side.values[0].text), *self.words.texts[match.first : match.last + 1])
        named = self.tables.names.values_of(name)
        return (side, named[0].places) if named else None

    def is_possessive(self, mention: Draft) -> bool:
        """True for an English name that is written with a possessive s, which its span leaves out."""
        return self.words.source(mention.last, mention.last).end > mention.span.end

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
            if (match and match.values[0].kind != "link") or self.has_capital(i):  # "rebel-held" is no other name
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

    def _is_measured(self, direction: int) -> bool:
        """«على بعد 60 كلم شمال شرقي دمشق»: a direction behind a distance, which leads away from the place; «منطقة بعمق 30 كلم
        شرق الفرات» is as deep as that, and lies there. Arabic only."""
        measured = direction > 0 and self.words.joined(direction - 1) and self.words.is_a("unit_of_length", direction - 1)
        return measured and not self.words.of_class("measures_zone", max(direction - _MEASURE_REACH, 0), direction - 1)

    def _is_part(self, candidates: Iterable[str], head: str | None, direction: int = 0, last: int | None = None) -> bool:
        """A direction before a country, governorate or region is a part of it, and before a town that is called the governorate
        run from it («محافظة ذمار», and "Dhamar governorate" where `last` is the name's last word); before a town or a river, or
        where the word `direction` follows a distance, it is a relation."""
        if head in _SETTLED_HEADS or self._is_measured(direction):
            return False
        kinds = {self.tables.gazetteer.places[place].kind for place in candidates}
        tail = self.tail_behind(last) if last is not None and head is None else None
        called = head or (tail.value if tail else None)
        seat = called == _GOVERNORATE and not self.tables.governorates_and_seats.isdisjoint(candidates)
        return seat or bool({Kind.COUNTRY, Kind.GOVERNORATE, Kind.REGION} & kinds)

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
        listed = first > 0 and "," in self.words.between(first - 1, first)  # "Aleppo, northern part of Homs"
        stands_in = stands_in or (listed and not self.words.is_a("compass_point", direction.last - 1))
        tail = self.by_first.get(last + 1)
        return stands_in and self._is_part(candidates, tail.values[0].value if tail and self.words.joined(last) else None)

    def _is_side(self, word: PlaceWord, head: str | None) -> bool:
        """ "North of (Homs)", «شمالي (مدينة حمص)»; «شمال حمص» is a part of the governorate, or a name."""
        return word.kind == "direction_of" or (word.kind == "direction" and head == "city")

    def _start_of_side(self, direction: Match[PlaceWord]) -> tuple[int, int]:
        """The first word of a side, with the letters written to it; with the "to" of "territory to the north of Homs"."""
        if direction.values[0].kind == "direction":
            return direction.first, direction.offset
        to = direction.first > 0 and self.words.texts[direction.first - 1] == "to"
        return (direction.first - 1 if to else direction.first + self._is_article(direction.first)), 0

    def _is_land_beside(self, candidates: Iterable[str], direction: int) -> bool:
        """In "areas north of Homs", "territory to the north of Homs", "the truce north of Homs", «بلدات شمالي مدينة حمص» it is
        the countryside on that side of the city that is meant; "a town north of Homs" is no land."""
        texts, before = self.words.texts, direction - 1
        if before > 0 and texts[before] == "to":
            before -= 1
        named = before >= 0 and (self.words.is_a("land", before) or self.words.is_a("truce_on_a_side", before))
        land = named and all(map(self.words.joined, range(before, direction)))
        capital = not self.tables.gazetteer.capital_cities.isdisjoint(candidates)  # sides of those have names of their own
        kinds = {self.tables.gazetteer.places[place].kind for place in candidates}
        return land and not capital and Kind.GOVERNORATE in kinds

    def tail_behind(self, last: int) -> PlaceWord | None:
        """The word behind a name that says what it is: "Gao region", also where it goes on as a head word would: "Gao region of
        Mali"."""
        match = self.by_first.get(last + 1)
        if match is None or match.prefixes or not self.words.joined(last):
            return None
        word = match.values[0]
        goes_on = word.kind == "head" and match.first < match.last and self.words.texts[match.last] == "of"
        return word if word.kind == "tail" or (goes_on and word.value in _UNITS) else None

    def may_be_unit(self, mention: Draft) -> bool:
        """True if one of the places that a name may mean is a governorate, or the town that one is run from."""
        return not self.tables.governorates_and_seats.isdisjoint(mention.candidates)

    def look_right(self, last: int, head: str | None, setting: str, direction: str) -> tuple[int, str | None, str, str]:
        """The last word, the head, the setting and the direction of a name, with those of the words behind it."""
        while (match := self.by_first.get(last + 1)) and not match.prefixes and self.words.joined(last):
            word, tail = match.values[0], self.tail_behind(last)
            if word.kind == "direction_adjective" and not direction and (head is None or setting):  # «قرى ريفي حمص الشمالي»
                direction = word.value
            elif word.kind == "tail_setting" and not setting:
                setting = word.value
            elif tail and head is None and not setting:
                return last, tail.value, setting, direction  # an English head word stays outside of the span
            else:
                break
            last = match.last
        return last, head, setting, direction
