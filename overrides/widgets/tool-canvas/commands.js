import { rowsIn } from "../shared/pasted-cells.js";
import { say } from "../shared/words.js";
import * as edits from "./entries.js";

/**
 * @typedef {import('./entries.js').Spec} Spec
 * @typedef {import('./form-history.js').FormHistory} FormHistory
 * @typedef {import('./view.js').View} View
 */

/** More lines than this are no notes from a wall. */
const MOST_ROWS = 200;

/** What a reader can do to the picture: each changes the form's entries, and tells what was done. */
export class Commands {
  /** @param {Spec} spec @param {FormHistory} state @param {View} view */
  constructor(spec, state, view) {
    this.spec = spec;
    this.state = state;
    this.view = view;
  }

  /** Add a mark. It stands beside the one that is chosen, where both may. @param {string} kindId */
  add(kindId) {
    const kind = this.spec.kinds.find(({ id }) => id === kindId);
    if (!kind) return;
    let name = kind.new;
    for (let number = 2; this.view.markNamed(name); number += 1)
      name = say("tool-canvas.numbered", { name: kind.new, number });
    const { entries, row } = edits.withMark(this.state.kept, kind, name);
    const rows = Object.fromEntries(kind.tables.map(({ id }) => [id, row]));
    const added = { id: "", kind: kind.id, name, label: "", rows };
    this.view.nameNext = { kind: kind.id, rows };
    this.state.replace(edits.moved(entries, this.spec, added, this.view.slotFor(kind.id)?.sets ?? {}));
    this.view.tell(say("tool-canvas.added", { name }));
  }

  /**
   * Add all marks of a list that was pasted, as one step.
   * @param {string} kindId @param {string} text @returns {boolean} whether it was taken
   */
  addList(kindId, text) {
    const kind = this.spec.kinds.find(({ id }) => id === kindId);
    const cells = kind ? this.view.cellsOf(kind) : [];
    const isHead = (/** @type {string[]} */ [, ...said]) =>
      said.length > 0 && said.every((each, at) => each === cells[at]?.heading);
    const rows = rowsIn(text).filter((row) => !isHead(row));
    if (!kind || rows.length === 0 || rows.length > MOST_ROWS) {
      this.view.tellOfList(
        rows.length ? say("tool-canvas.list-long", { most: MOST_ROWS }) : say("tool-canvas.list-empty"),
      );
      return false;
    }
    const marks = this.view.told?.marks.filter((mark) => mark.kind === kindId) ?? [];
    const sets = this.view.slotFor(kindId)?.sets ?? {};
    const { entries, added, known } = edits.withList(
      this.state.kept,
      this.spec,
      kind,
      { rows, keys: cells.map(({ key }) => key) },
      marks,
      sets,
    );
    this.state.replace(entries);
    const there = known ? ` ${say("tool-canvas.list-known", { count: known })}` : "";
    this.view.tellOfList(`${say("tool-canvas.list-added", { count: added })}${there}`);
    return true;
  }

  /** @param {string} id @param {string} name */
  rename(id, name) {
    const mark = this.view.mark(id);
    if (!mark || mark.name === name) return;
    this.state.change((entries) => edits.renamed(entries, this.spec, mark, name));
  }

  /** @param {string} id */
  remove(id) {
    const mark = this.view.mark(id);
    if (!mark || !this.view.kindOf(mark)) return;
    this.state.change((entries) => edits.withoutMark(entries, this.spec, mark));
    const { name } = mark;
    this.view.tell(
      this.spec.links === null ? say("tool-canvas.removed", { name }) : say("tool-canvas.removed-linked", { name }),
    );
  }

  /** Put a mark into a slot. @param {string} id @param {import('./board.js').Slot} slot */
  move(id, slot) {
    const mark = this.view.mark(id);
    if (!mark) return;
    this.state.change((entries) => edits.moved(entries, this.spec, mark, slot.sets));
    this.view.tell(say("tool-canvas.moved", { name: mark.name, place: slot.label }));
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
    this.state.change((entries) => edits.withCell(entries, this.spec, mark, key, text));
  }

  /** @param {string} from @param {string} to @param {string} what */
  addLink(from, to, what) {
    const { links } = this.spec;
    if (links === null) return;
    const link = { from: this.view.mark(from)?.name ?? "", what, to: this.view.mark(to)?.name ?? "" };
    this.state.change((entries) => edits.withLink(entries, links, link).entries);
    this.view.tell(what ? say("tool-canvas.linked", link) : say("tool-canvas.linked-plain", link));
  }

  /** Add an arrow to the table, to be filled in there: it begins where somebody is chosen. */
  addEmptyLink() {
    const { links, kinds } = this.spec;
    if (links === null) return;
    const from = (this.view.mark(this.view.chosen) ?? this.view.told?.marks[0])?.name ?? kinds[0]?.new ?? "";
    const { entries, id } = edits.withLink(this.state.kept, links, { from, what: "", to: "" });
    this.state.replace(entries);
    this.view.links?.focus(id);
  }

  /** @param {string} id @param {string} key @param {string} text */
  changeLink(id, key, text) {
    const [table, column] = edits.apart(key);
    this.state.change((entries) => edits.withText(entries, `${table}.${id}.${column}`, text));
  }

  /** @param {string} id */
  removeLink(id) {
    const { links } = this.spec;
    if (links === null) return;
    this.state.change((entries) => edits.withoutLink(entries, links, id));
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
