"""Datelines: the names before the news of a line, where the report was filed."""

from __future__ import annotations

import re
from collections.abc import Iterable

from geo.mention import Mention
from geo.span import Span
from geo.text.phrase import Words

_CHARACTERS = 60  # behind the city of a dateline, as far as its bracket
_HEAD_REACH = 40  # characters between a name of a dateline and what ends it
_SHORTEST_SHOUT = 3  # letters of a name in capitals, so that "US" is none
_SIGNED = re.compile(r",?\s*\(?[A-Z]{2,6}\)?\s?[-–—]")  # an agency's letters and a dash
_DATELINE = re.compile(r"(?:, ?[A-Z][^\W\d]*(?: [^\W\d]+){0,3}){0,3} ?(?:\([^()\n]{2,50}\))? ?(?:--?|[–—]) ")
_OF_PAPER = re.compile(r"\s?:\s?[«\"“][^»\"”\n]{3,30}[»\"”][ .]*(?:\n|$)")
_DATED = re.compile(r", (?:\d{1,2} [A-Z][a-z]+|[A-Z][a-z]+\.? \d{1,2})(?:,? \d{4})? ?[:–—-]")  # "London, 30 April 2021:"
_DASH = re.compile(r" (?:--?|[–—]) ")
_BRACKETED = re.compile(r"\) ?(?:--?|[–—]) ")  # "July 30, 2019 (AWEIL) – "
_CITY = re.compile(r" CITY\b")
_DATE_CHARACTERS = 30  # between the start of a line and the bracket of its city


def is_shouted(text: str, words: Words, mention: Mention) -> bool:
    """«BEIRUT Syrian forces …»: the capitals of a dateline whose dash was lost, the next word not in capitals too."""
    after = mention.last + 1
    name = mention.span.of(text)
    if len(name) <= _SHORTEST_SHOUT or not name.isupper() or after >= len(words):
        return False
    return not words.source(after, after).of(text).isupper()


def is_signed(text: str, mention: Mention) -> bool:
    """ "Lattakia, SANA – The …", "Damascus, (ST)-", "London, 30 April 2021: …": a name at the start of a line, behind which the
    agency signs or the day stands."""
    start, end = mention.span.start, mention.span.end
    opens = start == 0 or text[start - 1] == "\n"
    return opens and (_SIGNED.match(text, end) or _DATED.match(text, end)) is not None


def is_bracketed(text: str, mention: Mention) -> bool:
    """ "May 15, 2014 (KAMPALA) – South Sudan's ministry …": in brackets and before a dash, near the start of a line."""
    span = mention.span
    line = text[max(text.rfind("\n", 0, span.start) + 1, 0) : span.start]
    return line.endswith("(") and len(line) <= _DATE_CHARACTERS and _BRACKETED.match(text, span.end) is not None


def is_of_paper(text: str, mention: Mention) -> bool:
    """«عمّان: «الشرق الأوسط»» on a line of its own: the city, and behind a colon the paper that the report is of."""
    start, end = mention.span.start, mention.span.end
    return (start == 0 or text[start - 1] == "\n") and _OF_PAPER.match(text, end) is not None


def names_country_behind(words: Words, mention: Mention) -> bool:
    """«واشنطن، الولايات المتحدة (CNN)», "AMMAN, Jordan — ": a city at the start of a line, behind which its country follows."""
    first, last = mention.first, mention.last
    line = words.folded.text[words.ends[last] : words.ends[last] + _CHARACTERS].split("\n")[0]
    opens = first == 0 or "\n" in words.between(first - 1, first)
    return opens and line.startswith(",") and any(mark in line for mark in ("(", "--", " - "))


def lies_in_dateline(text: str, words: Words, mention: Mention, names: Iterable[Mention]) -> bool:
    """ "LUCENA CITY, Quezon, Philippines – ", "ILIGAN CITY (MindaNews / 24 June) — ": in capitals the city that a line begins
    with, what it lies in, perhaps the agency, and a dash. English only."""
    start = text.rfind("\n", 0, mention.span.start) + 1
    city = next((name for name in names if name.span.start == start), None)
    if city is None or not city.span.of(text).isupper() or city.span.end - start <= _SHORTEST_SHOUT:
        return False
    last = city.last
    if last + 1 < len(words) and words.is_a("unit", last + 1) and words.joined(last):
        last += 1
    end = _DATELINE.match(text, words.source(last, last).end)
    return end is not None and mention.span.end <= end.end()


def heads_line(text: str, mention: Mention, names: Iterable[Span]) -> bool:
    """«أتلانتا، الولايات المتحدة (CNN)--», "DAMASCUS, SANA - ", "DAVAO CITY (AP)": nothing but names between the start of a
    line and a bracket, or, in capitals, a dash."""
    span = mention.span
    start = text.rfind("\n", 0, span.start) + 1
    bracket = text.find("(", span.end, span.end + _HEAD_REACH)
    dash = _DASH.search(text, span.end, span.end + _HEAD_REACH)
    if bracket < 0 and dash and text[start : dash.start()].isupper():
        bracket = dash.start()
    if bracket <= start:
        return False
    inside = [name for name in names if start <= name.start < bracket]
    line = _CITY.sub(lambda city: " " * len(city[0]), text[start:bracket])
    return not any(
        char.isalnum() and not any(name.start <= at < name.end for name in inside) for at, char in enumerate(line, start)
    )
