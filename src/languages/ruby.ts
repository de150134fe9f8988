/** Vagrantfiles and Chef recipes: the scripts that they hold, and what literal resources install, start and run. */
import { type Condition, within } from '../model/condition.ts';
import type { Document, Token } from '../model/document.ts';
import type { EnvFact, FlagFact } from '../model/fact.ts';
import { fileTarget, type Link } from '../model/link.ts';
import type { Reading } from '../model/project.ts';
import type { Site } from '../model/site.ts';
import { once } from '../text/once.ts';
import { baseName } from '../text/path.ts';
import { HOLE, slice, type View, viewBuilder } from '../text/view.ts';
import { rubyStretches } from './conditions/ruby.ts';
import { conditionsAt, underStretches } from './conditions/stretches.ts';
import { isRuntimeName, namesRuntime, valueBranches } from './conditions/words.ts';
import { createDocument, EMPTY_READING, type Embed, type Input } from './front-end.ts';
import { type CommandContext, commandAt, scriptFacts } from './shell/shell.ts';
import {
  envFact,
  flagFact,
  installFact,
  noteAt,
  packageAt,
  pathFacts,
  type ReadingBuilder,
  readingBuilder,
  token,
} from './text/facts.ts';
import { linesOf } from './text/lines.ts';
import { createMachines } from './vagrant.ts';

const PARTLY = 'Ruby is read for its literal scripts and resources; variables are not';
const SCRIPT = /\b(?:inline|script|shell|code|command|provision|bash|execute)\b/i;

export function readRuby(input: Input, embed: Embed): Reading {
  const builder = readingBuilder(createDocument(input, 'ruby'));
  const { text } = input.view;
  const machineOf = createMachines();
  const stretches = rubyStretches(input.view);
  let after = 0;
  for (const line of linesOf(text)) {
    if (line.start < after || /^\s*#/.test(text.slice(line.start, line.start + 200))) continue;
    const content = text.slice(line.start, Math.min(line.end, line.start + 2000));
    const site = machineOf(content);
    const heredoc = /<<[-~]?(["'`]?)([A-Za-z_]\w*)\1/.exec(content);
    if (heredoc)
      after = readHeredoc(input, embed, builder, { from: line.end + 1, before: content, name: heredoc[2] ?? '', site });
    else {
      const conditions = conditionsAt(stretches, input.view.root(line.start, line.start).span.start);
      const whole = withArguments(text, line.start, content);
      readLine(input, embed, builder, { start: line.start, line: whole, site, conditions });
    }
  }
  builder.note(noteAt(input, 'syntax', PARTLY, 0, 0));
  return underStretches(builder.build(), input.path, stretches);
}

/** The line, and those that go on with its arguments. */
function withArguments(text: string, start: number, line: string): string {
  if (!line.trimEnd().endsWith(',') || !/\bprovision\b/.test(line)) return line;
  const rest = /^(?:[^\n]{0,300},[ \t]*\n){0,8}[^\n]{0,300}/.exec(text.slice(start, start + 3000))?.[0];
  return rest ?? line;
}

interface Heredoc {
  readonly from: number;
  readonly before: string;
  readonly name: string;
  readonly site: Site | undefined;
}

/** The offset behind the text. */
function readHeredoc(
  input: Input,
  embed: Embed,
  builder: ReadingBuilder,
  { from, before, name, site }: Heredoc,
): number {
  const { text } = input.view;
  for (const line of linesOf(text, from)) {
    if (text.slice(line.start, line.end).trim() !== name) continue;
    const view = withHoles(slice(input.view, from, line.start));
    const target = /\b(?:file|template)\s+["']([^"']+)/.exec(text.slice(Math.max(0, from - 600), from))?.[1];
    const isScript = SCRIPT.test(before) || /^(?:SHELL|SCRIPT|BASH|SH)$/i.test(name);
    builder.add(
      embed({
        view,
        path: input.path,
        label: `${name} in ${input.label}`,
        parent: builder.document,
        object: input.object,
        target: isScript ? undefined : target,
        language: isScript ? 'shell' : undefined,
        depth: input.depth + 1,
        site,
      }),
    );
    return line.end;
  }
  return text.length;
}

/** `#{…}` is not known here. */
function withHoles(view: View): View {
  if (!view.text.includes('#{')) return view;
  const builder = viewBuilder(view);
  let from = 0;
  for (const match of view.text.matchAll(/#\{[^}\n]{0,500}\}/g)) {
    builder.copy(from, match.index);
    builder.put(HOLE.repeat(match[0].length), match.index, match.index + match[0].length);
    from = match.index + match[0].length;
  }
  builder.copy(from, view.text.length);
  return builder.build((replacement) => replacement);
}

interface Line {
  readonly start: number;
  readonly line: string;
  readonly site: Site | undefined;
  /** What has to hold where it stands. */
  readonly conditions: readonly Condition[];
}

function readLine(input: Input, embed: Embed, builder: ReadingBuilder, { start, line, site, conditions }: Line): void {
  const { document } = builder;
  const context = { document, depth: input.depth, embed, site };
  const literal = (match: RegExpExecArray | null) => {
    const range = match?.indices?.[1];
    return range && token(input.view, start + range[0], start + range[1]);
  };
  const script =
    literal(/(?:\binline:|:inline\s*=>|^\s*\w+\.inline\s*=)\s*["']([^"']+)["']/d.exec(line)) ??
    literal(/^\s*(?:command|code|execute|bash)\s+["']([^"']+)["']/d.exec(line));
  if (script) builder.add(scriptFacts(withHoles(slice(script.view, script.start, script.end)), context));
  builder.add(kubeletLine(input.view, start, line, context));
  const called = CALLED.exec(line);
  if (called?.[1]) {
    const chosen = chosenFile(
      called[1],
      token(input.view, start + called.index, start + called.index + called[0].length),
    );
    const all = within(chosen.conditions, conditions);
    const to = fileTarget(chosen.path);
    builder.link({ from: document, site, to, kind: 'calls', ...(all.length > 0 ? { conditions: all } : {}) });
  }
  const engine = literal(/\.provision\s*(?:\(\s*)?[:"'](docker)\b/d.exec(line));
  if (engine) builder.fact({ ...installFact(builder.document, engine, 'ruby'), site });
  const isRemoved = takesAway(blockAt(input.view.text, start));
  for (const name of packagesOf(input.view, start, line))
    builder.fact(packageAt(builder.document, name, isRemoved ? 'remove' : 'install', 'ruby'));
  const service = literal(/^\s*service\s+["']([\w.@-]+)["']/d.exec(line));
  if (service && !isRemoved) {
    builder.add(commandAt(service, ['systemctl', 'start', service], context));
  }
  const resource = isRemoved ? null : DOCKER_RESOURCE.exec(line);
  const title = literal(resource);
  if (resource && title) builder.add(dockerResource(builder, kindOfResource(line), title, context));
  builder.fact(...kubeletAttribute(builder, input.view, start, line));
  builder.fact(...defaultAttribute(builder, input.view, start, line), ...chosenValue(builder, input.view, start, line));
  const path = literal(/^\s*(?:file|template|cookbook_file|directory)\s+["'](\/[^"']+)["']/d.exec(line));
  if (path) builder.add(writtenFile(document, path, line, conditions));
}

function writtenFile(document: Document, path: Token, line: string, conditions: readonly Condition[]): Reading {
  const block = blockAt(path.view.text, path.start);
  if (takesAway(block)) return EMPTY_READING;
  const copied = copiedFile(document.path, line, path.text, block);
  const under = conditions.length > 0 ? { conditions } : {};
  const links: readonly Link[] =
    copied === undefined
      ? []
      : [{ from: document, kind: 'copies', to: fileTarget(copied), target: path.text, ...under }];
  return { ...EMPTY_READING, facts: pathFacts(document, path, 'write'), links };
}

/** `template '/etc/app.conf' do source 'app.erb'`: the file of the cookbook, which is called like the path where nothing is said. */
function copiedFile(recipe: string, line: string, path: string, block: string): string | undefined {
  const kind = /^\s*(template|cookbook_file)\s/.exec(line)?.[1];
  const cookbook = /^(?:.*\/)?(?=(?:recipes|resources|providers|libraries)\/[^/]+$)/s.exec(recipe)?.[0];
  if (kind === undefined || cookbook === undefined) return undefined;
  const isTemplate = kind === 'template';
  const source =
    /^[ \t]*source[ \t(]+["']([^"'\n]{1,200})["']/m.exec(block)?.[1] ?? `${baseName(path)}${isTemplate ? '.erb' : ''}`;
  return source.includes('#{') ? undefined : `${cookbook}${isTemplate ? 'templates' : 'files'}/default/${source}`;
}

const LONGEST_COMMAND = 6000;

/** `["/usr/bin/kubelet", "--network-plugin=cni", …].join(' ')`: the command line of a unit that a recipe writes. */
function kubeletLine(view: View, start: number, line: string, context: CommandContext): Reading {
  const first = KUBELET_WORD.exec(line);
  if (!first) return EMPTY_READING;
  const from = start + first.index + first[0].length;
  const words = withHoles(slice(view, from, Math.min(view.text.length, from + LONGEST_COMMAND)));
  const list = words.text.split(']', 1)[0] ?? '';
  const tokens = [...list.matchAll(/^[ \t]*#[^\n]*|(["'])((?:(?!\1)[^\n])*)\1/gm)].flatMap((match): Token[] => {
    const [whole, quote, text = ''] = match;
    const at = match.index + whole.length - text.length - 1;
    return quote === undefined ? [] : [token(words, at, at + text.length)];
  });
  const [program, ...rest] = tokens;
  if (!program) return EMPTY_READING;
  const called = program.text.startsWith('-') ? ['kubelet', ...rest.filter(({ text }) => text !== '--')] : tokens;
  return commandAt(program, called, context);
}

/** The first word of the list, or the one with which `rkt run` is told what to start: `--exec=/kubelet`, behind which the words are its own. */
const KUBELET_WORD = /(?:^|\[)\s*(?=["'](?:--exec=)?(?:\/[\w./-]{0,200})?\bkubelet(?:-wrapper)?["']\s*,)/;

/** What the cookbook `docker` brings: `docker_service 'default' do`. */
const DOCKER_RESOURCE =
  /^\s*docker_(?:service|service_manager_\w{1,40}|installation\w{0,40}|container|image)\s*(?:\(\s*)?["']([^"'\n]{1,200})["']/d;

function kindOfResource(line: string): string {
  return /^\s*docker_([a-z]{1,40})/.exec(line)?.[1] ?? '';
}

/** An engine that is installed and started, or the command that a container or an image stands for. */
function dockerResource(builder: ReadingBuilder, kind: string, title: Token, context: CommandContext): Reading {
  const actions = actionsIn(blockAt(title.view.text, title.start));
  if (/^service/.test(kind) && actions.some((action) => /^(?:start|restart|enable)$/.test(action)))
    return commandAt(title, ['systemctl', 'start', 'docker'], context);
  if (kind === 'image') return commandAt(title, ['docker', 'pull', imageOf(title, title.text) ?? title], context);
  if (kind === 'container')
    return commandAt(title, ['docker', 'run', '-d', '--name', title, imageOf(title) ?? HOLE], context);
  return { ...EMPTY_READING, facts: [installFact(builder.document, { ...title, text: 'docker' }, 'ruby')] };
}

/** `repo 'acme/web'` and `tag '1.2'` of the resource. */
function imageOf({ view, start }: Token, otherwise?: string): string | undefined {
  const block = blockAt(view.text, start);
  const written = (name: string) =>
    new RegExp(`^[ \\t]{0,40}${name}[ \\t]{1,40}["']([^"'\\n#]{1,200})["']`, 'm').exec(block)?.[1];
  const repository = written('repo') ?? otherwise;
  const tag = written('tag');
  return repository === undefined ? undefined : tag === undefined ? repository : `${repository}:${tag}`;
}

/** `ENGINE = 'containerd'` of a file that takes its branches by it: `case ENGINE`. */
function chosenValue({ document }: ReadingBuilder, view: View, start: number, line: string): EnvFact[] {
  const [name, value] = /^\s*\$?([A-Za-z_]\w{0,60})\s*=\s*["']([\w.-]{1,40})["']/d.exec(line)?.indices?.slice(1) ?? [];
  if (!name || !value || !isRuntimeName(line.slice(...value))) return [];
  const at = ([from, to]: readonly [number, number]) => token(view, start + from, start + to);
  return namesAsked(view).has(line.slice(...name)) ? [envFact(document, at(name), at(value))] : [];
}

/** The variables by which the file takes a branch. */
const namesAsked = once(
  ({ text }: View): ReadonlySet<string> =>
    new Set([...text.matchAll(/^[ \t]*case\s+\$?(\w+)\b/gm)].map(([, name = '']) => name)),
);

/** The script of a provisioner: `provision "shell", path: "run.sh"`, `s.path = "run.sh"`. */
const CALLED =
  /(?:\bprovision\b[\s\S]{0,1000}(?:\bpath:|:path\s*=>)|^\s*\w+\.path\s*=)\s*["'](?:#\{[^}\n]{1,100}\}\/)?([^"'\n]+)["']/;

/** `provision-#{$runtime}.sh`: the file for Docker is run where that is chosen. */
function chosenFile(path: string, at: Token): { readonly path: string; readonly conditions: readonly Condition[] } {
  const [hole, of] = /#\{[$@]{0,2}(\w{1,60})\}/.exec(path) ?? [];
  if (hole === undefined || of === undefined || !namesRuntime(of)) return { path, conditions: [] };
  return { path: path.replace(hole, 'docker'), conditions: valueBranches('docker', at, of).whenTrue };
}

/** `default['kubelet']['daemon_flags']['network_plugin'] = 'cni'`: a flag, of which a recipe makes the command line. */
function kubeletAttribute({ document }: ReadingBuilder, view: View, start: number, line: string): FlagFact[] {
  const found = ATTRIBUTE.exec(line);
  const [name, value] = found?.indices?.slice(2, 4) ?? [];
  if (!found || !name || !/\bkubelet\b/.test(found[1] ?? '')) return [];
  const at = ([from, to]: readonly [number, number]) => token(view, start + from, start + to);
  const flag = { program: 'kubelet', name: (found[2] ?? '').replaceAll('_', '-'), at: at(name) };
  return [flagFact(document, { ...flag, value: value && at(value) }, 'map')];
}

/** The keys up to one that holds flags, the flag, and the value where it is written out; `nil` takes a flag away. */
const ATTRIBUTE =
  /^\s*(?:node\.)?(?:default|override|normal|force_default|force_override)((?:\[["':][\w.-]{1,60}["']?\]){0,6}\[["':]\w{0,40}(?:flags|args|arguments|opts|options)["']?\])\[["':]([\w-]{1,60})["']?\]\s*=(?!\s*nil\b)\s*(?:["']([^"'#\n]{0,200})["']\s*(?:#.*)?$)?/d;

/** `default['kubernetes']['container_runtime'] = 'docker'` of a cookbook, where it chooses the container runtime. */
function defaultAttribute({ document }: ReadingBuilder, view: View, start: number, line: string): EnvFact[] {
  const [name, value] =
    /^\s*(?:default|node\.default)(?:\[["']?:?[\w.-]+["']?\])*\[["']?:?([\w-]+)["']?\]\s*=\s*["']([\w.-]+)["']/d
      .exec(line)
      ?.indices?.slice(1) ?? [];
  const at = ([from, to]: readonly [number, number]) => token(view, start + from, start + to);
  return name && value && namesRuntime(line.slice(...name)) ? [envFact(document, at(name), at(value))] : [];
}

/** The lines of a resource up to its `end`, or what stands in its braces. */
function blockAt(text: string, start: number): string {
  const block = text.slice(start, start + LONGEST_BLOCK);
  const head = HEAD.exec(block)?.[0];
  if (head === undefined) return '';
  const end = (head.endsWith('{') ? /\}/ : /^[ \t]*end\b|[ \t;]end[ \t]*$/m).exec(block.slice(head.length))?.index;
  return end === undefined && head.endsWith('{') ? '' : block.slice(0, head.length + (end ?? 0));
}

const LONGEST_BLOCK = 1000;

/** `package %w[a b] do`, whose list may go over several lines. */
const HEAD =
  /^(?:[^\n[({]|#\{[^}\n]{0,100}\}|\[[^\]]{0,600}\]|\([^)]{0,600}\)){0,400}?(?:\bdo\b(?=\s)|(?<=[)"'\]][ \t]{0,9})\{)/;

const ACTIONS =
  /(?<![\w:])action[ \t(]+(?::(?<one>\w+)|%[iwIW](?:\[(?<square>[^\]]*)\]|\((?<round>[^)]*)\)|\{(?<curly>[^}]*)\}|<(?<angle>[^>]*)>|\|(?<bar>[^|]*)\|)|\[(?<list>[^\]]*)\]|["'](?<text>\w+)["'])/g;

/** `action :stop`, `action [:stop, :disable]`, `action %i[stop disable]`, `action %w(stop disable)` */
function actionsIn(block: string): readonly string[] {
  return [...block.matchAll(ACTIONS)].flatMap(({ groups = {} }) =>
    Object.values(groups).flatMap((written?: string) => written?.match(/\w+/g) ?? []),
  );
}

/** Whether the resource does nothing but remove or stop what it names. */
function takesAway(block: string): boolean {
  const actions = actionsIn(block);
  return actions.length > 0 && actions.every((action) => TAKES_AWAY.test(action));
}

const TAKES_AWAY = /^(?:remove|purge|delete|stop|disable|mask)$/;

/** `package 'a'`, `package_name ['a', 'b']`, and `%w(a b).each do |name|` where a package of that name follows. */
function packagesOf(view: View, start: number, line: string): Token[] {
  const named = /^\s*(?:(?:apt_|yum_|dnf_)?package|package_name)\b\s*(?:\(\s*)?(?=["'[%])/.exec(line);
  if (named) {
    const isRenamed = !/_name\b/.test(named[0]) && /^[ \t]*package_name\b/m.test(blockAt(view.text, start));
    return isRenamed ? [] : wordsIn(view, start + named[0].length);
  }
  const each = /^\s*((?:%w|\[)[^|\n]{1,1000}?)\.each\s+(?:do|\{)\s*\|\s*(\w+)\s*\|/.exec(line);
  if (!each) return [];
  const body = view.text.slice(start + each[0].length, start + each[0].length + LONGEST_LIST);
  const installs = new RegExp(`^\\s*(?:apt_|yum_|dnf_)?package\\s*\\(?\\s*${each[2]}\\b`, 'm').test(body);
  return installs ? wordsIn(view, start + line.search(/\S/)) : [];
}

const LONGEST_LIST = 1000;

/** The names in `'a'`, `%w(a b)` and `['a', 'b']`, which may go over several lines. */
function wordsIn(view: View, from: number): Token[] {
  const text = view.text.slice(from, from + LONGEST_LIST);
  const list = /^(?:%w)?[[({][^\])}]*/.exec(text)?.[0] ?? /^(["'])[^"'\n]*\1/.exec(text)?.[0] ?? '';
  const words = list.startsWith('%w') ? /[\w.+@-]+/g : /(?<=["'])[a-z][\w.+@-]*(?=["'])/g;
  const prefix = list.startsWith('%w') ? 2 : 0;
  return [...list.slice(prefix).matchAll(words)].map((match) =>
    token(view, from + prefix + match.index, from + prefix + match.index + match[0].length),
  );
}
