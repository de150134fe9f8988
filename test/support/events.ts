/** Payloads of events, from the files in test/events with their blanks filled in. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export type EventName = 'pull_request' | 'push' | 'merge_group' | 'workflow_dispatch' | 'schedule' | 'workflow_run';

const folder = join(import.meta.dirname, '../events');

export function eventPayload(
  name: EventName,
  blanks: Readonly<Record<string, string | number | boolean | null>>,
): unknown {
  const fill = (value: unknown): unknown => {
    if (typeof value === 'string') return fillText(value);
    if (Array.isArray(value)) return value.map(fill);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, fill(inner)]));
  };
  const fillText = (text: string): unknown => {
    const whole = /^\{(\w+)\}$/.exec(text)?.[1];
    if (whole !== undefined) return blank(whole);
    return text.replace(/\{(\w+)\}/g, (_, key: string) => String(blank(key)));
  };
  const blank = (key: string) => {
    const value = blanks[key];
    if (value === undefined) throw new Error(`the payload ${name} needs ${key}`);
    return value;
  };
  return fill(JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')));
}
