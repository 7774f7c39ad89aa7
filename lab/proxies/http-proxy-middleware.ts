import { nodeProxy } from '../node-proxy.ts';
import type { ProxySoftware } from '../software.ts';

const node = nodeProxy('http-proxy-middleware');

export const rig: ProxySoftware = {
  ...node,
  lacks: { ...node.lacks, 'upstream.status-099': 'left out' },
  software: { name: 'http-proxy-middleware', names: ['http-proxy-middleware', 'http proxy middleware'], kind: 'proxy' },
  package: {
    from: 'npm',
    name: 'http-proxy-middleware',
    version: '4.2.2',
    also: { express: '5.3.0', morgan: '1.12.1' },
  },
  readAccessLine: (line) => {
    const status = /" (\S+) /.exec(line)?.[1];
    return status === undefined ? {} : { status };
  },
  pickErrors: (gained) => gained.split('\n').filter((line) => /error/i.test(line)),
};
