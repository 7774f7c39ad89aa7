// What looks like a marker, a status or another product's word, and what it is.
import { describe, expect, it } from 'vitest';
import { ask, cardText, explain } from '../core-under-test.ts';

describe.each(['en', 'zh-CN'])('asked in %s', (locale) => {
  it.each([
    ['smtp 550', 'smtp:reply-code'],
    ['ftp 530', 'ftp:reply-code'],
    ['sip 486', 'sip:status-code'],
    ['cf-ray', 'cloudflare:cf-ray'],
    ['iis 0x80070005', 'iis:E_ACCESSDENIED'],
    ['exit code 1', 'container:exit-1'],
    ['exit code 137', 'container:exit-137'],
    ['curl 7', 'curl:curl-7'],
    ['nginx 009', 'nginx:log-009'],
    [
      "The request could not be satisfied. CloudFront wasn't able to connect to the origin",
      'cloudfront-pages:not-able-to-connect',
    ],
    ['envoy DC', 'envoy:DC'],
    ['wrong version number', 'tls:wrong-version-number'],
  ])('%s', (text, id) => {
    expect(ask(text, locale).ids[0]).toBe(id);
  });

  it.each([
    'sc-status',
    'NC',
    'OM',
    'DC',
    'Header',
    'Forbidden',
    'java',
    'stripe',
    'curl java python node stripe',
    'W3C sc-status 502',
  ])('%s is no marker', (text) => {
    expect(ask(text, locale).kind).not.toBe('marker');
  });

  it.each(['NC', 'squid NC'])('%s, which may mean much, gets a list at most', (text) => {
    expect(ask(text, locale).kind).toMatch(/search|none/);
  });

  it.each(['rateLimited google', 'RateLimited', 'rateLimited'])('%s is not Envoy’s', (text) => {
    expect(ask(text, locale).ids.filter((id) => id.startsWith('envoy:'))).toEqual([]);
  });

  it.each([
    ['retryable', 'standard:503'],
    ['which status codes are retryable', 'standard:503'],
    ['which codes should i retry', 'standard:503'],
    ['哪些状态码可以重试', 'standard:503'],
    ['idempotent', 'standard:503'],
    ['cacheable codes', 'standard:301'],
    ['哪些状态码可以缓存', 'standard:301'],
  ])('%s is a list', (text, id) => {
    const { kind, ids } = ask(text, locale);
    expect(kind).toBe('trait');
    expect(ids).toContain(id);
  });

  it.each([
    ['un authorized', 'standard:401'],
    ['fobiden', 'standard:403'],
    ['bda request', 'standard:400'],
    ['http status fot 2 many requests', 'standard:429'],
  ])('%s is misspelt', (text, id) => {
    expect(ask(text, locale).ids[0]).toBe(id);
  });
});

it('a code of the body is no status, wherever it stands', () => {
  expect(explain('{"errcode":99999,"errmsg":"invalid credential"}').ids).toEqual([]);
  expect(explain('{"errcode":40001,"errmsg":"invalid credential"}').ids).toEqual(['wechat-api:errcode-40001']);
  expect(explain('业务码 10001，系统繁忙').ids).toEqual([]);
});

it('nginx’s failed handshake with its upstream is 502 and not a client’s', () => {
  const text =
    'SSL_do_handshake() failed (SSL: error:0A00010B:SSL routines::wrong version number) while SSL handshaking to upstream';
  expect(explain(text).ids.slice(0, 2)).toEqual(['standard:502', 'nginx:tls-handshake-upstream']);
});

it('a 529 that names nobody is said to be unclear', () => {
  const answer = explain(
    'level=warn caller=client.go msg="request failed" status=529 err="too many outstanding requests"',
  );
  expect(cardText(answer)).toContain('Nothing in the message says whose it is');
});

it('ASP.NET Core’s 499 is its own', () => {
  const text =
    'Microsoft.AspNetCore.Hosting.Diagnostics[2] Request finished HTTP/1.1 GET http://localhost:5000/a - 499 0 - 5003.1ms';
  expect(explain(text).ids).toEqual(['aspnet-core:499']);
});

it('a message of words alone is not said to hold numbers', () => {
  expect(cardText(explain('only words stand here'))).not.toContain('There are numbers');
});

it('the next page of a list is asked for by its button', () => {
  const { card } = ask('cacheable codes');
  const [next] = card.blocks
    .flatMap((block) => (block.type === 'actions' ? block.items : []))
    .filter((one) => one.type === 'ask');
  expect(next?.type === 'ask' && ask(next.ask.query).card.blocks[0]).toMatchObject({
    subtitle: expect.stringContaining('2'),
  });
});
