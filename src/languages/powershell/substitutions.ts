/** Scripts inside of strings and words: PowerShell runs `"$(docker ps -q)"` too. */
import type { Scanner } from './scanner.ts';

/** Longer ones are read as text. */
const LONGEST = 2000;
/** So many that do not end come from a hostile file: no further one is looked for. */
const MOST_OPEN = 20;

/** Notes the script that the `$(` at this place begins, which runs by itself, and tells where it ends; undefined where it does not. */
export function readSubstitution(scanner: Scanner, at: number, limit = scanner.text.length): number | undefined {
  const end = endOfSubstitution(scanner, at);
  if (end !== undefined && end <= limit) scanner.inside.push({ start: at + 2, end: end - 1 });
  return end;
}

/** Behind its parenthesis. */
function endOfSubstitution(scanner: Scanner, at: number): number | undefined {
  if (scanner.open.count >= MOST_OPEN) return undefined;
  const end = closing(scanner.text, at + 2, Math.min(scanner.text.length, at + LONGEST));
  if (end === undefined) scanner.open.count += 1;
  return end;
}

function closing(text: string, start: number, limit: number): number | undefined {
  let depth = 1;
  for (let at = start; at < limit; at++) {
    const character = text[at];
    if (character === '`') at++;
    else if (character === '(') depth++;
    else if (character === ')') {
      depth--;
      if (depth === 0) return at + 1;
    } else if (character === '"' || character === "'") {
      const end = text.indexOf(character, at + 1);
      if (end < 0 || end >= limit) return undefined;
      at = end;
    }
  }
  return undefined;
}
