"""Makes regions, contact people and partners."""

import factory
from factory.django import DjangoModelFactory

from digitalradar.region.models import ContactPerson, Partner, Region


class RegionFactory(DjangoModelFactory):
    class Meta:
        model = Region

    name = "Kreis Musterland"
    about = "Ein Angebot des Kreises Musterland."
    phone = "030 23125-100"
    hours = "Montag bis Freitag, 8 bis 16 Uhr"


class ContactPersonFactory(DjangoModelFactory):
    class Meta:
        model = ContactPerson

    name = factory.Sequence(lambda number: f"Beispielperson {number}")
    role = "Förderung"
    phone = "030 23125-101"
    sort_order = factory.Sequence(lambda number: number)


class PartnerFactory(DjangoModelFactory):
    class Meta:
        model = Partner

    name = factory.Sequence(lambda number: f"Beispielpartner {number}")
