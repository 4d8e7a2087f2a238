"""Letters of four characters, drawn once: learning them takes milliseconds."""

import pytest

from ocrdesk.services.laboratory.data import DataPlan, LabData, load_data
from ocrdesk.services.progress import run


@pytest.fixture(scope="session")
def letters() -> LabData:
    plan = DataPlan(characters="AOHX", per_class=24, size=16)
    return run(load_data(plan))
