#!/usr/bin/env bash
# open_clip_torch 3.3.0 with transformers 5.24.0: CLIP's two tokenizers read a caption with a curly quotation mark differently.
#
# One vocabulary, one list of merges, and equal tokens for plain captions, so that the same weights are expected to give one
# vector in either library. Before it splits a caption, open_clip's tokenizer does what CLIP's training did (ftfy, HTML's entities):
# “open” becomes "open", a cat’s bowl a cat's bowl, &amp; an ampersand. CLIPTokenizer of transformers, of which
# only the fast kind is left, reads the bytes of the curly mark as two tokens. Language models like to write
# curly marks, so that captions encoded by the one library and queried by the other do not meet.
# Seen: equal tokens for "a cat's bowl" by both; for "a cat’s bowl" the same four again by open_clip, six by transformers.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check open_clip_torch==3.3.0 transformers==5.24.0 torch==2.14.1 \
    torchvision==0.29.1
cd "$folder"
HF_HOME="$folder/hf" HF_HUB_OFFLINE=1 "$folder/venv/bin/python" - <<'PYTHON'
import gzip
import json
from pathlib import Path

from open_clip.tokenizer import default_bpe, SimpleTokenizer
from transformers import CLIPTokenizer

ours = SimpleTokenizer()
merges = gzip.open(default_bpe()).read().decode("utf-8").split("\n")[1:49152 - 256 - 2 + 1]
Path("vocab.json").write_text(json.dumps(ours.encoder), "utf-8")
Path("merges.txt").write_text("#version: 0.2\n" + "\n".join(merges) + "\n", "utf-8")
theirs = CLIPTokenizer(vocab="vocab.json", merges="merges.txt")


def both(text):
    "The tokens of open_clip and of transformers, as words."
    ids = ours.encode(text), theirs(text, add_special_tokens=False)["input_ids"]
    return tuple([ours.decoder[i].removesuffix("</w>") for i in row] for row in ids)


plain = ["a", "cat", "'s", "bowl"]
straight, curly, entity = both("a cat's bowl"), both("a cat\u2019s bowl"), both("Tom &amp; Jerry")
print(straight, curly, entity, sep="\n")
assert straight == (plain, plain) and curly[0] == plain and len(curly[1]) == 6
assert entity[0] == ["tom", "&", "jerry"] and entity[1] == ["tom", "&", "amp", ";", "jerry"]
PYTHON
