/** Turns a command line into facts: wrappers off, scripts inside read, the rest to the readers of one concern each. */
import { DOCKERSHIM_FLAGS } from '../../data/flags.ts';
import { PROGRAM_VARIABLE } from '../../data/programs.ts';
import { type Condition, type Polarity, within } from '../../model/condition.ts';
import type { Token } from '../../model/document.ts';
import type { CommandFact } from '../../model/fact.ts';
import { joinedView } from '../../text/join.ts';
import { normaliseNodePath } from '../../text/node-path.ts';
import { baseName } from '../../text/path.ts';
import { spanText } from '../../text/source.ts';
import { HOLE, type View } from '../../text/view.ts';
import { wrapperEnvFacts } from './assignments.ts';
import {
  apart,
  type Engine,
  embedMachine,
  embedScript,
  embedText,
  MAX_LEVEL,
  openStatement,
  type Site,
  tell,
} from './engine.ts';
import { isForNewMachine } from './first-boots.ts';
import { carriedFlags, commandFlags, splitToken } from './flags.ts';
import { folderAfter, insideFolder } from './folders.ts';
import { conditionsOfHelper } from './guards.ts';
import { helmValues } from './helm.ts';
import { cronCommands, printedText } from './input.ts';
import { objectsOfKubectl } from './kubectl.ts';
import { commandLinks, inputLinks, placedLinks } from './links.ts';
import { commandPackages } from './packages.ts';
import { commandPaths } from './paths.ts';
import { renderedFile } from './rendered.ts';
import { insertedTexts } from './sed.ts';
import { behindWrappers, insideContainer } from './sites.ts';
import type { Scope, ShellToken } from './words.ts';
import { programOf, RUNS_FOR_EACH, type Unwrapped, unwrap } from './wrappers.ts';

const LOOK_UPS = new Set(['command', 'which', 'type', 'hash', 'whereis', 'pgrep', 'pidof', 'test', '[']);

const ACTS =
  /^(pull|run|rm|rmi|stop|start|restart|kill|load|exec|cp|build|push|create|save|tag|import|login|prune|enable|disable|reload|mask|install|remove|purge)$/;

/** One command line after expansion. */
export function readLine(engine: Engine, line: readonly ShellToken[], around: Site, scope: Scope): void {
  const words = withoutAssignments(withoutAlias(engine, line));
  const site = { ...around, conditions: within(around.conditions, conditionsOfHelper(words)) };
  const name = words[0]?.text ?? '';
  if (name === 'shift' && !site.branched) shiftArguments(words[1]?.text, scope);
  if (engine.functions.has(name)) engine.callFunction(name, words.slice(1), site, scope);
  else callArgument(engine, words, site, scope);
  for (const result of unwrap(words, (program) => engine.functions.get(program), engine.context.embed.wrappers)) {
    const wrappers = [...site.wrappers, ...result.wrappers];
    const there = { ...site, wrappers, ...behindWrappers(engine, result.wrappers, site) };
    for (const wrapper of result.wrappers) wrapperEnvFacts(engine, wrapper, site);
    foundPaths(engine, words, site);
    switch (result.kind) {
      case 'script':
        if (result.language) embedScript(engine, result.view, result.language, there);
        else readInner(engine, result.view, { ...there, guessed: site.guessed || result.guess }, scope);
        break;
      case 'stdin':
        readInput(engine, result, { ...there, inside: behindWrappers(engine, [result.program], there).site }, scope);
        break;
      case 'command':
        readCommand(
          engine,
          result.words,
          { ...there, guessed: site.guessed || result.guess, input: result.input ?? there.input },
          scope,
        );
        if (result.wrappers.length > 0 && engine.functions.has(result.words[0]?.text ?? '')) {
          engine.callFunction(result.words[0]?.text ?? '', result.words.slice(1), there, scope);
        }
    }
  }
}

/** A shell that reads its script from standard input, here or on the machine `inside`. */
function readInput(
  engine: Engine,
  { words, program }: Extract<Unwrapped, { kind: 'stdin' }>,
  { inside, ...site }: Site & { readonly inside: Site['site'] },
  scope: Scope,
): void {
  const { input, inputFile } = site;
  const wrappers = [...site.wrappers, program];
  if (inputFile) engine.links.push(...inputLinks(engine.context, insideFolder(engine.folder, inputFile.text), inside));
  if (input) readInner(engine, input, { ...site, site: inside, wrappers, input: undefined }, scope);
  else readCommand(engine, installerWords(words, site) ?? words, site, scope);
}

/** `… | sh -s - --docker`: the arguments that an installer from the web hands to what it installs. */
function installerWords(words: readonly ShellToken[], { installer }: Site): readonly ShellToken[] | undefined {
  const [shell] = words;
  if (!shell || !installer) return undefined;
  const options = words.findIndex(({ text }, i) => i > 0 && !/^-\w*$|^--$/.test(text));
  return [{ ...shell, text: installer }, ...(options < 0 ? [] : words.slice(options))];
}

/** `shift`: what was `$2` is `$1` from here on. */
function shiftArguments(count: string | undefined, { variables }: Scope): void {
  const fields = (variables.get('@')[0]?.fields ?? []).slice(Math.max(0, Number(count ?? 1) || 1));
  for (let i = 1; i <= 9; i++) {
    const field = fields[i - 1];
    variables.set(`${i}`, field ? [{ fields: [field] }] : []);
  }
  for (const name of ['@', '*']) variables.set(name, fields.length > 0 ? [{ fields }] : []);
}

/** The folders in which `find … -exec` looks: the inner command works on what is there. */
function foundPaths(engine: Engine, words: readonly ShellToken[], site: Site): void {
  const from = words.findIndex(
    (word, i) => programOf([word]) === 'find' && words[i + 1]?.text.startsWith('-') === false,
  );
  const to = words.findIndex(({ text }, i) => i > from && RUNS_FOR_EACH.test(text));
  const first = words[from];
  if (!first || to < 0) return;
  commandPaths(engine, commandOf(engine, words.slice(from, to), first, 'find', site), words.slice(from, to));
}

/**
 * `retry 5 start_docker`, `trap clean_up EXIT`: a function that another command calls. In its own body the word is an
 * argument of another program: `run() { rkt run "$@"; }`.
 */
function callArgument(engine: Engine, words: readonly ShellToken[], site: Site, scope: Scope): void {
  if (/^(echo|printf|unset|export|local)$/.test(words[0]?.text ?? '')) return;
  for (let at = 1; at < Math.min(words.length, 8); at++) {
    const name = words[at]?.text ?? '';
    const called = engine.functions.get(name);
    if (called && !engine.open.has(called)) engine.callFunction(name, words.slice(at + 1), site, scope);
  }
}

function readInner(engine: Engine, view: View, site: Site, scope: Scope): void {
  if (site.level >= MAX_LEVEL) {
    engine.budget.spent = true;
    return;
  }
  if (wasRead(engine, view)) return;
  engine.readScript(view, { ...site, level: site.level + 1 }, scope.variables);
}

/** Shorter ones cost nothing, and may come from several places. */
const LONG_SCRIPT = 200;

/** Helpers run one text in several ways (here, over ssh, with sudo), of which the first gives all its facts. */
function wasRead({ innerScripts }: Engine, view: View): boolean {
  const { text } = view;
  if (text.length < LONG_SCRIPT) return false;
  const { source, start } = view.root(0, text.length).span;
  const key = `${source.path}:${start}`;
  const texts = innerScripts.get(key) ?? new Set();
  innerScripts.set(key, texts);
  const isKnown = texts.has(text);
  texts.add(text);
  return isKnown;
}

function readCommand(engine: Engine, words: readonly ShellToken[], site: Site, scope: Scope): void {
  const [first] = words;
  const known = programOf(words);
  const program = known.includes(HOLE) && first ? programInName(first) : known;
  if (!first || program === '' || program.length > 200 || isAnotherHere(first, site)) return;
  if (isOwnFunction(engine, first, site)) return;
  const fact = commandOf(engine, words, first, program, program === known ? site : { ...site, guessed: true });
  engine.facts.push(fact);
  tell(site, { command: fact });
  commandFlags(engine, fact, words);
  const inside = insideContainer(fact, words);
  commandPaths(engine, fact, inside ? words.slice(0, inside.from) : words);
  if (site.input && site.wrappers.some((wrapper) => wrapper.program === 'xargs'))
    commandPaths(engine, fact, [first, ...pipedWords(site.input)]);
  commandPackages(engine, fact, words);
  editedFlags(engine, fact, words, site);
  helmValues(engine, fact, words);
  objectsOfKubectl(engine, fact, words);
  engine.links.push(
    ...commandLinks(fact, engine.folder, site.conditional),
    ...linksOfRendered(engine, fact, words, site),
  );
  engine.folder = folderAfter(program, words, engine.folder);
  if (inside && site.level < MAX_LEVEL)
    readLine(engine, inside.words, { ...site, level: site.level + 1, site: inside.site }, scope);
  writtenTexts(engine, words, program, site);
}

/** `envsubst < unit.tpl > FILE`, `sed … unit.tpl | tee FILE` */
function linksOfRendered(engine: Engine, fact: CommandFact, words: readonly ShellToken[], site: Site) {
  const { output, inputFile } = site;
  const isTee = fact.program === 'tee';
  const from = isTee ? inputFile : output && renderedFile(words, inputFile);
  if (!from) return [];
  const targets = isTee ? words.slice(1).map(({ text }) => text) : [output?.text ?? ''];
  return placedLinks(fact, insideFolder(engine.folder, from.text), targets);
}

/** `if [ "$CLI" = podman ]; then $CLI run …`: the variable is docker elsewhere. */
function isAnotherHere({ view, start, end }: Token, { conditions }: Site): boolean {
  const names = conditions.flatMap((one) => (one.kind === 'runtime' && !one.holds ? (one.of ?? []) : []));
  if (names.length === 0) return false;
  const name = VARIABLE.exec(spanText(view.root(start, end).span).slice(0, 100))?.[1];
  return name !== undefined && names.includes(name);
}

const VARIABLE = /^"?\$\{?(\w+)\}?"?$/;

/** `docker() { nerdctl -n k8s.io "$@"; }`: the client is asked for nothing where the function goes by that name. */
function isOwnFunction({ functions }: Engine, { text }: ShellToken, { wrappers }: Site): boolean {
  const called = text === 'docker' && wrappers.length === 0 ? functions.get(text) : undefined;
  if (!called) return false;
  const { start, end } = called.node;
  return !ASKS_DOCKER.test(called.view.text.slice(start, Math.min(end, start + LONGEST_FUNCTION)).replace(NAME, ''));
}

const NAME = /^(?:function[ \t]+)?docker\b/;
const ASKS_DOCKER = /\bdocker\b/;
const LONGEST_FUNCTION = 4000;

/** `docker` for `{{ docker.bin }}` or `$DOCKER_BIN`: a variable that is called like the program which it holds. */
function programInName({ view, start, end }: Token): string {
  return PROGRAM_VARIABLE.exec(spanText(view.root(start, end).span).slice(0, 100))?.[1]?.toLowerCase() ?? '';
}

/** `echo /var/lib/docker/* | xargs umount`: the words that xargs adds to its command. */
function pipedWords(input: View): readonly ShellToken[] {
  if (input.text.length > 4096) return [];
  return splitToken({ text: input.text, view: input, start: 0, end: input.text.length, certainty: 'literal' });
}

function commandOf(
  engine: Engine,
  words: readonly ShellToken[],
  first: ShellToken,
  program: string,
  site: Site,
): CommandFact {
  const { document, pod, container } = engine.context;
  return {
    kind: 'command',
    document,
    at: first,
    certainty: site.guessed ? 'partial' : certaintyOf(first),
    pod,
    container,
    conditions: site.conditions,
    polarity: polarityOf(program, words, site),
    site: site.site,
    program,
    words,
    wrappers: site.wrappers,
    statement: (site.statement ?? openStatement(undefined, undefined)).told,
    pipedInto: site.pipedInto,
    onFailure: site.onFailure,
    execForm: engine.context.execForm,
  };
}

/** `sed -i 's/…/--network-plugin=cni/' /etc/default/kubelet`: flags that an edit writes. */
function editedFlags(engine: Engine, fact: CommandFact, words: readonly ShellToken[], site: Site): void {
  const texts = insertedTexts(fact, words);
  if (texts.length === 0) return;
  const file = words.findLast((word) => !word.text.startsWith('-'))?.text ?? '';
  for (const { text, searched } of texts) {
    const older = searched && removedIn(searched);
    const where = older ? { ...site, conditions: within(site.conditions, [older]) } : site;
    carriedFlags(engine, `${file} ${text.text.split('--')[0]}`, text, where);
  }
}

/** `s/--network-plugin=cni/…/` only finds something where the flag is, and no newer kubelet has it. */
function removedIn(searched: ShellToken): Condition | undefined {
  const row = DOCKERSHIM_FLAGS.find(({ flag }) => searched.text.includes(`--${flag}`));
  return row && { kind: 'version', below: row.removed, holds: true, at: searched };
}

/** A condition that changes something is more than a question: `if ! docker pull app; then`. */
function polarityOf(program: string, words: readonly ShellToken[], site: Site): Polarity {
  const { polarity } = site;
  if (polarity === 'uses' && (LOOK_UPS.has(program) || mayFail(program, words, site))) return 'probes';
  return polarity === 'probes' && words.slice(1, 4).some((word) => ACTS.test(word.text)) ? 'uses' : polarity;
}

/** `version=$(docker version 2>/dev/null)`: whether docker answers, where no answer is one too. What is cut out of it is needed. */
function mayFail(program: string, words: readonly ShellToken[], { hidesErrors, pipedInto }: Site): boolean {
  if (!hidesErrors || program !== 'docker') return false;
  const asked = words[1]?.text ?? '';
  return /^(?:version|--version|-v)$/.test(asked) || (asked === 'info' && words.length === 2 && pipedInto.length === 0);
}

/** A program whose directory alone is unknown is known well enough. */
function certaintyOf(first: ShellToken): CommandFact['certainty'] {
  return first.certainty === 'literal' ? 'literal' : 'resolved';
}

/** `$start` for `start="URL=https://example.com/kubelet make up"`: what comes out of a variable may begin with assignments. */
function withoutAssignments(line: readonly ShellToken[]): readonly ShellToken[] {
  const first = line.findIndex(({ text }) => !/^[A-Za-z_]\w*=/.test(text));
  return first > 0 ? line.slice(first) : line;
}

function withoutAlias(engine: Engine, line: readonly ShellToken[]): readonly ShellToken[] {
  const [first, ...rest] = line;
  const alias = first && engine.aliases.get(first.text);
  if (!first || !alias) return line;
  const texts = alias.text.split(/\s+/).filter((text) => text !== '');
  const place = { view: first.view, start: first.start, end: first.end, certainty: 'resolved' as const };
  return [...texts.map((text) => ({ ...place, text })), ...rest];
}

/** Files that the command writes, manifests that it applies, crontabs that it installs. */
function writtenTexts(engine: Engine, words: readonly ShellToken[], program: string, site: Site): void {
  const printed = printedText(words);
  const text = printed ?? site.input;
  const args = words.slice(1).filter((word) => !word.text.startsWith('-'));
  if (program === 'alias') {
    rememberAliases(engine, words);
    return;
  }
  if (program === 'ln') rememberLink(engine, args);
  if (program === 'crudini') setOption(engine, words, site);
  if (INSTALLS.test(program)) rememberPodman(engine, words);
  if (!text) return;
  if (program === 'tee') for (const file of args) writeFile(engine, text, file, site);
  const target = program === 'dd' ? words.find((word) => word.text.startsWith('of=')) : undefined;
  if (target) writeFile(engine, text, { ...target, text: target.text.slice(3), start: target.start + 3 }, site);
  if (site.output && (printed || (program === 'cat' && args.every((word) => word.text === '/dev/stdin')))) {
    writeFile(engine, text, site.output, site);
  }
  if (printed) return;
  if (program === 'crontab') readCron(engine, text, site);
  const applies = words.some(
    (word, i) => /^(-f|--filename|--values)$/.test(words[i - 1]?.text ?? '') && /^(-|\/dev\/stdin)$/.test(word.text),
  );
  if (
    /^(kubectl|oc|helm|kubeadm)$/.test(program) &&
    (applies || words.some((word) => /^(-f|--filename=|--values=)-$/.test(word.text)))
  ) {
    embedText(engine, text, program === 'helm' ? 'values.yaml' : 'manifest.yaml', site);
  }
}

/** `crudini --set FILE SECTION NAME VALUE` */
function setOption(engine: Engine, words: readonly ShellToken[], site: Site): void {
  const at = words.findIndex(({ text }) => text === '--set');
  const [file, , name, value] =
    at < 0 ? [] : words.slice(at + 1).filter(({ text }) => !/^--\w/.test(text) || text.includes('='));
  if (file && name && value) writeFile(engine, joinedView([name, value], '='), file, site);
}

/** The text that the script puts into a file, as a document of its own. */
export function writeFile(engine: Engine, text: View, file: Token, site: Site): void {
  if (/^\/dev\/|^$/.test(file.text)) return;
  const target = normaliseNodePath(file.text) ?? file.text;
  if (/(^|\/)cron(tab|\.d|\b)/.test(target)) readCron(engine, text, site);
  if (text.text.length === 0 || isMessage(text.text, target)) return;
  if (isForNewMachine(file, engine.context.document.view))
    embedMachine(engine, text, 'user-data', 'user data', site.conditions);
  else embedText(engine, text, target, site);
}

/** `echo "docker images:" >> $LOG`: a line that begins like a command is one only where the file is a script. */
function isMessage(text: string, target: string): boolean {
  return (
    !text.trimEnd().includes('\n') &&
    /^(sudo )?(docker|systemctl|kubectl|apt-get|yum) /.test(text) &&
    !/(\.(sh|bash)|rc|profile|cmd|command|script)$/i.test(target)
  );
}

function readCron(engine: Engine, text: View, site: Site): void {
  for (const command of cronCommands(text)) {
    if (site.level < MAX_LEVEL)
      engine.readScript(
        command,
        { ...apart(site), enclosing: undefined, polarity: 'uses', level: site.level + 1 },
        engine.variables,
      );
    else engine.budget.spent = true;
  }
}

/** `ln -s /usr/local/bin/nerdctl /usr/local/bin/docker`: what is called docker from now on is nerdctl. */
function rememberLink(engine: Engine, [to, from]: readonly ShellToken[]): void {
  const name = baseName(from?.text ?? '');
  const program = baseName(to?.text ?? '');
  if (to && name === 'docker' && /^(?:nerdctl|podman)$/.test(program))
    engine.aliases.set(name, { ...to, text: program });
}

const INSTALLS = /^(?:apt|apt-get|dnf|microdnf|yum|zypper)$/;

/** podman-docker brings a program called docker that is podman. */
function rememberPodman(engine: Engine, words: readonly ShellToken[]): void {
  const brings = words.some(({ text }) => text === 'install') && words.find(({ text }) => text === 'podman-docker');
  if (brings) engine.aliases.set('docker', { ...brings, text: 'podman' });
}

function rememberAliases(engine: Engine, words: readonly ShellToken[]): void {
  for (const word of words.slice(1)) {
    const equals = word.text.indexOf('=');
    if (equals > 0) engine.aliases.set(word.text.slice(0, equals), { ...word, text: word.text.slice(equals + 1) });
  }
}
