import { find } from "../shared/find.js";
import { detector } from "../shared/qr.js";

const LOOK_MS = 200;

/** The laptop's camera, which reads the codes that phones hold up. */
export class Camera {
  /** @type {MediaStream | null} */
  stream = null;

  /** @param {HTMLElement} box @param {(text: string) => Promise<void>} took */
  constructor(box, took) {
    this.box = box;
    this.took = took;
    this.video = find(box, "[data-video]", HTMLVideoElement);
    this.said = find(box, "[data-camera-said]", HTMLElement);
  }

  get on() {
    return !this.box.hidden;
  }

  async start() {
    this.box.hidden = false;
    this.said.textContent = "Waiting for the camera …";
    try {
      const [reader, stream] = await Promise.all([detector(), navigator.mediaDevices.getUserMedia({ video: true })]);
      if (!this.on) {
        for (const track of stream.getTracks()) track.stop();
        return;
      }
      this.stream = stream;
      this.video.srcObject = stream;
      await this.video.play();
      this.said.textContent = "The camera is on. Hold the code about a hand's length away.";
      await this.look(reader);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      this.said.textContent = `The camera can't be used here (${why}). Type the codes, or paste them.`;
    }
  }

  stop() {
    this.box.hidden = true;
    for (const track of this.stream?.getTracks() ?? []) track.stop();
    this.stream = null;
    this.video.srcObject = null;
  }

  /** @param {Awaited<ReturnType<typeof detector>>} reader */
  async look(reader) {
    let last = "";
    while (this.stream) {
      const [found] = await reader.detect(this.video).catch(() => []);
      if (found && found.rawValue !== last) {
        last = found.rawValue;
        await this.took(last);
      }
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
  }
}
