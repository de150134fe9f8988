/** A table asked by words of a chart: unlike a plain object it has no entry `constructor` or `__proto__` of its own. */
export function table<V>(entries: Readonly<Record<string, V>>): ReadonlyMap<string, V> {
  return new Map(Object.entries(entries));
}
