/** Finds charts in a folder, reads them, and thinks of values to render them with. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readChartArchive } from '../../src/files/archive.ts';
import type { ChartSource } from '../../src/helm/types.ts';
import { bool, type MapValue, map } from '../../src/helm/values/value.ts';
import { toYaml } from '../../src/helm/yaml/emit.ts';
import { loadYaml } from '../../src/helm/yaml/load.ts';

/** Folders with a Chart.yaml; sub-charts belong to their parents. */
export function findCharts(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  if (entries.some((entry) => entry.name === 'Chart.yaml')) return [folder];
  return entries
    .filter((entry) => entry.isDirectory() && entry.name !== 'node_modules' && entry.name !== '.git')
    .map((entry) => join(folder, entry.name))
    .sort()
    .flatMap(findCharts);
}

export interface ReadChart {
  readonly source: ChartSource;
  /** Identifies the content. */
  readonly key: string;
}

export function readChart(folder: string): ReadChart {
  const files = new Map<string, string | Uint8Array>();
  const hash = createHash('sha256');
  for (const path of walk(folder, '', new Set([realpathSync(folder)]))) {
    const bytes = readFileSync(join(folder, path));
    hash.update(`${path}\0${bytes.length}\0`).update(bytes);
    if (/(^|\/)charts\/[^/]+\.tgz$/.test(path)) {
      for (const file of readChartArchive(path, bytes).files) files.set(file.path, file.text);
    } else files.set(path, textOrBytes(bytes));
  }
  return { source: { root: '', files }, key: hash.digest('hex') };
}

function textOrBytes(bytes: Buffer): string | Uint8Array {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return bytes;
  }
}

function* walk(folder: string, inside: string, seen: ReadonlySet<string>): Generator<string> {
  for (const name of readdirSync(join(folder, inside)).sort()) {
    const path = inside === '' ? name : `${inside}/${name}`;
    const info = statSync(join(folder, path), { throwIfNoEntry: false });
    if (info?.isFile() === true) yield path;
    else if (info?.isDirectory() === true) {
      const real = realpathSync(join(folder, path));
      if (!seen.has(real)) yield* walk(folder, path, new Set([...seen, real]));
    }
  }
}

export type VariantKind = 'default' | 'ci' | 'all false → true' | 'all true → false';

export interface Variant {
  readonly kind: VariantKind;
  readonly name: string;
  readonly values: readonly string[];
}

export function variantsOf(source: ChartSource): Variant[] {
  const variants: Variant[] = [{ kind: 'default', name: 'default', values: [] }];
  for (const [path, content] of source.files) {
    if (/^ci\/[^/]+\.ya?ml$/.test(path) && typeof content === 'string')
      variants.push({ kind: 'ci', name: path, values: [content] });
  }
  const text = source.files.get('values.yaml');
  const values =
    typeof text === 'string' ? loadYaml({ path: 'values.yaml', text, kind: 'values' }, 'values').value : null;
  if (values?.kind !== 'map') return variants;
  for (const wanted of [false, true]) {
    const flipped = flip(values, wanted);
    if (flipped === null) continue;
    const kind = wanted ? 'all true → false' : 'all false → true';
    variants.push({ kind, name: kind, values: [toYaml(flipped, () => undefined).text] });
  }
  return variants;
}

/** The booleans that are `wanted`, turned round; null if there is none. */
function flip(values: MapValue, wanted: boolean): MapValue | null {
  const result = map();
  for (const [key, value] of values.entries) {
    if (value.kind === 'bool' && value.value === wanted) result.entries.set(key, bool(!wanted));
    else if (value.kind === 'map') {
      const inner = flip(value, wanted);
      if (inner !== null) result.entries.set(key, inner);
    }
  }
  return result.entries.size === 0 ? null : result;
}
