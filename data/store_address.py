"""How a store is addressed: by the path of its file, or by the address of a PostgreSQL database."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias


@dataclass(frozen=True, slots=True, kw_only=True)
class Database:
    """A PostgreSQL database, as its address names it: postgresql://user:password@host:port/name?schema=hudna."""

    url: str = field(repr=False)

    def __str__(self) -> str:
        """The address without the password."""
        scheme, _, rest = self.url.partition("://")
        account, at, where = rest.rpartition("@")
        return f"{scheme}://{account.partition(':')[0]}{at}{where}"


Where: TypeAlias = Path | Database
