"""A machine that plays at random with two tabs and several groups, and knows what every group has to hold after each step."""

import json

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from playwright.sync_api import Browser, FilePayload, Page, expect

from tests.browser.kept import REFUSE, groups

FORM, WORK = "/tools/vision-statement/#form", "/workspace/"
TOOL = "tool.vision-statement"
FIELDS = ("vision-statement.why-us", "vision-statement.how-we-work")

PLAYED = settings(
    max_examples=8,
    stateful_step_count=12,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)
"""How long it plays: always the same games, so that one that fails can be played again."""

tabs = st.sampled_from((0, 1))
fields = st.sampled_from(FIELDS)
words = st.sampled_from(("No homes lost", "Keep the hall", "Repairs in a week", "One lift for each block"))


class Tab:
    """One tab: where it is, whose work it shows, and what it could not keep."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.on_form = False
        self.came_from_form = False
        self.group: str | None = None
        self.refused = False
        self.unsaved: dict[str, str] = {}

    def arrived(self, *, on_form: bool, group: str | None) -> None:
        self.came_from_form = self.on_form
        self.on_form, self.group = on_form, group
        self.refused, self.unsaved = False, {}


class RandomGroups(RuleBasedStateMachine):
    """Plays, in a browser of its own, on the site at an address."""

    def __init__(self, browser: Browser, address: str, *, copies: bool = False) -> None:
        """With `copies`, files are opened too: each waits for Python to start."""
        super().__init__()
        self.address = address
        self.copies = copies
        self.context = browser.new_context(service_workers="block")
        self.tabs = [Tab(self.context.new_page()) for _ in range(2)]
        self.groups: dict[str, dict[str, str]] = {}
        self.current: str | None = None
        self.begun = 0
        for tab in self.tabs:
            tab.page.on("dialog", lambda dialog: dialog.accept())
            self._go(tab, FORM)

    def teardown(self) -> None:
        self.context.close()

    def _go(self, tab: Tab, where: str) -> None:
        if tab.page.url == self.address + where:
            tab.page.reload()  # a link to a place on the page that is there would load nothing
        else:
            tab.page.goto(self.address + where)
        tab.arrived(on_form=where == FORM, group=self.current)

    # What people do.

    @rule(which=tabs)
    def opens_the_form(self, which: int) -> None:
        self._go(self.tabs[which], FORM)

    @rule(which=tabs, field=fields, text=words)
    def types(self, which: int, field: str, text: str) -> None:
        tab = self.tabs[which]
        if not tab.on_form:
            self._go(tab, FORM)
        tab.page.bring_to_front()
        tab.page.locator(f"[name='{field}']").fill(text)
        if tab.refused:
            expect(tab.page.locator("[data-notice=refused]")).to_be_visible()
            tab.unsaved[field] = text
            return
        if tab.group is None:
            self.current = tab.group = self.current or "Our group"
        self.groups.setdefault(tab.group, {})[field] = text
        for each in self.tabs:
            each.group = each.group or self.current

    @rule(which=tabs, stays=st.booleans())
    def begins_a_group(self, which: int, stays: bool) -> None:
        tab = self.tabs[which]
        self._go(tab, WORK)
        self.begun += 1
        name = f"Group {self.begun}"
        tab.page.locator("[data-begin] input").fill(name)
        tab.page.locator("[data-begin] button").click()
        self.groups[name] = {}
        self._opened(tab, name, stays)

    @precondition(lambda self: self.copies)
    @rule(which=tabs, field=fields, text=words, stays=st.booleans())
    def opens_a_copy(self, which: int, field: str, text: str, stays: bool) -> None:
        tab = self.tabs[which]
        self._go(tab, WORK)
        self.begun += 1
        name = f"Copy {self.begun}"
        head = {"schema": "coproduction-workspace", "version": 4, "rev": 1, "changed": "2026-11-30T10:00:00Z"}
        copy = {**head, "id": f"copy-{self.begun}", "name": name, "data": {TOOL: {field: [text]}}}
        file: FilePayload = {"name": "a.json", "mimeType": "application/json", "buffer": json.dumps(copy).encode()}
        tab.page.locator("[data-file]").set_input_files(file)
        tab.page.locator("[data-preview] [data-do=add]").click(timeout=60_000)
        self.groups[name] = {field: text}
        self._opened(tab, name, stays)

    @precondition(lambda self: len(self.groups) > 1)
    @rule(which=tabs, stays=st.booleans())
    def opens_another_group(self, which: int, stays: bool) -> None:
        tab = self.tabs[which]
        self._go(tab, WORK)
        button = tab.page.locator("[data-do=open]").first
        name = str(button.get_attribute("aria-label")).removeprefix("Open ")
        button.click()
        self._opened(tab, name, stays)

    def _opened(self, tab: Tab, name: str, stays: bool) -> None:
        """The other tab is asked what to do, where it shows another group."""
        self.current = tab.group = name
        other = self.tabs[1 - self.tabs.index(tab)]
        if not other.on_form or other.group in (None, name):
            other.group = other.group or name
            return
        if stays and other.group in self.groups:
            other.page.locator("[data-stay-with-group]").click()
            self.current = tab.group = other.group
        else:
            other.page.locator("[data-show-open-group]").click()
            other.page.wait_for_load_state("load")
            other.arrived(on_form=True, group=name)

    @rule(which=tabs)
    def goes_back(self, which: int) -> None:
        tab = self.tabs[which]
        if tab.on_form or not tab.came_from_form:
            return
        tab.page.go_back()
        tab.arrived(on_form=True, group=self.current)
        tab.came_from_form = False

    @rule(which=tabs)
    def reloads(self, which: int) -> None:
        tab = self.tabs[which]
        before = tab.came_from_form
        tab.page.reload()
        tab.arrived(on_form=tab.on_form, group=self.current)
        tab.came_from_form = before

    @rule(which=tabs)
    def clears_the_form(self, which: int) -> None:
        tab = self.tabs[which]
        if not tab.on_form or tab.refused:
            return
        tab.page.locator("[data-clear]").click()
        if tab.group:
            self.groups[tab.group] = {}

    @rule(which=tabs)
    def deletes_everything(self, which: int) -> None:
        tab = self.tabs[which]
        self._go(tab, WORK)
        tab.page.locator("[data-do=delete-all]").click()
        expect(tab.page.locator("[data-status]")).to_contain_text("Everything is deleted")
        shown = {each.group for each in self.tabs if each is not tab and each.on_form}
        self.groups, self.current, tab.group = {}, None, None
        other = self.tabs[1 - which]
        if shown - {None}:
            other.page.locator("[data-show-open-group]").click()
            other.page.wait_for_load_state("load")
            other.arrived(on_form=True, group=None)
        other.group = None

    @rule(which=tabs)
    def has_no_room_left(self, which: int) -> None:
        tab = self.tabs[which]
        if tab.on_form:
            tab.page.evaluate(REFUSE)
            tab.refused = True

    # What has to hold.

    @invariant()
    def every_group_holds_what_was_typed_into_it(self) -> None:
        wanted = {name: {field: [text] for field, text in group.items()} for name, group in self.groups.items()}
        page = self.tabs[0].page
        for _ in range(60):
            found = {name: data.get(TOOL, {}) for name, data in groups(page).items()}
            if found == wanted:
                return
            page.wait_for_timeout(50)
        assert found == wanted

    @invariant()
    def every_form_shows_its_group(self) -> None:
        for tab in self.tabs:
            if not tab.on_form:
                continue
            group = {**self.groups.get(tab.group or "", {}), **tab.unsaved}
            for field in FIELDS:
                if tab.unsaved and field not in tab.unsaved:
                    continue  # what another tab changed in the same part waits until this one can keep its own
                expect(tab.page.locator(f"[name='{field}']")).to_have_value(group.get(field, ""))
