"""The paper that is proposed goes by the country, by one rule for window and command line."""

import pytest

from ocrdesk.services.paper import paper_of_environment, usual_paper


@pytest.mark.parametrize(
    ("locale", "paper"),
    [
        ("en_US.UTF-8", "letter"),
        ("es-MX", "letter"),
        ("fr_CA@euro", "letter"),
        ("en_US_POSIX", "letter"),
        ("en_USA", "a4"),
        ("en_GB", "a4"),
        ("de_DE.UTF-8", "a4"),
        ("de", "a4"),
        ("C.UTF-8", "a4"),
        ("C", "a4"),
        ("", "a4"),
    ],
)
def test_paper_goes_by_the_country(locale: str, paper: str) -> None:
    assert usual_paper(locale) == paper


def test_the_strongest_variable_tells_before_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_PAPER", "LANG"):
        monkeypatch.delenv(name, raising=False)
    assert paper_of_environment() == "a4"
    assert paper_of_environment("en_US") == "letter"
    for name, told, paper in (
        ("LANG", "de_DE", "a4"),
        ("LC_PAPER", "en_US", "letter"),
        ("LC_ALL", "C", "a4"),
    ):
        monkeypatch.setenv(name, told)
        assert paper_of_environment("en_US") == paper
