// Who speaks TLS to whom: names of both directions hold the same words, so only their order tells.

/** What waits at the other end takes TLS only, or does not. */
const TAKES_TLS =
  /\b(?:on|onto|into|to|at|against|hit|hits|hitting|reach(?:es)?)\s+(?:(?:(?:an?|its|the|my|theproxy|theserver|backend)(?:['’]s)?|['’]s)\s+)*(?:https|tls)(?:[- ]\w+)? ?(?:port|backend|server|listener)|\b(?:only|just|really|actually) (?:has |have |speaks? |accepts? |serves? |offers? |takes? |does |listens? (?:for |on )?)?(?:https|tls)|(?:expects?|requires?|wants?|needs?|insists? on) (?:https|tls)|(?:backend|port) (?:is|speaks|listens for) (?:https|tls)|443|(?:只|仅|其实|实际上?)(?:有|开|支持|收|认|接受|是|听)了? ?(?:https|tls)|(?:后端|端口)(?:其实)?(?:是|要求|要) ?(?:https|tls)|(?:https|tls) ?(?:的 ?)?端口/;
const TAKES_PLAIN =
  /\b(?:on|onto|into|to|at|against|hit|hits|hitting|reach(?:es)?)\s+(?:(?:(?:an?|its|the|my|theproxy|theserver|backend)(?:['’]s)?|['’]s)\s+)*(?:http|(?:plain|clear)(?: ?text)?(?: http)?)(?:[- ]\w+)? ?(?:port|backend|server|listener)|\b(?:only|just|really|actually) (?:has |have |speaks? |accepts? |serves? |offers? |takes? |does |listens? (?:for |on )?)?(?:plain(?:text)? ?)?http\b|(?:backend|port) (?:is|speaks|listens for) (?:plain ?)?http\b|(?:backend|port) (?:has|does|speaks) no (?:https|tls)|(?:port |:|(?:on|to|at) )80(?:80)?\b|(?:只|仅|其实|实际上?)(?:有|开|支持|收|认|接受|是|听)了? ?(?:http(?!s)|明文)|后端没(?:有|开|配|上)? ?(?:https|tls)|(?:http|明文) ?(?:的 ?)?端口|(?<!\d)80(?:80)? ?端口/;
const BOTH = /https|tls|443/;
const PLAIN = /http(?!s)|明文|plain|(?<!\d)80(?!\d)/;

/** The condition that is meant, of a text in the words of {@link sameWords}; undefined where no direction is told. */
export function tlsDirection(text: string): string | undefined {
  if (!BOTH.test(text) || !PLAIN.test(text)) return undefined;
  const [takesTls, takesPlain] = [TAKES_TLS.test(text), TAKES_PLAIN.test(text)];
  if (takesTls === takesPlain) return undefined;
  const isClient = /\bclient\b|客户端/.test(text) && !/\bbackend\b|后端/.test(text);
  const isBackend =
    !isClient &&
    /backend|proxy_?pass|\breverse_?proxy|\bprox(?:ies|ying|ied)\b|\bserver line\b|后端|反代|转发|去连|(?:https?|tls|明文) ?连|\b(?:speaks|talks|connects) (?:\w+ ){1,3}to (?:an? |the |its |port )?(?:443|https|tls)/.test(
      text,
    );
  if (isBackend) return takesTls ? 'upstream.plain-to-tls' : 'upstream.tls-to-plain';
  return takesTls ? 'request.plain-on-tls-port' : 'request.tls-on-plain-port';
}
