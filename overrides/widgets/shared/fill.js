/**
 * Fill a `<template>` with plain data. Words stay in the page's HTML; what comes from outside only ever becomes text.
 *
 * In the template, `data-text="key"` takes a text, `data-href="key"` an address below the site's own, `data-value="key"`
 * and `data-name="key"` a control's value and name, `data-aria-label` a sentence with places, `{key}`, that is read out,
 * `data-if="key"` stays only where there is something, and a `<template data-each="key">` is filled once for each entry
 * of a list.
 */

import { find } from "./find.js";

const SITE = new URL("../../", import.meta.url);

/**
 * @param {HTMLTemplateElement} template
 * @param {Record<string, any>} data
 * @returns {DocumentFragment}
 */
export function fill(template, data) {
  const filled = /** @type {DocumentFragment} */ (template.content.cloneNode(true));
  for (const element of filled.querySelectorAll("[data-if]")) {
    const value = data[element.getAttribute("data-if") ?? ""];
    if (!value || value.length === 0) element.remove();
  }
  for (const element of filled.querySelectorAll("[data-text]")) {
    element.textContent = String(data[element.getAttribute("data-text") ?? ""]);
  }
  for (const element of filled.querySelectorAll("[data-href]")) {
    element.setAttribute("href", new URL(data[element.getAttribute("data-href") ?? ""], SITE).href);
  }
  for (const element of filled.querySelectorAll("[data-value], [data-name]")) {
    for (const attribute of ["value", "name"]) {
      const key = element.getAttribute(`data-${attribute}`);
      if (key) element.setAttribute(attribute, String(data[key]));
    }
  }
  for (const element of filled.querySelectorAll("[data-aria-label]")) {
    const sentence = element.getAttribute("data-aria-label") ?? "";
    element.setAttribute(
      "aria-label",
      sentence.replace(/\{(\w+)\}/g, (_, key) => String(data[key])),
    );
  }
  for (const inner of filled.querySelectorAll("template")) {
    const each = data[inner.dataset.each ?? ""] ?? [];
    inner.replaceWith(...each.map((/** @type {Record<string, any>} */ entry) => fill(inner, entry)));
  }
  return filled;
}

/**
 * A widget's own template, filled: the one with `data-<name>-template`.
 * @param {HTMLElement} widget
 * @param {string} name
 * @param {Record<string, any>} [data]
 */
export const fillOwn = (widget, name, data = {}) =>
  fill(find(widget, `[data-${name}-template]`, HTMLTemplateElement), data);

/**
 * A picture that Python drew, as an element. It is read as SVG, so nothing in it is ever run.
 * @param {string} svg
 */
export function picture(svg) {
  return document.importNode(new DOMParser().parseFromString(svg, "image/svg+xml").documentElement, true);
}
