#!/usr/bin/env bash
# datasets 5.2.0: of images given as files, Dataset.to_parquet writes the path and not the image; save_to_disk writes both.
#
# Both are said to save a dataset; push_to_hub and save_to_disk embed the files that an Image column refers to. to_parquet
# writes the absolute path on this machine and no bytes, without a warning, and reading the file back works as long as the
# files are still there. Images that are in memory, or given as bytes, are written by both.
# Seen: save_to_disk has the bytes and the name a.jpg; to_parquet no bytes and the path of the file.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check datasets==5.2.0 pillow==13.0.0
cd "$folder"
HF_HOME="$folder/hf" HF_HUB_OFFLINE=1 "$folder/venv/bin/python" - <<'PY'
from pathlib import Path

import datasets
import pyarrow as pa
import pyarrow.parquet as pq
from PIL import Image

datasets.disable_progress_bars()
path = str(Path("a.jpg").absolute())
Image.new("RGB", (8, 8), "red").save(path)
data = datasets.Dataset.from_dict({"image": [path]}, features=datasets.Features(image=datasets.Image()))
data.save_to_disk("saved")
data.to_parquet("data.parquet")
with pa.memory_map(str(next(Path("saved").glob("*.arrow")))) as file:
    [saved] = pa.ipc.open_stream(file).read_all()["image"].to_pylist()
[parquet] = pq.read_table("data.parquet")["image"].to_pylist()
for name, value in ("save_to_disk", saved), ("to_parquet", parquet):
    print(f"{name}: {len(value['bytes'] or b'')} bytes, path {Path(value['path']).name} "
          f"({'absolute' if Path(value['path']).is_absolute() else 'a name alone'})")
assert saved["bytes"] == Path(path).read_bytes() and saved["path"] == "a.jpg", "changed"
assert parquet == {"bytes": None, "path": path}, "changed"
PY
