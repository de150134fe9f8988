/** Checkstyle XML, which many CI servers read. */
import type { Finding, Severity } from '../model/finding.ts';
import { groupBy } from '../text/group.ts';
import { positionAt } from '../text/source.ts';
import { countedLines } from './also.ts';
import { escapeXml } from './escape.ts';
import type { RenderOptions, RunReport } from './model.ts';

const SEVERITY: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', notice: 'info' };

export function renderCheckstyle(run: RunReport, { pathOf }: RenderOptions): string {
  const files = groupByFile(countedLines(run)).map(([path, findings]) =>
    [`  <file name="${escapeXml(pathOf(path))}">`, ...findings.map(errorElement), '  </file>'].join('\n'),
  );
  return `${['<?xml version="1.0" encoding="UTF-8"?>', '<checkstyle version="4.3">', ...files, '</checkstyle>'].join('\n')}\n`;
}

function errorElement(finding: Finding): string {
  const { line, column } = positionAt(finding.span.source, finding.span.start);
  const message = `${finding.message} Instead: ${finding.instead}`;
  return `    <error line="${line}" column="${column}" severity="${SEVERITY[finding.severity]}" message="${escapeXml(message)}" source="dockershim-lint.${finding.rule}"/>`;
}

/** In the order of the findings. */
export function groupByFile(findings: readonly Finding[]): readonly (readonly [string, readonly Finding[]])[] {
  return [...groupBy(findings, (finding) => finding.span.source.path)];
}
