/** Packages that commands install, remove or hold, package repositories, and downloads of Docker itself. */
import { DOCKER_SOURCE, ENGINE_ARCHIVE, ENGINE_ARCHIVE_FILE, packageNamed } from '../../data/packages.ts';
import type { Polarity } from '../../model/condition.ts';
import type { CommandFact, PackageFact } from '../../model/fact.ts';
import { baseName } from '../../text/path.ts';
import { spanOf } from '../../text/placed.ts';
import { table } from '../../text/table.ts';
import { baseOf, type Engine } from './engine.ts';
import { splitToken } from './flags.ts';
import type { ShellToken } from './words.ts';

type Action = PackageFact['action'];

interface Manager {
  readonly verbs: ReadonlyMap<string, Action>;
  /** Options whose value is the next word. */
  readonly valued?: RegExp;
}

const REMOVES = { remove: 'remove', purge: 'remove', erase: 'remove', autoremove: 'remove' } as const;
const INSTALLS = {
  install: 'install',
  reinstall: 'install',
  upgrade: 'install',
  update: 'install',
  ...REMOVES,
} as const;
const APT: Manager = { verbs: table<Action>(INSTALLS), valued: /^(-t|-o|-c|--target-release|--option|--config-file)$/ };
const YUM: Manager = {
  verbs: table<Action>({ ...INSTALLS, localinstall: 'install', downgrade: 'install', versionlock: 'hold' }),
  valued: /^(-c|-x|--setopt|--enablerepo|--disablerepo)$/,
};

const MANAGERS = table<Manager>({
  'apt-get': APT,
  apt: APT,
  aptitude: APT,
  'apt-fast': APT,
  yum: YUM,
  dnf: YUM,
  microdnf: YUM,
  tdnf: YUM,
  zypper: {
    verbs: table<Action>({ ...INSTALLS, in: 'install', rm: 'remove', addlock: 'hold', al: 'hold' }),
    valued: /^(-r|--repo|--root|-R)$/,
  },
  apk: { verbs: table<Action>({ add: 'install', del: 'remove' }), valued: /^(-t|-X|--virtual|--repository|-p)$/ },
  'amazon-linux-extras': { verbs: table<Action>({ install: 'install', enable: 'repository' }) },
  snap: { verbs: table<Action>(INSTALLS), valued: /^(--channel)$/ },
  pacman: { verbs: table<Action>({ '-S': 'install', '-Sy': 'install', '-Syu': 'install', '-R': 'remove' }) },
  brew: { verbs: table<Action>(INSTALLS) },
  'apt-mark': { verbs: table<Action>({ hold: 'hold', unhold: 'hold' }) },
  choco: { verbs: table<Action>(INSTALLS), valued: /^(--version)$/ },
  'rpm-ostree': { verbs: table<Action>({ install: 'install', uninstall: 'remove' }) },
  swupd: { verbs: table<Action>({ 'bundle-add': 'install', 'bundle-remove': 'remove' }) },
});

export function commandPackages(engine: Engine, fact: CommandFact, words: readonly ShellToken[]): void {
  const manager = MANAGERS.get(fact.program);
  if (manager) managed(engine, fact, words, manager);
  else helped(engine, fact, words);
  sources(engine, fact, words);
  if (/^(dpkg|rpm)$/.test(fact.program)) files(engine, fact, words);
  if (UNPACKS.test(fact.program)) archives(engine, fact, words);
}

function managed(engine: Engine, fact: CommandFact, words: readonly ShellToken[], manager: Manager): void {
  const verb = words.findIndex((word, i) => i > 0 && manager.verbs.has(word.text));
  const named = manager.verbs.get(words[verb]?.text ?? '');
  if (verb < 0 || !named) return;
  const action = named === 'install' && words.some(({ text }) => isDownloadOnly(text, manager)) ? 'download' : named;
  const seen = words.slice(verb + 1);
  seen.forEach((word, i) => {
    if (i > 0 && manager.valued?.test(seen[i - 1]?.text ?? '')) return;
    if (i === 0 && named === 'hold' && LOCK_VERBS.test(word.text)) return;
    for (const part of /\s/.test(word.text) ? splitToken(word) : [word]) pushPackage(engine, part, action, fact);
  });
}

/** `dnf versionlock add docker-ce` */
const LOCK_VERBS = /^(?:add|exclude|delete|list|clear|status)$/;

function isDownloadOnly(option: string, manager: Manager): boolean {
  return /^--download-?only$/.test(option) || (manager === APT && option === '-d');
}

/** A helper with a telling name: `apt_get_install 20 30 120 docker-ce`, `installPackages docker.io`. */
function helped(engine: Engine, fact: CommandFact, words: readonly ShellToken[]): void {
  if (!/.install|install./i.test(fact.program) || /\.|uninstall/i.test(fact.program)) return;
  // `check_installed docker` and `require_not_installed docker` ask.
  if (/^_?(?:check|is|has|test|verify)_?\w{0,40}install$/i.test(fact.program)) return;
  if (/installed/i.test(fact.program) && !/^_?(?:ensure|make)/i.test(fact.program)) return;
  // A script of the repository reads its words itself: `./cluster-install -i docker`.
  if (/^\.{0,2}\//.test(words[0]?.text ?? '')) return;
  for (const word of words.slice(1)) {
    if (/^(docker|moby|lxc-docker|nvidia-docker)/.test(word.text)) pushPackage(engine, word, 'install', fact);
  }
}

const POLARITIES: Readonly<Partial<Record<Action, Polarity>>> = { remove: 'removes' };

function pushPackage(engine: Engine, word: ShellToken, action: Action, fact: CommandFact): void {
  if (word.text.startsWith('-') || !/^[A-Za-z0-9@/.:\uE000]/.test(word.text)) return;
  const isOfFile = /\.(deb|rpm|apk)$/.test(word.text) || (fact.program === 'dpkg' && word.text.includes('/'));
  // `docker.io/focal-updates` of apt
  const release = /^apt/.test(fact.program) ? /(?<=^[\w.+-]{1,100})\/[a-z][\w-]{0,60}$/ : /(?!)/;
  const written = word.text
    .replace(/[=<>~].*/s, '')
    .replace(/^@/, '')
    .replace(release, '');
  const name = isOfFile ? fileName(word.text) : packageNamed(written);
  if (name === '') return;
  const at = word.definition ?? word;
  const polarity = POLARITIES[action] ?? fact.polarity;
  const base = baseOf(engine, at, word.certainty, { ...fact, polarity });
  engine.facts.push({ kind: 'package', ...base, name, action, manager: fact.program });
}

/** `docker-ce` for `docker-ce_19.03.1~3-0~ubuntu-bionic_amd64.deb`, `docker-ce-18.09.1-3.el7.x86_64.rpm`, `docker-ce.deb` and `docker-ce/*.deb`. */
function fileName(path: string): string {
  const base = baseName(path);
  const file = base.startsWith('*') ? baseName(path.slice(0, -base.length - 1)) : base;
  const name = /^[A-Za-z][A-Za-z.]*(?:[-+][A-Za-z][A-Za-z.]*)*/.exec(file)?.[0] ?? file;
  return name.replace(/\.(?:deb|rpm|apk)$/, '');
}

function files(engine: Engine, fact: CommandFact, words: readonly ShellToken[]): void {
  const removes = words.some((word) => /^(-e|-r|-P|--erase|--remove|--purge)$/.test(word.text));
  const installs = words.some((word) => /^(-i|-[iIUvh]+|--install|--upgrade)$/.test(word.text));
  if (!removes && !installs) return;
  for (const word of words.slice(1)) pushPackage(engine, word, removes ? 'remove' : 'install', fact);
}

const UNPACKS = /^(?:bsd|g)?tar$/;
/** Of the archive only the client is taken. */
const CLIENT_ALONE = /(?:^|[\s"'/])docker\/docker(?![\w/*-])/;

function isEngineArchive(word: ShellToken): boolean {
  const { source, end } = spanOf(word);
  const line = source.text.slice(end, end + 300).split(/(?<!\\)\n/, 1)[0] ?? '';
  return ENGINE_ARCHIVE.test(word.text) && !CLIENT_ALONE.test(line);
}

/** `tar xzf docker-27.5.1.tgz -C /usr/local/bin`: all programs of Docker Engine get where they are found. */
function archives(engine: Engine, fact: CommandFact, words: readonly ShellToken[]): void {
  const texts = words.slice(1).map(({ text }) => text);
  const extracts = texts.some(
    (text, i) => /^-[a-zA-Z]*x|^--(?:extract|get)$/.test(text) || (i === 0 && /^[a-z]*x/.test(text)),
  );
  const isForAll =
    texts.some((text) => /^--strip|\/s?bin\/?$/.test(text)) && !texts.some((text) => CLIENT_ALONE.test(text));
  const archive = words.slice(1).find(({ text }) => ENGINE_ARCHIVE_FILE.test(text));
  if (extracts && isForAll && archive) unpacked(engine, archive, fact);
}

function unpacked(engine: Engine, at: ShellToken, fact: CommandFact): void {
  const base = baseOf(engine, at, at.certainty, fact);
  engine.facts.push({ kind: 'package', ...base, name: 'docker', action: 'install', manager: 'archive' });
}

/** Docker's own repositories and installers, wherever a command names them. */
function sources(engine: Engine, fact: CommandFact, words: readonly ShellToken[]): void {
  if (/^(?:\[\[?|test)$/.test(fact.program)) return;
  for (const word of words.slice(1)) {
    if (word.text.length > 4096 || !DOCKER_SOURCE.test(word.text)) continue;
    if (/\.(deb|rpm)$/.test(word.text) && !word.text.includes('://')) continue;
    const repository =
      /^(add-apt-repository|yum-config-manager|dnf|yum|zypper|apt-add-repository|echo|printf|tee|apt-key|gpg)$/.test(
        fact.program,
      );
    if (fact.pipedInto.some((program) => UNPACKS.test(program)) && isEngineArchive(word)) {
      unpacked(engine, word, fact);
      continue;
    }
    const isRepository = repository || /\.repo$|\/gpg$/.test(word.text);
    const action = isRepository ? 'repository' : 'download';
    engine.facts.push({
      kind: 'package',
      ...baseOf(engine, word, word.certainty, fact),
      name: word.text,
      action,
      manager: 'url',
    });
  }
}
