/** The sentences that several reporters share: where, when, how much was understood. */
import type { Finding, Severity } from '../model/finding.ts';
import { SEVERITIES } from '../model/finding.ts';
import { LEFT_OUT_REASONS, type LeftOutReason, type Note } from '../model/note.ts';
import type { Place } from '../model/place.ts';
import type { PolicyEdit } from '../model/policy.ts';
import type { Coverage } from '../model/result.ts';
import { positionAt, type Span } from '../text/source.ts';
import type { Activation } from '../text/view.ts';
import { evidenceText } from './reasons.ts';

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

/** After the word "where": `on the node: line 12 calls kubeadm join` */
export function placementText(finding: Finding): string {
  const reason = finding.placement.evidence[0];
  return `${WHERE[finding.placement.place]}${reason ? `: ${evidenceText(reason)}` : ''}`;
}

const WHERE: Readonly<Record<Place, string>> = {
  node: 'on the node',
  workload: 'in a pod',
  image: 'in an image that is built here',
  ci: 'in CI',
  dev: 'on a developer’s machine',
  unknown: 'unknown',
};

/** Why, for a finding that is read by itself. */
export function whyText({ because, premise }: Finding): string {
  return premise === undefined ? because : `${because}, and ${premise}`;
}

/** What the reasons of findings rest on: each a sentence, once for all of them. */
export function premisesOf(findings: readonly Finding[]): readonly string[] {
  const premises = new Set(findings.flatMap(({ premise }) => premise ?? []));
  return [...premises].map((premise) => `${sentenceCase(premise)}.`);
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

export function countBySeverity(findings: readonly Pick<Finding, 'severity'>[]): Readonly<Record<Severity, number>> {
  const counts = { error: 0, warning: 0, notice: 0 };
  for (const finding of findings) counts[finding.severity]++;
  return counts;
}

/** `scanned 412 files (398 fully, 11 partly, 3 not understood); not read: 57 of other kinds, 120 left out` */
export function coverageText(coverage: Coverage): string {
  const { partly, not } = coverageCounts(coverage);
  const fully = Math.max(0, coverage.files - partly - not);
  const others = filesIn(coverage.otherKinds);
  const left = filesIn(coverage.leftOut);
  const unread = [...(others > 0 ? [`${others} of other kinds`] : []), ...(left > 0 ? [`${left} left out`] : [])];
  const scanned = `scanned ${count(coverage.files, 'file')} (${fully} fully, ${partly} partly, ${not} not understood)`;
  return unread.length > 0 ? `${scanned}; not read: ${unread.join(', ')}` : scanned;
}

const MOST_KINDS = 12;
const MOST_PATHS = 3;

/** `31 .go, 12 .rb, 3 without an extension`; the extensions are the repository's. */
function otherKindsText(kinds: Coverage['otherKinds']): string {
  const shown = kinds.slice(0, MOST_KINDS).map(({ kind, files }) => `${files} ${kind ?? 'without an extension'}`);
  const rest = kinds.slice(MOST_KINDS);
  return [...shown, ...(rest.length > 0 ? [`${filesIn(rest)} of ${count(rest.length, 'more kind')}`] : [])].join(', ');
}

const REASONS: Readonly<Record<LeftOutReason, string>> = {
  vendored: 'in folders of what others wrote',
  ignored: 'excluded by the configuration or .gitignore',
  linked: 'behind links',
  'outside-root': 'behind links out of the scanned folder',
  'file-name': 'with a name that is not UTF-8',
  binary: 'binary',
  'too-large': 'too large',
};

/** What a rule that keeps files from being read says of them; nothing for a note about something else. */
export function leftOutReason({ code }: Note): string | undefined {
  const reason = LEFT_OUT_REASONS.find((known) => known === code);
  return reason && REASONS[reason];
}

/** `120 in folders of what others wrote (vendor), 1 too large (big.yaml)`; the paths are the repository's. */
function leftOutText(leftOut: Coverage['leftOut'], pathOf: (path: string) => string = (path) => path): string {
  return leftOut
    .map(({ reason, files, paths }) => {
      const more = paths.length > MOST_PATHS ? ', …' : '';
      return `${files} ${REASONS[reason]} (${paths.slice(0, MOST_PATHS).map(pathOf).join(', ')}${more})`;
    })
    .join(', ');
}

/** What is read nowhere and what is left out, each as a title and a line where there is any. */
export function unreadLines(
  { otherKinds, leftOut }: Pick<Coverage, 'otherKinds' | 'leftOut'>,
  pathOf?: (path: string) => string,
): readonly (readonly [title: string, text: string])[] {
  return [
    ...(otherKinds.length > 0 ? [['other kinds', otherKindsText(otherKinds)] as const] : []),
    ...(leftOut.length > 0 ? [['left out', leftOutText(leftOut, pathOf)] as const] : []),
  ];
}

/** `12 lines on nodes or in pods mention Docker, and nothing here explains them`; nothing where there is none. */
export function unexplainedText({ count: lines }: Pick<Coverage['unexplained'], 'count'>): string | undefined {
  if (lines === 0) return undefined;
  const mention = lines === 1 ? '1 line on a node or in a pod mentions' : `${lines} lines on nodes or in pods mention`;
  return `${mention} Docker, and nothing here explains ${lines === 1 ? 'it' : 'them'}`;
}

function filesIn(counts: readonly { readonly files: number }[]): number {
  return counts.reduce((sum, { files }) => sum + files, 0);
}

/** What counting needs of a coverage, from a run or from its JSON report. */
interface CoverageShape {
  readonly partly: readonly { readonly path: string }[];
  readonly notUnderstood: readonly { readonly path: string }[];
  readonly leftOut: Coverage['leftOut'];
}

/** Files that may hold anything: not understood, or too large to be read. */
export function unreadCount(coverage: CoverageShape): number {
  return coverageCounts(coverage).not + filesIn(coverage.leftOut.filter(({ reason }) => reason === 'too-large'));
}

/** Files, not notes: a file that was not understood is not counted as partly understood too. */
export function coverageCounts(coverage: Pick<CoverageShape, 'partly' | 'notUnderstood'>): {
  readonly partly: number;
  readonly not: number;
} {
  const not = new Set(coverage.notUnderstood.map((note) => note.path));
  const partly = new Set(coverage.partly.map((note) => note.path).filter((path) => !not.has(path)));
  return { partly: partly.size, not: not.size };
}

export function noteLine(note: Note): number | undefined {
  return note.span ? positionAt(note.span.source, note.span.start).line : undefined;
}

/** `fail-on` from `error` to `never` · `**` added to `exclude` */
export function editText({ setting, before, after }: PolicyEdit): string {
  const code = (text: string) => `\`${text.replaceAll('`', "'")}\``;
  if (before === undefined) return `${code(after ?? '')} added to ${code(setting)}`;
  if (after === undefined) return `${code(before)} removed from ${code(setting)}`;
  return `${code(setting)} from ${code(before)} to ${code(after)}`;
}

export function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
