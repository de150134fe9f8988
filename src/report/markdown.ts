/** The full report as GitHub's Markdown, for job summaries and files: whole where it fits, less detailed where not. */
import { type Finding, SEVERITIES, type Severity } from '../model/finding.ts';
import type { Note } from '../model/note.ts';
import type { Coverage, Suppressed } from '../model/result.ts';
import { lineText, positionAt } from '../text/source.ts';
import { alsoText } from './also.ts';
import { type Budget, fitGroups, type Group, inBytes, type Measure } from './budget.ts';
import { codeFence, codeSpan, markdownSentence, truncate } from './escape.ts';
import { countedFindings, type RenderOptions, type RunReport } from './model.ts';
import { plainFrames } from './plain-frames.ts';
import { byRule } from './recap.ts';
import {
  activationText,
  count,
  coverageText,
  noteLine,
  placementText,
  premisesOf,
  sentenceCase,
  severityCounts,
  unexplainedText,
  unreadLines,
} from './words.ts';

interface Limit {
  readonly limit: number;
  readonly measure: Measure;
}

/** GitHub takes 1 MiB for a step's summary and fails the step above it. */
export const SUMMARY_LIMIT: Limit = { limit: 1000 * 1024, measure: inBytes };

const ICONS: Readonly<Record<Severity, string>> = { error: '🔴', warning: '🟡', notice: '🔵' };
const LONGEST = 1000;
/** The places of as many lines as are told together. */
const LONGEST_LIST = 6000;
const FRAMES = { width: 110, related: 5 };

/** Findings take what the head and the notes leave; notes take at most a quarter. */
export function renderMarkdown(
  run: RunReport,
  options: RenderOptions,
  { limit, measure }: Limit = SUMMARY_LIMIT,
): string {
  const head = headOf(run);
  const room = limit - measure(head) - 10;
  const tail = fitGroups(noteGroups(run, options), {
    limit: Math.floor(room / 4),
    measure,
    levels: [(line) => `- ${line}\n`],
    more: moreLine,
  });
  const findings = fitGroups(
    findingGroups(countedFindings(run)),
    findingBudget(room - measure(tail), measure, options),
  );
  return `${[head, findings, tail]
    .filter((part) => part !== '')
    .join('\n')
    .trimEnd()}\n`;
}

function headOf(run: RunReport): string {
  const { verdict, result, target } = run;
  const icon = verdict.conclusion === 'success' ? '✅' : verdict.conclusion === 'failure' ? '❌' : '⚠️';
  return [
    `### ${icon} Dockershim check`,
    '',
    markdownSentence([verdict.sentence, ...premisesOf(countedFindings(run))].join(' ')),
    '',
    ...tableOf(countedFindings(run)),
    `Target: ${target.runtime}, Kubernetes 1.${target.minor}. ${sentenceCase(coverageText(result.coverage))}.`,
    '',
  ].join('\n');
}

/** The whole at a glance; plain counts and names of our own. */
function tableOf(findings: readonly Finding[]): readonly string[] {
  if (findings.length === 0) return [];
  const rows = byRule(findings).map(({ rule, members, counts }) => {
    const files = new Set(members.map(({ span }) => span.source.path)).size;
    return `| ${rule} | ${SEVERITIES.map((severity) => counts[severity] || '').join(' | ')} | ${files} |`;
  });
  return ['| rule | 🔴 errors | 🟡 warnings | 🔵 notices | files |', '|---|--:|--:|--:|--:|', ...rows, ''];
}

/** What is open when the page is: the worst rules, as far as a reader scrolls. */
const OPEN_FINDINGS = 20;

/** In the order of the table above. */
function findingGroups(findings: readonly Finding[]): readonly Group<Finding>[] {
  let above = 0;
  return byRule(findings).map(({ rule, members, counts }): Group<Finding> => {
    above += members.length;
    const isLoud = counts.error + counts.warning > 0;
    const title = `<b>${rule}</b>: ${count(members.length, 'finding')} (${severityCounts(members)})`;
    return {
      items: members,
      open: `<details${above <= OPEN_FINDINGS && isLoud ? ' open' : ''}><summary>${title}</summary>\n\n[About this rule](${members[0]?.help})\n\n`,
      close: '\n</details>\n\n',
    };
  });
}

function findingBudget(limit: number, measure: Measure, options: RenderOptions): Budget<Finding> {
  return {
    limit,
    measure,
    levels: [
      (finding) => withFrame(finding, options),
      (finding) => withReason(finding, options),
      (finding) => oneRow(finding, options),
    ],
    more: moreLine,
  };
}

function moreLine(hidden: number): string {
  return `\n- …and ${hidden} more, left out because the report would be too long\n`;
}

function withFrame(finding: Finding, options: RenderOptions): string {
  return `${withReason(finding, options)}\n${codeFence(plainFrames(finding, options, FRAMES))}\n`;
}

function withReason(finding: Finding, options: RenderOptions): string {
  const where = `${placementText(finding)}; ${activationText(finding.activation, options.pathOf)}; confidence ${finding.confidence}`;
  const detail = (name: string, text: string) => `  <br>*${name}:* ${markdownSentence(truncate(text, LONGEST))}\n`;
  return [
    oneRow(finding, options),
    detail('why', finding.because),
    detail('instead', finding.instead),
    detail('where', where),
  ].join('');
}

function oneRow(finding: Finding, options: RenderOptions): string {
  const also = alsoText(finding, options.pathOf);
  const others = also === '' ? '' : `; also at ${markdownSentence(truncate(also, LONGEST_LIST))}`;
  return `- ${ICONS[finding.severity]} ${fileReference(finding, options)} ${markdownSentence(truncate(finding.message, LONGEST))}${others}\n`;
}

/** The place as code; a link where the reader's server can show it. */
function fileReference(finding: Finding, { pathOf, linkOf }: RenderOptions): string {
  const { source, start, end } = finding.span;
  const from = positionAt(source, start);
  const text = codeSpan(`${truncate(pathOf(source.path), 300)}:${from.line}:${from.column}`);
  const address = linkOf?.(pathOf(source.path), from.line, positionAt(source, end).line);
  return address !== undefined && /^https?:\/\/[!-'*-~]+$/.test(address) ? `[${text}](${address})` : text;
}

function noteGroups({ result }: RunReport, options: RenderOptions): readonly Group<string>[] {
  const { coverage, notes, suppressed } = result;
  const noteText = (note: Note) => {
    const line = noteLine(note);
    const at = `${truncate(options.pathOf(note.path), 300)}${line === undefined ? '' : `:${line}`}`;
    return `${codeSpan(at)} ${markdownSentence(truncate(note.message, LONGEST))}`;
  };
  const suppressedText = ({ finding, reason, by }: Suppressed) =>
    `${fileReference(finding, options)} ${codeSpan(finding.rule)}, by ${by}: ${markdownSentence(truncate(reason, LONGEST))}`;
  return [
    fold('Not understood', coverage.notUnderstood.map(noteText)),
    fold('Only partly understood', coverage.partly.map(noteText)),
    fold(
      'Not read',
      unreadLines(coverage, options.pathOf).map(
        ([title, text]) => `${sentenceCase(title)}: ${markdownSentence(truncate(text, LONGEST))}`,
      ),
    ),
    fold('Not explained', unexplainedItems(coverage.unexplained, options)),
    fold('Notes', notes.map(noteText)),
    fold('Suppressed', suppressed.map(suppressedText)),
  ];
}

function unexplainedItems(unexplained: Coverage['unexplained'], options: RenderOptions): readonly string[] {
  const sentence = unexplainedText(unexplained);
  if (sentence === undefined) return [];
  const lines = unexplained.lines.slice(0, MOST_UNEXPLAINED).map(({ source, start }) => {
    const { line } = positionAt(source, start);
    const text = truncate(lineText(source, line).trim(), LONGEST_CODE);
    return `${codeSpan(`${truncate(options.pathOf(source.path), 300)}:${line}`)} ${codeSpan(text)}`;
  });
  return [`${sentence}:`, ...lines];
}

const MOST_UNEXPLAINED = 50;
const LONGEST_CODE = 160;

function fold(title: string, items: readonly string[]): Group<string> {
  return { items, open: `<details><summary>${title}: ${items.length}</summary>\n\n`, close: '\n</details>\n\n' };
}
