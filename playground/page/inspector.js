// The side panel: the JSON that the platform and the app really exchanged.
import { exchange } from './server.js';

const BUILDER = 'https://app.slack.com/block-kit-builder#';
const NAMES = { slack: 'Slack', discord: 'Discord' };
const NEWEST = 'newest';

const panel = document.querySelector('#inspector');
const choice = document.querySelector('#exchange');
const steps = document.querySelector('#steps');
const toggle = document.querySelector('#inspect');
let newest;
let asked = 0;

export function showExchanges(exchanges) {
  newest = exchanges[0]?.id;
  const chosen = choice.value;
  const options = exchanges.map(({ id, platform, title }) => new Option(`${NAMES[platform]} · ${oneLine(title)}`, id));
  choice.replaceChildren(new Option('the newest', NEWEST), ...options);
  choice.value = exchanges.some(({ id }) => String(id) === chosen) ? chosen : NEWEST;
  void refresh();
}

toggle.addEventListener('click', () => open(panel.hidden));
choice.addEventListener('change', refresh);
open(window.localStorage.getItem('inspector') === 'open');

function open(isOpen) {
  panel.hidden = !isOpen;
  toggle.setAttribute('aria-expanded', String(isOpen));
  window.localStorage.setItem('inspector', isOpen ? 'open' : 'closed');
  void refresh();
}

async function refresh() {
  if (panel.hidden) return;
  const id = choice.value === NEWEST ? newest : Number(choice.value);
  asked += 1;
  const mine = asked;
  const found = id === undefined ? undefined : await exchange(id).catch(() => undefined);
  if (mine !== asked) return;
  if (found) steps.replaceChildren(...found.steps.map((step) => stepOf(step, NAMES[found.platform])));
  else steps.textContent = 'Nothing has been said yet.';
}

function stepOf({ from, name, body }, platform) {
  const json = JSON.stringify(body, null, 2);
  const item = document.createElement('details');
  item.open = true;
  const summary = document.createElement('summary');
  summary.textContent = from === 'platform' ? `${platform} → app: ${name}` : `app → ${platform}: ${name}`;
  const tools = document.createElement('p');
  tools.append(copyButton(json), ...builderLink(body));
  const code = document.createElement('pre');
  code.tabIndex = 0;
  code.textContent = json;
  code.setAttribute('aria-label', `JSON of ${summary.textContent}`);
  code.setAttribute('role', 'region');
  item.append(summary, tools, code);
  return item;
}

function copyButton(json) {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = 'Copy';
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(json);
    document.querySelector('#status').textContent = 'Copied';
  });
  return button;
}

/** Only where the app sent blocks; Slack opens them in the browser, after `#` nothing is sent to it. */
function builderLink(body) {
  const payload = body?.view?.type ? body.view : body?.blocks ? { blocks: body.blocks } : undefined;
  if (!payload) return [];
  const link = document.createElement('a');
  link.href = BUILDER + encodeURIComponent(JSON.stringify(payload));
  link.target = '_blank';
  link.rel = 'noreferrer';
  link.textContent = 'Open in Block Kit Builder';
  return [' ', link];
}

function oneLine(text) {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 50 ? `${line.slice(0, 50)}…` : line;
}
