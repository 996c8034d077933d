"""The page about the data: what is in it, how it was read and drawn and how well, whose it is, and what it cannot know."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dashboard.draw.attribution import boundaries_note
from dashboard.draw.markup import Markup, tag
from dashboard.edition import Edition
from dashboard.messages import said
from dashboard.strings import counted, isolated, number, percent, text

LIMITS = ("silence", "lines", "fades", "rules", "names", "partial")


def about(edition: Edition, language: str) -> Markup:
    """The whole page. Figures are those of this edition and those that were measured for this version, never typed in."""
    fades_after = number(edition.fades_after_days)
    return tag(
        "section",
        tag("h2", text("about.heading", language)),
        tag("p", text("about.question", language), class_="lead"),
        tag("p", _contents(edition, language)),
        tag("h3", text("about.limits", language)),
        tag("ul", [tag("li", text(f"about.limit.{limit}", language, days=fades_after)) for limit in LIMITS], class_="points"),
        tag("h3", text("about.boundaries", language)),
        tag("p", boundaries_note(edition, language) or text("about.no_boundaries", language)),
        tag("p", edition.notices[language], class_="quiet") if edition.notices[language] else None,
        tag("h3", text("about.quality", language)),
        *_quality(edition, language),
        tag("h3", text("about.sources", language)),
        tag("ul", [tag("li", _source(source, language)) for source in edition.sources.values()], class_="sources"),
        tag("p", text("about.endorsement", language), class_="quiet"),
        class_="about", data_part="about",
    )  # fmt: skip


def _contents(edition: Edition, language: str) -> str:
    """What the store holds, counted, and by which version of the reader it was read."""
    counts = (
        ("about.articles", len(edition.articles)),
        ("articles.statements", sum(len(edition.said_now(article)) for article in edition.articles)),
        ("about.zones", len(edition.zones)),
    )
    found = text("comma", language).join(counted(key, count, language) for key, count in counts)
    readers = sorted({read.reader for read in edition.readings.values()})
    return text("about.contents", language, found=found, readers=text("comma", language).join(map(isolated, readers)) or "–")


def _quality(edition: Edition, language: str) -> Iterable[Markup]:
    """How well the reader reads annotated texts: a table of the sets that it was measured on."""
    if not edition.quality:
        yield tag("p", text("about.unmeasured", language))
        return
    measures = list(dict.fromkeys(score.measure for score in edition.quality))
    sets = {score.set: score.texts for score in edition.quality}
    scores = {(score.set, score.measure): score.value for score in edition.quality}
    head = [_set_name(name, texts, language) for name, texts in sets.items()]
    body = [
        tag("tr", tag("th", text(f"quality.{measure}", language), scope="row"), [
            tag("td", percent(scores[name, measure], language) if (name, measure) in scores else "–") for name in sets
        ])
        for measure in measures
    ]  # fmt: skip
    yield tag("p", text("about.quality_hint", language))
    table = tag("table", tag("thead", tag("tr", tag("th", text("about.set", language), scope="col"), head)), tag("tbody", body))
    yield tag("div", table, class_="scrolls", tabindex="0", role="region", aria_label=text("about.quality", language))


def _set_name(name: str, texts: int, language: str) -> Markup:
    size = tag("span", counted("about.texts", texts, language), class_="quiet block")
    return tag("th", text(f"quality.set.{name}", language), size, scope="col")


def _source(source: Mapping[str, str], language: str) -> Markup:
    """A source with its publisher and licence; a title that others gave stands as they gave it."""
    title, publisher = _in_language(source["title"], language), _in_language(source["publisher"], language)
    named = tag("a", title, href=source["url"], target="_blank", rel="noopener noreferrer") if source.get("url") else title
    return tag("p", named, " — ", publisher, " · ", text("about.licence", language, licence=said(source["licence"], language)))


def _in_language(words: str, language: str) -> Markup:
    shown = said(words, language)
    return tag("bdi", shown, lang="en" if shown == words else language)
