import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { EVENTS, manifest, manifests, SCOPES } from '../../adapters/slack/manifest.ts';
import { METHODS } from '../../playground/pretend-slack/web-api.ts';
import { core } from '../core-under-test.ts';

interface Manifest {
  display_information: { name: string; description: string; long_description: string };
  features: {
    shortcuts: { name: string; description: string }[];
    slash_commands: { command: string; url?: string; usage_hint: string }[];
  };
  settings: { socket_mode_enabled: boolean; interactivity: object; event_subscriptions: object };
}

const made = (transport: 'socket' | 'http') => manifest(core, transport) as unknown as Manifest;

describe('the manifest', () => {
  it.each(Object.entries(manifests(core)))('in %s is current; npm run generate writes it', (file, expected) => {
    expect(JSON.parse(readFileSync(new URL(`../../adapters/slack/${file}`, import.meta.url), 'utf8'))).toEqual(
      expected,
    );
  });

  it('names every command and shortcut within the lengths of Slack', () => {
    const { features, display_information: display } = made('socket');
    expect(features.slash_commands.map(({ command }) => command)).toContain('/http');
    for (const { command } of features.slash_commands) expect(command).toMatch(/^\/[a-z-]{1,31}$/);
    for (const { name, description } of features.shortcuts) {
      expect(name.length).toBeLessThanOrEqual(24);
      expect(description.length).toBeLessThanOrEqual(150);
    }
    expect(features.shortcuts).toHaveLength(2);
    expect(display.description.length).toBeLessThanOrEqual(140);
    expect(display.long_description.length).toBeGreaterThanOrEqual(174);
    expect(display.long_description.length).toBeLessThanOrEqual(4000);
  });

  it('names addresses for HTTP and none for Socket Mode', () => {
    expect(JSON.stringify(made('socket'))).not.toContain('https://');
    const { features, settings } = made('http');
    expect(settings).toMatchObject({
      socket_mode_enabled: false,
      interactivity: { message_menu_options_url: expect.stringMatching(/\/slack\/events$/) },
    });
    for (const { url } of features.slash_commands) expect(url).toMatch(/\/slack\/events$/);
  });

  it('asks for the scopes that are used and no other', () => {
    const called = Object.values(METHODS).flatMap(({ scope }) => scope ?? []);
    const received = EVENTS.includes('app_mention') ? ['app_mentions:read', 'commands'] : [];
    expect(SCOPES).toEqual([...new Set([...called, ...received])].sort());
  });
});
