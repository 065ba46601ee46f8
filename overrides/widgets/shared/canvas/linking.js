/** A link that is drawn on a canvas: it begins at one mark, and the next that is pressed, or chosen by keys, is its end. */
export class Linking {
  /** From which mark a link is drawn. @type {string | null} */
  from = null;

  /**
   * @param {SVGSVGElement} svg
   * @param {{drawing: (from: string | null) => void, link: (from: string, to: string) => void}} told  where a link begins,
   *   null once none is drawn; and both ends of one that is whole
   */
  constructor(svg, told) {
    this.svg = svg;
    this.told = told;
  }

  /** @param {string} id */
  start(id) {
    this.from = id;
    this.svg.classList.add("linking");
    this.told.drawing(id);
  }

  /** @param {string | undefined} to  nothing: the link is given up */
  end(to) {
    const { from } = this;
    this.from = null;
    this.svg.classList.remove("linking");
    this.told.drawing(null);
    if (from !== null && to !== undefined && to !== from) this.told.link(from, to);
  }
}
