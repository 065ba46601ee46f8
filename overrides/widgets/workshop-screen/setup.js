import { find, findAll } from "../shared/find.js";
import { asList, languagesAt } from "../shared/languages.js";
import { drawQr } from "../shared/qr.js";
import { say } from "../shared/words.js";

/** @typedef {import('./workshop.js').Workshop} Workshop */

/** What is chosen before a workshop opens: the plan, what people answer, and how many are expected. */
export class Setup {
  /** The languages that people can answer in; none where there is only that of this page. @type {import('../shared/languages.js').Language[]} */
  languages = [];

  /** @param {HTMLElement} screen */
  constructor(screen) {
    this.screen = screen;
    this.form = find(screen, "[data-begin]", HTMLFormElement);
    this.plan = find(this.form, "[name=plan]", HTMLSelectElement);
    this.plan.addEventListener("change", () => this.followPlan());
  }

  /** Choose what the plan has people answer. Whoever knows better may choose something else after it. */
  followPlan() {
    const wanted = this.plan.selectedOptions[0]?.dataset.check;
    const check = this.form.querySelector(`[name=check][value^="${CSS.escape(wanted ?? "")}/"]`);
    if (check instanceof HTMLInputElement) check.checked = true;
  }

  /** @returns {{assessment: string, version: string, plan: string, expected: import('./workshop.js').Expected}} */
  get chosen() {
    const fields = new FormData(this.form);
    const [assessment = "", version = ""] = String(fields.get("check")).split("/");
    const expected = findAll(this.form, "[data-expected]", HTMLInputElement)
      .filter(({ valueAsNumber }) => valueAsNumber > 0)
      .map(({ dataset, valueAsNumber }) => [dataset.expected, Math.round(valueAsNumber)]);
    return {
      assessment,
      version: version || "short",
      plan: String(fields.get("plan")),
      expected: Object.fromEntries(expected),
    };
  }

  /** The form's entry for the check that people answer. @param {Workshop} workshop */
  check({ assessment, version }) {
    return find(this.form, `[name=check][value="${assessment}/${version}"]`, HTMLInputElement);
  }

  /** What the record is of: the check, or the plan where nothing is answered. @param {Workshop} workshop */
  title(workshop) {
    if (workshop.assessment) return this.check(workshop).dataset.title ?? "";
    const plan = this.form.querySelector(`[name=plan] option[value="${CSS.escape(workshop.plan)}"]`);
    return (workshop.plan && plan instanceof HTMLElement && plan.dataset.title) || say("workshop-screen.no-step");
  }

  /** Where people answer. @param {Workshop} workshop @returns {import('../shared/room.js').Join | null} */
  join(workshop) {
    if (!workshop.assessment) return null;
    const versions = this.form.querySelectorAll(`[name=check][value^="${CSS.escape(workshop.assessment)}/"]`);
    const version = versions.length > 1 ? say(`workshop-screen.${workshop.version}`) : "";
    const { href } = new URL(this.check(workshop).dataset.page ?? "", location.href);
    const typed = href.replace(/^https?:\/\//, "");
    const { languages } = this;
    return { address: href, typed, flow: `${href}#workshop-${workshop.version}`, version, languages };
  }

  /** Find out in which languages people can answer, and show it. @param {Workshop} workshop */
  async findLanguages(workshop) {
    const join = this.join(workshop);
    this.languages = join ? await languagesAt(join.address) : [];
    if (this.languages.length) this.showJoin(workshop);
  }

  /** Show where people answer. @param {Workshop} workshop */
  async showJoin(workshop) {
    const join = this.join(workshop);
    if (!join) return;
    find(this.screen, "[data-join-version]", HTMLElement).textContent = join.version;
    find(this.screen, "[data-join-choose]", HTMLElement).hidden = !join.version;
    find(this.screen, "[data-join-address]", HTMLElement).textContent = join.typed;
    const place = find(this.screen, "[data-join-languages]", HTMLElement);
    place.hidden = this.languages.length === 0;
    find(place, "ul", HTMLElement).replaceChildren(...asList(this.languages));
    const code = await drawQr(join.flow, say("workshop-screen.qr", { address: join.address }));
    find(this.screen, "[data-join-qr]", HTMLElement).replaceChildren(code);
  }
}
