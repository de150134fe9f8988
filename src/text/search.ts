/** The first of `length` things in order that does not come before what is looked for; `length` where all of them do. */
export function firstIndex(length: number, isBefore: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The last of the things in order that begins at the offset or before it. */
export function lastFrom<T extends { readonly start: number }>(things: readonly T[], offset: number): T | undefined {
  return things[firstIndex(things.length, (index) => (things[index]?.start ?? 0) <= offset) - 1];
}
