// Reason phrases as servers, libraries and people write them: the official one, former ones, usual variants, Chinese.

const WORDINGS: Readonly<Record<string, string>> = {
  100: 'continue',
  101: 'switching protocols',
  103: 'early hints',
  200: 'ok|success',
  201: 'created',
  202: 'accepted',
  203: 'non authoritative information',
  204: 'no content',
  205: 'reset content',
  206: 'partial content',
  207: 'multi status',
  208: 'already reported',
  226: 'im used',
  300: 'multiple choices',
  301: 'moved permanently|permanent redirect|永久重定向|永久跳转',
  302: 'found|moved temporarily|temporary redirect|临时重定向|临时跳转',
  303: 'see other',
  304: 'not modified|未修改',
  305: 'use proxy',
  307: 'temporary redirect|internal redirect',
  308: 'permanent redirect',
  400: 'bad request|错误请求|请求错误|错误的请求|请求无效',
  401: 'unauthorized|unauthorised|authorization required|not authorized|未授权|未认证|未登录',
  402: 'payment required',
  403: 'forbidden|access denied|access forbidden|禁止访问|禁止|拒绝访问|没有权限|无权限',
  404: 'not found|page not found|file not found|file or directory not found|未找到|找不到|不存在|页面不存在',
  405: 'method not allowed|not allowed|http verb used|方法不允许|方法不被允许',
  406: 'not acceptable',
  407: 'proxy authentication required',
  408: 'request timeout|request time out|request timed out|请求超时',
  409: 'conflict|冲突',
  410: 'gone',
  411: 'length required',
  412: 'precondition failed',
  413: 'content too large|payload too large|request entity too large|entity too large|请求实体过大|请求体过大',
  414: 'uri too long|request uri too long|request uri too large|url too long',
  415: 'unsupported media type|不支持的媒体类型',
  416: 'range not satisfiable|requested range not satisfiable',
  417: 'expectation failed',
  418: "i'm a teapot|im a teapot|i am a teapot",
  419: 'page expired',
  421: 'misdirected request',
  422: 'unprocessable content|unprocessable entity',
  423: 'locked',
  424: 'failed dependency',
  425: 'too early',
  426: 'upgrade required',
  428: 'precondition required',
  429: 'too many requests|rate limited|rate limit exceeded|请求过多|请求太多|限流',
  431: 'request header fields too large',
  444: 'no response',
  451: 'unavailable for legal reasons',
  460: 'client closed connection',
  494: 'request header too large',
  495: 'ssl certificate error',
  496: 'ssl certificate required',
  497: 'http request sent to https port',
  499: 'client closed request|client close request|client closed connection|客户端断开',
  500: 'internal server error|internal error|server error|内部服务器错误|服务器内部错误|内部错误',
  501: 'not implemented|method not implemented',
  502: 'bad gateway|proxy error|server error|web server received an invalid response|网关错误|错误网关|坏网关',
  503: 'service unavailable|service is unavailable|first byte timeout|service temporarily unavailable|temporarily unavailable|backend fetch failed|slow down|服务不可用|服务暂不可用',
  504: 'timed out|gateway timeout|gateway time out|gateway timed out|网关超时',
  505: 'http version not supported',
  506: 'variant also negotiates',
  507: 'insufficient storage',
  508: 'loop detected|resource limit is reached',
  509: 'bandwidth limit exceeded',
  510: 'not extended',
  511: 'network authentication required',
  520: 'web server returns an unknown error|web server is returning an unknown error|unknown error',
  521: 'web server is down',
  522: 'connection timed out',
  523: 'origin is unreachable',
  524: 'a timeout occurred',
  525: 'ssl handshake failed',
  526: 'invalid ssl certificate',
  529: 'overloaded|site is overloaded|overloaded error',
  530: 'origin dns error|site is frozen|site frozen',
  999: 'request denied',
};

interface Phrases {
  phrases: readonly string[];
  /** Their first and last characters: most words are dismissed by these alone. */
  first: string;
  last: string;
}

const PHRASES: ReadonlyMap<string, Phrases> = new Map(
  Object.entries(WORDINGS).map(([code, wordings]) => {
    const phrases = wordings.split('|');
    return [
      code,
      { phrases, first: phrases.map((one) => one[0]).join(''), last: phrases.map((one) => one.at(-1)).join('') },
    ];
  }),
);

/** Whether a phrase of the code begins with a character: cheap, and false for most. */
export function mayStartPhrase(code: string, letter: string): boolean {
  return letter !== '' && (phrasesOf(code)?.first.includes(letter.toLowerCase()) ?? false);
}

/** Whether a phrase of the code ends with a character. */
export function mayEndPhrase(code: string, letter: string): boolean {
  return phrasesOf(code)?.last.includes(letter.toLowerCase()) ?? false;
}

/** Whether `words` begin with a phrase of the code: `404 Not Found`, `500 INTERNAL_SERVER_ERROR`, `NotFound`. */
export function startsWithPhrase(code: string, words: string): boolean {
  const own = phrasesOf(code);
  if (!own) return false;
  const plain = `${simplify(words)} `;
  return own.phrases.some((phrase) => plain.startsWith(isHan(phrase) ? phrase : `${phrase} `));
}

/** Whether `words` are a phrase of the code and nothing more. */
export function isPhrase(code: string, words: string): boolean {
  return phrasesOf(code)?.phrases.includes(simplify(words)) ?? false;
}

/** Whether `words` end with a phrase of the code: `Not Found (404)`. */
export function endsWithPhrase(code: string, words: string): boolean {
  if (!mayEndPhrase(code, words.slice(-1))) return false;
  const plain = ` ${simplify(words)}`;
  return (phrasesOf(code)?.phrases ?? []).some(
    (phrase) => isTelling(phrase) && plain.endsWith(isHan(phrase) ? phrase : ` ${phrase}`),
  );
}

function phrasesOf(code: string): Phrases | undefined {
  return PHRASES.get(code.length === 4 ? '' : code.slice(0, 3));
}

const isHan = (phrase: string): boolean => phrase.charCodeAt(0) > 127;

/** `found`, `created` and the like stand before numbers of all kinds, unlike `forbidden`. */
const isTelling = (phrase: string): boolean => isHan(phrase) || phrase.length > 'accepted'.length;

/** Lower case, words apart, no closing quotes: phrases come as identifiers and strings too. */
function simplify(words: string): string {
  return words
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/'(?![a-z])|[\s_=-]{1,3}/g, ' ')
    .trim()
    .toLowerCase();
}
