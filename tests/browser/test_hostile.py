"""Markup and script planted wherever text from outside is shown: none of it runs, all of it is shown as text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest

from data.seeds import Fault
from data.store import open_writer
from geo.agreement import Agreement, AgreementType
from geo.article import Article, Language
from geo.edtf import Edtf
from geo.gazetteer import Area
from geo.mention import Mention
from geo.pipeline import Reading
from geo.resolution import Resolution
from geo.span import Span
from geo.statement import Aspect, CoveredArea, Evidence, Modality, Statement
from geo.status import Status
from tests.browser.conftest import Watched, serving

pytestmark = pytest.mark.browser
Open = Callable[..., Watched]

SCRIPT = "<script>window.ran=1</script>"
IMAGE = "<img src=x onerror='window.ran=2'>"
LINK = '<a href="javascript:window.ran=3">here</a>'
BREAKOUT = "\"'></p></li></article><svg onload=window.ran=4>"
OVERRIDE = "\u202egnihton\u202c \u2066x"
HOSTILE = f"{SCRIPT} {IMAGE} {LINK} {BREAKOUT} {OVERRIDE} {'x' * 3_000}"
TEXT = f"{HOSTILE}\n\nThe truce {HOSTILE} in Daraa holds {HOSTILE}. Nowhere{SCRIPT} is lost."
ZONE, STATEMENT = "planted@SY12", "deadbeef"


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def evidence(words: str) -> Evidence:
    return Evidence(span=span(words), quote=words, aspect=Aspect.STATUS)


def resolution(words: str, area: Area | None) -> Resolution:
    return Resolution(
        mention=Mention(span=span(words), name=span(words), first=0, last=0, candidates=()), area=area, candidates=()
    )


def planted() -> tuple[Article, Reading]:
    article = Article(
        id="planted", text=TEXT, language=Language.ENGLISH, title=HOSTILE, publisher=HOSTILE, url="javascript:window.ran=5",
        published=Edtf.parse("2017-07-10"), published_basis=HOSTILE,
    )  # fmt: skip
    statement = Statement(
        id=STATEMENT, article="planted", agreement="planted", type=AgreementType.CEASEFIRE, areas=(CoveredArea(area="SY12"),),
        excluded=(), status=Status.IN_FORCE, modality=Modality.ASSERTED, attribution=None, signed=None, effective=None,
        until=None, expected=None, sponsors=(), guarantors=(), evidence=(evidence(f"truce {SCRIPT}"),),
    )  # fmt: skip
    agreement = Agreement(id="planted", name_en=HOSTILE, name_ar=HOSTILE, type=AgreementType.CEASEFIRE, known=False)
    return article, Reading(
        article="planted", reader="test", timexes=(), statements=(statement,), agreements=(agreement,),
        resolutions=(resolution("Daraa", Area("SY12")), resolution(f"Nowhere{SCRIPT}", None)),
    )  # fmt: skip


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("hostile")
    with open_writer(folder / "hudna.sqlite") as store:
        article, reading = planted()
        store.save(article, reading, read_at=datetime(2017, 7, 11, tzinfo=UTC), seconds=0.1)
        store.replace_faults([Fault(file=f"{IMAGE}.txt", reason=HOSTILE, articles=())])
    with serving(folder / "hudna.sqlite", folder / "server.log") as address:
        yield address


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize(
    ("query", "ready"),
    [
        ("", ".zone-item"),
        (f"zone={ZONE}", ".ledger blockquote"),
        (f"zone={ZONE}&article=planted&statement={STATEMENT}", "mark.lit"),
        ("page=articles", ".articles h3"),
        (f"lang={SCRIPT}&zone={IMAGE}&article={SCRIPT}&day={IMAGE}", ".lost"),
    ],
)
def test_nothing_planted_runs(hostile_site: str, open_page: Open, language: str, query: str, ready: str) -> None:
    watched = open_page(f"{hostile_site}?lang={language}&{query}", ready=ready)
    page = watched.page
    page.wait_for_timeout(800)
    assert page.evaluate("window.ran") is None
    planted_elements = page.locator("img[src='x'], svg[onload], a[href^='javascript'], [onerror], [onclick]")
    assert planted_elements.count() == 0
    assert watched.remote == []
    wide = page.evaluate("document.querySelector('.stMain').scrollWidth - document.querySelector('.stMain').clientWidth")
    assert wide <= 0, "a long word does not break the page"


def test_the_planted_text_is_shown_as_text(hostile_site: str, open_page: Open) -> None:
    page = open_page(f"{hostile_site}?zone={ZONE}", ready=".ledger blockquote").page
    assert page.locator(".ledger mark").inner_text() == f"truce {SCRIPT}"
    page.locator(".open-line").click()
    page.wait_for_selector("mark.lit")
    assert "".join(page.locator("mark.lit").all_inner_texts()) == f"truce {SCRIPT}"
    page.locator("mark.is-context[role=button]").click()
    page.locator("mark.is-unresolved").click()
    assert page.locator(".why-card .cut").inner_text() == f"Nowhere{SCRIPT}"
    page.locator("path[data-zone]").last.hover()
    page.wait_for_timeout(500)
    assert page.evaluate("window.ran") is None
