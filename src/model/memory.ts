/** What a process that lints again and again keeps of the files that have not changed. */
import type { InputFile } from './input.ts';
import type { Reading } from './project.ts';

export interface MeasuredReading {
  readonly value: Reading;
  /** The steps were spent, and a part was not read. */
  readonly spent: boolean;
}

export interface Memory {
  /** What was read of the same files under the same name, or what `read` reads now. */
  recall(name: string, files: readonly InputFile[], read: () => MeasuredReading): MeasuredReading;
}
