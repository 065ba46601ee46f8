import { download } from "../shared/download.js";
import { fill } from "../shared/fill.js";
import { find, findAll } from "../shared/find.js";
import { actions } from "../shared/plan.js";
import { ask, startWhenIdle } from "../shared/python.js";
import { read, write } from "../shared/store.js";

const PART = "evidence";

/**
 * @typedef {{id: string, date: string, said: string, decided: string, changed: string, told: string,
 *   duties: string[]}} Entry
 */

/** What residents said and what came of it, kept on this device. */
class EvidenceLog extends HTMLElement {
  /** @type {Entry[]} */
  entries = read(PART)?.entries ?? [];
  form = find(this, "[data-entry]", HTMLFormElement);
  log = find(this, "[data-log]", HTMLElement);
  saved = find(this, "[data-saved]", HTMLElement);
  trouble = find(this, "[data-trouble]", HTMLElement);
  csv = "";

  connectedCallback() {
    this.form.hidden = false;
    this.addEventListener("click", (event) => this.pressed(event));
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.enter();
    });
    for (const choice of findAll(this, "[data-duty], [data-missing]", HTMLSelectElement)) {
      choice.addEventListener("change", () => this.show());
    }
    find(this, "[data-take-in]", HTMLElement).hidden = !read("workshop") && actions().length === 0;
    startWhenIdle();
    if (this.entries.length) this.show();
  }

  /** @param {MouseEvent} event */
  pressed({ target }) {
    const button = target instanceof Element ? target.closest("button") : null;
    if (!button) return;
    const { dataset } = button;
    if (dataset.change) this.change(dataset.change);
    else if (dataset.delete) this.delete(dataset.delete);
    else if ("cancel" in dataset) this.clear();
    else if ("takeIn" in dataset) this.takeIn();
    else if ("print" in dataset) print();
    else if ("csv" in dataset) download("evidence.csv", "text/csv", this.csv);
  }

  /** @returns {Entry} what the form holds */
  get entry() {
    const said = new FormData(this.form);
    const text = (/** @type {string} */ key) => String(said.get(key) ?? "").trim();
    const [date, decided, changed, told] = [text("date"), text("decided"), text("changed"), text("told")];
    const id = text("id") || Date.now().toString(36);
    return { id, date, said: text("said"), decided, changed, told, duties: said.getAll("duties").map(String) };
  }

  enter() {
    const { entry } = this;
    if (!entry.said && !entry.decided) {
      this.saved.textContent = "Write what was said, or what was decided.";
      find(this, "[name=said]", HTMLTextAreaElement).focus();
      return;
    }
    const place = this.entries.findIndex(({ id }) => id === entry.id);
    if (place < 0) this.entries.push(entry);
    else this.entries[place] = entry;
    this.clear();
    this.keep("Saved on this device. Nobody else sees it.");
  }

  clear() {
    this.form.reset();
    find(this, "[name=id]", HTMLInputElement).value = "";
    find(this, "[data-cancel]", HTMLElement).hidden = true;
    this.saved.textContent = "";
  }

  /** @param {string} id */
  change(id) {
    const entry = this.entries.find((each) => each.id === id);
    if (!entry) return;
    this.clear();
    for (const field of findAll(this.form, "input:not([type=checkbox]), textarea", HTMLElement)) {
      const input = /** @type {HTMLInputElement} */ (field);
      input.value = String(entry[/** @type {'said'} */ (input.name)] ?? "");
    }
    for (const box of findAll(this.form, "[name=duties]", HTMLInputElement)) {
      box.checked = entry.duties.includes(box.value);
    }
    find(this, "[data-cancel]", HTMLElement).hidden = false;
    find(this, "[name=said]", HTMLTextAreaElement).focus();
  }

  /** @param {string} id */
  delete(id) {
    if (!confirm("Delete this entry from this device?")) return;
    this.entries = this.entries.filter((each) => each.id !== id);
    this.keep("Deleted.");
  }

  /** What was said at each gap of the workshop with what was agreed there; and all other actions of the plan. */
  takeIn() {
    const workshop = read("workshop");
    const plan = actions();
    const date = String(workshop?.began ?? "").slice(0, 10);
    const here = new Set(workshop?.actions ?? []);
    /** @type {Entry[]} */
    const found = [];
    for (const [row, said] of Object.entries(/** @type {Record<string, string>} */ (workshop?.notes ?? {}))) {
      const agreed = plan.filter(({ id, from }) => here.has(id) && from === row);
      for (const { id } of agreed) here.delete(id);
      const decided = agreed.map(({ text }) => text).join("\n");
      const id = `workshop.${workshop.began}.${row}`;
      if (said.trim()) found.push({ id, date, said: said.trim(), decided, changed: "", told: "", duties: [] });
      else for (const each of agreed) here.add(each.id);
    }
    const taken = new Set(found.flatMap(({ decided }) => decided.split("\n")));
    for (const { id, text } of plan) {
      if (taken.has(text)) continue;
      const on = here.has(id) ? date : "";
      found.push({ id: `action.${id}`, date: on, said: "", decided: text, changed: "", told: "", duties: [] });
    }
    const known = new Set(this.entries.map(({ id }) => id));
    const fresh = found.filter(({ id }) => !known.has(id));
    this.entries.push(...fresh);
    this.keep(fresh.length ? `${fresh.length} taken in.` : "There is nothing new to take in.");
  }

  /** @param {string} said */
  keep(said) {
    try {
      write(PART, this.entries.length ? { entries: this.entries } : undefined);
      this.saved.textContent = said;
    } catch {
      this.saved.textContent = "This browser doesn't keep what you enter. Save it as CSV before you close the page.";
    }
    this.show();
  }

  async show() {
    const duty = find(this, "[data-duty]", HTMLSelectElement).value;
    const missing = find(this, "[data-missing]", HTMLSelectElement).value;
    try {
      const said = await ask({ call: "evidence", entries: this.entries, duty, missing });
      if (said.bad) this.tell(said.bad);
      else this.draw(said.ok);
    } catch (error) {
      const mend = `Your entries are kept. ${error instanceof Error ? error.message : error}`;
      this.tell({ what: "The log can't be shown here", mend });
    }
  }

  /** @param {{what: string, mend: string}} trouble */
  tell(trouble) {
    this.trouble.replaceChildren(fill(find(this, "[data-trouble-template]", HTMLTemplateElement), trouble));
    this.trouble.hidden = false;
  }

  /** @param {any} said  what `framework/tools/evidence/call.py` gives */
  draw(said) {
    this.trouble.hidden = true;
    this.csv = said.csv;
    this.log.hidden = said.all === 0;
    this.toggleAttribute("data-filled", said.all > 0);
    const template = (/** @type {string} */ name) => find(this, `[data-${name}-template]`, HTMLTemplateElement);
    find(this, "[data-counts]", HTMLElement).replaceChildren(fill(template("counts"), said));
    const entries = find(this, "[data-entries]", HTMLElement);
    entries.replaceChildren(fill(template("entries"), said));
    findAll(entries, ".entry", HTMLElement).forEach((entry, place) => {
      const { id } = said.entries[place];
      find(entry, "[data-change]", HTMLElement).dataset.change = id;
      find(entry, "[data-delete]", HTMLElement).dataset.delete = id;
    });
  }
}

customElements.define("evidence-log", EvidenceLog);
