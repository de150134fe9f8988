/** What a finding is recognised by in another run: what it says of which line, not where the line stands. */
import { lineText, positionAt, type Source, type Span } from '../text/source.ts';
import type { Finding } from './finding.ts';

type Recognised = Pick<Finding, 'rule' | 'span' | 'activation'>;

/**
 * One for each finding, which come in their order; equal findings of one file are numbered. `pathOf` names a file from
 * another folder than the scanned root.
 */
export function fingerprintsOf(
  findings: readonly Recognised[],
  pathOf: (path: string) => string = (path) => path,
): readonly string[] {
  const counts = new Map<string, number>();
  const writtenLine = lineReader();
  return findings.map((finding) => {
    const content = contentOf(finding, pathOf(finding.span.source.path), writtenLine(finding.span));
    const ordinal = counts.get(content) ?? 0;
    counts.set(content, ordinal + 1);
    return hash(`${content}\0${ordinal}`);
  });
}

/** The rule, the file, the line without its white space, and whether it is on by default. */
function contentOf({ rule, span, activation }: Recognised, path: string, line: string): string {
  const text = short(span.source.text.slice(span.start, span.end).replace(/\s+/g, ' '));
  return [rule, path, line, text, activation.kind === 'default' ? '' : 'switched'].join('\0');
}

/** A longer text is told by its hash: thousands of findings of one line would each take the whole line. */
const LONGEST_LINE = 4096;

function short(text: string): string {
  return text.length > LONGEST_LINE ? hash(text) : text;
}

/** The line of a span without its white space, worked out once for all findings of a line, which come one after the other. */
function lineReader(): (span: Span) => string {
  let known: { readonly source: Source; readonly line: number; readonly text: string } | undefined;
  return ({ source, start }) => {
    const { line } = positionAt(source, start);
    if (known?.source !== source || known.line !== line) {
      known = { source, line, text: short(lineText(source, line).replace(/\s+/g, '')) };
    }
    return known.text;
  };
}

/** Two 32-bit FNV-1a hashes with different seeds, as 16 hexadecimal digits. */
function hash(text: string): string {
  let high = 0x811c9dc5;
  let low = 0x01000193;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    high = Math.imul(high ^ code, 0x01000193);
    low = Math.imul(low ^ code, 0x85ebca6b) ^ (low >>> 13);
  }
  return [high, low].map((n) => (n >>> 0).toString(16).padStart(8, '0')).join('');
}
