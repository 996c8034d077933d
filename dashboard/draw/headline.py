"""An article's headline in its own direction, whatever it begins with: «BBC: …» in an Arabic article runs from the right."""

from __future__ import annotations

from dashboard.draw.markup import Markup, tag
from dashboard.strings import direction, isolated
from geo.article import Article


def headline_tag(name: str, article: Article, *, most: int | None = None, class_: str | None = None) -> Markup:
    """An element that holds the headline, or as many of its first characters as `most` says."""
    language = article.headline_language
    return tag(name, article.headline[:most], class_=class_, lang=str(language), dir=direction(language))


def headline_in_words(article: Article, *, most: int | None = None) -> str:
    """The headline as a part of a sentence."""
    return isolated(article.headline[:most], article.headline_language)
