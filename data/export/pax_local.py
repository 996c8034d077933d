"""Truces in the core columns of PA-X Local, a row for each time that one was made.

docs/exports.md has the mapping and what stays empty.
"""

from __future__ import annotations

from data.export.country_codes import country_codes
from data.export.dossier import Selection
from data.export.spreadsheet import dataset_table
from data.export.tables import AND, Row, point_in
from data.export.truces import ReachedTruce, actor_names, covers_country, footprints, reached_truces, state_names
from geo.agreement import AgreementType

COLUMNS = (
    "Con", "Contp", "PP", "PPName", "Reg", "AgtId", "Agt", "Dat", "Status", "Lgt", "N_characters", "Agtp", "Stage", "StageSub",
    "Part", "ThrdPart", "OthAgr", "Loc1ISO", "Loc2ISO", "Loc1GWNO", "Loc2GWNO", "UcdpCon", "UcdpAgr", "PamAgr", "CowWar",
)  # fmt: skip
OURS = (
    "hudna_parties", "hudna_zones", "hudna_areas", "hudna_lon", "hudna_lat", "hudna_where_prec", "hudna_effective_edtf",
    "hudna_statements", "hudna_articles", "hudna_quote",
)  # fmt: skip
# agreements that end an episode of fighting by moving people are related to a ceasefire, not one
_RELATED = (AgreementType.EVACUATION_SETTLEMENT,)


def write(selection: Selection) -> bytes:
    """The table, truces by id; talks and proposals are not in it, for PA-X holds what was agreed."""
    return dataset_table(selection, [*COLUMNS, *OURS], [_row(selection, truce) for truce in reached_truces(selection)])


def _row(selection: Selection, truce: ReachedTruce) -> Row:
    agreement, drawn = truce.agreement, footprints(selection, truce)
    codes = [country_codes().get(country) for country in truce.countries]
    first, second = [*codes, None, None][:2]
    largest = max(drawn, key=lambda footprint: footprint.area_km2, default=None)
    lon, lat = point_in(largest) if largest else (None, None)
    third = dict.fromkeys((*truce.brokers, *truce.guarantors))
    return {
        "Con": "/".join(state_names(selection, truce.countries)), "AgtId": f"hudna:{truce.id}", "Agt": agreement.name_en,
        "Dat": truce.signed.latest.isoformat() if truce.signed and truce.signed.latest else None,
        "Status": "Multiparty signed/agreed" if agreement.known else "Status unclear",
        "Agtp": _scope(selection, truce), "Stage": "Cea", "StageSub": "Rel" if agreement.type in _RELATED else "Ceas",
        "Part": AND.join(actor_names(selection, truce.parties)) or None,
        "ThrdPart": AND.join(actor_names(selection, third)), "hudna_parties": AND.join(truce.parties) or None,
        "Loc1ISO": first.alpha3 if first else None, "Loc1GWNO": first.gwno if first else None,
        "Loc2ISO": second.alpha3 if second else None, "Loc2GWNO": second.gwno if second else None,
        "hudna_zones": AND.join(zone.id for zone in truce.zones), "hudna_areas": AND.join(zone.area for zone in truce.zones),
        "hudna_lon": lon, "hudna_lat": lat,
        "hudna_where_prec": max((footprint.where_prec for footprint in drawn), default=None),
        "hudna_effective_edtf": truce.effective.text if truce.effective else None,
        "hudna_statements": len(truce.statements),
        "hudna_articles": AND.join(sorted({statement.article for statement in truce.statements})),
        "hudna_quote": truce.onset.evidence[0].quote,
    }  # fmt: skip


def _scope(selection: Selection, truce: ReachedTruce) -> str | None:
    """PA-X's type of agreement: within one country, and there local or not; None where it spans several."""
    if len(truce.countries) != 1:
        return None
    return "Intra" if covers_country(selection, truce) else "IntraLocal"
