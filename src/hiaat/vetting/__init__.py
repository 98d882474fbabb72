"""Is a body of knowledge fit to judge with? What is wrong with it is told before anything is judged.

A word that is misspelt in a body would make a norm vanish, or make a gap that is none: worse than no judgement. The
rules are the shapes of `shapes/knowledge/`; the body that ships is held against them in tests, not when it is used.
"""

from hiaat.vetting.vet import check_body

__all__ = ["check_body"]
