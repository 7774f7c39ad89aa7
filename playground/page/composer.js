// Where people type: commands with suggestions, mentions, messages, replies in a thread.
import { attachChoices } from './choices.js';
import { suggest } from './server.js';

/**
 * @param side the section of a platform
 * @param page `person()` and `act(platform, action)`
 */
export function attachComposer(side, page) {
  const { platform } = side.dataset;
  const form = side.querySelector('[data-composer]');
  const field = form.querySelector('textarea');
  const thread = threadOf(form);
  const suggestions = attachChoices(field, form.querySelector('[role=listbox]'), {
    fetchChoices: async (typed) => {
      if (!typed.startsWith('/')) return [];
      return (await suggest(page.person(), platform, { typed, place: 'composer' })).suggestions;
    },
    choose: ({ value }) => {
      field.value = value;
      return /[ :]$/.test(value);
    },
  });
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  });
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const text = field.value.trim();
    if (text === '') return;
    suggestions.close();
    field.value = '';
    const sent = await page.act(platform, { do: 'say', text, ...thread.target() });
    if (!sent && field.value === '') field.value = text;
  });
  return {
    replyTo: (message, words) => {
      thread.enter(message, words);
      field.focus();
    },
    reset: thread.leave,
  };
}

function threadOf(form) {
  const note = form.querySelector('.thread-note');
  let thread;
  const leave = () => {
    thread = undefined;
    if (note) note.hidden = true;
  };
  note?.querySelector('button').addEventListener('click', leave);
  return {
    target: () => (thread ? { thread } : {}),
    enter: (message, words) => {
      thread = message;
      note.hidden = false;
      note.querySelector('span').textContent = `In the thread of “${words}”`;
    },
    leave,
  };
}
