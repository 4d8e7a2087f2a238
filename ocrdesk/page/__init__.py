"""What was read, as frozen data: lines, words, glyphs, corrections and the edits on them."""
