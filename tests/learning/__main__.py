"""`make learn`: learns from annotated sentences which words speak for which status, and writes the table; with
ARGS=--check it says how often that is right of sentences of hands that it did not learn from."""

from __future__ import annotations

import argparse
import sys

from data.tables.likelihood import LIKELIHOOD_TABLE, save_likelihood
from data.tables.reference import load_reference
from data.tables.rows import REFERENCE_FOLDER
from geo.pipeline import Reader
from geo.status.likelihood import UNLEARNT
from tests.learning.examples import examples_of, load_annotated, sha256_of
from tests.learning.fitting import fit

FOLDS = 5


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.learning", description="Learn the words for each status of a truce.")
    parser.add_argument(
        "--check", action="store_true", help=f"leave out {FOLDS} groups of hands in turn, and say how often it is right of them"
    )
    options = parser.parse_args()
    texts = load_annotated()
    examples = examples_of(texts, Reader(load_reference(likelihood=UNLEARNT)))
    if options.check:
        hands = sorted({example.hand for example in examples})
        for left_out in (hands[fold::FOLDS] for fold in range(FOLDS)):
            learnt = fit([example for example in examples if example.hand not in left_out])
            for hand in left_out:
                own = [example for example in examples if example.hand == hand]
                right = sum(max(told := learnt.of_words(one.words), key=told.__getitem__) is one.answer for one in own)
                print(f"{hand:6} {len(own):5} examples, {100 * right / len(own):.0f} in a hundred right by their words alone")
        return 0
    save_likelihood(REFERENCE_FOLDER / LIKELIHOOD_TABLE, fit(examples), sha256_of(texts))
    print(f"learnt from {len(examples):,} examples of {len(texts):,} texts: {LIKELIHOOD_TABLE}")
    return 0


sys.exit(main())
