/** Absolute paths in a line whose syntax is its program's own: `File "/x"`, `file("/x")`, `[monitor:///x]`. */
import type { Document } from '../../model/document.ts';
import type { PathFact } from '../../model/fact.ts';
import type { View } from '../../text/view.ts';
import { pathFacts, token } from '../text/facts.ts';

const LONGEST = 2000;
/** Behind white space or a sign that opens or assigns something. */
const ADDRESS = /(?<![^\s"'`([{<=,:>])(?:(?:unix|npipe|file):\/\/)?\/[^\s"'`()[\]{}<>|;,]+/gi;
/** `d /var/lib/x 0700 root root`: what systemd-tmpfiles makes or takes away. */
const TMPFILES = /^[a-zA-Z][!=~^$+-]{0,4}[ \t]+["']?\//;
const EXCLUDES = /exclu|ignor|skip|prune|except|deny|whitelist/i;
/** What such a line names there, its program most often writes. */
const LOGS = /^\/*var\/log\//;

export function addressFacts(document: Document, view: View, start: number, end: number): readonly PathFact[] {
  const text = view.text.slice(start, Math.min(end, start + LONGEST));
  if (TMPFILES.test(text)) return [];
  return [...text.matchAll(ADDRESS)].flatMap(({ 0: address, index }) => {
    if (LOGS.test(address)) return [];
    const from = start + index + (/^\/+(?=\/)/.exec(address)?.[0].length ?? 0);
    const polarity = EXCLUDES.test(text.slice(0, index)) ? 'excludes' : 'uses';
    return pathFacts(document, token(view, from, start + index + address.length), 'read', polarity);
  });
}
