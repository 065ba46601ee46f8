import { picture } from "../shared/fill.js";
import { find } from "../shared/find.js";
import { messageOf } from "../shared/message-of.js";
import { printAlone } from "../shared/print-alone.js";
import { say } from "../shared/words.js";
import { emptyMap } from "./edits.js";
import { draw, saveList, saveMap, savePicture, savePoster } from "./export.js";
import { FilePreview } from "./file-preview.js";
import { addRows, openFile } from "./import.js";
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
    this.preview = new FilePreview(widget);
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
    const { comparedPhase: before, over: apart } = this.view;
    const colours = JSON.parse(this.widget.dataset.colours ?? "{}");
    const request = { map, phase: phase.id, before, colours, apart, safe: false };
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

  /** Print a sheet with the map and its words; nothing that was not chosen to leave. */
  print() {
    return this.#take(async (request) => {
      const sheet = find(this.widget, "[data-sheet]", HTMLElement);
      const drawn = await draw(request);
      const words = document.createElement("p");
      words.textContent = drawn.description;
      sheet.replaceChildren(picture(drawn.picture), words);
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
        this.preview.show(await openFile(file));
      } finally {
        input.value = ""; // so that the same file can be opened again, once it is mended
      }
    });
  }

  /** Add the list that was opened to the map. */
  add() {
    const rows = this.preview.content?.rows ?? [];
    if (this.state.isExample) {
      this.use();
      return;
    }
    this.state.change((map, phase) => addRows(map, phase, rows));
    this.#finish();
  }

  /** Use what was opened in place of the map. A list has no name: that stays. */
  use() {
    if (!this.commands.mayReplace()) return;
    const { rows = [], map } = this.preview.content ?? {};
    if (map) this.state.own({ map, phase: map.phases[0]?.id ?? "" });
    else {
      const kept = emptyMap(withoutPeople(this.state.map), this.state.phase.name);
      for (const phase of kept.map.phases) addRows(kept.map, phase, rows);
      this.state.own(kept);
    }
    this.#finish();
  }

  #finish() {
    this.preview.close();
    this.announcements.tell(say("power-map.file-added"));
  }
}

/** @param {import('./state.js').PowerMap} map */
const withoutPeople = ({ schema, version, title, decision }) => ({ schema, version, title, decision });
