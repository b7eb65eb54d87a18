"""„Ihre nächsten Schritte“ in the document: reasons, key steps, hours, cost, whom to ask; chances beside risks."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from digitalradar.core.typst.blocks import (
    Block,
    Text,
    card,
    column,
    columns,
    facts,
    heading,
    items,
    keep,
    note,
    numbers,
    table,
    text,
)

from .guides import guide_line, linked
from .voice import Voice, from_html


def steps_blocks(page: dict[str, Any], voice: Voice) -> list[Block]:
    """Return the steps of a result, or what to do when there are none."""
    blocks: list[Block] = [
        heading(page["steps_title"], new_page=True) if page["steps"] else heading(_no_steps_title(page))
    ]
    blocks += [_notice(notice, voice) for notice in page["notices"]]
    if page["steps"]:
        blocks.append(text(_("Ausgewählt nach: für Sie wichtig, Abstand zum Ziel, Aufwand.")))
        blocks += [_step(step, voice) for step in page["steps"]]
        blocks.append(text(_estimate(), "small"))
    else:
        blocks.append(text(_no_steps_words(page), "lead"))
    return [
        *blocks,
        *_balance(page, voice),
        *_further(page, voice),
        *_done(page, voice),
        *_open(page, voice),
        *contact_block(page["contact"]),
    ]


def _no_steps_title(page: dict[str, Any]) -> str:
    return _("Hier hilft ein Gespräch") if page["gaps"] else _("So kann es weitergehen")


def _no_steps_words(page: dict[str, Any]) -> str:
    if page["gaps"]:
        return _("Für Ihre Lücken gibt es in diesem Check keinen fertigen Schritt.")
    return _("Wenn Sie weiterwollen, setzen Sie im Portal höhere Ziele. Die Schritte werden dann neu berechnet.")


def _estimate() -> str:
    return _("Stunden und Kosten sind Richtwerte für einen Betrieb mit etwa 10 bis 100 Beschäftigten, keine Angebote.")


def _step(step: dict[str, Any], voice: Voice) -> Block:
    return card(
        heading([f"{step['place']}. ", voice.said(step["title"])], 2),
        text(voice.said(step["promise"])),
        text([part for reason in step["reasons"] for part in (from_html(reason), " ")], "soft"),
        columns(
            [text(_("So gehen Sie vor"), "label"), numbers([voice.said(words) for words in step["key_steps"]])],
            [facts(_step_facts(step), is_stacked=True)],
            widths=("1.9fr", "1fr"),
        ),
        *guide_line(step["guide"]),
    )


def _step_facts(step: dict[str, Any]) -> list[tuple[Text, Text]]:
    return [
        (_("Aufwand"), _("%(effort)s, %(hours)s") % {"effort": step["effort_label"], "hours": step["hours_label"]}),
        (_("Kosten"), str(step["cost_label"])),
        (_("Ansprechperson"), person_words(step["contact"])),
    ]


def person_words(person: Any) -> Text:
    """Return name, organisation and telephone number of a contact person; nothing without one."""
    if person is None:
        return ""
    return ", ".join(str(part) for part in (person.name, person.organisation, phone(person)) if part)


def phone(person: Any) -> str:
    """Return the telephone number so that it stays on one line."""
    return "\u2060-\u2060".join(str(person.phone).replace(" ", "\u00a0").split("-"))


def _notice(notice: dict[str, Any], voice: Voice) -> Block:
    told: list[Text] = [
        [
            {"bold": linked(measure, voice)},
            " ",
            voice.said(measure["promise"]),
            f" ({measure['hours_label']}, {measure['cost_label']})",
        ]
        for measure in notice["measures"]
    ]
    return note(
        heading(voice.said(notice["title"]), 2),
        text(voice.said(notice["text"])),
        *([items(told)] if told else []),
        tone="warn",
    )


def _balance(page: dict[str, Any], voice: Voice) -> list[Block]:
    if not page["steps"]:
        return []
    share = "1fr"
    return [
        keep(
            heading(_("Wenn Sie jetzt handeln: Chancen und Risiken"), 2),
            table(
                [
                    column(_("Vorhaben"), share),
                    column(_("Chancen"), share),
                    column(_("Risiken"), share),
                    column(_("Beschäftigte beteiligen"), share),
                ],
                [
                    [
                        voice.said(step["title"]),
                        voice.said(_joined(step["chances"])),
                        voice.said(_joined(step["risks"])),
                        voice.said(step["employee_involvement"]),
                    ]
                    for step in page["steps"]
                ],
                strong=0,
            ),
        )
    ]


def _joined(parts: list[str]) -> str:
    words = "; ".join(parts)
    return words[:1].upper() + words[1:]


def _further(page: dict[str, Any], voice: Voice) -> list[Block]:
    if not page["further_steps"]:
        return []
    more = page["more_count"]
    told = ngettext("Ein Schritt mehr steht in der Rechnung.", "%(counter)s Schritte mehr kämen danach.", more) % {
        "counter": more
    }
    return [
        keep(
            heading(_("Die nächsten danach"), 2),
            numbers(
                [_further_step(step, voice) for step in page["further_steps"]],
                start=len(page["steps"]) + 1,
            ),
            *([text(told, "small")] if more > 0 else []),
        )
    ]


def _further_step(step: dict[str, Any], voice: Voice) -> Text:
    effort = _("Aufwand %(effort)s") % {"effort": step["effort_label"]}
    return [linked(step, voice), f" ({effort})", {"br": True}, from_html(step["reason"])]


def _done(page: dict[str, Any], voice: Voice) -> list[Block]:
    if not page["done"]:
        return []
    titles = [voice.said(measure["title"]) for measure in page["done"]]
    return [keep(heading(_("Von Ihnen als erledigt gemeldet"), 2), items(titles, "check"))]


def _open(page: dict[str, Any], voice: Voice) -> list[Block]:
    """What nobody knew, and what is planned."""
    blocks = []
    if page["clarify"]:
        blocks += [
            heading(_("Erst klären"), 2),
            text(_("Hier haben Sie „Weiß ich nicht“ angegeben. Wer im Betrieb könnte es wissen?")),
            items([voice.said(question["text"]) for question in page["clarify"]], "question"),
        ]
    if page["planned"]:
        blocks += [
            heading(_("Das haben Sie vor"), 2),
            text(_("Pläne zählen nicht in den Wert.")),
            items([voice.said(question["text"]) for question in page["planned"]], "date"),
        ]
    return blocks


def contact_block(person: Any) -> list[Block]:
    """Return whom to ring up; nothing when the region names nobody."""
    if person is None:
        return []
    reach = [(_("Telefon"), phone(person)), (_("E-Mail"), person.email)]
    name = ", ".join(str(part) for part in (person.name, person.local_role, person.organisation) if part)
    return [keep(heading(_("Lieber gleich sprechen?"), 2), facts([(_("Ansprechperson"), name), *reach]))]
