"""Which places a truce covers, and which it leaves out: `finding` asks the others, each of which knows one way to say it."""

from __future__ import annotations

from geo.coverage.record import Coverage

__all__ = ["Coverage"]
