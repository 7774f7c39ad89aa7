// Shows what the server made, and touches only what is different, so that focus and open menus stay.

const shown = new WeakMap();

/** Everything that can have the focus in what is replaced, in its order. */
const focusable = (node) => [...node.querySelectorAll('a[href], button, input, select, textarea, summary')];

/** The new content, with the focus where it was before. */
export function replaceHtml(node, html) {
  if (shown.get(node) === html) return;
  const at = focusable(node).indexOf(document.activeElement);
  node.innerHTML = html;
  shown.set(node, html);
  if (at < 0) return;
  const places = focusable(node);
  (places[Math.min(at, places.length - 1)] ?? node).focus();
}

/** One child for each item, in their order; says whether a new one came. */
export function replaceItems(list, items) {
  const before = new Map([...list.children].map((child) => [child.dataset.key, child]));
  let isNew = false;
  let next = list.firstElementChild;
  for (const { key, html } of items) {
    const known = before.get(key);
    const child = known ?? document.createElement('div');
    before.delete(key);
    child.dataset.key = key;
    replaceHtml(child, html);
    isNew ||= !known;
    if (child === next) next = next.nextElementSibling;
    else list.insertBefore(child, next);
  }
  for (const gone of before.values()) {
    const hadFocus = gone.contains(document.activeElement);
    gone.remove();
    if (hadFocus) list.focus();
  }
  return isNew;
}
