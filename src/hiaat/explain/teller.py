"""Makes sentences with their facts, and remembers who was introduced and who spoke last."""

import sys
from collections.abc import Iterable, Sequence

from hiaat.explain.model import Bullet, Paragraph, Sentence
from hiaat.explain.scene import Scene
from hiaat.explain.template import capital

STATUTE = 3  # from this force on the text itself speaks


class Teller:
    """Tells one finding: a voice is introduced once, and a bullet begins without a capital if its words are plain."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self._introduced: set[str] = set()
        self._spoke: str | None = None
        self._plain: set[str] = set()

    def say(self, key: str, facts: Iterable[str] = (), /, **slots: str) -> Sentence:
        """One sentence, and the facts behind it."""
        template = self.scene.lexicon.template(key)
        text = template.fill(slots)
        first = template.first_slot
        if template.starts_plainly or (first and slots.get(first, "")[:1].islower()):
            self._plain.add(text)
        self._spoke = None
        return Sentence(text, tuple(dict.fromkeys(facts)))

    def norm(self, norms: Sequence[str], party: str) -> Sentence:
        """What a norm says to a party; the others are norms that say the same."""
        lexicon = self.scene.lexicon
        first, *_ = norms
        says = lexicon.text(first, "says")
        if not says or not party:
            return self.named(norms)
        verb, _, rest = says.partition(" ")
        speaker = next(iter(lexicon.nodes(first, "voice")), "")
        again = self._spoke == speaker and not self._reads(first, speaker)
        voice = self.voice(first)
        key = "norm-again" if again else "norm"
        told = self.say(key, norms, voice=voice, verb=verb, rest=rest, clause=says, party=party, cites=self.cite(norms))
        self._spoke = speaker
        return told

    def named(self, norms: Sequence[str]) -> Sentence:
        """A norm by its name, where it has no clause or there is not one party to say it of."""
        name = self.scene.lexicon.label(norms[0])
        return self.say("norm-named", norms, voice=self.voice(norms[0]), name=name, cites=self.cite(norms))

    def one_of(self, norm: str, parties: Iterable[str]) -> Sentence:
        """What a norm lays on one of several parties, without saying which."""
        lexicon = self.scene.lexicon
        found = sorted(set(parties))
        says = lexicon.text(norm, "says")
        if not says:
            return self.named([norm])
        verb, _, rest = says.partition(" ")
        slots = {"voice": self.voice(norm), "verb": verb, "rest": rest, "clause": says, "cites": self.cite([norm])}
        slots["decides"] = lexicon.join(map(lexicon.phrase, lexicon.nodes(norm, "escalatesTo")))
        return self.say("norm-one-of", [norm, *found], parties=self.scene.parties(found, last="list-or"), **slots)

    def right(self, norms: Sequence[str]) -> Sentence:
        """What a requirement says; its subject stands in its words. The others are norms that say the same."""
        lexicon = self.scene.lexicon
        first, *_ = norms
        says = lexicon.text(first, "says") or lexicon.label(first)
        key = "right" if lexicon.strength(first) >= STATUTE else "right-voiced"
        return self.say(key, norms, clause=says, voice=self.voice(first), cites=self.cite(norms))

    def voice(self, norm: str) -> str:
        """Who voices a norm: introduced the first time, with the instrument it reads or who reports it."""
        lexicon = self.scene.lexicon
        speaker = next(iter(lexicon.nodes(norm, "voice")), "")
        instrument = self._reads(norm, speaker)
        if instrument:
            name = lexicon.phrase(self.scene.library.speaks_as(instrument) or instrument)
            return lexicon.fill("voice-reads", instrument=name, voice=lexicon.phrase(speaker))
        reporters = [one for one in lexicon.nodes(norm, "reportedBy") if one != speaker]
        if reporters:
            names = [lexicon.phrase(one) for one in (speaker, reporters[0])]
            return lexicon.fill("voice-reported", voice=names[0], reporter=names[1])
        what = lexicon.text(speaker, "apposition")
        if what and speaker not in self._introduced:
            self._introduced.add(speaker)
            return lexicon.fill("voice-first", voice=lexicon.phrase(speaker), what=what)
        return lexicon.phrase(speaker)

    def cite(self, grounds: Iterable[str]) -> str:
        """The sources of norms and facts; those of another voice than the first apart."""
        by_voice: dict[tuple[str, str | None], list[str]] = {}
        for ground in grounds:
            by_voice.setdefault(self._voice_of(ground), []).append(ground)
        first, *others = [self.list_sources(found) for found in by_voice.values()] or [""]
        return self.scene.lexicon.fill("sources-more", cites=first, more=self._joined(others)) if others else first

    def list_sources(self, grounds: Iterable[str]) -> str:
        """The sources of norms and facts, whoever voices them: facts, then what binds most."""
        lexicon, library = self.scene.lexicon, self.scene.library
        ordered = sorted(grounds, key=lambda ground: -(lexicon.strength(ground) or sys.maxsize))
        facts = self._facts([one for one in ordered if not library.bases(one)])
        cites = self._joined([*facts, *library.cites(basis for one in ordered for basis in library.bases(one))])
        unsure = any(map(library.is_reading, ordered))
        return lexicon.fill("sources-read", cites=cites) if unsure else cites

    def see_also(self, norms: Iterable[str], told: Iterable[str] = ()) -> list[Sentence]:
        """Norms that get no sentence of their own; none of which all that would be cited was cited with those told."""
        cited = {basis for norm in told for basis in self.sources(norm)}
        rest = [
            norm for norm in dict.fromkeys(norms) if not self.sources(norm) or not cited.issuperset(self.sources(norm))
        ]
        return [self.say("see-also", rest, cites=self.list_sources(rest))] if rest else []

    def sources(self, norm: str) -> list[str]:
        """The statements and articles that a norm is cited by."""
        return self.scene.library.bases(norm)

    def _facts(self, grounds: Iterable[str]) -> list[str]:
        """Where the scenario says something, or what it is called."""
        engaged = ((one, self.scene.engagement(one)) for one in grounds)
        things = [engagement.source if engagement else one for one, engagement in engaged]
        named = [self.scene.label(one) for one in things if not self.scene.written(one)]
        return [*filter(None, [self.scene.written(*things)]), *named]

    def bullet(self, lead: str, sentences: Sequence[Sentence]) -> Bullet:
        """A bullet, that says nothing twice; its first sentence goes on after the lead."""
        once: dict[str, Sentence] = {}
        for one in sentences:
            once.setdefault(one.text, one)
        first, *rest = once.values()
        if first.text in self._plain:
            first = Sentence(first.text[:1].lower() + first.text[1:], first.facts)
        self._spoke = None
        return Bullet(capital(lead), (first, *rest))

    def paragraph(self, key: str, sentences: Iterable[Sentence] = (), bullets: Iterable[Bullet] = ()) -> Paragraph:
        """A paragraph under its heading, if it has one."""
        self._spoke = None
        lexicon = self.scene.lexicon
        heading = lexicon.fill(f"heading-{key}") if lexicon.has(f"heading-{key}") else ""
        return Paragraph(key, heading, tuple(sentences), tuple(bullets))

    def _joined(self, texts: Iterable[str]) -> str:
        return self.scene.lexicon.join(texts, last="list")

    def _voice_of(self, ground: str) -> tuple[str, str | None]:
        """Whose words a ground is in: the voice, and the instrument that it reads."""
        speaker = next(iter(self.scene.lexicon.nodes(ground, "voice")), "")
        return speaker, self._reads(ground, speaker) if speaker else None

    def _reads(self, norm: str, speaker: str) -> str | None:
        """The instrument with a voice of its own that another reads onto somebody."""
        library = self.scene.library
        voices = ((one, library.speaks_as(one)) for one in library.instruments(norm))
        return next((one for one, voice in voices if voice and voice != speaker), None)
