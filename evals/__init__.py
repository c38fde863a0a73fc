"""How well the product reads: annotated passages, our own scorer, one table, and floors that only rise."""
