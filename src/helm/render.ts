/** `helm template` in-process: strict, and printed as helm prints. */
import { kubeVersionOf } from './chart/capabilities.ts';
import { type Chart, fullPath, isLibrary } from './chart/chart.ts';
import { userValues } from './chart/user-values.ts';
import { parseConstraints, parseVersion, satisfies } from './functions/versions.ts';
import { printManifests, type RenderedText, sortManifests } from './manifests.ts';
import { rendered } from './rendered.ts';
import { type Checked, checkSchemas } from './schema/schemas.ts';
import { type Prepared, Session } from './session.ts';
import type { ChartSource, HelmNote, RenderedFile, RenderOptions, RenderResult, ValuesFile } from './types.ts';
import { TemplateError } from './values/error.ts';
import type { Source } from './values/origin.ts';

/** Renders a chart as `helm template` does; an error means that helm refuses too. */
export function renderChart(source: ChartSource, options: RenderOptions = {}): RenderResult {
  const session = new Session(source, options);
  const failed = (error: string): RenderResult => ({
    manifest: '',
    files: [],
    notes: session.notes,
    error,
  });
  if (session.error !== null || session.chart === null) return failed(session.error ?? 'Chart.yaml file is missing');
  const given = userValues((options.values ?? []).map(valuesSource), options.set ?? []);
  if (given.error !== null) return failed(given.error);
  if (isLibrary(session.chart)) return failed('library charts are not installable');
  const prepared = session.prepare(given.values);
  if (prepared === null) return failed('Chart.yaml file is missing');
  if (prepared.error !== null) return failed(prepared.error);
  const checked =
    options.skipSchemaValidation === true ? UNCHECKED : checkSchemas(prepared.chart, prepared.values, session.budget);
  session.notes.push(...checked.notes);
  if (checked.error !== null) return failed(checked.error);
  return failure(session, prepared, options, failed) ?? run(session, prepared, options, failed);
}

const UNCHECKED: Checked = { error: null, notes: [] };

const valuesSource = (file: string | ValuesFile): Source =>
  typeof file === 'string'
    ? { path: 'values', text: file, kind: 'values' }
    : { path: file.path, text: file.text, kind: 'values' };

function crdsOf(chart: Chart): RenderedText[] {
  const own = chart.files
    .filter(({ name }) => name.startsWith('crds/') && /\.(ya?ml|json)$/.test(name))
    .map(({ name, content }) => ({ name: `${fullPath(chart)}/${name}`, text: content.text }));
  return [...own, ...chart.dependencies.flatMap(crdsOf)];
}

type Failed = (error: string) => RenderResult;

function failure(session: Session, prepared: Prepared, options: RenderOptions, failed: Failed): RenderResult | null {
  const version = kubeVersionOf(options.kubeVersion);
  if (version === null) return failed(`invalid kube version '${options.kubeVersion}': Invalid Semantic Version`);
  const wanted = prepared.chart.metadata.kubeVersion;
  if (wanted !== '') {
    const constraints = parseConstraints(wanted);
    const parsed = parseVersion(version);
    if (constraints === null || typeof parsed === 'string' || !satisfies(parsed, constraints)) {
      return failed(`chart requires kubeVersion: ${wanted} which is incompatible with Kubernetes ${version}`);
    }
  }
  const syntax = session.notes.find((note) => note.code === 'syntax');
  return syntax === undefined ? null : failed(`parse error at (${syntax.path}): ${syntax.message}`);
}

function run(session: Session, prepared: Prepared, options: RenderOptions, failed: Failed): RenderResult {
  const notes: HelmNote[] = [...session.notes];
  try {
    const results = session.run(prepared, { lenient: false, note: (note) => notes.push(note) });
    const files: RenderedFile[] = [];
    const texts: RenderedText[] = [];
    for (const { template, output } of results) {
      if (output === null) continue;
      files.push(rendered(template, output, { pass: 'default' }));
      texts.push({ name: template.name, text: output.text });
    }
    const { documents, error } = sortManifests(texts);
    if (error !== null) return failed(error);
    const crds = options.includeCrds === true ? crdsOf(prepared.chart) : [];
    const manifest = printManifests(documents, { crds }).toWellFormed();
    return { manifest, files, notes };
  } catch (error) {
    if (error instanceof TemplateError) return failed(error.message);
    throw error;
  }
}
