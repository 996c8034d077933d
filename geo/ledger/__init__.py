"""Zones: what all articles say of one agreement in one area, by two clocks; who disagrees, what needs eyes, what changed."""
