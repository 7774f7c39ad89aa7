// Every generated file, one entry each.
import { z } from 'zod';
import { exampleFile } from '../adapters/env.ts';
import { adapters } from '../adapters/index.ts';
import { manifests } from '../adapters/slack/manifest.ts';
import { generateSchema } from '../playground/pretend-slack/block-kit-schema.ts';
import { behaviourFileSchema, conditionsFileSchema } from '../src/behaviour/schema.ts';
import { documentsFileSchema, standardFileSchema, vendorFileSchema } from '../src/catalog/schema.ts';
import { decisionFileSchema } from '../src/guide/schema.ts';
import { createCore } from '../src/index.ts';
import { markerFileSchema } from '../src/markers/schema.ts';
import { troubleFileSchema } from '../src/trouble/schema.ts';
import { pinyinFile } from './pinyin-file.ts';
import { type Readme, withSections } from './readme-sections.ts';
import { traditionalFile } from './traditional-file.ts';

const READMES: readonly Readme[] = [
  { path: 'README.md', locale: 'en' },
  { path: 'README.zh-CN.md', locale: 'zh-CN' },
];

export interface GeneratedFile {
  /** From the repository's root. */
  path: string;
  text: string;
}

export function generatedFiles(): GeneratedFile[] {
  const core = createCore();
  const manifestFiles = Object.entries(manifests(core));
  return [
    { path: 'data/schema.json', text: dataSchema() },
    { path: 'data/pinyin.json', text: pinyinFile() },
    { path: 'data/traditional.json', text: traditionalFile() },
    { path: '.env.example', text: exampleFile(adapters) },
    { path: 'playground/pretend-slack/block-kit.schema.json', text: JSON.stringify(generateSchema()) },
    ...manifestFiles.map(([name, manifest]) => ({ path: `adapters/slack/${name}`, text: JSON.stringify(manifest) })),
    ...READMES.map((readme) => ({ path: readme.path, text: withSections(readme, core, adapters) })),
  ];
}

/** One schema for every file in data/: editors tell them apart by their fields. */
function dataSchema(): string {
  const schema = z.union([
    standardFileSchema,
    vendorFileSchema,
    documentsFileSchema,
    decisionFileSchema,
    troubleFileSchema,
    conditionsFileSchema,
    behaviourFileSchema,
    markerFileSchema,
  ]);
  return JSON.stringify(z.toJSONSchema(schema), undefined, 2);
}
