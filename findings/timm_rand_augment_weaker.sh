#!/usr/bin/env bash
# timm 1.0.31: from "rand-m3" to "rand-m9" a picture is posterized and solarized less, and its colours change least in between.
#
# The magnitude of RandAugment says how strongly a picture is changed, and a search over it goes from weak to strong. Without "inc1"
# in the policy's name Posterize keeps more bits the larger it is, and Solarize inverts what is above a threshold that rises with
# it. Colour, contrast, brightness and sharpness have a factor from 0.1 to 1.9: strong at both ends, nothing at m5.
# Only rotation, shear and shifts grow. With "inc1" all of them do.
# Seen at m3, m6, m9: bits that Posterize keeps of 8: 1, 2, 3; share of the values that Solarize inverts: 0.7, 0.4, 0.1; distance
# of the colours' factor from 1: 0.36, 0.18, 0.72. With inc1: 3, 2, 1; 0.3, 0.6, 0.9; 0.27, 0.54, 0.81.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check timm==1.0.31 torch==2.14.1 torchvision==0.29.1 numpy==2.4.6 \
    pillow==13.0.0
"$folder/venv/bin/python" -W ignore - <<'PYTHON'
import numpy as np
from PIL import Image
from timm.data.auto_augment import rand_augment_transform

ramp = np.arange(256, dtype=np.uint8).reshape(16, 16)
picture = Image.fromarray(np.stack([ramp] * 3, axis=-1))


def operation(policy: str, name: str):
    "The operation of a policy's RandAugment, to be applied always."
    found = next(op for op in rand_augment_transform(policy, {}).ops if op.name.startswith(name))
    found.prob = 1.0
    return found


def strengths(policy: str) -> tuple:
    "Bits that Posterize keeps, the share of values that Solarize inverts, and how far the colours' factor is from 1."
    posterized = np.asarray(operation(policy, "Posterize")(picture))
    solarized = np.asarray(operation(policy, "Solarize")(picture))[..., 0]
    color = operation(policy, "Color")
    factor = color.level_fn(color.magnitude, color.hparams)[0]
    bits = int(np.log2(len(np.unique(posterized))))
    return bits, round(float(np.mean(solarized == 255 - ramp)), 1), round(abs(factor - 1), 2)


plain = [strengths(f"rand-m{m}") for m in (3, 6, 9)]
increasing = [strengths(f"rand-m{m}-inc1") for m in (3, 6, 9)]
print("rand-m3, m6, m9:", plain)
print("with inc1:", increasing)
assert plain == [(1, 0.7, 0.36), (2, 0.4, 0.18), (3, 0.1, 0.72)]
assert increasing == [(3, 0.3, 0.27), (2, 0.6, 0.54), (1, 0.9, 0.81)]
PYTHON
