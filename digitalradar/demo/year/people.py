"""Made-up guests: names that say so, firms that say so, addresses at which nobody can be reached (RFC 2606)."""

from dataclasses import dataclass

from digitalradar.accounts.models import Person

FIRST_NAMES = [
    "Jana",
    "Emre",
    "Petra",
    "Tobias",
    "Olga",
    "Karim",
    "Sabine",
    "Jonas",
    "Fatima",
    "Uwe",
    "Linh",
    "Markus",
    "Ewa",
    "Dirk",
    "Nora",
    "Ali",
]
LAST_NAMES = ("Beispiel", "Muster", "Probe", "Platzhalter")
FIRMS = (
    "Metallbau Beispiel",
    "Tischlerei Muster",
    "Bäckerei Probe",
    "Elektro Platzhalter",
    "Spedition Beispiel",
    "Gasthof Muster",
    "Druckerei Probe",
    "Gartenbau Beispiel",
    "Modehaus Muster",
    "Pflegedienst Probe",
    "Maschinenbau Platzhalter",
    "Steuerbüro Beispiel",
)
COUNT = len(FIRST_NAMES) * len(LAST_NAMES)


@dataclass(frozen=True)
class Guest:
    """Somebody who does not exist."""

    name: str
    firm: str
    email: str


def guest(number: int) -> Guest:
    """Return a made-up guest, the same for each number; after :data:`COUNT` they come again."""
    number %= COUNT
    first, last = FIRST_NAMES[number % len(FIRST_NAMES)], LAST_NAMES[number // len(FIRST_NAMES)]
    email = f"{first}.{last}".lower()
    return Guest(f"{first} {last}", FIRMS[number * 5 % len(FIRMS)], f"{email}@example.org")


def add_people() -> dict[str, Person]:
    """Return the people behind all guests by address, made where they are missing."""
    guests = [guest(number) for number in range(COUNT)]
    rows = [Person(email=one.email, name=one.name, is_example=True) for one in guests]
    Person.objects.bulk_create(rows, ignore_conflicts=True)
    return {person.email: person for person in Person.objects.filter(email__in=[one.email for one in guests])}
