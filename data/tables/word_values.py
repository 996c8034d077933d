"""What rules know of the words of a text: the values that a row of cues.csv, place_words.csv or calendar.csv may have.

A value that no rule asks for does nothing, or stops the reader in the first text that has the word; so each table is held
against what stands here when it is loaded. A kind that is not listed has no values: its column is empty.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from geo.agreement import AgreementType
from geo.cue import CueKind
from geo.gazetteer import DIRECTIONS

NO_VALUE = ("",)
_SIDES = tuple(direction for direction in DIRECTIONS if direction != "centre")

_OF_NO_ROW = (CueKind.OTHER_TRUCE, CueKind.DURATION)
CUE_KINDS: Mapping[str, CueKind] = {kind.value: kind for kind in CueKind if kind not in _OF_NO_ROW}
CUE_VALUES: Mapping[CueKind, Collection[str]] = {
    CueKind.TRUCE: tuple(AgreementType),
    CueKind.AGREEMENT: ("", "settlement"),
    CueKind.ZONES: ("", "many", "some"),
    CueKind.COVERAGE: ("becomes", "covered", "covers", "including", "makes", "spread", "within"),
    CueKind.EXCLUSION: ("", "beside", "outside", "save"),
    CueKind.STATUS: (
        "agreed", "announced", "begun", "blocked", "calm", "completed", "creating", "ended", "extended", "in_force", "keeps",
        "negotiating", "obtained", "over", "proposed", "reaching", "rejected", "strained", "suspended", "undone", "unknown",
        "violated",
    ),
    CueKind.LIGHT_VERB: ("", "enjoys", "in_force"),
    CueKind.OPENER: (
        "aim", "apposition", "complement", "concession", "condition", "contrast", "correction", "fear", "hour", "possibility",
        "relative", "time", "where",
    ),
    CueKind.NEGATION: ("", "absolute", "adjective"),
    CueKind.DENIAL: ("", "baseless"),
    CueKind.MODALITY: ("future", "possible"),
    CueKind.SPEECH: ("", "targets"),
    CueKind.SPONSOR: ("guarantors", "sponsors"),
    CueKind.MEETING: ("", "press"),
    CueKind.PARTY: ("", "abroad"),
    CueKind.LOCATIVE: ("", "destination", "from", "in", "including", "through"),
    CueKind.CONFLICT: ("", "attack", "casualty", "fire"),
    CueKind.EVACUATION: ("", "fighters", "leaves", "taken", "withdraws"),
    CueKind.OFFICE: ("", "government"),
    CueKind.IMPLEMENTING: ("", "it"),
    CueKind.DATE_RELATION: ("effective", "expected", "signed", "until"),
    CueKind.OTHER_AGREEMENT: ("", "name"),
    CueKind.COUNTRY: ("", *_SIDES),
    CueKind.PART_OF_COUNTRY: _SIDES,
    CueKind.EARLIER: ("", "many"),
    CueKind.BACKDROP: ("", "days"),
    CueKind.CESSATION: ("", "closes", "halts", "stop"),
    CueKind.PROSPECT: ("", "alone"),
    CueKind.DEPLOYMENT: ("", "evacuees"),
    CueKind.DECISION: ("", "council", "draft"),
    CueKind.EVACUEES: ("", "counted"),
    CueKind.RESUMPTION: ("", "its"),
    CueKind.OUTCOME: ("", "achieved"),
    CueKind.CARRYING_OUT: ("done", "term"),
    CueKind.OBSERVATION: ("", "absent"),
}  # fmt: skip
PLACED_CUES = (CueKind.GROUP,)  # their value is the id of a place

_UNITS = ("city", "governorate", "neighbourhood", "town", "village")
_SETTINGS = ("countryside", "surroundings")
PLACE_WORD_NUMBERS = ("one", "two", "many")
PLACE_WORD_VALUES: Mapping[str, Collection[str]] = {
    "head": (
        *_UNITS, "area", "base", "camp", "capital", "crossing", "district", "feature", "region", "river", "road", "state",
        "subdistrict",
    ),
    "definite_head": (*_UNITS, "camp"),
    "tail": (*_UNITS, "area", "region"),
    "setting": _SETTINGS,
    "tail_setting": _SETTINGS,
    "anaphor": _SETTINGS,
    "direction": DIRECTIONS,
    "direction_adjective": DIRECTIONS,
    "definite_direction": DIRECTIONS,
    "direction_of": DIRECTIONS,
    "anaphor_direction": DIRECTIONS,
    "part": ("partial",),
    "link": ("", "adverb", "conjunction", "preposition", "with"),
    "opener": ("", "settlement"),
    "compound": ("any",),
    "namesake": ("any", "capital"),
    "namesake_of": ("", "any", "capital"),
    **dict.fromkeys(
        ("capital", "extent", "function_word", "people", "person_title", "preposition", "time_of", "whole"), NO_VALUE
    ),
}  # fmt: skip


def _numbers(first: int, last: int) -> tuple[str, ...]:
    return tuple(map(str, range(first, last + 1)))


_MONTHS, _WEEKDAYS, _PERIODS = _numbers(1, 12), _numbers(1, 7), ("day", "week", "month", "year")
_DAYS_AWAY = _numbers(-2, 2)
CALENDAR_VALUES: Mapping[str, Collection[str]] = {
    **dict.fromkeys(("month", "month_weak", "month_dated", "hijri_month"), _MONTHS),
    **dict.fromkeys(("weekday", "weekday_weak"), _WEEKDAYS),
    **dict.fromkeys(("unit", "units", "unit_the", "dual"), _PERIODS),
    **dict.fromkeys(("hour", "hour_dual"), ("hour",)),
    "length": _numbers(1, 365 * 24),
    "number": _numbers(1, 100),
    "ordinal": _numbers(1, 31),
    "deictic": _DAYS_AWAY,
    **dict.fromkeys(("modifier", "modifier_before", "modifier_two"), (*_DAYS_AWAY, "after", "before", "same")),
    "part": ("early", "late", "mid"),
    "year_mark": ("ce", "hijri"),
    **dict.fromkeys(("ago", "approximate"), ("after", "before")),
    "from_text": ("-1", "1"),
    **dict.fromkeys(
        (
            "and", "between", "concluded", "counted", "day_part", "day_word", "event", "from_day", "from_event",
            "from_event_link", "future", "future_after", "happened", "hour_word", "lasted", "mask", "month_cue",
            "month_short", "month_word", "not_a_day_before", "not_a_future_verb", "not_future", "not_today_after",
            "not_today_before", "obliged", "of", "or", "same_day_as", "the", "to", "until", "year_cue", "year_word",
        ),
        NO_VALUE,
    ),
}  # fmt: skip
