"""hiaat shows who is responsible for what in Dutch long-term care, and where nobody is.

What is known (ontology, norms, rules, sentences of the report) is data that an analyst can read and change.
The modules here only read it, hand it to an engine, and tell what came out; they hold no norm themselves.
"""

__version__ = "0.1.0"
