/** What a task calls, reads or copies: other tasks, roles, files of variables, scripts, templates. */
import { type Condition, within } from '../../model/condition.ts';
import type { Document, Token } from '../../model/document.ts';
import { fileTarget, type Link } from '../../model/link.ts';
import { spanOf } from '../../text/placed.ts';
import { spanText } from '../../text/source.ts';
import { HOLE } from '../../text/view.ts';
import { readTest } from '../conditions/expression.ts';
import { namesRuntime, valueBranches } from '../conditions/words.ts';
import { get, itemsOf, type YamlMap } from '../yaml/yaml.ts';
import type { Arguments } from './arguments.ts';
import { eitherOf } from './either.ts';
import { INCLUDES_ROLE } from './modules.ts';

interface Context {
  readonly document: Document;
  readonly conditions: readonly Condition[];
}

/**
 * The tasks of a role, wherever the repository keeps its roles: in front of a dot may be a collection, or a part of the
 * name. `from` is another file than `main.yml`.
 */
export function roleLinks(document: Document, at: Token, from = 'main'): readonly Link[] {
  const names = at.text.includes('.') ? [(name: string) => name, lastPart] : [lastPart];
  const file = from.replace(/\.ya?ml$/, '');
  return names.flatMap((nameOf) => chosen(at, (name) => call(document, `roles/${nameOf(name)}/tasks/${file}.yml`)));
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

/** `notify: restart docker`: the handlers that run when the task has changed something. */
export function notifiedBy(task: YamlMap, { document, conditions }: Context): readonly Link[] {
  const notify = get(task, 'notify');
  const names = notify?.kind === 'scalar' ? [notify] : itemsOf(notify);
  return names.flatMap((name): readonly Link[] =>
    name.kind === 'scalar' && name.text !== ''
      ? [{ from: document, kind: 'calls', to: { kind: 'handler', name: name.text }, conditions }]
      : [],
  );
}

function plainLinks(module: string, args: Arguments, document: Document): Link[] {
  if (INCLUDES_ROLE.test(module))
    return (args.get('name') ?? []).flatMap((at) => roleLinks(document, at, args.get('tasks_from')?.[0]?.text));
  const files = args.get('file') ?? args.get('') ?? [];
  if (/^(?:include_tasks|import_tasks|import_playbook|include)$/.test(module))
    return files.flatMap((at) => chosen(at, (path) => call(document, path)));
  if (module === 'include_vars')
    return files.flatMap((at) => chosen(at, (path) => call(document, path.includes('/') ? path : `vars/${path}`)));
  if (module === 'script')
    return (args.get('') ?? args.get('cmd') ?? []).map(({ text }) => call(document, text.split(/\s/)[0] ?? ''));
  if (!/^(?:copy|template|win_copy|win_template)$/.test(module)) return [];
  const targets = args.get('dest') ?? args.get('path') ?? [];
  const sources = args.get('src') ?? [];
  // A loop over pairs: `{ src: a.j2, dest: /etc/a }`.
  const targetOf = (i: number) => (targets.length === sources.length ? targets[i] : targets[0])?.text;
  return sources.flatMap((at, i) =>
    chosen(at, (path): Link => ({ from: document, to: fileTarget(path), kind: 'copies', target: targetOf(i) })),
  );
}

const ONE_VARIABLE = new RegExp(`^([^${HOLE}]*)${HOLE}+([^${HOLE}]*)$`);

/** The files that a name stands for, each where it is chosen. */
function chosen(at: Token, link: (text: string) => Link): readonly Link[] {
  const written = spanText(spanOf(at));
  return byTest(written, at, link) ?? [byValue(written, at, link)];
}

/** `{{ container_runtime }}.yml`, `install_{{ etcd_deployment_type }}.yml`: the file for Docker is read where that is chosen. */
function byValue(written: string, at: Token, link: (text: string) => Link): Link {
  const [, before, after] = ONE_VARIABLE.exec(at.text) ?? [];
  const of = /\{\{-?\s*([\w.]+)\s*-?\}\}/.exec(written)?.[1];
  if (before === undefined || of === undefined || !(namesRuntime(of) || NAMES_KIND.test(of))) return link(at.text);
  return { ...link(`${before}docker${after}`), conditions: valueBranches('docker', at, of).whenTrue };
}

const NAMES_KIND = /(?:^|_)(?:type|kind|mode|method|variant|flavou?r|driver)$/i;

/** `{{ 'a.toml' if containerd_version is version('2.0', '>=') else 'b.toml' }}`: one of both files. */
function byTest(written: string, at: Token, link: (text: string) => Link): readonly Link[] | undefined {
  const either = eitherOf(written);
  if (!either) return undefined;
  const { before, first, second, after } = either;
  const { whenTrue, whenFalse } = readTest(either.test, at);
  const under = (name: string, conditions: readonly Condition[]): Link => ({
    ...link(`${before}${name}${after}`),
    ...(conditions.length > 0 ? { conditions } : {}),
  });
  return [under(first, whenTrue), under(second, whenFalse)];
}
