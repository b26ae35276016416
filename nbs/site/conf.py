"""Sphinx's settings for the pages of the notebooks, which `make site` writes to _site/html from their outputs."""
import re
import sys
from configparser import ConfigParser
from importlib.util import find_spec
from pathlib import Path

here = Path(__file__).parent
root = here.parent.parent
sys.path.insert(0, str(here))  # for Sphinx to import `shown`

settings = ConfigParser(delimiters=["="])
settings.read(root / "settings.ini", encoding="utf-8")
project = settings["DEFAULT"]["title"]
copyright = settings["DEFAULT"]["copyright"]

# what is shown: the README first, then what it and the notebooks link to
root_doc = "README"
include_patterns = ["README.md", "figures/README.md", "nbs/*.ipynb", "nbs/library/*.ipynb", "nbs/tests/*.ipynb",
                    "nbs/emoji_lt/*", "nbs/oracles/README.md"]
exclude_patterns = [".*", "_*", "runs", "build", "**/.ipynb_checkpoints"]
CONTENTS = {"The study": "At a glance <nbs/index>\nnbs/*", "The library": "nbs/library/*", "The data": "nbs/emoji_lt/*",
            "The numbers": "figures/*", "The tests": "nbs/tests/*\nnbs/oracles/*"}

# how notebooks are read: as they are, none is run
extensions = ["myst_nb"]
nb_execution_mode = "off"
nb_custom_formats = {".ipynb": ["shown.notebook", {}]}
nb_merge_streams = True
nb_render_markdown_format = "myst"
highlight_language = "none"  # of what does not say its language
myst_enable_extensions = ["dollarmath", "amsmath"]
myst_dmath_double_inline = True
myst_heading_anchors = 3
suppress_warnings = ["myst.header"]  # a notebook may go from # to ###

# how pages look: nothing is loaded from elsewhere, so that they work from a folder and without a network
html_theme = "furo"
html_title = project
html_css_files = ["style.css"]
mathjax = Path(find_spec("sphinx-mathjax-offline").origin).parent / "static/mathjax/tex-svg.js"
html_static_path = ["style.css", str(mathjax)]
mathjax_path = mathjax.name
html_copy_source = False


def begin(app, docname, source):
    "Give the README its table of contents, and its links to folders a page to lead to."
    if docname == root_doc:
        source[0] = re.sub(r"\[([^\]]+)\]\(([\w/]+)\)", to_page, source[0])
        source[0] += "".join(f"\n```{{toctree}}\n:hidden:\n:caption: {caption}\n:glob:\n\n{pages}\n```\n"
                             for caption, pages in CONTENTS.items())


def to_page(link):
    "A link to a folder as one to its first notebook; where it has none, the text alone."
    text, folder = link[1], root / link[2]
    first = min(folder.glob("*.ipynb"), default=None)
    return link[0] if folder.is_file() else f"[{text}]({first.relative_to(root)})" if first else text


def enter(app, exception):
    "Where a browser opens a folder, it opens the README."
    if not exception:
        page = f'<!doctype html><title>{project}</title><meta http-equiv="refresh" content="0; url={root_doc}.html">'
        (Path(app.outdir) / "index.html").write_text(page, encoding="utf-8")


def setup(app):
    app.connect("source-read", begin)
    app.connect("build-finished", enter)
