// Ways to answer somebody: privately by whatever way is open, in place of a card, or for everyone.
import type { Asker } from './asker.ts';
import { type Delivery, SlackTrouble } from './delivery.ts';
import type { Message } from './messages.ts';

export interface Reply {
  /** Only they see it. Tries the response_url, then the channel, then a direct message. @throws SlackTrouble if none is open */
  privately: (asker: Asker, message: Message) => Promise<void>;
  /** In place of the private card whose button was pressed; beside it where that is too old. @throws SlackTrouble */
  replacing: (asker: Asker, message: Message) => Promise<void>;
  /** A new message for everyone, in the same thread. @throws SlackTrouble */
  publicly: (asker: Asker, message: Message) => Promise<void>;
  /** Takes away the message whose button was pressed. @throws SlackTrouble */
  removing: (asker: Asker) => Promise<void>;
}

export function createReply(delivery: Delivery, onBadBlocks: (error: SlackTrouble) => void): Reply {
  const { respond } = delivery;
  const taken = (send: Send, message: Message) => withoutBlocksIfRefused(send, message, onBadBlocks);
  const privately: Reply['privately'] = async (asker, message) => {
    let last: unknown = new SlackTrouble('unavailable', 'no way to answer');
    for (const way of privateWays(asker, delivery)) {
      try {
        return await taken(way, message);
      } catch (error) {
        last = error;
      }
    }
    throw last;
  };
  const replacing: Reply['replacing'] = async (asker, message) => {
    const inPlace = { response_type: 'ephemeral', replace_original: true, ...inThread(asker) };
    try {
      await taken((one) => respond(urlOf(asker), { ...inPlace, ...one }), message);
    } catch (error) {
      if (!isExpired(error)) throw error;
      const { responseUrl: _, ...without } = asker;
      await privately(without, message);
    }
  };
  return {
    privately,
    replacing,
    publicly: (asker, message) => taken((one) => sendPublicly(asker, one, delivery), message),
    removing: async (asker) => respond(urlOf(asker), { delete_original: true }),
  };
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

function privateWays(asker: Asker, { call, respond }: Delivery): Send[] {
  const { channel, user, client, responseUrl } = asker;
  const ways: Send[] = [];
  if (responseUrl)
    ways.push((message) =>
      respond(responseUrl, { response_type: 'ephemeral', replace_original: false, ...inThread(asker), ...message }),
    );
  if (channel)
    ways.push((message) => call(() => client.chat.postEphemeral({ channel, user, ...inThread(asker), ...message })));
  if (user) ways.push((message) => call(() => client.chat.postMessage({ channel: user, ...quiet, ...message })));
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
