/** The list of known findings that do not count: matched by content fingerprint and multiplicity, never by number. */
import { UsageError } from '../config/usage-error.ts';
import type { Finding } from '../model/finding.ts';
import type { Note } from '../model/note.ts';
import type { LintResult, Suppressed } from '../model/result.ts';
import type { RuleId } from '../model/rule-id.ts';

interface BaselineEntry {
  readonly rule: string;
  readonly path: string;
  readonly fingerprint: string;
  readonly reason?: string | undefined;
}

export interface Baseline {
  readonly path: string;
  readonly entries: readonly BaselineEntry[];
}

const BASELINE_VERSION = 1;
export const DEFAULT_BASELINE = '.dockershim-baseline.json';

export function createBaseline(path: string, findings: readonly Finding[]): Baseline {
  const entries = findings.map(
    (finding): BaselineEntry => ({
      rule: finding.rule,
      path: finding.span.source.path,
      fingerprint: finding.fingerprint,
    }),
  );
  return { path, entries };
}

/** Sorted, one entry a line, so that two people's baselines merge. */
export function writeBaseline(baseline: Baseline): string {
  const lines = baseline.entries
    .map(({ path, rule, fingerprint, reason }) => JSON.stringify({ path, rule, fingerprint, reason }))
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
    const valid =
      isRecord(entry) &&
      typeof entry.rule === 'string' &&
      typeof entry.path === 'string' &&
      typeof entry.fingerprint === 'string' &&
      (entry.reason === undefined || typeof entry.reason === 'string');
    if (!valid) throw fail(`entry ${index + 1} of "findings" needs the texts rule, path and fingerprint`);
    return entry as unknown as BaselineEntry;
  });
  return { path, entries };
}

/** Each entry accounts for one finding with its fingerprint. Entries that match nothing are told in a note. */
export function applyBaseline(result: LintResult, baseline: Baseline, unsuppressible: readonly RuleId[]): LintResult {
  const { known, stale } = matchBaseline(result.findings, baseline);
  const suppressed: Suppressed[] = [];
  const findings = result.findings.filter((finding) => {
    const entry = known.get(finding);
    if (!entry || unsuppressible.includes(finding.rule)) return true;
    suppressed.push({ finding, reason: entry.reason ?? `listed in ${baseline.path}`, by: 'baseline' });
    return false;
  });
  return {
    ...result,
    findings,
    suppressed: [...result.suppressed, ...suppressed],
    notes: stale.length > 0 ? [...result.notes, staleNote(baseline, stale.length)] : result.notes,
  };
}

/** The baseline without the entries that match no finding any more. */
export function pruneBaseline(findings: readonly Finding[], baseline: Baseline): Baseline {
  return { ...baseline, entries: [...matchBaseline(findings, baseline).known.values()] };
}

function matchBaseline(findings: readonly Finding[], baseline: Baseline) {
  const left = new Map<string, BaselineEntry[]>();
  for (const entry of baseline.entries) {
    const list = left.get(entry.fingerprint);
    if (list) list.push(entry);
    else left.set(entry.fingerprint, [entry]);
  }
  const known = new Map<Finding, BaselineEntry>();
  for (const finding of findings) {
    const entry = left.get(finding.fingerprint)?.shift();
    if (entry) known.set(finding, entry);
  }
  return { known, stale: [...left.values()].flat() };
}

function staleNote(baseline: Baseline, stale: number): Note {
  const entries = stale === 1 ? '1 entry matches' : `${stale} entries match`;
  return {
    code: 'suppression',
    message: `${entries} nothing any more; \`baseline prune\` takes them out`,
    path: baseline.path,
    coverage: 'about',
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
