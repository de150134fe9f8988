/**
 * One line on the terminal while a scan takes longer than half a second. The scan itself never pauses, so the line is
 * written by a thread of its own.
 */
import type { OnStep } from '../model/result.ts';
import type { Io } from './io.ts';

export interface Progress {
  found(files: number): void;
  readonly step: OnStep;
  /** The line is gone when this returns. */
  stop(): void;
}

/** Cells of the memory that both threads see. */
const STATE = 0;
const FILES = 1;
const ALIVE = 2;
const STAGE = 3;
const DONE = 4;
const OF = 5;
const CELLS = 6;
const STAGES = { reading: 1, judging: 2 } as const;
const RUNNING = 0;
const STOPPING = 1;
const STOPPED = 2;
const MAX_STOP_WAIT_MS = 200;

/** What the line says; `stage` is a value of STAGES, or 0 before the first of them. Runs in the thread, by its text alone. */
export function progressText(files: number, stage: number, done: number, of: number): string {
  if (files === 0) return 'looking for files';
  if (stage === 0 || of === 0) return `${files.toLocaleString('en')} files found`;
  const filled = Math.min(20, Math.round((20 * done) / of));
  const what = stage === 1 ? 'reading' : 'judging';
  const unit = stage === 1 ? 'files' : 'rules';
  const amount = `${done.toLocaleString('en')} of ${of.toLocaleString('en')} ${unit}`;
  return `[${'#'.repeat(filled)}${'-'.repeat(20 - filled)}] ${what} ${amount}`;
}

const THREAD = `
const text = ${progressText.toString()};
const { workerData } = require('node:worker_threads');
const { writeSync } = require('node:fs');
const cells = new Int32Array(workerData);
const started = Date.now();
const write = (text) => { try { writeSync(2, text); } catch {} };
let shown = false;
Atomics.store(cells, ${ALIVE}, 1);
while (Atomics.wait(cells, ${STATE}, ${RUNNING}, shown ? 250 : 500) === 'timed-out') {
  const [files, stage, done, of] = [${FILES}, ${STAGE}, ${DONE}, ${OF}].map((cell) => Atomics.load(cells, cell));
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  write('\\r\\u001b[2K' + text(files, stage, done, of) + ', ' + seconds + ' s');
  shown = true;
}
if (shown) write('\\r\\u001b[2K');
Atomics.store(cells, ${STATE}, ${STOPPED});
Atomics.notify(cells, ${STATE});
`;

const SILENT: Progress = { found: () => {}, step: () => {}, stop: () => {} };

export function startProgress(io: Io): Progress {
  if (!io.err.isTerminal || io.env.CI !== undefined || io.env.TERM === 'dumb') return SILENT;
  const { Worker } = process.getBuiltinModule('node:worker_threads');
  const memory = new SharedArrayBuffer(CELLS * Int32Array.BYTES_PER_ELEMENT);
  const cells = new Int32Array(memory);
  const thread = new Worker(THREAD, { eval: true, workerData: memory });
  thread.unref();
  return {
    found: (files) => Atomics.store(cells, FILES, files),
    step(stage, done, of) {
      Atomics.store(cells, DONE, done);
      Atomics.store(cells, OF, of);
      Atomics.store(cells, STAGE, STAGES[stage]);
    },
    stop() {
      if (Atomics.load(cells, STATE) !== RUNNING) return;
      Atomics.store(cells, STATE, STOPPING);
      Atomics.notify(cells, STATE);
      if (Atomics.load(cells, ALIVE) === 1) Atomics.wait(cells, STATE, STOPPING, MAX_STOP_WAIT_MS);
      if (Atomics.load(cells, STATE) !== STOPPED) void thread.terminate();
    },
  };
}
