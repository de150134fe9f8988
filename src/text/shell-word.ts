/** The text of a shell word as a view: quotes and escapes are gone, variables are filled in, every run keeps its place. */
import type { PlacedText } from './placed.ts';
import {
  type Brought,
  broughtInto,
  broughtThrough,
  changed,
  derive,
  type Origin,
  type RelatedSpan,
  type Segment,
  segmentIndexAt,
  segmentsAt,
  type View,
} from './view.ts';

interface Definition {
  readonly name: string;
  readonly at: PlacedText;
  /** Where the piece begins in that text, when it is one of the words that the text is split into. */
  readonly offset?: number;
}

export interface WordPiece {
  readonly text: string;
  /** The characters of the parent that the piece stands for. */
  readonly from: number;
  readonly to: number;
  /** How it is written there; `variable` pieces come from elsewhere and cannot be edited in place. */
  readonly quote: 'none' | 'single' | 'double' | 'document' | 'ansi' | 'variable';
  /** The variable's name and the text that it was set to. */
  readonly definition?: Definition | undefined;
  readonly reference?: Reference | undefined;
}

/** Of a `variable`: all of it, where the piece is a default in it. */
export interface Reference {
  readonly from: number;
  readonly to: number;
  /** Whether it stands in double quotes. */
  readonly quoted: boolean;
  /** Whether it brings more than one field. */
  readonly several: boolean;
}

/** The characters that a word is made of; `whole` unless the word gives several fields. */
export interface WordRange {
  readonly start: number;
  readonly end: number;
  readonly whole: boolean;
}

/** An empty word stands at the start of its range. */
export function wordToken(parent: View, pieces: readonly WordPiece[], range: WordRange): PlacedText {
  const [first] = pieces;
  if (!first) return { text: '', view: parent, start: range.start, end: range.start };
  const isAll = !range.whole || (first.from === range.start && first.to === range.end);
  if (pieces.length === 1 && first.quote === 'none' && isAll && isExact(parent, first)) {
    // What a variable of the script around this one brings is not in its quotes here.
    if (broughtInto(parent, first.from, first.to).length === 0)
      return { text: first.text, view: parent, start: first.from, end: first.to };
  }
  const view = wordView(parent, pieces, range);
  return { text: view.text, view, start: 0, end: view.text.length };
}

/** The pieces one after the other as one text. */
export function wordView(parent: View, pieces: readonly WordPiece[], range: WordRange): View {
  // An array that grew holds room for more.
  return new WordView(parent, pieces.slice(), range);
}

/** No script hands a text on through more variables; `A="$A …"` a thousand times would be followed back a thousand times for each word. */
const MOST_HANDED = 16;
let handed = 0;

function behindVariable<T>(follow: () => T): T {
  handed += 1;
  try {
    return follow();
  } finally {
    handed -= 1;
  }
}

class WordView implements View {
  readonly text: string;
  readonly #parent: View;
  readonly #pieces: readonly WordPiece[];
  readonly #range: WordRange;
  /** Worked out when somebody asks where a character comes from: of most words nobody does. */
  #segments: readonly Segment[] | undefined = undefined;

  constructor(parent: View, pieces: readonly WordPiece[], range: WordRange) {
    this.text = pieces.map(({ text }) => text).join('');
    this.#parent = parent;
    this.#pieces = pieces;
    this.#range = range;
  }

  root(start: number, end: number): Origin {
    const segments = this.#runs();
    const origin = derive(this.#parent, this.text, segments, () => null).root(start, end);
    if (start >= end || handed >= MOST_HANDED) return origin;
    const first = segmentIndexAt(segments, start);
    const pieces = this.#pieces.slice(first, segmentIndexAt(segments, end - 1) + 1);
    const definitions = pieces.flatMap(({ definition }) => definition ?? []);
    if (definitions.length === 0) return origin;
    const written = behindVariable(() => writtenAt(pieces, start - (segments[first]?.start ?? 0), end - start));
    if (written && written.span.source === origin.span.source) return whereWritten(written, origin);
    return changed(origin, { related: () => [...origin.related, ...definitions.map(assignmentOf)] });
  }

  encode(start: number, end: number, replacement: string): string | null {
    const segments = this.#runs();
    const index = segments.findIndex((segment) => start >= segment.start && end <= segment.end);
    const piece = this.#pieces[index];
    const segment = segments[index];
    if (!piece || !segment || !(segment.exact || (start === segment.start && end === segment.end))) return null;
    const written = quoteText(replacement, piece.quote);
    if (written === null) return null;
    if (!segment.exact) return this.#parent.encode(segment.from, segment.to, written);
    const offset = segment.from - segment.start;
    return this.#parent.encode(start + offset, end + offset, written);
  }

  brought(start: number, end: number): readonly Brought[] {
    const segments = this.#runs();
    const { first, behind } = segmentsAt(segments, start, end);
    const own = this.#pieces.slice(first, behind).flatMap((piece, i): Brought[] => {
      const segment = segments[first + i];
      if (!segment || piece.quote !== 'variable' || segment.end < start) return [];
      return this.#broughtBy(piece, segment, Math.max(start, segment.start), Math.min(end, segment.end));
    });
    const written = broughtThrough(this.#parent, segments, start, end).map((one) => ({
      ...one,
      quoted: this.#pieces[segmentIndexAt(segments, one.start)]?.quote === 'double',
    }));
    const empty = this.#empty(start, end, first, behind);
    return joinedDefaults([...own, ...written, ...empty].sort((a, b) => a.start - b.start));
  }

  #broughtBy({ definition, reference, from, to }: WordPiece, segment: Segment, start: number, end: number): Brought[] {
    const isEmpty = start === end;
    if (isEmpty && segment.start < segment.end) return [];
    const offset =
      definition && (definition.offset ?? definition.at.text.indexOf(this.text.slice(segment.start, segment.end)));
    const at =
      definition && offset !== undefined && offset >= 0
        ? { view: definition.at.view, start: definition.at.start + offset + start - segment.start }
        : undefined;
    return [
      {
        start,
        end,
        use: this.#parent.root(reference?.from ?? from, reference?.to ?? to).span,
        quoted: reference?.quoted ?? false,
        isPart: reference?.several === true || start > segment.start || end < segment.end,
        definition: at && { ...at, end: at.start + end - start },
      },
    ];
  }

  /** `${TAG}` of which nothing is left: in front of the pieces [first, behind), between them and behind the last. */
  #empty(start: number, end: number, first: number, behind: number): Brought[] {
    if (!this.#range.whole) return [];
    const segments = this.#runs();
    const gaps = Array.from({ length: behind - first + 1 }, (_, i) => first + i);
    return gaps.flatMap((i) => {
      const at = i === 0 ? 0 : (segments[i - 1]?.end ?? 0);
      const from = i === 0 ? this.#range.start : this.#to(i - 1);
      const to = i < segments.length ? this.#from(i) : this.#range.end;
      if (at < start || at > end || from >= to) return [];
      const gap = this.#parent.text.slice(from, Math.min(to, from + LONGEST_GAP));
      const reference = /\$\{[^\n]*\}|\$\w+/.exec(gap);
      if (!reference) return [];
      const use = this.#parent.root(from + reference.index, from + reference.index + reference[0].length).span;
      return [{ start: at, end: at, use, quoted: gap.includes('"'), isPart: false, definition: undefined }];
    });
  }

  #from(i: number): number {
    const piece = this.#pieces[i];
    return piece?.reference?.from ?? piece?.from ?? 0;
  }

  #to(i: number): number {
    const piece = this.#pieces[i];
    return piece?.reference?.to ?? piece?.to ?? 0;
  }

  #runs(): readonly Segment[] {
    this.#segments ??= segmentsOf(this.#parent, this.#pieces);
    return this.#segments;
  }
}

const LONGEST_GAP = 300;

/** The pieces of one default are one thing that its reference brings. */
function joinedDefaults(all: readonly Brought[]): readonly Brought[] {
  const joined: Brought[] = [];
  for (const one of all) {
    const last = joined.at(-1);
    const isSame = last?.use.source === one.use.source && last.use.start === one.use.start && last.end === one.start;
    if (!last || !isSame) joined.push(one);
    else
      joined[joined.length - 1] = { ...last, end: one.end, isPart: last.isPart || one.isPart, definition: undefined };
  }
  return joined;
}

function segmentsOf(parent: View, pieces: readonly WordPiece[]): readonly Segment[] {
  let start = 0;
  return pieces.map((piece) => {
    const segment = { start, end: start + piece.text.length, from: piece.from, to: piece.to };
    start = segment.end;
    return { ...segment, exact: isExact(parent, piece) };
  });
}

/** How a shell word says `text` inside such quotes, or null when it cannot. */
function quoteText(text: string, quote: WordPiece['quote']): string | null {
  switch (quote) {
    case 'none':
      return /^[\w@%+=:,./-]*$/.test(text) ? text : null;
    case 'single':
      return text.includes("'") ? null : text;
    case 'double':
      return text.includes('!') ? null : text.replace(/[\\"$`]/g, '\\$&');
    case 'document':
      return text.replace(/[\\$`]/g, '\\$&');
    case 'ansi':
      return text.replace(/[\\']/g, '\\$&').replaceAll('\n', '\\n');
    case 'variable':
      return null;
  }
}

function isExact(parent: View, piece: WordPiece): boolean {
  if (piece.quote === 'variable' || piece.to - piece.from !== piece.text.length) return false;
  return parent.text.startsWith(piece.text, piece.from);
}

/** The place of a text that a single variable brings as a whole, unless the variable's name says the same: `$DOCKER`. */
function writtenAt([piece, ...others]: readonly WordPiece[], inside: number, length: number): Origin | undefined {
  if (!piece?.definition || others.length > 0) return undefined;
  const { name, at } = piece.definition;
  const offset = piece.definition.offset ?? at.text.indexOf(piece.text);
  if (offset < 0 || name.toLowerCase().includes(piece.text.slice(0, 200).toLowerCase())) return undefined;
  const from = at.start + offset + inside;
  return at.view.root(from, from + length);
}

/**
 * People edit the place where a text is written; where it is used, it cannot be changed. Of a text that helpers hand
 * on and on, the first use and the last are shown.
 */
function whereWritten(written: Origin, use: Origin): Origin {
  return {
    span: written.span,
    exact: false,
    get related() {
      const { related } = written;
      const last = related.findLastIndex(({ role }) => role === 'use');
      const first = related.findIndex(({ role }) => role === 'use');
      const kept = last > first ? related.toSpliced(last, 1) : related;
      return [...kept, { span: use.span, role: 'use' as const }];
    },
    get activation() {
      return use.activation;
    },
  };
}

function assignmentOf({ name, at: { view, start, end } }: Definition): RelatedSpan {
  return { span: view.root(start, end).span, role: 'assignment', variable: name };
}
