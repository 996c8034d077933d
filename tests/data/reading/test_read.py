"""`python -m data read`: each line is answered in its place, a fault costs one line, and the output is what docs/ says."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from data import progress
from data.progress import Progress
from data.reading import as_json, read
from data.reading.jobs import CHUNK, CHUNKS_AHEAD
from data.reading.read import Entry, answer, answers, main, parse_line
from geo.article import Language
from geo.errors import ArticleError, HudnaError, SettingError
from geo.toponym.reason import Because

ROOT = Path(__file__).resolve().parents[3]
DOCS = ROOT / "docs"
SENTENCES = ROOT / "tests" / "evaluation" / "sentences.jsonl"
TRUCE = "دخلت الهدنة في مدينة درعا وريفها حيز التنفيذ ظهر الأحد."
TWO_DATES = "وُقّع اتفاق وقف إطلاق النار في مدينة دوما في 7 تموز، ودخل حيز التنفيذ في 9 تموز، وجرى ذلك في عام ممطر كعام 2014."


def line(**fields: object) -> bytes:
    return json.dumps(fields, ensure_ascii=False).encode() + b"\n"


def reading(**fields: object) -> dict[str, Any]:
    """What one input line gives."""
    return json.loads(answer(Entry(where={"line": 1}, content=line(**fields))).line)


def run(tmp_path: Path, *lines: bytes, jobs: int = 1) -> tuple[int, list[dict[str, Any]]]:
    """The exit code and the output lines for some input lines."""
    (tmp_path / "in.jsonl").write_bytes(b"".join(lines))
    code = main(["--in", str(tmp_path / "in.jsonl"), "--out", str(tmp_path / "out.jsonl"), "--jobs", str(jobs)])
    return code, [json.loads(one) for one in (tmp_path / "out.jsonl").read_bytes().splitlines()]


@pytest.fixture(scope="module")
def real_output() -> list[tuple[str, dict[str, Any]]]:
    """The seeds and the project's own annotated sentences, each text with what the command makes of it."""
    texts = [(path.stem, path.read_text(encoding="utf-8")) for path in sorted((ROOT / "seeds").glob("*.txt"))]
    texts += [(row["id"], row["text"]) for row in map(json.loads, SENTENCES.read_text(encoding="utf-8").splitlines())]
    return [(text, reading(id=id, text=text, published="2018-05-05")) for id, text in texts]


# --- in ----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"not json\n", "not JSON"),
        (b'{"id": "a", "text": "\xd8"}\n', "not JSON"),
        (b"[" * 100_000 + b"\n", "nested too deeply"),
        (b'["a list"]\n', "not a JSON object"),
        (line(id="a"), "no text"),
        (line(id="a", text=""), "no text"),
        (line(id="a", text=" \n "), "no text"),
        (line(id="a", text=["words"]), "text must be a string"),
        (line(id="a", text=TRUCE, published="2017-13-01"), "2017-13-01"),
        (line(id="a", text=TRUCE, published="9 July"), "9 July"),
        (line(id="a", text=TRUCE, published=20170709), "published must be a string"),
        (line(id="a", text=TRUCE, lang="fr"), "lang must be one of ar, en"),
        (line(id=True, text=TRUCE), "id must be a string"),
    ],
)
def test_a_line_at_fault_gives_an_error_with_its_number(tmp_path: Path, content: bytes, words: str) -> None:
    code, found = run(tmp_path, line(id="first", text=TRUCE), content, line(id="last", text=TRUCE))
    assert code == 0
    assert [one.get("id") for one in found] == ["first", None, "last"]
    assert found[1].keys() == {"line", "error"}
    assert found[1]["line"] == 2
    assert words in found[1]["error"]


def test_the_exit_code_says_whether_anything_was_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path, b"not json\n", b"nor this\n")[0] == 1
    assert "2 of 2 could not be read" in capsys.readouterr().err
    assert run(tmp_path) == (0, [])
    assert capsys.readouterr().err == ""


def test_empty_lines_are_passed_over_and_counted(tmp_path: Path) -> None:
    _, found = run(tmp_path, b"\n", line(text=TRUCE), b"  \n", b"not json\n")
    assert [one.get("id") or one["line"] for one in found] == ["2", 4]


def test_what_is_left_out_is_found_out() -> None:
    article = parse_line(line(id=7, text="The truce held.", published=None, lang=None, more="passed over"), 3)
    assert (article.id, article.language, article.published) == ("7", Language.ENGLISH, None)
    assert parse_line(line(text=TRUCE, lang="en"), 3).language is Language.ENGLISH
    assert parse_line("\ufeff".encode() + line(text=TRUCE), 3).id == "3"


def test_a_folder_is_read_by_name_with_what_is_known_of_each(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "b.txt").write_text(TRUCE, encoding="utf-8")
    (folder / "a.txt").write_text("طقس معتدل", encoding="utf-8")
    (folder / "c.pdf").write_bytes(b"%PDF")
    (folder / "articles.toml").write_text('["b.txt"]\npublished = "2017-07-10"\n', encoding="utf-8")
    assert main(["--in", str(folder), "--out", str(tmp_path / "out.jsonl")]) == 0
    first, second, third = [json.loads(one) for one in (tmp_path / "out.jsonl").read_bytes().splitlines()]
    assert (first["id"], second["id"], third["file"]) == ("a", "b", "c.pdf")
    assert second["dates"][0]["edtf"] == "2017-07-09"


# --- out ---------------------------------------------------------------------------------------------------------------


def test_real_output_fits_the_schema(real_output: list[tuple[str, dict[str, Any]]]) -> None:
    schema = json.loads((DOCS / "reading.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    error = json.loads(answer(Entry(where={"line": 1}, content=b"not json")).line)
    for found in [*(found for _, found in real_output), error]:
        assert not list(validator.iter_errors(found)), found.get("id")
    broken = json.loads(json.dumps(real_output[0][1]))
    broken["mentions"][0]["role"] = "hero"
    assert list(validator.iter_errors(broken))


def test_every_span_is_exactly_its_words(real_output: list[tuple[str, dict[str, Any]]]) -> None:
    spans = 0
    for text, found in real_output:
        for words in (*found["mentions"], *found["dates"], *found["unresolved"]):
            assert text[words["start"] : words["end"]] == words["surface"]
        for statement in found["statements"]:
            first = statement["evidence"][0]
            assert (statement["start"], statement["end"], statement["quote"]) == (first["start"], first["end"], first["quote"])
            for words in statement["evidence"]:
                assert text[words["start"] : words["end"]] == words["quote"]
                spans += 1
    assert spans > len(real_output) / 2


def test_the_documentation_names_every_field_and_value() -> None:
    text = (DOCS / "reading.md").read_text(encoding="utf-8")
    schema = json.loads((DOCS / "reading.schema.json").read_text(encoding="utf-8"))
    named = set(named_in(schema))
    assert named
    assert not {name for name in named if f"`{name}`" not in text}


def named_in(schema: object) -> Iterator[str]:
    """The names of all properties of a JSON Schema, and all values of its enumerations."""
    if isinstance(schema, dict):
        yield from schema.get("properties", {})
        yield from (value for value in schema.get("enum", []) if value)
        for part in schema.values():
            yield from named_in(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from named_in(part)


def test_a_mention_says_which_place_and_why() -> None:
    (mention,) = reading(text=TRUCE, published="2017-07-10")["mentions"]
    assert (mention["surface"], mention["place"], mention["kind"], mention["country"]) == ("درعا", "sy/daraa", "city", "SY")
    assert (mention["role"], mention["reading"]) == ("covered", "literal")
    assert mention["names"][0] == mention["name_en"]
    assert "Deraa" in mention["names"]
    assert mention["candidates"][0]["place"] == "sy/daraa"
    assert mention["reasons"] == mention["candidates"][0]["reasons"] != []
    assert "called a city" in mention["reasons"]


def test_every_reason_has_its_sentence() -> None:
    assert set(as_json.SENTENCES) == set(Because)


def test_the_countryside_is_a_kind_of_its_own() -> None:
    mentions = reading(text="قصف على ريف درعا الشرقي ثم على ريف طرطوس وشمال سوريا وشرقي إدلب.")["mentions"]
    assert [m["kind"] for m in mentions] == ["countryside", "countryside", "region", "region"]


def test_where_the_text_does_not_decide_the_place_is_null() -> None:
    found = reading(text="انفجار في طرابلس.")
    (mention,) = found["mentions"]
    assert (mention["place"], mention["name_en"], mention["kind"], mention["names"]) == (None, None, None, [])
    assert {c["place"] for c in mention["candidates"]} == {"lb/tripoli", "ly/tripoli"}
    (unresolved,) = found["unresolved"]
    assert (unresolved["what"], unresolved["surface"]) == ("name", "طرابلس")
    assert unresolved["candidates"] == [c["place"] for c in mention["candidates"]]


def test_a_date_says_what_it_dates() -> None:
    found = reading(text=TWO_DATES, published="2018-07-12")
    assert [(d["edtf"], d["type"]) for d in found["dates"]] == [
        ("2018-07-07", "signed"), ("2018-07-09", "effective"), ("2014", "reported"),
    ]  # fmt: skip


def test_what_has_no_date_is_listed() -> None:
    found = reading(text="دخلت الهدنة في مدينة دوما حيز التنفيذ. وقال شاهد إنه خرج أمس.")
    assert [u["what"] for u in found["unresolved"]] == ["date", "statement"]
    assert found["unresolved"][1]["statement"] == found["statements"][0]["id"]


def test_half_a_character_is_written_escaped() -> None:
    found = answer(Entry(where={"line": 1}, content=b'{"id": "\\ud800", "text": "\\ud800 x"}'))
    assert json.loads(found.line.decode())["id"] == "\ud800"


def test_an_article_that_breaks_the_reader_costs_only_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Broken:
        def read(self, article: object) -> None:
            raise IndexError("list index out of range")

    monkeypatch.setattr(read, "_reader", lambda: (Broken(), None))
    code, found = run(tmp_path, line(text=TRUCE))
    assert code == 1
    assert "broke the reader (IndexError)" in found[0]["error"]


def test_a_text_that_tells_of_a_truce_in_every_line_is_refused_at_once(tmp_path: Path) -> None:
    """What its lines say is compared pair by pair: a file of 20,000 of them would take a quarter of an hour."""
    code, found = run(tmp_path, line(text="A truce in Homs holds.\n" * 2_000), line(text=TRUCE))
    assert code == 0 and "statements" in found[1]
    assert found[0]["error"].startswith("tells of truces in 2,000 sentences, and 1,000 are read at most")


def test_an_article_of_a_folder_that_breaks_the_reader_is_named_by_its_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As every other fault of a folder is."""
    folder = tmp_path / "articles"
    folder.mkdir()
    for name in ("a.txt", "b.TXT", "b.md", "c.txt"):
        (folder / name).write_text("" if name == "c.txt" else TRUCE, encoding="utf-8")
    monkeypatch.setattr(read, "_reader", lambda: (None, None))
    assert main(["--in", str(folder), "--out", str(tmp_path / "out.jsonl")]) == 1
    found = [json.loads(one) for one in (tmp_path / "out.jsonl").read_bytes().splitlines()]
    assert [one["file"] for one in found] == ["a.txt", "b.TXT", "b.md", "c.txt"]
    assert ["broke the reader" in one["error"] for one in found] == [True, True, False, False]


# --- the run -----------------------------------------------------------------------------------------------------------


def test_several_jobs_give_the_same_lines_in_the_same_order(tmp_path: Path) -> None:
    lines = [*SENTENCES.read_bytes().splitlines(keepends=True), b"not json\n"] * 2
    one, two = run(tmp_path, *lines, jobs=1), run(tmp_path, *lines, jobs=2)
    assert one == two
    assert len(one[1]) == len(lines)


def test_no_more_is_taken_than_is_being_read() -> None:
    taken = 0

    def endless() -> Iterator[Entry]:
        nonlocal taken
        while True:
            taken += 1
            yield Entry(where={"line": taken}, content=b"not json")

    found = answers(endless(), jobs=2)
    for number in range(1, 200):
        assert json.loads(next(found).line)["line"] == number
    assert taken < 200 + 2 * CHUNK * CHUNKS_AHEAD
    found.close()


def test_the_standard_streams_are_the_default() -> None:
    command = [sys.executable, "-m", "data", "read"]
    done = subprocess.run(command, input=line(id="a", text=TRUCE) + b"junk\n", capture_output=True, cwd=ROOT, check=True)
    first, second = done.stdout.splitlines()
    assert json.loads(first)["mentions"][0]["surface"] == "درعا"
    assert json.loads(second)["line"] == 2
    assert "1 of 2 could not be read" in done.stderr.decode()


def test_a_reader_that_stops_early_is_no_fault() -> None:
    command = f"{sys.executable} -m data read --in {SENTENCES} | head -n 1 | wc -l"
    done = subprocess.run(["bash", "-o", "pipefail", "-c", command], capture_output=True, cwd=ROOT)
    assert (done.returncode, done.stdout.strip()) == (0, b"1")
    # a slow machine draws its progress before the reader stops
    assert [said for said in done.stderr.splitlines() if b" articles, " not in said] == []


def test_what_cannot_be_done_is_told(tmp_path: Path) -> None:
    source = tmp_path / "in.jsonl"
    source.write_bytes(line(text=TRUCE))
    with pytest.raises(ArticleError, match="cannot be read"):
        main(["--in", str(tmp_path / "missing.jsonl")])
    with pytest.raises(ArticleError, match=r"missing\.jsonl' cannot be read"):
        main(["--in", str(tmp_path / "missing.jsonl"), "--out", str(source)])
    with pytest.raises(ArticleError, match="cannot be written"):
        main(["--in", str(source), "--out", str(tmp_path / "no" / "folder.jsonl")])
    with pytest.raises(ArticleError, match="name another output"):
        main(["--in", str(source), "--out", str(source)])
    with pytest.raises(SettingError, match="--jobs"):
        main(["--in", str(source), "--jobs", "0"])
    assert source.read_bytes() == line(text=TRUCE)
    assert issubclass(SettingError, HudnaError)  # so that the command line says the sentence alone


def test_a_long_run_says_how_far_it_is(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    clock = iter([0.0, 1.0, 3.0])
    monkeypatch.setattr(progress, "monotonic", lambda: next(clock))
    line = Progress(size=100)
    list(read._counted([Entry(where={"line": 1}, content=b"x" * 50)], line))
    line.show(5)
    assert capsys.readouterr().err == ""
    line.show(6)
    assert capsys.readouterr().err == "[###############               ]  50%  6 articles, 2 a second\n"


def test_reading_waits_for_no_library_of_another_command() -> None:
    """Half of the time of a short run was the import of what stores, draws and exports."""
    program = f"""
import sys
from data.__main__ import main
assert main(["read", "--in", {str(SENTENCES)!r}, "--out", "-"]) == 0
print(sorted({{"sqlalchemy", "shapely", "pyproj", "requests", "streamlit"}} & set(sys.modules)))
"""
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_an_output_beside_the_articles_of_a_folder_is_refused(tmp_path: Path) -> None:
    """It would be read as an article, or replace one."""
    kept = tmp_path / "a.txt"
    kept.write_text(TRUCE, encoding="utf-8")
    for name in ("a.txt", "readings.jsonl"):
        with pytest.raises(ArticleError, match="lies in the folder that is read"):
            main(["--in", str(tmp_path), "--out", str(tmp_path / name)])
    assert kept.read_text(encoding="utf-8") == TRUCE
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]
