"""Why a name may mean a place, or may not: a code and what it is about, so that each language can say it in its own words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Because(StrEnum):
    """What speaks for a candidate or against it. A comment says what `Reason` holds beside the code."""

    SAFE_NAME = "safe_name"  # words: the folded name
    ORDINARY_WORD = "ordinary_word"  # words: the folded name
    MOST_USED = "most_used"
    CALLED = "called"  # kinds: the head word's
    CALLED_ANOTHER = "called_another"  # kinds: the head word's, and that of the place
    CALLED_AREA = "called_area"
    CALLED_CAPITAL = "called_capital"
    NO_CAPITAL = "no_capital"
    PART_NAMED = "part_named"
    NO_SUCH_PART = "no_such_part"
    PERSON_TITLE = "person_title"
    PREPOSITION = "preposition"
    PEOPLE = "people"
    ADJECTIVE = "adjective"
    GOVERNS = "governs"
    TRUCE_OF = "truce_of"
    TRUCE_IN = "truce_in"
    SHELLED = "shelled"
    WITHDRAWN_FROM = "withdrawn_from"
    FOUGHT_OVER = "fought_over"
    VOWEL_SIGNS = "vowel_signs"  # words: the name as it is written
    DEMONYM = "demonym"  # words: the folded adjective
    CAPITAL_KNOWN = "capital_known"
    GOVERNORATE_KNOWN = "governorate_known"
    LIST_IN_UNIT = "list_in_unit"  # places: the governorate
    TEXT_IN_UNIT = "text_in_unit"  # places: the governorate
    NAMED_IN_FULL = "named_in_full"
    NAMED_WITH = "named_with"  # places: one or two of the list
    NAMED_INSIDE = "named_inside"  # places: what contains it
    COUNTRY_OF_TEXT = "country_of_text"
    COUNTRY_NAMED = "country_named"
    COUNTRY_UNNAMED = "country_unnamed"
    WAR_NAMED = "war_named"
    GOVERNMENT_NAMED = "government_named"
    KIND_NAMED = "kind_named"
    REGION_NAMED = "region_named"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One piece of evidence for a candidate, or `against` it.

    `words` are words of the text, folded unless `Because` says otherwise; `kinds` are head words and kinds of places (a
    `geo.gazetteer.Kind`, or "state"); `places` are ids.
    """

    code: Because
    against: bool = False
    words: str = ""
    kinds: tuple[str, ...] = ()
    places: tuple[str, ...] = ()


Points = tuple[int, Reason | None]  # what one sign adds to a candidate's evidence, and why
NOTHING: Points = (0, None)
