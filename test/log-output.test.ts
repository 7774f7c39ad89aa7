import { spawnSync } from 'node:child_process';
import { closeSync, constants, mkdtempSync, openSync, readSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLogOutput } from '../adapters/log-output.ts';

const LINE = `{"msg":"${'x'.repeat(990)}"}\n`;
const ENOUGH = 3000;

describe('the log’s output', () => {
  let folder: string;
  let reader: number;
  let writer: number;
  let complaints: string[];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'slash-http-log-'));
    const pipe = join(folder, 'pipe');
    spawnSync('sh', ['-c', 'mkfifo "$0"', pipe]);
    reader = openSync(pipe, constants.O_RDONLY | constants.O_NONBLOCK);
    writer = openSync(pipe, constants.O_WRONLY | constants.O_NONBLOCK);
    complaints = [];
  });
  afterEach(() => {
    closeSync(writer);
    rmSync(folder, { recursive: true });
  });
  const output = () => createLogOutput(writer, (reason) => complaints.push(reason));

  /** All that is in the pipe now. */
  function taken(): string {
    const buffer = Buffer.alloc(2_000_000);
    try {
      return buffer.subarray(0, readSync(reader, buffer)).toString();
    } catch {
      return '';
    }
  }

  /** What comes, up to its last line. */
  async function readUntil(last: RegExp): Promise<string> {
    let text = '';
    const isThere = (): boolean => {
      text += taken();
      return last.test(text);
    };
    await expect.poll(isThere, { interval: 10, timeout: 15_000 }).toBe(true);
    return text;
  }

  it('keeps lines for a reader that is slow, and loses none of them', async () => {
    const log = output();
    for (let index = 0; index < 500; index += 1) log.write(LINE);
    log.write('the last\n');
    expect(await readUntil(/the last\n$/)).toBe(`${LINE.repeat(500)}the last\n`);
    expect(complaints).toEqual([]);
    closeSync(reader);
  });

  it('drops lines that nobody reads, and says how many once somebody does', async () => {
    const log = output();
    for (let index = 0; index < ENOUGH; index += 1) log.write(LINE);
    expect(complaints).toEqual(['nobody reads the log; lines are dropped']);
    const before = taken().length / LINE.length;
    await log.written();
    log.write('the next\n');
    const lines = (await readUntil(/the next\n$/)).split('\n');
    const told = JSON.parse(lines.at(-3) ?? '') as { lost: number };
    expect(told).toMatchObject({ level: 'warn', msg: 'log lines were lost' });
    expect(told.lost + before + lines.filter((line) => `${line}\n` === LINE).length).toBe(ENOUGH);
    log.write(LINE);
    expect(taken()).toBe(LINE);
    closeSync(reader);
  });

  it('goes on where nobody can read any more, and says so once', () => {
    const log = output();
    closeSync(reader);
    log.write(LINE);
    log.write(LINE);
    expect(complaints).toEqual(['the log cannot be written (EPIPE)']);
    reader = openSync(join(folder, 'pipe'), constants.O_RDONLY | constants.O_NONBLOCK);
    log.write(LINE);
    expect(JSON.parse(taken().split('\n')[0] ?? '')).toMatchObject({ lost: 2 });
    closeSync(reader);
  });

  it('goes on where the disk is full', () => {
    const full = openSync('/dev/full', 'w');
    createLogOutput(full, (reason) => complaints.push(reason)).write(LINE);
    expect(complaints).toEqual(['the log cannot be written (ENOSPC)']);
    closeSync(full);
    closeSync(reader);
  });
});
