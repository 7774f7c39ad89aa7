// The shape of blocks and views, generated from Slack's own types: whatever they do not name is refused.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv, type ErrorObject } from 'ajv';
import { createGenerator } from 'ts-json-schema-generator';

export const SCHEMA_FILE = new URL('block-kit.schema.json', import.meta.url);

type Schema = Record<string, unknown>;

/** Takes two seconds, so the result is kept in {@link SCHEMA_FILE}. */
export function generateSchema(): object {
  const path = createRequire(import.meta.url)
    .resolve('@slack/types')
    .replace(/\.js$/, '.d.ts');
  const generator = createGenerator({ path, skipTypeCheck: true, additionalProperties: false, expose: 'all' });
  const definitions = ['KnownBlock', 'ModalView', 'HomeView'].map(
    (type) => generator.createSchema(type).definitions ?? {},
  );
  const schema = { definitions: Object.assign({}, ...definitions) as Schema };
  return JSON.parse(JSON.stringify(schema, withoutProse)) as object;
}

function withoutProse(key: string, value: unknown): unknown {
  return key === 'description' && typeof value === 'string' ? undefined : value;
}

export type ShapeCheck = (definition: string, value: unknown) => string[];

/** Says what is wrong with a value that shall have a shape of Slack's, such as `SectionBlock`. */
export function createShapeCheck(): ShapeCheck {
  const ajv = new Ajv({ strict: false, allowUnionTypes: true });
  ajv.addSchema(JSON.parse(readFileSync(SCHEMA_FILE, 'utf8')) as Schema, 'slack');
  return (definition, value) => {
    const validate = ajv.getSchema(`slack#/definitions/${definition}`);
    if (!validate) return [`Slack knows no ${definition}`];
    return validate(value) ? [] : [explain(validate.errors ?? [], definition)];
  };
}

/** Unions fail once per member; the deepest error is the one that was meant. */
function explain(errors: readonly ErrorObject[], definition: string): string {
  const deepest = [...errors].sort((a, b) => b.instancePath.length - a.instancePath.length);
  const unknown = deepest.find(({ keyword }) => keyword === 'additionalProperties');
  const error = unknown ?? deepest[0];
  const field = error?.keyword === 'additionalProperties' ? ` (${String(error.params.additionalProperty)})` : '';
  return `${definition}${error?.instancePath ?? ''}: ${error?.message ?? 'is malformed'}${field}`;
}
