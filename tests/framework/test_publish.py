"""What is given away: the framework as JSON, and schemas that an editor can lean on."""

import json
from pathlib import Path

import jsonschema
import pytest
import yaml

from framework.content.load import DATA
from framework.content.model import Framework, collections
from framework.content.schema import entries
from framework.core.as_data import as_data, from_data
from framework.published import framework_json, schemas

FILES = sorted(DATA.rglob("*.yaml"))
SCHEMAS = schemas()


def test_json_read_back_is_the_same_framework(framework: Framework) -> None:
    assert from_data(Framework, json.loads(framework_json(framework))) == framework


def test_the_keys_that_others_build_on(framework: Framework) -> None:
    published = json.loads(framework_json(framework))
    wanted = {"version", "source", "precepts", "principles", "tools", "assessments", "glossary", "case_studies"}
    assert wanted <= set(published)
    principle = published["principles"][1]
    assert {"id", "number", "title", "summary", "guidance", "look_out_for", "actions", "tools"} <= set(principle)
    assert set(principle["actions"]) == {"quick_wins", "longer_term"}
    assert principle["tools"][:2] == ["ladder-of-participation", "power-map"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_schema_fits_the_files(path: Path) -> None:
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    jsonschema.validate(content, SCHEMAS[path.parent.name])


@pytest.mark.parametrize("name", [*collections(), "brand"])
def test_the_schema_explains_every_key_and_refuses_others(name: str) -> None:
    for entry in entries(SCHEMAS[name]):
        assert entry["additionalProperties"] is False
        assert [key for key, value in entry["properties"].items() if not value.get("description")] == []


def test_what_a_class_works_out_is_published_too(framework: Framework) -> None:
    assert as_data(framework)["source"]["id"] == "source.framework"
