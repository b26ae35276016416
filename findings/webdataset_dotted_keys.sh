#!/usr/bin/env bash
# webdataset 1.0.2: of samples whose keys have a dot, what TarWriter writes as three WebDataset reads as one.
#
# The key of a sample is any text for the writer. The reader takes what stands before the first dot of the file's name as the
# key and everything behind it as the field. So keys such as n01.0001 and n01.0002 (a class and a number, a version, a name
# that ends in .v2) are written without a word, and come back as one sample "n01" with the fields "0001.cls", "0002.cls":
# no error, fewer samples, and none of them has the field "cls". datasets 5.2.0 reads the same file in the same way.
# Dots in a folder's name do no harm.
# Seen: 3 samples written, 1 read, with six fields, by both; with the keys in folders named so, 3 are read.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check webdataset==1.0.2 datasets==5.2.0 pillow==13.0.0
cd "$folder"
HF_HOME="$folder/hf" HF_HUB_OFFLINE=1 HF_DATASETS_DISABLE_PROGRESS_BARS=1 "$folder/venv/bin/python" - <<'PYTHON'
import datasets
import webdataset


def fields(name, keys):
    "The fields of each sample that is read from a file with a text and a class for each of the keys, by both libraries."
    with webdataset.TarWriter(name) as file:
        for number, key in enumerate(keys):
            file.write({"__key__": key, "txt": f"text {number}", "cls": number})
    read = [sorted(field for field in sample if not field.startswith("__"))
            for sample in webdataset.WebDataset(name, shardshuffle=False)]
    table = datasets.load_dataset("webdataset", data_files=name, split="train", cache_dir="cache")
    return read, [sorted(field for field in table.column_names if not field.startswith("__"))] * len(table)


dotted = fields("dotted.tar", ["n01.0001", "n01.0002", "n01.0003"])
folders = fields("folders.tar", ["n01.v2/0001", "n01.v2/0002", "n01.v2/0003"])
print(dotted, folders, sep="\n")
assert dotted == ([[f"000{n}.{kind}" for n in (1, 2, 3) for kind in ("cls", "txt")]],) * 2
assert folders == ([["cls", "txt"]] * 3,) * 2
PYTHON
