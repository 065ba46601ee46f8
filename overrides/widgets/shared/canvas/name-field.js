import { find } from "../find.js";

/** A field at a mark, in which it is named where it stands. What is typed counts when the field is left, or by Enter. */
export class NameField {
  /** What is named. @type {string | null} */
  id = null;

  /** @param {HTMLElement} widget @param {{rename: (id: string, name: string) => void, done: () => void}} wishes */
  constructor(widget, wishes) {
    this.form = find(widget, "[data-name-form]", HTMLFormElement);
    this.field = find(this.form, "input", HTMLInputElement);
    this.wishes = wishes;
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#take();
      wishes.done();
    });
    this.field.addEventListener("blur", () => this.#take());
    this.field.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      this.close();
      wishes.done();
    });
  }

  /** @param {string} id @param {string} name @param {Element} mark  that it stands at */
  show(id, name, mark) {
    this.#take();
    this.id = id;
    this.form.hidden = false;
    this.field.value = name;
    const at = mark.getBoundingClientRect();
    const within = /** @type {HTMLElement} */ (this.form.parentElement).getBoundingClientRect();
    const { width, height } = this.form.getBoundingClientRect();
    const left = at.left + at.width / 2 - within.left - width / 2;
    const top = at.bottom - within.top + 4;
    this.form.style.left = `${Math.max(4, Math.min(left, within.width - width - 4))}px`;
    this.form.style.top = `${Math.max(4, Math.min(top, within.height - height - 4))}px`;
    this.field.focus({ preventScroll: true });
    this.field.select();
  }

  #take() {
    const { id } = this;
    const name = this.field.value.trim();
    this.close();
    if (id && name) this.wishes.rename(id, name);
  }

  close() {
    this.id = null;
    this.form.hidden = true;
  }
}
