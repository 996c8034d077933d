"""Lists of place names («درعا والقنيطرة»): which names stand in one, and what the words before it give to each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import zip_longest

from geo.gazetteer import Kind
from geo.mention.surroundings import Surroundings
from geo.mention.tables import Draft, PlaceWord
from geo.span import Span

_FILLS = ("head", "tail", "link", "part", "whole")  # what may stand between two names of a list

_IN = ("in", "في")
_THE = "the"
_COUNTED_REACH = 2  # words from a number to "in": "six violations in"
_HEAD_REACH = 4  # words of «في محافظة», "in the province of" before a name
_IMPERFECT = re.compile(r"ت\w{2,}[^\Wاه]")  # «تشيع», «تشهد»; neither «تمهيدا» nor «تابعه»


def group_lists(drafts: Sequence[Draft], around: Surroundings) -> None:
    """Numbers the lists, and passes a dual or plural head, a setting and a part along each, and a plural tail back."""
    governor: PlaceWord | None = None
    owners: list[PlaceWord | None] = []
    sizes: Counter[int] = Counter()
    group = 0
    before: Draft | None = None
    for draft, behind in zip_longest(drafts, drafts[1:]):
        own = _governor(draft, around)
        owners.append(own)
        headed = (governor is not None and governor.kind == "head") or sizes[group] > 1 or _is_joined(draft, behind)
        if before and _is_list(before, draft, around, headed=headed):
            governor = own or governor
            _inherit(before, draft, governor, around)
        else:
            governor = own
            group += 1
        draft.group = group
        sizes[group] += 1
        before = draft
    for draft, own in zip(drafts, owners, strict=True):
        if own and own.kind == "head" and own.number == "many" and sizes[draft.group] == 1:
            # «أبرز مدن الغوطة»: a plural head before a single name counts what lies in it; neighbourhoods lie in a city
            draft.head = "city" if own.value == "neighbourhood" else None
    _pass_tails_back(drafts, around)


def _pass_tails_back(drafts: Sequence[Draft], around: Surroundings) -> None:
    """ "Taiz and Ibb governorates", "the Donetsk and Kherson regions"; not over "Palmyra and the Homs and Hama provinces"."""
    tail: str | None = None
    for draft, behind in zip(reversed(drafts), (None, *reversed(drafts)), strict=False):
        if word := around.tail_behind(draft.last):
            tail = word.value if word.number == "many" else None
        elif behind is None or behind.group != draft.group or _THE in around.gap(draft, behind).split():
            tail = None
        elif tail and draft.head is None and not draft.setting and not draft.direction and around.may_be_unit(draft):
            draft.head = tail


def _is_joined(draft: Draft, behind: Draft | None) -> bool:
    """True for a name with another one right behind it, written «و…»."""
    return behind is not None and behind.first == draft.last + 1 and behind.prefixes[:1] == ("و",)


def _governor(draft: Draft, around: Surroundings) -> PlaceWord | None:
    """The dual or plural head or setting that stands right before a name, or that its span starts with."""
    for match in (around.by_first.get(draft.first), around.by_last.get(draft.first - 1)):
        if match and match.values[0].kind in ("head", "setting") and match.values[0].number != "one":
            return match.values[0]
    return None


def _is_list(left: Draft, right: Draft, around: Surroundings, *, headed: bool) -> bool:
    """True if only commas, conjunctions, head words and part words stand between two mentions, and one that joins; `headed`
    if a plural head governs the left one, or the list has a third name: in it one that no table knows may stand («مدن الخرطوم
    وبحري وشندي»)."""
    sentences = around.words.sentences
    if sentences[left.last] != sentences[right.first]:
        return False
    end = right.first - _has_article(right, around)
    between = [i for i in range(left.last + 1, end) if not _is_bracketed_number(i, around)]
    if not between and _is_part_around(left, right, around):
        return False
    if _is_counted_on(left, right, between, around):
        return True
    if headed and len(between) == 1 and _is_unknown(between[0], right, around):
        return True
    joins = right.prefixes[:1] in (("و",), ("ف",))
    covered = left.last + 1
    for i in between:
        match = around.by_first.get(i)
        beside = match is not None and match.values[-1].value == "with" and (right.anaphor or right.partial)  # «حلب مع ريفها»
        if match and match.last < right.first and (beside or match.values[0].kind in _FILLS):
            covered = max(covered, match.last + 1)
            joins |= match.prefixes[:1] == ("و",) or beside
            joins |= match.values[0].kind == "link" and match.values[0].value != "preposition"
        elif i >= covered:
            return False
    gap = around.gap(left, right)
    if "\n" in gap or ("," in gap and _acts_in_headline(right, around)):
        return False
    parted = not between or _is_part_behind_comma(between, around)
    return joins or ("," in gap and parted) or _has_lost_comma(left, right, around)


def _acts_in_headline(right: Draft, around: Surroundings) -> bool:
    """«هدنة في دوما وحرستا، ودرعا تشيع قتلاها»: in a headline a verb behind the name that a comma parts from a list begins
    other news. Arabic only."""
    words, verb = around.words, right.last + 1
    if words.sentences[right.first] or right.prefixes[:1] != ("و",) or verb >= len(words) or not words.joined(right.last):
        return False
    return _IMPERFECT.fullmatch(words.texts[verb]) is not None


def _has_article(draft: Draft, around: Surroundings) -> bool:
    """ "Idlib, the north of Homs": the article of a side, which the name's own span leaves out."""
    return bool(draft.direction) and draft.first > 0 and around.words.texts[draft.first - 1] == _THE


def _is_part_behind_comma(between: Sequence[int], around: Surroundings) -> bool:
    """ "Idlib, certain parts of Homs, Eastern Ghouta": words for a part go on with a list as a name does. English only."""
    part = around.by_first.get(between[0])
    parted = part is not None and part.values[0].kind == "part" and "," in around.words.between(between[0] - 1, between[0])
    return parted and around.words.is_english(between[0])


def _is_part_around(left: Draft, right: Draft, around: Surroundings) -> bool:
    """«في صعدة، شمالي اليمن»: the part of its country that a place lies in; «في صعدة وجنوب اليمن» names two. Arabic only."""
    if not right.direction or right.prefixes or around.words.is_english(right.first):
        return False
    places = around.tables.gazetteer.places
    countries = {c for c in right.candidates if places[c].kind is Kind.COUNTRY}
    inside = {places[c].country for c in left.candidates if places[c].kind is not Kind.COUNTRY}
    return not left.direction and bool(countries & inside)


def _is_bracketed_number(word: int, around: Surroundings) -> bool:
    """True for the "6" of "Latakia (6), Hama (5)"."""
    return around.words.texts[word].isdigit() and "(" in around.words.between(word - 1, word)


def _is_counted_on(left: Draft, right: Draft, between: Sequence[int], around: Surroundings) -> bool:
    """«ستة خروقات في اللاذقية وخمسة في حماة», "six in Latakia, five in Hama and four in Aleppo": only a number and "in" part
    two names, the first of which stands behind such a number, too."""
    words, counted = around.words, [i for i in between if around.words.texts[i] != "and" and not _is_tail(i, around)]
    if len(counted) < 2 or not _is_number(counted[0], around) or words.texts[counted[1]] not in _IN:
        return False
    first = next((i for i in range(left.first - 1, max(left.first - 1 - _HEAD_REACH, 0), -1) if words.texts[i] in _IN), 0)
    located = any(_is_number(i, around) for i in range(max(first - _COUNTED_REACH, 0), first))
    near = not {"\n", ":"} & {*around.gap(left, right)}
    return located and near and _are_heads(counted[2:], around)


def _are_heads(between: Sequence[int], around: Surroundings) -> bool:
    """«محافظة», "the province of"."""
    heads = [match for i in between if (match := around.by_first.get(i))]
    covered = {i for match in heads for i in range(match.first, match.last + 1)}
    return all(i in covered for i in between)


def _is_tail(word: int, around: Surroundings) -> bool:
    """The "province" of "Damascus province"."""
    match = around.by_first.get(word)
    return match is not None and match.values[0].kind == "tail"


def _is_number(word: int, around: Surroundings) -> bool:
    return around.words.is_a("count", word) or around.words.texts[word].removeprefix("و").isdigit()


def _is_unknown(word: int, right: Draft, around: Surroundings) -> bool:
    """True for a word that «و» joins on both sides, and that no table of words around names holds."""
    words = around.words
    joined = words.joined(word - 1) and words.joined(word) and right.prefixes[:1] == ("و",)
    return joined and words.texts[word].startswith("و") and word not in around.by_first


def _has_lost_comma(left: Draft, right: Draft, around: Surroundings) -> bool:
    """English names of one level side by side, their comma lost: "Russia Turkey and Iran", "Idlib province Homs city"."""
    words = around.words
    english = words.is_english(right.first) and words.joined(left.last)
    if not english or around.is_possessive(left) or not left.candidates or not right.candidates:
        return False
    between = [around.by_first.get(i) for i in range(left.last + 1, right.first)]
    if any(word is None or word.values[0].kind != "tail" for word in between):
        return False
    places = around.tables.gazetteer.places
    countries = [any(places[c].kind is Kind.COUNTRY for c in draft.candidates) for draft in (left, right)]
    return countries[0] == countries[1]


def _inherit(left: Draft, right: Draft, governor: PlaceWord | None, around: Surroundings) -> None:
    """Gives a list's mention what the words before the list give it."""
    gap = around.gap(left, right)
    between = [around.by_first[i].values[0] for i in range(left.last + 1, right.first) if i in around.by_first]
    own = bool(right.setting or right.direction) or any(
        word.kind in ("head", "part") or (word.kind == "link" and word.value != "conjunction") for word in between
    )
    if governor and governor.kind == "head" and right.head is None:
        right.head = governor.value
    if governor and governor.kind == "setting" and left.setting and not right.setting and "," not in gap:
        right.setting = governor.value
        _take_direction_behind(right, around)
    if left.partial and not own and not ("," in gap and "و" in right.prefixes):
        right.partial = True


def _take_direction_behind(draft: Draft, around: Surroundings) -> None:
    last, _, _, direction = around.look_right(draft.last, None, draft.setting, draft.direction)
    if last > draft.last:
        draft.last, draft.direction = last, direction
        draft.span = Span(draft.span.start, around.words.source(last, last).end)
