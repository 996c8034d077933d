"""What a stored reading depends on: a changed table or rule gives another hash, and with it a new reading."""

from __future__ import annotations

import shutil
from pathlib import Path

from data.tables.reference import RULES_FOLDER, load_reference
from data.tables.rows import REFERENCE_FOLDER


def test_a_changed_rule_or_table_changes_the_hash(tmp_path: Path) -> None:
    rules, tables = tmp_path / "geo", tmp_path / "reference"
    shutil.copytree(RULES_FOLDER, rules, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(REFERENCE_FOLDER, tables)
    first = load_reference(tables, rules).sha256
    assert first == load_reference().sha256

    rule = next(rules.glob("*/*.py"))
    rule.write_bytes(rule.read_bytes() + b"\n")
    second = load_reference(tables, rules).sha256
    with (tables / "cues.csv").open("a", encoding="utf-8") as cues:
        cues.write("armistice of all sides,en,truce,ceasefire,hudna\n")
    assert len({first, second, load_reference(tables, rules).sha256}) == 3
