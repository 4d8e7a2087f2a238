"""Characters and scores: what a language expects of a row of letters."""
