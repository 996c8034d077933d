"""The articles that were read: what was found in each, and what was not understood."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.draw.found import excerpt, hits, open_at
from dashboard.draw.headline import headline_tag
from dashboard.draw.markup import Markup, button, join, tag
from dashboard.draw.reader import date_basis, source_facts
from dashboard.edition import Edition
from dashboard.search import Found
from dashboard.strings import counted, isolated, text
from geo.article import Article

MOST_FOUND = 100  # articles of a search that are listed with their sentence


def article_list(
    edition: Edition, language: str, *, only: Sequence[str] | None = None, found: Found | None = None,
    above: Markup | None = None, below: Markup | None = None,
) -> Markup:  # fmt: skip
    """Every article, in the order of the edition; with `only` the articles of these ids, in their order,
    and with `found` the words in them that were looked for. `above` and `below` stand before and behind the articles."""
    fitting = tuple(edition.articles) if only is None else only
    shown = fitting[:MOST_FOUND] if found else fitting
    rest = len(fitting) - len(shown)
    none = "articles.none.fit" if edition.articles else "articles.none"
    articles = join(tag("li", _item(edition, edition.articles[id], language, found)) for id in shown)
    return tag(
        "section",
        tag("h2", text("articles.heading", language)),
        above,
        tag("ul", articles, class_="articles") if shown else tag("p", text(none, language)),
        tag("p", counted("found.rest", rest, language), class_="quiet") if rest else None,
        below,
        class_="article-list", data_part="article-list",
    )  # fmt: skip


def unresolved_names(edition: Edition, article: Article) -> tuple[str, ...]:
    """The names of an article that no place was found for, each once, in the order of the text."""
    resolutions = edition.resolutions.get(article.id, ())
    return tuple(dict.fromkeys(r.mention.span.of(article.text) for r in resolutions if r.area is None))


def _item(edition: Edition, article: Article, language: str, found: Found | None) -> Markup:
    unresolved = unresolved_names(edition, article)
    names = text("comma", language).join(isolated(f"«{name}»") for name in unresolved)
    basis = date_basis(article, language)
    return join((
        headline_tag("h3", article),
        tag("p", join(tag("bdi", fact, class_="fact") for fact in source_facts(article, language)), class_="quiet"),
        tag("p", basis, class_="quiet") if basis else None,
        [tag("p", hits(found, article, language), class_="quiet"), excerpt(found, article)] if found else None,
        tag("p", findings(edition, article, language)),
        tag("p", text("articles.unresolved", language, names=names), class_="unresolved") if unresolved else None,
        open_at(found, article, text("articles.open", language)) if found else
        button(text("articles.open", language), aria_label=f"{text('articles.open', language)}: {article.headline}",
               send={"do": "article", "article": article.id}, class_="open-line"),
        " ",
        button(text("review.judge", language), aria_label=f"{text('review.judge', language)}: {article.headline}",
               send={"do": "judge", "article": article.id}, class_="judge-line"),
    ))  # fmt: skip


def findings(edition: Edition, article: Article, language: str) -> str:
    """What was found, counted; "nothing found" and "not read" are told apart in words."""
    if article.id not in edition.statements:
        return text("articles.unread", language)
    found = (
        ("articles.statements", len(edition.said_now(article.id))),
        ("articles.places", len(edition.resolutions.get(article.id, ()))),
        ("articles.dates", len(edition.timexes.get(article.id, ()))),
    )
    counts = text("comma", language).join(counted(key, count, language) for key, count in found if count)
    if edition.said_now(article.id):
        return counts
    nothing = text("articles.nothing", language)
    return f"{nothing} ({counts})" if counts else nothing
