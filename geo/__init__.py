"""Thinks: text in, zones out. Pure: no file, clock, network, database or widget. Start at `geo/pipeline.py`."""
