"""The claims of one text, joined to the truces that they speak of, by how each stands and what became of it."""

from __future__ import annotations

from geo.truce.record import Truce

__all__ = ["Truce"]
