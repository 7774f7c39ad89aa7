// What the page asks of its server.

/** @throws Error with the server's own words */
async function post(path, body) {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const result = await response.json();
  if (!response.ok) throw new Error(result.error);
  return result;
}

export const act = (person, platform, action) => post('/api/act', { person, platform, action });
export const suggest = (person, platform, { typed, place }) => post('/api/suggest', { person, platform, typed, place });
export const setLanguage = (person, locale) => post('/api/language', { person, locale });
export const exchange = (id) => post('/api/exchange', { id });

/** Calls back with every new view; gives a way to stop that. */
export function watch(person, { onView, onLost }) {
  const query = person ? `?person=${encodeURIComponent(person)}` : '';
  const events = new EventSource(`/api/events${query}`);
  events.addEventListener('message', ({ data }) => onView(JSON.parse(data)));
  events.addEventListener('error', () => onLost(events.readyState === EventSource.CLOSED));
  return () => events.close();
}
