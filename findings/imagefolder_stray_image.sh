#!/usr/bin/env bash
# datasets 5.2.0: one image that lies a folder higher or deeper than the others takes the labels of all splits away.
#
# load_dataset("imagefolder") names the classes by the folders. With train/cat/1.png, train/dog/1.png and the same in test, it
# gives images and labels. A cover.png beside the classes of train, or one image in a folder within a class, and no image
# of any split has a label: there is no column, no warning and no line at the usual level of logging. torchvision's
# ImageFolder passes the cover over and takes the deeper image as one of its class. drop_labels=False brings the labels back,
# and "train" is a class then where the cover is.
# Seen: columns image and label; with either image more, image alone, in train and in test; nothing is said.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check datasets==5.2.0 pillow==13.0.0
cd "$folder"
HF_HOME="$folder/hf" HF_HUB_OFFLINE=1 HF_DATASETS_DISABLE_PROGRESS_BARS=1 "$folder/venv/bin/python" - <<'PYTHON'
import logging
from pathlib import Path

import datasets
from PIL import Image

said = []
handler = logging.Handler(logging.WARNING)
handler.emit = said.append
datasets.utils.logging.get_logger("datasets").addHandler(handler)


def columns(name, more=(), **options):
    "The columns of each split, and the classes, of a folder with four images and some `more`."
    for file in ("train/cat/1.png", "train/dog/1.png", "test/cat/2.png", "test/dog/2.png", *more):
        Path(name, file).parent.mkdir(parents=True, exist_ok=True)
        Image.new("RGB", (4, 4)).save(Path(name, file))
    read = datasets.load_dataset("imagefolder", data_dir=name, cache_dir="cache", **options)
    return {split: list(table.features) for split, table in read.items()}, getattr(read["train"].features.get("label"), "names", None)


both, image = dict(train=["image", "label"], test=["image", "label"]), dict(train=["image"], test=["image"])
plain, higher, deeper = columns("plain"), columns("higher", ["train/cover.png"]), columns("deeper", ["train/dog/more/3.png"])
kept = columns("kept", ["train/cover.png"], drop_labels=False)
print(plain, higher, deeper, kept, f"warnings: {len(said)}", sep="\n")
assert plain == (both, ["cat", "dog"]) and higher == deeper == (image, None) and not said
assert kept == (both, ["cat", "dog", "train"])
PYTHON
