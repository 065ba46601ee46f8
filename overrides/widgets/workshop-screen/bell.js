/** Two soft tones, one after the other, each fading away: in hertz, and when it begins, in seconds. */
const TONES = [
  { pitch: 659, begins: 0 },
  { pitch: 523, begins: 0.5 },
];
const LOUD = 0.15;
const LASTS = 1.6;

/** The sound that the time is up. A browser lets a page sound only once something was pressed in it. */
export class Bell {
  /** @type {AudioContext | null} */
  audio = null;
  on = true;

  /** Make ready: called where something was pressed. */
  async prepare() {
    this.audio ??= new AudioContext();
    await this.audio.resume();
  }

  ring() {
    if (!this.on || !this.audio) return;
    for (const { pitch, begins } of TONES) this.#sound(this.audio, pitch, this.audio.currentTime + begins);
  }

  /** @param {AudioContext} audio @param {number} pitch @param {number} begins */
  #sound(audio, pitch, begins) {
    const tone = new OscillatorNode(audio, { frequency: pitch });
    const loudness = new GainNode(audio, { gain: 0 });
    loudness.gain.setValueAtTime(0, begins);
    loudness.gain.linearRampToValueAtTime(LOUD, begins + 0.05);
    loudness.gain.exponentialRampToValueAtTime(0.001, begins + LASTS);
    tone.connect(loudness).connect(audio.destination);
    tone.start(begins);
    tone.stop(begins + LASTS);
  }
}
