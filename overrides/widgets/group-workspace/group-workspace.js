import { dateInWords, today } from "../shared/dates.js";
import { download } from "../shared/download.js";
import { fill, fillOwn } from "../shared/fill.js";
import { find } from "../shared/find.js";
import { allGroups, currentGroup } from "../shared/groups.js";
import { messageOf } from "../shared/message-of.js";
import { ProblemBox } from "../shared/problem.js";
import { ask } from "../shared/python.js";
import { onOtherTab, remove, StorageError, setAside, setAsideTexts } from "../shared/storage.js";
import { say } from "../shared/words.js";
import { downloadWorkspace } from "../shared/workspace-file.js";
import { Binder } from "./binder.js";
import * as actions from "./group-actions.js";
import { OpenedFile } from "./opened-file.js";
import { sizeInWords } from "./workspace-size.js";

/**
 * @typedef {import('../shared/workspace.js').Workspace} Workspace
 * @typedef {import('./group-actions.js').Done} Done
 */

/** @param {string} moment */
const day = (moment) => dateInWords(moment) || say("group-workspace.some-time");

/** When a group was changed, in words. @param {string} moment */
function changed(moment) {
  const date = dateInWords(moment);
  return date ? say("group-workspace.changed", { date }) : say("group-workspace.changed-some-time");
}

/** When a copy was saved, in words. @param {string} moment */
function saved(moment) {
  const date = dateInWords(moment);
  return date ? say("group-workspace.saved", { date }) : say("group-workspace.saved-some-time");
}

/** All that this device holds, group by group: to open, name, duplicate, delete, put together and take away. */
class GroupWorkspace extends HTMLElement {
  status = find(this, "[data-status]", HTMLElement);
  problem = new ProblemBox(this);
  preview = find(this, "[data-preview]", HTMLElement);
  binder = new Binder(this);
  /** What all documents go out as, by the names of buttons. @type {Record<string, (group: Workspace) => Promise<void>>} */
  outputs = {
    folder: (group) => this.binder.saveFolder(group),
    "one-word": (group) => this.binder.saveWord(group),
    days: (group) => this.binder.saveDays(group),
    "print-all": (group) => this.binder.print(group),
  };
  /** How to undo what was done last. @type {(() => void) | undefined} */
  undo;
  /** A file that was opened and checked, and is not taken in yet. @type {OpenedFile | null} */
  file = null;

  connectedCallback() {
    this.show();
    this.addEventListener("click", (event) => this.onClick(event));
    this.addEventListener("submit", (event) => this.onSubmit(event));
    const input = find(this, "[data-file]", HTMLInputElement);
    input.addEventListener("change", () => this.openFile(input));
    onOtherTab(() => this.show());
  }

  /** Show what is kept. */
  show() {
    const groups = allGroups();
    const current = currentGroup();
    const items = groups.map((each) => fillOwn(this, "group", this.described(each, each.id === current?.id)));
    find(this, "[data-groups]", HTMLElement).replaceChildren(...items);
    find(this, "[data-none]", HTMLElement).hidden = groups.length > 0;
    this.showParts(current);
    const texts = setAsideTexts().map((each) =>
      fillOwn(this, "set-aside", { ...each, when: day(each.when), size: sizeInWords(each.text) }),
    );
    find(this, "[data-set-aside-texts]", HTMLElement).replaceChildren(...texts);
    find(this, "[data-set-aside]", HTMLElement).hidden = texts.length === 0;
  }

  /** @param {Workspace} group @param {boolean} open */
  described(group, open) {
    return { ...group, open, closed: !open, when: changed(group.changed), size: sizeInWords(group) };
  }

  /** What a group has entered, with links to where. @param {Workspace | null} group */
  showParts(group) {
    find(this, "[data-current]", HTMLElement).hidden = !group;
    if (!group) return;
    find(this, "[data-name]", HTMLElement).textContent = group.name;
    const { content } = find(this, "[data-known-parts]", HTMLTemplateElement);
    const parts = Object.entries(group.data).flatMap(([part, value]) => {
      const link = content.querySelector(`[data-part="${CSS.escape(part)}"]`)?.cloneNode(true);
      if (!(link instanceof HTMLElement)) return [];
      const item = fillOwn(this, "part", { size: sizeInWords(value) });
      find(item, "[data-link]", HTMLElement).replaceWith(link);
      return [item];
    });
    find(this, "[data-parts]", HTMLElement).replaceChildren(...parts);
    this.attempt(() => this.binder.show(group));
    find(this, "[data-all-parts]", HTMLElement).hidden = this.binder.element.hidden === true;
  }

  /** Tell what was done, and offer to undo it. @param {Done} done */
  report({ message, name, undo }) {
    this.undo = undo;
    this.problem.hide();
    this.status.replaceChildren(fill(find(this, `[data-message=${message}]`, HTMLTemplateElement), { name }));
    if (undo) this.status.append(" ", fillOwn(this, "undo", {}));
    this.show();
  }

  /** @param {MouseEvent} event */
  async onClick({ target }) {
    const button = target instanceof Element ? target.closest("button[data-do]") : null;
    if (!(button instanceof HTMLButtonElement)) return;
    await this.attempt(() => this.act(button.dataset.do ?? "", button.value));
  }

  /** @param {() => Promise<unknown>} action */
  async attempt(action) {
    try {
      await action();
    } catch (error) {
      const why = error instanceof StorageError ? say("group-workspace.not-kept") : messageOf(error);
      this.problem.show({ why }, "failed");
    }
  }

  /** @param {string} what @param {string} value  the id of a group, or the name of what was set aside */
  async act(what, value) {
    const group = allGroups().find((each) => each.id === value);
    if (what === "open" && group) this.report(actions.openGroup(group));
    else if (what === "rename" && group) this.rename(group);
    else if (what === "duplicate" && group) this.report(actions.duplicate(group));
    else if (what === "delete" && group) this.report(actions.removeGroup(group));
    else if (what === "delete-all") this.deleteAll();
    else if (what === "undo") this.undoLast();
    else if (what === "save") this.save();
    else if (what in this.outputs) await this.letOut(what);
    else if (what === "spreadsheet") await this.saveSpreadsheet();
    else if (what === "save-set-aside") this.saveSetAside(value);
    else if (what === "delete-set-aside") this.deleteSetAside(value);
    else if (what === "close-file") this.closeFile();
    else if (this.file) await this.actOnFile(what, this.file);
  }

  /** @param {Workspace} group */
  rename(group) {
    const { maxLength } = find(this, "[data-begin] input", HTMLInputElement);
    const name = prompt(say("group-workspace.ask-name"), group.name)?.trim().slice(0, maxLength);
    if (name) this.report(actions.renameGroup(group, name));
  }

  deleteAll() {
    if (!confirm(say("group-workspace.delete-all-sure"))) return;
    this.report(actions.removeEverything());
  }

  undoLast() {
    this.undo?.();
    this.report({ message: "undone", name: "" });
  }

  save() {
    const group = currentGroup();
    if (group) downloadWorkspace(group);
  }

  /** Hand out all documents, which takes a while. @param {string} what  a name among the `outputs` */
  async letOut(what) {
    const group = currentGroup();
    if (!group) return;
    this.problem.hide();
    this.setAttribute("aria-busy", "true");
    this.status.textContent = say("form.one-moment");
    try {
      await this.outputs[what]?.(group);
    } finally {
      this.status.replaceChildren();
      this.removeAttribute("aria-busy");
    }
  }

  async saveSpreadsheet() {
    const { text } = await ask({ call: "workspace", do: "spreadsheet", text: JSON.stringify(currentGroup()) });
    download(`${say("group-workspace.answers-file", { date: today() })}.csv`, "text/csv", text);
  }

  /** @param {string} name */
  textSetAside(name) {
    return setAsideTexts().find((each) => each.name === name) ?? { text: "", group: "" };
  }

  /** @param {string} name */
  saveSetAside(name) {
    download(
      `${say("group-workspace.set-aside-file", { date: today() })}.json`,
      "application/json",
      this.textSetAside(name).text,
    );
  }

  /** @param {string} name */
  deleteSetAside(name) {
    const { text, group } = this.textSetAside(name);
    remove(name);
    this.report({ message: "deleted-set-aside", name: "", undo: () => setAside(text, group) });
  }

  /** @param {HTMLInputElement} input */
  async openFile(input) {
    const [file] = input.files ?? [];
    input.value = "";
    this.closeFile();
    if (!file) return;
    this.setAttribute("aria-busy", "true");
    await this.attempt(async () => {
      this.file = await OpenedFile.read(file, Number(this.dataset.mostBytes));
      const { workspace, ours } = this.file;
      this.showPreview("file", { ...workspace, known: ours, fresh: !ours, when: saved(workspace.changed) });
    });
    this.removeAttribute("aria-busy");
  }

  closeFile() {
    this.file = null;
    this.preview.replaceChildren();
    this.status.replaceChildren();
    this.problem.hide();
  }

  /** @param {string} name @param {Record<string, any>} data */
  showPreview(name, data) {
    this.preview.replaceChildren(fillOwn(this, name, data));
    this.preview.focus();
  }

  /** @param {string} what @param {OpenedFile} file */
  async actOnFile(what, file) {
    if (what === "add") this.finishFile(file.add());
    else if (what === "add-as-another") this.finishFile(file.addAsAnother());
    else if (what === "compare") await this.compare(file);
  }

  /** @param {Done | null} done */
  finishFile(done) {
    if (!done) return;
    this.preview.replaceChildren();
    this.report(done);
  }

  /** @param {OpenedFile} file */
  async compare(file) {
    await file.compare();
    const count = file.differences.length;
    const differ = say("group-workspace.differ", { count });
    const differences = file.differences.map((each, place) => ({ ...each, at: `difference-${place}` }));
    this.showPreview("differences", { differences, differ, same: count === 0 });
  }

  /** @param {SubmitEvent} event */
  async onSubmit(event) {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.target);
    await this.attempt(async () => {
      if (form.matches("[data-join]")) await this.join(new FormData(form));
      else this.begin(String(new FormData(form).get("name")).trim());
      form.reset();
    });
  }

  /** @param {string} name */
  begin(name) {
    if (!name) throw new Error(say("group-workspace.no-name"));
    this.report(actions.beginGroup(name));
  }

  /** @param {FormData} chosen */
  async join(chosen) {
    const { file } = this;
    const theirs = file?.differences.filter((_, place) => chosen.get(`difference-${place}`) === "theirs");
    if (file && theirs) this.finishFile(await file.join(theirs));
  }
}

customElements.define("group-workspace", GroupWorkspace);
