// What the folders hold: a file is a software or a group of conditions.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The named export of every file in the folder that has it. */
export async function exportsOf<T>(folder: string, name: string): Promise<T[]> {
  const path = join(import.meta.dirname, folder);
  const files = readdirSync(path).filter((file) => file.endsWith('.ts'));
  const modules: Record<string, T | undefined>[] = await Promise.all(
    files.sort().map((file) => import(join(path, file))),
  );
  return modules.flatMap((module) => module[name] ?? []);
}
