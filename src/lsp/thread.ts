/** The thread that scans, so that the server can answer meanwhile. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Layer } from '../config/options.ts';
import { createMemory, type RunMemory } from '../stages/memory.ts';
import { scanFolder } from './scan-folder.ts';
import type { ScanRequest, ThreadData } from './scan-request.ts';

export function answerScans(layer: Layer): void {
  const { abandoned }: ThreadData = workerData;
  const cell = new Int32Array(abandoned);
  const memories = new Map<string, RunMemory>();
  const isAbandoned = () => Atomics.load(cell, 0) === 1;
  parentPort?.on('message', async (request: ScanRequest) => {
    const today = new Date().toISOString().slice(0, 10);
    const memory = memories.get(request.folder) ?? createMemory();
    memories.set(request.folder, memory);
    parentPort?.postMessage(await scanFolder(request, { layer, today, isAbandoned, memory }));
  });
}
