"""Widgets that show frozen data and emit intents; they know no controller."""
