// Which thread a private card stands in: a press on one does not always say, so its buttons do, under a seal of ours.
import { createHmac, createSecretKey, timingSafeEqual } from 'node:crypto';

export interface Threads {
  /** For the ids of blocks on a card in this thread. */
  seal: (channel: string, threadTs: string) => string;
  /** The thread that the id of a block was sealed with, in this channel; undefined for one that is made up. */
  unseal: (blockId: string, channel: string) => string | undefined;
}

const KIND = 'thread';
/** 22 characters of base64 are 132 bits. */
const SEAL_LENGTH = 22;

/** @param secret the same for every replica and after a restart */
export function createThreads(secret: string): Threads {
  const key = createSecretKey(createHmac('sha256', secret).update(KIND).digest());
  const sealOf = (channel: string, threadTs: string): string =>
    createHmac('sha256', key).update(`${channel} ${threadTs}`).digest('base64url').slice(0, SEAL_LENGTH);
  const unseal: Threads['unseal'] = (blockId, channel) => {
    const [kind, threadTs = '', seal = ''] = blockId.split('|', 3);
    if (kind !== KIND) return undefined;
    const [expected, given] = [Buffer.from(sealOf(channel, threadTs)), Buffer.from(seal)];
    return expected.length === given.length && timingSafeEqual(expected, given) ? threadTs : undefined;
  };
  return { seal: (channel, threadTs) => [KIND, threadTs, sealOf(channel, threadTs)].join('|'), unseal };
}
