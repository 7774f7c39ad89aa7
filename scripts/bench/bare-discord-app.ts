// The least that a discord.js client can do: it replies "ok".
import { enableCompileCache } from 'node:module';

enableCompileCache();
const { Client, Events, GatewayIntentBits } = await import('discord.js');

const { DISCORD_TOKEN = '', DISCORD_API_URL: api = '' } = process.env;
const client = new Client({
  intents: [GatewayIntentBits.Guilds],
  rest: { api, globalRequestsPerSecond: Number.POSITIVE_INFINITY },
});
client.on(Events.InteractionCreate, async (interaction) => {
  if (interaction.isChatInputCommand()) await interaction.reply('ok');
});
client.once(Events.ClientReady, () => process.stdout.write('{"msg":"started"}\n'));
await client.login(DISCORD_TOKEN);
