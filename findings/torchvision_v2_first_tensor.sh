#!/usr/bin/env bash
# torchvision 0.29.1: of a sample of two tensors v2's transforms change the first only, and a caption's vector counts as an image.
#
# The v2 transforms take whole samples, dicts and tuples, and change all that is an image in the same way; a plain tensor is taken for
# an image too. But where no image has a type of its own only the first tensor that is met is one. A sample of {"text": vector,
# "image": tensor}, as cached features give it, has its vector mirrored by RandomHorizontalFlip, [1, 2, 3] to [3, 2, 1], and its
# image never; of a student's and a teacher's view only one is mirrored. Nothing is raised, as a flip asks for no
# shape. With tv_tensors.Image, or a PIL image, for the image the vector stays as it is.
# Seen: as said, in a dict and in a tuple; and with the image put first it is the image that is mirrored.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check torch==2.14.1 torchvision==0.29.1
"$folder/venv/bin/python" -W ignore - <<'PYTHON'
import torch
from torchvision import tv_tensors
from torchvision.transforms import v2

flip = v2.RandomHorizontalFlip(p=1.0)
vector, image = torch.tensor([1.0, 2.0, 3.0]), torch.arange(12.0).reshape(1, 3, 4)
back, mirrored = vector.flip(-1), image.flip(-1)

sample = flip({"text": vector, "image": image})
print("text first:", sample["text"].tolist(), "image mirrored:", torch.equal(sample["image"], mirrored))
assert torch.equal(sample["text"], back) and torch.equal(sample["image"], image)

sample = flip({"image": image, "text": vector})
print("image first:", sample["text"].tolist(), "image mirrored:", torch.equal(sample["image"], mirrored))
assert torch.equal(sample["text"], vector) and torch.equal(sample["image"], mirrored)

student, teacher = flip((image, image.clone()))
assert torch.equal(student, mirrored) and torch.equal(teacher, image)

sample = flip({"text": vector, "image": tv_tensors.Image(image)})
print("typed:", sample["text"].tolist(), "image mirrored:", torch.equal(sample["image"], mirrored))
assert torch.equal(sample["text"], vector) and torch.equal(sample["image"], mirrored)
PYTHON
