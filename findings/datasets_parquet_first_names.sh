#!/usr/bin/env bash
# datasets 5.2.0: load_dataset reads the labels of every parquet file by the class names of the first file.
#
# A parquet file that Dataset.to_parquet wrote has its own class names in it. Where the rarest classes have no image in the test
# split, a split that was encoded by itself has fewer names and other numbers: train is ape, bee, cat, and test, without a
# bee, ape, cat. load_dataset("parquet", data_files=dict(train=..., test=...)) takes the names of train for both, and
# each cat of test is a bee then: no error, no warning. The same happens to files of one split. Read by itself, the file has its
# own names, and concatenate_datasets refuses the two tables with "The features can't be aligned".
# Seen: test alone: ape, cat; with train: ape, bee; in one split: ape, bee, cat, ape, bee; concatenate_datasets raises ValueError.
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
from datasets import concatenate_datasets, Dataset, load_dataset

said = []
handler = logging.Handler(logging.WARNING)
handler.emit = said.append
datasets.utils.logging.get_logger("datasets").addHandler(handler)
warnings.simplefilter("error", UserWarning)

tables = {}
for split, labels in dict(train=["ape", "bee", "cat"], test=["ape", "cat"]).items():
    tables[split] = Dataset.from_dict({"label": labels}).class_encode_column("label")
    tables[split].to_parquet(f"{split}.parquet")


def names(table):
    "The label of each row, by name."
    return [table.features["label"].int2str(label) for label in table["label"]]


def read(files, split):
    return names(load_dataset("parquet", data_files=files, cache_dir="cache")[split])


alone = read(dict(test="test.parquet"), "test")
beside = read(dict(train="train.parquet", test="test.parquet"), "test")
together = read(dict(train=["train.parquet", "test.parquet"]), "train")
try:
    concatenate_datasets([*tables.values()])
    refused = ""
except ValueError as error:
    refused = str(error)
print(alone, beside, together, refused, f"warnings: {len(said)}", sep="\n")
assert alone == ["ape", "cat"] and beside == ["ape", "bee"] and together == ["ape", "bee", "cat", "ape", "bee"]
assert "can't be aligned" in refused and not said
PYTHON
