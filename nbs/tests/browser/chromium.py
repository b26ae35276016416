"""A headless Chromium for the tests that need a browser."""
import os
import shutil
import sys
from contextlib import contextmanager

from playwright.sync_api import sync_playwright

NAMES = "chromium", "chromium-browser", "google-chrome"
LAPTOP, PHONE = {"width": 1366, "height": 768}, {"width": 390, "height": 844}


@contextmanager
def chromium():
    "The browser, the one of the environment's CHROMIUM or one that is installed; without one, say what to do and stop."
    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        sys.exit("This test needs Chromium, and none of " + ", ".join(NAMES) + " is installed. On Debian or Ubuntu: "
                 "apt-get install chromium. One that stands elsewhere: CHROMIUM=/path/to/it make ...")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()
