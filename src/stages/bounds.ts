/** What one file may take, and all of them together: whatever is left out is a note. */
import { EMPTY_READING, mergeReadings } from '../languages/front-end.ts';
import type { InputFile } from '../model/input.ts';
import { LIMITS } from '../model/limits.ts';
import type { Memory } from '../model/memory.ts';
import type { Note } from '../model/note.ts';
import type { Reading } from '../model/project.ts';
import { withSteps } from '../text/steps.ts';

/** `files`: all that is read, for a memory to know it again. */
type Bounds = (path: string, steps: number, read: () => Reading, files?: readonly InputFile[]) => Reading;

export function createBounds(
  { isLate, isFull }: { readonly isLate: () => boolean; readonly isFull: () => boolean },
  mostFacts: number = LIMITS.runFacts,
  memory: Memory | undefined = undefined,
): Bounds {
  let facts = 0;
  return (path, steps, read, files) => {
    if (facts >= mostFacts)
      return left(path, 'not', 'the files before it hold as much as one run looks at; it was not read');
    if (isLate()) return left(path, 'not', 'the run takes too long; it was not read');
    if (isFull()) return left(path, 'not', 'the memory that Node may use is full; it was not read');
    const measure = () => withSteps(steps, read);
    const { value, spent } = memory && files ? memory.recall(path, files, measure) : measure();
    facts += value.facts.length;
    if (!spent) return value;
    const message = 'it is larger, with all that it repeats, than is looked at; the rest was not read';
    return mergeReadings([value, left(path, 'partly', message)]);
  };
}

function left(path: string, coverage: Note['coverage'], message: string): Reading {
  return { ...EMPTY_READING, notes: [{ code: 'budget', message, path, coverage }] };
}
