"""What a query asks for: one concept per word that counts, with everything in the index it may stand for."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import chain, pairwise

from ..analysis.stems import stem
from ..analysis.stopwords import is_filler, is_stop_word
from ..analysis.words import cleaned, folded, joined, parts, tokens
from .synonyms import Synonyms
from .vocabulary import PREFIXES, SHORTEST_PART, Vocabulary

EXACT, SPLIT_WRITTEN, SYNONYM = 1.0, 0.9, 0.8
HEAD, MODIFIER, INSIDE = 0.75, 0.6, 0.45  # E-Rechnung, Rechnungseingang, Eingangsrechnungsprüfung for "Rechnung"
ALL_PARTS, LAST_PART = 0.7, 0.35
UNKNOWN_END, UNKNOWN_FRONT = 0.5, 0.35  # of a compound of which only one part is known
INSEPARABLE = ("ver", "ent", "zer", "be", "ge")  # "Cyberversicherung" is no kind of "Sicherung" either
SURE_PIECE = 6  # letters from which a piece of a word is no accident: "acht" stands in "gedacht"
SPELLING = {1: 0.8, 2: 0.65}
FILLER_SHARE = 0.25
MOST_ALTERNATIVES = 24
LONGEST_QUERY = 12  # words that count; nobody types more, programs might


@dataclass(frozen=True)
class Alternative:
    """Terms that have to stand in a document together, and how much they count (0 to 1)."""

    terms: tuple[str, ...]
    weight: float


@dataclass
class Concept:
    """One word of the query; ``share`` is how much it matters beside the others (0 to 1)."""

    typed: str
    word: str
    share: float = 1.0
    weights: dict[tuple[str, ...], float] = field(default_factory=dict)
    corrected: str = ""

    def add(self, terms: Iterable[str], weight: float) -> None:
        """Note an alternative; the larger weight stays."""
        key = tuple(sorted(set(terms)))
        if key and weight > self.weights.get(key, 0.0):
            self.weights[key] = weight

    def alternatives(self) -> list[Alternative]:
        """Return the best alternatives, the heaviest first."""
        ranked = sorted(self.weights.items(), key=lambda item: (-item[1], item[0]))
        return [Alternative(terms, weight) for terms, weight in ranked[:MOST_ALTERNATIVES]]


def concepts(text: str, language: str, vocabulary: Vocabulary, synonyms: Synonyms) -> list[Concept]:
    """Return what the query asks for, in the order of its words; fillers alone count in full."""
    found = [
        Concept(token.text, joined(token.text), FILLER_SHARE if is_filler(folded(token.text), language) else 1.0)
        for token in tokens(cleaned(text))
        if not is_stop_word(folded(joined(token.text)), language)
    ][:LONGEST_QUERY]
    if all(concept.share < 1 for concept in found):
        for concept in found:
            concept.share = 1.0
    for concept in found:
        _expand(concept, language, vocabulary)
    _join_neighbours(found, language, vocabulary)
    _add_synonyms(found, language, synonyms, vocabulary)
    for concept in found:
        if not concept.weights:
            _correct(concept, language, vocabulary, synonyms)
        if not concept.weights:
            _add_known_part(concept, vocabulary)
    return found


def _expand(concept: Concept, language: str, vocabulary: Vocabulary) -> None:
    """Add everything of the index that has to do with the word; the same word costs this once."""
    known = vocabulary.remembered.get(concept.typed)
    if known is None:
        _expand_anew(concept, language, vocabulary)
        vocabulary.remember(concept.typed, dict(concept.weights))
    else:
        concept.weights = dict(known)


def _expand_anew(concept: Concept, language: str, vocabulary: Vocabulary) -> None:
    word, term = folded(concept.word), stem(concept.word, language)
    if term in vocabulary.frequencies:
        concept.add([term], EXACT)
    written = [stem(part, language) for part in parts(concept.typed) if len(part) > 1]
    if len(written) > 1:
        concept.add(written, SPLIT_WRITTEN)
    for piece in {word, term}:
        if len(piece) >= SHORTEST_PART:
            _add_compounds(concept, piece, vocabulary)
    if term not in vocabulary.frequencies and (made_of := vocabulary.split(word)):
        concept.add([vocabulary.words[part] for part in made_of], ALL_PARTS)
        concept.add([vocabulary.words[made_of[-1]]], LAST_PART)


def _add_compounds(concept: Concept, piece: str, vocabulary: Vocabulary) -> None:
    """Add the words of the index of which ``piece`` is a part."""
    for word in vocabulary.containing(piece):
        before, _, behind = word.partition(piece)
        if weight := _weight_of_piece(piece, before, behind, vocabulary):
            concept.add([vocabulary.words[word]], weight)


def _weight_of_piece(piece: str, before: str, behind: str, vocabulary: Vocabulary) -> float:
    """Return how much a word counts of which ``piece`` is a part; 0 if the letters stand in it by accident."""
    is_sure = len(piece) >= SURE_PIECE
    if before:
        is_word = is_sure and len(before) > 2 and not before.endswith(INSEPARABLE)
        if before in PREFIXES or not (is_word or vocabulary.is_front(before)):
            return 0.0
        return HEAD if len(behind) < 3 else INSIDE
    return MODIFIER if is_sure or len(behind) < 3 or vocabulary.is_back(behind) else 0.0


def _join_neighbours(found: list[Concept], language: str, vocabulary: Vocabulary) -> None:
    """Let "Rechnungs eingang" find Rechnungseingang: both words are then answered by the joined one."""
    for first, second in pairwise(found):
        for word in (first.word + second.word, first.word + "s" + second.word):
            term = stem(word, language)
            if term in vocabulary.frequencies:
                first.add([term], SPLIT_WRITTEN)
                second.add([term], SPLIT_WRITTEN)
                first.share = second.share = max(first.share, second.share)


def _add_synonyms(found: list[Concept], language: str, synonyms: Synonyms, vocabulary: Vocabulary) -> None:
    words = [concept.word for concept in found]
    stems = [stem(word, language) for word in words]
    for start in range(len(found)):
        for end in range(start + 1, min(len(found), start + synonyms.longest) + 1):
            as_one = (stem("".join(words[start:end]), language),)  # "Cloud Speicher" is Cloud-Speicher
            for other in chain(synonyms.of(tuple(stems[start:end])), synonyms.of(as_one) if end - start > 1 else ()):
                if all(term in vocabulary.frequencies for term in other):
                    for concept in found[start:end]:
                        concept.add(other, SYNONYM)


def _correct(concept: Concept, language: str, vocabulary: Vocabulary, synonyms: Synonyms) -> None:
    """Take the nearest words of index and synonyms for one that neither has."""
    near = vocabulary.nearest(folded(concept.word))
    for word, distance in near:
        found = vocabulary.entry(word)
        if not found or distance > near[0][1]:
            break
        term, shown = found
        if term in vocabulary.frequencies:
            concept.add([term], SPELLING[distance])
        for other in synonyms.of((term,)):
            if all(one in vocabulary.frequencies for one in other):
                concept.add(other, SYNONYM * SPELLING[distance])
        concept.corrected = concept.corrected or (shown if concept.weights else "")


def _add_known_part(concept: Concept, vocabulary: Vocabulary) -> None:
    """Take what is known of a compound that no document has: Maschine for Drehmaschine."""
    word = folded(concept.word)
    if end := vocabulary.longest_end(word):
        concept.add([vocabulary.words[end]], UNKNOWN_END)
    if front := vocabulary.longest_front(word):
        concept.add([vocabulary.words[front]], UNKNOWN_FRONT)
