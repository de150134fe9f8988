/** Workflow commands that the runner turns into annotations on the lines of a change. */
import type { Finding, Severity } from '../model/finding.ts';
import { positionAt } from '../text/source.ts';
import { alsoText } from './also.ts';
import { type Annotation, type AnnotationPlan, planAnnotations } from './annotations.ts';
import { escapeData, escapeProperty, logText, oneLine } from './escape.ts';
import { countedFindings, type RenderOptions, type RunReport } from './model.ts';
import { activationText, count, coverageText, placementText, whyText } from './words.ts';

export function renderGithub(run: RunReport, options: RenderOptions): string {
  const plans = planAnnotations(countedFindings(run));
  const annotations = plannedAnnotations(plans, options.pathOf, 'the reports in other formats');
  const commands = annotations.map((annotation) => annotationCommand(annotation, options.terminal));
  return `${[...commands, logText(coverageText(run.result.coverage)), logText(run.verdict.sentence)].join('\n')}\n`;
}

/** Where an annotation stands, in the words of the toolkit. */
export interface AnnotationPlace {
  readonly title: string;
  readonly file?: string;
  readonly startLine?: number;
  readonly endLine?: number;
  readonly startColumn?: number;
  readonly endColumn?: number;
}

export interface PlannedAnnotation {
  readonly level: Severity;
  readonly message: string;
  readonly place: AnnotationPlace;
}

/** `elsewhere` is where all findings are listed: `the job summary`. */
export function plannedAnnotations(
  plans: readonly AnnotationPlan[],
  pathOf: (path: string) => string,
  elsewhere: string,
): readonly PlannedAnnotation[] {
  return plans.flatMap(({ level, annotations, hidden }) => {
    const planned = annotations.map(
      (annotation): PlannedAnnotation => ({
        level: annotation.finding.severity,
        message: annotationText(annotation, pathOf),
        place: { title: annotation.finding.rule, ...placeOf(annotation.finding, pathOf) },
      }),
    );
    if (hidden === 0) return planned;
    const message = `${count(hidden, `more ${level}`)} ${hidden === 1 ? 'is' : 'are'} not annotated: GitHub shows at most ten per level. All of them are in ${elsewhere}.`;
    return [...planned, { level, message, place: { title: 'dockershim-lint: more findings' } }];
  });
}

/** On a terminal no runner reads the name of the file. */
function annotationCommand({ level, message, place }: PlannedAnnotation, terminal: boolean): string {
  const { title, file, startLine, endLine, startColumn, endColumn } = place;
  const properties = [
    `title=${escapeProperty(title)}`,
    ...(file === undefined ? [] : [`file=${terminal ? escapeProperty(file) : escapeFile(file)}`]),
    ...Object.entries({ line: startLine, endLine, col: startColumn, endColumn }).flatMap(([name, value]) =>
      value === undefined ? [] : [`${name}=${value}`],
    ),
  ];
  return `::${level} ${properties.join(',')}::${escapeData(message)}`;
}

/** Columns are only legal where the span stays on one line. */
function placeOf(finding: Finding, pathOf: (path: string) => string): Omit<AnnotationPlace, 'title'> {
  const { source, start, end } = finding.span;
  const from = positionAt(source, start);
  const to = positionAt(source, end);
  const path = pathOf(source.path);
  // An empty property is no property to the toolkit.
  const lines = { ...(path === '' ? {} : { file: path }), startLine: from.line, endLine: to.line };
  if (from.line !== to.line) return lines;
  return { ...lines, startColumn: from.column, endColumn: Math.max(to.column, from.column + 1) };
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
      : [`${others} more with the same cause${otherFiles > 0 ? `, in ${count(otherFiles, 'more file')}` : ''}.`];
  const also = alsoText(finding, pathOf);
  return [
    `${pathOf(finding.span.source.path)}:${line}:${column}: ${finding.message}`,
    `Why: ${whyText(finding)}`,
    `Instead: ${finding.instead}`,
    `Where: ${placementText(finding)}; ${activationText(finding.activation, pathOf)}; confidence ${finding.confidence}`,
    ...(also === '' ? [] : [`Also at: ${also}`]),
    ...more,
    finding.help,
  ]
    .map(oneLine)
    .join('\n');
}
