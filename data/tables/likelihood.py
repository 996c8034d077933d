"""The file of what was learnt of the words for each status: data/reference/status_likelihood.npz, read and written."""

from __future__ import annotations

from pathlib import Path
from zipfile import BadZipFile

import numpy as np

from geo.errors import ReferenceTableError
from geo.status import Status
from geo.status.likelihood import BUCKETS, StatusLikelihood

LIKELIHOOD_TABLE = "status_likelihood.npz"


def load_likelihood(path: Path) -> StatusLikelihood:
    """What was learnt. Raises ReferenceTableError for a file that is not there, or none of ours."""
    try:
        with np.load(path, allow_pickle=False) as table:
            likelihood = StatusLikelihood(
                answers=tuple(Status(name) if name else None for name in map(str, table["answers"])), weights=table["weights"],
                unit=float(table["unit"]), base=table["base"], rarity=table["rarity"].astype(np.float32),
            )  # fmt: skip
    except OSError as fault:
        raise ReferenceTableError(f"{path.name}: cannot be opened in {path.parent}: {fault.strerror}") from fault
    except (BadZipFile, EOFError, KeyError, TypeError, ValueError) as fault:
        raise ReferenceTableError(f"{path.name}: is no table of likelihoods ({fault}): write it with `make learn`") from fault
    shapes = (likelihood.weights.shape, likelihood.base.shape, likelihood.rarity.shape)
    expected = ((BUCKETS, len(likelihood.answers)), (len(likelihood.answers),), (BUCKETS,))
    if shapes != expected:
        raise ReferenceTableError(f"{path.name}: has tables of {shapes}, not {expected}: write it with `make learn`")
    return likelihood


def learnt_from(path: Path) -> str:
    """The hash of the sentences that a table was learnt from, of a table that can be read."""
    with np.load(path, allow_pickle=False) as table:
        return str(table["learnt_from"])


def save_likelihood(path: Path, likelihood: StatusLikelihood, sha256: str) -> None:
    """Writes what was learnt from sentences with this hash; the same content gives the same bytes."""
    np.savez_compressed(
        path, answers=np.array([str(answer or "") for answer in likelihood.answers]), weights=likelihood.weights,
        unit=np.float64(likelihood.unit), base=likelihood.base, rarity=likelihood.rarity.astype(np.float16),
        learnt_from=np.array(sha256),
    )  # fmt: skip
