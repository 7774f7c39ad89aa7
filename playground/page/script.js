// The page: shows what a person sees on both platforms, and passes on what they do.
import { attachComposer } from './composer.js';
import { showExchanges } from './inspector.js';
import { replaceHtml, replaceItems } from './replace.js';
import { act, setLanguage, watch } from './server.js';
import { attachWindow } from './window.js';

const ALERT = `[FIRING] checkout: 5xx rate 12 % for 5 min
10.0.3.9 - - "POST /api/pay HTTP/1.1" 502 157 upstream: 10.0.3.7:8080
10.0.3.9 - - "GET /api/cart HTTP/1.1" 504 160 upstream: 10.0.3.8:8080
10.0.3.9 - - "POST /api/pay HTTP/1.1" 502 157 upstream: 10.0.3.7:8080`;
const EMPTY = '<p class="empty">Type <code>/http 502</code> below, or choose something to try above.</p>';
/** Nearer to the end than this is reading along. */
const AT_END_PX = 60;

const find = (selector) => document.querySelector(selector);
const main = find('main');
const status = find('#status');
const sides = Object.fromEntries([...document.querySelectorAll('.side')].map((side) => [side.dataset.platform, side]));

// Browsers differ in whether a list that scrolls can be reached by keyboard.
for (const side of Object.values(sides)) side.querySelector('.log').tabIndex = 0;

let person = window.localStorage.getItem('person') ?? undefined;
let stopWatching = () => undefined;

const page = {
  person: () => person,
  /** Undefined where it could not be done; the status says why. */
  act: async (platform, action) => {
    status.textContent = '';
    try {
      return await act(person, platform, action);
    } catch (error) {
      status.textContent = error.message;
      return undefined;
    }
  },
};
const composers = Object.fromEntries(
  Object.entries(sides).map(([platform, side]) => [platform, attachComposer(side, page)]),
);
const showWindow = attachWindow(page);

function connect() {
  stopWatching();
  stopWatching = watch(person, {
    onView: show,
    onLost: (forGood) => {
      if (!forGood) status.textContent = 'The playground does not answer; it may have been stopped.';
      else if (person) {
        person = undefined;
        connect();
      }
    },
  });
}

function show(view) {
  if (status.textContent.startsWith('The playground does not')) status.textContent = '';
  person = view.person;
  showPeople(view);
  for (const platform of Object.keys(sides)) showMessages(sides[platform].querySelector('.log'), view[platform]);
  replaceHtml(find('#slack-home'), view.slack.home?.html ?? '');
  showWindow(view);
  showExchanges(view.exchanges);
  main.dataset.ready = person;
}

function showMessages(log, { messages }) {
  const isAtEnd = log.scrollHeight - log.scrollTop - log.clientHeight < AT_END_PX;
  const items = messages.length > 0 ? messages : [{ key: 'empty', html: EMPTY }];
  const isNew = replaceItems(log, items);
  const newest = log.lastElementChild;
  // A card that is higher than the column is read from its heading on.
  if (isNew && newest.offsetHeight > log.clientHeight) newest.scrollIntoView({ block: 'start' });
  else if (isNew || isAtEnd) log.scrollTop = log.scrollHeight;
}

function showPeople({ people }) {
  const choices = people.map(
    ({ name }) => `<label><input type="radio" name="person" value="${name}"><span>${name}</span></label>`,
  );
  replaceHtml(find('#people'), `<legend>You are</legend>${choices.join('')}`);
  find(`#people [value="${person}"]`).checked = true;
  find('#language').value = people.find(({ name }) => name === person).locale;
}

find('#people').addEventListener('change', ({ target }) => {
  person = target.value;
  window.localStorage.setItem('person', person);
  for (const composer of Object.values(composers)) composer.reset();
  showPlace('channel');
  connect();
});

find('#language').addEventListener('change', async ({ target }) => {
  await setLanguage(person, target.value);
  if (!find('#slack-home').hidden) void page.act('slack', { do: 'open home' });
});

/** On a narrow screen one platform is shown, and only that is tried. */
function shownPlatforms() {
  return Object.keys(sides).filter((platform) => sides[platform].checkVisibility());
}

async function tryAlert(platform) {
  const posted = await page.act(platform, { do: 'say', text: ALERT });
  if (posted?.message) await page.act(platform, { do: 'explain', message: posted.message });
}

find('.try').addEventListener('click', ({ target }) => {
  const button = target.closest('button');
  if (!button) return;
  showPlace('channel');
  for (const platform of shownPlatforms()) {
    if (button.dataset.try) void page.act(platform, { do: 'say', text: button.dataset.try });
    else void tryAlert(platform);
  }
});

find('.tabs').addEventListener('click', ({ target }) => {
  const { tab } = target.dataset;
  if (!tab) return;
  main.dataset.tab = tab;
  for (const button of document.querySelectorAll('[data-tab]'))
    if (button !== main) button.setAttribute('aria-pressed', String(button.dataset.tab === tab));
});

function showPlace(place) {
  const isHome = place === 'home';
  find('#slack-log').hidden = isHome;
  find('.slack .composer').hidden = isHome;
  find('#slack-home').hidden = !isHome;
  for (const button of document.querySelectorAll('[data-place]'))
    button.setAttribute('aria-pressed', String(button.dataset.place === place));
}

find('.places').addEventListener('click', ({ target }) => {
  const { place } = target.dataset;
  if (!place) return;
  showPlace(place);
  if (place === 'home') void page.act('slack', { do: 'open home' });
});

find('[data-shortcut]').addEventListener('click', () => page.act('slack', { do: 'search' }));

document.addEventListener('click', ({ target }) => {
  for (const menu of document.querySelectorAll('details.menu[open]')) if (!menu.contains(target)) menu.open = false;
  const press = target.closest('[data-press]')?.dataset.press;
  const message = target.closest('[data-message]');
  if (press !== undefined) void pressed(press, target);
  const { offer } = target.closest('[data-offer]')?.dataset ?? {};
  if (offer) offered(offer, message);
  if (press !== undefined || offer) target.closest('details.menu')?.removeAttribute('open');
});

// A menu at the end of what is shown would open out of sight.
document.addEventListener(
  'toggle',
  ({ target }) => target.matches('details.menu[open]') && target.lastElementChild.scrollIntoView({ block: 'nearest' }),
  true,
);

document.addEventListener('keydown', ({ key, target }) => {
  const menu = key === 'Escape' && target.closest('details.menu[open]');
  if (!menu) return;
  menu.open = false;
  menu.querySelector('summary').focus();
});

function pressed(press, target) {
  if (target.closest('#window')) return page.act(find('#window').dataset.platform, { do: 'press window', press });
  if (target.closest('#slack-home')) return page.act('slack', { do: 'press home', press });
  const { platform } = target.closest('.side').dataset;
  return page.act(platform, { do: 'press', message: target.closest('[data-message]').dataset.message, press });
}

function offered(offer, message) {
  const { platform } = message.closest('.side').dataset;
  const { message: id } = message.dataset;
  if (offer === 'explain') return page.act(platform, { do: 'explain', message: id });
  const words = message.querySelector('.content').textContent.trim().slice(0, 40);
  return composers[platform].replyTo(id, words);
}

connect();
