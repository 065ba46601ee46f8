/**
 * Print one part of the page alone. Which part that is, the style sheet of the widget says: `html[data-printing=name]`.
 * @param {string} name  it begins with that of the widget
 * @param {() => void} [after]  called when it is printed, or when the reader changed their mind
 */
export function printAlone(name, after = () => {}) {
  const { dataset } = document.documentElement;
  dataset.printing = name;
  addEventListener(
    "afterprint",
    () => {
      delete dataset.printing;
      after();
    },
    { once: true },
  );
  print();
}
