import { nodeProxy } from '../node-proxy.ts';
import type { ProxySoftware } from '../software.ts';

export const rig: ProxySoftware = {
  ...nodeProxy('fastify-http-proxy'),
  software: {
    name: '@fastify/http-proxy',
    names: ['@fastify/http-proxy', 'fastify-http-proxy', 'fastify http proxy'],
    kind: 'proxy',
  },
  package: { from: 'npm', name: '@fastify/http-proxy', version: '11.6.3', also: { fastify: '5.12.8' } },
  errorLogs: ['access.log'],
  settings: {
    'upstream.untrusted-certificate': 'verify-upstream',
    'upstream.expired-certificate': 'verify-upstream',
    'upstream.wrong-certificate-name': 'verify-upstream',
  },
  readAccessLine: (line) => {
    const status = /"statusCode":(\d+)/.exec(line)?.[1];
    return status === undefined ? {} : { status };
  },
  pickErrors: (gained) =>
    gained
      .split('\n')
      .flatMap((line) => /"level":[56]0.*?"err":\{"type":"[^"]*","message":"([^"]*)"/.exec(line)?.[1] ?? []),
};
