"""The table of contents: an article's way from text to statements, a stage a line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from geo.actor import Actors
from geo.agreement import Agreement
from geo.article import Article
from geo.claim import find_claims
from geo.cue import CueKind, Lexicon, find_cues
from geo.errors import ArticleError
from geo.gazetteer import Gazetteer
from geo.mention import MentionTables, PlaceWord, find_mentions
from geo.statement import Modality, Statement, named_areas
from geo.statement.writing import derive_statements
from geo.status.likelihood import StatusLikelihood
from geo.syntax.clause import Clauses
from geo.syntax.read_text import ReadText
from geo.text.joint import Joints
from geo.text.phrase import Vocabulary, split_words, stems
from geo.text.script import fold
from geo.text.word_class import WordClasses
from geo.timex import Calendar, Timex, find_lengths, find_timexes
from geo.toponym.filing import Filing
from geo.toponym.home import home_country, home_of_sides, is_base, named_more
from geo.toponym.resolution import Resolution, ResolutionTables, Role, resolve
from geo.toponym.role import assign_roles
from geo.toponym.whereabouts import find_whereabouts

MOST_SENTENCES = 1_000  # that tell of truces: what one tells is compared with all others; of 2,354 texts none has more than 12
READER_VERSION = "1"  # for people; the hash behind it tells any change of rules or tables


@dataclass(frozen=True, kw_only=True)
class Reference:
    """All that the reader knows, from data/reference/. `sha256` is the hash of the tables and the rules."""

    gazetteer: Gazetteer
    place_words: tuple[PlaceWord, ...]
    calendar: Calendar
    lexicon: Lexicon
    word_classes: WordClasses
    agreements: tuple[Agreement, ...]
    actors: Actors
    likelihood: StatusLikelihood
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one version of the reader found in one article. Everything is sorted by its place in the text.

    `reader` is the `Reader.version` that read it. A resolution whose `area` is None is an
    unresolved name. `agreements` are those that the statements name, known or described here.
    """

    article: str
    reader: str
    resolutions: tuple[Resolution, ...]
    timexes: tuple[Timex, ...]
    statements: tuple[Statement, ...]
    agreements: tuple[Agreement, ...]


@dataclass(frozen=True)
class Reader:
    """Reads articles. Making one compiles the tables; reading changes nothing in it."""

    reference: Reference

    @property
    def version(self) -> str:
        """The version and the first digits of the hash of tables and rules: what a reading depends on."""
        return f"{READER_VERSION}+{self.reference.sha256[:12]}"

    @cached_property
    def _tables(self) -> ResolutionTables:
        return ResolutionTables(MentionTables(self.reference.gazetteer, self.reference.place_words))

    @cached_property
    def _vocabulary(self) -> Vocabulary:
        tables, reference = self._tables, self.reference
        return Vocabulary((
            tables.mentions.names, tables.mentions.words, tables.mentions.country_parts, tables.demonyms,
            reference.lexicon.table, reference.calendar, reference.calendar.counting, reference.actors.table,
        ))  # fmt: skip

    @cached_property
    def _joints(self) -> Joints:
        mentions, vocabulary = self._tables.mentions, self._vocabulary
        return Joints(mentions.name_words, mentions.words_before, lambda word: (
            vocabulary.knows(word) or any(stem.text in mentions.name_words for stem in stems(word))
        ))  # fmt: skip

    def compile_tables(self) -> None:
        """Does now what the first article would wait for."""
        self._joints  # noqa: B018

    def read(self, article: Article) -> Reading:
        """The reading of one article: the same article, tables and program give the same reading. Raises ArticleError for one
        that tells of truces in more than MOST_SENTENCES sentences."""
        reference = self.reference
        read = self.analyse(article)
        _check_length(read)
        claims = find_claims(read, article.published, reference.likelihood)
        statements, agreements = derive_statements(article, read, claims, reference.agreements, reference.likelihood)
        return Reading(
            article=article.id, reader=self.version, resolutions=mark_covered(read.resolutions, statements),
            timexes=read.timexes, statements=statements, agreements=agreements,
        )  # fmt: skip

    def analyse(self, article: Article) -> ReadText:
        """The stages before the claims: what an article names, when, and in which clauses."""
        tables, reference = self._tables, self.reference
        gazetteer = reference.gazetteer
        words = split_words(fold(article.text), self._vocabulary, reference.word_classes, self._joints.cuts, article.text)
        mentions = find_mentions(article.text, words, tables.mentions)
        timexes = find_timexes(article, words, reference.calendar)
        dates = [timex.span for timex in timexes]
        cues = find_cues(words, reference.lexicon, dates, find_lengths(words, reference.calendar))
        places = resolve(article.text, words, cues, mentions, tables)
        places = assign_roles(article.text, words, cues, places, gazetteer, tables.demonyms, dates)
        whereabouts = find_whereabouts(words, cues, places, gazetteer)
        whereabouts |= Filing(
            text=article.text, words=words, cues=cues, places=places, whereabouts=whereabouts, dates=dates,
            actors=reference.actors, gazetteer=gazetteer,
        ).find()  # fmt: skip
        anywhere = [place for place in places if place.role is not Role.VENUE and not is_base(words, cues, place, gazetteer)]
        named = [place for place in anywhere if place.mention.first not in whereabouts]
        inside = [place for place in named if place.role is not Role.ACTOR]
        home = home_country(inside, gazetteer)
        home = (home and named_more(home, named, words, tables.demonyms, gazetteer)) or home
        home = home or home_of_sides(words, tables.demonyms)
        home = home or home_country(named, gazetteer) or home_country(anywhere, gazetteer)
        return ReadText(
            text=article.text, words=words, cues=cues, clauses=Clauses(words, cues, timexes), resolutions=places,
            timexes=timexes, gazetteer=gazetteer, demonyms=tables.demonyms,
            names=tables.mentions.names, actors=reference.actors, home=home, whereabouts=whereabouts,
        )  # fmt: skip


def _check_length(read: ReadText) -> None:
    told = {read.words.sentences[cue.first] for kind in (CueKind.TRUCE, CueKind.AGREEMENT) for cue in read.cues.of(kind)}
    if len(told) > MOST_SENTENCES:
        raise ArticleError(
            "tells of truces in {count:,} sentences, and {most:,} are read at most: no article has so many, give it in parts",
            count=len(told), most=MOST_SENTENCES,
        )  # fmt: skip


def mark_covered(resolutions: Sequence[Resolution], statements: Sequence[Statement]) -> tuple[Resolution, ...]:
    """Gives the role `covered` to each mention of an area that a statement covers by its own name, actors and venues aside;
    none in a text that only denies."""
    denies = all(statement.modality is Modality.DENIED for statement in statements)
    covered = set[str]() if denies else set[str]().union(*map(named_areas, statements))
    return tuple(
        replace(r, role=Role.COVERED) if r.role is Role.CONTEXT and r.area and r.area.key in covered else r for r in resolutions
    )
