"""Learns from examples which words speak for which status: a logistic regression on the pieces of their sentences."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array
from sklearn.linear_model import LogisticRegression

from geo.status import Status
from geo.status.likelihood import BUCKETS, StatusLikelihood, buckets, weighted
from tests.learning.examples import Example

_FREEDOM = 20.0  # how far weights may go to fit the examples; 10 and 30 gave the same within a point, 100 less
_STEPS = 300
_LARGEST = np.iinfo(np.int8).max


def fit(examples: Sequence[Example]) -> StatusLikelihood:
    """What the examples teach; the same examples in the same order give the same weights."""
    rarity = _rarity([np.unique(buckets(example.words)) for example in examples])
    rows = [weighted(example.words, rarity) for example in examples]
    ends = np.cumsum([0, *(len(found) for found, _ in rows)])
    pieces = csr_array(
        (np.concatenate([counts for _, counts in rows]), np.concatenate([found for found, _ in rows]), ends),
        shape=(len(rows), BUCKETS),
    )
    model = LogisticRegression(C=_FREEDOM, max_iter=_STEPS)
    model.fit(pieces, [str(example.answer or "") for example in examples])
    unit = float(np.abs(model.coef_).max()) / _LARGEST
    return StatusLikelihood(
        answers=tuple(Status(name) if name else None for name in model.classes_),
        weights=np.round(model.coef_.T / unit).astype(np.int8), unit=unit,
        base=model.intercept_.astype(np.float32), rarity=rarity,
    )  # fmt: skip


def _rarity(sentences: Sequence[NDArray[np.int64]]) -> NDArray[np.float32]:
    """For each bucket the logarithm of how many times more sentences there are than those that hold it, and 1; rounded as it is
    kept."""
    holding = np.bincount(np.concatenate(sentences), minlength=BUCKETS)
    rarity = np.log((1 + len(sentences)) / (1 + holding)) + 1
    return rarity.astype(np.float16).astype(np.float32)
