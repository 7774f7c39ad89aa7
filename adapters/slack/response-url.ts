// Which addresses an answer may be posted to: what Slack hands out, and nothing else that a payload names.

const SLACK_HOST = 'hooks.slack.com';

/** @param apiUrl SLACK_API_URL, whose own host hands out response_urls too; in plain text only on this machine */
export function isResponseUrl(text: unknown, apiUrl: string | undefined): text is string {
  const url = urlOf(text);
  const api = urlOf(apiUrl);
  if (url?.protocol === 'https:' && url.host === SLACK_HOST) return true;
  if (!url || url.host !== api?.host) return false;
  return url.protocol === 'https:' || (url.protocol === api.protocol && isLoopback(api));
}

/** Nobody hands out an address with a name and a password in it. */
function urlOf(text: unknown): URL | undefined {
  const url = typeof text === 'string' ? URL.parse(text) : null;
  return url && url.username === '' && url.password === '' ? url : undefined;
}

function isLoopback({ hostname }: URL): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}
