#!/usr/bin/env bash
# datasets 5.2.0: class_encode_column gives whole-number labels other numbers as soon as there are more than ten classes.
#
# train_test_split(stratify_by_column="label") refuses a column of whole numbers: it has to be a ClassLabel, and
# class_encode_column is the method that makes one. For labels 0 to 9 nothing changes. With 0 to 11 it sorts the numbers as
# texts ("0", "1", "10", "11", "2", ...) and numbers them anew by that order: 2 becomes 4, 10 becomes 2. No error and no warning;
# the column stays one of whole numbers in the same range, and lists of names, counts of classes and weights that
# were trained by the old numbers are those of other classes. cast_column with ClassLabel(num_classes=12) keeps the numbers.
# Seen: 0..9 stay; 0..11 become 0 1 4 5 6 7 8 9 10 11 2 3; with cast_column they stay; nothing is said.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check datasets==5.2.0
cd "$folder"
HF_HOME="$folder/hf" HF_HUB_OFFLINE=1 HF_DATASETS_DISABLE_PROGRESS_BARS=1 "$folder/venv/bin/python" - <<'PYTHON'
import logging
import warnings

import datasets
from datasets import ClassLabel, Dataset

said = []
handler = logging.Handler(logging.WARNING)
handler.emit = said.append
datasets.utils.logging.get_logger("datasets").addHandler(handler)
warnings.simplefilter("error", UserWarning)


def table(classes):
    "Two rows of each of so many classes, labelled by whole numbers."
    return Dataset.from_dict({"label": [*range(classes)] * 2})


try:
    table(12).train_test_split(12, stratify_by_column="label")
    refused = ""
except ValueError as error:
    refused = str(error)
ten, twelve = (list(table(n).class_encode_column("label")["label"])[:n] for n in (10, 12))
cast = list(table(12).cast_column("label", ClassLabel(num_classes=12))["label"])[:12]
print(refused, ten, twelve, cast, f"warnings: {len(said)}", sep="\n")
assert "ClassLabel" in refused and not said
assert ten == [*range(10)] and cast == [*range(12)]
assert twelve == [0, 1, 4, 5, 6, 7, 8, 9, 10, 11, 2, 3]
PYTHON
