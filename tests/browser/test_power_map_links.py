"""Links by keyboard: a field with suggestions, in which only a choice chooses. And a map of 500 people with 300 links."""

from typing import Any

from playwright.sync_api import Page, expect

from tests.browser.kept import kept
from tests.browser.map_page import panel, quiet, start_with
from tests.framework.maps import crowd


def links(page: Page) -> list[tuple[str, str, str]]:
    return [(each["from"], each["kind"], each["to"]) for each in kept(page)["power-map"]["map"]["phases"][0]["links"]]


def seen(page: Page, table: str) -> None:
    """Look at the last row of a table until it has its fields: what Python says above may move it meanwhile."""
    page.wait_for_function(
        """(table) => {
          const row = [...document.querySelectorAll(`${table} tr`)].at(-1);
          row.scrollIntoView({ block: "center", behavior: "instant" });
          return row.querySelector("input");
        }""",
        arg=table,
    )


def with_link() -> dict[str, Any]:
    plain = quiet()
    plain["phases"][0]["links"] = [{"id": "l1", "from": "s1", "to": "s2", "kind": "trusts"}]
    return plain


def test_a_link_is_added_by_keys_alone(page: Page, address: str) -> None:
    start_with(page, address, quiet(), "Links")
    field = page.get_by_label("From", exact=True)
    field.focus()
    page.keyboard.press("ArrowDown")
    expect(field).to_have_attribute("aria-expanded", "true")
    options = page.get_by_role("listbox", name="Who is on the map").get_by_role("option")
    expect(options).to_have_text(["Ward councillor", "The lender", "Tenants"])
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert field.get_attribute("aria-activedescendant") == options.nth(2).get_attribute("id")
    page.keyboard.press("Enter")
    expect(field).to_have_value("Tenants")
    expect(options).to_have_count(0)
    assert links(page) == []  # nothing is there before both ends are
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.type("ward")
    expect(options).to_have_text(["Ward councillor"])
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert links(page) == [("s3", "reports-to", "s1")]


def test_arrows_and_letters_in_one_end_change_nothing_until_one_is_chosen_and_never_the_other(
    page: Page, address: str
) -> None:
    start_with(page, address, with_link(), "Links")
    end = page.get_by_label("To, 1")
    end.focus()
    for key in ("ArrowDown", "ArrowDown", "ArrowUp"):
        page.keyboard.press(key)
    page.keyboard.type("te")
    assert links(page) == [("s1", "trusts", "s2")]
    page.keyboard.press("Escape")
    expect(end).to_have_value("The lender")
    page.keyboard.type("nobody at all")
    page.keyboard.press("Tab")
    expect(end).to_have_value("The lender")
    assert links(page) == [("s1", "trusts", "s2")]
    end.fill("tenants")
    page.keyboard.press("Tab")
    assert links(page) == [("s1", "trusts", "s3")]
    end.focus()
    page.keyboard.press("ArrowDown")
    options = page.get_by_role("listbox", name="Who is on the map").get_by_role("option")
    expect(options).to_have_text(["The lender", "Tenants"])  # nobody is linked to themselves


def test_a_link_is_chosen_by_a_press(page: Page, address: str) -> None:
    start_with(page, address, with_link(), "Links")
    page.get_by_label("To, 1").click()
    page.get_by_role("option", name="Tenants").click()
    assert links(page) == [("s1", "trusts", "s3")]


def test_rows_get_their_fields_where_they_are_seen(page: Page, address: str) -> None:
    plain = crowd(500)
    ends = [(f"s{nth}", f"s{(nth * 7 + 1) % 500}") for nth in range(300)]
    plain["phases"][0]["links"] = [
        {"id": f"l{nth}", "from": start, "to": end, "kind": "trusts"}
        for nth, (start, end) in enumerate(ends)
        if start != end
    ]
    start_with(page, address, plain, "People")
    assert page.locator("power-map option").count() < 5_000
    last = page.locator("[data-people] tr").last
    expect(last).to_contain_text(plain["stakeholders"][-1]["name"])  # it can be found in the page
    expect(last.locator("input")).to_have_count(0)
    seen(page, "[data-people]")
    name = last.locator("[data-key=name]")
    expect(name).to_have_value(plain["stakeholders"][-1]["name"])
    # no line is written anew that stays where it is
    assert (
        name.evaluate(
            """(field) => {
          const seen = new MutationObserver(() => {});
          seen.observe(document.querySelector(".layer-links"), { subtree: true, attributes: true });
          field.value = "The last one";
          field.dispatchEvent(new Event("change", { bubbles: true }));
          return seen.takeRecords().length;
        }"""
        )
        == 0
    )
    assert kept(page)["power-map"]["map"]["stakeholders"][-1]["name"] == "The last one"
    panel(page, "Links")
    seen(page, "[data-links]")
    expect(page.locator("[data-links] tr").last.get_by_role("combobox").first).to_be_visible()
