import { find } from "../shared/find.js";
import { messageOf } from "../shared/message-of.js";
import { qrDetector } from "../shared/qr.js";
import { say } from "../shared/words.js";

const LOOK_MS = 200;

/**
 * The laptop's camera, which reads the codes that phones hold up. Its picture is shown so coarse that people can aim, and
 * that nobody can read a code from the screen, or from a photograph of it.
 */
export class Camera {
  /** @type {MediaStream | null} */
  stream = null;

  /** @param {HTMLElement} box @param {(text: string) => Promise<unknown>} onCode */
  constructor(box, onCode) {
    this.box = box;
    this.onCode = onCode;
    this.video = find(box, "[data-video]", HTMLVideoElement);
    this.blurred = find(box, "[data-blurred]", HTMLCanvasElement);
    this.status = find(box, "[data-camera-status]", HTMLElement);
  }

  get on() {
    return !this.box.hidden;
  }

  async start() {
    this.box.hidden = false;
    this.status.textContent = say("workshop-screen.camera-waits");
    try {
      const [reader, stream] = await Promise.all([qrDetector(), navigator.mediaDevices.getUserMedia({ video: true })]);
      if (!this.on) {
        for (const track of stream.getTracks()) track.stop();
        return;
      }
      this.stream = stream;
      this.video.srcObject = stream;
      await this.video.play();
      this.draw();
      this.status.textContent = say("workshop-screen.camera-on");
      await this.watch(reader);
    } catch (error) {
      this.status.textContent = say("workshop-screen.camera-failed", { why: messageOf(error) });
    }
  }

  stop() {
    this.box.hidden = true;
    for (const track of this.stream?.getTracks() ?? []) track.stop();
    this.stream = null;
    this.video.srcObject = null;
  }

  /** Draw what the camera sees, turned round as in a mirror, as long as it is on. */
  draw() {
    if (!this.stream) return;
    const { width, height } = this.blurred;
    const canvas = this.blurred.getContext("2d");
    canvas?.setTransform(-1, 0, 0, 1, width, 0);
    canvas?.drawImage(this.video, 0, 0, width, height);
    requestAnimationFrame(() => this.draw());
  }

  /** @param {Awaited<ReturnType<typeof qrDetector>>} reader */
  async watch(reader) {
    let last = "";
    while (this.stream) {
      const [found] = await reader.detect(this.video).catch(() => []);
      if (found && found.rawValue !== last) {
        last = found.rawValue;
        await this.onCode(last);
      }
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
  }
}
