#!/usr/bin/env bash
# torch 2.14.1: when the torchrun agent that keeps the c10d store fails, the other agent says RendezvousConnectionError.
#
# Two nodes, --rdzv-backend=c10d, a worker each, wrapped in `record`. When a worker fails, its agent ends with a
# ChildFailedError that shows the worker's error. If that agent also keeps the store of the rendezvous (the host in
# --rdzv-endpoint), the other agent finds the store gone at its next look, a tenth of a second later: it stops its own
# worker and ends with a traceback of the connection. Neither the worker that failed nor the state of its own is mentioned,
# and the log of that node reads as if the network had failed. If the other agent's worker fails first, both agents show
# their workers' errors.
# Seen: store's worker fails first: the other agent says RendezvousConnectionError, and not what its own worker is about to
# raise. Store's worker fails last: both say ChildFailedError and the worker's error.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check torch==2.14.1
cd "$folder"
cat > worker.py <<'PY'
import os
import sys
import time

import torch
from torch.distributed.elastic.multiprocessing.errors import record


@record
def main():
    torch.distributed.init_process_group("gloo")
    torch.distributed.barrier()  # both agents are there
    time.sleep(float(sys.argv[1]))
    raise ValueError("the cause is " + sys.argv[2])


main()
PY
"$folder/venv/bin/python" - <<'PY'
import socket
import subprocess
import sys


def ends(store_after, other_after):
    "What the agent with the store says, and the other one, whose workers fail after so many seconds."
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        port = s.getsockname()[1]
    start = [sys.executable, "-m", "torch.distributed.run", "--nnodes=2", "--nproc-per-node=1", "--rdzv-backend=c10d",
             f"--rdzv-endpoint=127.0.0.1:{port}"]
    agents = [subprocess.Popen([*start, f"--rdzv-conf=is_host={host}", "worker.py", str(seconds), cause],
                               stderr=subprocess.PIPE, text=True)
              for host, seconds, cause in ((1, store_after, "A"), (0, other_after, "B"))]
    words = ("RendezvousConnectionError", "ChildFailedError", "the cause is A", "the cause is B")
    said = [agent.communicate()[1] for agent in agents]
    return [{word for word in words if word in text} for text in said]


first, last = ends(store_after=0, other_after=60), ends(store_after=60, other_after=0)
for what, (store, other) in {"its worker fails first": first, "its worker fails last": last}.items():
    print(f"the agent with the store, {what}: {sorted(store)}; the other one: {sorted(other)}")
assert first == [{"ChildFailedError", "the cause is A"}, {"RendezvousConnectionError"}], "this has changed"
assert last == [{"ChildFailedError", "the cause is A"}, {"ChildFailedError", "the cause is B"}], "this has changed"
PY
