// Text → HTML, in which nothing of the text is markup.

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/** Opens beside the page; anything but https stays text. */
export function linkHtml(url: string, label: string): string {
  if (!url.startsWith('https://')) return label;
  return `<a href="${escapeHtml(url)}" target="_blank" rel="noreferrer">${label}</a>`;
}

/** A menu that opens without a script: its summary names it, its buttons are the choices. */
export function menuHtml(label: string, items: readonly string[], className = ''): string {
  const choices = items.map((item) => `<li>${item}</li>`).join('');
  return `<details class="menu ${className}"><summary>${label}</summary><ul>${choices}</ul></details>`;
}
