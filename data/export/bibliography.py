"""The articles as references: BibTeX (with the fields of biblatex) and RIS."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from data.export.about import about_columns
from data.export.dossier import Selection
from data.export.plain import one_line, web_address
from geo.article import Article, Language
from geo.edtf import Edtf, Granularity

_LANGUAGES = {Language.ARABIC: "arabic", Language.ENGLISH: "english"}
# each a group of its own, so that braces stay balanced and no letter after a command is taken for a part of it
_TEX = {
    "\\": r"{\textbackslash}", "{": r"{\textbraceleft}", "}": r"{\textbraceright}", "^": r"{\textasciicircum}",
    "~": r"{\textasciitilde}", **{sign: f"\\{sign}" for sign in "$&#%_"},
}  # fmt: skip


def write_bibtex(selection: Selection) -> bytes:
    """An entry for each article, in order; comments at the head say what every export says of itself."""
    head = "".join(f"% {_comment(line)}\n" for line in _provenance(selection))
    entries = [_entry(key, article) for key, article in _keys(selection).items()]
    return "\n".join([head, *entries]).encode()


def _entry(key: str, article: Article) -> str:
    fields = {
        # in double braces, so that no style changes its letters
        "title": f"{{{_tex(article.headline)}}}",
        "author": f"{{{_tex(article.publisher)}}}" if article.publisher else "",
        "publisher": _tex(article.publisher or ""),
        **_bibtex_date(article.published),
        "langid": _LANGUAGES[article.language],
        "url": web_address(article.url) or "",
        "note": _tex(" ".join(_notes(article))),
    }
    lines = [f"  {name} = {{{value}}},\n" for name, value in fields.items() if value]
    return f"@misc{{{key},\n{''.join(lines)}}}\n"


def _bibtex_date(value: Edtf | None) -> dict[str, str]:
    """The date for biblatex, which reads EDTF but no sets, and year and month for older styles."""
    first, last = (value.earliest, value.latest) if value else (None, None)
    if not value or not first or not last:
        return {}
    date = {} if value.granularity is Granularity.SET else {"date": value.text}
    if first.year != last.year:
        return date
    return {**date, "year": f"{first.year:04d}", **({"month": str(first.month)} if first.month == last.month else {})}


def write_ris(selection: Selection) -> bytes:
    """A record for each article, in order; what every export says of itself stands in each, for RIS has no comments."""
    told, program = " ".join(_provenance(selection)), about_columns(selection)["program"]
    records = []
    for key, article in _keys(selection).items():
        tags = [
            ("TY", "NEWS"), ("ID", key), ("TI", article.headline), ("T2", article.publisher), ("PB", article.publisher),
            *_ris_date(article.published), ("LA", str(article.language)), ("UR", web_address(article.url)),
            *(("N1", note) for note in _notes(article)), ("N1", told), ("DP", program),
        ]  # fmt: skip
        lines = [f"{tag}  - {one_line(value)}\r\n" for tag, value in tags if value]
        records.append("".join([*lines, "ER  - \r\n"]))
    return "\r\n".join(records).encode()


def _ris_date(value: Edtf | None) -> Iterator[tuple[str, str]]:
    """PY and DA (YYYY/MM/DD/), as far as the date is known."""
    first, last = (value.earliest, value.latest) if value else (None, None)
    if not first or not last or first.year != last.year:
        return
    yield "PY", f"{first.year:04d}"
    month = f"{first.month:02d}" if first.month == last.month else ""
    yield "DA", f"{first.year:04d}/{month}/{f'{first.day:02d}' if first == last else ''}/"


def _keys(selection: Selection) -> Mapping[str, Article]:
    """The articles by a citation key each: the id in letters that every program takes, with a digest where two would agree."""
    keyed: dict[str, Article] = {}
    for article in selection.articles.values():
        key = re.sub(r"[^A-Za-z0-9:-]+", "-", article.id).strip("-")
        keyed[f"{key}-{article.sha256[:12]}" if not key or key in keyed else key] = article
    return keyed


def _notes(article: Article) -> Iterator[str]:
    """What no field of these formats is for: how vague the date is, how it is known, and which text it is about."""
    if article.published:
        basis = f" ({article.published_basis})" if article.published_basis else ""
        yield f"Published {article.published.text}{basis}."
    yield f"SHA-256 of the text: {article.sha256}. Article {article.id}."


def _provenance(selection: Selection) -> Iterator[str]:
    for name, value in about_columns(selection).items():
        if value:
            yield f"{name.replace('_', ' ')}: {value}"


def _tex(text: str) -> str:
    """Text as TeX prints it as it is, on one line."""
    return "".join(_TEX.get(sign, sign) for sign in one_line(text))


def _comment(line: str) -> str:
    """A comment has no sign in it that begins an entry."""
    return one_line(line).replace("@", "(at)").replace("{", "(").replace("}", ")")
