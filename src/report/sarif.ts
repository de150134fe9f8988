/** SARIF 2.1.0 inside the limits of GitHub code scanning. It holds all findings: what is absent would be closed there. */
import { type Finding, SEVERITIES, type Severity } from '../model/finding.ts';
import type { Note } from '../model/note.ts';
import { HOMEPAGE, helpPage, TOOL } from '../model/tool.ts';
import { RULES } from '../rules/index.ts';
import { PAGES } from '../rules/pages.generated.ts';
import { positionAt, type Span } from '../text/source.ts';
import { alsoText } from './also.ts';
import { oneLine, truncate, visibleJson } from './escape.ts';
import type { RenderOptions, RunReport } from './model.ts';
import { renderPage } from './page.ts';
import { relatedText } from './reasons.ts';
import { activationText, count, coverageText, noteLine, placementText, whyText } from './words.ts';

/** More are dropped by GitHub, the least severe first; here the same is done in the open. */
export const SARIF_RESULTS = 5000;
const RELATED = 100;
const NOTIFICATIONS = 1000;
const TEXT = 2000;
const SNIPPET = 500;

const LEVEL = { error: 'error', warning: 'warning', notice: 'note' } as const satisfies Record<Severity, string>;
const PRECISION = { high: 'very-high', medium: 'medium', low: 'low' } as const;

export function renderSarif(run: RunReport, options: RenderOptions): string {
  return `${visibleJson(sarifLog(run, options), 1)}\n`;
}

export function sarifLog(run: RunReport, options: RenderOptions) {
  const kept = mostSevere(run.result.findings);
  const dropped = run.result.findings.length - kept.length;
  const introduced = run.comparison ? new Set(run.comparison.introduced) : undefined;
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: driver(run) },
        automationDetails: { id: `${TOOL}/${options.category === undefined ? '' : `${options.category}/`}` },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { SRCROOT: { description: { text: 'The root of the repository.' } } },
        invocations: [{ executionSuccessful: true, toolExecutionNotifications: notifications(run, options, dropped) }],
        results: kept.map((finding) => result(finding, options, introduced)),
      },
    ],
  };
}

function driver(run: RunReport) {
  return {
    name: TOOL,
    semanticVersion: run.version,
    informationUri: HOMEPAGE,
    rules: RULES.map(({ id, summary }) => ({
      id,
      name: pascalCase(id),
      shortDescription: { text: plain(summary) },
      fullDescription: { text: plain(summary) },
      helpUri: helpPage(id),
      help: {
        text: renderPage(PAGES[id], { color: false, width: 100 }),
        markdown: `${PAGES[id]}\n[The page of this rule, with examples](${helpPage(id)})\n`,
      },
      defaultConfiguration: { level: 'warning' },
      properties: { tags: ['kubernetes', 'dockershim', 'migration'] },
    })),
  };
}

function result(finding: Finding, options: RenderOptions, introduced: ReadonlySet<Finding> | undefined) {
  const { pathOf } = options;
  const related = finding.related.slice(0, RELATED);
  const flow = codeFlow(finding, pathOf);
  const state = introduced === undefined ? {} : { baselineState: introduced.has(finding) ? 'new' : 'unchanged' };
  return {
    ruleId: finding.rule,
    ruleIndex: RULES.findIndex((rule) => rule.id === finding.rule),
    level: LEVEL[finding.severity],
    ...state,
    message: { text: messageText(finding, pathOf) },
    locations: [{ physicalLocation: physicalLocation(finding.span, pathOf) }],
    ...(related.length > 0
      ? {
          relatedLocations: related.map((one, index) => ({
            id: index + 1,
            physicalLocation: physicalLocation(one.span, pathOf),
            message: { text: plain(relatedText(one)) },
          })),
        }
      : {}),
    ...(flow ? { codeFlows: [flow] } : {}),
    partialFingerprints: { 'dockershimLint/v1': finding.fingerprint },
    properties: {
      precision: PRECISION[finding.confidence],
      confidence: finding.confidence,
      place: finding.placement.place,
      activation: plain(activationText(finding.activation, pathOf)),
    },
  };
}

function messageText(finding: Finding, pathOf: (path: string) => string): string {
  const where = `${placementText(finding)}; ${activationText(finding.activation, pathOf)}`;
  const also = alsoText(finding, pathOf);
  return [
    finding.message,
    `Why: ${whyText(finding)}`,
    `Instead: ${finding.instead}`,
    `Where: ${where}`,
    ...(also === '' ? [] : [`Also at: ${also}`]),
  ]
    .map(plain)
    .join('\n');
}

/** From the value that is written in one file to the template in another that it reaches. */
function codeFlow(finding: Finding, pathOf: (path: string) => string) {
  const elsewhere = finding.related.filter(({ span }) => span.source.path !== finding.span.source.path);
  if (elsewhere.length === 0) return undefined;
  const others = elsewhere.slice(0, RELATED).map((one) => ({ span: one.span, message: relatedText(one) }));
  const steps = [{ span: finding.span, message: finding.message }, ...others];
  const ordered = finding.span.source.path.includes('/templates/') ? steps.toReversed() : steps;
  return {
    threadFlows: [
      {
        locations: ordered.map(({ span, message }) => ({
          location: { physicalLocation: physicalLocation(span, pathOf), message: { text: plain(message) } },
        })),
      },
    ],
  };
}

function physicalLocation(span: Span, pathOf: (path: string) => string) {
  const from = positionAt(span.source, span.start);
  const to = positionAt(span.source, span.end);
  return {
    artifactLocation: { uri: pathUri(pathOf(span.source.path)), uriBaseId: 'SRCROOT' },
    region: {
      startLine: from.line,
      startColumn: from.column,
      endLine: to.line,
      endColumn: to.column,
      snippet: { text: truncate(snippetOf(span), SNIPPET).replace(/\p{Surrogate}/gu, '\ufffd') },
    },
  };
}

function snippetOf({ source, start, end }: Span): string {
  return source.text.slice(start, Math.min(end, start + SNIPPET + 1));
}

/** A relative URI: each segment percent-encoded, so that no name is taken for a scheme, a query or a fragment. */
export function pathUri(path: string): string {
  return path
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .split('/')
    .map((segment) =>
      encodeURIComponent(segment).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`),
    )
    .join('/');
}

function mostSevere(findings: readonly Finding[]): readonly Finding[] {
  if (findings.length <= SARIF_RESULTS) return findings;
  const ranked = SEVERITIES.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
  const kept = new Set(ranked.slice(0, SARIF_RESULTS));
  return findings.filter((finding) => kept.has(finding));
}

function notifications(run: RunReport, { pathOf }: RenderOptions, dropped: number) {
  const { coverage, notes } = run.result;
  const about = [
    { level: 'note', message: { text: coverageText(coverage) } },
    ...(dropped > 0
      ? [
          {
            level: 'warning',
            message: { text: `${count(dropped, 'finding')} left out: the report is limited to ${SARIF_RESULTS}.` },
          },
        ]
      : []),
  ];
  const all = [...coverage.notUnderstood, ...coverage.partly, ...notes].slice(0, NOTIFICATIONS);
  return [...about, ...all.map((note) => notification(note, pathOf))];
}

function notification(note: Note, pathOf: (path: string) => string) {
  const line = noteLine(note);
  return {
    level: note.coverage === 'about' ? 'note' : 'warning',
    message: { text: plain(note.message) },
    descriptor: { id: note.code },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: pathUri(pathOf(note.path)), uriBaseId: 'SRCROOT' },
          ...(line === undefined ? {} : { region: { startLine: line } }),
        },
      },
    ],
  };
}

/** Brackets followed by parentheses would be a link in a SARIF message. */
function plain(text: string): string {
  return truncate(oneLine(text), TEXT).replaceAll('](', '] (');
}

function pascalCase(id: string): string {
  return id.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
