/** Progress over earlier JSON reports: one point for each day that has one. */

import { isRecord } from '../config/record.ts';
import { SEVERITIES, type Severity } from '../model/finding.ts';

export interface HistoryPoint {
  /** As 2027-01-31. */
  readonly date: string;
  readonly counts: Readonly<Record<Severity, number>>;
}

const DATE = /\d{4}-\d{2}-\d{2}/;

/** Of a report that `--output json=FILE` wrote; the name of the file gives the day where the report holds none. */
export function historyPoint(name: string, text: string): HistoryPoint | undefined {
  const report = parse(text);
  if (!isRecord(report) || report.schemaVersion !== 1 || !Array.isArray(report.findings)) return undefined;
  const subject = isRecord(report.subject) ? report.subject : {};
  const date = DATE.exec(typeof subject.date === 'string' ? subject.date : name)?.[0];
  if (date === undefined) return undefined;
  const counts = { error: 0, warning: 0, notice: 0 };
  for (const finding of report.findings) {
    const severity = SEVERITIES.find((one) => isRecord(finding) && finding.severity === one);
    if (severity) counts[severity] += 1;
  }
  return { date, counts };
}

/** In the order of days, the last point of each day; today's comes last and stands for the run itself. */
export function historyLine(earlier: readonly HistoryPoint[], now: HistoryPoint): readonly HistoryPoint[] {
  const days = new Map<string, HistoryPoint>();
  for (const point of earlier) if (point.date < now.date) days.set(point.date, point);
  return [...[...days.values()].sort((a, b) => (a.date < b.date ? -1 : 1)), now];
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
