// What the client does, and what the software itself runs out of.

/** `sign sign !sign` by condition; several lines are several ways to say it. */
export const REQUEST_RULES: Readonly<Record<string, string>> = {
  'client.gone': `
    client leaves !backend !upload !secret !idle !header !body
    client leaves first !upload
    client leaves waits !upload !connects`,
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
  'request.not-http': `
    server notHttp
    proxy notHttp request !backend !response
    client notHttp !backend !response`,
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
    chunk wrong client !response
    chunk wrong server !response !backend
    chunk wrong appServer !response !backend`,
  'request.unknown-coding': `
    coding unknown`,
  'request.length-negative': `
    length negative !backend !response`,
  'request.length-not-a-number': `
    length notNumber !backend !response !twice`,
  'request.two-lengths': `
    length twice !backend !response`,
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
