"""What else there is of an article: which text stood when, what was said only then, who carries the same text."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from dashboard.draft import Kept
from dashboard.draw.about import about
from dashboard.draw.adding import kept_panel
from dashboard.draw.article_list import findings
from dashboard.draw.reader import about_article
from dashboard.edition import Edition
from geo.evidence.attestation import Version
from geo.ledger.review import Reviewed
from tests.dashboard.conftest import BROKEN, TALKS_EN


def test_a_former_version_shows_its_days_its_text_and_what_only_it_said(edition: Edition) -> None:
    article = edition.articles["en.txt"]
    former = replace(article, text=article.text + " <b>")
    version = Version(
        article=former, number=1, since=datetime(2017, 7, 15, tzinfo=UTC), until=datetime(2017, 7, 17, tzinfo=UTC),
        statements=(TALKS_EN, BROKEN),
    )  # fmt: skip
    changed = replace(
        edition, versions={"en.txt": (version,)}, statements={**edition.statements, "en.txt": (TALKS_EN,)},
        reviewed=Reviewed(statements={TALKS_EN.id: TALKS_EN}),
    )  # fmt: skip
    html = about_article(changed, article, "en")
    assert "Version 1, from 15 July 2017 to 17 July 2017" in html
    assert "Said only then" in html and BROKEN.evidence[0].quote in html.split("former")[0]
    assert TALKS_EN.evidence[0].quote not in html.split("former")[0]
    assert "&lt;b&gt;" in html and "النسخة 1" in about_article(changed, article, "ar")
    assert "Former versions" not in about_article(edition, article, "en")


def test_what_only_a_former_version_said_is_not_counted_as_found(edition: Edition) -> None:
    article = edition.articles["en.txt"]
    assert "2 statements" in findings(edition, article, "en")
    withdrawn = replace(edition, reviewed=Reviewed(statements={TALKS_EN.id: TALKS_EN}))
    assert "1 statement," in findings(withdrawn, article, "en") and "1 statement," in about(withdrawn, "en")
    zone = edition.zones["south/SY12"]
    former = replace(zone, ledger=tuple(replace(line, withdrawn_on=line.known_on) for line in zone.ledger))
    kept = Kept(read=("en.txt",), unchanged=(), repeated=(), faults=())
    assert "south/SY12" in kept_panel(kept, edition, "en")
    assert "south/SY12" not in kept_panel(kept, replace(edition, zones={**edition.zones, zone.id: former}), "en")


def test_copies_and_repeats_are_named(edition: Edition) -> None:
    origins = {"en.txt": "en.txt", "ar.txt": "en.txt"}
    copied = replace(edition, reviewed=Reviewed(origins=origins), repeats={"ar.txt": ("again.txt",)})
    html = about_article(copied, copied.articles["ar.txt"], "en")
    assert "the same text in 1 more outlet" in html and "The Example" in html and "again.txt" in html
    assert "again.txt" not in about_article(copied, copied.articles["en.txt"], "en")
