"""Pixels to glyph patches: ink, components, rows and words; it knows no text."""
