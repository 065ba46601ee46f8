import { download } from "../shared/download.js";
import { fill } from "../shared/fill.js";
import { find } from "../shared/find.js";
import * as groups from "../shared/groups.js";
import { ask } from "../shared/python.js";
import { saveCopy, today } from "../shared/save.js";
import { asides, onOtherTab, remove, setAside } from "../shared/storage.js";
import { newId, parsed, UnreadableWorkspace } from "../shared/workspace.js";
import { readFile } from "./read-file.js";

/**
 * @typedef {import('../shared/workspace.js').Workspace} Workspace
 * @typedef {{path: string[], title: string, place: string, ours: string, theirs: string}} Difference
 */

/** A size in words. @param {unknown} value */
const size = (value) => {
  const bytes = new Blob([typeof value === "string" ? value : JSON.stringify(value)]).size;
  return bytes < 1_000 ? `${bytes} bytes` : `${(bytes / 1_000).toFixed(1)} kB`;
};

/** A day in words. @param {string} time */
const day = (time) =>
  Number.isNaN(Date.parse(time)) ? "at some time" : new Date(time).toLocaleString([], { dateStyle: "long" });

/** All that this device holds, group by group: to open, name, copy, delete, put together and take away. */
class GroupWorkspace extends HTMLElement {
  done = find(this, "[data-done]", HTMLElement);
  trouble = find(this, "[data-trouble]", HTMLElement);
  found = find(this, "[data-found]", HTMLElement);
  /** How to take back what was done last. @type {(() => void) | null} */
  undo = null;
  /** A copy that was opened from a file, checked, and not yet taken in. @type {Workspace | null} */
  copy = null;
  /** @type {Difference[]} */
  differences = [];

  connectedCallback() {
    this.show();
    this.addEventListener("click", (event) => this.pressed(event));
    this.addEventListener("submit", (event) => this.sent(event));
    const file = find(this, "[data-file]", HTMLInputElement);
    file.addEventListener("change", () => this.opened(file));
    onOtherTab(() => this.show());
  }

  /** Draw what is kept. */
  show() {
    const all = groups.groups();
    const now = groups.opened();
    const drawn = all.map((each) => this.filled("group", this.told(each, each.id === now?.id)));
    find(this, "[data-groups]", HTMLElement).replaceChildren(...drawn);
    find(this, "[data-none]", HTMLElement).hidden = all.length > 0;
    this.showInside(now);
    const aside = asides().map((each) =>
      this.filled("aside", { ...each, when: day(each.when), size: size(each.text) }),
    );
    find(this, "[data-asides]", HTMLElement).replaceChildren(...aside);
    find(this, "[data-aside]", HTMLElement).hidden = aside.length === 0;
  }

  /** @param {Workspace | null} group */
  showInside(group) {
    find(this, "[data-inside]", HTMLElement).hidden = !group;
    if (!group) return;
    find(this, "[data-name]", HTMLElement).textContent = group.name;
    const { content } = find(this, "[data-known]", HTMLTemplateElement);
    const parts = Object.entries(group.data).flatMap(([part, value]) => {
      const link = content.querySelector(`[data-part="${CSS.escape(part)}"]`)?.cloneNode(true);
      if (!(link instanceof HTMLElement)) return [];
      const item = document.createElement("li");
      const told = document.createElement("span");
      told.className = "facts";
      told.textContent = size(value);
      item.append(link, " ", told);
      return [item];
    });
    find(this, "[data-parts]", HTMLElement).replaceChildren(...parts);
  }

  /** @param {Workspace} group @param {boolean} open */
  told(group, open) {
    return { ...group, open, closed: !open, when: `Changed ${day(group.changed)}`, size: size(group) };
  }

  /** @param {string} name @param {Record<string, any>} data */
  filled(name, data) {
    return fill(find(this, `[data-${name}-template]`, HTMLTemplateElement), data);
  }

  /** Tell what was done, and offer to take it back. @param {string} what @param {string} name @param {(() => void)} [undo] */
  say(what, name, undo) {
    this.undo = undo ?? null;
    this.trouble.hidden = true;
    this.done.replaceChildren(fill(find(this, `[data-say=${what}]`, HTMLTemplateElement), { name }));
    if (undo) this.done.append(" ", fill(find(this, "[data-undo]", HTMLTemplateElement), {}));
    this.show();
  }

  /** @param {unknown} error */
  fail(error) {
    this.trouble.replaceChildren(
      this.filled("failed", { why: error instanceof Error ? error.message : String(error) }),
    );
    this.trouble.hidden = false;
    this.trouble.scrollIntoView({ block: "nearest" });
  }

  /** @param {MouseEvent} event */
  async pressed({ target }) {
    const button = target instanceof Element ? target.closest("button[data-do]") : null;
    if (!(button instanceof HTMLButtonElement)) return;
    try {
      await this.act(button.dataset.do ?? "", button.value);
    } catch (error) {
      this.fail(error);
    }
  }

  /** @param {string} what @param {string} id */
  async act(what, id) {
    const group = groups.groups().find((each) => each.id === id);
    if (what === "open" && group) this.open(group);
    else if (what === "rename" && group) this.rename(group);
    else if (what === "copy" && group) this.copyOf(group);
    else if (what === "delete" && group) this.delete(group);
    else if (what === "delete-all") this.deleteAll();
    else if (what === "undo") this.takeBack();
    else if (what === "save") saveCopy();
    else if (what === "spreadsheet") await this.spreadsheet();
    else if (what === "take") download(`set-aside-${today()}.json`, "application/json", this.aside(id));
    else if (what === "drop") this.drop(id);
    else if (what === "take-in" && this.copy) this.takeIn(this.copy);
    else if (what === "take-beside" && this.copy) this.takeIn({ ...this.copy, id: newId() });
    else if (what === "compare") await this.compare();
    else if (what === "leave") this.leave();
  }

  /** @param {Workspace} group */
  open(group) {
    const before = groups.opened();
    groups.open(group.id);
    this.say("opened", group.name, before ? () => groups.open(before.id) : undefined);
  }

  /** @param {Workspace} group */
  rename(group) {
    const name = prompt("What is the group called?", group.name)?.trim().slice(0, 120);
    if (!name) return;
    groups.keep({ ...group, name });
    this.say("renamed", name, () => groups.keep(group));
  }

  /** @param {Workspace} group */
  copyOf(group) {
    const made = groups.copy(group);
    this.say("copied", made.name, () => groups.forget(made.id));
  }

  /** @param {Workspace} group */
  delete(group) {
    const wasOpen = groups.opened()?.id === group.id;
    groups.forget(group.id);
    this.say("deleted", group.name, () => {
      groups.keep(group);
      if (wasOpen) groups.open(group.id);
    });
  }

  deleteAll() {
    if (!confirm("Delete all that every group entered in this guide on this device?")) return;
    const all = groups.groups();
    const open = groups.opened();
    const texts = asides().map(({ text }) => text);
    groups.forgetAll();
    this.say("deleted-all", "", () => {
      for (const each of all) groups.keep(each);
      for (const text of texts) setAside(text);
      if (open) groups.open(open.id);
    });
  }

  takeBack() {
    this.undo?.();
    this.say("undone", "");
  }

  /** @param {string} name */
  aside(name) {
    return asides().find((each) => each.name === name)?.text ?? "";
  }

  /** @param {string} name */
  drop(name) {
    const text = this.aside(name);
    remove(name);
    this.say("deleted", "", () => setAside(text));
  }

  async spreadsheet() {
    const { text } = await this.asked({ do: "spreadsheet", text: JSON.stringify(groups.opened()) });
    download(`coproduction-answers-${today()}.csv`, "text/csv", text);
  }

  /** Ask Python. @param {Record<string, unknown>} request @throws {Error} with what is wrong and how to mend it */
  async asked(request) {
    const said = await ask({ call: "workspace", ...request });
    if (said.bad) throw new Error(`${said.bad.what}. ${said.bad.mend}`);
    return said.ok;
  }

  /** A file was chosen. @param {HTMLInputElement} input */
  async opened(input) {
    const [file] = input.files ?? [];
    input.value = "";
    this.leave();
    if (!file) return;
    this.setAttribute("aria-busy", "true");
    try {
      const text = JSON.stringify(parsed(await readFile(file)));
      this.copy = /** @type {Workspace} */ ((await this.asked({ do: "read", text })).copy);
      const known = groups.groups().some(({ id }) => id === this.copy?.id);
      const told = { ...this.copy, known, fresh: !known, when: day(this.copy.changed) };
      this.found.replaceChildren(this.filled("found", told));
      this.found.focus();
    } catch (error) {
      this.fail(error instanceof UnreadableWorkspace ? error.message : error);
    }
    this.removeAttribute("aria-busy");
  }

  leave() {
    this.copy = null;
    this.found.replaceChildren();
    this.done.replaceChildren();
    this.trouble.hidden = true;
  }

  /** @param {Workspace} copy */
  takeIn(copy) {
    const before = groups.opened();
    groups.keep(copy);
    groups.open(copy.id);
    this.found.replaceChildren();
    this.say("opened", copy.name, () => {
      groups.forget(copy.id);
      if (before) groups.open(before.id);
    });
  }

  /** The group of this device that the copy is of. */
  get ours() {
    return groups.groups().find(({ id }) => id === this.copy?.id);
  }

  async compare() {
    const texts = { ours: JSON.stringify(this.ours), theirs: JSON.stringify(this.copy) };
    this.differences = (await this.asked({ do: "compare", ...texts })).differences;
    const count = `${this.differences.length} ${this.differences.length === 1 ? "place" : "places"}`;
    const numbered = this.differences.map((each, place) => ({ ...each, at: `difference-${place}` }));
    this.found.replaceChildren(
      this.filled("differences", { differences: numbered, count, same: numbered.length === 0 }),
    );
    this.found.focus();
  }

  /** @param {SubmitEvent} event */
  async sent(event) {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.target);
    const said = new FormData(form);
    try {
      if (form.matches("[data-join]")) await this.join(said);
      else this.begin(String(said.get("name")).trim());
      form.reset();
    } catch (error) {
      this.fail(error);
    }
  }

  /** @param {string} name */
  begin(name) {
    if (!name) return;
    const before = groups.opened();
    const made = groups.begin(name);
    this.say("begun", name, () => {
      groups.forget(made.id);
      if (before) groups.open(before.id);
    });
  }

  /** @param {FormData} said */
  async join(said) {
    const { ours } = this;
    if (!ours) return;
    const take = this.differences.filter((_, place) => said.get(`difference-${place}`) === "theirs");
    const { copy } = await this.asked({
      do: "join",
      ours: JSON.stringify(ours),
      theirs: JSON.stringify(this.copy),
      take: take.map(({ path }) => path),
    });
    groups.keep({ ...copy, rev: ours.rev + 1, changed: new Date().toISOString() });
    this.found.replaceChildren();
    this.say("joined", ours.name, () => groups.keep(ours));
  }
}

customElements.define("group-workspace", GroupWorkspace);
