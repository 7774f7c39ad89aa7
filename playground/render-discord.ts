// Discord's messages, components and windows → HTML.
import { markdownHtml, type Names } from './discord-markdown.ts';
import { escapeHtml, linkHtml, menuHtml } from './html.ts';

type Node = Readonly<Record<string, unknown>>;

const STYLES: Readonly<Record<number, string>> = { 1: 'primary', 2: 'secondary', 3: 'success', 4: 'danger' };
const LINK = 5;

export function renderMessage(body: Node, names: Names): string {
  const content = typeof body.content === 'string' ? markdownHtml(body.content, names) : '';
  return content + renderComponents(nodesOf(body.components), names);
}

export function renderComponents(components: readonly Node[], names: Names): string {
  return components.map((component) => renderComponent(component, names)).join('');
}

function renderComponent(component: Node, names: Names): string {
  const inner = (): string => renderComponents(nodesOf(component.components), names);
  switch (component.type) {
    case 1:
      return `<div class="row">${inner()}</div>`;
    case 2:
      return renderButton(component);
    case 3:
      return renderMenu(component);
    case 9:
      return `<div class="section"><div>${inner()}</div>${renderComponents(nodesOf([component.accessory]), names)}</div>`;
    case 10:
      return `<div class="text">${markdownHtml(String(component.content), names)}</div>`;
    case 14:
      return component.divider === false ? '<div class="gap"></div>' : '<hr>';
    case 17:
      return renderContainer(component, inner());
    case 18:
      return `<label class="field"><span>${escapeHtml(String(component.label))}</span>${renderInput(component.component as Node)}</label>`;
    default:
      return `<span class="unknown">component of type ${escapeHtml(String(component.type))}</span>`;
  }
}

/** The colour is in a drawing, since the page allows no style in its markup. */
function renderContainer({ accent_color }: Node, inner: string): string {
  const colour = typeof accent_color === 'number' ? accent_color.toString(16).padStart(6, '0') : undefined;
  const accent = colour
    ? `<svg class="accent" aria-hidden="true"><rect width="100%" height="100%" fill="#${colour}"/></svg>`
    : '';
  return `<div class="container">${accent}${inner}</div>`;
}

function renderButton({ label, style, url, disabled }: Node): string {
  const text = escapeHtml(String(label ?? ''));
  if (Number(style) === LINK) return linkHtml(String(url), `${text} ↗`).replace('<a ', '<a class="button secondary" ');
  const off = disabled === true ? ' disabled' : '';
  return `<button type="button" class="button ${STYLES[Number(style)] ?? 'secondary'}" data-press="${text}"${off}>${text}</button>`;
}

function renderMenu({ placeholder, options }: Node): string {
  const choices = nodesOf(options).map(({ label, description }) => {
    const text = escapeHtml(String(label));
    const more = description ? `<small>${escapeHtml(String(description))}</small>` : '';
    return `<button type="button" data-press="${text}">${text}${more}</button>`;
  });
  return menuHtml(escapeHtml(String(placeholder ?? 'Make a selection')), choices, 'select');
}

function renderInput({ placeholder, max_length, required }: Node): string {
  const attributes = [
    placeholder ? `placeholder="${escapeHtml(String(placeholder))}"` : '',
    max_length ? `maxlength="${Number(max_length)}"` : '',
    required === false ? '' : 'required',
  ];
  return `<input type="text" name="text" autocomplete="off" ${attributes.filter(Boolean).join(' ')}>`;
}

function nodesOf(value: unknown): Node[] {
  return Array.isArray(value) ? value.filter((one): one is Node => typeof one === 'object' && one !== null) : [];
}
