/**
 * One line on the terminal while a scan takes longer than half a second. The scan itself never pauses, so the line is
 * written by a thread of its own.
 */
import { Worker } from 'node:worker_threads';
import type { Io } from './io.ts';

export interface Progress {
  found(files: number): void;
  /** The line is gone when this returns. */
  stop(): void;
}

/** Cells of the memory that both threads see. */
const STATE = 0;
const FILES = 1;
const ALIVE = 2;
const RUNNING = 0;
const STOPPING = 1;
const STOPPED = 2;
const LONGEST_GOODBYE = 200;

const THREAD = `
const { workerData } = require('node:worker_threads');
const { writeSync } = require('node:fs');
const cells = new Int32Array(workerData);
const started = Date.now();
const write = (text) => { try { writeSync(2, text); } catch {} };
let shown = false;
Atomics.store(cells, 2, 1);
while (Atomics.wait(cells, 0, 0, shown ? 250 : 500) === 'timed-out') {
  const files = Atomics.load(cells, 1);
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  write('\\r\\u001b[2K' + (files === 0 ? 'looking for files' : 'reading ' + files.toLocaleString('en') + ' files') + ', ' + seconds + ' s');
  shown = true;
}
if (shown) write('\\r\\u001b[2K');
Atomics.store(cells, 0, 2);
Atomics.notify(cells, 0);
`;

const SILENT: Progress = { found: () => {}, stop: () => {} };

export function startProgress(io: Io): Progress {
  if (!io.err.isTerminal || io.env.CI !== undefined || io.env.TERM === 'dumb') return SILENT;
  const memory = new SharedArrayBuffer(12);
  const cells = new Int32Array(memory);
  const thread = new Worker(THREAD, { eval: true, workerData: memory });
  thread.unref();
  return {
    found: (files) => Atomics.store(cells, FILES, files),
    stop() {
      if (Atomics.load(cells, STATE) !== RUNNING) return;
      Atomics.store(cells, STATE, STOPPING);
      Atomics.notify(cells, STATE);
      if (Atomics.load(cells, ALIVE) === 1) Atomics.wait(cells, STATE, STOPPING, LONGEST_GOODBYE);
      if (Atomics.load(cells, STATE) !== STOPPED) void thread.terminate();
    },
  };
}
