"""Drawing: records in, a folium map, HTML and JSON out. No session, no store, no clock."""
