import { fillOwn } from "../shared/fill.js";
import { find, findAll } from "../shared/find.js";
import { ask } from "../shared/python.js";
import { say } from "../shared/words.js";

/**
 * @typedef {import('./state.js').PowerMap} PowerMap
 * @typedef {{id: string, text: string, say: string}} Shown
 * @typedef {{map: PowerMap, phases: Record<string, string>}} Made  the copy, and the new id of each phase
 */

/** Every text that a safe copy will hold, shown before it is made: each can be changed, or left out. */
export class SafeCopy {
  /** What the reader wanted at the last look, by the text as it stood: the next file begins with it. @type {Map<string, string>} */
  wanted = new Map();
  /** What to do once the reader has looked. @type {((texts: Record<string, string>) => void) | null} */
  make = null;

  /** @param {HTMLElement} widget @param {(work: () => Promise<unknown>) => Promise<void>} attempt  does what may fail, and says so */
  constructor(widget, attempt) {
    this.widget = widget;
    this.form = find(widget, "[data-safe]", HTMLFormElement);
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      const texts = this.#texts();
      attempt(async () => {
        await this.make?.(texts);
        this.close();
      });
    });
    this.form.addEventListener("change", ({ target }) => {
      if (target instanceof HTMLInputElement && target.matches("[data-out]")) showWhetherOut(target);
    });
  }

  /**
   * Show every text; once the reader has looked, the copy is handed on.
   * @param {PowerMap} map @param {(made: Made) => Promise<unknown>} use
   */
  async show(map, use) {
    const { groups } = await ask({ call: "power_map", do: "safe-look", map });
    this.make = async (texts) => use(await ask({ call: "power_map", do: "safe-copy", map, texts }));
    this.form.replaceChildren(fillOwn(this.widget, "safe", { groups }));
    const shown = /** @type {Shown[]} */ (groups.flatMap((/** @type {any} */ group) => group.texts));
    const rows = findAll(this.form, "[data-text-row]", HTMLElement);
    shown.forEach((each, place) => {
      const row = rows[place];
      if (row) this.#write(row, each);
    });
    this.form.hidden = false;
    find(this.form, "h3", HTMLElement).focus();
  }

  /** @param {HTMLElement} row @param {Shown} shown */
  #write(row, { id, text, say: offered }) {
    const field = find(row, "textarea", HTMLTextAreaElement);
    const out = find(row, "[data-out]", HTMLInputElement);
    const wanted = this.wanted.get(`${id} ${text}`) ?? offered;
    field.name = id;
    field.dataset.was = text;
    field.value = wanted || text;
    field.setAttribute("aria-label", say("power-map.safe-becomes", { text }));
    out.checked = wanted === "";
    out.setAttribute("aria-label", say("power-map.safe-leave-out-of", { text }));
    showWhetherOut(out);
  }

  #texts() {
    /** @type {Record<string, string>} */
    const texts = {};
    for (const field of findAll(this.form, "textarea", HTMLTextAreaElement)) {
      texts[field.name] = field.disabled ? "" : field.value.trim();
      this.wanted.set(`${field.name} ${field.dataset.was}`, texts[field.name] ?? "");
    }
    return texts;
  }

  close() {
    this.make = null;
    this.form.hidden = true;
    this.form.replaceChildren();
  }
}

/** What is left out can't be changed. @param {HTMLInputElement} out */
function showWhetherOut(out) {
  const row = out.closest("[data-text-row]");
  const field = row?.querySelector("textarea");
  if (field) field.disabled = out.checked;
  row?.classList.toggle("power-map__out", out.checked);
}
