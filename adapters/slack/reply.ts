// Ways to answer somebody: privately by whatever way is open, in place of a card, or for everyone.
import type { Asker } from './asker.ts';
import type { Delivery } from './delivery.ts';
import type { Message } from './messages.ts';
import type { Timing } from './timing.ts';
import { SlackTrouble } from './trouble.ts';

export interface Reply {
  /** Only they see it: by the response_url, in the channel, or by direct message. @throws SlackTrouble if none is open */
  privately: (asker: Asker, message: Message) => Promise<void>;
  /** In place of the private card whose button was pressed; beside it where that fails. @throws SlackTrouble */
  replacing: (asker: Asker, message: Message) => Promise<void>;
  /** A new message for everyone, in the same thread. @throws SlackTrouble */
  publicly: (asker: Asker, message: Message) => Promise<void>;
  /** Takes away the message whose button was pressed. @throws SlackTrouble */
  removing: (asker: Asker) => Promise<void>;
}

export function createReply(delivery: Delivery, timing: Timing, onBadBlocks: (error: SlackTrouble) => void): Reply {
  const { respond } = delivery;
  const taken = (send: Send, message: Message) => withoutBlocksIfRefused(send, message, onBadBlocks);
  // An asker lives as long as one event: what failed for them is not tried again, whatever there is to say.
  const failed = new WeakMap<Asker, Set<WayName>>();
  const isLeft = (asker: Asker, name: WayName): boolean => !failed.get(asker)?.has(name);
  const close = (asker: Asker, name: WayName): void =>
    void failed.set(asker, new Set([...(failed.get(asker) ?? []), name]));

  const privately: Reply['privately'] = async (asker, message) => {
    let last: unknown = new SlackTrouble('unavailable', 'no way to answer is left');
    let attempts = 0;
    for (const { name, send } of privateWays(asker, delivery).filter((way) => isLeft(asker, way.name))) {
      try {
        if (attempts > 0) await timing.wait(timing.otherWayMs);
        return await taken(send, message);
      } catch (error) {
        close(asker, name);
        last = error;
        // A way that is shut costs nothing; where Slack is busy or broken, one later attempt is enough.
        if (!isShut(error)) attempts += 1;
        if (attempts > 1) break;
      }
    }
    throw last;
  };
  const replacing: Reply['replacing'] = async (asker, message) => {
    const inPlace = { response_type: 'ephemeral', replace_original: true, ...inThread(asker) };
    try {
      await taken((one) => respond(urlOf(asker), { ...inPlace, ...one }), message);
    } catch (error) {
      close(asker, 'response_url');
      if (!isShut(error)) await timing.wait(timing.otherWayMs);
      await privately(asker, message);
    }
  };
  return {
    privately,
    replacing,
    publicly: (asker, message) => taken((one) => sendPublicly(asker, one, delivery), message),
    removing: async (asker) => respond(urlOf(asker), { delete_original: true }),
  };
}

type WayName = 'response_url' | 'channel' | 'direct message';

interface Way {
  name: WayName;
  send: Send;
}

type Send = (message: Message) => Promise<unknown>;

/** An answer without its layout is better than none. */
async function withoutBlocksIfRefused(
  send: Send,
  message: Message,
  onBadBlocks: (error: SlackTrouble) => void,
): Promise<void> {
  try {
    await send(message);
  } catch (error) {
    if (!(error instanceof SlackTrouble && error.kind === 'blocks') || !message.blocks) throw error;
    onBadBlocks(error);
    await send({ text: message.text });
  }
}

function privateWays(asker: Asker, { call, respond }: Delivery): Way[] {
  const { channel, user, client, responseUrl } = asker;
  const beside = { response_type: 'ephemeral', replace_original: false, ...inThread(asker) };
  const ways: Way[] = [];
  if (responseUrl)
    ways.push({ name: 'response_url', send: (message) => respond(responseUrl, { ...beside, ...message }) });
  if (channel && user)
    ways.push({
      name: 'channel',
      send: (message) => call(() => client.chat.postEphemeral({ channel, user, ...inThread(asker), ...message })),
    });
  if (user)
    ways.push({
      name: 'direct message',
      send: (message) => call(() => client.chat.postMessage({ channel: user, ...quiet, ...message })),
    });
  return ways;
}

/** The response_url works where the bot is no member; the channel is the second way. */
async function sendPublicly(asker: Asker, message: Message, { call, respond }: Delivery): Promise<void> {
  const { channel, responseUrl, client } = asker;
  const post =
    channel && (() => call(() => client.chat.postMessage({ channel, ...quiet, ...inThread(asker), ...message })));
  if (!responseUrl) return void (await (post ? post() : Promise.reject(new SlackTrouble('forbidden', 'no channel'))));
  try {
    await respond(responseUrl, {
      response_type: 'in_channel',
      replace_original: false,
      ...inThread(asker),
      ...message,
    });
  } catch (error) {
    if (!post || !isExpired(error)) throw error;
    await post();
  }
}

/** Refused for good, unlike a Slack that is busy or broken. */
function isShut(error: unknown): boolean {
  return !(error instanceof SlackTrouble) || (error.kind !== 'busy' && error.kind !== 'unavailable');
}

function isExpired(error: unknown): boolean {
  return error instanceof SlackTrouble && error.kind === 'expired';
}

const quiet = { unfurl_links: false, unfurl_media: false };

function inThread({ threadTs }: Asker): { thread_ts?: string } {
  return threadTs ? { thread_ts: threadTs } : {};
}

function urlOf({ responseUrl }: Asker): string {
  if (!responseUrl) throw new SlackTrouble('expired', 'no response_url');
  return responseUrl;
}
