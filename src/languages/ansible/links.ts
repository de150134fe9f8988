/** What a task calls, reads or copies: other tasks, roles, files of variables, scripts, templates. */
import { type Condition, within } from '../../model/condition.ts';
import type { Document, Token } from '../../model/document.ts';
import { fileTarget, type Link } from '../../model/link.ts';
import { spanOf } from '../../text/placed.ts';
import { spanText } from '../../text/source.ts';
import { HOLE } from '../../text/view.ts';
import { namesRuntime, valueBranches } from '../conditions/words.ts';

type Arguments = ReadonlyMap<string, readonly Token[]>;

interface Context {
  readonly document: Document;
  readonly conditions: readonly Condition[];
}

/** The tasks of a role, wherever the repository keeps its roles: in front of a dot may be a collection, or a part of the name. */
export function roleLinks(document: Document, at: Token): readonly Link[] {
  const names = at.text.includes('.') ? [(name: string) => name, lastPart] : [lastPart];
  return names.map((nameOf) => chosen(at, (name) => call(document, `roles/${nameOf(name)}/tasks/main.yml`)));
}

function lastPart(name: string): string {
  return name.replace(/^.*\./, '');
}

function call(document: Document, path: string): Link {
  return { from: document, kind: 'calls', to: fileTarget(path) };
}

export function linksOf(module: string, args: Arguments, { document, conditions }: Context): Link[] {
  return plainLinks(module, args, document).map((link) => {
    const all = within(conditions, link.conditions ?? []);
    return all.length > 0 ? { ...link, conditions: all } : link;
  });
}

function plainLinks(module: string, args: Arguments, document: Document): Link[] {
  if (/^(?:include|import)_role$/.test(module))
    return (args.get('name') ?? []).flatMap((at) => roleLinks(document, at));
  const files = args.get('file') ?? args.get('') ?? [];
  if (/^(?:include_tasks|import_tasks|import_playbook|include)$/.test(module))
    return files.map((at) => chosen(at, (path) => call(document, path)));
  if (module === 'include_vars')
    return files.map((at) => chosen(at, (path) => call(document, path.includes('/') ? path : `vars/${path}`)));
  if (module === 'script')
    return (args.get('') ?? args.get('cmd') ?? []).map(({ text }) => call(document, text.split(/\s/)[0] ?? ''));
  if (!/^(?:copy|template|win_copy|win_template)$/.test(module)) return [];
  const target = (args.get('dest') ?? args.get('path'))?.[0]?.text;
  const sources = args.get('src') ?? [];
  return sources.map(({ text }) => ({ from: document, to: fileTarget(text), kind: 'copies', target }));
}

const ONE_VARIABLE = new RegExp(`^([^${HOLE}]*)${HOLE}+([^${HOLE}]*)$`);

/** `{{ container_runtime }}.yml`: the file for Docker is read where that is chosen. */
function chosen(at: Token, link: (text: string) => Link): Link {
  const [, before, after] = ONE_VARIABLE.exec(at.text) ?? [];
  const of = /\{\{-?\s*([\w.]+)\s*-?\}\}/.exec(spanText(spanOf(at)))?.[1];
  if (before === undefined || of === undefined || !namesRuntime(of)) return link(at.text);
  return { ...link(`${before}docker${after}`), conditions: valueBranches('docker', at, of).whenTrue };
}
