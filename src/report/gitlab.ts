/** GitLab's code quality report. */
import type { Severity } from '../model/finding.ts';
import { positionAt } from '../text/source.ts';
import { countedLines } from './also.ts';
import { oneLine } from './escape.ts';
import { lazily, visibleJsonPieces } from './json-pieces.ts';
import type { RenderOptions, RunReport } from './model.ts';

const SEVERITY: Readonly<Record<Severity, string>> = { error: 'critical', warning: 'major', notice: 'info' };

export function renderGitlab(run: RunReport, { pathOf }: RenderOptions): Iterable<string> {
  const issues = lazily(countedLines(run), (finding) => ({
    description: oneLine(`${finding.message} Instead: ${finding.instead}`),
    check_name: finding.rule,
    fingerprint: finding.fingerprint,
    severity: SEVERITY[finding.severity],
    location: {
      path: pathOf(finding.span.source.path),
      lines: {
        begin: positionAt(finding.span.source, finding.span.start).line,
        end: positionAt(finding.span.source, finding.span.end).line,
      },
    },
  }));
  return visibleJsonPieces(issues, 2);
}
