// The one function in use of a package that ships no types.
declare module 'react-dom/server' {
  export function renderToStaticMarkup(element: unknown): string;
}
