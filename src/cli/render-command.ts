/** `dockershim-lint render CHART`: prints what `helm template` prints, so that anyone can check the engine. */
import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { UsageError } from '../config/usage-error.ts';
import { readChartArchive } from '../files/archive.ts';
import { type ChartFiles, readChartFolder } from '../files/chart.ts';
import { readNamedFile } from '../files/config-file.ts';
import { repositoryTop } from '../files/git-folder.ts';
import { isChartArchive } from '../files/names.ts';
import { PATIENT_LIMITS, type RenderedFile, renderChart } from '../helm/index.ts';
import { oneLine, visibleLines } from '../report/escape.ts';
import { createSource, positionAt, type Source } from '../text/source.ts';
import type { Arguments } from './arguments.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import type { Io } from './io.ts';

export function renderCommand({ operands, layer }: Arguments, io: Io): ExitCode {
  const [chart, ...more] = operands;
  if (chart === undefined || more.length > 0) throw new UsageError('render takes one chart folder.');
  const files = unpacked(readChartFolder(resolve(io.cwd, chart), chart));
  const valuesFiles = (layer.values ?? []).map((path) => ({
    path,
    text: readNamedFile(resolve(io.cwd, path), 'values file', repositoryTop(realpathSync(io.cwd))),
  }));
  const {
    manifest,
    files: rendered,
    notes,
    error,
  } = renderChart(
    { root: '', files },
    {
      values: valuesFiles,
      limits: PATIENT_LIMITS,
      set: layer.set ?? [],
      includeCrds: layer['include-crds'] ?? false,
      skipSchemaValidation: layer['skip-schema-validation'] ?? false,
      ...(layer['kube-version'] === undefined ? {} : { kubeVersion: layer['kube-version'] }),
      ...(layer['release-name'] === undefined ? {} : { releaseName: layer['release-name'] }),
      ...(layer.namespace === undefined ? {} : { namespace: layer.namespace }),
    },
  );
  const sources = sourceFinder(files, valuesFiles);
  for (const note of notes) {
    const source = sources(note.path);
    const line = source ? `:${positionAt(source, note.from).line}` : '';
    io.err.write(`${oneLine(note.path)}${line}: ${oneLine(note.message)} (${note.code})\n`);
  }
  if (error !== undefined) {
    io.err.write(`Error: ${visibleLines(error.trimEnd())}\n`);
    return EXIT.findings;
  }
  const text = layer.trace ? rendered.map((file) => traceOf(file, sources)).join('') : manifest;
  // A terminal obeys escapes; a file or a comparison with helm needs the bytes.
  io.out.write(io.out.isTerminal ? visibleLines(text) : text);
  return EXIT.clean;
}

/** Packaged sub-charts as folders with the names of their archives. */
function unpacked(files: ChartFiles): ChartFiles {
  const all = new Map<string, string | Uint8Array>();
  for (const [path, content] of files) {
    const archive = typeof content === 'string' || !isChartArchive(path) ? undefined : readChartArchive(path, content);
    if (!archive || archive.files.length === 0) all.set(path, content);
    else for (const file of archive.files) all.set(file.path, file.text);
  }
  return all;
}

type FindSource = (path: string) => Source | undefined;

/** Files of the chart and values files by the paths that origins carry. */
function sourceFinder(
  files: ReadonlyMap<string, string | Uint8Array>,
  valuesFiles: readonly { readonly path: string; readonly text: string }[],
): FindSource {
  const known = new Map<string, Source | undefined>(
    valuesFiles.map(({ path, text }) => [path, createSource(path, text)]),
  );
  return (path) => {
    if (!known.has(path)) {
      const text = files.get(path);
      known.set(path, typeof text === 'string' ? createSource(path, text) : undefined);
    }
    return known.get(path);
  };
}

const PLACES = 3;

/** Each line of a rendered file behind the lines that it was made of, the template's first. */
function traceOf(file: RenderedFile, sources: FindSource): string {
  const rows: { readonly places: string; readonly text: string }[] = [];
  let start = 0;
  for (const text of file.text.split('\n')) {
    rows.push({ places: placesOf(file, start, start + text.length, sources), text });
    start += text.length + 1;
  }
  const column = Math.min(70, Math.max(...rows.map(({ places }) => places.length)));
  const lines = rows.map(({ places, text }) => `${places.padEnd(column)} | ${text}`.trimEnd());
  return `# Source: ${oneLine(file.template)}\n${lines.join('\n').trimEnd()}\n`;
}

function placeName(path: string, offset: number, sources: FindSource): string {
  const source = sources(path);
  return source ? `${oneLine(path)}:${positionAt(source, offset).line}` : oneLine(path);
}

function placesOf(file: RenderedFile, start: number, end: number, sources: FindSource): string {
  const places = new Set<string>();
  for (const origin of file.originAt(start, end)) {
    const from = origin.exact ? origin.from + Math.max(0, start - origin.start) : origin.from;
    if (origin.kind !== 'template') places.add(placeName(origin.site.path, origin.site.from, sources));
    places.add(placeName(origin.path, from, sources));
  }
  const shown = [...places].filter((place) => place !== '').slice(0, PLACES);
  return `${shown.join(' ')}${places.size > PLACES ? ' …' : ''}`;
}
