#!/usr/bin/env bash
# fsspec 2026.9.0: of a server without ranges, cat_file(url, start, end) of HTTPFileSystem returns the whole file.
#
# start and end are "bytes limits of the read". A server may answer a request for a range with 200 and the whole file, as
# Python's own http.server does. An open file notices and raises a ValueError; cat_file, and cat_ranges, which is built on
# it, return all bytes as if they were those asked for, without an error or a warning. Whoever reads an index and then
# pieces gets other pieces than asked for, each as large as the file. A program has to compare the length itself.
# Seen: 10 bytes asked for of 5000; cat_file and cat_ranges give 5000 that begin with the file's first; open raises ValueError.
set -euo pipefail
folder=$(mktemp -d)
trap 'kill $server 2>/dev/null || true; rm -rf "$folder"' EXIT
server=
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check fsspec==2026.9.0 aiohttp==3.14.5
mkdir "$folder/files"
cd "$folder/files"
"$folder/venv/bin/python" -c 'open("data.bin", "wb").write(bytes(n % 251 for n in range(5000)))'
"$folder/venv/bin/python" -u -m http.server 0 --bind localhost > "$folder/log" 2>&1 &
server=$!
until grep -q "port" "$folder/log"; do sleep 0.2; done
port=$(sed -n 's/.*port \([0-9]*\).*/\1/p' "$folder/log" | head -1)
"$folder/venv/bin/python" - "localhost:$port/data.bin" <<'PY'
import sys

import fsspec

url, content = "://".join(["http", sys.argv[1]]), open("data.bin", "rb").read()
system = fsspec.filesystem("http")
part = system.cat_file(url, start=1000, end=1010)
[other] = system.cat_ranges([url], [1000], [1010])
print(f"10 bytes from 1000 on: cat_file gives {len(part)}, cat_ranges {len(other)}, from the first on: "
      f"{part == other == content}")
try:
    with system.open(url, block_size=16, cache_type="none") as file:
        file.seek(1000)
        file.read(10)
    raised = None
except ValueError as error: raised = error
print(f"an open file raises {type(raised).__name__}: {raised}")
assert part == other == content and raised is not None, "changed"
PY
