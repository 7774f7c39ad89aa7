// Which texts count as the same, and how text becomes terms.
import { describe, expect, it } from 'vitest';
import { termsOf } from '../../../src/query/search/terms.ts';

describe('terms', () => {
  it.each([
    ['Gateway Timeout', ['gateway', 'timeout']],
    ['403.14 asp.net', ['403.14', 'asp.net']],
    ['网关超时', ['网关', '关超', '超时']],
    ['超', ['超']],
    ['token 过期了', ['token', '过期']],
    ['what is the status code', []],
    ['怎么办', []],
    ['timeout timeout', ['timeout']],
    ['DEADLINE_EXCEEDED', ['deadlin', 'exceed']],
  ])('of %s', (text, terms) => {
    expect(termsOf(text)).toEqual(terms);
  });

  it.each([
    ['登陆', '登录'],
    ['帐号', '账号'],
    ['未登录', '没登录'],
    ['无权限', '没有权限'],
    ['请求过于频繁', '请求太频繁'],
    ['请求过多', '请求太多'],
    ['服务器崩溃', '服务器挂了'],
    ['参数不对', '参数有误'],
    ['timed out', 'time-out'],
    ['timed out', 'timeout'],
    ['logged in', 'login'],
    ['expires', 'expired'],
    ['requests', 'request'],
    ['ＧＡＴＥＷＡＹ', 'gateway'],
  ])('of %s are those of %s', (one, other) => {
    expect(termsOf(one)).toEqual(termsOf(other));
  });

  it.each([
    ['redis', 'redirect'],
    ['过期', '到期'],
    ['not found', 'found'],
  ])('of %s are not those of %s', (one, other) => {
    expect(termsOf(one)).not.toEqual(termsOf(other));
  });

  it('keep an unfinished last word whole', () => {
    expect(termsOf('token expires', true)).toEqual(['token', 'expires']);
    expect(termsOf('t', true)).toEqual(['t']);
  });
});
