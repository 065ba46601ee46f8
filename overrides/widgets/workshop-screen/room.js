import { find } from "../shared/find.js";
import { HELLO, roomChannel } from "../shared/room.js";

/** @typedef {import('../shared/room.js').RoomView} RoomView */

/** The room's own view: in a window of its own for the projector, or over this one where the screen is only mirrored. */
export class Room {
  channel = roomChannel();

  /** @param {HTMLElement} screen @param {() => RoomView | null} view  what the room is to show now */
  constructor(screen, view) {
    this.screen = screen;
    this.view = view;
    this.cover = find(screen, "[data-cover]", HTMLDialogElement);
    this.channel.addEventListener("message", ({ data }) => data === HELLO && this.show());
    for (const ending of ["cancel", "submit"]) this.cover.addEventListener(ending, () => this.#uncover());
  }

  /** Show the room what is now. */
  show() {
    this.channel.postMessage(this.view());
  }

  /** Open the window for the projector. @param {string} address */
  open(address) {
    open(address, "workshop-room", "popup,width=1280,height=720")?.focus();
  }

  /** Lay the room's view over all that stands here, until it is closed. */
  coverScreen() {
    find(this.screen, "[data-screen]", HTMLElement).style.visibility = "hidden"; // nothing of it is beneath
    this.cover.showModal();
    this.show();
  }

  /** Before the cover closes: the focus then goes back to where it was. */
  #uncover() {
    find(this.screen, "[data-screen]", HTMLElement).style.visibility = "";
  }
}
