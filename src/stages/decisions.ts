/** Flags of one command line that are one decision: who takes Docker from a kubelet takes its socket too, and options go with dockerd. */
import type { Finding } from '../model/finding.ts';
import type { RuleId } from '../model/rule-id.ts';
import { isLouder, together } from '../model/together.ts';
import { groupBy } from '../text/group.ts';
import { lineText, positionAt, type Source, type Span, spanText } from '../text/source.ts';

const RULES: ReadonlySet<RuleId> = new Set<RuleId>([
  'kubelet-container-runtime-flag',
  'kubelet-dockershim-flag',
  'dockershim-socket',
  'provisioner-docker-runtime',
]);

interface Decision {
  readonly made: RegExp;
  /** What has no meaning without it. */
  readonly follows: RegExp;
}

/** Asked of the words from the beginning of the flag, or of its key. */
const DECISIONS: readonly Decision[] = [
  {
    made: /^(?:--)?container-?runtime["']?[=:\s]+["']?docker\b/i,
    follows: /^(?:--)?(?:docker(?:-?endpoint)?|container-?runtime-?endpoint|image-?service-?endpoint)\b/i,
  },
  {
    made: /^(?:runtimeType|containerRuntime)["']?:\s{1,9}["']?docker\b/,
    follows: /^remote(?:Runtime|Image)Endpoint\b/,
  },
  { made: /^(?:--)?network-?plugin\b/i, follows: /^(?:--)?cni-?(?:conf-?dir|bin-?dir|cache-?dir)\b/i },
];

export function tellDecisionsOnce(findings: readonly Finding[]): readonly Finding[] {
  const heads = new Map([...headsOfFlags(findings), ...headsOfEngines(findings)]);
  if (heads.size === 0) return findings;
  const followers = groupBy([...heads.keys()], (one) => heads.get(one));
  return findings.flatMap((one) => (heads.has(one) ? [] : [together(one, followers.get(one) ?? [], adviceOf)]));
}

/** `ExecStart=/usr/bin/dockerd --insecure-registry=…` of a unit: the engine goes, and its options go elsewhere. */
function headsOfEngines(findings: readonly Finding[]): readonly (readonly [Finding, Finding])[] {
  const options = findings.filter(({ rule }) => rule === 'docker-daemon-config');
  const engines = findings.filter(
    ({ rule, span }) => rule === 'docker-service-unit' && /dockerd$/.test(spanText(span)),
  );
  const near = byLine(options);
  return engines.flatMap((engine) => {
    const head = near(engine.span).find((one) => !isLouder(engine, one) && isOneCommand(engine.span, one.span));
    return head ? [[engine, head] as const] : [];
  });
}

function headsOfFlags(findings: readonly Finding[]): ReadonlyMap<Finding, Finding> {
  const flags = groupBy(
    findings.filter(({ rule }) => RULES.has(rule)),
    ({ span }) => span.source.path,
  );
  const heads = new Map<Finding, Finding>();
  for (const inFile of flags.values())
    for (const decision of DECISIONS) {
      const made = new Set(inFile.filter((one) => decision.made.test(flagAt(one.span))));
      const near = byLine([...made]);
      for (const one of inFile) {
        if (made.has(one) || !decision.follows.test(flagAt(one.span))) continue;
        const head = near(one.span).find((other) => !isLouder(one, other) && isOneCommand(one.span, other.span));
        if (head) heads.set(one, head);
      }
    }
  return heads;
}

/** The findings that are so few lines away that they may stand in one command; a file may have thousands. */
function byLine(findings: readonly Finding[]): (span: Span) => readonly Finding[] {
  const keyOf = ({ path }: Source, line: number) => `${path}:${line}`;
  const placed = groupBy(findings, ({ span }) => keyOf(span.source, positionAt(span.source, span.start).line));
  return ({ source, start }) => {
    const first = positionAt(source, start).line - MOST_LINES;
    return Array.from({ length: 2 * MOST_LINES + 1 }, (_, i) => placed.get(keyOf(source, first + i)) ?? []).flat();
  };
}

function adviceOf({ instead }: Finding): string {
  return `goes with it: ${instead}`;
}

/** The words from the beginning of the flag: a finding may stand at its value. */
function flagAt({ source, start }: Span): string {
  const { line } = positionAt(source, start);
  const lineStart = source.lineStarts[line - 1] ?? 0;
  const rest = lineText(source, line).slice(start - lineStart, start - lineStart + LONGEST_FLAG);
  if (rest.startsWith('--')) return rest;
  const before = source.text.slice(Math.max(lineStart, start - LONGEST_FLAG), start);
  return (FLAG_BEFORE.exec(before)?.[1] ?? '') + rest;
}

/** `--container-runtime-endpoint=`, `"container-runtime-endpoint": "` */
const FLAG_BEFORE = /(?:^|[\s"'=[{,])((?:--)?[\w-]{1,60}["']?[=:\s]\s{0,20}["']?)$/;
const LONGEST_FLAG = 120;
/** No command line of a kubelet has more lines. */
const MOST_LINES = 60;

/** On one line, on lines that a backslash joins, or in one list or map. */
function isOneCommand(one: Span, other: Span): boolean {
  const { source } = one;
  const [from, to] = [one, other].map(({ start }) => positionAt(source, start).line).toSorted((a, b) => a - b);
  if (from === undefined || to === undefined || to - from > MOST_LINES) return false;
  const form = formOf(lineText(source, from));
  for (let line = from; line < to; line++) {
    const isJoined = /\\\s*$/.test(lineText(source, line).slice(-LONGEST_FLAG));
    if (!isJoined && (form === undefined || formOf(lineText(source, line + 1)) !== form)) return false;
  }
  return true;
}

/** `  - --flag`, `  "--flag=value",`, `  flag: value`, `  "flag" = "value";`: what a list or map has on each of its lines. */
function formOf(line: string): string | undefined {
  const [, before, isFlag] = ITEM.exec(line.slice(0, LONGEST_ITEM)) ?? [];
  return before === undefined ? undefined : `${before}\0${isFlag ? 'flag' : 'key'}`;
}

const ITEM = /^([ \t]*(?:-[ \t]+)?)["']?(?:(--)[\w-]|[\w-]+["']?(?::[ \t]|[ \t]*=))/;
const LONGEST_ITEM = 300;
