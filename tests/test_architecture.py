"""The layout of ARCHITECTURE.md, held by tests: who may import whom, in which order, and what may not stand in code."""

from __future__ import annotations

import ast
import csv
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
ROOMS = ("dashboard", "data", "geo")

# The pipeline, in order: a stage is a module of geo/, or a room of modules that are in order, too. It may import only what
# stands before it.
STAGES = {
    "message": (),
    "errors": (),
    "span": (),
    "edtf": (),
    "article": (),
    "gazetteer": (),
    "area_names": (),
    "agreement": (),
    "text": ("script", "word_class", "phrase", "joint"),
    "cue": (
        "record", "hits", "departure", "departure_arabic", "departure_english", "departure_course", "batch", "town_accord",
        "unnamed_truce", "several", "substitute", "other_truce", "finding",
    ),
    "actor": (),
    "mention": ("tables", "surroundings", "unknown", "side", "anaphor", "parts", "listing"),
    "toponym": (
        "reason", "candidate", "theatre", "weight", "verb_form", "government", "namesake", "resolution", "home", "target",
        "dateline", "adjective", "meeting", "venue", "role", "speaker", "whereabouts", "filing",
    ),
    "timex": ("calendar", "length", "reckoning", "patterns", "surroundings", "chronicle", "grammar"),
    "syntax": ("caption", "clause", "heading", "read_text", "sentence"),
    "status": (
        "record", "likelihood", "fighting", "decision", "anaphora", "failure", "naming", "several", "former", "matter",
        "relevance", "outlook", "acceptance", "talks", "outcome", "beginning", "bidding", "obligation", "sense", "section",
        "finding", "offer", "scene", "resumption", "breach", "toll", "modality", "application", "closing", "interruption",
    ),
    "coverage": (
        "record", "listing", "calm", "placement", "counterpart", "evacuation", "enactment", "container", "extent", "attachment",
        "enjoyment", "side", "interstate", "exception", "covering", "abroad", "elsewhere",
        "finding", "enumeration", "territory", "inroad", "standing", "focus", "seizure", "decree",
    ),
    "claim": (
        "record", "calming", "antecedent", "predicate", "length", "term", "sponsor", "sharing", "answering", "likewise", "pair",
        "aftermath", "breaking", "accord", "failing", "entry", "heading", "questioning", "leaving", "likely", "renewal",
        "refusal", "background", "contrast", "unplaced", "doubt", "onset", "extension", "lasting", "recalled", "predecessor",
        "figurative", "finding",
    ),
    "truce": ("record", "standing", "anterior", "course", "leaving", "narrowing", "widening", "topic", "joining"),
    "party": ("actor_names", "mediator", "finding"),
    "statement": ("record", "binding", "dating", "describing", "precision", "weighing", "whole", "writing"),
    "evidence": ("attestation", "judgement", "testimony", "correction"),
    "footprint": (
        "crs", "recipe", "shape", "display", "strip", "tessellation", "direction", "settlement", "fitting", "units", "atlas",
    ),
    "ledger": ("zone", "naming", "strand", "episode", "last_word", "contest", "review", "comparison"),
    "pipeline": (),
}  # fmt: skip

# All that geo/ may import: nothing that can reach a file, a clock, a network, a database or a screen.
PURE = {
    "__future__", "array", "bisect", "calendar", "codecs", "collections", "dataclasses", "datetime", "enum", "functools",
    "hashlib", "heapq", "itertools", "json", "math", "operator", "re", "statistics", "typing", "unicodedata", "zlib",
    "ahocorasick_rs", "hijridate", "numpy", "pyproj", "shapely", "geo",
}  # fmt: skip
# What an import list cannot see: builtins that reach outside, and the methods that read the clock or a file.
IMPURE_CALLS = {
    "open", "print", "input", "exec", "eval", "__import__", "now", "today", "utcnow",
    "read_text", "read_bytes", "write_text", "write_bytes",
}  # fmt: skip

# The only files that may import each outside library.
DOORS = {
    "sqlalchemy": ("data/store/",),
    "psycopg": ("data/store/postgresql.py",),
    "geopandas": ("data/boundaries/published.py",),
    "pyogrio": ("data/boundaries/published.py", "data/export/geopackage.py"),
    "pyarrow": ("data/export/geoparquet.py",),
    "tzfpy": ("data/drawing/borders.py",),
    "requests": ("data/boundaries/publisher.py", "data/sources/web.py"),
    "trafilatura": ("data/sources/html.py",),
    "htmldate": ("data/sources/page_metadata.py",),
    "feedparser": ("data/sources/feed.py",),
    "playa": ("data/sources/pdf/__init__.py",),
    "warcio": ("data/sources/archive.py",),
    "markdown_it": ("data/sources/text.py",),
    "charset_normalizer": ("data/sources/encoding.py",),
    "regex": ("data/sources/duplicates.py",),
    "lxml": ("data/sources/html.py", "data/sources/page_metadata.py", "data/sources/docx.py"),
    "folium": ("dashboard/draw/",),
    "branca": ("dashboard/draw/",),
    "starlette": ("dashboard/server.py",),
    "streamlit": ("dashboard/app.py", "dashboard/server.py", "dashboard/state.py", "dashboard/queries.py", "dashboard/views/"),
}
# The modules of the dashboard that import data: one to read, one to take articles in, one by which editors judge.
DATA_DOORS = ("dashboard/queries.py", "dashboard/intake.py", "dashboard/reviewing.py")
# What asks for nothing that is stored or known may be had beside the doors.
BESIDE_DOORS = {"dashboard/published.py": "data.whole_file"}

MAX_FILE_LINES = 400
MAX_FUNCTION_LINES = 60
# a bounding box or a matrix fits, an outline does not
MAX_FLOATS = 16

FILES = sorted(path for room in ROOMS for path in (ROOT / room).rglob("*.py"))


def name(path: Path) -> str:
    """The file's name below the project's folder, with forward slashes."""
    return path.relative_to(ROOT).as_posix()


def files_in(room: str) -> list[Path]:
    return [path for path in FILES if name(path).startswith(f"{room}/")]


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def imported(path: Path) -> frozenset[str]:
    """The dotted names that a file imports anywhere, inside functions too. `from a import b` gives a and a.b."""
    names: set[str] = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
            names.update(f"{node.module}.{alias.name}" for alias in node.names)
    return frozenset(names)


def packages(path: Path) -> set[str]:
    """The first parts of the names that a file imports."""
    return {dotted.partition(".")[0] for dotted in imported(path)}


def stage_of(path: Path) -> tuple[str, str]:
    """The stage that a file of geo/ is or belongs to, and its module there; "" for the stage itself."""
    stage, *module = path.relative_to(ROOT / "geo").with_suffix("").parts
    return stage, "" if module in ([], ["__init__"]) else ".".join(module)


every_file = pytest.mark.parametrize("path", FILES, ids=name)
every_geo_file = pytest.mark.parametrize("path", files_in("geo"), ids=name)
every_data_file = pytest.mark.parametrize("path", files_in("data"), ids=name)
every_dashboard_file = pytest.mark.parametrize("path", files_in("dashboard"), ids=name)


@every_file
def test_imports_are_absolute(path: Path) -> None:
    relative = [node.lineno for node in ast.walk(tree(path)) if isinstance(node, ast.ImportFrom) and node.level]
    assert not relative, f"{name(path)} imports relatively on lines {relative}"


@every_geo_file
def test_geo_imports_only_what_is_pure(path: Path) -> None:
    assert not packages(path) - PURE, f"{name(path)} imports {sorted(packages(path) - PURE)}"


@every_geo_file
def test_geo_opens_nothing_and_reads_no_clock(path: Path) -> None:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call):
            called = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            assert called not in IMPURE_CALLS, f"{name(path)}:{node.lineno} calls {called}(); pass the value in"


@pytest.mark.parametrize("path", [path for path in files_in("geo") if path != ROOT / "geo" / "__init__.py"], ids=name)
def test_a_stage_imports_only_earlier_stages(path: Path) -> None:
    stage, module = stage_of(path)
    assert stage in STAGES, f"{name(path)} is no stage: give it its place in STAGES, or put it where it belongs"
    order = list(STAGES)
    used = {dotted.split(".")[1] for dotted in imported(path) if dotted.startswith("geo.")}
    later = used - {*order[: order.index(stage)], stage}
    assert not later, f"{name(path)} imports {sorted(later)}, which come after {stage}"
    if module:
        inside = STAGES[stage]
        assert module in inside, f"{name(path)} has no place among the modules of {stage}: give it one in STAGES"
        used = {dotted.split(".")[2] for dotted in imported(path) if dotted.startswith(f"geo.{stage}.")}
        later = used & {*inside[inside.index(module) :]}
        assert not later, f"{name(path)} imports {sorted(later)}, which come after it in {stage}"


@every_data_file
def test_data_knows_nothing_of_the_dashboard(path: Path) -> None:
    assert not packages(path) & {"dashboard", "streamlit", "folium"}, f"{name(path)} knows the page"


@every_dashboard_file
def test_the_dashboard_meets_the_store_at_its_doors(path: Path) -> None:
    beside = BESIDE_DOORS.get(name(path), "dashboard")
    through = [dotted for dotted in imported(path) if dotted.partition(".")[0] == "data" and not dotted.startswith(beside)]
    assert not through or name(path) in DATA_DOORS, f"{name(path)} imports data; only {DATA_DOORS} may"


def test_only_two_doors_write_and_no_picture_is_drawn_behind_a_door() -> None:
    """What draws is pure, and a page that only shows cannot write by a slip."""
    assert "data.store.open_writer" not in imported(ROOT / DATA_DOORS[0])
    drawing = [path for path in files_in("dashboard") if name(path).startswith("dashboard/draw/")]
    doors = {door.removesuffix(".py").replace("/", ".") for door in DATA_DOORS}
    assert not [name(path) for path in drawing if doors & imported(path)]
    writing = [name(path) for path in files_in("dashboard") if (doors - {"dashboard.queries"}) & imported(path)]
    assert writing == ["dashboard/views/adding.py", "dashboard/views/drafting.py", "dashboard/views/review.py"]


@every_file
def test_each_outside_library_has_its_door(path: Path) -> None:
    for library in packages(path) & DOORS.keys():
        assert name(path).startswith(DOORS[library]), f"{name(path)} imports {library}; only {DOORS[library]} may"


@pytest.mark.parametrize("path", [path for path in files_in("dashboard/views") if path.stem != "components"], ids=name)
def test_a_page_is_short_and_touches_nothing(path: Path) -> None:
    """A page puts on the screen what `draw` drew: no file, no socket, and no more than can be read at a glance."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    assert len(lines) <= 110, f"{name(path)} has {len(lines)} lines: draw in dashboard/draw, or make it two"
    opening = {"open", "urlopen", "connect"} & {
        getattr(node.func, "id", getattr(node.func, "attr", "")) for node in ast.walk(tree(path)) if isinstance(node, ast.Call)
    }
    assert not opening, f"{name(path)} calls {sorted(opening)}"


def test_no_dashboard_file_hides_a_package() -> None:
    """Streamlit puts dashboard/ first on the path: there, data.py would hide data/ and calendar.py the standard library's."""
    taken = {*ROOMS, "seeds", "tests", *sys.stdlib_module_names}
    hiding = {path.name for path in (ROOT / "dashboard").iterdir() if path.stem in taken}
    assert not hiding


def test_no_test_folder_is_a_package() -> None:
    """tests/geo/__init__.py would make `import geo` find the tests."""
    assert not list((ROOT / "tests").rglob("__init__.py"))


def test_no_file_is_a_grab_bag() -> None:
    grab_bags = {"utils", "util", "helpers", "common", "misc", "models"}
    assert not [name(path) for path in FILES if grab_bags & {path.stem, *path.relative_to(ROOT).parts}]


def docstring_lines(node: ast.AST) -> set[int]:
    """The numbers of the lines that a module's, class's or function's docstring takes."""
    if not isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) or not ast.get_docstring(node):
        return set()
    first = node.body[0]
    return set(range(first.lineno, (first.end_lineno or first.lineno) + 1))


@every_file
def test_files_and_functions_are_short(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    module = tree(path)
    docstrings = {number for node in ast.walk(module) for number in docstring_lines(node)}
    written = sum(1 for number, line in enumerate(lines, start=1) if line.strip() and number not in docstrings)
    assert written <= MAX_FILE_LINES, f"{name(path)} has {written} lines without docstrings and blanks: make it a package"
    for node in ast.walk(module):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1 - len(docstring_lines(node))
            assert length <= MAX_FUNCTION_LINES, f"{name(path)}:{node.lineno} {node.name} has {length} lines"


@every_file
def test_geodata_is_not_code(path: Path) -> None:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.List | ast.Tuple | ast.Set | ast.Dict | ast.Call):
            floats = sum(isinstance(inner, ast.Constant) and isinstance(inner.value, float) for inner in ast.walk(node))
            assert floats <= MAX_FLOATS, f"{name(path)}:{node.lineno} holds {floats} floats: move them to data/reference/"


# --- rule 7: word lists are rows ---------------------------------------------------------------------------------------------

REFERENCE = ROOT / "data" / "reference"
MOST_WORDS = 2  # in one list of code: «قبل» and «قبيل», "will" and "would" may stand beside their rule
ARABIC_WORD = re.compile("[\u0621-\u064a]{2,}")
ENGLISH_WORD = re.compile("[a-z]+(?:[ '][a-z]+)*")
LONGEST_AFFIX = 3  # letters: what `startswith` and `endswith` ask for may be part of a word's form, as «بال», «ات», "ing"
IN_PATTERN = re.compile("[\u0621-\u064a]{3,}|[A-Za-z]{3,}")  # words of a regular expression; shorter runs are letters
NO_WORD_IN_PATTERN = re.compile(r"\\.|\(\?P<\w+>|«[\w.~]+»")  # escapes, names of groups, classes of calendar.csv
LAYOUTS = {"geo/syntax/caption.py": "_CREDIT"}  # how a line is laid out, and not what its words mean


def rows(table: Path) -> Iterator[dict[str, str]]:
    with table.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


@cache
def own_values() -> frozenset[str]:
    """The words by which the program calls things itself: fields of its records, members of its enums, kinds and values of the
    tables' rows."""
    classes = [node for path in files_in("geo") for node in ast.walk(tree(path)) if isinstance(node, ast.ClassDef)]
    fields = [ast.unparse(line.target) for node in classes for line in node.body if isinstance(line, ast.AnnAssign)]
    members = [line.value for node in classes for line in node.body if isinstance(line, ast.Assign)]
    enums = [member.value for member in members if isinstance(member, ast.Constant) and isinstance(member.value, str)]
    cells = [
        row[column]
        for table in REFERENCE.glob("*.csv")
        for row in rows(table)
        for column in ("kind", "value", "class")
        if column in row
    ]
    return frozenset((*fields, *enums, *cells))


def word_lists(module: ast.Module) -> Iterator[tuple[int, list[str]]]:
    """The lists of natural-language words that stand in a module, each with its line.

    A list is what a tuple, list or set holds, the keys of a dict, or a regular expression. Arabic letters make a word; English
    makes one too where the list holds a single word that is no value of the program's own, so that ("agreed", "in_force")
    is none. Not seen: a list of words that are all such values, words in the values of a dict (what the program calls a value
    on the page), one word a comparison.
    """
    affixes = {
        id(argument)
        for node in ast.walk(module)
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") in ("startswith", "endswith")
        for argument in node.args
    }
    for node in ast.walk(module):
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "re.compile":
            pieces = [c.value for c in ast.walk(node.args[0]) if isinstance(c, ast.Constant) and isinstance(c.value, str)]
            yield node.lineno, IN_PATTERN.findall(NO_WORD_IN_PATTERN.sub(" ", " ".join(pieces)))
        elif isinstance(node, ast.Tuple | ast.List | ast.Set | ast.Dict):
            held = node.keys if isinstance(node, ast.Dict) else node.elts
            texts = [item.value for item in held if isinstance(item, ast.Constant) and isinstance(item.value, str)]
            if id(node) in affixes:
                texts = [text for text in texts if len(text) > LONGEST_AFFIX]
            english = [text for text in texts if ENGLISH_WORD.fullmatch(text)]
            english = english if any(len(word) > 2 for word in set(english) - own_values()) else []
            yield node.lineno, [*(text for text in texts if ARABIC_WORD.search(text)), *english]


@pytest.mark.parametrize("path", files_in("geo") + files_in("data") + files_in("dashboard"), ids=name)
def test_no_constant_is_defined_twice(path: Path) -> None:
    """A second definition silently changes what the first one's rules read."""
    assigned = [
        target.id
        for node in tree(path).body if isinstance(node, ast.Assign)
        for target in node.targets if isinstance(target, ast.Name)
    ]  # fmt: skip
    assert sorted(assigned) == sorted(set(assigned))


@every_geo_file
def test_word_lists_are_not_code(path: Path) -> None:
    module = tree(path)
    module.body = [
        node for node in module.body
        if not isinstance(node, ast.Assign) or ast.unparse(node.targets[0]) != LAYOUTS.get(name(path))
    ]  # fmt: skip
    found = [f"{name(path)}:{line} {words}" for line, words in word_lists(module) if len(words) > MOST_WORDS]
    assert not found, "make these word lists classes of data/reference/word_classes.csv:\n" + "\n".join(found)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ('X = ("و", "ف", "ب")', 0),
        ('X = ("هدنة", "هدن", "الهدن")', 3),
        ('X = frozenset({"new", "fresh", "agreed"})', 3),
        ('X = ("agreed", "in_force", "announced")', 0),
        ('y = x.startswith(("بال", "كال", "لل"))', 0),
        ('y = x.endswith(("تطبيقه", "تنفيذه", "سريانه"))', 3),
        ('X = re.compile(r"[وف]?(?:فشل|اخفق|تعثر)")', 3),
        ('X = {"in": 1, "near": 2, "outside": 3}', 3),
        ('X = {"north": "شمال", "south": "جنوب", "east": "شرق"}', 0),
    ],
)
def test_word_lists_are_seen(code: str, words: int) -> None:
    assert sum(len(found) for _, found in word_lists(ast.parse(code))) == words


def test_rules_and_word_classes_agree() -> None:
    """A class that a rule asks for has words, and a class that has words is asked for."""
    classes = {row["class"] for row in rows(REFERENCE / "word_classes.csv")}
    asked: dict[str, str] = {}
    for path in files_in("geo"):
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", "") in ("is_a", "of_class"):
                named = node.args[0]
            elif isinstance(node, ast.Subscript) and getattr(node.value, "attr", "") == "classes":
                named = node.slice
            else:
                continue
            if isinstance(named, ast.Constant):
                asked[named.value] = f"{name(path)}:{node.lineno}"
            else:
                assert name(path) == "geo/text/phrase.py", (
                    f"{name(path)}:{node.lineno}: write the class's name where it is asked for"
                )
    without = [f"{asked[word_class]} asks for {word_class!r}" for word_class in sorted(asked.keys() - classes)]
    assert not without, f"word_classes.csv has no row of a class: {'; '.join(without)}"
    unused = sorted(classes - asked.keys())
    assert not unused, f"no rule asks for these classes of word_classes.csv: {', '.join(unused)}"
