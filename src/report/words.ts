/** The sentences that several reporters share: where, when, how much was understood. */
import type { Finding, Severity } from '../model/finding.ts';
import { SEVERITIES } from '../model/finding.ts';
import type { Note } from '../model/note.ts';
import type { Place } from '../model/place.ts';
import type { Coverage } from '../model/result.ts';
import { positionAt, type Span } from '../text/source.ts';
import type { Activation } from '../text/view.ts';

const PLACES: Readonly<Record<Place, string>> = {
  node: 'runs on the node',
  workload: 'runs in a pod',
  image: 'is built into an image',
  ci: 'runs in CI',
  dev: "runs on a developer's machine",
  unknown: 'where it runs is not known',
};

export function placeText(place: Place): string {
  return PLACES[place];
}

/** `runs on the node: line 12 calls kubeadm join` */
export function placementText(finding: Finding): string {
  const reason = finding.placement.evidence[0];
  return `${placeText(finding.placement.place)}${reason ? `: ${reason.text}` : ''}`;
}

/** `on by default` · `when agent.enabled is set (charts/agent/values.yaml:12)` */
export function activationText(activation: Activation, pathOf: (path: string) => string = (path) => path): string {
  switch (activation.kind) {
    case 'default':
      return 'on by default';
    case 'when':
      return `when ${activation.settings.join(' and ')} is set (${spanPlace(activation.span, pathOf)})`;
    case 'conditional':
      return `under the condition ${activation.condition} (${spanPlace(activation.span, pathOf)})`;
  }
}

function spanPlace(span: Span, pathOf: (path: string) => string): string {
  return `${pathOf(span.source.path)}:${positionAt(span.source, span.start).line}`;
}

export function count(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? '' : 's'}`;
}

/** `3 errors, 1 warning`; what is zero is left out. */
export function severityCounts(findings: readonly Finding[]): string {
  const counts = countBySeverity(findings);
  const parts = SEVERITIES.flatMap((severity) => (counts[severity] > 0 ? [count(counts[severity], severity)] : []));
  return parts.join(', ');
}

export function countBySeverity(findings: readonly Finding[]): Readonly<Record<Severity, number>> {
  const counts = { error: 0, warning: 0, notice: 0 };
  for (const finding of findings) counts[finding.severity]++;
  return counts;
}

/** `scanned 412 files (398 fully, 11 partly, 3 not understood)` */
export function coverageText(coverage: Coverage): string {
  const { partly, not } = coverageCounts(coverage);
  const fully = Math.max(0, coverage.files - partly - not);
  return `scanned ${count(coverage.files, 'file')} (${fully} fully, ${partly} partly, ${not} not understood)`;
}

/** Files, not notes: a file that was not understood is not counted as partly understood too. */
export function coverageCounts(coverage: Coverage): { readonly partly: number; readonly not: number } {
  const not = new Set(coverage.notUnderstood.map((note) => note.path));
  const partly = new Set(coverage.partly.map((note) => note.path).filter((path) => !not.has(path)));
  return { partly: partly.size, not: not.size };
}

export function noteLine(note: Note): number | undefined {
  return note.span ? positionAt(note.span.source, note.span.start).line : undefined;
}
