/**
 * Text derived from another text, with the way back: whatever is found in a view lands on the characters that a person
 * edits, through every nesting (a shell word in a folded scalar in a ConfigMap in a rendered chart).
 */
import type { Source, Span } from './source.ts';

/** Stands for a template expression whose value is not known; one per character of the expression. */
export const HOLE = '\uE000';

/**
 * Another place that has to do with a text, and what it is to it.
 * `use`: where the text is used. `value`: the value that it is. `value-part`: a value that is a part of it. `include`: what includes it.
 * `empty-value`: a value that is empty, so that a default holds. `switch`: a value that switches it on. `assignment`: where a variable gets it. `rule`: what a rule shows.
 */
export type RelatedSpan = { readonly span: Span } & (
  | { readonly role: 'use' | 'value' | 'value-part' | 'include' | 'empty-value' | 'switch' }
  | { readonly role: 'assignment'; readonly variable: string }
  | { readonly role: 'rule'; readonly message: string }
);

/** Whether the text exists with default settings, or only when something is switched on. */
export type Activation =
  | { readonly kind: 'default' }
  | { readonly kind: 'when'; readonly settings: readonly string[]; readonly span: Span }
  | { readonly kind: 'conditional'; readonly condition: string; readonly span: Span };

export const BY_DEFAULT: Activation = { kind: 'default' };

/** Where the characters of a view come from. */
export interface Origin {
  readonly span: Span;
  /** True when the file's characters are, one by one, the view's characters. */
  readonly exact: boolean;
  /** This and the activation may be worked out only when asked for: copy an origin with `changed`, not by spreading it. */
  readonly related: readonly RelatedSpan[];
  readonly activation: Activation;
}

/** An origin with other values for some of its fields; what is costly is worked out when it is asked for. */
export function changed(
  origin: Origin,
  fields: { readonly exact?: boolean; readonly related?: () => readonly RelatedSpan[] },
): Origin {
  return {
    span: origin.span,
    exact: fields.exact ?? origin.exact,
    get related() {
      return fields.related ? fields.related() : origin.related;
    },
    get activation() {
      return origin.activation;
    },
  };
}

/** What a variable brings into a text. */
export interface Brought {
  readonly start: number;
  readonly end: number;
  /** The reference to it, as it stands in the file: `${TAG}`. */
  readonly use: Span;
  /** Whether double quotes stand around the reference. */
  readonly quoted: boolean;
  /** Whether it brings more than is asked about: another word, or what stands beside it. */
  readonly isPart: boolean;
  /** Where the variable got these characters. */
  readonly definition: { readonly view: View; readonly start: number; readonly end: number } | undefined;
}

export interface View {
  readonly text: string;
  /** The span in the file a person edits for the characters [start, end) of this view. */
  root(this: View, start: number, end: number): Origin;
  /** What to write at `root(start, end)` so that the view reads `replacement` there, or null when that cannot be written. */
  encode(this: View, start: number, end: number, replacement: string): string | null;
  /** What variables bring into the characters [start, end); of a variable that is empty there, nothing. */
  brought?(this: View, start: number, end: number): readonly Brought[];
}

/** What variables bring into a part of a view, which has the place `moved` in another one. */
export function broughtInto(view: View, start: number, end: number, moved = 0): readonly Brought[] {
  const found = view.brought?.(start, end) ?? [];
  return moved === 0 ? found : found.map((one) => ({ ...one, start: one.start + moved, end: one.end + moved }));
}

/**
 * One run of a derived text. An exact run maps character by character; any other run stands for the whole parent range.
 * Runs are ordered and cover the derived text without gaps.
 */
export interface Segment {
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
  readonly exact: boolean;
}

export type Encoder = (replacement: string) => string | null;

// A large repository has hundreds of thousands of views at once: closures would take several times the memory of classes.

class FileView implements View {
  readonly text: string;
  readonly #source: Source;

  constructor(source: Source) {
    this.text = source.text;
    this.#source = source;
  }

  root(from: number, to: number): Origin {
    // A scanner that stops behind the last character would point out of the file, or backwards.
    const start = Math.min(from, this.text.length);
    const end = Math.max(start, Math.min(to, this.text.length));
    return { span: { source: this.#source, start, end }, exact: true, related: [], activation: BY_DEFAULT };
  }

  encode(_start: number, _end: number, replacement: string): string {
    return replacement;
  }
}

/** The parent's characters from an offset on, which may be read as other ones. */
class Shifted implements View {
  readonly text: string;
  readonly #parent: View;
  readonly #from: number;

  constructor(parent: View, text: string, from: number) {
    this.text = text;
    this.#parent = parent;
    this.#from = from;
  }

  root(start: number, end: number): Origin {
    return this.#parent.root(this.#from + start, this.#from + end);
  }

  brought(start: number, end: number): readonly Brought[] {
    return broughtInto(this.#parent, this.#from + start, this.#from + end, -this.#from);
  }

  encode(start: number, end: number, replacement: string): string | null {
    return this.#parent.encode(this.#from + start, this.#from + end, replacement);
  }
}

/** A text that is one run of the parent's characters. */
class Run implements View {
  readonly text: string;
  readonly #parent: View;
  readonly #from: number;
  readonly #encoder: Encoder;

  constructor(parent: View, text: string, from: number, encoder: Encoder) {
    this.text = text;
    this.#parent = parent;
    this.#from = from;
    this.#encoder = encoder;
  }

  root(start: number, end: number): Origin {
    const from = this.#offset(start);
    return this.#parent.root(from, Math.max(from, this.#offset(end)));
  }

  brought(start: number, end: number): readonly Brought[] {
    return broughtInto(this.#parent, this.#offset(start), this.#offset(end), -this.#from);
  }

  encode(start: number, end: number, replacement: string): string | null {
    const written = this.#encoder(replacement);
    if (written === null) return null;
    const from = this.#offset(start);
    return this.#parent.encode(from, Math.max(from, this.#offset(end)), written);
  }

  #offset(at: number): number {
    return this.#from + Math.min(at, this.text.length);
  }
}

class Derived implements View {
  readonly text: string;
  readonly #parent: View;
  readonly #segments: readonly Segment[];
  readonly #encoder: Encoder;

  constructor(parent: View, text: string, segments: readonly Segment[], encoder: Encoder) {
    this.text = text;
    this.#parent = parent;
    this.#segments = segments;
    this.#encoder = encoder;
  }

  root(start: number, end: number): Origin {
    const range = parentRange(this.#segments, start, end);
    const origin = this.#parent.root(range.from, range.to);
    return range.exact ? origin : changed(origin, { exact: false });
  }

  brought(start: number, end: number): readonly Brought[] {
    return broughtThrough(this.#parent, this.#segments, start, end);
  }

  encode(start: number, end: number, replacement: string): string | null {
    const written = this.#encoder(replacement);
    if (written === null) return null;
    const range = parentRange(this.#segments, start, end);
    return this.#parent.encode(range.from, range.to, written);
  }
}

export function fileView(source: Source): View {
  return new FileView(source);
}

/** A contiguous part of a view, character by character. */
export function slice(parent: View, from: number, to: number): View {
  return withText(parent, parent.text.slice(from, to), from);
}

/** Another text for as many of the characters from `from` on, some of which it blanks or calls by another name. */
export function withText(view: View, text: string, from = 0): View {
  return new Shifted(view, text, from);
}

/** A text whose characters were put together from elsewhere; `root` knows from where. Only what is exact is written. */
export function tracedView(
  text: string,
  root: (start: number, end: number) => Origin,
  isWritable: (replacement: string, span: Span) => boolean,
): View {
  return {
    text,
    root,
    encode(start, end, replacement) {
      const { exact, span } = root(start, end);
      return exact && isWritable(replacement, span) ? replacement : null;
    },
  };
}

/** The view with other origins for some of its characters; only what is exact after that is written. */
export function withOrigins(view: View, change: (origin: Origin, start: number, end: number) => Origin): View {
  const root = (start: number, end: number) => change(view.root(start, end), start, end);
  return {
    text: view.text,
    root,
    encode: (start, end, replacement) => (root(start, end).exact ? view.encode(start, end, replacement) : null),
  };
}

/** `encode` says how the view's syntax writes a text (quotes it, escapes it); the parent then writes that in its own. */
export function derive(parent: View, text: string, segments: readonly Segment[], encode: Encoder): View {
  const [only] = segments;
  return segments.length === 1 && only?.exact && only.to - only.from === text.length
    ? new Run(parent, text, only.from, encode)
    : new Derived(parent, text, segments, encode);
}

/** The characters [from, to) of the parent and no others. */
export function run(parent: View, from: number, to: number, encode: Encoder): View {
  return new Run(parent, parent.text.slice(from, to), from, encode);
}

/** Collects a derived text piece by piece while its parent is read from left to right. */
export function viewBuilder(parent: View) {
  const segments: Segment[] = [];
  let text = '';
  const push = (piece: string, from: number, to: number, exact: boolean) => {
    if (piece.length === 0) return;
    const last = segments.at(-1);
    const start = text.length;
    text += piece;
    if (exact && last?.exact && last.to === from)
      segments[segments.length - 1] = { start: last.start, end: text.length, from: last.from, to, exact: true };
    else segments.push({ start, end: text.length, from, to, exact });
  };
  return {
    /** Takes over the parent's characters [from, to). */
    copy(from: number, to: number) {
      push(parent.text.slice(from, to), from, to, true);
    },
    /** Writes `piece` for the parent's characters [from, to): an escape, a line fold. */
    put(piece: string, from: number, to: number) {
      push(piece, from, to, false);
    },
    get length() {
      return text.length;
    },
    build(encode: Encoder): View {
      // An array that grew holds room for more.
      return derive(parent, text, segments.slice(), encode);
    },
  };
}

export type ViewBuilder = ReturnType<typeof viewBuilder>;

/** What variables bring into what a derived text takes over from its parent. */
export function broughtThrough(
  parent: View,
  segments: readonly Segment[],
  start: number,
  end: number,
): readonly Brought[] {
  if (!parent.brought) return [];
  const { first, behind } = segmentsAt(segments, start, end);
  return segments.slice(first, behind).flatMap((segment) => {
    if (!segment.exact) return [];
    const moved = segment.start - segment.from;
    const from = Math.max(start, segment.start) - moved;
    return broughtInto(parent, from, Math.min(end, segment.end) - moved, moved);
  });
}

/** The segments that hold or touch the characters [start, end). */
export function segmentsAt(segments: readonly Segment[], start: number, end: number) {
  let first = segmentIndexAt(segments, Math.max(0, start - 1));
  while (first > 0 && (segments[first - 1]?.end ?? 0) >= start) first -= 1;
  let behind = first;
  while (behind < segments.length && (segments[behind]?.start ?? 0) <= end) behind += 1;
  return { first, behind };
}

export function hasHole(text: string): boolean {
  return text.includes(HOLE);
}

function parentRange(segments: readonly Segment[], start: number, end: number) {
  const index = segmentIndexAt(segments, start);
  const first = segments[index];
  if (!first) return { from: 0, to: 0, exact: false };
  const from = first.exact
    ? Math.min(first.from + (start - first.start), first.to)
    : start >= first.end
      ? first.to
      : first.from;
  if (end <= start) return { from, to: from, exact: first.exact };
  let exact = true;
  let to = from;
  for (let i = index; i < segments.length; i++) {
    const segment = segments[i];
    if (!segment || segment.start >= end) break;
    if (!segment.exact || (segment !== first && segment.from !== to)) exact = false;
    to = segment.exact ? segment.from + (Math.min(end, segment.end) - segment.start) : segment.to;
  }
  return { from, to: Math.max(from, to), exact };
}

/** The segment that holds the offset; the last one behind them all. */
export function segmentIndexAt(segments: readonly { readonly end: number }[], offset: number): number {
  let low = 0;
  let high = segments.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((segments[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
