"""Truces in the columns of the ETH/PRIO Civil Conflict Ceasefire data, a row for each time that one was made.

docs/exports.md has the mapping.
"""

from __future__ import annotations

from data.export.country_codes import country_codes
from data.export.dossier import Selection
from data.export.spreadsheet import dataset_table
from data.export.tables import AND, Cell, Row
from data.export.truces import ReachedTruce, actor_names, covers_country, reached_truces, state_names
from geo.agreement import Agreement, AgreementType
from geo.edtf import Edtf
from geo.statement import Statement

COLUMNS = (
    "cc", "cf_id", "uniq_id", "location", "region", "ucdp_actor_id", "actor_name", "side", "ucdp_acd_id", "ucdp_dyad", "pax_id",
    "cf_dec_yr", "cf_dec_month", "cf_dec_day", "cf_effect_yr", "cf_effect_month", "cf_effect_day", "partial", "written",
    "fixed", "fixed_time", "p_humanitarian", "p_peaceprocess", "p_holiday", "p_election", "p_other", "p_other_comment",
    "p_unclear", "cf_pp", "ceasefire_class", "timing", "mediator_nego", "mediator_send", "implement", "enforcement", "ddr",
    "ended", "end_yr", "end_month", "end_day", "evidence_onset", "evidence_end", "comment",
)  # fmt: skip
OURS = ("hudna_agreement", "hudna_type", "hudna_zones", "hudna_parties", "hudna_mediators", "hudna_articles")
_CESSATION = (AgreementType.CEASEFIRE, AgreementType.HUMANITARIAN_PAUSE)
_SEPARATES_FORCES = (AgreementType.DEMILITARISED, AgreementType.DISENGAGEMENT)
_HUMANITARIAN = (AgreementType.HUMANITARIAN_PAUSE, AgreementType.EVACUATION_SETTLEMENT)


def write(selection: Selection) -> bytes:
    """The table, truces by id. The dataset has a row for each actor; here a row names all of them."""
    return dataset_table(selection, [*COLUMNS, *OURS], [_row(selection, truce) for truce in reached_truces(selection)])


def _row(selection: Selection, truce: ReachedTruce) -> Row:
    agreement = truce.agreement
    codes = country_codes().get(truce.countries[0]) if truce.countries else None
    third = tuple(dict.fromkeys(truce.brokers))
    return {
        "cc": codes.gwno if codes else None, "cf_id": truce.id, "uniq_id": f"hudna:{truce.id}",
        "location": "/".join(state_names(selection, truce.countries)),
        "actor_name": AND.join(actor_names(selection, truce.parties)) or None,
        **_parts("cf_dec", truce.signed), **_parts("cf_effect", truce.effective), **_parts("end", truce.ended),
        "partial": 0 if covers_country(selection, truce) else 1, "fixed": 1 if truce.until else None,
        "fixed_time": _days(truce.effective, truce.until), "p_humanitarian": 1 if agreement.type in _HUMANITARIAN else None,
        "ceasefire_class": _class(agreement), "mediator_nego": 1 if third else None,
        "evidence_onset": _quote(truce.onset),
        "evidence_end": _quote(truce.ending), "comment": agreement.name_en,
        "hudna_agreement": AND.join(truce.agreements), "hudna_type": str(agreement.type),
        "hudna_zones": AND.join(zone.id for zone in truce.zones), "hudna_mediators": AND.join(actor_names(selection, third)),
        "hudna_parties": AND.join(truce.parties) or None,
        "hudna_articles": AND.join(sorted({statement.article for statement in truce.statements})),
    }  # fmt: skip


def _parts(name: str, value: Edtf | None) -> dict[str, Cell]:
    """Year, month and day of a date, as far as it is known: what first and last day have in common."""
    first, last = (value.earliest, value.latest) if value else (None, None)
    parts: dict[str, Cell] = dict.fromkeys((f"{name}_yr", f"{name}_month", f"{name}_day"))
    if first and last and first.year == last.year:
        parts[f"{name}_yr"] = first.year
        if first.month == last.month:
            parts[f"{name}_month"] = first.month
            parts[f"{name}_day"] = first.day if first == last else None
    return parts


def _days(start: Edtf | None, until: Edtf | None) -> int | None:
    """How many days a truce was to last, both ends counted; None unless both are known to the day."""
    if not start or not until or not start.earliest or not until.latest:
        return None
    exact = start.earliest == start.latest and until.earliest == until.latest
    return (until.latest - start.earliest).days + 1 if exact else None


def _class(agreement: Agreement) -> int | None:
    """1 for a cessation of hostilities, 2 for one with compliance; what a name does not tell is left open."""
    if agreement.type in _SEPARATES_FORCES:
        return 2
    return 1 if agreement.type in _CESSATION else None


def _quote(statement: Statement | None) -> str | None:
    return statement.evidence[0].quote if statement else None
