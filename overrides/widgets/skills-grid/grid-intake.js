import { Intake } from "../shared/intake.js";

/** The ways by which sheets come in: the first that comes begins the grid. */
export class GridIntake extends Intake {
  /** What begins a grid where there is none. */
  begin = () => {};

  /** @override @param {string} text */
  add(text) {
    if (text.trim()) this.begin();
    return super.add(text);
  }

  /** @override @param {number} marks */
  addPaper(marks) {
    if (this.paper.complete) this.begin();
    return super.addPaper(marks);
  }
}
