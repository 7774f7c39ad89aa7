import { afterEach, describe, expect, it } from 'vitest';
import {
  EMMA,
  INCIDENT,
  privateMessage,
  required,
  type SlackUnderTest,
  startSlack,
  XIAOMING,
} from './slack-under-test.ts';

describe('the language of a person', () => {
  let app: SlackUnderTest;
  let now = Date.now();
  const start = async (timing: object = {}) => {
    app = await startSlack({ timing: { now: () => now, ...timing } });
  };
  afterEach(() => app.stop());

  const ask = async (user = XIAOMING) => {
    await app.slack.command('/http', '502', { user, channel: INCIDENT });
    return required(privateMessage(app.slack, user)).text;
  };
  const lookups = () => app.slack.workspace.calls.filter(({ method }) => method === 'users.info').length;

  it('is looked up once a day', async () => {
    await start();
    await ask();
    await ask();
    expect(lookups()).toBe(1);
    now += 86_400_001;
    expect(await ask()).toContain('可能原因');
    expect(lookups()).toBe(2);
  });

  it('is that of a question in Chinese, without a look-up', async () => {
    await start();
    await app.slack.command('/http', '网关错误', { user: EMMA, channel: INCIDENT });
    expect(required(privateMessage(app.slack, EMMA)).text).toContain('可能原因');
    await app.slack.command('/http', '网关错误 en', { user: XIAOMING, channel: INCIDENT });
    expect(required(privateMessage(app.slack, XIAOMING)).text).toContain('Likely causes');
    expect(lookups()).toBe(0);
  });

  it('is the default one when Slack is too slow, and the right one as soon as it is known', async () => {
    await start({ wait: () => Promise.resolve() });
    expect(await ask()).toContain('Likely causes');
    await app.slack.until(() => lookups() === 1);
    await app.stop();
  });

  it('is looked up again after a failure', async () => {
    await start({ repeatMs: 0 });
    app.slack.faults.next('users.info', { error: 'user_not_found' });
    expect(await ask()).toContain('Likely causes');
    expect(await ask()).toContain('可能原因');
  });

  it('that the app may not ask for is the default one, of which the log warns once in a while', async () => {
    app = await startSlack({ scopes: ['commands', 'chat:write', 'app_mentions:read'] });
    expect(await ask()).toContain('Likely causes');
    expect(await ask()).toContain('Likely causes');
    const warnings = app.logs.filter(({ msg }) => msg === 'slack does not say which language somebody uses');
    expect(warnings).toEqual([
      expect.objectContaining({ err: expect.objectContaining({ message: expect.stringContaining('missing_scope') }) }),
    ]);
  });

  it('is not asked for while Slack is busy', async () => {
    await start();
    app.slack.faults.next('users.info', { status: 429, retryAfter: 30 });
    expect(await ask()).toContain('Likely causes');
    expect(await ask(EMMA)).toContain('Likely causes');
    expect(lookups()).toBe(1);
    now += 30_001;
    expect(await ask()).toContain('可能原因');
  });
});
