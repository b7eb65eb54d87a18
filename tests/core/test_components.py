"""Template tags, the typography filter and the form components."""

import pytest
from django import forms
from django.template import engines
from django.template.loader import render_to_string
from django.utils.safestring import mark_safe
from django.utils.translation import override

from digitalradar.core.templatetags.components import home_url, icon, rule_part, ruler, stage_squares
from digitalradar.core.templatetags.typography import typo

NO_BREAK = "\u00a0"


class SizeForm(forms.Form):
    email = forms.EmailField(label="E-Mail", help_text="Dorthin schicken wir es.")
    phone = forms.CharField(label="Telefon", required=False)
    size = forms.ChoiceField(label="Größe", choices=[("1", "klein"), ("2", "groß")], widget=forms.RadioSelect)


def test_icon_is_hidden_and_escaped():
    assert icon("check") == '<svg class="icon" aria-hidden="true"><use href="/static/core/icons.svg#check"/></svg>'
    assert "<script>" not in icon("x<script>")


@pytest.mark.parametrize(("done", "total", "width"), [(0, 5, 0), (3, 5, 3), (5, 5, 5), (9, 5, 5), (0, 0, 0)])
def test_rule_part_is_yellow_up_to_what_is_done(done, total, width):
    drawing = rule_part(done, total)
    assert f'<rect class="done" width="{width}"' in drawing
    assert f'viewBox="0 0 {max(total, 1)} 1"' in drawing


def test_ruler_has_a_median_only_when_there_is_one():
    assert 'class="median"' not in ruler(2.7)
    assert '<path class="median" d="M167.6 ' in ruler(2.7, 2.6)


def test_stage_squares_fill_the_range():
    assert stage_squares(2, 3).count("is-on") == 2
    assert stage_squares(2, 3).count("is-off") == 3


def test_home_url_follows_the_language():
    with override("de"):
        assert home_url() == "/"
    with override("en"):
        assert home_url() == "/en/"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("bis 500 Euro", f"bis 500{NO_BREAK}Euro"),
        ("um 14 Uhr", f"um 14{NO_BREAK}Uhr"),
        ("2 × weiß nicht", f"2{NO_BREAK}× weiß nicht"),
        ("§ 27 Abs. 38", f"§{NO_BREAK}27 Abs.{NO_BREAK}38"),
        ("per E-Mail", "per E-\u2060Mail"),
        ("10 Eurokraten", "10 Eurokraten"),
        ("1 < 2", "1 &lt; 2"),
        (mark_safe("<b>3 Stunden</b>"), f"<b>3{NO_BREAK}Stunden</b>"),
    ],
)
def test_typo_keeps_together_what_belongs_together(text, expected):
    assert typo(text) == expected


def test_field_ties_hint_and_error_to_its_control():
    html = render_to_string("core/components/field.html", {"field": SizeForm({"email": "falsch"})["email"]})
    assert 'aria-describedby="id_email_helptext id_email_error"' in html
    assert 'aria-invalid="true"' in html
    assert 'id="id_email_helptext"' in html
    assert 'id="id_email_error"' in html


def test_only_optional_fields_say_so():
    form = SizeForm()
    optional = [f.name for f in form if "(freiwillig)" in render_to_string("core/components/field.html", {"field": f})]
    assert optional == ["phone"]


def test_error_summary_links_to_the_first_radio_of_a_group():
    html = render_to_string("core/components/error_summary.html", {"form": SizeForm({"email": "a@example.org"})})
    assert 'href="#id_size_0"' in html
    assert "id_email" not in html


def test_error_summary_is_empty_for_a_form_without_errors():
    assert render_to_string("core/components/error_summary.html", {"form": SizeForm()}).strip() == ""


def test_stage_choice_escapes_its_texts():
    options = [{"value": 1, "stage": 1, "text": "<script>alert(1)</script>", "checked": True}]
    html = render_to_string(
        "core/components/stage_choice.html", {"id": "q", "name": "q", "title": "<b>?", "options": options}
    )
    assert "<script>" not in html
    assert "<b>" not in html
    assert "checked" in html


def test_progress_says_in_words_what_is_answered():
    parts = [
        {"number": 1, "title": "Daten", "url": "/1/", "state": "done", "ticks_done": 5, "ticks_total": 5},
        {"number": 2, "title": "Kunden", "url": "/2/", "state": "current", "ticks_done": 2, "ticks_total": 5},
        {"number": 3, "title": "Technik", "state": "open", "ticks_done": 0, "ticks_total": 5},
    ]
    html = render_to_string("core/components/progress.html", {"parts": parts, "position_line": "Thema 2 von 3"})
    for words in ("Daten, beantwortet", "Kunden, 2 von 5 beantwortet", "Technik, offen"):
        assert words in html
    assert html.count('aria-current="step"') == 1


def test_toast_is_a_status():
    template = engines["django"].from_string('{% include "core/components/toast.html" with text="Gespeichert" only %}')
    assert 'role="status"' in template.render()
