// The window that an app has opened for a person: search with suggestions, fields, Share, Cancel.
import { attachChoices } from './choices.js';
import { replaceHtml } from './replace.js';
import { suggest } from './server.js';

const dialog = document.querySelector('#window');
const form = dialog.querySelector('form');

/** @param page `person()` and `act(platform, action)` */
export function attachWindow(page) {
  let platform = 'slack';
  let html;
  const close = () => page.act(platform, { do: 'close' });
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    close();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const value = form.querySelector('[name=conversation], [name=text]')?.value;
    if (value) page.act(platform, { do: 'submit', value });
  });
  form.addEventListener('click', ({ target }) => {
    if (target.closest('[data-close]')) close();
  });
  return (view) => {
    const open = view.slack.window ?? view.discord.window;
    platform = view.slack.window ? 'slack' : 'discord';
    if (!open) {
      html = undefined;
      return dialog.close();
    }
    dialog.dataset.platform = platform;
    if (html === open.html) return undefined;
    html = open.html;
    replaceHtml(form, open.html);
    dialog.setAttribute('aria-label', form.querySelector('h2').textContent);
    attachSearch(page);
    if (dialog.open) return undefined;
    dialog.showModal();
    return form.querySelector('input, select')?.focus();
  };
}

/** The field that Slack completes while somebody types into it. */
function attachSearch(page) {
  const search = form.querySelector('[data-search]');
  if (!search) return;
  const least = Number(search.dataset.search);
  attachChoices(search.querySelector('input'), search.querySelector('[role=listbox]'), {
    fetchChoices: async (typed) =>
      typed.length < least ? [] : (await suggest(page.person(), 'slack', { typed, place: 'window' })).suggestions,
    choose: ({ label, value }) => {
      page.act('slack', { do: 'pick', label, value });
      return false;
    },
  });
}
