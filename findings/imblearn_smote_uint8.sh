#!/usr/bin/env bash
# imbalanced-learn 0.14.2: of images in uint8, SMOTE makes "new" images whose pixels lie between none of those given.
#
# SMOTE adds images to the rare classes, each on the line between an image and one of its neighbours of the same class. The
# input keeps its type, images are mostly uint8, and the difference of the two is taken in it: 10 - 12 is 254. Each pixel that
# is darker in the neighbour goes the wrong way, by up to 255, and may wrap around once more when the sum is made uint8 again.
# No error and no warning, and the result has the type, shape and range of images. The large classes stay clean, the rare
# classes get noise, which a classifier can tell them by. astype("float32") before helps.
# Seen, rare class of 6 dark images with pixels from 10 to 20: uint8: 44 % of the new pixels are outside of 10 to 20, up to
# 255; float32: none.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check imbalanced-learn==0.14.2 scikit-learn==1.9.1 numpy==2.4.6
"$folder/venv/bin/python" - <<'PYTHON'
import warnings

import numpy as np
from imblearn.over_sampling import SMOTE

warnings.simplefilter("error")
random = np.random.default_rng(0)
images = np.concatenate([random.integers(10, 60, (60, 64)), random.integers(10, 21, (6, 64))]).astype(np.uint8)
labels = np.repeat([0, 1], [60, 6])


def outside(kind):
    "The share of the new pixels that no mixture of the rare class's images has, and the darkest and brightest new pixel."
    resampled, _ = SMOTE(k_neighbors=3, random_state=0).fit_resample(images.astype(kind), labels)
    new = resampled[len(images):]
    assert resampled.dtype == kind and len(new) == 54
    return round(float(((new < 10) | (new > 20)).mean()), 2), int(new.min()), int(new.max())


bytes_, floats = outside(np.uint8), outside(np.float32)
print(bytes_, floats)
assert bytes_[0] > 0.3 and bytes_[2] == 255 and floats == (0, 10, 20)
PYTHON
