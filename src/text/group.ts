/** Lists by key, keys in the order in which they first come, members in theirs. */
export function groupBy<K, V>(values: Iterable<V>, keyOf: (value: V) => K): ReadonlyMap<K, readonly V[]> {
  const groups = new Map<K, V[]>();
  for (const value of values) add(groups, keyOf(value), value);
  return groups;
}

/** The same where a value may have several keys, or none. */
export function groupByEach<K, V>(
  values: Iterable<V>,
  keysOf: (value: V) => Iterable<K>,
): ReadonlyMap<K, readonly V[]> {
  const groups = new Map<K, V[]>();
  for (const value of values) for (const key of keysOf(value)) add(groups, key, value);
  return groups;
}

function add<K, V>(groups: Map<K, V[]>, key: K, value: V): void {
  const group = groups.get(key);
  if (group) group.push(value);
  else groups.set(key, [value]);
}

/** Those that pass the test, and the others, each in their order. */
export function partition<T>(values: readonly T[], test: (value: T) => boolean): readonly [readonly T[], readonly T[]] {
  const passed: T[] = [];
  const others: T[] = [];
  for (const value of values) (test(value) ? passed : others).push(value);
  return [passed, others];
}
