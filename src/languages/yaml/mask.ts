/**
 * Templates of YAML as YAML: what an action prints becomes a hole or a known value, and a line that holds nothing but
 * actions becomes empty, so that both arms of every `if` stay in the text and block scalars keep their indentation. Every
 * `define` is a document of its own.
 */
import { hasTemplate, type TemplateAction, templateActions } from '../../text/mask.ts';
import type { Span } from '../../text/source.ts';
import { changed, HOLE, type RelatedSpan, type View, viewBuilder, withOrigins } from '../../text/view.ts';

export interface ResolvedAction {
  readonly text: string;
  /** Where the value is written. */
  readonly value: Span | undefined;
}

/** What an action prints, where that is known without rendering. */
export type ActionResolver = (body: string) => ResolvedAction | undefined;

/** As far as one looks back for what a line continues. */
const LONGEST_LINE = 1000;

interface Filled {
  readonly start: number;
  readonly end: number;
  readonly value: Span;
}

export function maskedYaml(view: View, resolve: ActionResolver = () => undefined): View {
  if (!hasTemplate(view.text)) return view;
  const { text } = view;
  const builder = viewBuilder(view);
  const filled: Filled[] = [];
  const actions = templateActions(text);
  const emptied = emptiedLines(text, actions);
  let from = 0;
  let continued: ContinuedLine | undefined;
  for (const [index, action] of actions.entries()) {
    const line = emptied.get(index);
    if (line) {
      if (line.start >= from) {
        builder.copy(from, line.start);
        continued = continuedLine(text, line, continued);
        if (continued) builder.put(`${continued.indent}\\`, line.start, line.end);
      }
      if (/^define\b/.test(action.body)) builder.put('---', line.start, line.end);
      from = Math.max(from, line.end);
      continue;
    }
    builder.copy(from, action.start);
    from = action.end;
    const start = builder.length;
    const resolved = action.kind === 'value' ? resolve(action.body) : undefined;
    builder.put(resolved?.text ?? replacementOf(action), action.start, action.end);
    if (resolved?.value) filled.push({ start, end: builder.length, value: resolved.value });
  }
  builder.copy(from, text.length);
  return withRelated(
    builder.build((replacement) => replacement),
    filled,
  );
}

interface ContinuedLine {
  readonly indent: string;
  readonly end: number;
}

/** Actions between the lines of a command that goes on with a backslash: an empty line would end it. */
function continuedLine(
  text: string,
  line: { readonly start: number; readonly end: number },
  before: ContinuedLine | undefined,
): ContinuedLine | undefined {
  if (before && /^\r?\n$/.test(text.slice(before.end, line.start))) return { indent: before.indent, end: line.end };
  const above = /(?:^|\n)([ \t]*)(?:[^ \t\n][^\n]*)?\\\r?\n$/.exec(
    text.slice(Math.max(0, line.start - LONGEST_LINE), line.start),
  );
  return above ? { indent: above[1] ?? '', end: line.end } : undefined;
}

/** Alternatives on one line are kept apart by a hole; what starts with a line break prints nothing on its own line. */
function replacementOf({ kind, body, start, end }: TemplateAction): string {
  if (kind === 'directive') return /^(?:else|elif)/.test(body) ? HOLE : '';
  return /\bnindent\b/.test(body) ? '' : HOLE.repeat(end - start);
}

/** For every action on a line that holds only actions and white space: that line, without its break. */
function emptiedLines(
  text: string,
  actions: readonly TemplateAction[],
): ReadonlyMap<number, { readonly start: number; readonly end: number }> {
  const lines = new Map<number, { start: number; end: number }>();
  for (let i = 0; i < actions.length; i++) {
    const first = actions[i];
    if (!first) break;
    const start = skipBack(text, first.start);
    if (start < 0) continue;
    let last = i;
    let end = skipForward(text, first.end);
    while (actions[last + 1]?.start === end) {
      last++;
      end = skipForward(text, actions[last]?.end ?? end);
    }
    const isLineEnd = end >= text.length || text[end] === '\n' || text[end] === '\r';
    for (let j = i; isLineEnd && j <= last; j++) lines.set(j, { start, end });
    i = last;
  }
  return lines;
}

/** The start of the line, or -1 when something else than white space stands before. */
function skipBack(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && (text[at - 1] === ' ' || text[at - 1] === '\t')) at--;
  return at === 0 || text[at - 1] === '\n' ? at : -1;
}

function skipForward(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && (text[at] === ' ' || text[at] === '\t')) at++;
  return at;
}

/** Texts that a value filled in name the place of the value too; what an action prints is not written back. */
function withRelated(view: View, filled: readonly Filled[]): View {
  return withOrigins(view, (origin, start, end) => {
    const values = filled.filter((one) => one.start < end && one.end > start);
    if (values.length === 0) return origin;
    const related = () => values.map(({ value }): RelatedSpan => ({ span: value, role: 'value' }));
    return changed(origin, { related: () => [...origin.related, ...related()] });
  });
}
