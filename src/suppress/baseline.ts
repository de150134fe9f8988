/** The list of known findings that do not count: matched by content fingerprint and multiplicity, never by number. */

import { isRecord } from '../config/record.ts';
import { UsageError } from '../config/usage-error.ts';
import { type Finding, inOrder } from '../model/finding.ts';
import { fingerprintsOf } from '../model/fingerprint.ts';
import type { Note } from '../model/note.ts';
import type { LintResult, Suppressed } from '../model/result.ts';
import type { RuleId } from '../model/rule-id.ts';
import { apart, only } from '../model/together.ts';
import { positionAt } from '../text/source.ts';

export interface BaselineEntry {
  /** From the folder that the baseline is kept for, as the fingerprint has it. */
  readonly path: string;
  readonly rule: string;
  readonly fingerprint: string;
  /** Where the finding stood when it was accepted, and what it said: for people only. */
  readonly line?: number | undefined;
  readonly message?: string | undefined;
  readonly reason?: string | undefined;
  /** The day on which it was accepted, as 2027-01-31. */
  readonly date?: string | undefined;
}

export interface Baseline {
  /** What the file is called in a sentence. */
  readonly path: string;
  readonly entries: readonly BaselineEntry[];
}

/** What a scan and a baseline have to do with each other. */
export interface BaselineScope {
  /** A path of the scanned root as the entries have it; undefined where both start at one folder. */
  readonly pathOf: ((path: string) => string) | undefined;
  /** Whether an entry is one that the scan looks for. */
  covers(entry: Pick<BaselineEntry, 'path' | 'rule'>): boolean;
}

/** The baseline of the scanned root, which is scanned whole. */
const WHOLE: BaselineScope = { pathOf: undefined, covers: () => true };

const BASELINE_VERSION = 1;
export const DEFAULT_BASELINE = '.dockershim-baseline.json';

/** Sorted, one entry per line, so that two people's baselines merge. */
export function writeBaseline({ entries }: Baseline, json: (entry: object) => string = JSON.stringify): string {
  const lines = entries
    .map(({ path, rule, fingerprint, line, message, reason, date }) =>
      json({ path, rule, fingerprint, line, message, reason, date }),
    )
    .sort();
  const list = lines.length === 0 ? '[]' : `[\n    ${lines.join(',\n    ')}\n  ]`;
  return `{\n  "schemaVersion": ${BASELINE_VERSION},\n  "findings": ${list}\n}\n`;
}

export function readBaseline(path: string, text: string): Baseline {
  const fail = (reason: string) => new UsageError(`The baseline ${path} cannot be used: ${reason}.`);
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    throw fail('it is not JSON');
  }
  if (!isRecord(data) || data.schemaVersion !== BASELINE_VERSION)
    throw fail(`its schemaVersion is not ${BASELINE_VERSION}`);
  if (!Array.isArray(data.findings)) throw fail('it has no list "findings"');
  const entries = data.findings.map((entry: unknown, index): BaselineEntry => {
    if (!isEntry(entry)) throw fail(`entry ${index + 1} of "findings" needs the texts rule, path and fingerprint`);
    return entry;
  });
  return { path, entries };
}

function isEntry(entry: unknown): entry is BaselineEntry {
  if (!isRecord(entry)) return false;
  const { path, rule, fingerprint, line, message, reason, date } = entry;
  const isText = (value: unknown) => typeof value === 'string';
  return (
    [path, rule, fingerprint].every(isText) &&
    [message, reason, date].every((value) => value === undefined || isText(value)) &&
    (line === undefined || typeof line === 'number')
  );
}

/** Each entry accounts for one finding with its fingerprint. A note counts the entries that match nothing. */
export function applyBaseline(
  result: LintResult,
  baseline: Baseline,
  unsuppressible: readonly RuleId[],
  scope: BaselineScope = WHOLE,
): LintResult {
  const { known, stale } = matchBaseline(result, baseline, scope);
  const suppressed: Suppressed[] = [];
  const counts = (finding: Finding) => {
    const entry = known.get(finding);
    if (!entry || unsuppressible.includes(finding.rule)) return true;
    suppressed.push({ finding, reason: entry.reason ?? `listed in ${baseline.path}`, by: 'baseline' });
    return false;
  };
  const findings = result.findings.flatMap((finding) => only(finding, counts) ?? []);
  return {
    ...result,
    findings,
    suppressed: [...result.suppressed, ...suppressed],
    notes: stale.length > 0 ? [...result.notes, staleNote(baseline, stale.length)] : result.notes,
  };
}

/** Without the entries that were looked for and not found. */
export function pruneBaseline(result: LintResult, baseline: Baseline, scope: BaselineScope = WHOLE): Baseline {
  const { stale } = matchBaseline(result, baseline, scope);
  const gone = new Set(stale);
  return { ...baseline, entries: baseline.entries.filter((entry) => !gone.has(entry)) };
}

/** With exactly the present findings of what was scanned: what is known keeps its entry, and what was not scanned stays. */
export function updateBaseline(
  result: LintResult,
  baseline: Baseline,
  accepted: Pick<BaselineEntry, 'reason' | 'date'>,
  scope: BaselineScope = WHOLE,
): Baseline {
  const { known, keys } = matchBaseline(result, baseline, scope);
  const added = result.findings.flatMap(apart).flatMap((finding): BaselineEntry[] => {
    if (known.has(finding)) return [];
    const { rule, message, span } = finding;
    return [
      {
        path: scope.pathOf?.(span.source.path) ?? span.source.path,
        rule,
        fingerprint: keys.get(finding) ?? finding.fingerprint,
        line: positionAt(span.source, span.start).line,
        message,
        ...accepted,
      },
    ];
  });
  return { ...baseline, entries: [...pruneBaseline(result, baseline, scope).entries, ...added] };
}

/** The entries that were looked for and not found. */
export function staleEntries(
  result: LintResult,
  baseline: Baseline,
  scope: BaselineScope = WHOLE,
): readonly BaselineEntry[] {
  return matchBaseline(result, baseline, scope).stale;
}

function matchBaseline(result: LintResult, baseline: Baseline, scope: BaselineScope) {
  const keys = keysOf(result, scope);
  const left = new Map<string, BaselineEntry[]>();
  for (const entry of baseline.entries) {
    const list = left.get(entry.fingerprint);
    if (list) list.push(entry);
    else left.set(entry.fingerprint, [entry]);
  }
  const known = new Map<Finding, BaselineEntry>();
  for (const finding of result.findings.flatMap(apart)) {
    const entry = left.get(keys.get(finding) ?? finding.fingerprint)?.shift();
    if (entry) known.set(finding, entry);
  }
  const unread = unreadPaths(result, scope);
  const stale = [...left.values()].flat().filter((entry) => scope.covers(entry) && !unread(entry.path));
  return { keys, known, stale };
}

/** Findings that comments suppress are numbered with the others. */
function keysOf({ findings, suppressed }: LintResult, { pathOf }: BaselineScope): ReadonlyMap<Finding, string> {
  if (!pathOf) return new Map();
  const all = [...findings.flatMap(apart), ...suppressed.map(({ finding }) => finding)].sort(inOrder);
  const fingerprints = fingerprintsOf(all, pathOf);
  return new Map(all.map((finding, index) => [finding, fingerprints[index] ?? '']));
}

/** What could not be read this time may still hold what was accepted: a chart as a whole, a file, a folder. */
function unreadPaths({ coverage }: LintResult, { pathOf }: BaselineScope): (path: string) => boolean {
  const unread = [...coverage.notUnderstood, ...coverage.partly].map(({ path }) => {
    const written = pathOf?.(path) ?? path;
    return written.endsWith('/Chart.yaml') ? written.slice(0, -'/Chart.yaml'.length) : written;
  });
  return (path) => unread.some((folder) => path === folder || path.startsWith(`${folder}/`));
}

function staleNote(baseline: Baseline, stale: number): Note {
  const entries = stale === 1 ? '1 entry no longer matches' : `${stale} entries no longer match`;
  return {
    code: 'suppression',
    message: `${entries} a finding; \`baseline prune\` removes ${stale === 1 ? 'it' : 'them'}`,
    path: baseline.path,
    coverage: 'about',
  };
}
