"""From an area to a polygon that says how it was drawn.

`Atlas` draws with what every installation has: the points of the gazetteer, the published areas of sub-districts and the
outlines of countries; with published boundaries where it is given them. `tessellation` and `fitting` make the cells, `units`
the administrative units from them, `settlement` places of one point, `direction` and `strip` parts, `recipe` the words.
"""

from geo.footprint.atlas import Atlas
from geo.footprint.shape import Agreement, Drawn, Footprint, Method, Source, Wanted

__all__ = ["Agreement", "Atlas", "Drawn", "Footprint", "Method", "Source", "Wanted"]
