/** What a change does to the rules that it is judged by: configuration it edits, suppressions it adds. */
import type { Suppressed } from '../model/result.ts';
import { positionAt } from '../text/source.ts';
import type { Changes } from './changes.ts';
import type { NewSuppression } from './comment-model.ts';

export function changedConfiguration(changes: Changes, files: readonly string[]): readonly string[] {
  return files.filter((file) => changes.paths.has(file));
}

/** Suppressions of the head that the base does not account for. */
export function addedSuppressions(
  before: readonly Suppressed[],
  after: readonly Suppressed[],
): readonly NewSuppression[] {
  const left = new Map<string, number>();
  for (const { finding } of before) left.set(finding.fingerprint, (left.get(finding.fingerprint) ?? 0) + 1);
  return after.flatMap(({ finding, reason, by }): NewSuppression[] => {
    const known = left.get(finding.fingerprint) ?? 0;
    if (known > 0) left.set(finding.fingerprint, known - 1);
    // A baseline is one file, which is shown as such.
    if (known > 0 || by === 'baseline') return [];
    const { source, start } = finding.span;
    return [{ rule: finding.rule, path: source.path, line: positionAt(source, start).line, reason }];
  });
}
