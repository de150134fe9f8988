/** Edits that write another word in the place of one. */
import type { Token } from '../../model/document.ts';
import { hasHole } from '../../text/view.ts';
import type { ReportFix } from '../rule.ts';

/** Nothing where a template fills in a part of the word, or where what it stands in cannot hold the new one. */
export function replaceBy(at: Token, replacement: string, safety: ReportFix['safety'] = 'safe'): ReportFix | undefined {
  if (hasHole(at.text) || at.text === replacement) return undefined;
  const written = at.view.encode(at.start, at.end, replacement);
  return written === null ? undefined : { at, replacement: written, safety };
}

/** From the start of one word to the end of another of the same text, when they are written one by one in the file. */
export function spanning(first: Token, last: Token): Token | undefined {
  if (first.view !== last.view || last.end < first.start) return undefined;
  return { view: first.view, start: first.start, end: last.end, text: first.view.text.slice(first.start, last.end) };
}

/**
 * The value that an advice writes for this key: `runtime: containerd`, `a.b.runtime: containerd`, `RUNTIME=containerd`,
 * `--runtime=containerd`, `write format: auto`, `set it to cri`.
 */
function adviceValue(advice: string, key: string): string | undefined {
  const named = /^(?:write |set )?["']?(?:--?)?([\w.-]+)["']?\s*[:=]\s*["']?([\w./:-]*[\w/])["']?(?=$|[,;\s])/i.exec(
    advice,
  );
  if (named) return named[1] === key || named[1]?.endsWith(`.${key}`) ? named[2] : undefined;
  return /^set it to ([\w,.-]*\w)(?=$|[,\s])/.exec(advice)?.[1];
}

/** The value in the place of the old one, where the advice names one for this key. */
export function valueFix(
  value: Token,
  key: string,
  advice: string,
  safety: ReportFix['safety'] = 'unsafe',
): ReportFix | undefined {
  const replacement = adviceValue(advice, key);
  return replacement === undefined || !/^[\w./-]+$/.test(value.text)
    ? undefined
    : replaceBy(value, replacement, safety);
}
