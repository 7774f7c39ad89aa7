// The page's own files, read each time, so that a change shows on reload.
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';

export interface PageFile {
  type: string;
  body: string | Buffer;
}

const FOLDER = new URL('page/', import.meta.url);
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Undefined for anything but a file of the page. */
export async function readPage(pathname: string): Promise<PageFile | undefined> {
  const name = pathname === '/' ? 'index.html' : pathname.slice(1);
  const type = TYPES[extname(name)];
  if (!type || !/^[a-z-]+\.[a-z]+$/.test(name)) return undefined;
  try {
    return { type, body: await readFile(new URL(name, FOLDER)) };
  } catch {
    return undefined;
  }
}

/** A page whose content is made here, with the look of the others. */
export function wholePage(title: string, main: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="/icon.svg"><link rel="stylesheet" href="/style.css"><script type="module" src="/theme.js"></script></head><body>${main}</body></html>`;
}
