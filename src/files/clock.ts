/** The clock of a run: only what starts a run asks it, so that nothing else depends on the machine. */
import { LIMITS } from '../model/limits.ts';

/** Tells whether the run that starts now has taken longer than it may. */
export function startRun(now: () => number = () => process.uptime() * 1000): () => boolean {
  const started = now();
  return () => now() - started > LIMITS.runMilliseconds;
}
