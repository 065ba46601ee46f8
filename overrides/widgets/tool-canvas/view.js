import { ChoiceList } from "../shared/canvas/choice-list.js";
import { NameField } from "../shared/canvas/name-field.js";
import { Table } from "../shared/canvas/table.js";
import { Zoom } from "../shared/canvas/zoom.js";
import { fillOwn, picture } from "../shared/fill.js";
import { find, findAll } from "../shared/find.js";
import { messageOf } from "../shared/message-of.js";
import { ask } from "../shared/python.js";
import { say } from "../shared/words.js";
import { Board } from "./board.js";
import { rowsOf, textOf } from "./entries.js";
import { Follow } from "./follow.js";

/**
 * @typedef {import('./entries.js').Mark} Mark
 * @typedef {import('./entries.js').Spec} Spec
 * @typedef {import('./form-history.js').FormHistory} FormHistory
 * @typedef {import('./board.js').Slot} Slot
 * @typedef {{picture: string, marks: Mark[], links?: {id: string, from: string, to: string, label: string}[],
 *   slots?: Slot[], findings: any[], description: string[], road?: string, stops?: import('./follow.js').Stop[],
 *   unread: string[]}} Told  what Python says of the entries as they stand
 * @typedef {{rename: (id: string, name: string) => void, changeMark: (id: string, key: string, value: string) => void,
 *   changeLink: (id: string, key: string, value: string) => void, title: (text: string) => void,
 *   addLink: (from: string, to: string, what: string) => void, remove: (id: string) => void,
 *   move: (id: string, slot: Slot) => void, edit: (id: string) => void}} Wishes  what to do when the reader wants something changed
 */

/** Below this width, the picture is drawn for a phone. */
const NARROW = 600;

/** Everything that the page shows of the picture, and how the reader looks at it. It changes no data. */
export class View {
  /** @type {Told | null} */
  told = null;
  /** @type {Board | null} */
  board = null;
  /** A mark that is named once it is drawn. @type {{kind: string, rows: Record<string, string>} | null} */
  nameNext = null;
  /** How often Python was asked: only the latest answer counts. */
  requests = 0;
  size = "";

  /** @param {HTMLElement} widget @param {Spec} spec @param {FormHistory} state @param {Wishes} wishes */
  constructor(widget, spec, state, wishes) {
    this.widget = widget;
    this.spec = spec;
    this.state = state;
    this.wishes = wishes;
    this.stage = find(widget, "[data-stage]", HTMLElement);
    this.waiting = find(widget, "[data-waiting]", HTMLElement);
    this.form = JSON.parse(find(widget, "script[data-form]", HTMLScriptElement).textContent ?? "");
    this.choices = new ChoiceList(widget);
    this.follow = spec.follow === null ? null : new Follow(widget, spec.follow, (stop) => this.board?.follow(stop));
    this.nameField = new NameField(widget, {
      rename: wishes.rename,
      done: () => this.board?.svg.focus(),
    });
    /** The marks to type in, by kind. @type {Map<string, Table>} */
    this.marks = new Map(spec.kinds.map(({ id }) => [id, this.#table(`kind-${id}`, wishes.changeMark)]));
    this.links = spec.links === null ? null : this.#table("links", wishes.changeLink);
    this.title = /** @type {HTMLInputElement | HTMLTextAreaElement} */ (find(widget, "[data-title]", HTMLElement));
    this.title.addEventListener("change", () => wishes.title(this.title.value));
    this.zoom = new Zoom(widget, {
      picture: () => this.board?.svg,
      chosen: () => this.board?.card(this.chosen),
      settled: () => {},
    });
  }

  /** Draw, and follow the width of the page. */
  start() {
    new ResizeObserver(() => {
      const size = this.stage.clientWidth < NARROW ? "narrow" : "wide";
      if (size === this.size || !this.stage.clientWidth) return;
      this.size = size;
      if (this.state.isExample && !this.board) this.#showDrawnBefore();
      this.draw();
    }).observe(this.stage);
  }

  /** The id of the mark that is chosen. */
  get chosen() {
    return this.board?.chosen ?? null;
  }

  /** @param {string | null} id */
  mark(id) {
    return this.told?.marks.find((mark) => mark.id === id);
  }

  /** What a mark is; nothing for what stands for the title, and is written there. @param {Mark} mark */
  kindOf(mark) {
    return this.spec.kinds.find(({ id }) => id === mark.kind);
  }

  /** @param {string} name */
  markNamed(name) {
    return this.told?.marks.find((mark) => mark.name === name);
  }

  /** Where a new mark of a kind stands: beside the one that is chosen, or in the first slot of its kind. @param {string} kind */
  slotFor(kind) {
    const slots = (this.told?.slots ?? []).filter((slot) => slot.kind === kind);
    const beside = this.told?.slots?.find(({ id }) => id === this.mark(this.chosen)?.slot);
    return slots.find(({ id, label }) => id === beside?.id || label === beside?.label) ?? slots[0];
  }

  /** @param {string} sentence */
  tell(sentence) {
    find(this.widget, "[data-announcement]", HTMLElement).textContent = sentence;
  }

  /**
   * The cells of a kind's marks beside their names, in the form's own order: that of the page's table.
   * @param {import('./entries.js').Kind} kind @returns {{key: string, heading: string}[]}
   */
  cellsOf({ tables }) {
    return tables.flatMap(({ id, columns }) => {
      const table = this.form.find((/** @type {{id: string}} */ field) => field.id === id);
      const own = Object.keys(table?.columns ?? {}).filter((column) => column in columns);
      return own.map((column) => ({ key: `${id}.${column}`, heading: columns[column] ?? "" }));
    });
  }

  /** Say what became of a list, where it was pasted, and to those who only hear. @param {string} sentence */
  tellOfList(sentence) {
    for (const each of findAll(this.widget, "[data-list-told]", HTMLElement)) each.textContent = sentence;
    this.tell(sentence);
  }

  /** The example is there before Python is. */
  #showDrawnBefore() {
    const { content } = find(this.widget, `template[data-picture=${this.size}]`, HTMLTemplateElement);
    this.stage.replaceChildren(content.cloneNode(true));
    this.stage.querySelector("svg")?.setAttribute("tabindex", "0"); // so that keys scroll it until Python is there
  }

  /** Show the entries as they stand. */
  draw() {
    const { state, widget } = this;
    find(widget, "[data-example-note]", HTMLElement).hidden = !state.isExample;
    // A button that is out of use keeps its place in the order of tab stops, so that nobody is thrown off it.
    find(widget, "[data-do=undo]", HTMLButtonElement).setAttribute("aria-disabled", String(!state.past.length));
    find(widget, "[data-do=redo]", HTMLButtonElement).setAttribute("aria-disabled", String(!state.future.length));
    const title = textOf(state.kept, this.spec.title);
    if (this.title !== document.activeElement) this.title.value = title;
    this.#drawLinks();
    if (this.size) this.#ask();
  }

  /** An answer that comes too late is passed over. */
  async #ask() {
    this.requests += 1;
    const { requests } = this;
    const { room: call } = this.widget.dataset;
    this.widget.setAttribute("aria-busy", "true");
    this.waiting.hidden = Boolean(this.stage.firstChild);
    try {
      const request = { call, do: "look", form: this.form, answers: this.state.kept, size: this.size, id: "board" };
      const told = await ask(request);
      if (requests !== this.requests) return;
      this.#show(told);
      this.waiting.hidden = true;
    } catch (error) {
      if (requests !== this.requests) return;
      this.waiting.hidden = false;
      this.waiting.textContent = messageOf(error);
    }
    this.widget.removeAttribute("aria-busy");
  }

  /** @param {Told} told */
  #show(told) {
    const { chosen, widget } = this;
    const focused = document.activeElement === this.board?.svg;
    const linkingFrom = this.board?.linking.from ?? null;
    this.told = told;
    const svg = /** @type {SVGSVGElement} */ (/** @type {Element} */ (picture(told.picture)));
    const { marks, slots = [] } = told;
    const links = this.spec.links !== null;
    const board = new Board(svg, { marks, slots, links }, textOf(this.state.kept, this.spec.title));
    this.board = board;
    this.stage.replaceChildren(svg);
    svg.style.setProperty("--zoom", String(this.zoom.times));
    const added = this.#justAdded();
    board.choose(added ?? chosen);
    this.#listen(board); // only now: what is chosen stays so, and a list that is open with it
    if (board.chosen !== chosen) this.choices.close();
    if (linkingFrom !== null) board.linking.start(linkingFrom);
    if (focused) svg.focus({ preventScroll: true });
    this.#drawMarks();
    this.#drawChosen();
    this.#drawFindings(told);
    this.follow?.draw(told.road ?? "", told.stops ?? []);
    const names = told.marks.map(({ name }) => new Option("", name));
    find(widget, "[data-names]", HTMLDataListElement).replaceChildren(...names);
    if (added) this.nameOn(added);
    this.nameNext = null;
  }

  /** The id of the mark that was added just now. */
  #justAdded() {
    const { nameNext } = this;
    const isIt = (/** @type {Mark} */ { kind, rows }) =>
      kind === nameNext?.kind && Object.entries(nameNext.rows).some(([table, row]) => rows[table] === row);
    return nameNext ? this.told?.marks.find(isIt)?.id : undefined;
  }

  /** @param {Board} board */
  #listen(board) {
    const { wishes } = this;
    /** @param {string} type @param {(detail: any) => void} act */
    const on = (type, act) => board.addEventListener(type, (event) => act(/** @type {CustomEvent} */ (event).detail));
    on("choose", () => {
      this.choices.close();
      this.#drawChosen();
    });
    on("linking", (id) => this.#showLinking(id));
    on("link", ({ from, to }) => this.#askWhichLink(from, to));
    on("move", ({ id, slot }) => wishes.move(id, slot));
    on("places", (id) => this.askWhere(id));
    on("name", (id) => this.nameOn(id));
    on("edit", (id) => wishes.edit(id));
    on("remove", (id) => wishes.remove(id));
  }

  /** Name a mark where it stands. @param {string} id */
  nameOn(id) {
    const mark = this.mark(id);
    if (mark && !this.kindOf(mark)) {
      this.wishes.edit(id);
      return;
    }
    const card = this.board?.card(id);
    card?.scrollIntoView({ block: "nearest", inline: "nearest" });
    if (card) this.nameField.show(id, mark?.name ?? "", card);
  }

  /** Say that the next mark is the end of a link, for as long as that is so. @param {string | null} from */
  #showLinking(from) {
    const line = find(this.widget, "[data-linking]", HTMLElement);
    line.hidden = from === null;
    line.textContent = from === null ? "" : say("tool-canvas.linking", { name: this.mark(from)?.name ?? "" });
    if (from !== null) this.tell(line.textContent);
  }

  /** @param {string} from @param {string} to */
  #askWhichLink(from, to) {
    const names = { from: this.mark(from)?.name ?? "", to: this.mark(to)?.name ?? "" };
    const options = findAll(this.widget, "datalist[data-kinds] option", HTMLOptionElement);
    const kinds = options.map(({ value }) => ({ id: value, name: value }));
    if (!kinds.length) {
      this.wishes.addLink(from, to, "");
      return;
    }
    this.choices.show(say("tool-canvas.which-link", names), kinds, false, (what) => {
      this.wishes.addLink(from, to, what);
      this.board?.svg.focus();
    });
    this.choices.focus();
  }

  /** Ask where a mark is to stand. @param {string} id */
  askWhere(id) {
    const mark = this.mark(id);
    const slots = (this.told?.slots ?? []).filter((slot) => slot.kind === mark?.kind && slot.id !== mark.slot);
    if (!mark || !slots.length) return;
    const places = slots.map((slot) => ({ id: slot.id, name: slot.label }));
    this.choices.show(say("tool-canvas.where", { name: mark.name }), places, false, (chosen) => {
      const slot = slots.find((each) => each.id === chosen);
      if (slot) this.wishes.move(id, slot);
      this.board?.svg.focus();
    });
    this.choices.focus();
  }

  /** @param {string} name @param {(id: string, key: string, value: any) => void} change */
  #table(name, change) {
    const template = find(this.widget, `template[data-row="${name}"]`, HTMLTemplateElement);
    const body = find(this.widget, `[data-rows="${name}"]`, HTMLTableSectionElement);
    return new Table(template, body, change, { name: (what, name) => say("tool-canvas.of-row", { what, name }) });
  }

  #drawMarks() {
    for (const kind of this.spec.kinds) {
      const marks = (this.told?.marks ?? []).filter((mark) => mark.kind === kind.id);
      this.marks
        .get(kind.id)
        ?.draw(marks.map((mark) => ({ id: mark.id, name: mark.name, ...this.#cells(kind, mark) })));
    }
  }

  /** What stands in a mark's rows. @param {import('./entries.js').Kind} kind @param {Mark} mark */
  #cells({ tables }, { rows }) {
    const { kept } = this.state;
    /** @type {Record<string, string>} */
    const cells = {};
    for (const { id, columns } of tables) {
      for (const column of Object.keys(columns)) {
        cells[`${id}.${column}`] = rows[id] ? textOf(kept, `${id}.${rows[id]}.${column}`) : "";
      }
    }
    return cells;
  }

  #drawLinks() {
    const { links: table } = this.spec;
    const { kept } = this.state;
    if (table === null) return;
    const { columns } = this.form.find((/** @type {{id: string}} */ { id }) => id === table);
    this.links?.draw(
      rowsOf(kept, table)
        .sort((one, other) => Number(one) - Number(other))
        .map((row) => ({
          id: row,
          name: row,
          ...Object.fromEntries(
            Object.keys(columns).map((column) => [`${table}.${column}`, textOf(kept, `${table}.${row}.${column}`)]),
          ),
        })),
    );
  }

  #drawChosen() {
    const mark = this.mark(this.chosen);
    const place = find(this.widget, "[data-chosen]", HTMLElement);
    place.hidden = !mark;
    find(this.widget, "[data-nobody]", HTMLElement).hidden = Boolean(mark);
    const links = (this.told?.links ?? []).filter(({ from, to }) => [from, to].includes(mark?.id ?? ""));
    const movable = this.board?.canMove(mark?.id ?? null);
    place.replaceChildren(
      ...(mark
        ? [fillOwn(this.widget, "chosen", { ...mark, links, movable, own: this.kindOf(mark) !== undefined })]
        : []),
    );
  }

  /** @param {Told} told */
  #drawFindings({ findings, unread, description, marks }) {
    const nothing = findings.length === 0 && marks.length > 0;
    const sentences = unread.map((sentence) => ({ sentence }));
    const shown = fillOwn(this.widget, "findings", { findings, nothing, unread: sentences });
    find(this.widget, "[data-findings]", HTMLElement).replaceChildren(shown);
    const paragraphs = description.map((sentence) => {
      const paragraph = document.createElement("p");
      paragraph.textContent = sentence;
      return paragraph;
    });
    find(this.widget, "[data-description]", HTMLElement).replaceChildren(...paragraphs);
  }
}
