// The least that a Bolt app can do: it acknowledges.
import { enableCompileCache } from 'node:module';

enableCompileCache();
const { App, HTTPReceiver, LogLevel } = await import('@slack/bolt');

const { SLACK_BOT_TOKEN: token = '', SLACK_SIGNING_SECRET: signingSecret = '', SLACK_API_URL } = process.env;
const receiver = new HTTPReceiver({ signingSecret });
const clientOptions = SLACK_API_URL ? { slackApiUrl: SLACK_API_URL } : {};
const app = new App({ token, receiver, clientOptions, logLevel: LogLevel.WARN });
app.command('/http', async ({ ack }) => ack());
const server = await app.start({ port: 0, host: '127.0.0.1' });
const address = 'address' in server ? server.address() : null;
const port = typeof address === 'object' ? address?.port : undefined;
process.stdout.write(`${JSON.stringify({ url: `http://127.0.0.1:${port}`, msg: 'started' })}\n`);
