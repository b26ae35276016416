#!/usr/bin/env bash
# scikit-learn 1.9.1: the English stop words hold words that captions are about.
#
# CountVectorizer(stop_words="english") is the usual way to rid texts of words like "the" before they are counted. Asked
# to read "two thick wings", "thin side", "fire at the top" and "empty bottom", it keeps "wings" alone. The list was made
# for documents about topics: how many things there are (two, three, ten), where they are (top, bottom, front, back,
# side), what they are like (thick, thin, full, empty) and some things themselves (fire, bill, cry) are in it.
# Output seen: ['wings'], and 20 of 20 such words among the 318 of the list.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check scikit-learn==1.9.1
"$folder/venv/bin/python" - <<'PYTHON'
from sklearn.feature_extraction.text import CountVectorizer, ENGLISH_STOP_WORDS

captions = ["two thick wings", "thin side", "fire at the top", "empty bottom"]
kept = list(CountVectorizer(stop_words="english").fit(captions).get_feature_names_out())
visual = "two three four five six eight ten top bottom front back side thick thin full empty fire bill cry show".split()
found = [word for word in visual if word in ENGLISH_STOP_WORDS]
print(kept, f"{len(found)} of {len(visual)}", len(ENGLISH_STOP_WORDS))
assert kept == ["wings"] and found == visual and len(ENGLISH_STOP_WORDS) == 318
PYTHON
