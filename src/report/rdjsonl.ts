/** Lines of JSON for reviewdog: https://github.com/reviewdog/reviewdog/tree/master/proto/rdf */
import type { Severity } from '../model/finding.ts';
import { lineText, positionAt, type Span } from '../text/source.ts';
import { countedLines } from './also.ts';
import { oneLine, visibleJson } from './escape.ts';
import type { RenderOptions, RunReport } from './model.ts';

const SEVERITY: Readonly<Record<Severity, string>> = { error: 'ERROR', warning: 'WARNING', notice: 'INFO' };

export function renderRdjsonl(run: RunReport, { pathOf }: RenderOptions): string {
  return countedLines(run)
    .map(({ rule, severity, message, instead, span, help, fix }) => {
      const diagnostic = {
        message: oneLine(`${message} Instead: ${instead}`),
        location: { path: pathOf(span.source.path), range: rangeOf(span) },
        severity: SEVERITY[severity],
        source: { name: 'dockershim-lint' },
        code: { value: rule, url: help },
        ...(fix?.safety === 'safe' && fix.also.length === 0
          ? { suggestions: [{ range: rangeOf(fix.span), text: fix.replacement }] }
          : {}),
      };
      return `${visibleJson(diagnostic, 0)}\n`;
    })
    .join('');
}

function rangeOf({ source, start, end }: Span) {
  return { start: pointAt(source, start), end: pointAt(source, end) };
}

/** Columns count the bytes of UTF-8, from 1. */
function pointAt(source: Span['source'], offset: number) {
  const { line, column } = positionAt(source, offset);
  const before = lineText(source, line).slice(0, column - 1);
  return { line, column: new TextEncoder().encode(before).length + 1 };
}
