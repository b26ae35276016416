"""Look at every page of the site in Chromium, in its folder and without a network: `make test-site`."""
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import unquote, urldefrag

from chromium import LAPTOP, PHONE, chromium

SITE = Path("_site/html").resolve()
SEARCH = {"vMF": "23_vmf.html", "TextDistillation": "26_text_losses.html", "papermill": "README.html"}  # word: a page

SEEN = r"""async () => {
    if (window.MathJax?.startup) await MathJax.startup.promise;
    await Promise.all([...document.images].map(image => image.decode().catch(() => null)));
    const prose = document.querySelector("article").cloneNode(true);
    prose.querySelectorAll("pre, code, .math, script, style").forEach(node => node.remove());
    const formulas = [...document.querySelectorAll(".math")];
    const is_set = math => math.querySelector("mjx-container svg") && !math.querySelector("[data-mml-node=merror]");
    return {
        links: [...document.querySelectorAll("a[href]")].map(a => a.href),
        places: [...document.querySelectorAll("[id]")].map(node => node.id),
        pictures: document.images.length,
        formulas: formulas.length,
        tables: document.querySelectorAll("article table").length,
        faults: {
            "broken picture": [...document.images].filter(image => !image.naturalWidth).map(image => image.src),
            "formula that is not set": formulas.filter(math => !is_set(math)).map(math => math.textContent),
            "formula in the text": prose.textContent.match(/\$[^$\n]+\$|\$\$|\\[a-zA-Z({[].*/g) ?? [],
        },
    };
}"""
WIDTH = r"""() => {
    const page = document.scrollingElement;
    const flow = node => getComputedStyle(node).overflowX;
    const right = node => node.getBoundingClientRect().right;
    const around = node => node.tagName == "BODY" ? [] : [node, ...around(node.parentElement)];
    const nodes = [...document.querySelectorAll("article :is(table, pre, img, mjx-container, p, li)")];
    return {
        "scrolls sideways": page.scrollWidth > page.clientWidth ? [`${page.scrollWidth} pixels`] : [],
        "cut at its side": nodes.filter(node => {
            const box = around(node.parentElement).find(box => flow(box) != "visible");
            return box && !["auto", "scroll"].includes(flow(box)) && right(node) > right(box) + 1;
        }).map(node => node.outerHTML),
    };
}"""
FAULTY = r"""<!doctype html><meta name="viewport" content="width=device-width"><article id="here">
<p>Left: $\alpha$</p><span class="math">\(\beta\)</span><img src="nowhere.png">
<a href="#nowhere">a</a><a href="no.html">b</a><a href="#here">c</a>
<div style="overflow: hidden; width: 99px"><table><td style="min-width: 500px">cut</table></div>
<pre>{long}</pre></article>""".replace("{long}", "long " * 99)


def look(page, path):
    "What a page has, and (kind, what) of its faults at a laptop's and a phone's width."
    page.set_viewport_size(LAPTOP)
    page.goto(path.as_uri())
    seen = page.evaluate(SEEN)
    faults = seen.pop("faults")
    for size in (LAPTOP, PHONE):
        page.set_viewport_size(size)
        faults |= {f"{kind} at {size['width']}": what for kind, what in page.evaluate(WIDTH).items()}
    return seen, [(kind, what) for kind, found in faults.items() for what in found]


def broken_links(seen):
    "(page, kind, link) of the links within a site that lead to no file, or to no place on a page."
    places = {page.as_uri(): {"", *there["places"]} for page, there in seen.items()}
    for page, there in seen.items():
        for link in there["links"]:
            target, place = urldefrag(link)
            is_missing = target.startswith("file:") and not Path(unquote(target.removeprefix("file://"))).is_file()
            if is_missing or unquote(place) not in places.get(target, {unquote(place)}):
                yield page, "broken link", link


def find(page, word):
    "The pages that the search finds, asked on the start page."
    page.goto((SITE / "index.html").as_uri())
    page.wait_for_url("**/README.html")
    page.fill("input[name=q]", word)
    page.press("input[name=q]", "Enter")
    page.wait_for_selector("#search-results .search-summary:has-text('found')")
    return page.locator("#search-results li a").evaluate_all("links => links.map(link => link.pathname)")


def check_faulty(page):
    "The checks find what they look for."
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder).resolve() / "faulty.html"
        path.write_text(FAULTY)
        seen, faults = look(page, path)
        kinds = sorted({kind for kind, what in faults})
        assert kinds == sorted(["broken picture", "formula that is not set", "formula in the text",
                                "scrolls sideways at 1366", "scrolls sideways at 390",
                                "cut at its side at 1366", "cut at its side at 390"]), kinds
        links = [link.rpartition("/")[2] for *_, link in broken_links({path: seen})]
        assert links == ["faulty.html#nowhere", "no.html"], links


def main():
    start = time.time()
    made = {SITE / "index.html", SITE / "genindex.html", SITE / "search.html"}
    pages = sorted(set(SITE.rglob("*.html")) - made)
    if not pages:
        sys.exit(f"no page in {SITE}: make site")
    with chromium() as browser:
        page = browser.new_page()
        check_faulty(page)
        faults = []
        page.on("request", lambda request: request.url.startswith(("file:", "data:"))
                or faults.append((SITE, "loaded from elsewhere", request.url)))
        page.on("pageerror", lambda error: "fetch" in str(error)  # the search's excerpts, which need a server
                or faults.append((SITE, "error", f"{page.url}: {error}")))
        seen = {}
        for path in pages:
            seen[path], wrong = look(page, path)
            faults += [(path, *fault) for fault in wrong]
        for word, wanted in SEARCH.items():
            if not any(found.endswith(wanted) for found in find(page, word)):
                faults.append((SITE, "not found", f"{wanted} by {word!r}"))
    faults += broken_links(seen)
    for path, kind, what in faults:
        print(f"{path.relative_to(SITE)}: {kind}: {what[:200]}")
    total = {name: sum(there[name] for there in seen.values()) for name in ("pictures", "formulas", "tables")}
    print(f"{len(pages)} pages, {sum(len(there['links']) for there in seen.values())} links, "
          f"{total['pictures']} pictures, {total['formulas']} formulas, {total['tables']} tables, "
          f"{len(SEARCH)} searches, at {LAPTOP['width']} and {PHONE['width']} pixels: "
          f"{len(faults)} faults ({time.time() - start:.0f} s)")
    sys.exit(bool(faults))


if __name__ == "__main__":
    main()
