#!/usr/bin/env bash
# pycocotools 2.0.11: the annotation whose id is 0 is never found, and what finds it is counted as a mistake.
#
# Ids are whole numbers that tell annotations apart, and enumerate() gives the first of them 0; images and categories may have
# the id 0. COCOeval notes for each detection the id of the annotation that it matches, and 0 for none. So the detection that
# matches annotation 0 is a false one, and the object is missed, without an error or a warning. Among many thousands it
# does not show. In a long-tailed set it is the class with one object that loses all: what is written class by class, rarest
# first, gives the id 0 to its only object, and its AP of 0 weighs as much in the mean as that of any other class.
# Seen, two classes with 1 and 3 objects, all boxes found exactly: ids from 1: AP 1 and 1; ids from 0: AP 0 for the class with
# one object, 1 for the other, 0.5 together.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pycocotools==2.0.11 numpy==2.4.6
"$folder/venv/bin/python" - <<'PYTHON'
import contextlib
import io
import warnings

from pycocotools.coco import COCO
from pycocotools.cocoeval import COCOeval

warnings.simplefilter("error")


def precision(first):
    "AP, and AP of the rare and the common class, where each box is found, by the id of the first annotation."
    boxes = [dict(image_id=image, category_id=category, bbox=[9, 9, 40, 40])
             for image, category in ((0, 0), (0, 1), (1, 1), (2, 1))]
    truth = COCO()
    truth.dataset = dict(images=[dict(id=image, width=90, height=90) for image in range(3)],
                         categories=[dict(id=0, name="rare"), dict(id=1, name="common")],
                         annotations=[dict(id=first + n, area=1600, iscrowd=0, **box) for n, box in enumerate(boxes)])
    truth.createIndex()
    run = COCOeval(truth, truth.loadRes([dict(score=0.9, **box) for box in boxes]), "bbox")
    run.evaluate()
    run.accumulate()
    run.summarize()
    return float(run.stats[0].round(3)), *(float(ap) for ap in run.eval["precision"][..., 0, -1].mean((0, 1)).round(3))


with contextlib.redirect_stdout(io.StringIO()):
    one, zero = precision(1), precision(0)
print(one, zero)
assert one == (1, 1, 1) and zero == (0.5, 0, 1)
PYTHON
