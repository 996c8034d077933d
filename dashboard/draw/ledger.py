"""The ledger of a zone: each line with its words, copies of one text as one source, and who disagrees with whom."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dashboard.draw.dates import date_in_words, day_in_words
from dashboard.draw.headline import headline_in_words
from dashboard.draw.markup import Markup, button, join, tag
from dashboard.draw.place_reasons import why_this_place
from dashboard.draw.quotation import quotation
from dashboard.draw.reader import source_facts
from dashboard.draw.zone_list import status_badge
from dashboard.edition import Edition, Moment
from dashboard.strings import counted, direction, isolated, text
from geo.article import Article
from geo.edtf import Granularity
from geo.gazetteer import Area
from geo.ledger.contest import Entry, disagreements, entries, is_contested
from geo.ledger.review import doubt_of
from geo.ledger.zone import LedgerLine, Zone
from geo.statement import Aspect, Evidence, Modality, Statement
from geo.toponym.resolution import Resolution


def ledger(edition: Edition, zone: Zone, moment: Moment, language: str) -> Markup:
    """The whole ledger; where entries disagree, who says what stands above their words."""
    groups = disagreements(entries(zone, edition.articles, edition.reviewed.origins))
    return tag("ol", [_group(edition, zone, group, moment, language) for group in groups], class_="ledger")


def ledger_line(edition: Edition, zone: Zone, line: LedgerLine, moment: Moment, language: str) -> Markup:
    """One line alone, for a place where only some of them are told."""
    return _item(edition, zone, Entry(line=line), moment, language)


def _group(edition: Edition, zone: Zone, group: Sequence[Entry], moment: Moment, language: str) -> Markup:
    if not is_contested(group):
        return _item(edition, zone, group[0], moment, language)
    lines = [tag("li", _side(edition, entry, language)) for entry in group]
    return tag(
        "li",
        tag("p", text("contest.heading", language), class_="contest-heading"),
        tag("p", text("contest.who", language), class_="quiet"),
        tag("ul", lines, class_="sides"),
        tag("ol", [_item(edition, zone, entry, moment, language) for entry in group]),
        class_="contested",
    )  # fmt: skip


def _side(edition: Edition, entry: Entry, language: str) -> Iterable[Markup | str]:
    """One side: the status, whether it is denied, and who says so."""
    yield status_badge(entry.line.status, language)
    if entry.line.modality is not Modality.ASSERTED:
        yield tag("span", text(f"modality.{entry.line.modality}", language), class_="quiet")
    yield _line_date(entry.line, language)
    yield tag("span", _voices(edition, entry, language), class_="voices")


def _voices(edition: Edition, entry: Entry, language: str) -> str:
    """The outlet, those that carry the same text, and the words for the source that the text names."""
    outlet = isolated(_outlet(edition, entry.line, language))
    if entry.copies:
        outlet = f"{outlet} ({counted('copies', len(entry.copies), language)})"
    quoted = attributed(edition, entry.line)
    return text("contest.citing", language, outlet=outlet, source=isolated(quoted)) if quoted else outlet


def _item(edition: Edition, zone: Zone, entry: Entry, moment: Moment, language: str) -> Markup:
    """One entry: when, what status and how it is said, the sentence with its quote lit, the article, and why this place."""
    line = entry.line
    article = line.text_of(edition.articles)
    clock = moment.known_on or moment.day
    later = bool(clock and line.known_on and line.known_on > clock)
    quoted = attributed(edition, line)
    return tag(
        "li",
        tag("p", _line_date(line, language), status_badge(line.status, language), class_="line-head"),
        _marks(edition, line, language),
        tag("p", text(f"modality.{line.modality}", language),
            f": {isolated(f'«{quoted}»')}" if quoted else None, class_="quiet"),
        [_blockquote(article, evidence) for evidence in _quoted(line)],
        tag("p", join(separated(source_facts(article, language))),
            tag("span", " · ", text("line.later", language)) if later else None, class_="quiet"),
        _copies(edition, entry, language),
        _open_button(line, text("line.open", language)), " ", _judge_button(line, language),
        _why(edition, zone, line, article, language),
        class_="line", data_status=str(line.status), data_statement=line.statement,
    )  # fmt: skip


def _marks(edition: Edition, line: LedgerLine, language: str) -> Markup | None:
    """That its words speak of a wider area, that the article took it back, how far editors vouch for it, and why its status is
    doubtful: each a sign and words."""
    standing = edition.reviewed.standings.get(line.statement)
    said = statement_of(edition, line)
    doubt = doubt_of(said, standing) if said and said.status is line.status else None
    gone = line.withdrawn_on and text("line.withdrawn", language, day=day_in_words(line.withdrawn_on, language))
    wider = line.said_of and edition.gazetteer.name(Area.parse(line.said_of), language)
    marks = [
        ("⊇", text("line.said_of", language, area=isolated(wider)) if wider else None),
        ("⊘", gone),
        ("✓", text("line.verified", language) if standing and standing.verified else None),
        ("✎", text("line.edited", language) if standing and standing.edited else None),
        (text("line.doubted", language), text(f"grounds.{doubt}", language) if doubt else None),
    ]
    shown = [
        tag("span", tag("span", sign, aria_hidden="true"), " ", words, class_="line-mark") for sign, words in marks if words
    ]
    return tag("p", shown, class_="line-marks") if shown else None


def _copies(edition: Edition, entry: Entry, language: str) -> Markup | None:
    """The other outlets of one text: named, and not to be counted as sources."""
    if not entry.copies:
        return None
    names = text("comma", language).join(isolated(_outlet(edition, copy, language)) for copy in entry.copies)
    outlets = [tag("li", _open_button(copy, _outlet(edition, copy, language))) for copy in entry.copies]
    return tag(
        "details", tag("summary", counted("copies", len(entry.copies), language), ": ", names), tag("ul", outlets),
        class_="copies",
    )  # fmt: skip


def _open_button(line: LedgerLine, words: str) -> Markup:
    return button(words, class_="open-line", send={"do": "line", "statement": line.statement, "article": line.article})


def _judge_button(line: LedgerLine, language: str) -> Markup | None:
    """The way to the review of a line; what its article took back is judged no more."""
    if line.withdrawn_on:
        return None
    send = {"do": "judge", "article": line.article, "statement": line.statement}
    return button(text("review.judge", language), class_="judge-line", send=send)


def _why(edition: Edition, zone: Zone, line: LedgerLine, article: Article, language: str) -> Markup | None:
    """Why the article's words mean this zone; None where it names the zone nowhere."""
    named = zone_mention(edition, zone, line)
    if named is None:
        return None
    heading = text("why.of", language, name=isolated(f"«{named.mention.span.of(article.text)}»"))
    return tag("details", tag("summary", heading), why_this_place(edition, article, named, language), class_="why")


def zone_mention(edition: Edition, zone: Zone, line: LedgerLine) -> Resolution | None:
    """The name that a line covers the zone by, else the first in its article that means the same area (of what is said of a
    wider one, that one); None without any, and for what only a former version says: names are kept of the article as it is."""
    if line.said_in:
        return None
    named = [r for r in edition.resolutions.get(line.article, ()) if r.area and r.area.key == (line.said_of or zone.area)]
    said = statement_of(edition, line)
    spans = {covered.mention for covered in said.areas if covered.area == zone.area} if said else set()
    return next((r for r in named if r.mention.span in spans), named[0] if named else None)


def statement_of(edition: Edition, line: LedgerLine) -> Statement | None:
    """The statement that a line was made from."""
    return next((s for s in edition.statements.get(line.article, ()) if s.id == line.statement), None)


def attributed(edition: Edition, line: LedgerLine) -> str:
    """The article's words for who says so, "" where it says so itself."""
    said = statement_of(edition, line)
    return said.attribution.of(line.text_of(edition.articles).text).strip() if said and said.attribution else ""


def separated(facts: Iterable[str]) -> Iterable[str]:
    """Facts isolated from one another, so that an Arabic name does not turn an English date around."""
    for position, fact in enumerate(facts):
        if position:
            yield " · "
        yield tag("bdi", fact)


def _outlet(edition: Edition, line: LedgerLine, language: str) -> str:
    """The publisher, or what the article begins with where nobody knows that."""
    article = line.text_of(edition.articles)
    return article.publisher or f"{text('line.publisher_unknown', language)}: {headline_in_words(article)}"


def _line_date(line: LedgerLine, language: str) -> Markup:
    """When, in words; the browser adds the Hijri date to a day where that is asked for."""
    day = line.reported_on
    if line.dated:
        day = line.dated.earliest if line.dated.granularity is Granularity.DAY else None
        words = date_in_words(line.dated, language)
    elif day:
        words = text("line.as_reported", language, day=day_in_words(day, language))
    else:
        words = text("line.undated", language)
    return tag("time", words, class_="line-date", datetime=day and day.isoformat())


def _quoted(line: LedgerLine) -> tuple[Evidence, ...]:
    """What a line is shown with: its first quote, and the one that tells the status where that is another."""
    status = next((evidence for evidence in line.evidence if evidence.aspect is Aspect.STATUS), line.evidence[0])
    return tuple(dict.fromkeys((line.evidence[0], status)))


def _blockquote(article: Article, evidence: Evidence) -> Markup:
    words = quotation(article.text, evidence.span)
    return tag(
        "blockquote",
        "…" if words.cut_before else None, words.before, tag("mark", words.quote), words.after,
        "…" if words.cut_after else None,
        lang=str(article.language), dir=direction(article.language),
    )  # fmt: skip
