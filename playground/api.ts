// What the page asks for and does, as JSON.
import { z } from 'zod';
import { type Exchange, type PlatformName, TYPING } from './exchanges.ts';
import { type PageFile, wholePage } from './page-files.ts';
import { LANGUAGES, type Person } from './people.ts';
import type { Platforms } from './platforms.ts';
import { ACTION, InputError, type Side, type SideView } from './side.ts';

/** What a page shows to one person. */
interface View {
  person: string;
  people: readonly { name: string; locale: string }[];
  slack: SideView;
  discord: SideView;
  /** The newest first. */
  exchanges: readonly Pick<Exchange, 'id' | 'platform' | 'title'>[];
}

export interface Stage {
  platforms: Platforms;
  sides: Readonly<Record<PlatformName, Side>>;
  /** @throws InputError for a person who is not there */
  view: (person: string | null) => View;
  onChange: (listener: () => void) => void;
}

const PLATFORM = z.enum(['slack', 'discord']);
const PERSON = z.string();
const ACT = z.object({ person: PERSON, platform: PLATFORM, action: ACTION });
const SUGGEST = z.object({
  person: PERSON,
  platform: PLATFORM,
  typed: z.string().max(500),
  place: z.enum(['composer', 'window']),
});
const LANGUAGE = z.object({ person: PERSON, locale: z.enum(LANGUAGES) });
const EXCHANGE = z.object({ id: z.number() });

export interface Api {
  /** Pages that are made, not files. */
  page: (pathname: string) => Promise<PageFile | undefined>;
  /** Undefined for an address that is none. @throws InputError */
  call: (pathname: string, body: unknown) => Promise<object | undefined>;
}

export function createApi(stage: Promise<Stage>): Api {
  let gallery: string | undefined;
  const page: Api['page'] = async (pathname) => {
    if (pathname !== '/gallery') return undefined;
    const { galleryHtml } = await import('./gallery.ts');
    gallery ??= galleryHtml((await stage).platforms.core, wholePage);
    return { type: 'text/html; charset=utf-8', body: gallery };
  };
  return { page, call: async (pathname, body) => call(await stage, pathname, body) };
}

async function call(stage: Stage, pathname: string, body: unknown): Promise<object | undefined> {
  const { platforms, sides } = stage;
  switch (pathname) {
    case '/api/act': {
      const { person, platform, action } = parsed(ACT, body);
      return told(() => sides[platform].act(personOf(platforms, person), action));
    }
    case '/api/suggest': {
      const { person, platform, typed, place } = parsed(SUGGEST, body);
      const who = personOf(platforms, person);
      return told(async () => ({ suggestions: await sides[platform].suggest(who, typed, place) }));
    }
    case '/api/language': {
      const { person, locale } = parsed(LANGUAGE, body);
      platforms.setLanguage(personOf(platforms, person), locale);
      return {};
    }
    case '/api/exchange':
      return exchangeOf(platforms, parsed(EXCHANGE, body).id);
    default:
      return undefined;
  }
}

function parsed<Shape>(schema: z.ZodType<Shape>, body: unknown): Shape {
  const { success, data, error } = schema.safeParse(body);
  if (!success) throw new InputError(z.prettifyError(error));
  return data;
}

/** What a pretend platform throws says what a person cannot do. */
async function told<Result>(act: () => Promise<Result>): Promise<Result> {
  try {
    return await act();
  } catch (error) {
    throw error instanceof InputError ? error : new InputError(error instanceof Error ? error.message : String(error));
  }
}

function personOf({ people }: Platforms, name: string | null): Person {
  const person = people.find((one) => one.name === name) ?? (name === null ? people[0] : undefined);
  if (!person) throw new InputError(`nobody here is called ${name}`);
  return person;
}

function exchangeOf({ exchanges }: Platforms, id: number): object {
  const exchange = exchanges.get(id);
  if (!exchange) throw new InputError('this exchange is forgotten');
  return exchange;
}

export function createView({ platforms, sides }: Pick<Stage, 'platforms' | 'sides'>): Stage['view'] {
  const { slack, people, exchanges } = platforms;
  return (name) => {
    const person = personOf(platforms, name);
    return {
      person: person.name,
      people: people.map((one) => ({
        name: one.name,
        locale: slack.workspace.people.get(one.slackId)?.locale ?? LANGUAGES[0],
      })),
      slack: sides.slack.view(person),
      discord: sides.discord.view(person),
      exchanges: exchanges
        .list()
        .filter(({ title }) => title !== TYPING)
        .map(({ id, platform, title }) => ({ id, platform, title }))
        .reverse(),
    };
  };
}
