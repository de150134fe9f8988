/** Flags of the kubelet that a script keeps in a table: `$KubeletArguments = @{ "network-plugin" = "cni" }`. */
import { flagCarrier, namesGoneFlags } from '../../data/flag-carriers.ts';
import { step } from '../../text/steps.ts';

export interface TableEntry {
  readonly name: string;
  readonly start: number;
  /** Of the value, without quotes. */
  readonly value: { readonly start: number; readonly end: number };
}

const TABLE = /\$\{?(?:\w{1,20}:)?(\w{1,80})\}?[ \t]{0,20}\+?=[ \t]{0,20}(?:\[\w{1,20}\][ \t]{0,4})?@\{/g;
const ENTRY =
  /(?<=[;{\n])[ \t\r]{0,80}["']?([a-z][a-z0-9-]{2,60})["']?[ \t]{0,40}=[ \t]{0,40}(?:"([^"\n]{0,500})"|'([^'\n]{0,500})'|([^;\s}"']{1,500}))/dg;
const LONGEST_TABLE = 20_000;

export function kubeletTables(text: string): readonly TableEntry[] {
  const found: TableEntry[] = [];
  let end = 0;
  for (const match of text.matchAll(TABLE)) {
    const name = match[1] ?? '';
    const open = match.index + match[0].length - 1;
    // What stands inside another table was read with it.
    if (open < end || flagCarrier(name) !== 'kubelet' || namesGoneFlags(name)) continue;
    end = endOfTable(text, open);
    found.push(...entriesOf(text, open, end));
  }
  return found;
}

function entriesOf(text: string, open: number, end: number): TableEntry[] {
  return [...text.slice(open, end).matchAll(ENTRY)].flatMap(({ indices = [], 1: name = '' }) => {
    const key = indices[1];
    const value = indices[2] ?? indices[3] ?? indices[4];
    return key && value
      ? [{ name, start: open + key[0], value: { start: open + value[0], end: open + value[1] } }]
      : [];
  });
}

/** Where its brace closes; quotes hide braces. */
function endOfTable(text: string, open: number): number {
  const last = Math.min(text.length, open + LONGEST_TABLE);
  let depth = 0;
  let quote = '';
  for (let at = open; at < last && step(); at++) {
    const character = text[at] ?? '';
    if (quote !== '') quote = character === quote || character === '\n' ? '' : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (character === '{') depth++;
    else if (character === '}' && --depth === 0) return at + 1;
  }
  return last;
}
