"""Claims: what one clause says of a truce — where, with which status, under which doubt. Not yet joined over the text."""

from __future__ import annotations

from geo.claim.finding import find_claims
from geo.claim.record import NEARBY_SENTENCES, Claim, is_old, says_where

__all__ = ["NEARBY_SENTENCES", "Claim", "find_claims", "is_old", "says_where"]
