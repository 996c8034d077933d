"""How a truce stands by the words of its clause: offered, agreed, kept, broken, over, and how sure the text is of it."""

from __future__ import annotations

from geo.status.record import Status, status_of

__all__ = ["Status", "status_of"]
