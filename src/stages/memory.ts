/** Readings of earlier runs: a reading depends on its files and on the settings alone, and is never changed. */
import type { InputFile } from '../model/input.ts';
import type { MeasuredReading, Memory } from '../model/memory.ts';

export interface RunMemory extends Memory {
  /** A run begins: `settings` says what readings depend on besides their files. */
  begin(settings: string): void;
  /** The run is over, and came to everything: what it did not ask for is gone. */
  end(): void;
}

interface Entry {
  readonly files: readonly InputFile[];
  readonly reading: MeasuredReading;
}

export function createMemory(): RunMemory {
  const entries = new Map<string, Entry>();
  const asked = new Set<string>();
  let known = '';
  return {
    begin(settings) {
      if (settings !== known) entries.clear();
      known = settings;
      asked.clear();
    },
    recall(name, files, read) {
      asked.add(name);
      const entry = entries.get(name);
      if (entry && areSame(entry.files, files)) return entry.reading;
      const reading = read();
      entries.set(name, { files, reading });
      return reading;
    },
    end() {
      for (const name of [...entries.keys()]) if (!asked.has(name)) entries.delete(name);
    },
  };
}

function areSame(before: readonly InputFile[], now: readonly InputFile[]): boolean {
  return (
    before.length === now.length &&
    before.every(({ path, text }, index) => path === now[index]?.path && text === now[index]?.text)
  );
}
