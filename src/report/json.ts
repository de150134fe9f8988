/** The report for programs: a single object with a `schemaVersion`; within a version fields are only added. */
import type { Finding, Fix } from '../model/finding.ts';
import type { Note } from '../model/note.ts';
import { positionAt, type Span } from '../text/source.ts';
import type { Activation } from '../text/view.ts';
import { withoutHoles } from './escape.ts';
import { lazily, visibleJsonPieces } from './json-pieces.ts';
import { countedFindings, type RunReport } from './model.ts';
import { evidenceText, relatedText } from './reasons.ts';
import { countBySeverity, coverageCounts, noteLine, whyText } from './words.ts';

const JSON_SCHEMA_VERSION = 1;

export function renderJson(run: RunReport): Iterable<string> {
  return visibleJsonPieces(lazyReport(run), 2);
}

export function jsonReport(run: RunReport) {
  const report = lazyReport(run);
  const { findings, suppressed, fixed } = report;
  return { ...report, findings: [...findings], suppressed: [...suppressed], fixed: fixed && [...fixed] };
}

/** Its lists of findings are made while they are read. */
function lazyReport(run: RunReport) {
  const { result, comparison, target, verdict } = run;
  const introduced = new Set(comparison?.introduced);
  const state = (finding: Finding): 'new' | 'existing' | undefined =>
    comparison ? (introduced.has(finding) ? 'new' : 'existing') : undefined;
  return {
    schemaVersion: JSON_SCHEMA_VERSION,
    tool: { name: 'dockershim-lint', version: run.version },
    subject: run.subject && { name: run.subject.name, commit: run.subject.commit, date: run.subject.date },
    target: { runtime: target.runtime, kubernetesVersion: `1.${target.minor}` },
    summary: summaryOf(run),
    findings: lazily(result.findings, (finding) => ({ ...jsonFinding(finding), state: state(finding) })),
    suppressed: lazily(result.suppressed, ({ finding, by, reason }) => ({
      ...jsonFinding(finding),
      suppressed: { by, reason },
    })),
    fixed: comparison && lazily(comparison.fixed, jsonFinding),
    coverage: {
      files: result.coverage.files,
      fully: fullyCount(run),
      partly: result.coverage.partly.map(jsonNote),
      notUnderstood: result.coverage.notUnderstood.map(jsonNote),
      otherKinds: result.coverage.otherKinds,
      leftOut: result.coverage.leftOut,
      unexplained: {
        count: result.coverage.unexplained.count,
        lines: result.coverage.unexplained.lines.map(({ source, start }) => ({
          path: source.path,
          line: positionAt(source, start).line,
        })),
      },
    },
    notes: result.notes.map(jsonNote),
    verdict: { conclusion: verdict.conclusion, failing: verdict.failing, sentence: verdict.sentence },
  };
}

function summaryOf(run: RunReport) {
  const { result, comparison, verdict } = run;
  const { error, warning, notice } = countBySeverity(countedFindings(run));
  return {
    conclusion: verdict.conclusion,
    total: result.findings.length,
    errors: error,
    warnings: warning,
    notices: notice,
    failing: verdict.failing,
    suppressed: result.suppressed.length,
    failOn: run.failOn,
    minConfidence: run.minConfidence,
    comparedWith: comparison?.base,
    new: comparison?.introduced.length,
    existing: comparison?.existing.length,
    fixed: comparison?.fixed.length,
  };
}

function fullyCount(run: RunReport): number {
  const { partly, not } = coverageCounts(run.result.coverage);
  return Math.max(0, run.result.coverage.files - partly - not);
}

function jsonFinding(finding: Finding) {
  return {
    rule: finding.rule,
    severity: finding.severity,
    confidence: finding.confidence,
    message: withoutHoles(finding.message),
    because: withoutHoles(whyText(finding)),
    instead: withoutHoles(finding.instead),
    location: jsonSpan(finding.span),
    related: finding.related.map((one) => ({ ...jsonSpan(one.span), message: withoutHoles(relatedText(one)) })),
    place: finding.placement.place,
    evidence: finding.placement.evidence.map((one) => ({
      text: withoutHoles(evidenceText(one)),
      ...('span' in one ? jsonSpan(one.span) : {}),
    })),
    activation: jsonActivation(finding.activation),
    fingerprint: finding.fingerprint,
    help: finding.help,
    fix: finding.fix && jsonFix(finding.fix),
    // The other lines that are told with it, and what a comparison knows each of them by.
    also: finding.copies.length > 0 ? finding.copies.map(jsonCopy) : undefined,
  };
}

function jsonCopy({ rule, severity, message, instead, span, fingerprint }: Finding) {
  return {
    rule,
    severity,
    message: withoutHoles(message),
    instead: withoutHoles(instead),
    location: jsonSpan(span),
    fingerprint,
  };
}

function jsonFix({ span, replacement, safety, also }: Fix) {
  const more = also.map((one) => ({ replacement: one.replacement, location: jsonSpan(one.span) }));
  return { replacement, safety, location: jsonSpan(span), ...(more.length > 0 ? { also: more } : {}) };
}

function jsonActivation(activation: Activation) {
  switch (activation.kind) {
    case 'default':
      return { kind: activation.kind };
    case 'when':
      return { kind: activation.kind, settings: activation.settings.map(withoutHoles), ...jsonSpan(activation.span) };
    case 'conditional':
      return { kind: activation.kind, condition: withoutHoles(activation.condition), ...jsonSpan(activation.span) };
  }
}

function jsonSpan(span: Span) {
  return { path: span.source.path, start: positionAt(span.source, span.start), end: positionAt(span.source, span.end) };
}

function jsonNote(note: Note) {
  return { path: note.path, line: noteLine(note), code: note.code, message: withoutHoles(note.message) };
}
