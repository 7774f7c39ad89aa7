// Which signs together name which condition. The rule with the most signs tells best.
import type { Sign } from './lexicon.ts';

export interface Rule {
  condition: string;
  /** All of them stand in the text. */
  signs: readonly Sign[];
  /** None of these does. */
  without: readonly Sign[];
}

/** `sign sign !sign` by condition; several lines are several ways to say it. */
const WRITTEN: Readonly<Record<string, string>> = {
  'upstream.refused': `
    refuses !client !oneOfTwo !secret
    backend down !midway !first !oneOfTwo !certificate !appServer !unreachable !waits !tls !plain`,
  'upstream.connect-timeout': `
    connects timeout !idle !first !client !throws !connected
    connects waits backend !connected !idle !first !client !midway !closes !resets !full
    connects unreachable !client
    backend unreachable !client
    connects unreachable backend timeout
    connects unreachable backend waits`,
  'upstream.name-unknown': `
    name unresolved !certificate !fileThing !method !version
    name unresolved backend !certificate !method !version`,
  'upstream.closed-before-response': `
    closes first !client !idle !midway !waits
    closes first backend !client !idle !midway
    dies first backend !midway
    backend closes !client !idle !midway !waits !full !header`,
  'upstream.reset-before-response': `
    backend resets !idle !midway !client
    resets first !idle !midway !client`,
  'upstream.stale-closed': `
    idle closes !silentClient
    idle closes backend`,
  'upstream.stale-reset': `
    idle resets
    idle resets backend`,
  'upstream.no-response': `
    backend timeout !connects !unreachable !midway !client !idle !certificate !appServer
    backend waits !connects !unreachable !midway !client !closes !resets !full !slowSends !idle !certificate !appServer !down
    backend waits timeout !connects !unreachable !midway !idle !appServer
    backend connected waits !midway !closes !resets !appServer
    proxy connected waits !midway !closes !resets !client
    proxy waits awaits !client !connects !unreachable !midway !appServer`,
  'upstream.not-http': `
    backend notHttp !appServer
    response notHttp !client
    backend response notHttp
    proxy notHttp !client !request`,
  'upstream.closed-in-header': `
    closes midway header backend
    closes midway header response
    dies midway header backend`,
  'upstream.closed-in-body': `
    closes midway download !client !chunk !upload
    closes midway backend !client !chunk !header !upload
    dies midway backend !client !chunk !header
    dies midway download !client !chunk !header
    closes midway download backend !chunk
    dies midway download backend !chunk`,
  'upstream.closed-in-chunk': `
    closes midway chunk !client
    dies midway chunk
    closes midway chunk backend download`,
  'upstream.stalled-in-body': `
    stalls midway download !client !closes !upload
    stalls midway backend !client !closes !upload
    stalls midway download backend !client !closes`,
  'upstream.header-10k': `
    response header large
    response cookie large !request
    backend response header large
    backend header large !client`,
  'upstream.header-70k': `
    response header large
    response cookie large !request
    backend response header large
    backend header large !client`,
  'upstream.untrusted-certificate': `
    certificate untrusted !ownCertificate
    certificate untrusted backend !ownCertificate`,
  'upstream.expired-certificate': `
    certificate expired backend !ownCertificate`,
  'upstream.wrong-certificate-name': `
    certificate wrongName name !ownCertificate !untrusted
    certificate wrongName backend !ownCertificate !untrusted !expired
    certificate wrongName name backend !ownCertificate !untrusted`,
  'upstream.all-down': `
    backend all down !appServer
    backend all unhealthy
    backend unhealthy down !oneOfTwo
    backend all unhealthy down`,
  'upstream.full': `
    queue full !appServer !worker
    backend connections full !client
    backend queue full !appServer
    backend all queue full`,
  'upstream.one-of-two-503': `
    oneOfTwo sends503 !down !waits
    oneOfTwo sends503 backend !down !waits`,
  'upstream.retry-after': `
    retryAfter namedBackend
    retryAfter namedBackend sends503`,
  'upstream.asks-authentication': `
    asksLogin namedBackend !wrong !cookie`,
  'upstream.early-hints': `
    earlyHints namedBackend`,
  'upstream.no-phrase': `
    phrase no
    phrase no backend`,
  'upstream.http09': `
    statusLine no
    statusLine no backend`,
  'upstream.answers-early': `
    earlyAnswer backend upload
    earlyAnswer backend body response`,
  'upstream.one-of-two-refused': `
    oneOfTwo down !all !waits
    oneOfTwo down backend !waits
    oneOfTwo refuses
    oneOfTwo refuses backend`,
  'upstream.one-of-two-silent': `
    oneOfTwo waits !down
    oneOfTwo timeout !down
    oneOfTwo timeout backend !down
    oneOfTwo waits backend !down`,
  'client.gone': `
    client leaves !backend !upload !secret !idle !header !body
    client leaves first !upload
    client leaves waits !upload !connects`,
  'app.pool-full': `
    appServer full !killed !throws !timeout
    worker full !killed !throws !timeout !connections
    appServer worker full !killed !timeout
    appServer queue full
    queue full !backend !client`,
  'app.worker-killed': `
    appServer killed
    worker killed
    appServer worker killed`,
  'app.worker-timeout': `
    appServer worker timeout
    worker timeout !connections
    appServer killed timeout
    appServer killed waits
    worker killed waits
    worker killed timeout
    appServer worker killed waits
    appServer worker killed timeout`,
  'app.script-error': `
    throws backend !connects !certificate
    throws appServer
    throws server
    throws appServer backend`,
  'app.script-too-slow': `
    appServer waits !worker !killed !full
    appServer timeout !worker !killed !full
    appServer waits timeout !worker !killed`,
  'app.not-running': `
    appServer down !killed !waits !full
    appServer refuses
    unixSocket absent
    unixSocket absent fileThing`,
  'request.uri-10k': `
    uri large !response !secret`,
  'request.uri-100k': `
    uri large !response !secret`,
  'request.header-10k': `
    header large !response !many !uri !count !host
    cookie large !response
    cookie many !response
    request header large !response !uri !count !host
    request cookie large !response`,
  'request.header-100k': `
    header large !response !many !uri !count !host
    cookie large !response
    cookie many !response
    request header large !response !uri !count !host
    request cookie large !response`,
  'request.many-headers': `
    header many !large !host !length !no
    header count
    request header count
    request header many !host !length !response !large !no`,
  'request.no-host': `
    host no !backend !unresolved !twice !sni !http10
    host no request !unresolved !twice !sni !http10`,
  'request.no-host-http10': `
    host no http10
    host no http10 request
    host no http10 client`,
  'request.two-hosts': `
    host twice !backend !unresolved !sni !certificate
    host twice header !unresolved !sni`,
  'request.unknown-method': `
    method unknown !version`,
  'request.lowercase-method': `
    lowercase method`,
  'request.version-unknown': `
    version unknown !method`,
  'request.bad-chunk': `
    chunk wrong request !response
    chunk unknown request !response
    chunk wrong client !response`,
  'request.unknown-coding': `
    coding unknown`,
  'upstream.bad-chunk': `
    chunk wrong response !client
    chunk wrong backend !client`,
  'upstream.bad-length': `
    length wrong backend !twice !client !body !chunk
    length wrong response !twice !client !body !chunk
    length notNumber backend
    length notNumber response
    length negative backend
    length negative response`,
  'request.length-negative': `
    length negative !backend !response`,
  'request.length-not-a-number': `
    length notNumber !backend !response !twice`,
  'request.two-lengths': `
    length twice !backend !response`,
  'upstream.two-lengths': `
    length twice backend
    length twice response`,
  'request.post-without-length': `
    length no !twice !response !backend !notNumber !chunk
    post length no !response !backend`,
  'request.body-too-large': `
    upload large !header !uri !slowSends !response
    upload large body !header !uri !slowSends !chunk !response`,
  'request.body-too-large-chunked': `
    upload large chunk
    upload large body chunk`,
  'request.body-too-large-expect': `
    upload large expect
    upload large body expect`,
  'request.unknown-expect': `
    expect unknown !upload`,
  'request.sni-differs-from-host': `
    sni mismatch
    sni mismatch host`,
  'request.unmodified-since': `
    unmodified mismatch
    unmodified beyond`,
  'request.not-acceptable': `
    accept no !contentCoding !connections
    accept unknown !contentCoding !connections`,
  'request.post-on-file': `
    method post fileThing !large !length !slowSends`,
  'request.put-on-file': `
    put fileThing`,
  'request.delete-on-file': `
    delete fileThing`,
  'request.options-on-file': `
    options fileThing`,
  'request.trace': `
    method trace !throws
    trace request !throws`,
  'request.slow-header': `
    header slowSends !response !backend`,
  'request.slow-body': `
    upload slowSends !header
    upload slowSends client !header`,
  'request.silent': `
    connections silentClient !backend !idle
    client silentClient connects !backend`,
  'request.range-beyond': `
    range beyond !many
    range beyond fileThing !many`,
  'request.range-many': `
    range many !beyond`,
  'request.range-unit': `
    range unit`,
  'request.precondition-failed': `
    ifMatch mismatch
    etag mismatch
    ifMatch etag mismatch`,
  'request.unsupported-content-coding': `
    contentCoding unknown request !response
    contentCoding unknown upload`,
  'request.file-with-slash': `
    slash fileThing !folder !no`,
  'request.folder-without-slash': `
    slash folder
    slash folder no`,
  'request.folder-without-index': `
    folder index
    folder index no`,
  'request.unreadable-file': `
    fileThing unreadable
    folder unreadable`,
  'request.missing-file': `
    fileThing absent !name !backend !certificate !index !appServer !folder !unixSocket`,
  'request.no-credentials': `
    secret no protectedPage !wrong !backend
    secret no fileThing !wrong !backend`,
  'request.wrong-credentials': `
    secret wrong !no !backend !certificate`,
  'request.space-in-uri': `
    space uri`,
  'request.bad-percent': `
    percent wrong uri
    percent unknown uri`,
  'server.rate-limit': `
    rate full !connections
    rate connects`,
  'server.connection-limit': `
    connections full !backend !queue !worker !idle`,
  'server.overload': `
    worker full !appServer !backend !connections`,
};

export const RULES: readonly Rule[] = Object.entries(WRITTEN).flatMap(([condition, lines]) =>
  lines
    .trim()
    .split('\n')
    .map((line) => {
      const words = line.trim().split(' ');
      const [not, all] = [words.filter((word) => word.startsWith('!')), words.filter((word) => !word.startsWith('!'))];
      return { condition, signs: all as Sign[], without: not.map((word) => word.slice(1)) as Sign[] };
    }),
);
