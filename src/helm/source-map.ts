/** From offsets in rendered text back to the files that people edit. */
import type { FileRange, RenderedOrigin } from './types.ts';
import type { Context, Fragment, Origin, Site, Source } from './values/origin.ts';
import type { StringValue } from './values/value.ts';

const MAX_TPL_NESTING = 20;

/** Rendered text whose fragments can be found by offset. */
export class SourceMap {
  private readonly fragments: readonly Fragment[];
  private starts: Float64Array | null = null;

  constructor(fragments: readonly Fragment[]) {
    this.fragments = fragments;
  }

  private offsets(): Float64Array {
    if (this.starts !== null) return this.starts;
    const starts = new Float64Array(this.fragments.length + 1);
    let at = 0;
    for (const [index, part] of this.fragments.entries()) {
      starts[index] = at;
      at += part.length;
    }
    starts[this.fragments.length] = at;
    this.starts = starts;
    return starts;
  }

  /** Index of the fragment that holds an offset; the last one beyond the end. */
  find(offset: number): number {
    const starts = this.offsets();
    let low = 0;
    let high = this.fragments.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  fragmentAt(offset: number): Fragment | null {
    return this.fragments[this.find(offset)] ?? null;
  }

  /** Everything that contributed to [start, end), in order. */
  originAt(start: number, end: number): RenderedOrigin[] {
    const starts = this.offsets();
    const result: RenderedOrigin[] = [];
    for (let index = this.find(start); index < this.fragments.length; index++) {
      const from = Math.max(start, starts[index]!);
      const to = Math.min(end, starts[index + 1]!);
      if (starts[index]! >= end) break;
      if (from < to) describe(this.fragments[index]!, from - starts[index]!, from, to, result);
    }
    return result;
  }
}

function describe(part: Fragment, skip: number, start: number, end: number, out: RenderedOrigin[]): void {
  const { origin } = part;
  const site = siteOf(part.site, part.context);
  const includes = includesOf(part.context);
  if (origin === null) {
    out.push({ ...site, start, end, exact: false, kind: 'computed', site, includes });
    return;
  }
  for (const piece of locate(origin, part.delta + skip, end - start, 0)) {
    const { from, to } = piece;
    out.push({
      start: start + piece.at,
      end: start + piece.at + piece.length,
      path: piece.origin.source.path,
      from,
      to,
      exact: piece.origin.exact,
      kind: piece.origin.kind,
      ...(piece.origin.path === undefined ? {} : { valuesPath: piece.origin.path }),
      site,
      includes,
    });
  }
}

interface Piece {
  readonly origin: Origin;
  readonly from: number;
  readonly to: number;
  /** Position and length within the text asked for. */
  readonly at: number;
  readonly length: number;
}

/** Where `length` characters of an origin lie; text that came through `tpl` is followed to its own origins. */
function locate(origin: Origin, delta: number, length: number, depth: number): Piece[] {
  const { behind } = origin.source;
  const from = origin.exact ? origin.from + delta : origin.from;
  const to = origin.exact ? from + length : origin.to;
  if (behind === undefined || depth > MAX_TPL_NESTING) return [{ origin, from, to, at: 0, length }];
  if (!origin.exact) {
    const first = firstOrigin(behind, from, to);
    if (first === null) return [{ origin, from, to, at: 0, length }];
    const kind = origin.kind === 'template' ? first.origin.kind : origin.kind;
    const inner = { ...first.origin, exact: false, kind };
    return locate(inner, 0, length, depth + 1);
  }
  const result: Piece[] = [];
  let at = 0;
  for (const part of behind.fragments) {
    const start = Math.max(at, from);
    const end = Math.min(at + part.length, to);
    if (start < end) {
      const inner: Piece[] =
        part.origin === null
          ? [{ origin: { ...origin, exact: false, kind: 'computed' }, from, to, at: 0, length: end - start }]
          : locate(part.origin, part.delta + (start - at), end - start, depth + 1);
      for (const piece of inner) result.push({ ...piece, at: piece.at + start - from });
    }
    at += part.length;
    if (at >= to) break;
  }
  return result;
}

/** The first origin in [from, to) of a string, cut to that range if exact. */
function firstOrigin(value: StringValue, from: number, to: number): { origin: Origin } | null {
  let at = 0;
  for (const part of value.fragments) {
    const start = Math.max(at, from);
    const end = Math.min(at + part.length, to);
    if (start < end && part.origin !== null) {
      if (!part.origin.exact) return { origin: part.origin };
      const first = part.origin.from + part.delta + (start - at);
      return { origin: { ...part.origin, from: first, to: first + (end - start) } };
    }
    at += part.length;
    if (at >= to) break;
  }
  return null;
}

const NOWHERE: FileRange = { path: '', from: 0, to: 0 };

/** A range of a real file for a node; nodes of `tpl` text are where that text is written. */
export function rangeOf(site: Site): FileRange {
  let { source, from, to }: { source: Source; from: number; to: number } = site;
  for (let depth = 0; source.behind !== undefined && depth < MAX_TPL_NESTING; depth++) {
    const first = firstOrigin(source.behind, from, to);
    if (first === null) break;
    ({ source, from, to } = first.origin);
  }
  return { path: source.path, from, to };
}

function siteOf(site: Site | null, context: Context | null): FileRange {
  if (site !== null) return rangeOf(site);
  return context === null ? NOWHERE : rangeOf(context.site);
}

/** The include, template and tpl actions around printed text, outermost first. */
export function includesOf(context: Context | null): FileRange[] {
  const result: FileRange[] = [];
  for (let link = context; link !== null; link = link.parent) {
    if (link.kind === 'include' || link.kind === 'template' || link.kind === 'tpl') result.push(rangeOf(link.site));
  }
  return result.reverse();
}
