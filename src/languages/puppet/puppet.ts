/** Puppet manifests: what resources with literal titles and attributes install, start, write and run. */
import type { Document, Token } from '../../model/document.ts';
import type { EnvFact, PackageFact, SettingFact } from '../../model/fact.ts';
import { fileTarget, type Link } from '../../model/link.ts';
import type { Reading } from '../../model/project.ts';
import { once } from '../../text/once.ts';
import { spanOf } from '../../text/placed.ts';
import { HOLE, slice } from '../../text/view.ts';
import { puppetStretches } from '../conditions/puppet.ts';
import { conditionsAt, linksUnder, underStretches } from '../conditions/stretches.ts';
import { namesRuntime } from '../conditions/words.ts';
import { createDocument, EMPTY_READING, type Embed, type Input } from '../front-end.ts';
import { type CommandContext, commandAt, scriptFacts } from '../shell/shell.ts';
import {
  envFact,
  installFact,
  noteAt,
  packageAt,
  pathFacts,
  type ReadingBuilder,
  readingBuilder,
  settingFact,
  token,
} from '../text/facts.ts';
import { fileLinks, pathOfUnit, writesUnit, writtenText } from './files.ts';
import { puppetLists } from './lists.ts';
import { type PuppetResource, scanPuppet } from './scan.ts';

const PARTLY = 'Puppet is read for the literal titles and attributes of its resources; variables are not';

/** `String $container_runtime = 'docker',` */
const DEFAULT = /\$(\w{1,80})\s*=\s*(["'])([\w.-]{1,60})\2/dg;

/** The defaults of parameters that choose the container runtime. */
function defaultsOf(document: Document): readonly EnvFact[] {
  return [...document.view.text.matchAll(DEFAULT)].flatMap(({ 1: name = '', indices }) => {
    const [from, to] = [indices?.[1], indices?.[3]];
    if (!from || !to || !namesRuntime(name)) return [];
    return [envFact(document, token(document.view, ...from), token(document.view, ...to))];
  });
}

export function readPuppet(input: Input, embed: Embed): Reading {
  const builder = readingBuilder(createDocument(input, 'puppet'));
  const stretches = puppetStretches(input.view);
  const underCases = (reading: Reading, at: Token | undefined): Reading =>
    linksUnder(reading, at ? conditionsAt(stretches, spanOf(at).start) : []);
  const lists = puppetLists(input.view);
  for (const resource of scanPuppet(input.view)) {
    const own = readingBuilder(builder.document);
    readResource(input, embed, own, { ...resource, titles: withLists(resource.titles, lists) });
    const reading = own.build();
    const documents = reading.documents.filter((document) => document !== builder.document);
    builder.add(underCases({ ...reading, documents }, resource.titles[0]));
  }
  builder.fact(...defaultsOf(builder.document));
  for (const [reading, at] of includedIn(builder.document)) builder.add(underCases(reading, at));
  builder.note(noteAt(input, 'syntax', PARTLY, 0, 0));
  return underStretches(builder.build(), input.path, stretches);
}

/** `package { $packages: }`: the texts that stand in the variable. */
function withLists(titles: readonly Token[], lists: ReadonlyMap<string, readonly Token[]>): readonly Token[] {
  return titles.flatMap((title) => (isLiteral(title) ? title : (lists.get(title.text) ?? title)));
}

function readResource(input: Input, embed: Embed, builder: ReadingBuilder, resource: PuppetResource): void {
  const { document } = builder;
  const { type, titles, attributes } = resource;
  const of = (name: string) => attributes.get(name) ?? [];
  const context = { document, depth: input.depth, embed };
  const isAbsent = of('ensure').some(({ text }) => /^(?:absent|purged|stopped|unmounted)$/.test(text));
  const script = (at: Token) => builder.add(scriptFacts(slice(at.view, at.start, at.end), context));
  const names = of('name').length > 0 ? of('name') : titles;
  switch (type) {
    case 'package':
      builder.fact(...names.map((name) => packageAt(document, name, isAbsent ? 'remove' : 'install', 'puppet')));
      return;
    case 'class':
      for (const name of titles) {
        builder.link({
          from: document,
          kind: 'calls',
          to: fileTarget(manifestOf(name.text.replace(/^::/, ''), document)),
        });
        builder.fact(...moduleFacts(document, name), ...parametersOf(document, name, of('container_runtime')));
      }
      return;
    case 'service':
      for (const name of names) {
        if (!isAbsent) builder.add(commandAt(name, ['systemctl', 'start', name], context));
      }
      return;
    case 'docker::run':
    case 'docker::image':
      if (!isAbsent) for (const title of titles) builder.add(dockerReading(type, title, of, context));
      return;
    case 'exec':
      for (const command of of('command').length > 0 ? of('command') : titles) script(command);
      return;
    case 'cron':
      if (!isAbsent) for (const command of of('command')) script(command);
      return;
    case 'file':
    case 'file_line':
    case 'mount':
      if (!isAbsent) readFile(input, embed, builder, resource);
      return;
  }
  if (writesUnit(type) && !isAbsent) readUnit(input, embed, builder, resource);
}

function readFile(
  input: Input,
  embed: Embed,
  builder: ReadingBuilder,
  { type, titles, attributes }: PuppetResource,
): void {
  const { document } = builder;
  const paths = attributes.get('path') ?? titles;
  for (const path of paths) builder.fact(...pathFacts(document, path, type === 'mount' ? 'read' : 'write'));
  const [path] = paths;
  if (path) readWritten(input, embed, builder, { attributes, target: path.text });
}

/** The module puts the unit into its folder. */
function readUnit(
  input: Input,
  embed: Embed,
  builder: ReadingBuilder,
  { type, titles, attributes }: PuppetResource,
): void {
  const [title] = titles;
  if (title) readWritten(input, embed, builder, { attributes, target: pathOfUnit(type, title.text, attributes) });
}

function readWritten(
  input: Input,
  embed: Embed,
  builder: ReadingBuilder,
  { attributes, target }: { readonly attributes: PuppetResource['attributes']; readonly target: string },
): void {
  const { document } = builder;
  for (const link of fileLinks(document, attributes, target)) builder.link(link);
  const content = writtenText(attributes);
  if (!content) return;
  builder.add(
    embed({
      view: slice(content.view, content.start, content.end),
      path: input.path,
      label: `${target} in ${input.label}`,
      parent: document,
      object: input.object,
      target,
      language: undefined,
      depth: input.depth + 1,
    }),
  );
}

const INCLUDED = /^[ \t]*(?:include|contain|require)[ \t]+['"]?(?:::)?([a-z][\w:]{0,200})['"]?[ \t]*(?:#[^\n]*)?$/dgm;

/** `include docker`: the manifest of the class, and the engine that the module of that name installs. */
function includedIn(document: Document): readonly (readonly [Reading, Token])[] {
  return [...document.view.text.matchAll(INCLUDED)].flatMap(({ 1: name = '', indices }) => {
    const [from, to] = indices?.[1] ?? [];
    if (from === undefined || to === undefined) return [];
    const at = token(document.view, from, to);
    const links: readonly Link[] = [{ from: document, kind: 'calls', to: fileTarget(manifestOf(name, document)) }];
    return [[{ ...EMPTY_READING, facts: moduleFacts(document, at), links }, at] as const];
  });
}

/** What a class is told stands in Hiera under the same name: `kubernetes::container_runtime`. */
function parametersOf(document: Document, { text }: Token, values: readonly Token[]): readonly SettingFact[] {
  const [value] = values.filter(isLiteral);
  return value
    ? [settingFact(document, 'yaml', [`${text.replace(/^::/, '')}::container_runtime`], undefined, value)]
    : [];
}

/** Modules that put Docker Engine on a machine, or make it a node. */
const MODULES = /^(?:docker|kubernetes|kubeadm)$/;

function moduleFacts(document: Document, at: Token): readonly PackageFact[] {
  return MODULES.test(at.text) ? [installFact(document, at, 'module')] : [];
}

/** `docker::run { 'proxy': image => 'acme/proxy' }`: the command that the module puts into a unit. */
function dockerReading(
  type: string,
  title: Token,
  of: (name: string) => readonly Token[],
  context: CommandContext,
): Reading {
  if (type === 'docker::image') return commandAt(title, ['docker', 'pull', title], context);
  const [image = HOLE] = of('image').filter(isLiteral);
  return commandAt(title, ['docker', 'run', '-d', '--name', title, image], context);
}

/** `$image` is a word without its sign. */
function isLiteral({ view, start }: Token): boolean {
  return !/[$:]/.test(view.text[start - 1] ?? '');
}

/** `profiles/manifests/node/base.pp` of `profiles::node::base`; a class of the same module stands beside, whatever the folder of that is called. */
function manifestOf(name: string, document: Document): string {
  const [module = '', ...rest] = name.split('::');
  const file = `${rest.length > 0 ? rest.join('/') : 'init'}.pp`;
  const root = /^(?:.*\/)?(?=manifests\/)/s.exec(document.path)?.[0];
  return root !== undefined && moduleOf(document) === module
    ? `${root}manifests/${file}`
    : `${module}/manifests/${file}`;
}

/** The first part of the name that the file defines. */
const moduleOf = once(
  ({ view }: Document): string | undefined => /^[ \t]*(?:class|define)[ \t]+(?:::)?(\w{1,80})/m.exec(view.text)?.[1],
);
