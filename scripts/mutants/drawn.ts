/** Which of the mutants a sample holds: the same ones again for the same seed, as long as their sources stay as they are. */
import { createHash } from 'node:crypto';

export interface Sample {
  readonly seed: string;
  /** Of all mutants, from 0 to 1. */
  readonly share: number;
}

/** Mutants are counted from 0 through all files that are mutated. */
export function isDrawn({ seed, share }: Sample, id: string): boolean {
  const hash = createHash('sha256').update(`${seed} ${id}`).digest();
  return hash.readUInt32BE(0) / 2 ** 32 < share;
}
