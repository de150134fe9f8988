/** Runs the command line in this process: its streams, its folder, its day. */
import { fstatSync, writeSync } from 'node:fs';
import { UsageError } from '../config/usage-error.ts';
import { untilChange } from '../files/watch.ts';
import type { Stream } from './io.ts';
import { main } from './main.ts';

export async function start(argv: readonly string[]): Promise<void> {
  process.exitCode = await main(argv, {
    readInput,
    serve: async (layer) => (await import('../lsp/start.ts')).startServer(layer),
    untilChange: changed,
    out: stream(1, () => process.stdout),
    err: stream(2, () => process.stderr),
    env: process.env,
    cwd: process.cwd(),
    today: new Date().toISOString().slice(0, 10),
  });
}

function stream(descriptor: 1 | 2, open: () => NodeJS.WriteStream): Stream {
  const terminal = mayBeTerminal(descriptor) ? open() : undefined;
  return {
    isTerminal: terminal?.isTTY === true,
    columns: terminal?.columns,
    write(text) {
      writeAll(descriptor, Buffer.from(text, 'utf8'));
    },
  };
}

/** A file or a pipe is none, and is written to without Node's streams, which take as long to load as the rest of the start. */
function mayBeTerminal(descriptor: number): boolean {
  try {
    return fstatSync(descriptor).isCharacterDevice();
  } catch {
    return false;
  }
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
