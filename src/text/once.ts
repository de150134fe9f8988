let run = 0;

/** The answer `undefined`, which a map would give for what it does not know. */
const NOTHING = Symbol('nothing');

/** Answers may rest on more than the thing: a run that meets the things of an earlier one again asks anew. */
export function forgetAnswers(): void {
  run += 1;
}

/**
 * Answers a question about a thing when it is first asked, and remembers the answer until the next run: a question that every
 * fact of a document asks about all of its facts would otherwise take the square of their number. What else is given must be the same
 * whenever it is asked about the same thing.
 */
export function once<K extends object, A extends readonly unknown[], T>(
  answer: (subject: K, ...more: A) => T,
): (subject: K, ...more: A) => T {
  let known = new WeakMap<K, T | typeof NOTHING>();
  let asked = run;
  return (subject, ...more) => {
    if (asked !== run) known = new WeakMap();
    asked = run;
    const found = known.get(subject);
    if (found !== undefined) return found === NOTHING ? (undefined as T) : found;
    const value = answer(subject, ...more);
    known.set(subject, value === undefined ? NOTHING : value);
    return value;
  };
}
