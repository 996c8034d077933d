"""What a clause covers: its places by item, and the words that tie them to the truce."""

from __future__ import annotations

from dataclasses import dataclass, field

from geo.cue import Cue
from geo.toponym.resolution import Resolution


@dataclass(kw_only=True)
class Coverage:
    """What a clause covers. `items` are the covered places by item of the list, `several` if each item is a zone of its own.

    `heads` are the words that items are counted off with («المنطقة الأولى»), one for each, none where no word counts them.
    `verb` is the verb of covering, None where a noun governs the places, `passive` one behind them («مشمولة بالاتفاق»), `seen`
    one that sees a truce there today («تشهد تعز هدنة»);
    `implementing` the words that show an agreement being carried out there («بموجب اتفاق»); `refers_back` if the truce is one
    that the text named before; `fought` if the places are those of fighting that broke it, and not its own; `guessed` if no
    word ties them to it, but the text is about them; `calm` if they are only said to be calm;
    `answers` if they are the towns that accept or refuse the truce themselves; `likewise` if they are those of truces that
    stand there, too, beside the one that the text tells of.
    """

    items: list[list[Resolution]] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    excluded: list[Resolution] = field(default_factory=list)
    verb: Cue | None = None
    passive: Cue | None = None
    seen: Cue | None = None
    several: bool = False
    implementing: Cue | None = None
    refers_back: bool = False
    fought: bool = False
    guessed: bool = False
    calm: bool = False
    answers: bool = False
    likewise: bool = False
