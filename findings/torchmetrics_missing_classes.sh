#!/usr/bin/env bash
# torchmetrics 1.9.0: classes without a test image count as 0 in means over classes, for some metrics, and only sometimes.
#
# Where the rarest classes have no image in the test split, a mean over classes is expected to leave them out, as
# MulticlassAveragePrecision does, with a warning. With thresholds=100, the way to evaluate in constant memory, it says nothing
# and counts such a class as 0, and MulticlassAUROC does, too: all is ranked right, and the mean is as low as the share of
# the classes with images. The mean of MulticlassAccuracy leaves the class out until a single image is taken for it; from
# then on it is one more class with 0 % right: one mistake among 15 images costs 30 points here instead of 7, and a classifier
# that never names a rare class is better for it. scikit-learn's balanced accuracy leaves the class out.
# Seen, 3 of 4 classes with images, all ranked right: average precision 1 exactly, 0.75 with thresholds, AUROC 0.75; accuracy
# 1, and 0.7 after one mistake in 15, scikit-learn 0.9333.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check torch==2.14.1 torchmetrics==1.9.0 scikit-learn==1.9.1
"$folder/venv/bin/python" - <<'PYTHON'
import warnings

import torch
from sklearn.metrics import balanced_accuracy_score
from torchmetrics.classification import MulticlassAccuracy, MulticlassAUROC, MulticlassAveragePrecision

labels = torch.arange(3).repeat(5)  # of class 3 there is no image
right = torch.eye(4)[labels] * 0.9 + 0.025
mistake = right.clone()
mistake[0] = torch.tensor([0.1, 0.1, 0.1, 0.7])


def mean(metric, probabilities=right, **options):
    "A metric's mean over the classes, and whether anything was said."
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        return round(metric(num_classes=4, average="macro", **options)(probabilities, labels).item(), 4), bool(said)


ranked = (mean(MulticlassAveragePrecision), mean(MulticlassAveragePrecision, thresholds=100),
          mean(MulticlassAUROC, thresholds=100))
named = mean(MulticlassAccuracy), mean(MulticlassAccuracy, mistake)
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    other = round(float(balanced_accuracy_score(labels, mistake.argmax(1))), 4)
print(ranked, named, other)
assert ranked == ((1, True), (0.75, False), (0.75, False))
assert named == ((1, False), (0.7, False)) and other == 0.9333
PYTHON
