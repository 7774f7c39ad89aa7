// What a pretend Discord answers to what the real one would refuse.

export class Refusal extends Error {
  readonly status: number;
  readonly code: number;
  readonly faults: readonly string[];

  constructor(status: number, code: number, faults: readonly string[]) {
    super(faults.join('; '));
    this.name = 'Refusal';
    this.status = status;
    this.code = code;
    this.faults = faults;
  }
}

/** Status, code and words of each refusal, as Discord's list of error codes has them. */
const REFUSALS = {
  unauthorized: [401, 0, '401: Unauthorized'],
  notFound: [404, 0, '404: Not Found'],
  unknownChannel: [404, 10003, 'Unknown Channel'],
  unknownGuild: [404, 10004, 'Unknown Guild'],
  unknownMessage: [404, 10008, 'Unknown Message'],
  unknownWebhook: [404, 10015, 'Unknown Webhook'],
  unknownInteraction: [404, 10062, 'Unknown interaction'],
  answeredAlready: [400, 40060, 'Interaction has already been acknowledged.'],
  tooManyFollowUps: [400, 40094, 'This interaction has hit the maximum number of follow up messages'],
  missingAccess: [403, 50001, 'Missing Access'],
  refusesMessages: [403, 50007, 'Cannot send messages to this user'],
  missingPermissions: [403, 50013, 'Missing Permissions'],
  cannotReply: [400, 160002, 'Cannot reply without permission to read message history'],
  expiredToken: [401, 50027, 'Invalid Webhook Token'],
} as const satisfies Record<string, readonly [number, number, string]>;

export function refuse(kind: keyof typeof REFUSALS): never {
  const [status, code, words] = REFUSALS[kind];
  throw new Refusal(status, code, [words]);
}

/** Refuses a body that has any fault. */
export function refuseFaults(faults: readonly string[]): void {
  if (faults.length > 0) throw new Refusal(400, 50035, faults);
}
