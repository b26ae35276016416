#!/usr/bin/env bash
# pycocotools 2.0.11: getCatIds(catNms="hot dog") gives the dogs too.
#
# The functions of COCO take one thing or a list of them: getAnnIds(imgIds=7), getCatIds(catIds=18) and getCatIds(catNms="dog")
# all work. A text is taken for the list itself, because it has a length, and each category whose name is a part of the text is
# in it: "hot dog" gives dog and hot dog, "teddy bear" bear and teddy bear. A name without another in it hides this.
# What follows mixes two classes: getAnnIds has the boxes of both, and getImgIds, which asks for images that have all the
# categories, has no image of a hot dog without a dog. catNms=["hot dog"] gives one.
# Seen: "dog": 1 category; "hot dog": 2 categories, 1 box more and none of the 2 images; ["hot dog"]: 1 category, 2 images.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pycocotools==2.0.11 numpy==2.4.6
"$folder/venv/bin/python" - <<'PYTHON'
from pycocotools.coco import COCO

coco = COCO()
coco.dataset = dict(
    images=[dict(id=image) for image in (1, 2, 3)],
    categories=[dict(id=18, name="dog", supercategory="animal"), dict(id=58, name="hot dog", supercategory="food")],
    annotations=[dict(id=number, image_id=image, category_id=category, area=9, iscrowd=0, bbox=[0, 0, 3, 3])
                 for number, image, category in ((1, 1, 18), (2, 2, 58), (3, 3, 58))])
coco.createIndex()


def found(names):
    "The categories, boxes and images of so many names."
    ids = coco.getCatIds(catNms=names)
    return ids, coco.getAnnIds(catIds=ids), sorted(coco.getImgIds(catIds=ids))


dog, text, listed = found("dog"), found("hot dog"), found(["hot dog"])
print(dog, text, listed, sep="\n")
assert dog == ([18], [1], [1])
assert text == ([18, 58], [1, 2, 3], [])
assert listed == ([58], [2, 3], [2, 3])
PYTHON
