#!/usr/bin/env bash
# albumentations 2.0.8 with torch 2.14.1: all workers of a DataLoader augment alike, and in each epoch as in the first.
#
# A Compose draws from a generator of its own, which is made with it, without a seed as well. DataLoader gives each worker and
# each epoch another seed (torch, random and numpy follow it), and copies the dataset, with the generator as it stands, into
# workers that end after the epoch. So the first image of every worker gets the same crop, flip and brightness, the second too,
# and the next epoch begins with the copy again: training sees images / workers different augmentations, ever. No warning,
# and nothing of it without workers, where one would look. torch.manual_seed is ignored too: a seeded run cannot be repeated.
# torchvision's transforms do what is expected. A worker_init_fn that calls set_random_seed of the Compose helps.
# Seen, 32 images, 2 workers, 3 epochs: 96 images, 16 changes of brightness; no workers, torchvision or with the function: 96.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check torch==2.14.1 torchvision==0.29.1 albumentations==2.0.8 \
    opencv-python-headless==5.0.0.93
cd "$folder"
NO_ALBUMENTATIONS_UPDATE=1 "$folder/venv/bin/python" - <<'PYTHON'
import warnings

import albumentations
import numpy as np
import torch
from torch.utils.data import DataLoader, Dataset, get_worker_info
from torchvision.transforms import v2

warnings.simplefilter("error")


class Grey(Dataset):
    "32 grey images, and how bright a transform has made them."
    def __init__(self, transform):
        self.transform = transform

    def __len__(self):
        return 32

    def __getitem__(self, index):
        return float(self.transform())


class Albumentations:
    def __init__(self):
        self.compose = albumentations.Compose([albumentations.RandomBrightnessContrast((-0.4, 0.4), (0, 0), p=1)])

    def __call__(self):
        return self.compose(image=np.full((2, 2, 3), 0.5, np.float32))["image"][0, 0, 0]


class Torchvision:
    def __init__(self):
        self.jitter = v2.ColorJitter(brightness=0.4)

    def __call__(self):
        return self.jitter(torch.full((3, 2, 2), 0.5))[0, 0, 0]


def seed_compose(worker):
    "What helps: the Compose of this worker's copy takes the worker's own seed."
    get_worker_info().dataset.transform.compose.set_random_seed(torch.initial_seed() % 2 ** 32)


def different(transform, workers, **options):
    "How many different changes 3 epochs have."
    if workers:
        options["multiprocessing_context"] = "fork"
    loader = DataLoader(Grey(transform), batch_size=4, shuffle=True, num_workers=workers, **options)
    return len({round(value, 6) for epoch in range(3) for batch in loader for value in batch.tolist()})


def seeded():
    torch.manual_seed(0)
    np.random.seed(0)
    return float(Albumentations()())


torch.manual_seed(0)
counts = dict(workers=different(Albumentations(), 2), no_workers=different(Albumentations(), 0),
              torchvision=different(Torchvision(), 2), helped=different(Albumentations(), 2, worker_init_fn=seed_compose))
print(counts, seeded(), seeded())
assert counts == dict(workers=16, no_workers=96, torchvision=96, helped=96)
assert seeded() != seeded()
PYTHON
