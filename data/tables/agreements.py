"""Loads the known agreements of data/reference/agreements.toml."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from data.tables.rows import REFERENCE_FOLDER, member, read_toml
from geo.agreement import Agreement, AgreementType
from geo.edtf import Edtf
from geo.errors import EdtfError, ReferenceTableError
from geo.gazetteer import DIRECTIONS, Area

_TEXTS = ("id", "name_en", "name_ar", "type")
_DATES = ("signed", "in_force", "ended")
_LISTS = ("sponsors", "guarantors", "mediators", "event_places", "areas", "sources")
_KEYS = (*_TEXTS, *_DATES, *_LISTS, "parties")


def load_agreements(folder: Path = REFERENCE_FOLDER) -> tuple[Agreement, ...]:
    """The known agreements of agreements.toml. Raises ReferenceTableError with every one that cannot be read."""
    found, faults = agreements_and_faults(folder)
    if faults:
        raise ReferenceTableError("\n".join(faults))
    return found


def agreements_and_faults(folder: Path = REFERENCE_FOLDER) -> tuple[tuple[Agreement, ...], list[str]]:
    """The agreements that can be read, in order, and every fault of the others; two that have one id are a fault, too."""
    found: list[Agreement] = []
    faults: list[str] = []
    try:
        table = read_toml(folder / "agreements.toml")
    except ReferenceTableError as fault:
        return (), [str(fault)]
    faults += [f"agreements.toml: {key!r} is no list that is known; one of: agreement" for key in table if key != "agreement"]
    for number, row in enumerate(table.get("agreement", []), start=1):
        wrong = [*_faulty_keys(row), *_faulty_dates(row)]
        try:
            type = member(row, "type", AgreementType) if isinstance(row.get("type"), str) else None
        except ValueError as fault:
            wrong.append(str(fault))
        if not wrong and type is not None:
            found.append(_agreement(row, type))
            wrong += _contradictions(found[-1])
        faults += [f"agreements.toml, agreement {number} ({row.get('id', 'no id')!r}): {fault}" for fault in wrong]
    ids = Counter(agreement.id for agreement in found)
    faults += [f"agreements.toml: two agreements have the id {id!r}" for id, count in ids.items() if count > 1]
    return tuple(found), faults


def _faulty_keys(row: Mapping[str, Any]) -> list[str]:
    faults = [f"{key!r} is missing" for key in (*_TEXTS, *_LISTS) if key not in row]
    faults += [f"{key!r} is no key that is known; one of: {', '.join(_KEYS)}" for key in row if key not in _KEYS]
    for key in _TEXTS:
        if key in row and not (isinstance(row[key], str) and row[key].strip()):
            faults.append(f"{key} must be a text that is not empty; got {row[key]!r}")
    for key in (*_LISTS, "parties"):
        values = row.get(key, [])
        if not isinstance(values, list) or not all(isinstance(value, str) and value for value in values):
            faults.append(f"{key} must be a list of texts; got {values!r}")
    return faults


def _faulty_dates(row: Mapping[str, Any]) -> list[str]:
    faults = []
    for key in _DATES:
        try:
            _date(row, key)
        except (ValueError, EdtfError) as fault:
            faults.append(f"{key}: {fault}")
    return faults


def _date(row: Mapping[str, Any], key: str) -> Edtf | None:
    """A date in EDTF, or a day of TOML, which has no quotes."""
    value = row.get(key)
    if isinstance(value, date) and not isinstance(value, datetime):
        return Edtf.day(value)
    if value is not None and not isinstance(value, str):
        raise ValueError(f'must be a date in quotes, like "2017-07"; got {value}')
    return None if value is None else Edtf.parse(value)


def _agreement(row: Mapping[str, Any], type: AgreementType) -> Agreement:
    return Agreement(
        id=row["id"], name_en=row["name_en"], name_ar=row["name_ar"], type=type, known=True, signed=_date(row, "signed"),
        in_force=_date(row, "in_force"), ended=_date(row, "ended"), sponsors=tuple(row["sponsors"]),
        guarantors=tuple(row["guarantors"]), mediators=tuple(row["mediators"]), event_places=tuple(row["event_places"]),
        areas=tuple(row["areas"]), sources=tuple(row["sources"]), parties=tuple(row.get("parties", ())),
    )  # fmt: skip


def _contradictions(agreement: Agreement) -> list[str]:
    """An end before the beginning, and areas that cut out what is no part."""
    faults = []
    end = agreement.ended.latest if agreement.ended else None
    for key, begun in (("signed", agreement.signed), ("in_force", agreement.in_force)):
        if end and begun and begun.earliest and end < begun.earliest:
            faults.append(f"ended {agreement.ended} lies before {key} {begun}")
    for area in map(Area.parse, agreement.areas):
        if area.direction and area.direction not in DIRECTIONS:
            faults.append(f"the area {area.key!r}: {area.direction!r} is no direction; one of: {', '.join(DIRECTIONS)}")
    return faults
