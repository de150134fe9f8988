/** Fixes that write another word in place of the one that is reported. */
import type { Token } from '../../model/document.ts';
import type { Fix } from '../../model/finding.ts';
import { hasHole } from '../../text/view.ts';

/** Nothing where a template fills in a part of the word, or where what it stands in cannot hold the new one. */
export function replaceBy(at: Token, replacement: string): Fix | undefined {
  if (hasHole(at.text) || at.text === replacement) return undefined;
  const written = at.view.encode(at.start, at.end, replacement);
  return written === null ? undefined : { replacement: written, safety: 'safe' };
}
