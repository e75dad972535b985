"""Real documents, from the document to a call: `python -m tests.corpus`.

Nothing here knows how the generator reads a document: operations are counted and answers
are made up from the text alone.
"""
