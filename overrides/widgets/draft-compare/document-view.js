import { dateInWords } from "../shared/dates.js";
import { fillOwn } from "../shared/fill.js";
import { find } from "../shared/find.js";
import { say } from "../shared/words.js";
import { headingOf } from "./apart-view.js";

/** The document as it stands: what is agreed, and both wordings of what is not. */
export class DocumentView {
  /** @param {HTMLElement} widget */
  constructor(widget) {
    this.widget = widget;
  }

  /** @param {any} answer  what `framework/tools/drafts/call.py` gives @param {string} title */
  show({ document, changed, note }, title) {
    const origin = find(this.widget, "[data-note]", HTMLElement);
    origin.textContent = note;
    origin.hidden = !note;
    find(this.widget, "[data-whole]", HTMLElement).textContent = title;
    find(this.widget, "[data-stands]", HTMLElement).replaceChildren(
      fillOwn(this.widget, "stands", { places: inParts(document) }),
    );
    const words = changed?.places.map(headingOf).join("; ");
    const day = dateInWords(changed?.day ?? "");
    const since = words
      ? say("draft-compare.changed", { day, places: words })
      : say("draft-compare.unchanged", { day });
    find(this.widget, "[data-changed]", HTMLElement).textContent = changed ? since : "";
  }
}

/** Each place with the heading of its part where a new part begins. @param {any[]} document */
function inParts(document) {
  let last = "";
  return document.map((place) => {
    const part = place.part && place.part !== last ? place.part : "";
    last = place.part || last;
    const reasons = new Map(place.reasons.map((/** @type {any} */ { side_name, reason }) => [side_name, reason]));
    return {
      ...place,
      part,
      heading: headingOf(place),
      agreed: !place.open,
      by: dateInWords(place.by),
      wordings: place.wordings.map((/** @type {any} */ each) => ({ ...each, reason: reasons.get(each.side_name) })),
    };
  });
}
