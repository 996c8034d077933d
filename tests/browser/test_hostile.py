"""Markup and script planted wherever text from outside is shown: none of it runs, all of it is shown as text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from random import Random
from urllib.parse import quote

import pytest

from data.sources.seeds import Fault
from data.store import open_writer
from geo.agreement import Agreement, AgreementType
from geo.article import Article, Language
from geo.edtf import Edtf
from geo.gazetteer import Area
from geo.mention import Mention
from geo.pipeline import Reading
from geo.span import Span
from geo.statement import Aspect, CoveredArea, Evidence, Modality, Statement
from geo.status import Status
from geo.toponym.resolution import Resolution
from tests.browser.conftest import Watched, come_to_rest, serving

pytestmark = pytest.mark.browser
Open = Callable[..., Watched]

SCRIPT = "<script>window.ran=1</script>"
IMAGE = "<img src=x onerror='window.ran=2'>"
PLANTS = (
    SCRIPT, IMAGE, '<a href="javascript:window.ran=3">here</a>', "\"'></p></li></article><svg onload=window.ran=4>",
    "<iframe srcdoc='<script>parent.window.ran=6</script>'></iframe>", "</style><style>*{display:none}</style>",
    "<details open ontoggle=window.ran=7>", "<input autofocus onfocus=window.ran=8>",
    "<math><mtext><script>window.ran=9</script>",
    "${window.ran=10}", "{{constructor.constructor('window.ran=11')()}}", "<template><script>window.ran=12</script></template>",
    "<base href='https://example.org/'>", "<meta http-equiv=refresh content='0;url=https://example.org/'>",
    "&lt;script&gt;window.ran=13&lt;/script&gt;", "\u202egnihton\u202c \u2066x", "\u2067\u2067\u2067 unclosed", "x" * 3_000,
    "ه" * 2_000, "e" + "\u0301" * 400, "\ufeff\u200f\u200e\u00ad", "<!-- ", "]]>", "\U0001f3f4" * 60,
)  # fmt: skip
HOSTILE = " ".join(PLANTS)
ARTICLES = 100
FIRST = "planted-0"


def planted(number: int) -> tuple[Article, Reading]:
    """An article with plants wherever text from outside goes: all of them in the first, some in some order in the others."""
    chosen = PLANTS if number == 0 else Random(number).sample(PLANTS, 6)
    plant, id = " ".join(chosen), f"planted-{number}"
    text = f"{plant}\n\nThe truce {SCRIPT} in Daraa holds {plant}. Nowhere{SCRIPT} is lost."

    def span(words: str) -> Span:
        start = text.rindex(words)
        return Span(start, start + len(words))

    def resolution(words: str, area: Area | None) -> Resolution:
        mention = Mention(span=span(words), name=span(words), first=0, last=0, candidates=())
        return Resolution(mention=mention, area=area, candidates=())

    article = Article(
        id=id, text=text, language=Language.ENGLISH, title=plant, publisher=plant, url="javascript:window.ran=5",
        published=Edtf.parse("2017-07-10"), published_basis=plant,
    )  # fmt: skip
    quote = f"truce {SCRIPT}"
    statement = Statement(
        id=f"deadbeef{number:02}", article=id, agreement=id, type=AgreementType.CEASEFIRE, areas=(CoveredArea(area="SY12"),),
        excluded=(), status=Status.IN_FORCE, modality=Modality.ASSERTED, attribution=None, signed=None, effective=None,
        until=None, expected=None, sponsors=(), guarantors=(),
        evidence=(Evidence(span=span(quote), quote=quote, aspect=Aspect.STATUS),),
    )  # fmt: skip
    agreement = Agreement(
        id=id, name_en=plant, name_ar=plant, type=AgreementType.CEASEFIRE, known=False, sources=("javascript:window.ran=14",)
    )
    return article, Reading(
        article=id, reader="test", timexes=(), statements=(statement,), agreements=(agreement,),
        resolutions=(resolution("Daraa", Area("SY12")), resolution(f"Nowhere{SCRIPT}", None)),
    )  # fmt: skip


PLANTED = (
    "img[src='x'], svg[onload], a[href^='javascript'], [onerror], [onclick], [onfocus], [ontoggle], iframe[srcdoc], base, math"
)
ZONE, STATEMENT = f"{FIRST}@SY12", "deadbeef00"


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("hostile")
    with open_writer(folder / "hudna.sqlite") as store:
        for number in range(ARTICLES):
            article, reading = planted(number)
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
        (f"zone={ZONE}&article={FIRST}&statement={STATEMENT}", "mark.lit"),
        ("page=articles", ".articles h3"),
        ("page=timeline", ".bar-of-days"),
        ("page=agreements", ".agreements h3"),
        ("page=about", ".about table"),
        (f"frame=map&zone={ZONE}", ".map-only"),
        ("compare=2017-07-05", ".change-group blockquote"),
        (f"lang={SCRIPT}&zone={IMAGE}&article={SCRIPT}&day={IMAGE}", ".lost"),
        (f"q={quote(SCRIPT)}", ".found mark"),
        (f"q={quote(f'{IMAGE} {PLANTS[3]} zzyzx')}&only={quote(f'outlet:{SCRIPT}')}", ".nothing"),
        (f"page=articles&q={quote(f'truce {SCRIPT}')}", ".articles mark"),
    ],
)
def test_nothing_planted_runs(hostile_site: str, open_page: Open, language: str, query: str, ready: str) -> None:
    watched = open_page(f"{hostile_site}?lang={language}&{query}", ready=ready)
    page = watched.page
    come_to_rest(page)
    assert page.evaluate("window.ran") is None
    assert page.locator(PLANTED).count() == 0
    assert watched.remote == []
    wide = page.evaluate("document.querySelector('.stMain').scrollWidth - document.querySelector('.stMain').clientWidth")
    assert wide <= 0, "a long word does not break the page"


def test_filters_and_tray_show_the_planted_text_as_text(hostile_site: str, open_page: Open) -> None:
    page = open_page(hostile_site, ready=".sieve").page
    page.get_by_role("button", name="Filters").click()
    page.wait_for_selector(".facets")
    for part in (f"{ARTICLES} names without a place", "1 file that could not be read"):
        page.get_by_role("button", name=part).click()
    page.wait_for_selector(".tray code")
    page.locator(".tray-item", has_text=f"Nowhere{SCRIPT}").first.click()
    page.wait_for_selector("mark.lit")
    assert "".join(page.locator("mark.lit").all_inner_texts()) == f"Nowhere{SCRIPT}"
    assert page.evaluate("window.ran") is None


def test_the_planted_text_is_shown_as_text(hostile_site: str, open_page: Open) -> None:
    page = open_page(f"{hostile_site}?zone={ZONE}", ready=".ledger blockquote").page
    assert page.locator(".ledger mark").inner_text() == f"truce {SCRIPT}"
    page.locator(".open-line").click()
    page.wait_for_selector("mark.lit")
    assert "".join(page.locator("mark.lit").all_inner_texts()) == f"truce {SCRIPT}"
    page.locator("mark.is-context[role=button]").click()
    page.locator("article mark.is-unresolved").click()
    assert page.locator(".why-card .cut").inner_text() == f"Nowhere{SCRIPT}"
    page.locator("path[data-zone]").last.hover(force=True)
    page.wait_for_timeout(500)
    assert page.evaluate("window.ran") is None
