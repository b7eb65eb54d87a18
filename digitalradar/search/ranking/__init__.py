"""How well a document answers a query, in plain Python: weights, vocabulary, concepts, scores. Imports no Django."""
