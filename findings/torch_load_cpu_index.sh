#!/usr/bin/env bash
# torch 2.14.1 with accelerate 1.15.0: torch.load refuses accelerate's own device as map_location on a CPU with processes.
#
# With several processes on a CPU, Accelerator().device is "cpu:0". That is a valid torch.device, tensors are made on it and
# models moved to it, and torch.load(path, map_location=accelerator.device) is the usual line that continues a run. It works
# on GPUs ("cuda:0") and in one process ("cpu"), and raises a RuntimeError in two: the restoring functions know "cpu" and not
# "cpu:0", and the error names neither map_location nor what would be right. One writes map_location="cpu".
# Seen: "cpu" is loaded; "cpu:0" raises "don't know how to restore data location of ... (tagged with cpu:0)".
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check torch==2.14.1 accelerate==1.15.0 'numpy==2.2.6'
cd "$folder"
cat > worker.py <<'PY'
import torch
from accelerate import Accelerator

accelerator = Accelerator(cpu=True)
device = accelerator.device
weights = {"w": torch.zeros(3, device=device)}  # a valid device
path = f"weights-{accelerator.process_index}.pt"
torch.save(weights, path)
said = {}
for place in ("cpu", device):
    try:
        torch.load(path, map_location=place)
        said[str(place)] = "loaded"
    except RuntimeError as error:
        said[str(place)] = "refused" if "don't know how to restore data location" in str(error) else str(error)
if accelerator.is_main_process:
    print(f"{accelerator.num_processes} processes, device {device}: {said}", flush=True)
expected = {"cpu": "loaded"} if accelerator.num_processes == 1 else {"cpu": "loaded", "cpu:0": "refused"}
assert said == expected, "this has changed"
PY
"$folder/venv/bin/python" worker.py
"$folder/venv/bin/python" -m torch.distributed.run --standalone --nproc-per-node=2 worker.py
