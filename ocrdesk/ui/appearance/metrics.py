"""The distances that every view shares, in device-independent pixels on a 4-pixel grid."""

from PySide6.QtCore import QSize

SPACE_XS = 4
SPACE_S = 8
SPACE_M = 12
SPACE_L = 16
SPACE_XL = 24
SPACE_XXL = 32

RADIUS_S = 4.0
RADIUS_M = 6.0
RADIUS_L = 10.0

ICON_S = 16
ICON_M = 20
ICON_L = 24
ICON_XL = 48

FRAME = QSize(16, 48)
"""What a desktop puts around a window; how much is known only once the window is there."""
