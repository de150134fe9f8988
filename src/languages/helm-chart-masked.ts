/** A template that is not rendered, as text: simple values are filled in, everything else that prints becomes a hole. */
import { templateActions } from '../text/mask.ts';
import type { Source, Span } from '../text/source.ts';
import { fileView, HOLE, type Origin, type RelatedSpan, type View, viewBuilder } from '../text/view.ts';
import { at, parseYaml, type YamlNode, type YamlScalar } from './yaml.ts';

/** Looks up `.Values.a.b`; nothing for what is not a scalar of the chart's values. */
export type ValueLookup = (path: readonly string[]) => YamlScalar | undefined;

export function valuesLookup(files: readonly Source[]): ValueLookup {
  const roots = files.flatMap((file): YamlNode[] => {
    const { documents } = parseYaml(fileView(file), { path: file.path, templates: 'auto' });
    const root = documents[0]?.root;
    return root ? [root] : [];
  });
  return (path) => {
    for (const root of roots) {
      const found = at(root, ...path);
      if (found?.kind === 'scalar') return found;
    }
    return undefined;
  };
}

interface Filled {
  /** In the resulting text. */
  readonly start: number;
  readonly end: number;
  readonly value: Span | undefined;
}

/** Both arms of every `if` stay in the text; control directives are blank. */
export function maskedTemplate(source: Source, lookup: ValueLookup): View {
  const text = source.text;
  const builder = viewBuilder(fileView(source));
  const filled: Filled[] = [];
  let from = 0;
  for (const action of templateActions(text)) {
    builder.copy(from, action.start);
    from = action.end;
    const blank = action.kind === 'directive' || ownsItsLine(text, action.start, action.end);
    const resolved = blank ? undefined : resolve(action.body, lookup);
    const start = builder.length;
    if (blank) builder.put(text.slice(action.start, action.end).replace(/[^\r\n]/g, ' '), action.start, action.end);
    else builder.put(resolved?.text ?? HOLE.repeat(action.end - action.start), action.start, action.end);
    if (resolved) filled.push({ start, end: builder.length, value: resolved.value });
  }
  builder.copy(from, text.length);
  const view = builder.build((replacement) => replacement);
  const root = (start: number, end: number): Origin => {
    const origin = view.root(start, end);
    const related = relatedValues(filled, start, end);
    return related.length > 0 ? { ...origin, related: [...origin.related, ...related] } : origin;
  };
  return {
    text: view.text,
    root,
    encode: (start, end, replacement) => (view.root(start, end).exact ? view.encode(start, end, replacement) : null),
  };
}

function relatedValues(filled: readonly Filled[], start: number, end: number): RelatedSpan[] {
  return filled
    .filter((one) => one.start < end && one.end > start && one.value)
    .map((one) => ({ span: one.value as Span, message: 'the value comes from here' }));
}

function ownsItsLine(text: string, start: number, end: number): boolean {
  let before = start - 1;
  while (before >= 0 && (text[before] === ' ' || text[before] === '\t')) before--;
  let after = end;
  while (after < text.length && (text[after] === ' ' || text[after] === '\t' || text[after] === '\r')) after++;
  return (before < 0 || text[before] === '\n') && (after >= text.length || text[after] === '\n');
}

interface Resolved {
  readonly text: string;
  readonly value: Span | undefined;
}

/** `.Values.a.b`, with `quote`, `default "x"` and the like behind it; no other expression. */
function resolve(body: string, lookup: ValueLookup): Resolved | undefined {
  const [head = '', ...filters] = body.split('|').map((part) => part.trim());
  const path = /^\$?\.Values((?:\.\w+)+)$/.exec(head)?.[1];
  if (!path) return undefined;
  const scalar = lookup(path.slice(1).split('.'));
  let text = scalar?.text ?? '';
  let value = scalar && scalar.text !== '' ? scalar.view.root(0, scalar.text.length).span : undefined;
  for (const filter of filters) {
    const fallback = /^default "([^"\\]*)"$/.exec(filter)?.[1];
    if (fallback !== undefined) {
      if (text === '') value = undefined;
      text ||= fallback;
    } else if (filter === 'quote' || filter === 'squote') text = JSON.stringify(text);
    else if (!/^(?:toString|trim|int|toYaml)$/.test(filter)) return undefined;
  }
  return text === '' || text === '""' || text.includes('\n') ? undefined : { text, value };
}
