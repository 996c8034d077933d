"""The claims of one text about one truce."""

from __future__ import annotations

from dataclasses import dataclass, field

from geo.agreement import AgreementType
from geo.claim import Claim
from geo.gazetteer import Area
from geo.toponym.resolution import Resolution


@dataclass
class Truce:
    """The claims of one text about one truce. `exists` is None until a claim says whether it was reached."""

    exists: bool | None
    claims: list[Claim] = field(default_factory=list)
    _areas: list[Area] | None = None

    @property
    def areas(self) -> list[Area]:
        if self._areas is None:
            self._areas = list(dict.fromkeys(r.area for claim in self.claims for r in claim.areas if r.area))
        return self._areas

    def add(self, claim: Claim) -> None:
        self.claims.append(claim)
        self._areas = None

    def place(self, claim: Claim, items: list[list[Resolution]]) -> None:
        """Gives a claim of the truce its places."""
        claim.coverage.items = items
        self._areas = None

    def may_hold(self, claim: Claim) -> bool:
        """An evacuation and a ceasefire in the same place are two agreements, and so are a daily pause in a town, or a
        truce of its own, and a ceasefire in the whole country that the Security Council demands."""
        evacuates = {c.type is AgreementType.EVACUATION_SETTLEMENT for c in self.claims if c.type}
        if claim.type and evacuates and (claim.type is AgreementType.EVACUATION_SETTLEMENT) not in evacuates:
            return False
        if not claim.areas or {r.area for r in claim.areas} == set(self.areas):
            return True
        if any(c.decreed != claim.decreed for c in self.claims if c.areas):
            return False
        if not claim.type:
            return True
        pauses = {c.type is AgreementType.HUMANITARIAN_PAUSE for c in self.claims if c.type and c.areas}
        return not pauses or (claim.type is AgreementType.HUMANITARIAN_PAUSE) in pauses
