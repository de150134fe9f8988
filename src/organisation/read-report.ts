/** Reads a report that `--output json=FILE` wrote. It was made where a stranger's repository was read: nothing of it is trusted. */

import { isRecord } from '../config/record.ts';
import { SEVERITIES } from '../model/finding.ts';
import { RULE_IDS } from '../model/rule-id.ts';
import { countBySeverity } from '../report/words.ts';
import type { BriefFinding, RepositoryReport } from './model.ts';

const CONCLUSIONS = ['success', 'failure', 'nothing-to-scan'] as const;

/** Undefined for what is no such report. */
export function readReport(
  text: string,
): { readonly name: string | undefined; readonly report: RepositoryReport } | undefined {
  const read = parse(text);
  if (!isRecord(read) || read.schemaVersion !== 1 || !Array.isArray(read.findings)) return undefined;
  const subject = recordOf(read.subject);
  const coverage = recordOf(read.coverage);
  const conclusion = CONCLUSIONS.find((known) => known === recordOf(read.verdict).conclusion);
  if (!conclusion) return undefined;
  const findings = read.findings.flatMap(findingOf);
  return {
    name: textOf(subject.name)?.trim() || undefined,
    report: {
      commit: textOf(subject.commit),
      date: textOf(subject.date),
      conclusion,
      counts: countBySeverity(findings),
      suppressed: Array.isArray(read.suppressed) ? read.suppressed.length : 0,
      files: numberOf(coverage.files),
      notUnderstood: Array.isArray(coverage.notUnderstood) ? coverage.notUnderstood.length : 0,
      findings,
    },
  };
}

/** A rule that this version does not know is one of another version; its finding cannot be told of. */
function findingOf(value: unknown): readonly BriefFinding[] {
  const finding = recordOf(value);
  const location = recordOf(finding.location);
  const rule = RULE_IDS.find((known) => known === finding.rule);
  const severity = SEVERITIES.find((known) => known === finding.severity);
  const path = textOf(location.path);
  if (!rule || !severity || path === undefined) return [];
  return [
    {
      ...{ rule, severity, path },
      line: numberOf(recordOf(location.start).line),
      message: textOf(finding.message) ?? '',
      instead: textOf(finding.instead) ?? '',
    },
  ];
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

type Fields = Readonly<Partial<Record<Field, unknown>>>;
type Field =
  | 'schemaVersion'
  | 'subject'
  | 'name'
  | 'commit'
  | 'date'
  | 'verdict'
  | 'conclusion'
  | 'coverage'
  | 'files'
  | 'notUnderstood'
  | 'suppressed'
  | 'findings'
  | 'location'
  | 'start'
  | 'line'
  | 'path'
  | 'rule'
  | 'severity'
  | 'message'
  | 'instead';

function recordOf(value: unknown): Fields {
  return isRecord(value) ? value : {};
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function numberOf(value: unknown): number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : 0;
}
