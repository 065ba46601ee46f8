import { find } from "./find.js";
import { messageOf } from "./message-of.js";
import { qrReader } from "./qr.js";
import { say } from "./words.js";

const LOOK_MS = 200;
/** How long a code that was read is not read again, while it is held up or comes and goes. */
const FORGET_MS = 5_000;
/** A code of a whole table has small squares. */
const SIZE = { width: { ideal: 1280 }, height: { ideal: 720 } };

/**
 * A camera that reads the codes that phones hold up. Its picture is shown so coarse that people can aim, and that nobody
 * can read a code from the screen, or from a photograph of it.
 *
 * The box holds `[data-video]`, a canvas `[data-blurred]` and `[data-camera-status]`.
 */
export class Camera {
  /** @type {MediaStream | null} */
  stream = null;

  /** When each code was seen last. @type {Map<string, number>} */
  seen = new Map();

  /**
   * @param {HTMLElement} box
   * @param {(text: string) => Promise<unknown>} onCodes  takes what came into sight, a code to a line
   * @param {"user" | "environment"} facing  which of a device's cameras: that on the side of the screen, or at its back
   */
  constructor(box, onCodes, facing = "user") {
    this.box = box;
    this.onCodes = onCodes;
    this.facing = facing;
    this.video = find(box, "[data-video]", HTMLVideoElement);
    this.blurred = find(box, "[data-blurred]", HTMLCanvasElement);
    this.status = find(box, "[data-camera-status]", HTMLElement);
  }

  get on() {
    return !this.box.hidden;
  }

  async start() {
    this.box.hidden = false;
    this.status.textContent = say("camera.waits");
    try {
      const video = { ...SIZE, facingMode: this.facing };
      const [read, stream] = await Promise.all([qrReader(), navigator.mediaDevices.getUserMedia({ video })]);
      if (!this.on) {
        for (const track of stream.getTracks()) track.stop();
        return;
      }
      this.stream = stream;
      this.video.srcObject = stream;
      await this.video.play();
      this.draw();
      this.status.textContent = say("camera.on");
      await this.watch(read);
    } catch (error) {
      this.status.textContent = say("camera.failed", { why: messageOf(error) });
    }
  }

  stop() {
    this.box.hidden = true;
    for (const track of this.stream?.getTracks() ?? []) track.stop();
    this.stream = null;
    this.video.srcObject = null;
  }

  /** Draw what the camera sees, as long as it is on: as in a mirror where it faces whoever looks at the screen. */
  draw() {
    if (!this.stream) return;
    const { width, height } = this.blurred;
    const canvas = this.blurred.getContext("2d");
    if (this.facing === "user") canvas?.setTransform(-1, 0, 0, 1, width, 0);
    canvas?.drawImage(this.video, 0, 0, width, height);
    requestAnimationFrame(() => this.draw());
  }

  /** @param {Awaited<ReturnType<typeof qrReader>>} read */
  async watch(read) {
    this.seen.clear();
    while (this.stream) {
      const fresh = this.fresh(await read(this.video).catch(() => []));
      if (fresh.length > 0) await this.onCodes(fresh.join("\n"));
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
  }

  /** Those that came into sight just now. @param {string[]} texts */
  fresh(texts) {
    const now = Date.now();
    const fresh = texts.filter((text) => text && now - (this.seen.get(text) ?? 0) > FORGET_MS);
    for (const text of texts) this.seen.set(text, now);
    return fresh;
  }
}
