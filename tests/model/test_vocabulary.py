"""The words: rules know only the core, every word is declared and explained in both languages, and the core knows no trade."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest

from hiaat.bundle import root
from hiaat.judging import Judge
from hiaat.knowledge.terms import CORE, RDF_TYPE, h, rdfs, skos
from hiaat.reports.graph import judgement_graph
from hiaat.reports.report import Case
from hiaat.scenario import read_turtle_like  # placeholder
