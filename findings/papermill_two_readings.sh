#!/usr/bin/env bash
# papermill 2.7.0: -p and -y read the same text as values of different types.
#
# `-p NAME VALUE` asks Python (int, then float, then the words True, False and None), `-y "NAME: VALUE"` asks YAML 1.1. So a
# learning rate of 1e-3 is a number with -p and a text with -y, 010 is ten with -p and eight with -y, None is None with -p
# and a text with -y, and a list is a text with -p and a list with -y. A command that is changed from one flag to the other
# (because a second parameter is a dict, say) quietly runs with other values, or fails inside the notebook.
# Seen: 1e-3 is 0.001 and "1e-3"; 010 is 10 and 8; None is None and "None"; [0, 1] is "[0, 1]" and [0, 1].
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check papermill==2.7.0 ipykernel==7.1.0
cd "$folder"
export PATH="$folder/venv/bin:$PATH"
cat > in.ipynb <<'NB'
{"cells": [{"cell_type": "code", "id": "a", "metadata": {"tags": ["parameters"]}, "execution_count": null, "outputs": [],
            "source": ["value = 0"]}],
 "metadata": {"kernelspec": {"name": "python3", "display_name": "python3", "language": "python"}},
 "nbformat": 4, "nbformat_minor": 5}
NB
python - <<'PY'
import json
import subprocess


def read(*flags):
    "The value that papermill puts into the notebook, as Python sees it."
    subprocess.run(["papermill", "--prepare-only", "in.ipynb", "out.ipynb", *flags], check=True, capture_output=True)
    cells = json.load(open("out.ipynb"))["cells"]
    injected = ["".join(c["source"]) for c in cells if "injected-parameters" in c["metadata"].get("tags", [])]
    names = {}
    exec(injected[0], names)
    return names["value"]


seen = {text: (read("-p", "value", text), read("-y", f"value: {text}")) for text in ("1e-3", "010", "None", "[0, 1]")}
for text, (p, y) in seen.items():
    print(f"{text}: -p gives {p!r}, -y gives {y!r}")
assert seen == {"1e-3": (0.001, "1e-3"), "010": (10, 8), "None": (None, "None"), "[0, 1]": ("[0, 1]", [0, 1])}, "changed"
PY
