/** A template that is not rendered, as text: simple values are filled in, everything else that prints becomes a hole. */
import type { Source } from '../../text/source.ts';
import { fileView, type View } from '../../text/view.ts';
import { maskedYaml, type ResolvedAction } from '../yaml/mask.ts';
import { at, parseYaml, type YamlNode, type YamlScalar } from '../yaml/yaml.ts';

/** Looks up `.Values.a.b` in the values of a chart. */
export interface ValueLookup {
  scalar(path: readonly string[]): YamlScalar | undefined;
  /** True where there is a list, which takes the place of any other. */
  hasList(path: readonly string[]): boolean;
}

/** The first file that has a value counts. */
export function valuesLookup(files: readonly Source[]): ValueLookup {
  const roots = files.flatMap((file) => rootOf(file) ?? []);
  return {
    scalar(path) {
      for (const root of roots) {
        const found = at(root, ...path);
        if (found?.kind === 'scalar') return found;
      }
      return undefined;
    },
    hasList: (path) => roots.some((root) => at(root, ...path)?.kind === 'list'),
  };
}

/** The first document of a file of a chart. */
export function rootOf(file: Source): YamlNode | undefined {
  return parseYaml(fileView(file), { path: file.path, templates: 'none' }).documents[0]?.root;
}

/** Both arms of every `if` stay in the text; simple values are filled in. */
export function maskedTemplate(source: Source, lookup: ValueLookup): View {
  return maskedYaml(fileView(source), (body) => resolve(body, lookup));
}

/** `.Values.a.b`, with `quote`, `default "x"` and the like behind it; no other expression. */
function resolve(body: string, lookup: ValueLookup): ResolvedAction | undefined {
  const [head = '', ...filters] = body.split('|').map((part) => part.trim());
  const path = /^\$?\.Values((?:\.\w+)+)$/.exec(head)?.[1];
  if (!path) return undefined;
  const scalar = lookup.scalar(path.slice(1).split('.'));
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
