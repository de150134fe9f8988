/** `render --trace`: every printed line with the place its text was written at, and the values that went into it. */
import type { ChartSource, RenderedDocument, RenderedOrigin, RenderResult } from './types.ts';

/** The manifest's documents line by line, origins in a column on the left. */
export function traceManifest(source: ChartSource, result: RenderResult): string {
  const places = new Places(source);
  const lines = result.documents.flatMap((document) => [
    { origin: '', text: '---' },
    { origin: '', text: `# Source: ${document.source}` },
    ...traceDocument(document, places),
  ]);
  const width = Math.min(60, Math.max(0, ...lines.map((line) => line.origin.length)));
  return lines
    .map(({ origin, text }) => `${origin.padEnd(width)} │ ${text}`.trimEnd())
    .join('\n')
    .concat('\n');
}

interface TracedLine {
  readonly origin: string;
  readonly text: string;
}

function traceDocument({ file, start, end }: RenderedDocument, places: Places): TracedLine[] {
  const lines: TracedLine[] = [];
  for (let from = start; from <= end; ) {
    const found = file.text.indexOf('\n', from);
    const to = found < 0 || found > end ? end : found;
    lines.push({ origin: describe(file.originAt(from, to), places), text: file.text.slice(from, to) });
    from = to + 1;
  }
  return lines;
}

/** Values named for one line. */
const MOST = 3;

/** Where the template wrote the line, then the values in it: of a key and its value, the value. */
function describe(origins: readonly RenderedOrigin[], places: Places): string {
  const written = origins.find((origin) => origin.kind !== 'computed' && origin.kind !== 'hole');
  const template = origins.find((origin) => origin.kind === 'template') ?? written ?? origins[0];
  if (template === undefined) return '';
  const own = template.kind === 'template' ? template : template.site;
  const values = new Map<string, string>();
  for (const origin of origins) {
    if (origin.kind === 'template' || origin.kind === 'computed' || origin.kind === 'hole') continue;
    const place = places.of(origin.path, origin.from);
    if (origin.kind === 'random') values.set('random', 'random');
    else if (origin.kind === 'values' && origin.valuesPath !== undefined) {
      values.set(origin.valuesPath, `${place} (.Values.${origin.valuesPath})`);
    } else values.set(place, place);
  }
  const shown = [...values.values()].slice(0, MOST);
  if (values.size > MOST) shown.push(`${values.size - MOST} more`);
  return [places.of(own.path, own.from), ...shown].join(' ← ');
}

/** Turns offsets into `path:line:column`, with the path inside the chart. */
class Places {
  private readonly root: string;
  private readonly files: ChartSource['files'];
  private readonly starts = new Map<string, readonly number[]>();

  constructor(source: ChartSource) {
    this.root = source.root === '' ? '' : `${source.root}/`;
    this.files = source.files;
  }

  of(path: string, offset: number): string {
    const inside = path.startsWith(this.root) ? path.slice(this.root.length) : path;
    const starts = this.startsOf(inside);
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return `${inside}:${low + 1}:${offset - (starts[low] ?? 0) + 1}`;
  }

  private startsOf(path: string): readonly number[] {
    const known = this.starts.get(path);
    if (known !== undefined) return known;
    const text = this.files.get(path);
    const starts = [0];
    if (typeof text === 'string') {
      for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    }
    this.starts.set(path, starts);
    return starts;
  }
}
