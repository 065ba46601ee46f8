import { find, findAll } from "../shared/find.js";
import { say } from "../shared/words.js";

/** What may be typed for an answer without points. @type {Record<string, 'dont-know' | 'does-not-apply' | null>} */
const KEYS = { K: "dont-know", N: "does-not-apply", "-": null };

/** A paper form, keyed in: one key for each answer, with what it means beside each statement, to check it. */
export class Paper {
  /** @param {HTMLFormElement} form */
  constructor(form) {
    this.form = form;
    this.keys = find(form, "[name=keys]", HTMLInputElement);
    this.keys.addEventListener("input", () => this.show());
  }

  get rows() {
    return findAll(this.form, "[data-rows] > li", HTMLElement);
  }

  /** The statements of a check. @param {HTMLTemplateElement} statements @param {string} version */
  prepare(statements, version) {
    const rows = /** @type {DocumentFragment} */ (statements.content.cloneNode(true));
    if (version === "short") for (const row of rows.querySelectorAll("li:not([data-short])")) row.remove();
    find(this.form, "[data-rows]", HTMLElement).replaceChildren(rows);
    this.show();
  }

  /** @returns {(number | 'dont-know' | 'does-not-apply' | null | undefined)[]} one entry for each key typed */
  get values() {
    const typed = [...this.keys.value.toUpperCase()].filter((key) => key.trim());
    return typed.map((key) => (key in KEYS ? KEYS[key] : /^\d$/.test(key) ? Number(key) : undefined));
  }

  /** Show each answer beside its statement, and say what is wrong. @returns {string[]} what is wrong, if anything */
  show() {
    const { rows, values } = this;
    const extra = values.length - rows.length;
    const wrong = extra > 0 ? [say("workshop-screen.too-many", { count: extra })] : [];
    rows.forEach((row, place) => {
      const value = values[place];
      const answers = findAll(row, "i", HTMLElement);
      const typed = place < values.length;
      const known = !typed || value === null || typeof value === "string" || Boolean(answers[value ?? -1]);
      if (!known) wrong.unshift(say("workshop-screen.no-meaning", { number: place + 1 }));
      const words = known ? meaning(value, answers) : "?";
      find(row, "b", HTMLElement).textContent = typed ? words : "";
      row.toggleAttribute("data-due", place === values.length);
    });
    if (!wrong.length && extra < 0)
      wrong.push(say("workshop-screen.keyed", { keyed: values.length, count: rows.length }));
    find(this.form, "[data-keyed]", HTMLElement).textContent = wrong.join(" ") || say("workshop-screen.all-keyed");
    return wrong;
  }

  /** Whether every statement has a key that means something. */
  get complete() {
    return this.values.length === this.rows.length && !this.show().length;
  }

  /** @returns {{side: string, answers: Record<string, any>}} what the form holds */
  get answers() {
    const pairs = this.rows.map((row, place) => [row.dataset.id ?? "", this.values[place]]);
    const answers = Object.fromEntries(pairs.filter(([, value]) => value !== null && value !== undefined));
    return { side: String(new FormData(this.form).get("side")), answers };
  }

  clear() {
    this.keys.value = "";
    this.show();
    this.keys.focus();
  }
}

/** What a key stands for. @param {number | string | null | undefined} value @param {HTMLElement[]} answers @returns {string} */
function meaning(value, answers) {
  if (value === null) return say("workshop-screen.blank");
  if (value === "dont-know") return say("workshop-screen.dont-know");
  if (value === "does-not-apply") return say("workshop-screen.does-not-apply");
  return answers[Number(value)]?.textContent ?? "";
}
