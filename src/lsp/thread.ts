/** The thread that scans, so that the server can answer meanwhile. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Layer } from '../config/options.ts';
import { scanFolder } from './scan-folder.ts';
import type { ScanRequest, ThreadData } from './scan-request.ts';

export function answerScans(layer: Layer): void {
  const { abandoned }: ThreadData = workerData;
  const cell = new Int32Array(abandoned);
  const isAbandoned = () => Atomics.load(cell, 0) === 1;
  parentPort?.on('message', async (request: ScanRequest) => {
    const today = new Date().toISOString().slice(0, 10);
    parentPort?.postMessage(await scanFolder(request, { layer, today, isAbandoned }));
  });
}
