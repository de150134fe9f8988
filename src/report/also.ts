/** The other lines of a finding that is told once for all of them. */
import type { Finding } from '../model/finding.ts';
import { apart } from '../model/together.ts';
import { groupBy } from '../text/group.ts';
import { lineKey, positionAt } from '../text/source.ts';
import { countedFindings, type RunReport } from './model.ts';
import { count } from './words.ts';

/** More than stages tell together of errors and warnings. */
const MOST = 100;

/** Lines of copies, each once, and not the line of the finding itself. */
function otherLines({ span, copies }: Finding): readonly Finding['span'][] {
  const seen = new Set([lineKey(span)]);
  return copies.flatMap((one) => {
    const key = lineKey(one.span);
    if (seen.has(key)) return [];
    seen.add(key);
    return [one.span];
  });
}

/** `node.sh:4, 9; other.sh:3`; empty where the finding is told of one line. */
export function alsoText(finding: Finding, pathOf: (path: string) => string): string {
  const all = otherLines(finding);
  const shown = all.slice(0, MOST);
  const files = [...groupBy(shown, ({ source }) => source.path)].map(
    ([path, spans]) => `${pathOf(path)}:${spans.map(({ source, start }) => positionAt(source, start).line).join(', ')}`,
  );
  return [...files, ...(all.length > MOST ? [count(all.length - MOST, 'more place')] : [])].join('; ');
}

/** In how many files findings are, with all of their lines. */
export function countFiles(findings: readonly Finding[]): number {
  return new Set(findings.flatMap(apart).map(({ span }) => span.source.path)).size;
}

/** The findings line by line, for programs that compare reports or lay them over the lines of a change. */
export function countedLines(run: Pick<RunReport, 'comparison' | 'result'>): readonly Finding[] {
  return countedFindings(run).flatMap((finding) => (finding.severity === 'notice' ? [finding] : apart(finding)));
}
