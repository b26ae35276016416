#!/usr/bin/env bash
# torch 2.14.1: class weights and label smoothing together teach a cross-entropy to call the largest class the rarest.
#
# Each is a usual remedy alone. Label smoothing moves 10 % of the target evenly over all classes, and then F.cross_entropy
# multiplies each class's share of the target by the weight of that class, not of the image's own: the share of a rare class
# counts as often as the weight says. What a network learns for an image of class y is then not 91 % of y but proportional to
# weight times share: of ten classes from 5,000 down to 50 images (CIFAR-10-LT of factor 100) and the usual balanced
# weights, 100 * 0.01 for the rarest against 1 * 0.91 for the largest. The loss falls, and images that are told apart without
# an error are called wrong. Smoothing by hand and weighting by the image's own class keeps all classes.
# Seen: weights alone, smoothing alone: each class is called itself; both: class 0 is called 9; weighted by its own class: itself.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check torch==2.14.1
"$folder/venv/bin/python" - <<'PYTHON'
import torch
from torch.nn import functional as F

counts = (5000 * 100 ** (-torch.arange(10.) / 9)).round()
weights = counts.sum() / (10 * counts)
classes = torch.arange(10)  # one image stands for all of its class: nothing is easier to tell apart


def learned(weight, smoothing, own=False):
    "The class that each class is called after training on all images, and the probability of it."
    logits = torch.zeros(10, 10, requires_grad=True)
    rule = torch.optim.Adam([logits], lr=0.1)
    for step in range(600):
        losses = F.cross_entropy(logits, classes, None if own else weight, label_smoothing=smoothing, reduction="none")
        if own: losses = losses * weight
        rule.zero_grad()
        (losses * counts / counts.sum()).sum().backward()
        rule.step()
    return logits.detach().argmax(1).tolist(), [round(float(p), 2) for p in logits.detach().softmax(1).amax(1)]


same = classes.tolist()
seen = dict(weights=learned(weights, 0.), smoothing=learned(None, 0.1), both=learned(weights, 0.1), own=learned(weights, 0.1, True))
for name, (called, sure) in seen.items():
    print(name, called, sure)
assert counts[0] == 5000 and counts[9] == 50
assert seen["weights"][0] == seen["smoothing"][0] == seen["own"][0] == same
assert seen["both"][0] == [9, *same[1:]]
PYTHON
