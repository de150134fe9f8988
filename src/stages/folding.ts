/** What is one thing for the person who mends it is one finding, though two rules see a part of it each. */
import { askedAt, valueAsked } from '../languages/conditions/templates.ts';
import { isValuesFile, projectFolderOf } from '../recognise/chart-layout.ts';
import { mapAt } from '../rules/shared/chart-values.ts';
import { groupBy } from '../text/group.ts';
import { folderOf as folderOfPath, foldersAbove } from '../text/path.ts';
import { lineKey, lineText, positionAt, type Span } from '../text/source.ts';
import type { Weighed } from './weighing.ts';

/**
 * An agent that parses the lines of Docker is mended at its parser. That it also mounts the folder into which the links
 * of /var/log lead with Docker is shown there: at each parser, of which some are one finding later.
 */
export function mountsWithParser(reports: readonly Weighed[]): readonly Weighed[] {
  const mounts = groupBy(reports.filter(isMountBesideParser), folderOf);
  if (mounts.size === 0) return reports;
  const off = new Map([...mounts].filter(([, all]) => all.every(({ activation }) => activation.kind !== 'default')));
  const parsers = new Map(
    reports.filter(isParser).map((one) => [one, folderWithMount(one, isLoud(one) ? mounts : off)]),
  );
  const parsed = new Set(parsers.values());
  return reports.flatMap((one) => {
    if (isMountBesideParser(one)) return parsed.has(folderOf(one)) ? [] : [one];
    const folder = parsers.get(one);
    const shown = folder === undefined ? [] : (mounts.get(folder) ?? []).slice(0, MOST_SHOWN);
    return [shownWith(one, shown, 'its mount of Docker’s logs, which goes with it')];
  });
}

/** A parser may stand in a file that a chart keeps in a folder of its own. */
function folderWithMount(parser: Weighed, mounts: ReadonlyMap<string, unknown>): string | undefined {
  const folder = folderOf(parser);
  return [folder, folderOfPath(folder)].find((one) => mounts.has(one));
}

const MOST_SHOWN = 8;

/**
 * Who no longer installs Docker Engine has nothing left to start, and breaks what it runs: both are shown at the install
 * that made the place one with an engine of its own.
 */
export function installsWithNeeds(reports: readonly Weighed[]): readonly Weighed[] {
  const installs = groupBy(reports.filter(isLoudInstall), ({ origin }) => origin.span.source.path);
  if (installs.size === 0) return reports;
  const needs = groupBy(reports, (one) => (needOf(one) ? installFor(one, installs) : undefined));
  return reports.map((one) => {
    if (!isLoudInstall(one)) return one;
    const inOrder = (needs.get(one) ?? []).toSorted((a, b) => a.origin.span.start - b.origin.span.start);
    const related = inOrder.slice(0, MOST_SHOWN).flatMap((need) => {
      const message = needOf(need);
      return message === undefined ? [] : [{ at: need.report.at, message }, ...sameAgain(need)];
    });
    return { ...one, report: { ...one.report, related: [...(one.report.related ?? []), ...related] } };
  });
}

/** The other lines of one reason, as of `systemctl enable` and `systemctl start`. */
function sameAgain({ report }: Weighed): NonNullable<Weighed['report']['related']> {
  return report.cause === 'docker-service-unit/own-engine' ? (report.related ?? []) : [];
}

function needOf({ report, severity, verdict }: Weighed): string | undefined {
  if (severity !== 'notice' || verdict?.shield) return undefined;
  switch (report.cause) {
    case 'docker-service-unit/own-engine':
      return 'its unit, which goes with it';
    case 'docker-cli-command/own-container':
      return 'needs it too';
    default:
      return undefined;
  }
}

function isLoudInstall(one: Weighed): boolean {
  return one.rule === 'docker-engine-package' && isLoud(one);
}

/** The install that gives the machine its engine, or the only one of the file. */
function installFor(
  { origin, placement }: Weighed,
  installs: ReadonlyMap<string, readonly Weighed[]>,
): Weighed | undefined {
  const engine = placement.engine?.span;
  const given = engine && installs.get(engine.source.path)?.find((one) => lineKey(one.origin.span) === lineKey(engine));
  const ofFile = installs.get(origin.span.source.path) ?? [];
  return given ?? (ofFile.length === 1 ? ofFile[0] : undefined);
}

function isMountBesideParser({ report }: Weighed): boolean {
  return report.cause === 'docker-host-path/beside-parser';
}

/** Also one that is switched off, as the mount beside it then is. */
function isParser(one: Weighed): boolean {
  return one.rule === 'docker-log-format' && (isLoud(one) || one.verdict?.shield?.kind === 'switch');
}

function isLoud({ severity }: Weighed): boolean {
  return severity === 'warning' || severity === 'error';
}

/** With the lines of others. */
export function shownWith(kept: Weighed, others: readonly Weighed[], message: string): Weighed {
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
  const places = placesOf(choices);
  const sockets = new Map(choices.map((one) => [mapWithSocket(one), one]));
  const lines = new Map(choices.map((one) => [lineKey(one.origin.span), one]));
  const ofChoice = (one: Weighed) =>
    one.rule === 'chart-runtime-docker' ? undefined : (choiceOf(one, places) ?? choiceSwitching(one, lines));
  const folded = groupBy(reports, ofChoice);
  const beside = groupBy(folded.get(undefined) ?? [], (one) => socketChoice(one, sockets));
  return (beside.get(undefined) ?? []).map((one) => {
    const shown = shownWith(one, folded.get(one) ?? [], 'the chart writes this for Docker only');
    return shownWith(shown, beside.get(one) ?? [], 'its socket, which goes with it');
  });
}

/** `{runtime: docker, socketPath: /var/run/docker.sock}`: who is told the new value of both is told of both. */
function mapWithSocket({ origin, report }: Weighed): string | undefined {
  return /\.sock\b/.test(report.instead) ? mapAt(origin.span) : undefined;
}

function socketChoice(
  { rule, origin }: Weighed,
  choices: ReadonlyMap<string | undefined, Weighed>,
): Weighed | undefined {
  const map = rule.startsWith('docker-socket-') ? mapAt(origin.span) : undefined;
  return map === undefined ? undefined : choices.get(map);
}

function isOfTemplate({ at }: Weighed['report']): boolean {
  return /\/templates\//.test(at.view.root(at.start, at.end).span.source.path);
}

/** A daemon.json in a chart, of which a switch brings some settings: the settings of both are those of one file. */
export function settingsOfOneFile(reports: readonly Weighed[]): readonly Weighed[] {
  const files = groupBy(reports.filter(isDaemonSetting), fileOf);
  const first = new Map([...files.values()].map((group) => [group[0], group.slice(1)]));
  return reports.flatMap((one) => {
    if (!isDaemonSetting(one)) return [one];
    const others = first.get(one);
    return others ? [withSettings(one, others)] : [];
  });
}

function isDaemonSetting({ rule, report, severity }: Weighed): boolean {
  return (
    rule === 'docker-daemon-config' &&
    severity !== 'off' &&
    report.document.language === 'json' &&
    report.document.parent?.object !== undefined
  );
}

function fileOf({ report: { document }, severity }: Weighed): string {
  return [document.path, document.label, severity].join('\0');
}

function withSettings(one: Weighed, others: readonly Weighed[]): Weighed {
  const shown = shownWith(one, others, 'a setting of the same file');
  const instead = [one, ...others].map(({ report }) => report.instead).join('; ');
  return others.length === 0 ? one : { ...shown, report: { ...shown.report, instead } };
}

/** The choice of a key in a chart, the first one that its values make, and how many came before it. */
type Choices = ReadonlyMap<string, { readonly choice: Weighed; readonly order: number }>;

/** A choice is the line `key: docker` of the values of a chart. */
function placesOf(choices: readonly Weighed[]): Choices {
  const places = new Map<string, { readonly choice: Weighed; readonly order: number }>();
  for (const [order, choice] of choices.entries()) {
    const { source, start } = choice.origin.span;
    const [key = ''] = lineText(source, positionAt(source, start).line).trimStart().split(':', 1);
    const place = placeOf(folderOfPath(source.path), key);
    if (!places.has(place)) places.set(place, { choice, order });
  }
  return places;
}

/** `{{ if eq .Values.factory.impl "docker" }}{{ include "volumes" . }}`: the value that has it written is the choice itself. */
function choiceSwitching({ origin }: Weighed, choices: ReadonlyMap<string, Weighed>): Weighed | undefined {
  const [choice] = origin.related.flatMap(({ role, span }) =>
    role === 'switch' ? (choices.get(lineKey(span)) ?? []) : [],
  );
  return choice;
}

function placeOf(chart: string, key: string): string {
  return `${chart}\0${key}`;
}

function choiceOf({ report, origin }: Weighed, places: Choices): Weighed | undefined {
  const { source, start } = origin.span;
  const asked = report.document.object ? askedAt(source, start) : [];
  const runtime = asked.find(({ kind, holds }) => kind === 'runtime' && holds);
  const key = runtime && valueAsked(runtime)?.split('.').at(-1);
  if (key === undefined) return undefined;
  const found = foldersAbove(source.path).flatMap((chart) => places.get(placeOf(chart, key)) ?? []);
  return found.toSorted((one, other) => one.order - other.order)[0]?.choice;
}

/** What a chart writes for one value (`{{ if eq .Values.format "json" }}`) is told at the value, where the same rule tells that. */
export function linesWithValue(reports: readonly Weighed[]): readonly Weighed[] {
  const told = reports.filter((one) => isOfValues(one) && isLoud(one));
  if (told.length === 0) return reports;
  const values = new Map(told.map((one) => [ruleAt(one, one.origin.span), one]));
  const folded = groupBy(reports, (one) => (isOfValues(one) ? undefined : valueAbove(one, values)));
  return (folded.get(undefined) ?? []).map((one) =>
    shownWith(one, folded.get(one) ?? [], 'the chart writes this for the value'),
  );
}

function valueAbove(one: Weighed, values: ReadonlyMap<string, Weighed>): Weighed | undefined {
  const switches = one.origin.related.filter(({ role }) => role === 'switch');
  return switches.map(({ span }) => values.get(ruleAt(one, span))).find((value) => value !== undefined);
}

function ruleAt({ rule }: Weighed, { source, start }: Span): string {
  return `${rule}\0${source.path}\0${start}`;
}

function isOfValues({ origin: { span } }: Weighed): boolean {
  return isValuesFile(span.source.path);
}
