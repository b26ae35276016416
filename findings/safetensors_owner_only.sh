#!/usr/bin/env bash
# safetensors 0.8.0: a file that save_file writes can be read by its owner alone (mode 600), whatever the umask.
#
# With the usual umask of 022, other files that a program creates get mode 644, and so do the very same bytes when they
# come from `save` and are written with `open`. Whoever shares a folder of weights or features with a group, or serves it
# from another account, finds files that "are not there" or cannot be read, and a file copied over an old one changes its mode.
# Seen: save_file 600, open().write(save(...)) 644.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check safetensors==0.8.0 'numpy==2.2.6'
cd "$folder"
umask 022
"$folder/venv/bin/python" - <<'PY'
import os

import numpy as np
from safetensors.numpy import save, save_file

tensors = {"weight": np.zeros(3, dtype=np.float32)}
save_file(tensors, "theirs.safetensors")
with open("ours.safetensors", "wb") as file:
    file.write(save(tensors))
modes = [oct(os.stat(f"{name}.safetensors").st_mode & 0o777)[2:] for name in ("theirs", "ours")]
same = open("theirs.safetensors", "rb").read() == open("ours.safetensors", "rb").read()
print(f"save_file: mode {modes[0]}; open and write: mode {modes[1]}; the same bytes: {same}")
assert (modes, same) == (["600", "644"], True), "this has changed"
PY
