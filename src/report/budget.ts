/**
 * Fits a report into a limit by its structure: every entry is shown in less detail before any entry is left out, and
 * what is left out is counted. Text is never cut in the middle.
 */

export type Measure = (text: string) => number;

/** UTF-16 units, which are never fewer than characters. */
export const inCharacters: Measure = (text) => text.length;

export const inBytes: Measure = (text) => {
  let bytes = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x80) bytes += 1;
    else if (code < 0x800) bytes += 2;
    else if (code >= 0xd800 && code < 0xdc00 && i + 1 < text.length) {
      bytes += 4;
      i++;
    } else bytes += 3;
  }
  return bytes;
};

export interface Group<T> {
  readonly items: readonly T[];
  /** What stands around the items that are shown; both must not grow when more items are hidden. */
  readonly open: string;
  readonly close: string;
}

export interface Budget<T> {
  readonly limit: number;
  readonly measure: Measure;
  /** The ways to write an item, the richest first. */
  readonly levels: readonly ((item: T) => string)[];
  /** The line that stands for items that are left out. */
  readonly more: (hidden: number) => string;
}

const LONGEST_COUNT = 9_999_999;

/**
 * The groups in the richest level in which every item fits, and as many of the first items as possible one level
 * richer; when not even the tersest level fits, as many items of the first groups as do. A group without items is never
 * written.
 */
export function fitGroups<T>(groups: readonly Group<T>[], budget: Budget<T>): string {
  const filled = groups.filter((group) => group.items.length > 0);
  for (const [index, write] of budget.levels.entries()) {
    const used = sizeOfAll(filled, write, budget);
    if (used !== undefined) return writeAll(filled, write, budget.levels[index - 1], budget, used);
  }
  return writeSome(filled, budget);
}

/** Undefined as soon as it is more than the limit. */
function sizeOfAll<T>(
  groups: readonly Group<T>[],
  write: (item: T) => string,
  { limit, measure }: Budget<T>,
): number | undefined {
  let used = 0;
  for (const group of groups) {
    used += measure(group.open) + measure(group.close);
    for (const item of group.items) {
      if (used > limit) return undefined;
      used += measure(write(item));
    }
  }
  return used <= limit ? used : undefined;
}

function writeAll<T>(
  groups: readonly Group<T>[],
  write: (item: T) => string,
  writeRicher: ((item: T) => string) | undefined,
  { limit, measure }: Budget<T>,
  used: number,
): string {
  let room = limit - used;
  let enrich = writeRicher;
  const parts: string[] = [];
  for (const group of groups) {
    parts.push(group.open);
    for (const item of group.items) {
      const plain = write(item);
      const rich = enrich?.(item);
      const growth = rich === undefined ? 0 : measure(rich) - measure(plain);
      if (growth > room) enrich = undefined;
      else room -= growth;
      parts.push(rich === undefined || enrich === undefined ? plain : rich);
    }
    parts.push(group.close);
  }
  return parts.join('');
}

function writeSome<T>(groups: readonly Group<T>[], budget: Budget<T>): string {
  const { measure, more, levels } = budget;
  const write = levels.at(-1) ?? (() => '');
  const tail = measure(more(LONGEST_COUNT));
  const frames = groups.map((group) => measure(group.open) + measure(group.close) + tail);
  const affordable = affordableGroups(frames, budget.limit, tail);
  let room = budget.limit - tail - frames.slice(0, affordable).reduce((sum, size) => sum + size, 0);
  const parts: string[] = [];
  for (const group of groups.slice(0, affordable)) {
    const shown: string[] = [];
    for (const item of group.items) {
      const text = write(item);
      const size = measure(text);
      if (size > room) break;
      room -= size;
      shown.push(text);
    }
    const hidden = group.items.length - shown.length;
    parts.push(group.open, ...shown, hidden > 0 ? more(hidden) : '', group.close);
  }
  const left = groups.slice(affordable).reduce((sum, group) => sum + group.items.length, 0);
  if (left > 0 && tail <= budget.limit) parts.push(more(left));
  return parts.join('');
}

/** How many groups can at least be named, with room for one line about the others. */
function affordableGroups(frames: readonly number[], limit: number, tail: number): number {
  let used = tail;
  let groups = 0;
  for (const size of frames) {
    used += size;
    if (used > limit) break;
    groups++;
  }
  return groups;
}
