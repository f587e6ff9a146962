"""Validates pack files and the examples of `heavylegs check` against `heavylegs schema`."""

import json
import pathlib
import re
import subprocess
import sys

import yaml
from jsonschema import Draft202012Validator


class Loader(yaml.SafeLoader):
    """YAML 1.2, core schema: `no`, `on` and `2026-01-01` are text, as the reader of packs sees them."""


Loader.yaml_implicit_resolvers = {}
for tag, pattern, first in [
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", list("-+0123456789")),
    (
        "float",
        r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)",
        list("-+0123456789."),
    ),
]:
    Loader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), first)
# Leading zeros are decimal in YAML 1.2; what the digits come to does not matter to the schema.
Loader.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(node.value, 0) if
                       re.match(r"0[ox]", node.value) else int(node.value))
Loader.add_constructor("tag:yaml.org,2002:float", lambda loader, node: float(
    re.sub(r"\.(?=inf|nan)", "", node.value.lower())))


def as_json(text):
    """The value of a YAML file with names as text, as JSON has them."""
    def named(value):
        if isinstance(value, dict):
            return {str(key): named(entry) for key, entry in value.items()}
        if isinstance(value, list):
            return [named(entry) for entry in value]
        return value
    return named(yaml.load(text, Loader))


def main(program, folders):
    def run(*arguments):
        return subprocess.run([program, *arguments], check=True, capture_output=True, text=True).stdout

    schema = json.loads(run("schema"))
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    complaints = []

    def problems(text):
        value = as_json(text)
        return [] if value is None else list(validator.iter_errors(value))

    files = sorted(path for folder in folders for path in pathlib.Path(folder).rglob("*.yaml"))
    for path in files:
        for problem in problems(path.read_text(encoding="utf-8")):
            complaints.append(f"{path}: {problem.json_path}: {problem.message[:200]}")

    refused = 0
    pages = json.loads(run("check", "--explain", "all", "--json"))
    for page in pages:
        for example in page["good"]:
            if example["path"].endswith(".yaml") and problems(example["text"]):
                complaints.append(f"{page['code']}: the good example is refused")
        try:
            is_refused = any(
                problems(example["text"]) for example in page["bad"] if example["path"].endswith(".yaml"))
        except yaml.YAMLError:
            continue  # It is no YAML at all: editors say so without a schema.
        if is_refused != page["refused_by_schema"]:
            word = "refused" if is_refused else "accepted"
            complaints.append(f"{page['code']}: the bad example is {word}, against what the program says")
        refused += is_refused

    for complaint in complaints:
        print(complaint, file=sys.stderr)
    print(f"{len(files)} pack files, {refused} of {len(pages)} bad examples refused by the schema, "
          f"{len(complaints)} complaints")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
