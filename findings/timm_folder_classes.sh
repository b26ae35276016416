#!/usr/bin/env bash
# timm 1.0.31 with torchvision 0.29.1: the two read the same folder of classes with different labels and different images.
#
# Both number the classes by the names of the folders, and nearly always alike (n01440764, cat, dog). torchvision sorts the names
# as texts: 0, 1, 10, 2. timm sorts numbers as numbers: 0, 1, 2, 10. With folders named as iNaturalist's are, a classifier that
# one has trained and the other evaluates is wrong for nearly all classes. timm reads .png, .jpg and .jpeg alone and passes over
# .webp without a word: a class that has no others is not there, and all classes behind it move down by one. And a split that
# has no folder ("test" where there are train and val) is read as the whole folder, training images among them.
# Seen: class 10 is label 2 with torchvision and 3 with timm; class 1 of .webp images alone: torchvision has four classes,
# timm three, and class 2 moves from 2 to 1; create_dataset(split="test") has both images, that of train and that of val.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check torch==2.14.1 torchvision==0.29.1 timm==1.0.31 pillow==13.0.0
cd "$folder"
"$folder/venv/bin/python" - <<'PYTHON'
import warnings
from pathlib import Path

from PIL import Image
from timm.data import create_dataset
from torchvision.datasets import ImageFolder

warnings.simplefilter("error", UserWarning)


def make(*files):
    for file in files:
        Path(file).parent.mkdir(parents=True, exist_ok=True)
        Image.new("RGB", (4, 4)).save(file)


def both(root):
    "The labels of the classes of a folder by torchvision and by timm."
    return ImageFolder(root).class_to_idx, create_dataset("", root).reader.class_to_idx


make(*(f"plain/{name}/a.png" for name in ("0", "1", "2", "10")))
make("webp/0/a.png", "webp/1/a.webp", "webp/2/a.png", "webp/10/a.png")
make("splits/train/0/a.png", "splits/val/0/b.png")
plain, webp = both("plain"), both("webp")
test = sorted(create_dataset("", "splits", split="test").filenames())
print(plain, webp, test, sep="\n")
assert plain == ({"0": 0, "1": 1, "10": 2, "2": 3}, {"0": 0, "1": 1, "2": 2, "10": 3})
assert webp == ({"0": 0, "1": 1, "10": 2, "2": 3}, {"0": 0, "2": 1, "10": 2})
assert test == ["train/0/a.png", "val/0/b.png"]
PYTHON
