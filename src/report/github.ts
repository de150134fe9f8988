/** Workflow commands that the runner turns into annotations on the lines of a change. */
import type { Finding } from '../model/finding.ts';
import { positionAt } from '../text/source.ts';
import { type Annotation, type AnnotationPlan, planAnnotations } from './annotations.ts';
import { escapeData, escapeProperty, logText, oneLine } from './escape.ts';
import { countedFindings, type RenderOptions, type RunReport } from './model.ts';
import { activationText, count, coverageText, placementText } from './words.ts';

export function renderGithub(run: RunReport, options: RenderOptions): string {
  const commands = annotationCommands(
    planAnnotations(countedFindings(run)),
    options.pathOf,
    'the reports in other formats',
    options.terminal,
  );
  return `${[...commands, logText(coverageText(run.result.coverage)), logText(run.verdict.sentence)].join('\n')}\n`;
}

/** `elsewhere` is where all findings are listed: `the job summary`; on a `terminal` no runner reads the names of files. */
export function annotationCommands(
  plans: readonly AnnotationPlan[],
  pathOf: (path: string) => string,
  elsewhere: string,
  terminal = false,
): readonly string[] {
  return plans.flatMap((plan) => {
    const commands = plan.annotations.map((annotation) => annotationCommand(annotation, pathOf, terminal));
    if (plan.hidden === 0) return commands;
    const text = `${count(plan.hidden, `more ${plan.level}`)} cannot be annotated, because GitHub shows ten of each level. All of them are in ${elsewhere}.`;
    return [
      ...commands,
      `::${plan.level} title=${escapeProperty('dockershim-lint: more findings')}::${escapeData(text)}`,
    ];
  });
}

function annotationCommand(annotation: Annotation, pathOf: (path: string) => string, terminal: boolean): string {
  const { finding } = annotation;
  const properties = [`title=${escapeProperty(finding.rule)}`, ...placeProperties(finding, pathOf, terminal)].join(',');
  return `::${finding.severity} ${properties}::${escapeData(annotationText(annotation, pathOf))}`;
}

/** Columns are only legal where the span stays on one line. */
function placeProperties(finding: Finding, pathOf: (path: string) => string, terminal: boolean): readonly string[] {
  const { source, start, end } = finding.span;
  const from = positionAt(source, start);
  const to = positionAt(source, end);
  const path = pathOf(source.path);
  const file = `file=${terminal ? escapeProperty(path) : escapeFile(path)}`;
  if (from.line !== to.line) return [file, `line=${from.line}`, `endLine=${to.line}`];
  return [
    file,
    `line=${from.line}`,
    `endLine=${to.line}`,
    `col=${from.column}`,
    `endColumn=${Math.max(to.column, from.column + 1)}`,
  ];
}

/** A path must name the file, so nothing in it is made visible; what would end the property is encoded. */
function escapeFile(path: string): string {
  return path
    .replaceAll('%', '%25')
    .replaceAll('\r', '%0D')
    .replaceAll('\n', '%0A')
    .replaceAll(':', '%3A')
    .replaceAll(',', '%2C');
}

function annotationText({ finding, others, otherFiles }: Annotation, pathOf: (path: string) => string): string {
  const { line, column } = positionAt(finding.span.source, finding.span.start);
  const more =
    others === 0
      ? []
      : [`Same cause ${others} more times${otherFiles > 0 ? `, in ${count(otherFiles, 'more file')}` : ''}.`];
  return [
    `${pathOf(finding.span.source.path)}:${line}:${column}: ${finding.message}`,
    `Why: ${finding.because}`,
    `Instead: ${finding.instead}`,
    `Where: ${placementText(finding)}; ${activationText(finding.activation, pathOf)}; confidence ${finding.confidence}`,
    ...more,
    finding.help,
  ]
    .map(oneLine)
    .join('\n');
}
