"""Pixels to glyph patches: ink, components, rows and words; it knows no text."""

from ocrdesk.later_imports import import_later

# SciPy's wrappers of other array libraries ask NumPy for all that it has, its Fortran compiler and
# its tests included, and its filters for all special functions, to turn pictures: two thirds of the
# time that importing `scipy.ndimage` takes.
import_later("numpy.f2py", "numpy.testing", "numpy.ma", "numpy.polynomial", "scipy.special")
