#!/usr/bin/env bash
# cleanlab 2.9.0: find_label_issues never reports the last image of a class, with min_examples_per_class=0 neither.
#
# The default filter keeps one image of each class ("to avoid deleting too much data from one class"), and 0 is taken for
# the parameter as if it turned that off. The confident joint has at least one on its diagonal all the same, so that of two images
# that both are called wrong with 98 % one is reported, and of a class with one image none. The scores of
# get_label_quality_scores, which rank the same images, have all of them first. In long-tailed data these are the classes where
# each image counts; filter_by="confident_learning" reports them.
# Seen, of a class with 1, 2 and 3 images, all wrong: 0, 1 and 2 by the default with 1 and with 0; 1, 2 and 3 by confident_learning.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check cleanlab==2.9.0 scikit-learn==1.9.1 numpy==2.4.6
"$folder/venv/bin/python" - <<'PYTHON'
import numpy as np
from cleanlab.filter import find_label_issues
from cleanlab.rank import get_label_quality_scores

for rare in (1, 2, 3):
    labels = np.repeat([0, 1, 2], [60, 30, rare])
    said = np.full((len(labels), 3), 0.02)
    said[np.arange(len(labels)), labels] = 0.96
    said[90:] = 0.98, 0.01, 0.01  # the rare class: each image looks like class 0
    ways = dict(least_1={}, least_0=dict(min_examples_per_class=0), confident=dict(filter_by="confident_learning"))
    found = {name: int(find_label_issues(labels, said, **way)[90:].sum()) for name, way in ways.items()}
    ranked = np.argsort(get_label_quality_scores(labels, said))[:rare]
    print(rare, found, ranked.tolist())
    assert found == dict(least_1=rare - 1, least_0=rare - 1, confident=rare) and set(ranked) == set(range(90, 90 + rare))
PYTHON
