/** Checks that a file really is a report that this tool wrote, before any of it is posted under its name. */
import { SEVERITIES } from '../model/finding.ts';
import { LEFT_OUT_REASONS } from '../model/note.ts';
import type { Governor, NewSuppression, PolicyEdit } from '../model/policy.ts';
import type { KindCount, LeftOut } from '../model/result.ts';
import { RULE_IDS } from '../model/rule-id.ts';
import type { ChangeFacts, CommentFinding, CommentNote, CommentReport } from './comment-model.ts';

const GOVERNORS: readonly Governor[] = ['head', 'base', 'defaults'];
const MOST_ITEMS = 200_000;
const MOST_TEXT = 20_000;

/** The report, built anew from what was checked, or what is wrong with it. */
export function readCommentReport(text: string): CommentReport | string {
  try {
    const data = record(JSON.parse(text), 'it');
    if (data.schemaVersion !== 1) throw new Mistake('its schemaVersion is not 1');
    return readReport(data);
  } catch (error) {
    if (error instanceof Mistake) return error.message;
    if (error instanceof SyntaxError) return 'it is not JSON';
    throw error;
  }
}

class Mistake extends Error {}

type Fields = Readonly<Record<string, unknown>>;

function readReport(data: Fields): CommentReport {
  const summary = record(data.summary, 'summary');
  const target = record(data.target, 'target');
  const coverage = record(data.coverage, 'coverage');
  return {
    summary: {
      conclusion: choice(summary.conclusion, ['success', 'failure', 'nothing-to-scan'], 'summary.conclusion'),
      suppressed: integer(summary.suppressed, 'summary.suppressed'),
      comparedWith: optional(summary.comparedWith, (value) => string(value, 'summary.comparedWith')),
    },
    target: {
      runtime: string(target.runtime, 'target.runtime'),
      kubernetesVersion: string(target.kubernetesVersion, 'target.kubernetesVersion'),
    },
    findings: list(data.findings, 'findings', readFinding),
    fixed: optional(data.fixed, (value) => list(value, 'fixed', readFinding)),
    coverage: {
      files: integer(coverage.files, 'coverage.files'),
      fully: integer(coverage.fully, 'coverage.fully'),
      partly: list(coverage.partly, 'coverage.partly', readNote),
      notUnderstood: list(coverage.notUnderstood, 'coverage.notUnderstood', readNote),
      otherKinds: optional(coverage.otherKinds, (kinds) => list(kinds, 'coverage.otherKinds', readKind)) ?? [],
      leftOut: optional(coverage.leftOut, (left) => list(left, 'coverage.leftOut', readLeftOut)) ?? [],
      unexplained: optional(coverage.unexplained, readUnexplained) ?? { count: 0 },
    },
    change: readChange(record(data.change, 'change')),
  };
}

function readFinding(value: unknown, at: string): CommentFinding {
  const finding = record(value, at);
  const activation = record(finding.activation, `${at}.activation`);
  const settings = optional(activation.settings, (list_) => list(list_, `${at}.activation.settings`, string));
  return {
    rule: choice(finding.rule, RULE_IDS, `${at}.rule`),
    severity: choice(finding.severity, SEVERITIES, `${at}.severity`),
    message: string(finding.message, `${at}.message`),
    instead: string(finding.instead, `${at}.instead`),
    location: readLocation(finding.location, `${at}.location`),
    activation: {
      kind: choice(activation.kind, ['default', 'when', 'conditional'], `${at}.activation.kind`),
      ...(settings === undefined ? {} : { settings }),
    },
    fingerprint: fingerprint(finding.fingerprint, `${at}.fingerprint`),
    also: optional(finding.also, (also) => list(also, `${at}.also`, readOther)),
    state: optional(finding.state, (state) => choice(state, ['new', 'existing'], `${at}.state`)),
  };
}

function readLocation(value: unknown, at: string): CommentFinding['location'] {
  const location = record(value, at);
  const start = record(location.start, `${at}.start`);
  return {
    path: string(location.path, `${at}.path`),
    start: { line: integer(start.line, `${at}.line`), column: integer(start.column, `${at}.column`) },
  };
}

function readOther(value: unknown, at: string): Pick<CommentFinding, 'location' | 'fingerprint'> {
  const other = record(value, at);
  return {
    location: readLocation(other.location, `${at}.location`),
    fingerprint: fingerprint(other.fingerprint, `${at}.fingerprint`),
  };
}

function readNote(value: unknown, at: string): CommentNote {
  const note = record(value, at);
  return {
    path: string(note.path, `${at}.path`),
    line: optional(note.line, (line) => integer(line, `${at}.line`)),
    message: string(note.message, `${at}.message`),
  };
}

function readKind(value: unknown, at: string): KindCount {
  const { kind, files } = record(value, at);
  return { kind: optional(kind, (name) => string(name, `${at}.kind`)) ?? null, files: integer(files, `${at}.files`) };
}

function readLeftOut(value: unknown, at: string): LeftOut {
  const { reason, files, paths } = record(value, at);
  return {
    reason: choice(reason, LEFT_OUT_REASONS, `${at}.reason`),
    files: integer(files, `${at}.files`),
    paths: list(paths, `${at}.paths`, string),
  };
}

function readUnexplained(value: unknown): CommentReport['coverage']['unexplained'] {
  return { count: integer(record(value, 'coverage.unexplained').count, 'coverage.unexplained.count') };
}

function readChange(change: Fields): ChangeFacts {
  return {
    commit: string(change.commit, 'change.commit'),
    configuration: list(change.configuration, 'change.configuration', string),
    governor: optional(change.governor, (value) => choice(value, GOVERNORS, 'change.governor')) ?? 'head',
    edits: optional(change.edits, (value) => list(value, 'change.edits', readEdit)) ?? [],
    suppressions: list(change.suppressions, 'change.suppressions', readSuppression),
    remarks: list(change.remarks, 'change.remarks', string),
  };
}

function readEdit(value: unknown, at: string): PolicyEdit {
  const edit = record(value, at);
  return {
    setting: string(edit.setting, `${at}.setting`),
    before: optional(edit.before, (text) => string(text, `${at}.before`)),
    after: optional(edit.after, (text) => string(text, `${at}.after`)),
  };
}

function readSuppression(value: unknown, at: string): NewSuppression {
  const suppression = record(value, at);
  return {
    rule: choice(suppression.rule, RULE_IDS, `${at}.rule`),
    path: string(suppression.path, `${at}.path`),
    line: integer(suppression.line, `${at}.line`),
    reason: string(suppression.reason, `${at}.reason`),
  };
}

function record(value: unknown, at: string): Fields {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields;
  throw new Mistake(`${at} is not an object`);
}

function list<T>(value: unknown, at: string, read: (item: unknown, at: string) => T): readonly T[] {
  if (!Array.isArray(value)) throw new Mistake(`${at} is not a list`);
  if (value.length > MOST_ITEMS) throw new Mistake(`${at} has more than ${MOST_ITEMS} items`);
  return value.map((item, index) => read(item, `${at}[${index}]`));
}

function string(value: unknown, at: string): string {
  if (typeof value === 'string' && value.length <= MOST_TEXT) return value;
  throw new Mistake(`${at} is not a text of a usable length`);
}

function integer(value: unknown, at: string): number {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
  throw new Mistake(`${at} is not a whole number`);
}

function fingerprint(value: unknown, at: string): string {
  if (typeof value === 'string' && /^[0-9a-f]{8,64}$/.test(value)) return value;
  throw new Mistake(`${at} is not a fingerprint`);
}

function choice<T extends string>(value: unknown, choices: readonly T[], at: string): T {
  const found = choices.find((candidate) => candidate === value);
  if (found !== undefined) return found;
  throw new Mistake(`${at} is not one of the known values`);
}

function optional<T>(value: unknown, read: (value: unknown) => T): T | undefined {
  return value === undefined || value === null ? undefined : read(value);
}
