"""Recipes in words: how a polygon was drawn, in English and Arabic, from the gazetteer's own names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from geo.gazetteer import Area, Gazetteer, Kind, Place


@dataclass(frozen=True, slots=True)
class Words:
    """The same words in both languages."""

    en: str
    ar: str

    def then(self, more: Words) -> Words:
        """Both, with a comma between."""
        return Words(f"{self.en}, {more.en}", f"{self.ar}، {more.ar}")


def named(gazetteer: Gazetteer, area: Area) -> Words:
    """The area's name."""
    return Words(gazetteer.name(area, "en"), gazetteer.name(area, "ar"))


def listed(names: Sequence[Words]) -> Words:
    """Names in a row: "a, b and c", «أ وب وج»."""
    en = [name.en for name in names]
    return Words(
        " and ".join([", ".join(en[:-1]), en[-1]]) if len(en) > 1 else "".join(en), " و".join(name.ar for name in names)
    )


def outline(name: Words) -> Words:
    """A country."""
    return Words(f"The outline of {name.en}", f"حدود {name.ar}")


def unit(name: Words, parts: int, *, published: bool) -> Words:
    """An administrative unit of so many parts, 0 for one that has none below it; as published, or from cells."""
    if published:
        return Words(f"{name.en} as published", f"{name.ar} كما هي منشورة")
    if not parts:
        return Words(f"The cells of {name.en}", f"خلايا {name.ar}")
    return Words(f"{name.en}: the cells of its sub-districts ({parts})", f"{name.ar}: خلايا نواحيها ({parts})")


def region(name: Words, core: Sequence[Words], possible: Sequence[Words]) -> Words:
    """A named region: what is surely in it, and what may be."""
    surely, perhaps = listed(core), listed(possible)
    if not core:
        return Words(f"{name.en}: perhaps {perhaps.en}", f"{name.ar}: ربما {perhaps.ar}")
    if not possible:
        return Words(f"{name.en}: {surely.en}", f"{name.ar}: {surely.ar}")
    return Words(f"{name.en}: surely {surely.en}; perhaps also {perhaps.en}",
                 f"{name.ar}: بالتأكيد {surely.ar}؛ وربما أيضا {perhaps.ar}")  # fmt: skip


def circle(name: Words, radius_m: float, *, shared: bool) -> Words:
    """A circle around a point; `shared` if it is cut where a neighbouring settlement is nearer."""
    km = f"{radius_m / 1000:.1f}".removesuffix(".0")
    en, ar = f"A circle of {km} km around {name.en}", f"دائرة نصف قطرها {km} كم حول {name.ar}"
    if shared:
        return Words(f"{en}, cut where a neighbouring place is nearer", f"{ar}، مقطوعة حيث تكون بلدة مجاورة أقرب")
    return Words(en, ar)


def position_error(km: float | None) -> Words:
    """How far the point of a circle may be off, None where it is not known."""
    if km is None:
        return Words("how far its point may be off is not known", "ولا يُعرف مدى دقة موقع النقطة")
    return Words(f"its point may be up to {km:g} km off", f"وقد تبعد النقطة عن موقعها الصحيح حتى {km:g} كم")


def countryside(name: Words, city: Words, *, seat: bool) -> Words:
    """A unit without its city."""
    if seat:
        return Words(f"{name.en} without the city's cells", f"{name.ar} من دون خلايا المدينة")
    return Words(f"{name.en} without the cells of {city.en}", f"{name.ar} من دون خلايا {city.ar}")


def surroundings(name: Words, distance_m: float) -> Words:
    """A belt around a place."""
    km = f"{distance_m / 1000:.0f}"
    return Words(f"Within {km} km of {name.en}, without the place itself", f"ضمن {km} كم من {name.ar}، من دون المكان نفسه")


_QUARTERS = {
    "north": Words("northern", "الشمالي"), "north-east": Words("north-eastern", "الشمالي الشرقي"),
    "east": Words("eastern", "الشرقي"), "south-east": Words("south-eastern", "الجنوبي الشرقي"),
    "south": Words("southern", "الجنوبي"), "south-west": Words("south-western", "الجنوبي الغربي"),
    "west": Words("western", "الغربي"), "north-west": Words("north-western", "الشمالي الغربي"),
}  # fmt: skip


def sector(direction: str, centre: Words | None) -> Words:
    """A quarter as seen from a place, or from the middle (None)."""
    if direction == "centre":
        return Words("the half nearest to its middle", "النصف الأقرب إلى الوسط")
    quarter = _QUARTERS[direction]
    if centre is None:
        return Words(f"{quarter.en} quarter as seen from the middle", f"الربع {quarter.ar} انطلاقا من الوسط")
    return Words(f"{quarter.en} quarter as seen from {centre.en}", f"الربع {quarter.ar} انطلاقا من {centre.ar}")


def part(name: Words, units: Sequence[Words], beside: Sequence[Words]) -> Words:
    """Parts of a unit: those of its sub-districts that lie beside the areas named with it, or no one knows which."""
    if not units:
        return Words(
            f"Parts of {name.en}: which ones is not known, so the whole of it is drawn as possible",
            f"أجزاء من {name.ar}: لا يُعرف أيها، فرُسمت كلها على أنها ممكنة",
        )
    near, which = listed(beside), listed(units)
    return Words(
        f"Parts of {name.en}: its sub-districts that touch {near.en} ({which.en})",
        f"أجزاء من {name.ar}: نواحيها التي تلامس {near.ar} ({which.ar})",
    )


def strip(land: Words, along: Words, reach_km: float, ends: Sequence[Words]) -> Words:
    """What of some land lies within a distance of a line or place, between two places if there are any."""
    km = f"{reach_km:g}"
    en, ar = f"{land.en} within {km} km of {along.en}", f"ما يقع ضمن {km} كم من {along.ar} في {land.ar}"
    if not ends:
        return Words(en, ar)
    return Words(f"{en}, between {ends[0].en} and {ends[1].en}", f"{ar}، بين {ends[0].ar} و{ends[1].ar}")


def at_most(limit: Words, core: Sequence[Words]) -> Words:
    """A strip that is a limit, and the areas of which what lies in it is sure; without any nothing is."""
    if not core:
        return Words(f"{limit.en}, at most; nothing of it is sure", f"{limit.ar} على الأكثر؛ ولا شيء منه أكيد")
    sure = listed(core)
    return Words(f"{limit.en}, at most; of it surely {sure.en}", f"{limit.ar} على الأكثر؛ والأكيد منه {sure.ar}")


def told(name: Words, how: Words) -> Words:
    """A name and how it is drawn."""
    return Words(f"{name.en}: {how.en}", f"{name.ar}: {how.ar}")


def bank(land: Words, river: Words, side: str) -> Words:
    """What of some land lies on one bank."""
    of = {"left": Words("left", "اليسرى"), "right": Words("right", "اليمنى")}[side]
    return Words(f"{land.en} on the {of.en} bank of the {river.en}", f"ما يقع على الضفة {of.ar} من نهر {river.ar} في {land.ar}")


def border(country: Words, neighbour: Words) -> Words:
    """The line between two countries."""
    return Words(f"the border of {country.en} with {neighbour.en}", f"حدود {country.ar} مع {neighbour.ar}")


def without(whole: Words, taken: Sequence[Words]) -> Words:
    """A shape from which others are taken out."""
    out = listed(taken)
    return Words(f"{whole.en}, without {out.en}", f"{whole.ar}، من دون {out.ar}")


def missing(place: Place, lacks: str) -> str:
    """The sentence for an area that cannot be drawn: which, what the tables lack, what to do."""
    table = "regions.toml" if place.kind is Kind.REGION else "places.csv"
    return f"{place.name_en} ({place.id}) has no polygon: {lacks}. Add it to data/reference/{table}."
