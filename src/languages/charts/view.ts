/** A rendered template as a view: back to the template, or to the values where the characters come from there. */
import type { FileRange, Activation as HelmActivation, RenderedFile, RenderedOrigin } from '../../helm/types.ts';
import { isValuesFile } from '../../recognise/chart-layout.ts';
import type { Source, Span } from '../../text/source.ts';
import {
  type Activation,
  BY_DEFAULT,
  HOLE,
  type Origin,
  type RelatedSpan,
  tracedView,
  type View,
} from '../../text/view.ts';

/** What the engine prints for text that it cannot know. */
const RENDERED_HOLE = '__hole__';

export interface ChartSources {
  /** The source of a path, the same one for every call. */
  readonly sourceOf: (path: string) => Source;
  /** Where the values of the chart that a template belongs to hold a scalar. */
  readonly scalarOf: (
    template: string,
    keys: readonly string[],
  ) => { readonly text: string; readonly span: Span } | undefined;
}

export function renderedView(file: RenderedFile, sources: ChartSources): View {
  const { sourceOf } = sources;
  const text = file.text.replaceAll(RENDERED_HOLE, HOLE.repeat(RENDERED_HOLE.length));
  const root = (start: number, end: number): Origin => {
    const pieces = piecesAt(file, start, end);
    const place = placeOf(pieces, file, sourceOf);
    return {
      span: place.span,
      exact: place.exact,
      get related() {
        return place.main
          ? [...relatedOf(pieces, place.main, file, sources), ...switchesAt(start, place.span, file, sourceOf)]
          : [];
      },
      get activation() {
        const starts = [Math.min(start, text.length - 1), ...pieces.slice(1, MOST_PIECES).map((piece) => piece.start)];
        return activationOf(together(starts.map((at) => file.activationAt(at))), sourceOf);
      },
    };
  };
  return tracedView(text, root, isSafe);
}

const MOST_PIECES = 8;

/** `unix://{{ include "agent.socket" . }}` is there where all of its pieces are. */
function together(activations: readonly HelmActivation[]): HelmActivation {
  const switched = activations.filter(({ kind }) => kind !== 'default');
  return switched.find(({ kind }) => kind === 'when') ?? switched[0] ?? { kind: 'default' };
}

/** Text in a template may not open an action; text in a values file is written in a scalar of unknown style. */
function isSafe(replacement: string, { source }: Span): boolean {
  return isValuesFile(source.path) ? /^[\w./@=+-]*$/.test(replacement) : !replacement.includes('{{');
}

/** The fragments behind a range; those beside it where it is empty. */
function piecesAt(file: RenderedFile, start: number, end: number): readonly RenderedOrigin[] {
  if (end > start) return file.originAt(start, end);
  const after = file.originAt(start, start + 1);
  const pieces = after.length > 0 ? after : file.originAt(Math.max(0, start - 1), start);
  return pieces.slice(0, 1).map((piece) => {
    const at = after.length > 0 ? piece.from : piece.to;
    return { ...piece, end: piece.start, from: at, to: at };
  });
}

interface Place {
  readonly span: Span;
  readonly exact: boolean;
  /** The fragment that decides where a finding points. */
  readonly main: RenderedOrigin | undefined;
}

function placeOf(all: readonly RenderedOrigin[], file: RenderedFile, sourceOf: (path: string) => Source): Place {
  const first = all[0];
  if (!first) return { span: { source: sourceOf(file.template), start: 0, end: 0 }, exact: false, main: undefined };
  const pieces = all.filter((piece) => piece.exact && piece.path !== '');
  const main = isWhole(all) ? first : largest(pieces);
  if (!main) return { span: spanOf(first.site, file, sourceOf), exact: false, main: first };
  const own = pieces.filter((piece) => piece.path === main.path && piece.kind === main.kind);
  const range = {
    path: main.path,
    from: own.reduce((least, piece) => Math.min(least, piece.from), main.from),
    to: own.reduce((most, piece) => Math.max(most, piece.to), main.to),
  };
  return { span: spanOf(range, file, sourceOf), exact: isWhole(all), main };
}

/** All characters stand side by side in one file. */
function isWhole(pieces: readonly RenderedOrigin[]): boolean {
  return pieces.every((piece, i) => {
    const before = pieces[i - 1];
    return piece.exact && piece.path !== '' && (!before || (before.path === piece.path && before.to === piece.from));
  });
}

/** Values decide before template text: they are what a person changes. */
function largest(pieces: readonly RenderedOrigin[]): RenderedOrigin | undefined {
  const weight = (piece: RenderedOrigin) => (piece.to - piece.from) * (piece.kind === 'values' ? 2 : 1);
  let best: RenderedOrigin | undefined;
  for (const piece of pieces) if (!best || weight(piece) > weight(best)) best = piece;
  return best;
}

const RELATED_LIMIT = 4;

function relatedOf(
  pieces: readonly RenderedOrigin[],
  main: RenderedOrigin,
  file: RenderedFile,
  sources: ChartSources,
): RelatedSpan[] {
  const { sourceOf } = sources;
  const related: RelatedSpan[] = [];
  const add = (range: FileRange, role: 'use' | 'value-part' | 'include') => {
    const span = spanOf(range, file, sourceOf);
    const isKnown = related.some((one) => one.span.source === span.source && one.span.start === span.start);
    if (range.path !== '' && !isKnown && related.length < RELATED_LIMIT) related.push({ span, role });
  };
  if (main.kind !== 'template') add(main.site, 'use');
  for (const piece of pieces) {
    if (piece !== main && piece.path !== '' && piece.kind === 'values') add(piece, 'value-part');
  }
  for (const range of [main.includes.at(-1), main.includes[0]]) if (range) add(range, 'include');
  if (main.kind === 'template') related.push(...emptyValues(main.site, sources));
  return related;
}

const MOST_SWITCHES = 2;

/** `docker.enabled: true`, `runtime: docker`, `format: json`, the value itself: those of the conditions around the text, which a person can change. */
function switchesAt(
  at: number,
  found: Span,
  file: RenderedFile,
  sourceOf: (path: string) => Source,
): readonly RelatedSpan[] {
  const spans = file.switchesAt(at).map((range) => spanOf(range, file, sourceOf));
  const telling = spans.filter((span) => isSwitch(span) || isSame(span, found));
  const distinct = telling.filter((span, i) => telling.findIndex((one) => isSame(one, span)) === i);
  return distinct.slice(0, MOST_SWITCHES).map((span) => ({ span: isSame(span, found) ? found : span, role: 'switch' }));
}

function isSwitch({ source, start, end }: Span): boolean {
  return /^(?:"?true"?|["']?(?:[\w-]{0,60}docker[\w-]{0,60}|json)["']?)$/i.test(
    source.text.slice(start, Math.min(end, start + 60)),
  );
}

function isSame(a: Span, b: Span): boolean {
  return a.source === b.source && a.start === b.start;
}

const SITE_LIMIT = 2000;

/** `{{ .Values.path | default "…" }}`: what the template prints while these values are empty. */
function emptyValues({ path, from, to }: FileRange, { sourceOf, scalarOf }: ChartSources): RelatedSpan[] {
  const action = path === '' ? '' : sourceOf(path).text.slice(from, Math.min(to, from + SITE_LIMIT));
  if (!/\bdefault\b/.test(action)) return [];
  return [...action.matchAll(/\.Values((?:\.\w{1,80}){1,10})/g)].slice(0, RELATED_LIMIT).flatMap((match) => {
    const value = scalarOf(path, (match[1] ?? '').slice(1).split('.'));
    return value?.text === '' ? [{ span: value.span, role: 'empty-value' }] : [];
  });
}

function spanOf({ path, from, to }: FileRange, file: RenderedFile, sourceOf: (path: string) => Source): Span {
  return sourceSpan(sourceOf(path === '' ? file.template : path), from, to);
}

/** Helm takes a byte order mark off before it counts. */
export function sourceSpan(source: Source, from: number, to: number): Span {
  const mark = source.text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const start = Math.min(from + mark, source.text.length);
  return { source, start, end: Math.max(start, Math.min(to + mark, source.text.length)) };
}

function activationOf(activation: HelmActivation, sourceOf: (path: string) => Source): Activation {
  switch (activation.kind) {
    case 'default':
      return BY_DEFAULT;
    case 'when': {
      const first = activation.set[0];
      if (!first) return BY_DEFAULT;
      const span = sourceSpan(sourceOf(first.file), first.offset, first.offset);
      return { kind: 'when', settings: activation.set.map(({ path, value }) => `${path}=${value}`), span };
    }
    case 'conditional': {
      const { condition, path, offset } = activation;
      return { kind: 'conditional', condition, span: sourceSpan(sourceOf(path), offset, offset) };
    }
  }
}
