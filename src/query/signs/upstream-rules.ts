// What may go wrong behind the software, and with what runs the code.

/** `sign sign !sign` by condition; several lines are several ways to say it. */
export const UPSTREAM_RULES: Readonly<Record<string, string>> = {
  'upstream.refused': `
    refuses !client !oneOfTwo !secret !upload
    refuses backend !client !oneOfTwo !secret !upload
    backend restarts !midway !first !oneOfTwo !certificate !appServer
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
    backend closes !client !idle !midway !waits !full !header !down`,
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
    backend waits !connects !unreachable !midway !client !closes !resets !full !upload !idle !certificate !appServer !down !uri
    backend waits timeout !connects !unreachable !midway !idle !appServer
    backend connected waits !midway !closes !resets !appServer
    proxy connected waits !midway !closes !resets !client
    proxy waits awaits !client !connects !unreachable !midway !appServer
    backend noByte !closes !resets !dies !midway !client !unreachable
    backend noByte waits !closes !resets !dies !midway !client !unreachable
    proxy noByte !closes !resets !dies !midway !client !unreachable`,
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
    certificate untrusted backend !ownCertificate
    certificate invalid backend !ownCertificate !expired !name`,
  'upstream.expired-certificate': `
    certificate expired backend !ownCertificate
    certificate invalid backend !ownCertificate !untrusted !name`,
  'upstream.wrong-certificate-name': `
    certificate wrongName name !ownCertificate !untrusted
    certificate wrongName backend !ownCertificate !untrusted !expired
    certificate wrongName name backend !ownCertificate !untrusted
    certificate invalid backend !ownCertificate !untrusted !expired`,
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
  'app.pool-full': `
    appServer full !killed !throws !timeout
    worker full !killed !throws !timeout !connections
    appServer worker full !killed !timeout
    appServer queue full
    queue full !backend !client`,
  'app.worker-killed': `
    appServer killed
    worker killed
    appServer worker killed
    worker dies midway
    appServer dies midway
    appServer worker dies !down
    appServer worker dies midway`,
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
  'upstream.two-lengths': `
    length twice backend
    length twice response`,
};
