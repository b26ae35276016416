#!/usr/bin/env bash
# torch 2.14.1: in float16, F.normalize and F.cosine_similarity give NaN for a vector of zeros, and zeros for a long one.
#
# Their eps is there "to avoid division by zero", and float32 and bfloat16 give 0. In float16 normalize's eps, 1e-12, is itself 0,
# and so is the 1e-8 of cosine_similarity: 0 / 0. At the other end the norm of 4,096 values of 1,100 is more than
# the largest float16, and the vector divided by infinity is zero, although each of its values is an ordinary one. Features
# that are kept in float16 to save memory, a text without a token among them, have to be made float32 first.
# Seen: float32 and bfloat16: zeros, 0 and a norm of 1; float16: NaN, NaN and a norm of 0.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check torch==2.14.1
"$folder/venv/bin/python" -W ignore - <<'PYTHON'
import torch
import torch.nn.functional as F

for kind in (torch.float32, torch.bfloat16, torch.float16):
    zeros, ones = torch.zeros(1, 4, dtype=kind), torch.ones(1, 4, dtype=kind)
    unit, cosine = F.normalize(zeros), F.cosine_similarity(zeros, ones)
    norm = F.normalize(torch.full((1, 4096), 1100.0, dtype=kind)).float().norm()
    print(kind, unit.tolist(), cosine.item(), round(norm.item(), 2))
    if kind is torch.float16:
        assert unit.isnan().all() and cosine.isnan().all() and norm == 0
    else:
        assert (unit == 0).all() and cosine == 0 and abs(norm - 1) < 1e-2
PYTHON
