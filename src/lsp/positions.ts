/** Places as the protocol counts them: from zero, in UTF-16 units, lines also ended by a lone carriage return, no byte order mark. */
import type { Range } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Source, Span } from '../text/source.ts';

export type RangeOf = (span: Pick<Span, 'source' | 'start' | 'end'>) => Range;

const MARK = '\ufeff';

/** Counts the lines of each source once. */
export function createRanges(): RangeOf {
  const documents = new Map<Source, TextDocument>();
  return ({ source, start, end }) => {
    const mark = source.text.startsWith(MARK) ? MARK.length : 0;
    const document = documents.get(source) ?? TextDocument.create('', '', 0, source.text.slice(mark));
    documents.set(source, document);
    return { start: document.positionAt(start - mark), end: document.positionAt(end - mark) };
  };
}
