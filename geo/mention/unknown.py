"""Names that no table holds, seen by the head word before them."""

from __future__ import annotations

from collections.abc import Sequence

from geo.mention.surroundings import Surroundings
from geo.mention.tables import Draft
from geo.text.phrase import stems

_SHORTEST_NAME = 3


def unknown_names(around: Surroundings, _found: Sequence[Draft], occupied: set[int]) -> list[Draft]:
    """Names that no table holds, seen by the head word before them: «قرية أم العظام», «حي الجحملية», "the village of Foo"."""
    found = []
    taken = set(occupied)  # "the village of" and "village of" see the same name
    for match in around.of_kind.get("head", ()):
        word = match.values[0]
        settled = word.number == "one" and word.value in ("city", "town", "village", "subdistrict")
        after = match.last + 1
        settled = settled or (word.number == "one" and word.value == "neighbourhood" and _is_proper(around, after))
        if not settled or after >= len(around.words) or not around.words.joined(match.last) or after in taken:
            continue
        last = _unknown_end(around, after, word.language, taken)
        if last is not None:
            taken |= set(range(after, last + 1))
            span = around.words.source(after, last)
            found.append(Draft(
                span=span, name=span, first=after, last=last, candidates=(), head=word.value, prefixes=match.prefixes,
            ))  # fmt: skip
    return found


def _is_proper(around: Surroundings, first: int) -> bool:
    """«حي الجحملية», «حي باب البيض», not «حي سكني»: a word with an article, or one that names begin with. Arabic only."""
    if first >= len(around.words) or around.words.is_english(first):
        return False
    return around.words.texts[first].startswith("ال") or _kind_at(around, first) == "opener"


def _unknown_end(around: Surroundings, first: int, language: str, occupied: set[int]) -> int | None:
    """The last word of an unknown name that starts at `first`, None if what stands there is no name."""
    if language == "en":
        last = first
        if not around.has_capital(first):
            return None
        while around.words.joined(last) and around.has_capital(last + 1):
            last += 1
        return None if set(range(first, last + 1)) & occupied else last
    word = around.words.texts[first]
    kind = _kind_at(around, first)
    if kind == "opener":
        return first + 1 if around.words.joined(first) and first + 1 not in occupied else None
    if len(word) < _SHORTEST_NAME:
        return None
    is_adjective = word.endswith(("يه", "ه", "ين", "ات")) and not word.startswith("ال")
    is_verb = word[0] in "تيس" and not word.startswith("ال")
    is_clitic = len(stems(word)) > 1 and not word.startswith(("ال", "ك", "ب"))
    return None if is_adjective or is_verb or is_clitic or kind else first


def _kind_at(around: Surroundings, first: int) -> str:
    match = around.by_first.get(first)
    return match.values[0].kind if match and not match.prefixes else ""
