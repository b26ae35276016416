#!/usr/bin/env bash
# transformers 5.24.0: a CLIP whose config has the published eos_token_id reads a caption at an added token, not at its end.
#
# CLIP's text vector is the state at the end token, in which the whole caption has been read. The configs of OpenAI's models on
# the hub say eos_token_id 2, which no token of theirs has, and for that value the model takes the position of the
# largest id instead. With the first vocabulary that is the end token. A word that is added, a class's name or a rare emoji's,
# gets a larger id: the vector is then that of the caption up to this word, and what comes after it has no effect, while embeddings
# were resized as the manual says. With eos_token_id 49407 in the config the same weights read all of it.
# Seen: "a photo of a <new> in snow" and "... on sand" have one vector with 2, the state at <new>; two vectors with 49407.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check transformers==5.24.0 torch==2.14.1
cd "$folder"
HF_HOME="$folder/hf" HF_HUB_OFFLINE=1 "$folder/venv/bin/python" - <<'PYTHON'
import torch
from transformers import CLIPTextConfig, CLIPTextModelWithProjection

START, END, NEW = 49406, 49407, 49408  # NEW: the id that the first added token gets
SNOW, SAND = ([START, 320, 1125, 539, NEW, 530, word, END] for word in (2583, 4485))


def vectors(eos: int) -> torch.Tensor:
    "The text vectors of both captions by a small CLIP of random weights, the same for each `eos`."
    torch.manual_seed(0)
    config = CLIPTextConfig(hidden_size=32, intermediate_size=64, num_hidden_layers=2, num_attention_heads=2,
                            projection_dim=16, bos_token_id=START, eos_token_id=eos)
    model = CLIPTextModelWithProjection(config).eval()
    model.resize_token_embeddings(NEW + 1, mean_resizing=False)
    model.get_input_embeddings().weight.data[NEW] = model.get_input_embeddings().weight.data[1125]
    with torch.no_grad():
        return model(input_ids=torch.tensor([SNOW, SAND])).text_embeds


published, right = vectors(2), vectors(END)
print("eos_token_id 2, largest difference:", (published[0] - published[1]).abs().max().item())
print("eos_token_id 49407:", (right[0] - right[1]).abs().max().item())
assert torch.equal(published[0], published[1])
assert not torch.allclose(right[0], right[1], atol=1e-4)
PYTHON
