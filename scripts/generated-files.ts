// Every generated file, one entry each.
import { z } from 'zod';
import { exampleFile } from '../adapters/env.ts';
import { adapters } from '../adapters/index.ts';
import { documentsFileSchema, standardFileSchema, vendorFileSchema } from '../src/catalog/schema.ts';
import { decisionFileSchema } from '../src/guide/schema.ts';
import { pinyinFile } from './pinyin-file.ts';
import { withVariables } from './readme-sections.ts';

export interface GeneratedFile {
  /** From the repository's root. */
  path: string;
  text: string;
}

export async function generatedFiles(): Promise<GeneratedFile[]> {
  return [
    { path: 'data/schema.json', text: dataSchema() },
    { path: 'data/pinyin.json', text: pinyinFile() },
    { path: '.env.example', text: exampleFile(adapters) },
    ...['README.md', 'README.zh-CN.md'].map((path) => ({ path, text: withVariables(path, adapters) })),
  ];
}

/** One schema for every file in data/: editors tell them apart by their fields. */
function dataSchema(): string {
  const schema = z.union([standardFileSchema, vendorFileSchema, documentsFileSchema, decisionFileSchema]);
  return JSON.stringify(z.toJSONSchema(schema), undefined, 2);
}
