"""Words that say nothing about what somebody looks for."""

from .words import folded

_STOP = {
    "de": """
        ab aber alle allem allen aller alles als also am an andere anderen anderer anderes ans auch auf aus bei beim bin
        bis bist da dabei dadurch dafür dagegen daher dahin damit danach daneben dann daran darauf daraus darf darin
        darüber darum darunter das dass davon davor dazu dazwischen dein deine dem den denen denn der deren des deshalb
        dessen die dies diese diesem diesen dieser dieses doch dort du durch dürfen ein eine einem einen einer eines
        einige einmal er es etwa etwas euch euer eure falls für gar gegen gewesen gibt gilt hab habe haben hat hatte
        hatten her hier hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer ihres im immer in ins ist ja jede jedem
        jeden jeder jedes jetzt kann kein keine keinem keinen keiner können könnte lassen lässt machen macht man mein
        meine meinem meinen meiner mich mir mit muss müssen nach nicht nichts noch nun nur ob oder ohne schon sehr sein
        seine seinem seinen seiner selbst sich sie sind so sobald sogar solche soll sollen sollte sollten somit sondern
        sonst sowie statt über um und uns unser unsere unserem unseren unserer unter viel viele vom von vor wann war
        waren warum was wegen weil welche welchem welchen welcher welches wem wen wenn wer werde werden weshalb wie
        wieder will wir wird wo woher wohin wollen worauf woran womit wofür würde würden zu zum zur zwar zwischen
    """,
    "en": """
        a about after all also am an and any are as at be because been before being but by can could did do does for
        from get had has have he her here him his how i if in into is it its just me more most my no not of on only or
        other our out over own same she should so some such than that the their them then there these they this those
        through to too under until up us very was we were what when where which while who whom why will with would you
        your
    """,
}
# They may stand in a question without being what it is about: they count little.
_FILLERS = {
    "de": """
        achten ändern anfangen anleitung arbeiten beachten beginnen beispiel beispiele bekommen beste besten betrieb
        betriebe betrieben brauche brauchen braucht checkliste einfach einführen einführung einrichten erstellen
        finden firma firmen funktioniert gehen geht gute guter gutes helfen hilfe jemand klein kleine kleinen kleiner
        kleines kmu kosten kostenlos kostet leitfaden lohnen lohnt mache machen möglichkeiten muster neu neue neuen
        neuer neues nie niemals nötig nutzen preis preise preiswert programm richtig schnell sofort software ständig
        starten stimmen stimmt system systeme tipps tool tools tun umsetzen unternehmen vergleich vorlage vorlagen
        wichtig wissen ziel
    """,
    "en": """
        best business cheap checklist companies company cost costs example examples find firm guide help introduce need
        new small software start system template tips tool tools use using
    """,
}
STOP = {language: frozenset(folded(word) for word in words.split()) for language, words in _STOP.items()}
FILLERS = {language: frozenset(folded(word) for word in words.split()) for language, words in _FILLERS.items()}


def is_stop_word(word: str, language: str) -> bool:
    """Whether the word (folded) is left out of index and queries."""
    return word in STOP.get(language, STOP["de"])


def is_filler(word: str, language: str) -> bool:
    """Whether the word (folded) counts little in a query."""
    return word in FILLERS.get(language, FILLERS["de"])
