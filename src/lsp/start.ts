/** The server and the thread that scans for it are the same program: which of them this is, the thread tells. */
import { isMainThread } from 'node:worker_threads';
import type { Layer } from '../config/options.ts';

/** `layer`: what the command line says, its paths absolute. Never comes back: the process ends with the connection. */
export async function startServer(layer: Layer): Promise<never> {
  if (isMainThread) (await import('./serve.ts')).serve();
  else (await import('./thread.ts')).answerScans(layer);
  return new Promise(() => undefined);
}
