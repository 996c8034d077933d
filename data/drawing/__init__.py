"""What polygons are drawn with: outlines, borders and provinces, the atlas of them, and what is kept for the next start."""
