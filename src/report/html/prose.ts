/** Sentences of this tool as HTML, and the names of findings in addresses. */
import type { Finding } from '../../model/finding.ts';
import { escapeHtml } from '../escape.ts';

/** Back-ticks mark code; an odd one stays as it is. */
export function prose(text: string): string {
  const parts = text.split('`');
  if (parts.length % 2 === 0) return escapeHtml(text);
  return parts.map((part, index) => (index % 2 === 1 ? `<code>${escapeHtml(part)}</code>` : escapeHtml(part))).join('');
}

export function anchorOf({ fingerprint }: Finding): string {
  return `f-${escapeHtml(fingerprint)}`;
}
