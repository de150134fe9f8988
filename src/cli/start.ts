/** Runs the command line in this process: its streams, its folder, its day. */
import { writeSync } from 'node:fs';
import { UsageError } from '../config/usage-error.ts';
import { untilChange } from '../files/watch.ts';
import type { Stream } from './io.ts';
import { main } from './main.ts';

export async function start(argv: readonly string[]): Promise<void> {
  process.exitCode = await main(argv, {
    readInput,
    untilChange: changed,
    out: stream(process.stdout, 1),
    err: stream(process.stderr, 2),
    env: process.env,
    cwd: process.cwd(),
    today: new Date().toISOString().slice(0, 10),
  });
}

function stream(target: NodeJS.WriteStream, descriptor: number): Stream {
  return {
    isTerminal: target.isTTY === true,
    columns: target.columns,
    write(text) {
      writeAll(descriptor, Buffer.from(text, 'utf8'));
    },
  };
}

/** Whole, in order, and before the process ends; a closed pipe (`| head`) is not an error. */
function writeAll(descriptor: number, bytes: Buffer): void {
  const pause = new Int32Array(new SharedArrayBuffer(4));
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(descriptor, bytes, at);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      if (code === 'EPIPE') return;
      if (code !== 'EAGAIN') throw error;
      Atomics.wait(pause, 0, 0, 5);
    }
  }
}

async function changed(folder: string, isOwn: (path: string) => boolean): Promise<boolean> {
  try {
    await untilChange(folder, isOwn);
    return true;
  } catch (error) {
    throw new UsageError(`${folder} cannot be watched: ${error instanceof Error ? error.message : String(error)}.`);
  }
}

async function readInput(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}
