/** Which folders are to be scanned, one after the other in a thread: what changes meanwhile is scanned again. */
import { Worker } from 'node:worker_threads';
import type { ScanAnswer, ScanRequest, ThreadData } from './scan-request.ts';

/** Between two keys of somebody who types. */
const QUIET_MS = 200;

export interface Scans {
  /** Scans the folder soon; a scan of it that runs is given up. */
  want(key: string): void;
  /** When nothing is left to scan. */
  settled(): Promise<void>;
}

export interface Scanning {
  /** What a scan that starts now is asked; undefined where the folder is gone. */
  requestFor(key: string): ScanRequest | undefined;
  answered(key: string, answer: ScanAnswer): void;
}

export function startScans({ requestFor, answered }: Scanning): Scans {
  const abandoned = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  const cell = new Int32Array(abandoned);
  const wanted = new Set<string>();
  let waiters: (() => void)[] = [];
  let running: string | undefined;
  let timer: NodeJS.Timeout | undefined;
  let thread: Worker | undefined;

  const startThread = (): Worker => {
    const workerData: ThreadData = { abandoned };
    // With the same arguments, so that it judges by the same options.
    const argv = process.argv.slice(2);
    const started = new Worker(new URL('./cli.js', import.meta.url), { workerData, argv });
    started.unref();
    started.on('message', (answer: ScanAnswer) => finish(answer));
    started.on('error', (error) => {
      thread = undefined;
      finish({ kind: 'failed', story: error.stack ?? error.message });
    });
    return started;
  };

  const next = (): void => {
    const [key] = wanted;
    if (running !== undefined || timer !== undefined) return;
    if (key === undefined) {
      for (const done of waiters) done();
      waiters = [];
      return;
    }
    wanted.delete(key);
    const request = requestFor(key);
    if (!request) {
      next();
      return;
    }
    running = key;
    Atomics.store(cell, 0, 0);
    thread ??= startThread();
    thread.postMessage(request);
  };

  const finish = (answer: ScanAnswer): void => {
    const key = running;
    running = undefined;
    if (key !== undefined && !wanted.has(key)) answered(key, answer);
    next();
  };

  return {
    want(key) {
      wanted.add(key);
      if (running === key) Atomics.store(cell, 0, 1);
      clearTimeout(timer);
      timer = setTimeout(() => {
        timer = undefined;
        next();
      }, QUIET_MS);
    },
    settled: () =>
      wanted.size === 0 && running === undefined ? Promise.resolve() : new Promise((done) => waiters.push(done)),
  };
}
