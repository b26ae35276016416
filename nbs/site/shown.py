"""What of a notebook is shown on its page."""
import re

import nbformat


def notebook(text):
    "A notebook without its front matter, its hidden cells and nbdev's directives."
    notebook = nbformat.reads(text, as_version=4)
    notebook.cells = [cell for cell in notebook.cells if is_shown(cell)]
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.source = re.sub(r"^#\|.*\n*", "", cell.source, flags=re.M)
    return notebook


def is_shown(cell):
    return cell.cell_type != "raw" and not re.search(r"^#\|\s*(hide|default_exp)\b", cell.source, re.M)
