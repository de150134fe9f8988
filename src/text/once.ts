/**
 * Answers a question about a thing when it is first asked, and remembers the answer as long as the thing lives: a question that every
 * fact of a document asks about all of its facts would otherwise take the square of their number. What else is given must be the same
 * whenever it is asked about the same thing.
 */
export function once<K extends object, A extends readonly unknown[], T>(
  answer: (subject: K, ...more: A) => T,
): (subject: K, ...more: A) => T {
  const known = new WeakMap<K, { readonly value: T }>();
  return (subject, ...more) => {
    const found = known.get(subject);
    if (found) return found.value;
    const value = answer(subject, ...more);
    known.set(subject, { value });
    return value;
  };
}
