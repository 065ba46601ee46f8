import { say } from "../shared/words.js";
import * as edits from "./entries.js";

/**
 * @typedef {import('./entries.js').Spec} Spec
 * @typedef {import('./form-history.js').FormHistory} FormHistory
 * @typedef {import('./view.js').View} View
 */

/** What a reader can do to the picture: each changes the form's entries, and tells what was done. */
export class Commands {
  /** @param {Spec} spec @param {FormHistory} state @param {View} view */
  constructor(spec, state, view) {
    this.spec = spec;
    this.state = state;
    this.view = view;
  }

  add() {
    const base = say("tool-canvas.new");
    let name = base;
    for (let number = 2; this.view.markNamed(name); number += 1)
      name = say("tool-canvas.numbered", { name: base, number });
    const { entries, id } = edits.withMark(this.state.kept, this.spec, name);
    this.view.nameNext = id;
    this.state.replace(entries);
    this.view.tell(say("tool-canvas.added", { name }));
  }

  /** @param {string} id @param {string} name */
  rename(id, name) {
    const mark = this.view.mark(id);
    if (!mark || mark.name === name) return;
    this.state.change((entries) => edits.renamed(entries, this.spec, mark, name, this.view.nameColumn));
  }

  /** @param {string} id */
  remove(id) {
    const mark = this.view.mark(id);
    if (!mark) return;
    this.state.change((entries) => edits.withoutMark(entries, this.spec, mark));
    this.view.tell(say("tool-canvas.removed", { name: mark.name }));
  }

  /** @param {string} id @param {string} key  'name', or a table and one of its columns @param {string} text */
  changeMark(id, key, text) {
    const mark = this.view.mark(id);
    if (!mark) return;
    if (key === "name") {
      if (text.trim()) this.rename(id, text.trim());
      else this.view.draw(); // without a name it would be gone
      return;
    }
    const [table, column] = apart(key);
    this.state.change((entries) => edits.withCell(entries, mark, table, column, text));
  }

  /** @param {string} from @param {string} to @param {string} what */
  addLink(from, to, what) {
    const link = { from: this.view.mark(from)?.name ?? "", what, to: this.view.mark(to)?.name ?? "" };
    this.state.change((entries) => edits.withLink(entries, this.spec, link).entries);
    this.view.tell(say("tool-canvas.linked", link));
  }

  /** Add an arrow to the table, to be filled in there: it begins where somebody is chosen. */
  addEmptyLink() {
    const from =
      this.view.mark(this.view.chosen ?? "")?.name ?? this.view.told?.marks[0]?.name ?? say("tool-canvas.new");
    const { entries, id } = edits.withLink(this.state.kept, this.spec, { from, what: "", to: "" });
    this.state.replace(entries);
    this.view.links.focus(id);
  }

  /** @param {string} id @param {string} key @param {string} text */
  changeLink(id, key, text) {
    const [table, column] = apart(key);
    this.state.change((entries) => edits.withText(entries, `${table}.${id}.${column}`, text));
  }

  /** @param {string} id */
  removeLink(id) {
    this.state.change((entries) => edits.withoutLink(entries, this.spec, id));
    this.view.tell(say("tool-canvas.link-removed"));
  }

  /** @param {string} text */
  title(text) {
    this.state.change((entries) => edits.withText(entries, this.spec.title, text));
  }

  undo() {
    if (!this.state.past.length) return;
    this.state.undo();
    this.view.tell(say("tool-canvas.undone"));
  }

  redo() {
    if (!this.state.future.length) return;
    this.state.redo();
    this.view.tell(say("tool-canvas.redone"));
  }
}

/** A table and one of its columns. @param {string} key @returns {[string, string]} */
function apart(key) {
  const parts = key.split(".");
  return [parts.slice(0, -1).join("."), parts.at(-1) ?? ""];
}
