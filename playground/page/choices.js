// A list of choices under a field: arrow keys, Enter, Tab, Escape, or a click.

const DELAY_MS = 80;

/**
 * @param field the text field; `list` the listbox
 * @param fetchChoices gives choices for what is typed
 * @param choose takes the chosen one; true asks for choices again
 */
export function attachChoices(field, list, { fetchChoices, choose }) {
  const shown = createShown(field, list);
  let asked = 0;
  let timer;
  const ask = async () => {
    asked += 1;
    const mine = asked;
    const found = await fetchChoices(field.value).catch(() => []);
    // What is typed meanwhile has an answer of its own.
    if (mine === asked) shown.show(found);
  };
  const close = () => {
    clearTimeout(timer);
    asked += 1;
    shown.show([]);
  };
  const take = (choice) => {
    close();
    field.focus();
    if (choice && choose(choice)) void ask();
  };
  field.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(ask, DELAY_MS);
  });
  field.addEventListener('blur', close);
  field.addEventListener('keydown', (event) => onKey(event, shown, { close, take }));
  // Before the field loses the focus.
  list.addEventListener('pointerdown', (event) => {
    event.preventDefault();
    take(shown.choiceOf(event.target.closest('[role=option]')));
  });
  return { close };
}

/** What is in the list, and which of it is active. */
function createShown(field, list) {
  let choices = [];
  let active = -1;
  const mark = () => {
    for (const [index, option] of [...list.children].entries())
      option.setAttribute('aria-selected', String(index === active));
    const option = list.children[active];
    if (option) field.setAttribute('aria-activedescendant', option.id);
    else field.removeAttribute('aria-activedescendant');
    option?.scrollIntoView({ block: 'nearest' });
  };
  return {
    isOpen: () => !list.hidden,
    active: () => choices[active],
    choiceOf: (option) => choices[[...list.children].indexOf(option)],
    show: (found) => {
      choices = found;
      active = -1;
      list.replaceChildren(...found.map((choice, index) => optionOf(choice, `${list.id}-${index}`)));
      list.hidden = found.length === 0;
      if (field.getAttribute('role') === 'combobox') field.setAttribute('aria-expanded', String(!list.hidden));
      mark();
    },
    move: (step) => {
      active = next(active, step, choices.length);
      mark();
    },
  };
}

function onKey(event, shown, { close, take }) {
  if (!shown.isOpen() || event.isComposing) return;
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) shown.move(step);
  else if (event.key === 'Escape') close();
  else if ((event.key === 'Enter' || event.key === 'Tab') && shown.active()) take(shown.active());
  else return;
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** Round and round; up from nowhere is the last. */
function next(active, step, count) {
  if (active < 0) return step > 0 ? 0 : count - 1;
  return (active + step + count) % count;
}

function optionOf({ label, detail }, id) {
  const option = document.createElement('div');
  option.id = id;
  option.setAttribute('role', 'option');
  const name = document.createElement('span');
  name.textContent = label;
  option.append(name);
  if (detail) {
    const more = document.createElement('small');
    more.textContent = detail;
    option.append(' ', more);
  }
  return option;
}
