import { Autosave } from "../shared/autosave.js";
import { restoreUndo, saveUndo } from "../shared/canvas/kept-undo.js";
import { Panels } from "../shared/canvas/panels.js";
import { undoByKeys } from "../shared/canvas/undo-keys.js";
import { find } from "../shared/find.js";
import { asText } from "../shared/merge.js";
import { ProblemBox } from "../shared/problem.js";
import { startWhenIdle } from "../shared/python.js";
import { erase, read, write } from "../shared/store.js";
import { Announcements } from "./announcements.js";
import { Commands } from "./commands.js";
import { Files } from "./files.js";
import { State, upgraded } from "./state.js";
import { View } from "./view.js";

/** @typedef {import('./state.js').Kept} Kept */

const PART = "power-map";

/** The power map: drawn, typed and pressed, always the same data. What is pressed and typed becomes a command. */
class PowerMapElement extends HTMLElement {
  state = this.#saved();
  autosave = new Autosave(this, () => (this.#losesWords ? erase : write)(PART, this.state.kept));
  announcements = new Announcements(this);
  problem = new ProblemBox(this);
  view = new View(this, this.state, this.announcements, {
    move: (moved) => this.commands.move(moved),
    remove: (id) => this.commands.remove(id),
    describe: (id, key, value) => this.commands.describe(id, key, value),
    changeLink: (id, key, value) => this.commands.changeLink(id, key, value),
    changeMany: (ids, what) => this.commands.changeMany(ids, what),
    addLink: (from, kind, to) => this.commands.addLink(from, kind, to),
  });
  commands = new Commands(this, this.state, this.view, this.announcements, this.problem);
  panels = new Panels(this);
  files = new Files(this, this.state, this.view, this.announcements, this.problem, this.commands);

  connectedCallback() {
    find(this, "[data-editor]", HTMLElement).hidden = false;
    this.state.addEventListener("change", () => {
      if (!this.state.isExample) {
        this.view.hasOwn = false;
        this.autosave.now();
      }
      this.view.draw();
    });
    this.autosave.follow(PART, () => this.#restore());
    this.addEventListener("click", (event) => this.#onClick(event));
    this.addEventListener("change", (event) => this.#onChange(event));
    this.addEventListener("keydown", (event) => undoByKeys(event, this.commands));
    // What is typed counts when its field is left: so it is left before the page goes.
    addEventListener("pagehide", () => document.activeElement instanceof HTMLElement && document.activeElement.blur());
    addEventListener("pagehide", () => saveUndo(this.state, PART));
    restoreUndo(this.state, PART);
    this.panels.start("who");
    this.view.start();
    startWhenIdle();
  }

  /** What is kept on this device, or the example. */
  #saved() {
    const saved = read(PART);
    return saved?.map?.phases?.length ? new State(saved, false) : new State(this.#example(), true);
  }

  /** Show what another tab changed. */
  #restore() {
    const kept = read(PART) ?? this.#example();
    if (this.view.hasOwn) return;
    if (asText(upgraded(kept)) !== asText(this.state.kept)) this.state.restart(kept, read(PART) === undefined);
  }

  /** Whether something is kept that was written of someone, and is written no more: it goes from every key. */
  get #losesWords() {
    const now = new Set(wordsOf(this.state.kept));
    return wordsOf(read(PART)).some((words) => !now.has(words));
  }

  /** Show the example. The group's own map stays where it is kept. */
  #showExample() {
    this.view.hasOwn = read(PART) !== undefined;
    this.view.chosenView = "";
    this.state.restart(this.#example(), true);
  }

  /** Show the group's own map again. */
  #showOwn() {
    this.view.hasOwn = false;
    this.state.restart(read(PART) ?? this.#example(), read(PART) === undefined);
  }

  /** @returns {Kept} */
  #example() {
    return JSON.parse(find(this, "script[data-example]", HTMLScriptElement).textContent ?? "");
  }

  /** @param {Event} event */
  #onChange({ target }) {
    if (target instanceof HTMLSelectElement) this.#onSelect(target);
    else if (target instanceof HTMLInputElement) this.#onInput(target);
  }

  /** @param {HTMLSelectElement} select */
  #onSelect(select) {
    const { view, commands } = this;
    if (select.matches("[data-phase]")) view.showPhase(select.value);
    else if (select.matches("[data-compared-phase]")) view.chosenPhase = select.value;
    else if (select.matches("[data-view]")) view.show(select.value);
    else if (select.matches("[data-absent]")) commands.putBack(select.value);
    else return;
    view.draw();
  }

  /** @param {HTMLInputElement} input */
  #onInput(input) {
    const { view, commands, files } = this;
    if (input.matches("[data-map]"))
      commands.nameMap(input.dataset.map === "title" ? "title" : "decision", input.value);
    else if (input.matches("[data-phase-name]")) commands.namePhase(input.value.trim());
    else if (input.matches("[data-seat]")) commands.describe(view.canvas?.chosen ?? "", "at_table", input.checked);
    else if (input.matches("[data-file-input]")) files.open(input);
  }

  /** @param {MouseEvent} event */
  #onClick({ target }) {
    const button = target instanceof Element ? target.closest("[data-do]") : null;
    if (!(button instanceof HTMLElement)) return;
    const { view, commands, files } = this;
    const name = button.dataset.do ?? "";
    const id = button.closest("tr")?.dataset.id ?? view.canvas?.chosen ?? "";
    /** @type {Record<string, () => unknown>} */
    const does = {
      add: () => {
        this.panels.toCanvas();
        commands.add();
      },
      undo: () => commands.undo(),
      redo: () => commands.redo(),
      smaller: () => view.zoom.smaller(),
      larger: () => view.zoom.larger(),
      remove: () => commands.remove(id),
      edit: () => {
        this.panels.show("people");
        view.people.focus(id);
      },
      done: () => this.#chooseNobody(),
      "full-screen": () => this.panels.fullScreen().catch(() => {}), // the window is filled all the same
      name: () => {
        this.panels.toCanvas();
        view.nameOn(id);
      },
      "place-next": () => {
        this.panels.toCanvas();
        view.placeNext();
      },
      "link-to": () => {
        this.panels.toCanvas();
        view.canvas?.startLink(id);
      },
      "remove-link": () => commands.removeLink(id),
      "add-phase": () => commands.addPhase(),
      "remove-phase": () => commands.removePhase(),
      blank: () => commands.beginAnew(),
      example: () => this.#showExample(),
      back: () => this.#showOwn(),
      beside: () => commands.setBeside(id),
      "save-map": () => files.saveMap(),
      "save-list": () => files.saveList(),
      "save-picture": () => files.savePicture(),
      "save-findings": () => files.saveFindings(),
      "save-poster": () => files.savePoster(),
      print: () => files.print(),
      "print-blank": () => files.printBlank(),
      "add-file": () => files.add(),
      "use-file": () => files.use(),
      "safe-cancel": () => files.safeCopy.close(),
      "read-pasted": () => files.openPasted(),
      "close-file": () => files.preview.close(),
    };
    if (!commands.moveTowards(name, id)) does[name]?.();
  }

  #chooseNobody() {
    this.view.canvas?.choose(null);
    this.view.canvas?.svg.focus();
  }
}

/** All that is written in a map, of people and of what they decide. @param {Kept | undefined} kept */
const wordsOf = (kept) => {
  if (!kept) return [];
  const { title, decision, stakeholders, phases } = kept.map;
  const people = stakeholders.flatMap(({ name, notes }) => [name, notes]);
  return [title, decision, ...people, ...phases.map(({ name }) => name)].filter(Boolean);
};

customElements.define("power-map", PowerMapElement);
