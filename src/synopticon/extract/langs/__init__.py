"""One reader per language: a parsed sentence in, clauses out."""
