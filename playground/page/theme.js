// Light or dark: as the system has it, until somebody chooses.

const KEY = 'theme';
const dark = window.matchMedia('(prefers-color-scheme: dark)');
const asked = new URLSearchParams(window.location.search).get('theme');

function current() {
  return asked ?? window.localStorage.getItem(KEY) ?? (dark.matches ? 'dark' : 'light');
}

function show() {
  const theme = current();
  document.documentElement.dataset.theme = theme;
  document.querySelector('#theme')?.setAttribute('aria-pressed', String(theme === 'dark'));
}

document.querySelector('#theme')?.addEventListener('click', () => {
  window.localStorage.setItem(KEY, current() === 'dark' ? 'light' : 'dark');
  show();
});
dark.addEventListener('change', show);
show();
