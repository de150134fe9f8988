/** What is one thing for the person who mends it is one finding, though two rules see a part of it each. */
import { askedAt, valueAsked } from '../languages/conditions/templates.ts';
import { projectFolderOf } from '../recognise/chart-layout.ts';
import { groupBy } from '../text/group.ts';
import { folderOf as folderOfPath } from '../text/path.ts';
import { lineText, positionAt } from '../text/source.ts';
import type { Weighed } from './weighing.ts';

/**
 * An agent that parses the lines of Docker is mended at its parser. That it also mounts the folder into which the links
 * of /var/log lead with Docker is shown there: at each parser, of which some are one finding later.
 */
export function mountsWithParser(reports: readonly Weighed[]): readonly Weighed[] {
  const mounts = groupBy(reports.filter(isMountBesideParser), folderOf);
  if (mounts.size === 0) return reports;
  const parsed = new Set(reports.filter(isLoudParser).map(folderOf));
  return reports.flatMap((one) => {
    const folder = folderOf(one);
    if (isMountBesideParser(one)) return parsed.has(folder) ? [] : [one];
    if (!isLoudParser(one)) return [one];
    const shown = (mounts.get(folder) ?? []).slice(0, MOST_SHOWN);
    return [shownWith(one, shown, 'its mount of Docker’s logs, which goes with it')];
  });
}

const MOST_SHOWN = 8;

function isMountBesideParser({ report }: Weighed): boolean {
  return report.cause === 'docker-host-path/beside-parser';
}

function isLoudParser({ rule, severity }: Weighed): boolean {
  return rule === 'docker-log-format' && (severity === 'warning' || severity === 'error');
}

function shownWith(kept: Weighed, others: readonly Weighed[], message: string): Weighed {
  if (others.length === 0) return kept;
  const related = others.flatMap(({ report }) => [{ at: report.at, message }, ...(report.related ?? [])]);
  return { ...kept, report: { ...kept.report, related: [...(kept.report.related ?? []), ...related] } };
}

function folderOf({ origin }: Weighed): string {
  return projectFolderOf(origin.span.source.path);
}

/**
 * What a chart writes for one value of a choice (`{{ if eq .Values.runtime "docker" }}`) goes when the value is changed,
 * which is told where it stands.
 */
export function linesWithChoice(reports: readonly Weighed[]): readonly Weighed[] {
  const choices = reports.filter(
    ({ rule, severity, report }) => rule === 'chart-runtime-docker' && severity === 'error' && !isOfTemplate(report),
  );
  if (choices.length === 0) return reports;
  const folded = new Map<Weighed, Weighed[]>();
  const rest = reports.filter((one) => {
    const choice = one.rule === 'chart-runtime-docker' ? undefined : choiceOf(one, choices);
    if (choice) folded.set(choice, [...(folded.get(choice) ?? []), one]);
    return choice === undefined;
  });
  return rest.map((one) => shownWith(one, folded.get(one) ?? [], 'the chart writes this for Docker only'));
}

function isOfTemplate({ at }: Weighed['report']): boolean {
  return /\/templates\//.test(at.view.root(at.start, at.end).span.source.path);
}

function choiceOf({ report, origin }: Weighed, choices: readonly Weighed[]): Weighed | undefined {
  const { source, start } = origin.span;
  const asked = report.document.object ? askedAt(source, start) : [];
  const runtime = asked.find(({ kind, holds }) => kind === 'runtime' && holds);
  const key = runtime && valueAsked(runtime)?.split('.').at(-1);
  return key === undefined ? undefined : choices.find((choice) => isSetAt(choice, key, source.path));
}

/** The choice is the line `key: docker` of the values of the chart that the template belongs to. */
function isSetAt({ origin: { span } }: Weighed, key: string, template: string): boolean {
  const line = lineText(span.source, positionAt(span.source, span.start).line).trimStart();
  const chart = folderOfPath(span.source.path);
  return line.startsWith(`${key}:`) && (chart === '' || template.startsWith(`${chart}/`));
}
