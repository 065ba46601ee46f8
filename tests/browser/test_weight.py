"""What a first visit weighs over the wire."""

from playwright.sync_api import Page

MOST = 120_000
"""The most bytes that a first visit to a principle may take, before Python."""


def test_a_first_visit_to_a_principle_is_light(page: Page, address: str) -> None:
    asked: dict[str, str] = {}
    weights: dict[str, int] = {}
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.on("Network.requestWillBeSent", lambda sent: asked.update({sent["requestId"]: sent["request"]["url"]}))
    session.on("Network.loadingFinished", lambda done: weights.update({done["requestId"]: done["encodedDataLength"]}))
    page.goto(f"{address}/principles/power-dynamics/")
    page.wait_for_load_state("networkidle")
    by_file = {asked[id_].removeprefix(address): weight for id_, weight in weights.items()}
    assert not any(file.startswith("/assets/python/") for file in by_file)
    assert 20_000 < sum(by_file.values()) <= MOST, sorted(by_file.items(), key=lambda each: -each[1])
