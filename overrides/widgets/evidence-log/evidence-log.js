import { Autosave } from "../shared/autosave.js";
import { dateInWords, localDay } from "../shared/dates.js";
import { download } from "../shared/download.js";
import { Draft } from "../shared/draft.js";
import { fillOwn } from "../shared/fill.js";
import { find, findAll } from "../shared/find.js";
import { fillIn } from "../shared/form-entries.js";
import { actions } from "../shared/plan.js";
import { ProblemBox, problemOf } from "../shared/problem.js";
import { ask, startWhenIdle } from "../shared/python.js";
import { erase, read, write } from "../shared/store.js";
import { say } from "../shared/words.js";

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
  autosave = new Autosave(this, () => write(PART, this.kept));
  draft = new Draft(this.form, `${PART}.draft`, () => this.showEditing());
  problem = new ProblemBox(this);
  csv = "";

  connectedCallback() {
    this.form.hidden = false;
    this.addEventListener("click", (event) => this.onClick(event));
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.submit();
    });
    for (const choice of findAll(this, "[data-duty], [data-missing]", HTMLSelectElement)) {
      choice.addEventListener("change", () => this.show());
    }
    this.autosave.follow(PART, () => this.restore());
    find(this, "[data-import]", HTMLElement).hidden = !read("workshop") && actions().length === 0;
    startWhenIdle();
    if (this.entries.length) this.show();
  }

  /** The log as it is kept; nothing where it is empty. */
  get kept() {
    return this.entries.length > 0 ? { entries: this.entries } : undefined;
  }

  /** Show what is kept. */
  restore() {
    this.entries = read(PART)?.entries ?? [];
    this.show();
  }

  /** @param {MouseEvent} event */
  onClick({ target }) {
    const button = target instanceof Element ? target.closest("button") : null;
    if (!button) return;
    const { dataset } = button;
    if (dataset.edit) this.edit(dataset.edit);
    else if (dataset.delete) this.delete(dataset.delete);
    else if ("cancel" in dataset) this.clear();
    else if ("import" in dataset) this.importWorkshop();
    else if ("print" in dataset) print();
    else if ("csv" in dataset) download(`${say("evidence-log.file-name")}.csv`, "text/csv", this.csv);
  }

  /** @returns {Entry} what the form holds */
  get entry() {
    const fields = new FormData(this.form);
    const text = (/** @type {string} */ key) => String(fields.get(key) ?? "").trim();
    const [date, decided, changed, told] = [text("date"), text("decided"), text("changed"), text("told")];
    const id = text("id") || Date.now().toString(36);
    return { id, date, said: text("said"), decided, changed, told, duties: fields.getAll("duties").map(String) };
  }

  submit() {
    const { entry } = this;
    if (!entry.said && !entry.decided) {
      this.autosave.line.textContent = say("evidence-log.nothing-written");
      find(this, "[name=said]", HTMLTextAreaElement).focus();
      return;
    }
    const place = this.entries.findIndex(({ id }) => id === entry.id);
    if (place < 0) this.entries.push(entry);
    else this.entries[place] = entry;
    this.clear();
    this.save();
  }

  clear() {
    this.draft.clear();
    this.showEditing();
    this.autosave.cancel();
  }

  /** An entry that stands in the log already may be left as it is. */
  showEditing() {
    find(this, "[data-cancel]", HTMLElement).hidden = !find(this, "[name=id]", HTMLInputElement).value;
  }

  /** @param {string} id */
  edit(id) {
    const entry = this.entries.find((each) => each.id === id);
    if (!entry) return;
    this.clear();
    fillIn(this.form, asEntries(entry));
    this.showEditing();
    this.draft.soon();
    find(this, "[name=said]", HTMLTextAreaElement).focus();
  }

  /** @param {string} id */
  delete(id) {
    if (!confirm(say("evidence-log.delete-sure"))) return;
    this.entries = this.entries.filter((each) => each.id !== id);
    this.autosave.report(erase(PART, this.kept), say("evidence-log.deleted"));
    this.show();
  }

  /** What was said at each gap of the workshop with what was agreed there; and all other actions of the plan. */
  importWorkshop() {
    const workshop = read("workshop");
    const plan = actions();
    const date = localDay(workshop?.began ?? "");
    const here = new Set(workshop?.actions ?? []);
    /** @type {Entry[]} */
    const found = [];
    for (const [row, said] of Object.entries(/** @type {Record<string, string>} */ (workshop?.notes ?? {}))) {
      const agreed = plan.filter(({ id, from }) => here.has(id) && from === row);
      for (const { id } of agreed) here.delete(id);
      const decided = agreed.map(actionInWords).join("\n");
      const id = `workshop.${workshop.began}.${row}`;
      const there = say("evidence-log.said-there", { words: said.trim() });
      if (said.trim()) found.push({ id, date, said: there, decided, changed: "", told: "", duties: [] });
      else for (const each of agreed) here.add(each.id);
    }
    const imported = new Set(found.flatMap(({ decided }) => decided.split("\n")));
    for (const action of plan) {
      const decided = actionInWords(action);
      if (imported.has(decided)) continue;
      const on = here.has(action.id) ? date : "";
      found.push({ id: `action.${action.id}`, date: on, said: "", decided, changed: "", told: "", duties: [] });
    }
    const known = new Set(this.entries.map(({ id }) => id));
    const fresh = found.filter(({ id }) => !known.has(id));
    this.entries.push(...fresh);
    this.save(fresh.length ? say("evidence-log.imported", { count: fresh.length }) : say("evidence-log.nothing-new"));
  }

  /** @param {string} [message] */
  save(message) {
    this.autosave.now(message);
    this.show();
  }

  async show() {
    const duty = find(this, "[data-duty]", HTMLSelectElement).value;
    const missing = find(this, "[data-missing]", HTMLSelectElement).value;
    try {
      this.showLog(await ask({ call: "evidence", entries: this.entries, duty, missing }));
      this.problem.hide();
    } catch (error) {
      this.problem.show(problemOf(error, say("evidence-log.not-shown")));
    }
  }

  /** @param {any} log  what `framework/tools/evidence/call.py` gives */
  showLog(log) {
    this.csv = log.csv;
    this.log.hidden = log.all === 0;
    this.toggleAttribute("data-filled", log.all > 0);
    find(this, "[data-counts]", HTMLElement).replaceChildren(fillOwn(this, "counts", counts(log)));
    const entries = find(this, "[data-entries]", HTMLElement);
    entries.replaceChildren(fillOwn(this, "entries", { ...log, entries: log.entries.map(inWords) }));
    findAll(entries, ".entry", HTMLElement).forEach((entry, place) => {
      const { id } = log.entries[place];
      find(entry, "[data-edit]", HTMLElement).dataset.edit = id;
      find(entry, "[data-delete]", HTMLElement).dataset.delete = id;
    });
  }
}

/** An action with who does it and by when. @param {import('../shared/plan.js').Action} action */
function actionInWords({ text, who, by }) {
  const day = dateInWords(by);
  if (who && day) return say("evidence-log.action-who-by", { text, who, day });
  if (who) return say("evidence-log.action-who", { text, who });
  return day ? say("evidence-log.action-by", { text, day }) : text;
}

/** An entry as a form has it. @param {Entry} entry */
const asEntries = ({ duties, ...texts }) => ({
  ...Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, [text]])),
  duties,
});

/** How many entries there are, and how many of them stop short, in words. @param {Record<string, number>} log */
const counts = ({ shown = 0, all = 0, no_decision = 0, not_told = 0 }) => ({
  shown: say("evidence-log.shown", { shown, count: all }),
  no_decision: no_decision && say("evidence-log.count-no-decision", { count: no_decision }),
  not_told: not_told && say("evidence-log.count-not-told", { count: not_told }),
});

/** An entry with its days as people write them. @param {Entry} entry */
const inWords = (entry) => ({ ...entry, date: dateInWords(entry.date), told: dateInWords(entry.told) });

customElements.define("evidence-log", EvidenceLog);
