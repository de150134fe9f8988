/** Packages, repositories and archives that a task installs or removes. */
import { ENGINE_ARCHIVE, GALAXY_ROLES, NAMES_REMOVAL, packageNamed } from '../../data/packages.ts';
import type { Condition, Polarity } from '../../model/condition.ts';
import type { Document, Token } from '../../model/document.ts';
import type { PackageFact } from '../../model/fact.ts';
import { partition } from '../../text/group.ts';
import { baseName } from '../../text/path.ts';
import { listedNames } from '../flags.ts';
import { certaintyOf, token } from '../text/facts.ts';
import { type Arguments, isExpression, written } from './arguments.ts';
import { INCLUDES_ROLE } from './modules.ts';
import { isGoneAt } from './states.ts';

interface PackageContext {
  readonly document: Document;
  readonly conditions: readonly Condition[];
}

const PACKAGE_MODULES =
  /^(?:apt|yum|dnf5?|package|zypper|apk|pacman|rpm|homebrew|win_package|win_chocolatey|pip|snap|apt_rpm)$/;
const REPOSITORY_MODULES = /^(?:apt_repository|yum_repository|zypper_repository|apt_key|rpm_key|deb822_repository)$/;

const POLARITIES: Readonly<Partial<Record<PackageFact['action'], Polarity>>> = { remove: 'removes' };

export function packageFact(
  at: Token,
  name: string,
  action: PackageFact['action'],
  manager: string,
  { document, conditions }: PackageContext,
): PackageFact {
  return {
    kind: 'package',
    document,
    at,
    certainty: certaintyOf(name),
    pod: undefined,
    container: undefined,
    conditions,
    polarity: POLARITIES[action] ?? 'uses',
    name,
    action,
    manager,
  };
}

export function packageFacts(module: string, args: Arguments, context: PackageContext): PackageFact[] {
  const make = (at: Token, name: string, action: PackageFact['action'], manager: string) =>
    packageFact(at, name, action, manager, context);
  const all = (...keys: readonly string[]) => keys.flatMap((key) => args.get(key) ?? []);
  if (PACKAGE_MODULES.test(module)) return namedPackages(module, args, context);
  if (INCLUDES_ROLE.test(module))
    return rolePackages(
      all('name').map((at) => ({ at, conditions: context.conditions })),
      context.document,
    );
  if (module === 'dpkg_selections') {
    const action = /^(?:purge|deinstall)$/.test(args.get('selection')?.[0]?.text ?? '') ? 'remove' : 'hold';
    return all('name').map((name) => make(name, packageName(name), action, module));
  }
  if (REPOSITORY_MODULES.test(module)) {
    return all('repo', 'baseurl', 'url', 'key', 'uris').map((at) => make(at, at.text, 'repository', module));
  }
  if (module === 'unarchive')
    return all('src').flatMap((at) => (ENGINE_ARCHIVE.test(at.text) ? [make(at, 'docker', 'install', 'archive')] : []));
  return module === 'get_url' || module === 'win_get_url'
    ? all('url').map((at) => make(at, at.text, 'download', 'url'))
    : [];
}

/** `apt: {name: [docker-ce, kubelet], state: present}`: what each name installs or removes. */
function namedPackages(module: string, args: Arguments, context: PackageContext): PackageFact[] {
  return ['name', 'pkg', 'package', 'deb'].flatMap((key) => {
    const named = args.get(key) ?? [];
    const [gone, kept] = partition(
      named.map((name, i) => ({ name, isGone: isGoneAt(args, named, i) })),
      (one) => one.isGone,
    );
    const facts = (of: typeof gone, action: PackageFact['action']) =>
      oncePerName(of.flatMap(({ name }) => (isExpression(name) ? [name] : listedNames(name, placed)))).map((name) =>
        packageFact(name, packageName(name), action, module, context),
      );
    return [...facts(kept, 'install'), ...facts(gone, 'remove')];
  });
}

/** A role by its name, and what has to hold where it is called. */
export interface CalledRole {
  readonly at: Token;
  readonly conditions: readonly Condition[];
}

/** `roles: [geerlingguy.docker, geerlingguy.kubernetes]`: what roles of Galaxy install; with one for another runtime, Docker is beside it. */
export function rolePackages(roles: readonly CalledRole[], document: Document): PackageFact[] {
  const found = roles.flatMap(({ at, conditions }) => {
    const row = GALAXY_ROLES.find(({ role }) => role.test(at.text));
    return row ? [packageFact(at, row.installs, 'install', 'role', { document, conditions })] : [];
  });
  const hasOther = found.some(({ name }) => name === 'containerd');
  return hasOther ? found.filter(({ name }) => name !== 'docker') : found;
}

/** A part of a name where it stands in its view. */
function placed({ view, start }: Token, from: number, to: number): Token {
  return token(view, start + from, start + to);
}

/** A name that a list has twice is one package. */
function oncePerName(names: readonly Token[]): readonly Token[] {
  const seen = new Set<string>();
  return names.filter((name) => {
    const isNew = isExpression(name) || !seen.has(name.text);
    seen.add(name.text);
    return isNew;
  });
}

/** A name without its version; a variable that speaks of docker stands for its packages. */
function packageName(name: Token): string {
  const file = /\.(?:rpm|deb)$/.test(name.text) ? baseName(name.text) : name.text;
  if (!isExpression(name)) return packageNamed(file).replace(/(?:=|[-_][\d\uE000]).*/s, '');
  return /docker/i.test(written(name)) && !NOT_THE_ENGINE.test(written(name)) && !NAMES_REMOVAL.test(written(name))
    ? 'docker'
    : name.text;
}

/** What stands beside the engine: the runtime that is packed with it, what it needs, its other tools. */
const NOT_THE_ENGINE = /containerd|compose|buildx|require|prerequisit|depend|python|pip|plugin|repo/i;
