"""Read and run the notebooks in JupyterLab, in Chromium: `make test-lab`."""
import os
import re
import secrets
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from pathlib import Path
from socket import socket

from chromium import LAPTOP, chromium

ROOT = Path(__file__).resolve().parents[3]
READ = ["index", "library/00_files", "library/09_packed", "library/19_losses", "10_train", "16_own_captions"]
BUDGET = dict(epochs=8, limit=512, precision="float32")  # a minute, so that there is time to interrupt it
COPY = ROOT / "nbs" / "_lab" / "10_train.ipynb"  # 10_train with this budget; of the repository, as a reader's is
SECONDS, LETTERS = 2, 400  # until something is seen; of the sentence about an interrupt

SETTINGS = {"apputils-extension/notification": '{"fetchNews": "false", "checkForUpdates": false}'}
NOTEBOOK = "jupyterapp.shell.currentWidget"

# what JupyterLab shows of each cell, which it draws when it comes into view
LOOK = r"""async () => {
    const notebook = jupyterapp.shell.currentWidget.content;
    const box = notebook.node.getBoundingClientRect();
    const total = {cells: 0, pictures: 0, formulas: 0};
    const faults = {"cell that is not shown": [], "broken picture": [], "formula that is not set": []};
    for (const cell of notebook.widgets) {
        let shown, broken, left, images, formulas;
        for (let i = 0; i < 60; i++) {
            if (i % 20 == 0) await notebook.scrollToCell(cell, "start");
            await new Promise(then => setTimeout(then, 50));
            const at = cell.node.getBoundingClientRect();
            shown = cell.node.isConnected && at.height > 0 && at.bottom > box.top && at.top < box.bottom;
            images = [...cell.node.querySelectorAll("img")];
            formulas = [...cell.node.querySelectorAll("mjx-container")];
            const texts = [...cell.node.querySelectorAll(".jp-RenderedMarkdown")].map(node => node.cloneNode(true));
            texts.forEach(text => text.querySelectorAll("pre, code, mjx-container").forEach(part => part.remove()));
            broken = images.filter(image => !image.naturalWidth).map(image => image.src);
            left = texts.flatMap(text => text.textContent.match(/\$[^$\n]+\$|\$\$|\\[a-zA-Z({[].*/g) ?? []);
            const drawn = cell.model.type != "markdown" || cell.node.querySelector(".jp-RenderedMarkdown > *");
            if (shown && drawn && !broken.length && !left.length) break;
        }
        total.cells += 1;
        total.pictures += images.length;
        total.formulas += formulas.length;
        if (!shown) faults["cell that is not shown"].push(cell.model.sharedModel.source);
        faults["broken picture"].push(...broken);
        faults["formula that is not set"].push(...left, ...formulas.filter(
            math => math.querySelector("mjx-merror, [data-mml-node=merror]")).map(math => math.textContent));
    }
    return {total, faults};
}"""

# run a cell, and note when its output changes first
RUN = r"""async source => {
    const notebook = jupyterapp.shell.currentWidget.content;
    const cell = notebook.widgets.find(cell => cell.model.sharedModel.source.includes(source));
    notebook.activeCellIndex = notebook.widgets.indexOf(cell);
    cell.model.outputs.clear();
    await notebook.scrollToCell(cell, "center");
    const start = performance.now();
    window.seen = null;
    const look = () => {
        if (cell.outputArea.node.innerText.trim()) window.seen ??= (performance.now() - start) / 1000;
    };
    new MutationObserver(look).observe(cell.outputArea.node, {childList: true, subtree: true, characterData: true});
    window.over = false;
    jupyterapp.commands.execute("notebook:run-cell").then(() => window.over = true);
}"""
SHOWN = r"""async source => {
    const notebook = jupyterapp.shell.currentWidget.content;
    const cell = notebook.widgets.find(cell => cell.model.sharedModel.source.includes(source));
    await notebook.scrollToCell(cell, "center");
    await new Promise(then => setTimeout(then, 500));
    const area = cell.outputArea;
    const is_error = (_, i) => area.model.get(i).type == "error";
    return {errors: area.widgets.filter(is_error).map(output => output.node.innerText),
            tables: [...area.node.querySelectorAll("table")].map(table => table.innerText)};
}"""


@contextmanager
def jupyterlab(root, folder):
    "The address of a `jupyter lab ROOT` that is started in the repository, with settings of its own."
    for name, text in SETTINGS.items():
        path = folder / "settings" / "@jupyterlab" / f"{name}.jupyterlab-settings"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    with socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    token = secrets.token_hex(8)
    command = [sys.executable, "-m", "jupyterlab", root, "--no-browser", "--allow-root", "--expose-app-in-browser",
               f"--ServerApp.port={port}", "--ServerApp.port_retries=0", f"--IdentityProvider.token={token}"]
    env = os.environ | {"JUPYTERLAB_SETTINGS_DIR": str(folder / "settings"),
                        "JUPYTERLAB_WORKSPACES_DIR": str(folder / "workspaces")}
    address = f"http://127.0.0.1:{port}/lab/tree/{{}}.ipynb?reset&token={token}"
    with open(folder / "lab.log", "a") as log:
        lab = subprocess.Popen(command, cwd=ROOT, env=env, stdout=log, stderr=log)
    try:
        wait_for_answer(f"http://127.0.0.1:{port}/api?token={token}", lab)
        yield address
    finally:
        lab.terminate()
        lab.wait()


def wait_for_answer(url, process, seconds=120):
    end = time.time() + seconds
    while time.time() < end and process.poll() is None:
        try:
            return urllib.request.urlopen(url)
        except urllib.error.URLError:
            time.sleep(0.2)
    sys.exit("JupyterLab does not start: jupyter lab . says why")


def open_notebook(page, url):
    page.goto(url)
    page.wait_for_function(f"window.jupyterapp && {NOTEBOOK}?.content?.widgets?.length", timeout=120_000)
    page.evaluate(f"{NOTEBOOK}.context.ready.then(() => {NOTEBOOK}.revealed).then(() => null)")


def read(page, address, inside):
    "Look through the notebooks that are opened from a root, of which the notebooks' folder is `inside`."
    for name in READ:
        open_notebook(page, address.format(inside + name))
        seen = page.evaluate(LOOK)
        print(f"{inside}{name}: " + ", ".join(f"{n} {what}" for what, n in seen["total"].items()), flush=True)
        for kind, found in seen["faults"].items():
            yield from (f"{inside}{name}: {kind}: {what[:200]}" for what in found)
    open_notebook(page, address.format(inside + "index"))
    page.locator(".jp-RenderedMarkdown a:text-is('10_train')").first.click()
    try:
        page.wait_for_function(f"{NOTEBOOK}?.context?.path.endsWith('10_train.ipynb')", timeout=20_000)
    except Exception:
        yield f"{inside}index: its link to 10_train does not open it"


def train(page, address, runs):
    "Train in 10_train, interrupt it, and train again, as its reader does."
    budget = [word for name, value in BUDGET.items() for word in ("-p", name, str(value))]
    COPY.parent.mkdir(exist_ok=True)
    subprocess.run([sys.executable, "-m", "papermill", "--prepare-only", "nbs/10_train.ipynb", str(COPY), *budget,
                    "-p", "runs_dir", str(runs)], cwd=ROOT, check=True, capture_output=True)
    open_notebook(page, address.format("_lab/10_train"))
    page.wait_for_function(f"{NOTEBOOK}.sessionContext.session?.kernel?.status == 'idle'", timeout=120_000)
    cell = "train(one, "
    page.evaluate(f"""source => {{
        const notebook = {NOTEBOOK}.content;
        notebook.activeCellIndex = notebook.widgets.findIndex(cell => cell.model.sharedModel.source.includes(source));
        return jupyterapp.commands.execute("notebook:run-all-above").then(() => null);
    }}""", cell)
    page.evaluate(RUN, cell)
    page.wait_for_function("window.seen !== null", timeout=120_000)
    seen = page.evaluate("window.seen")
    print(f"training: something is seen after {seen:.1f} s", flush=True)
    if seen > SECONDS:
        yield f"training: nothing is seen for {seen:.1f} s"
    wait_for_checkpoint(page, runs)
    page.locator("[data-command='notebook:interrupt-kernel']").first.click()
    page.wait_for_function("window.over", timeout=120_000)
    said = " ".join(" ".join(page.evaluate(SHOWN, cell)["errors"]).split())
    print(f"interrupted: {said[:LETTERS]}", flush=True)
    if not 0 < len(said) <= LETTERS or "goes on" not in said:
        yield f"interrupted: {len(said)} letters, not a sentence that says that it goes on when run again"
    page.evaluate(RUN, cell)
    page.wait_for_function("window.over", timeout=600_000)
    page.evaluate("jupyterapp.commands.execute('notebook:run-all-below').then(() => null)")
    tables = page.evaluate(SHOWN, "accuracy_table(runs)")["tables"]
    print(*tables, sep="\n", flush=True)
    if not any("Few" in table and re.search(r"\d\.\d", table) for table in tables):
        yield "trained again: no table of the accuracy"


def wait_for_checkpoint(page, runs, seconds=300):
    "Until an epoch has been kept; the training must not be over then."
    end = time.time() + seconds
    while not list(runs.rglob("checkpoint.pt")):
        assert time.time() < end and not page.evaluate("window.over"), "no checkpoint while it trains"
        time.sleep(0.1)


def main():
    start = time.time()
    faults = []
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        page = browser.new_page(viewport=LAPTOP)
        for root, inside in ((".", "nbs/"), ("nbs", "")):
            with jupyterlab(root, Path(folder)) as address:
                faults += read(page, address, inside)
                if root == "nbs":
                    try:
                        faults += train(page, address, Path(folder) / "runs")
                    finally:
                        shutil.rmtree(COPY.parent)
                page.goto("about:blank")
    print(*faults, sep="\n")
    print(f"{2 * len(READ)} notebooks read, one trained: {len(faults)} faults ({time.time() - start:.0f} s)")
    sys.exit(bool(faults))


if __name__ == "__main__":
    main()
