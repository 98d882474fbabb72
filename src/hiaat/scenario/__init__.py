"""The scenario: a situation as an analyst tells it, read into the graph that rules judge.

`read` takes a file and the words of the knowledge; it gives a frozen `Scenario`, or raises `InputErrors` with every
mistake in it, each with its place and with what would be valid there. No word of any trade is in these modules: keys,
types, kinds, conditions and the mapping to the graph are found in the model.
"""

from hiaat.scenario.problems import InputErrors, Place
from hiaat.scenario.reader import Scenario, read, read_text
from hiaat.scenario.understood import Remark, Told, Understood
from hiaat.scenario.words import Words

__all__ = ["InputErrors", "Place", "Remark", "Scenario", "Told", "Understood", "Words", "read", "read_text"]
