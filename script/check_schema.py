"""Validates pack files and the examples of `heavylegs check` against `heavylegs schema`."""

import json
import pathlib
import subprocess
import sys

from jsonschema import Draft202012Validator
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError


def as_json(text):
    """The value of a YAML 1.2 file with names as text, as JSON has them: `no` and `on` are words."""
    def named(value):
        if isinstance(value, dict):
            return {str(key): named(entry) for key, entry in value.items()}
        if isinstance(value, list):
            return [named(entry) for entry in value]
        if value is None or isinstance(value, (bool, int, float, str)):
            return value
        return str(value)  # Dates are no part of the core schema.
    reader = YAML(typ="safe", pure=True)
    reader.version = (1, 2)
    return named(reader.load(text))


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
        except YAMLError:
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
