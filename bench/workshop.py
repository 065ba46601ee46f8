"""How long a full room takes: a thousand answer codes read and put together in the browser, and the reveal drawn."""

import json
from pathlib import Path
from random import Random
from statistics import median

from playwright.sync_api import sync_playwright

from framework.content.check import checked
from framework.core.answers import Given, statements_of
from framework.tools.answer_code.code import MARKS, write
from publish.chromium import FLAGS, chromium
from publish.preview import application, served
from publish.runtime import ROOT

CODES = 1_000
RUNS = 5
MEASURE = """async ([codes]) => {
  const { ask } = await import(new URL('widgets/shared/python.js', document.baseURI.replace(/workshop\\/.*/, '')));
  const { picture } = await import(new URL('widgets/shared/fill.js', document.baseURI.replace(/workshop\\/.*/, '')));
  const request = { call: 'combine', assessment: 'health', version: 'long' };
  await ask({ ...request, text: codes.slice(0, 300) });
  let begun = performance.now();
  const { ok } = await ask({ ...request, text: codes });
  const read = performance.now() - begun;
  begun = performance.now();
  const thirty = Object.fromEntries(Object.entries(ok.codes).slice(0, 30));
  const said = await ask({ ...request, codes: thirty, reveal: true });
  const place = document.createElement('div');
  document.body.append(place);
  place.append(picture(said.ok.result.wide));
  place.getBoundingClientRect();
  return [read, performance.now() - begun];
}"""


def codes(count: int) -> str:
    """Codes of a made-up room, with 30 answers each."""
    health = next(each for each in checked().assessments if each.number)
    random = Random(1)
    ids = [each.id for each in statements_of(health, "long")]
    people = [
        Given(health, "long", random.choice(("resident", "organisation")), {id_: random.randrange(4) for id_ in ids})
        for _ in range(count)
    ]
    return "\n".join(write(each, random.randrange(MARKS)) for each in people)


def workshop(site: Path) -> dict[str, int]:
    """Milliseconds: a thousand codes taken in at once; a room of thirty from the reveal to its picture."""
    text = codes(CODES)
    with served(application(site)) as address, sync_playwright() as running:
        browser = running.chromium.launch(executable_path=chromium(), args=FLAGS)
        page = browser.new_page()
        page.goto(f"{address}/workshop/")
        found = [page.evaluate(MEASURE, [text]) for _ in range(RUNS)]
        browser.close()
    read, reveal = (round(median(times)) for times in zip(*found, strict=True))
    return {"codes": CODES, "read_ms": read, "reveal_ms": reveal}


if __name__ == "__main__":
    print(json.dumps(workshop(ROOT / "site")))
