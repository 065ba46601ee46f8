import { Autosave } from "../shared/autosave.js";
import { restoreUndo, saveUndo } from "../shared/canvas/kept-undo.js";
import { Panels } from "../shared/canvas/panels.js";
import { undoByKeys } from "../shared/canvas/undo-keys.js";
import { find } from "../shared/find.js";
import { asText } from "../shared/merge.js";
import { ProblemBox } from "../shared/problem.js";
import { startIfPossible } from "../shared/python.js";
import { erase, read, saveWorkspace, write } from "../shared/store.js";
import { say } from "../shared/words.js";
import { Commands } from "./commands.js";
import { Files } from "./files.js";
import { FormHistory } from "./form-history.js";
import { View } from "./view.js";

/** @typedef {import('../shared/form-entries.js').Entries} Entries */

/** A tool's form as a picture: drawn, typed and pressed, always the same entries. The form on the tool's page is they. */
class ToolCanvas extends HTMLElement {
  keptAs = `tool.${this.dataset.tool}`;
  spec = JSON.parse(this.dataset.spec ?? "{}");
  problem = new ProblemBox(this);
  state = this.#saved();
  autosave = new Autosave(this, () => this.#save());
  view = new View(this, this.spec, this.state, {
    rename: (id, name) => this.commands.rename(id, name),
    changeMark: (id, key, value) => this.commands.changeMark(id, key, value),
    changeLink: (id, key, value) => this.commands.changeLink(id, key, value),
    title: (text) => this.commands.title(text),
    addLink: (from, to, what) => this.commands.addLink(from, to, what),
    remove: (id) => this.commands.remove(id),
    move: (id, slot) => this.commands.move(id, slot),
    edit: (id) => this.#edit(id),
  });
  commands = new Commands(this.spec, this.state, this.view);
  panels = new Panels(this);
  files = new Files(this, this.view.form, this.state, this.problem);

  connectedCallback() {
    find(this, "[data-editor]", HTMLElement).hidden = false;
    this.state.addEventListener("change", () => {
      if (!this.state.isExample) this.autosave.now();
      this.view.draw();
    });
    this.autosave.follow(this.keptAs, () => this.#restore());
    this.addEventListener("click", (event) => this.#onClick(event));
    this.addEventListener("keydown", (event) => undoByKeys(event, this.commands));
    // What is typed counts when its field is left: so it is left before the page goes.
    addEventListener("pagehide", () => document.activeElement instanceof HTMLElement && document.activeElement.blur());
    addEventListener("pagehide", () => saveUndo(this.state, this.keptAs));
    restoreUndo(this.state, this.keptAs);
    this.panels.start("chosen");
    this.view.start();
    startIfPossible(); // without it nothing is drawn
  }

  /** What is kept on this device, or the example. */
  #saved() {
    const saved = read(this.keptAs);
    return saved ? new FormHistory(saved, false) : new FormHistory(this.#example(), true);
  }

  /** Keep the entries. What was written and is written no more goes from every key. @returns {boolean} whether it is kept */
  #save() {
    const now = new Set(Object.values(this.state.kept).flat());
    const lost = Object.values(read(this.keptAs) ?? {})
      .flat()
      .some((text) => !now.has(text));
    return (lost ? erase : write)(this.keptAs, now.size ? this.state.kept : undefined);
  }

  /** Show what another tab changed. */
  #restore() {
    const kept = read(this.keptAs);
    if (kept === undefined) this.state.restart(this.#example(), true);
    else if (asText(kept) !== asText(this.state.kept)) this.state.restart(kept, false);
  }

  /** @returns {Entries} */
  #example() {
    return JSON.parse(find(this, "script[data-example]", HTMLScriptElement).textContent ?? "");
  }

  #beginAnew() {
    if (!this.state.isExample && !confirm(say("tool-canvas.replace-sure"))) return;
    this.state.own({});
    this.panels.toCanvas();
  }

  /** @param {MouseEvent} event */
  #onClick({ target }) {
    const button = target instanceof Element ? target.closest("[data-do]") : null;
    if (!(button instanceof HTMLElement)) return;
    const { view, commands, files, panels } = this;
    const row = button.closest("tr")?.dataset.id;
    const id = row ?? view.chosen ?? "";
    /** @type {Record<string, () => unknown>} */
    const does = {
      add: () => {
        panels.toCanvas();
        commands.add(button.dataset.kind ?? "");
      },
      "add-list": () => {
        const { kind = "" } = button.dataset;
        const field = find(this, `[data-list="${kind}"]`, HTMLTextAreaElement);
        if (commands.addList(kind, field.value)) field.value = "";
      },
      "add-link": () => commands.addEmptyLink(),
      undo: () => commands.undo(),
      redo: () => commands.redo(),
      smaller: () => view.zoom.smaller(),
      larger: () => view.zoom.larger(),
      remove: () => commands.remove(id),
      "remove-link": () => commands.removeLink(id),
      "link-from": () => {
        panels.toCanvas();
        view.board?.linking.start(id);
      },
      move: () => {
        panels.toCanvas();
        view.askWhere(id);
      },
      name: () => {
        panels.toCanvas();
        view.nameOn(id);
      },
      edit: () => this.#edit(id),
      done: () => view.board?.choose(null),
      back: () => view.follow?.step(-1),
      next: () => view.follow?.step(1),
      blank: () => this.#beginAnew(),
      "save-copy": () => {
        this.autosave.finish();
        saveWorkspace();
      },
      "save-picture": () => files.savePicture(),
      "save-dots": () => files.saveDots(),
      print: () => files.print(),
      "print-wall": () => files.printWall(),
      "print-blank": () => files.printBlank(),
    };
    does[button.dataset.do ?? ""]?.();
  }

  /** @param {string} id */
  #edit(id) {
    const mark = this.view.mark(id);
    if (!mark) return;
    const kind = this.view.kindOf(mark);
    this.panels.show(`kind-${(kind ?? this.spec.kinds[0]).id}`);
    if (kind) this.view.marks.get(kind.id)?.focus(id);
    else this.view.title.focus();
  }
}

customElements.define("tool-canvas", ToolCanvas);
