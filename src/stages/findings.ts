import { askedAt, valueAsked } from '../languages/conditions/templates.ts';
import { type Condition, containerdVersion } from '../model/condition.ts';
import { type Finding, type Fix, inOrder, type Replacement } from '../model/finding.ts';
import { fingerprintsOf } from '../model/fingerprint.ts';
import { type Knowledge, NO_KNOWLEDGE } from '../model/knowledge.ts';
import { LIMITS } from '../model/limits.ts';
import { helpPage } from '../model/tool.ts';
import { RULES } from '../rules/index.ts';
import type { Report, ReportEdit } from '../rules/rule.ts';
import { groupBy, partition } from '../text/group.ts';
import { lineKey, type Span, spanKey, startOfLine } from '../text/source.ts';
import type { Origin, RelatedSpan } from '../text/view.ts';
import { choiceFor, linesOfBranches } from './branches.ts';
import type { Choice } from './choices.ts';
import { tellWhereWritten } from './copies.ts';
import { installsWithNeeds, linesWithChoice, linesWithValue, mountsWithParser, settingsOfOneFile } from './folding.ts';
import { withOwnAdvice } from './own-advice.ts';
import { PACKED, type Weighed } from './weighing.ts';

/** What the configuration advises instead. */
type AdviceFor = Knowledge['adviceFor'];

export function toFindings(
  reports: readonly Weighed[],
  adviceFor: AdviceFor = NO_KNOWLEDGE.adviceFor,
): readonly Finding[] {
  const [fromValues, others] = partition(
    linesOfBranches(installsWithNeeds(linesWithValue(linesWithChoice(mountsWithParser(settingsOfOneFile(reports)))))),
    isOfValues,
  );
  const known = withWordsOfValues(draftAll(others, adviceFor), fromValues);
  // Also where what is known is told elsewhere.
  const rendered = reports.filter((one) => one.severity !== 'off' && !isOfValues(one));
  const seen = new Set(rendered.map((one) => spanKey(spanOfFinding(one))));
  // What a chart does with a value is known where it is rendered; the value by itself is only a guess.
  const values = fromValues.map((one) => ({ isSure: !one.verdict?.shield, drafts: draftAll([one], adviceFor) }));
  const sure = values.flatMap(({ isSure, drafts }) => (isSure ? drafts : []));
  const guessed = values.flatMap(({ drafts }) => drafts).filter(({ span }) => !seen.has(spanKey(span)));
  return withFingerprints([...tellWhereWritten(mergeSame([...withLinesOf(known, sure), ...guessed]))].sort(inOrder));
}

/** What a line of values says by itself. */
function isOfValues({ report }: Weighed): boolean {
  return report.document.language === 'helm-values';
}

/** What goes with a value is shown at it, also where what the chart does with the value is told in its place. */
function withLinesOf(known: readonly Draft[], values: readonly Draft[]): readonly Draft[] {
  const lines = groupBy(values, ({ span }) => spanKey(span));
  return known.map((one) => {
    const shown = new Set([one.span, ...one.related.map(({ span }) => span)].map(spanKey));
    const more = (lines.get(spanKey(one.span)) ?? []).flatMap(({ related }) =>
      related.filter(({ span }) => !shown.has(spanKey(span))),
    );
    return more.length === 0 ? one : { ...one, related: [...one.related, ...more] };
  });
}

/** A value that chooses the runtime is told in its own words, where the chart only shows the flag that it becomes. */
function withWordsOfValues(known: readonly Draft[], fromValues: readonly Weighed[]): readonly Draft[] {
  const words = new Map(
    fromValues
      .filter(({ report }) => report.cause === 'chart-runtime-docker')
      .map(({ report, origin }) => [spanKey(origin.span), report]),
  );
  return known.map((one) => {
    const own = one.rule === 'chart-runtime-docker' ? words.get(spanKey(one.span)) : undefined;
    return own ? { ...one, message: own.message, instead: own.instead } : one;
  });
}

function draftAll(reports: readonly Weighed[], adviceFor: AdviceFor): readonly Draft[] {
  return reports.flatMap((report) => {
    const one = draft(report);
    // A line that a condition keeps away from breaking has advice of its own.
    if (!one || report.verdict?.shield) return one ?? [];
    return withOwnAdvice(one, adviceFor(one.rule, one.span.source.path));
  });
}

type Draft = Omit<Finding, 'fingerprint'>;

function draft(weighed: Weighed): Draft | undefined {
  const { rule, report, placement, origin, activation, verdict, severity } = weighed;
  if (!verdict || severity === 'off') return undefined;
  const { confidence, shield } = verdict;
  const fix = fixOf(weighed);
  return {
    rule,
    severity,
    confidence,
    ...(shield ? shieldedWords(shield, report) : chosenWords(weighed)),
    because: report.because,
    premise: report.premise,
    span: shownSpan(origin.span, fix !== undefined),
    related: relatedOf(report, origin, shield ?? choiceFor(weighed)),
    placement,
    activation,
    help: helpPage(rule),
    fix,
    copies: [],
  };
}

/** Where the finding of a report stands. */
export function spanOfFinding(weighed: Weighed): Span {
  return shownSpan(weighed.origin.span, fixOf(weighed) !== undefined);
}

/** Only characters that the file itself holds can be replaced, and none of a packed chart. */
function fixOf(weighed: Weighed): Fix | undefined {
  const { verdict } = weighed;
  const { fix } = weighed.report;
  if (!fix || verdict?.shield || choiceFor(weighed)) return undefined;
  const first = replacementOf(fix);
  const also = (fix.also ?? []).map(replacementOf);
  const isWhole = also.every((one) => one !== undefined && one.span.source === first?.span.source);
  return first && isWhole ? { ...first, safety: fix.safety, also: also.flatMap((one) => one ?? []) } : undefined;
}

function replacementOf({ at, replacement }: ReportEdit): Replacement | undefined {
  const { span, exact } = at.view.root(at.start, at.end);
  return exact && !PACKED.test(span.source.path) ? { span, replacement } : undefined;
}

function chosenWords(weighed: Weighed) {
  const { report, origin } = weighed;
  const choice = choiceFor(weighed);
  if (!choice) return wordsOf(report, origin.span);
  return {
    message: report.message,
    instead: `Set ${choice.name} to the runtime of the nodes: this branch is for Docker, and the file has one for another runtime`,
  };
}

function wordsOf({ message, instead, document }: Report, span: Span) {
  const asked = document.object ? askedAt(span.source, span.start) : [];
  const runtime = asked.find(({ kind, holds }) => kind === 'runtime' && holds);
  const value = runtime && valueAsked(runtime);
  if (value === undefined || instead.includes(`Set ${value}: `)) return { message, instead };
  return {
    message,
    instead: `Set ${value} to the runtime of the nodes: the chart writes this for Docker only`,
  };
}

/** A line that some condition keeps away from where it would break is told by its condition. */
function shieldedWords(shield: Condition, { message, instead }: Report) {
  switch (shield.kind) {
    case 'runtime':
      return {
        message: 'This only counts where the container runtime is Docker; other nodes skip it',
        instead: 'Delete this branch once no node uses Docker',
      };
    case 'presence':
      return {
        message: 'This only counts where Docker is found; nodes without it skip it',
        instead: 'Delete this branch once no node has Docker',
      };
    case 'version':
      return {
        message: `This only counts for Kubernetes before 1.${shield.below}; newer nodes skip it`,
        instead: `Delete this branch once no node is older than 1.${shield.below}`,
      };
    case 'containerd':
      return {
        message: `This only counts for containerd before ${containerdVersion(shield.below)}; newer nodes skip it`,
        instead: `Delete this branch once no node has a containerd before ${containerdVersion(shield.below)}`,
      };
    case 'switch':
      return { message: `${message} (switched off here)`, instead };
    default:
      return shield satisfies never;
  }
}

function relatedOf(report: Report, origin: Origin, by: Condition | Choice | undefined): readonly RelatedSpan[] {
  const all = [...origin.related];
  const condition = by ? [{ at: by.at, message: 'name' in by ? 'chooses Docker' : 'the condition' }] : [];
  for (const { at, message } of [...condition, ...(report.related ?? [])]) {
    const other = at.view.root(at.start, at.end);
    all.push({ span: trimmed(other.span), role: 'rule', message }, ...other.related.slice(0, 1));
  }
  const seen = new Set<string>([spanKey(origin.span)]);
  const others = all.filter(({ span }) => {
    const key = spanKey(span);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  // A list that was filtered holds room for more.
  return others.slice();
}

/** What can be marked: an empty value with its quotes, or the last character before it. A fix stays where it writes. */
function shownSpan(span: Span, isFixed: boolean): Span {
  const { source, start, end } = span;
  if (end > start) return trimmed(span);
  if (isFixed) return span;
  const { text } = source;
  const quote = text[start - 1];
  if ((quote === '"' || quote === "'") && text[start] === quote) return { source, start: start - 1, end: start + 1 };
  const lineStart = startOfLine(text, start);
  const before = lineStart + text.slice(lineStart, start).trimEnd().length;
  return before > lineStart ? { source, start: before - 1, end: before } : span;
}

/** A span never ends with a line break: editors and annotations would point at the next line. */
function trimmed(span: Span): Span {
  const text = span.source.text.slice(span.start, span.end);
  const end = span.start + text.trimEnd().length;
  return end > span.start ? { ...span, end } : span;
}

/** One finding for each rule and place; the worse one stays, with the related places of both. */
function mergeSame(drafts: readonly Draft[]): Draft[] {
  const byKey = new Map<string, Draft>();
  for (const next of drafts) {
    const key = ruleAndSpan(next);
    const known = byKey.get(key);
    byKey.set(key, known ? worse(known, next) : next);
  }
  return oncePerLine(oncePerValue(withoutCovered(withoutInner(oncePerTernary([...byKey.values()])))));
}

/** `--ip-masq=false --iptables=false`, `mv FILE.new FILE`: what one line says twice for one reason, with the same to do, is one finding. */
function oncePerLine(drafts: readonly Draft[]): Draft[] {
  const groups = groupBy(drafts, (one) =>
    /^docker-(?:daemon-config|host-path)$/.test(one.rule) && !one.fix
      ? [lineKey(one.span), one.severity, one.instead].join('\0')
      : one,
  );
  return [...groups.values()].flatMap(([first, ...others]) => {
    if (!first) return [];
    const more = others.map(({ span }) => ({ span, role: 'rule' as const, message: 'the same here' }));
    return [more.length > 0 ? withRelated(first, { ...first, related: more }) : first];
  });
}

/** `{{ ternary "\\.\pipe\docker_engine" "/var/run/docker.sock" .Values.isWindows }}`: both arms of one value are one finding. */
function oncePerTernary(drafts: readonly Draft[]): readonly Draft[] {
  const kept = new Map<string, Draft>();
  for (const next of drafts) {
    const action = ternaryOf(next.span);
    const key = action === undefined ? ruleAndSpan(next) : `${next.rule}\0${next.span.source.path}\0${action}`;
    const known = kept.get(key);
    kept.set(key, known ? worse(known, next) : next);
  }
  return [...kept.values()];
}

/** Where the template expression begins that chooses between two texts, of which the span is one. */
function ternaryOf({ source, start }: Span): number | undefined {
  const before = source.text.slice(Math.max(0, start - LONGEST_ACTION), start);
  const open = before.lastIndexOf('{{');
  if (open < 0) return undefined;
  const action = before.slice(open);
  const rest = source.text.slice(start, start + LONGEST_ACTION);
  const close = rest.indexOf('}}');
  const isOne = !/\}\}|\n/.test(action) && close >= 0;
  return isOne && /\bternary\b/.test(action + rest.slice(0, close)) ? start - before.length + open : undefined;
}

const LONGEST_ACTION = 400;

/** `--flag=value` and its value, told in the same words: the wider finding stays. */
function withoutInner(drafts: readonly Draft[]): readonly Draft[] {
  const alike = groupBy(drafts, ({ rule, message, span }) => [rule, message, span.source.path].join('\0'));
  return [...alike.values()].flatMap(outermost);
}

/** Each span but those inside another, in one pass: a wider one stands before what it holds. */
function outermost(group: readonly Draft[]): readonly Draft[] {
  let end = -1;
  return [...group]
    .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
    .filter(({ span }) => {
      const isInside = span.end <= end;
      end = Math.max(end, span.end);
      return !isInside;
    });
}

/** One value that is mounted and also named as an endpoint is one cause: the louder or covering finding stays. */
function withoutCovered(drafts: readonly Draft[]): Draft[] {
  return [...groupBy(drafts, (one) => spanKey(one.span)).values()].flatMap((group) => {
    const kept = group.filter((one) => !group.some((other) => isCovered(one, other)));
    const covered = group.filter((one) => !kept.includes(one));
    return kept.map((one) =>
      covered.filter((other) => COVERED.get(one.rule)?.includes(other.rule)).reduce(withRelated, one),
    );
  });
}

/** One value that a chart takes apart (`base`, `dir`) is one cause: the louder of the whole and its parts stays. */
function oncePerValue(drafts: readonly Draft[]): Draft[] {
  return [...groupBy(drafts, ({ span }) => span.source.path).values()].flatMap((group) => {
    const kept: Draft[] = [];
    const byStart = [...group].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
    for (const next of byStart) {
      const last = kept.at(-1);
      if (last && isPartOf(next, last)) kept[kept.length - 1] = ofValue(last, next);
      else kept.push(next);
    }
    return kept;
  });
}

function isPartOf(part: Draft, whole: Draft): boolean {
  const { source, start, end } = whole.span;
  if (part.span.end > end || end - start > LONGEST_VALUE || /[\s,]/.test(source.text.slice(start, end))) return false;
  return part.rule === whole.rule || isCovered(part, whole) || isCovered(whole, part);
}

function ofValue(whole: Draft, part: Draft): Draft {
  if (whole.rule === part.rule) return worse(whole, part);
  return isCovered(part, whole) ? withRelated(whole, part) : withRelated(part, whole);
}

function isCovered(one: Draft, by: Draft): boolean {
  return COVERED.get(by.rule)?.includes(one.rule) === true && loudness(by) >= loudness(one);
}

/** A path is shorter. */
const LONGEST_VALUE = 4096;

/** The rules whose findings on the same characters a rule's finding makes superfluous. */
export const COVERED = new Map(RULES.map((rule) => [rule.id, rule.covers ?? []]));

function worse(a: Draft, b: Draft): Draft {
  const first = weight(b) > weight(a) ? b : a;
  return withRelated(first, first === a ? b : a);
}

function withRelated(kept: Draft, other: Draft): Draft {
  const seen = new Set(kept.related.map(({ span }) => spanKey(span)));
  const more = other.related.filter(({ span }) => !seen.has(spanKey(span)));
  return { ...kept, related: [...kept.related, ...more].slice(0, LIMITS.relatedPlaces) };
}

function weight(d: Draft): number {
  return loudness(d) * 10 + { default: 2, when: 1, conditional: 0 }[d.activation.kind];
}

function loudness(d: Draft): number {
  return { error: 2, warning: 1, notice: 0 }[d.severity];
}

function withFingerprints(drafts: readonly Draft[]): readonly Finding[] {
  const fingerprints = fingerprintsOf(drafts);
  // The new field in front: an object that begins with what is spread into it has a hidden class of its own.
  return drafts.map((d, index) => ({ fingerprint: fingerprints[index] ?? '', ...d }));
}

function ruleAndSpan({ rule, span }: Draft): string {
  return `${rule}\0${spanKey(span)}`;
}
