#!/usr/bin/env bash
# torch 2.14.1 with timm 1.0.31: nn.SyncBatchNorm.convert_sync_batchnorm takes the activations out of timm's networks.
#
# The documented step before DistributedDataParallel replaces every batch norm, also a subclass of it. timm's networks have
# their activation within one, BatchNormAct2d, which becomes a SyncBatchNorm without it: no warning, the same names and
# shapes in the state dict, and a network that is linear in many places. timm.layers.convert_sync_batchnorm keeps them.
# Seen: the logits of mobilenetv3_small_050 change where nothing may change (evaluation mode), with timm's function they do
# not; a torchvision network is left as it was.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check torch==2.14.1 torchvision==0.29.1 timm==1.0.31
"$folder/venv/bin/python" - <<'PY'
import timm
import torch
import torchvision
from timm.layers import convert_sync_batchnorm
from torch import nn

x = torch.randn(2, 3, 64, 64)


@torch.no_grad()
def change(net, convert):
    "The largest change of the logits of `net`, as a share of the largest logit, by `convert`."
    torch.manual_seed(0)
    for module in net.modules():  # as after training: no norm that is the identity
        if isinstance(module, nn.BatchNorm2d): module.running_mean.normal_(std=0.1)
    before = net.eval()(x)
    return float((convert(net).eval()(x) - before).abs().max() / before.abs().max())


torchs = nn.SyncBatchNorm.convert_sync_batchnorm
seen = {"timm, torch's function": change(timm.create_model("mobilenetv3_small_050"), torchs),
        "timm, timm's function": change(timm.create_model("mobilenetv3_small_050"), convert_sync_batchnorm),
        "torchvision, torch's function": change(torchvision.models.mobilenet_v3_small(weights=None), torchs)}
for what, share in seen.items():
    print(f"{what}: the logits {'change' if share else 'stay'}")
assert seen["timm, torch's function"] > 0.1 and not seen["timm, timm's function"], "changed"
assert not seen["torchvision, torch's function"], "changed"
PY
