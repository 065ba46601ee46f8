import { fillOwn, picture } from "../shared/fill.js";
import { find } from "../shared/find.js";
import { messageOf } from "../shared/message-of.js";
import { printAlone } from "../shared/print-alone.js";
import { say } from "../shared/words.js";
import { draw, report, saveFindings, saveList, saveMap, savePicture, savePoster } from "./export.js";
import { FilePreview } from "./file-preview.js";
import { openCells, openFile } from "./import.js";
import { SafeCopy } from "./safe-copy.js";

/**
 * @typedef {import('../shared/problem.js').ProblemBox} ProblemBox
 * @typedef {import('./announcements.js').Announcements} Announcements
 * @typedef {import('./export.js').Request} Request
 * @typedef {import('./state.js').State} State
 * @typedef {import('./view.js').View} View
 */

/** What the reader takes away as a file or on paper, and brings in. */
export class Files {
  /** @param {HTMLElement} widget @param {State} state @param {View} view @param {Announcements} announcements @param {ProblemBox} problem @param {import('./commands.js').Commands} commands */
  constructor(widget, state, view, announcements, problem, commands) {
    this.widget = widget;
    this.commands = commands;
    this.state = state;
    this.view = view;
    this.announcements = announcements;
    this.problem = problem;
    this.preview = new FilePreview(widget, state);
    this.safeCopy = new SafeCopy(widget, (work) => this.#attempt(work));
  }

  /** Do what may take a while or fail, and say so. @param {() => Promise<unknown>} work */
  async #attempt(work) {
    this.widget.setAttribute("aria-busy", "true");
    try {
      await work();
      this.problem.hide();
    } catch (error) {
      this.problem.show({ why: messageOf(error) }, "failed");
    }
    this.widget.removeAttribute("aria-busy");
  }

  /** Whether only what is safe to share may leave. */
  get #onlySafe() {
    return find(this.widget, "[name='power.redacted'][value=yes]", HTMLInputElement).checked;
  }

  /**
   * Hand on what goes with every request for a file: the map as it stands, or the safe copy, once the reader has looked at
   * every text in it.
   * @param {(request: Request) => Promise<unknown>} use
   */
  #take(use) {
    const { map, phase } = this.state;
    const { comparedPhase: before, over: apart, side } = this.view;
    const colours = JSON.parse(this.widget.dataset.colours ?? "{}");
    const request = { map, phase: phase.id, before, colours, apart, side, safe: false };
    if (!this.#onlySafe) return this.#attempt(() => use(request));
    return this.#attempt(() =>
      this.safeCopy.show(map, async ({ map: copy, phases }) => {
        const ids = { phase: phases[phase.id] ?? "", before: phases[before] ?? "" };
        await use({ ...request, ...ids, map: copy, safe: true });
        this.announcements.tell(say("power-map.safe-made"));
      }),
    );
  }

  saveMap() {
    return this.#take(saveMap);
  }

  saveList() {
    return this.#take(saveList);
  }

  savePicture() {
    return this.#take(savePicture);
  }

  savePoster() {
    return this.#take(savePoster);
  }

  saveFindings() {
    return this.#take(saveFindings);
  }

  /** Print a sheet with the map, and then what it tells; nothing that was not chosen to leave. */
  print() {
    return this.#take(async (request) => {
      const sheet = find(this.widget, "[data-sheet]", HTMLElement);
      const [drawn, { sections }] = await Promise.all([draw(request), report(request)]);
      sheet.replaceChildren(picture(drawn.picture), fillOwn(this.widget, "sheet", { sections }));
      printAlone("power-map-sheet", () => sheet.replaceChildren());
    });
  }

  printBlank() {
    printAlone("power-map-blank");
  }

  /** @param {HTMLInputElement} input */
  open(input) {
    const [file] = input.files ?? [];
    if (!file) return;
    this.#attempt(async () => {
      try {
        await this.preview.show(await openFile(file));
      } finally {
        input.value = ""; // so that the same file can be opened again, once it is mended
      }
    });
  }

  /** Read the cells that were pasted. */
  openPasted() {
    const { value } = find(this.widget, "[data-pasted]", HTMLTextAreaElement);
    this.#attempt(async () => this.preview.show(await openCells(value)));
  }

  /** Add the list that was opened to the map. */
  add() {
    const { outcome } = this.preview;
    if (!outcome) return;
    if (this.state.isExample) {
      this.use();
      return;
    }
    this.state.replace({ map: outcome.added, phase: this.state.phase.id });
    this.#finish();
  }

  /** Use what was opened in place of the map. */
  use() {
    const { content, outcome } = this.preview;
    const map = content?.map ?? outcome?.instead;
    if (!map || !this.commands.mayReplace()) return;
    this.state.own({ map, phase: map.phases[0]?.id ?? "" });
    this.#finish();
  }

  #finish() {
    this.preview.close();
    this.announcements.tell(say("power-map.file-added"));
  }
}
