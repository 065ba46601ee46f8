/** What is typed in has an undo of its own. */
const TYPING = "input:not([type=checkbox]), textarea";

/**
 * Undo, and do again, by the keys that people know.
 * @param {KeyboardEvent} event @param {{undo: () => void, redo: () => void}} commands
 */
export function undoByKeys(event, commands) {
  const typing = event.target instanceof HTMLElement && event.target.matches(TYPING);
  if (!(event.ctrlKey || event.metaKey) || typing) return;
  const key = event.key.toLowerCase();
  if (key === "y" || (key === "z" && event.shiftKey)) commands.redo();
  else if (key === "z") commands.undo();
  else return;
  event.preventDefault();
}
