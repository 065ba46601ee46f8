import { clockFace, isOver } from "../shared/clock.js";
import { dateInWords } from "../shared/dates.js";
import { fillOwn, picture } from "../shared/fill.js";
import { find, findAll } from "../shared/find.js";
import { asList } from "../shared/languages.js";
import { drawQr } from "../shared/qr.js";
import { HELLO, roomChannel } from "../shared/room.js";
import { say } from "../shared/words.js";

/** @typedef {import('../shared/room.js').RoomView} RoomView */

const TICK_MS = 250;
/** How long it waits for the workshop's screen, before it says that there is none. */
const ANSWER_MS = 1_000;
/** How long a part of the picture stands before the next comes. */
const PAGE_MS = 20_000;
/** How many of the things agreed have room: the latest. */
const MOST_AGREED = 3;

/** What the whole room sees of a workshop, on its wall. It is told what to show, and keeps and decides nothing. */
class WorkshopRoom extends HTMLElement {
  channel = roomChannel();
  stage = find(this, "[data-room-stage]", HTMLElement);
  /** @type {RoomView | null} */
  view = null;
  /** Which part of the picture stands there. */
  page = 0;
  /** What turns the parts of the picture by itself. */
  turning = 0;
  shown = "";

  connectedCallback() {
    this.channel.addEventListener("message", ({ data }) => data !== HELLO && this.show(data));
    this.addEventListener("click", ({ target }) => {
      const button = target instanceof Element ? target.closest("button") : null;
      if (button && "fullScreen" in button.dataset) this.fullScreen();
      if (button && "nextPage" in button.dataset) this.turnByHand();
    });
    setInterval(() => this.showClock(), TICK_MS);
    this.turning = setInterval(() => this.turn(), PAGE_MS);
    this.channel.postMessage(HELLO);
    setTimeout(() => this.view || this.fill(), ANSWER_MS);
  }

  disconnectedCallback() {
    this.channel.close();
  }

  async fullScreen() {
    if (document.fullscreenElement) await document.exitFullscreen();
    else await this.requestFullscreen();
  }

  /** @param {RoomView | null} view */
  show(view) {
    this.view = view;
    if (!this.checkVisibility()) return; // a cover that is not laid over the screen draws nothing
    const shown = JSON.stringify({ ...view, clock: view?.clock.label });
    if (shown !== this.shown) this.fill();
    this.shown = shown;
    this.showClock();
  }

  fill() {
    const { view } = this;
    if (!view) this.stage.replaceChildren(fillOwn(this, "room-waiting"));
    else if (view.step && view.stage === "talk") this.fillStep(view);
    else if (view.stage === "collect") this.fillCollect(view);
    else if (view.stage === "see") this.fillResult(view);
    else if (view.stage === "talk") this.fillGap(view);
    else this.stage.replaceChildren(fillOwn(this, "room-end", this.agreed(view)));
    this.fit();
  }

  /** @param {RoomView} view */
  async fillCollect({ join, sides }) {
    const lines = sides
      .filter(({ people, expected }) => people || expected)
      .map((each) => ({ ...each, about: each.expected ? say("workshop-room.of-about", each) : "" }));
    this.stage.replaceChildren(fillOwn(this, "room-collect", { ...join, sides: lines }));
    this.drawMarks(lines);
    this.stage.querySelector(".in-languages ul")?.append(...asList(join?.languages ?? []));
    if (join)
      find(this.stage, "[data-qr]", HTMLElement).replaceChildren(
        await drawQr(join.flow, say("workshop-screen.qr", { address: join.address })),
      );
  }

  /** Each side's mark beside its name. @param {{side: string}[]} sides */
  drawMarks(sides) {
    for (const [number, place] of findAll(this.stage, "[data-mark]", HTMLElement).entries()) {
      const side = sides[number]?.side;
      place.replaceChildren(find(this, `[data-side-mark="${side}"]`, HTMLTemplateElement).content.cloneNode(true));
    }
  }

  /** @param {RoomView} view */
  fillResult({ result }) {
    this.stage.replaceChildren(fillOwn(this, result ? "room-result" : "room-nothing", result ?? {}));
    if (!result) return;
    this.page = 0;
    const several = result.pages.length > 1;
    find(this.stage, "[data-pages]", HTMLElement).hidden = !several;
    this.drawPage();
  }

  /** Show the next part of the picture. */
  turn() {
    if (this.view?.stage !== "see" || !this.view.result || !this.checkVisibility()) return;
    this.page = (this.page + 1) % this.view.result.pages.length;
    this.drawPage();
  }

  /** Whoever turns by hand reads at their own pace: nothing turns by itself from then on. */
  turnByHand() {
    clearInterval(this.turning);
    this.turn();
  }

  drawPage() {
    const { pages } = this.view?.result ?? { pages: [] };
    const place = { number: this.page + 1, all: pages.length };
    find(this.stage, "[data-picture]", HTMLElement).replaceChildren(picture(pages[this.page].picture));
    find(this.stage, "[data-page]", HTMLElement).textContent = say("common.place", place);
  }

  /** @param {RoomView} view */
  fillGap(view) {
    const { result, place } = view;
    const gap = result?.rows[place];
    const data = gap && { ...gap, ...this.agreed(view), place: place + 1, of: result.rows.length };
    this.stage.replaceChildren(fillOwn(this, gap ? "room-gap" : "room-nothing", data ?? {}));
    if (gap) find(this.stage, "[data-picture]", HTMLElement).append(picture(gap.room_picture));
  }

  /** @param {RoomView} view */
  fillStep(view) {
    this.stage.replaceChildren(fillOwn(this, "room-step", { ...view.step, ...this.agreed(view) }));
  }

  /** Letters stay as large as they have to be: so where there is no room for all, the latest of what was agreed stands. */
  fit() {
    const { stage } = this;
    const lines = findAll(stage, ".room-agreed li, .room-end li", HTMLElement);
    const full = () => stage.scrollHeight > stage.clientHeight;
    while (full() && lines.length > 1) lines.shift()?.remove();
    if (full()) stage.querySelector(".room-reasons")?.remove();
  }

  /** The latest of what was agreed, and what is being agreed. @param {RoomView} view */
  agreed({ agreed, draft }) {
    const latest = agreed.slice(draft ? 1 - MOST_AGREED : -MOST_AGREED);
    return {
      draft,
      agreed: latest.map((each) => ({ ...each, by: dateInWords(each.by) })),
      any: draft || latest.length,
    };
  }

  showClock() {
    const { clock } = this.view ?? {};
    find(this, "[data-room-clock]", HTMLElement).hidden = !clock;
    if (!clock) return;
    find(this, "[data-clock]", HTMLElement).textContent = clockFace(clock);
    find(this, "[data-part]", HTMLElement).textContent = clock.label;
    this.toggleAttribute("data-over", isOver(clock));
  }
}

customElements.define("workshop-room", WorkshopRoom);
