"""Cues: the words that speak of a truce, how it stands, where and under which doubt; and truces that no single word names."""

from __future__ import annotations

from geo.cue.finding import find_cues
from geo.cue.record import SETTLEMENT, Cue, CueKind, Cues, CueWord, Hit, Lexicon

__all__ = ["SETTLEMENT", "Cue", "CueKind", "CueWord", "Cues", "Hit", "Lexicon", "find_cues"]
