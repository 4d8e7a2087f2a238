"""The stairwell: use cases that join the rooms below, told as generators of reports."""
