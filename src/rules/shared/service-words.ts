/** What is said about units of Docker, and what stands in their place. */

import { READS_EVENT_LOG, type UnitRow } from '../../data/units.ts';
import type { Cause } from '../../judge.ts';
import type { Token } from '../../model/document.ts';
import type { CommandFact, Fact } from '../../model/fact.ts';
import type { Placement } from '../../model/place.ts';
import { spanOf } from '../../text/placed.ts';
import { spanText } from '../../text/source.ts';
import { hasHole } from '../../text/view.ts';
import { typedWord, UNWRITTEN } from './docker/typed.ts';
import { onWindows } from './platform.ts';
import { isWritten } from './tokens.ts';
import { alike, engineName, type PerRuntime, quoted } from './words.ts';

/** Verbs that ask for the state of a unit: what follows `systemctl is-active docker &&` only runs where the unit is. */
export const QUESTIONS: ReadonlySet<string> = new Set(['is-active', 'is-enabled', 'status']);

export function readsEventLog(fact: Fact): boolean {
  return fact.kind === 'command' && READS_EVENT_LOG.test(fact.program.toLowerCase());
}

/** `dockerd --version` starts nothing. */
export function asksVersion(fact: Fact): boolean {
  return (
    fact.kind === 'command' &&
    /^dockerd(?:\.exe)?$/i.test(fact.program) &&
    fact.words.some(({ text }) => /^(?:-v|--version|--help)$/.test(text))
  );
}

/** `dockerd --unregister-service` takes the service away, as `sc.exe delete docker` does. */
export function takesServiceAway(fact: Fact): boolean {
  return (
    fact.kind === 'command' &&
    /^dockerd(?:\.exe)?$/i.test(fact.program) &&
    fact.words.some(({ text }) => /^--?unregister-service(?:=true)?$/.test(text))
  );
}

export function unitMessage(cause: Cause, unit: string, { place, engine }: Placement): string {
  const name = quoted(unit);
  // A machine that is not known to be a node may have Docker Engine.
  const fails = place === 'unknown' ? 'This fails on a node without Docker Engine' : 'This fails';
  switch (cause) {
    case 'docker-service-unit/kubelet-requires':
      return `The kubelet never starts without ${name}, which is not there`;
    case 'docker-service-unit/requires':
      return `This unit never starts without ${name}, which is not there`;
    case 'docker-service-unit/order':
      return `${name} is not there to wait for; the order is ignored`;
    case 'docker-service-unit/journal':
    case 'docker-service-unit/journal-of-several':
      return `The journal of ${name} stays empty without Docker Engine`;
    case 'docker-service-unit/drop-in':
      return `This is a drop-in of ${name}, which nodes without Docker Engine do not have`;
    case 'docker-service-unit/own-engine':
      return `${name} belongs to ${engineName(engine)}, and the kubelet does not use it`;
    case 'docker-service-unit/unit-list':
      return `${name} is configured here, and the kubelet does not use it`;
    case 'docker-service-unit/engine-unit':
      return `${name} is ${unit === 'dockerd' ? 'started' : 'set up'} here, and the kubelet no longer uses it`;
    case 'docker-service-unit/process':
      return `No process ${name} runs on a node without Docker Engine`;
    case 'docker-service-unit/harmless':
      return `There is no ${name} unit on a node without Docker Engine`;
    case 'docker-service-unit/alarm':
      return `This check fails for good: there is no ${name} unit on a node without Docker Engine`;
    case 'docker-service-unit/waits':
      return `This waits for good${place === 'unknown' ? ' on a node without Docker Engine' : ''}: there is no ${name} unit`;
    case 'docker-service-unit/fatal':
      return place === 'unknown'
        ? `${fails}, and ends the script: there is no ${name} unit`
        : `${fails} and ends the script: there is no ${name} unit`;
    default:
      return place === 'unknown'
        ? `${fails}: there is no ${name} unit`
        : `${fails}: there is no ${name} unit on a node without Docker Engine`;
  }
}

/** `pkill -SIGHUP dockerd`, `kill -HUP $(pidof dockerd)`: dockerd reads daemon.json again. */
function asksToReload({ words, statement }: CommandFact): boolean {
  const senders = statement.commands.filter(({ program }) => program === 'kill');
  return [words, ...senders.map((one) => one.words)].some((all) =>
    HANGUP.test(
      all
        .slice(0, MOST_WORDS)
        .map(({ text }) => text.slice(0, LONGEST_WORD))
        .join(' '),
    ),
  );
}

const HANGUP = /^\S*(?:pkill|killall|kill) (?:.* )?(?:-(?:SIG)?HUP|-1|(?:-s|--signal)[= ](?:(?:SIG)?HUP|1))(?: |$)/;
const MOST_WORDS = 10;
const LONGEST_WORD = 100;

/** The same command on the unit of the runtime, for commands that would fail. */
export function commandAdvice(
  fact: Fact,
  cause: Cause,
  unit: string,
  row: UnitRow | undefined,
): PerRuntime | undefined {
  if (asksVersion(fact)) return ofBoth((name) => `write \`${name} --version\`, or drop the line`, PROGRAMS);
  if (takesServiceAway(fact))
    return alike('drop the line once no node has Docker Engine: it only takes its service away');
  if (fact.kind === 'command' && asksToReload(fact))
    return ofBoth((name) => `write \`systemctl restart ${name}\`: it reads its configuration when it starts`, PROGRAMS);
  if (fact.kind === 'command' && /^(?:pkill|killall|stop-process)$/i.test(fact.program))
    return alike('drop the line: no process of Docker is left');
  if (cause === 'docker-service-unit/process' && onWindows(fact))
    return alike('look for containerd (Get-Service containerd)');
  if (cause === 'docker-service-unit/engine-unit' && onWindows(fact))
    return alike('drop it and register containerd in its place (containerd.exe --register-service)');
  if (readsEventLog(fact))
    return ofBoth(
      (name) => `read the log file of ${name}: it writes no event log under the name of docker`,
      RUNTIME_NAMES,
    );
  if (cause === 'docker-service-unit/harmless' && row && isAsked(fact))
    return ofBoth(
      (name) =>
        `write ${quoted(fact.words.map(({ text }) => (text.toLowerCase() === unit ? name : text)).join(' '))} where something waits for the answer; drop the line otherwise`,
      row,
    );
  if (fact.kind !== 'command' || !row || !/^docker-service-unit(?:\/(?:fatal|alarm))?$/.test(cause)) return undefined;
  return commandOnUnit(fact, unit, row);
}

/** `systemctl restart docker` on the unit of the runtime. */
function commandOnUnit(fact: CommandFact, unit: string, row: UnitRow): PerRuntime | undefined {
  const named = fact.words.find(({ text }) => text.toLowerCase() === unit);
  if (isResource(fact)) return ofBoth((name) => resourceAdvice(fact, named, name), row);
  // The call of a function tells the unit only: its command stands elsewhere.
  if (!named || !isWritten(named) || fact.words.some(({ text }) => hasHole(text))) return undefined;
  const typed = fact.words.map((word) => (word.text.toLowerCase() === unit ? undefined : typedWord(word, UNWRITTEN)));
  if (typed.some((word) => word?.typed === UNWRITTEN)) return undefined;
  return ofBoth((name) => {
    const words = typed.map((word) => word?.typed ?? name);
    const harmless = words.includes('restart') ? ', which leaves running pods alone' : '';
    return `write ${quoted(words.join(' '))}${harmless}`;
  }, row);
}

const PROGRAMS: PerRuntime = { containerd: 'containerd', crio: 'crio' };
const RUNTIME_NAMES: PerRuntime = { containerd: 'containerd', crio: 'CRI-O' };

function ofBoth(words: (name: string) => string, { containerd, crio }: PerRuntime): PerRuntime {
  return { containerd: words(containerd), crio: words(crio) };
}

/** `systemctl status docker | grep running && break`: what is asked, and decides what comes next. */
function isAsked(fact: Fact): fact is CommandFact {
  if (fact.kind !== 'command' || fact.statement.asksFirst || fact.words.some(({ text }) => hasHole(text))) return false;
  const { words, pipedInto, statement, polarity, onFailure } = fact;
  const isQuestion = /^(?:systemctl|service)$/.test(fact.program) && words.some(({ text }) => QUESTIONS.has(text));
  const decides = pipedInto.length > 0 || statement.commands.length > 1 || polarity === 'probes' || onFailure;
  return isQuestion && words.some(({ text }) => /^docker(?:\.service)?$/i.test(text)) && Boolean(decides);
}

/** `service 'docker'` of Chef, `docker: service.running` of Salt: the verb is nowhere written as a command. */
function isResource({ words }: CommandFact): boolean {
  const [program] = words;
  return program !== undefined && !spanText(spanOf(program)).includes(program.text);
}

/** In the form of the language, which says by itself what is done with the unit. */
function resourceAdvice({ document }: CommandFact, named: Token | undefined, unit: string): string {
  const isNamed = named !== undefined && isWritten(named);
  switch (document.language) {
    case 'ruby':
      return isNamed
        ? `write service '${unit}' and leave its actions as they are`
        : `declare service '${unit}' with action [:enable, :start] in its place`;
    case 'puppet':
      return `write service { '${unit}': } and leave its attributes as they are`;
    default:
      return `write ${unit} as the name of the service, and leave the rest as it is`;
  }
}

export function unitAdvice(cause: Cause, units: PerRuntime): PerRuntime {
  switch (cause) {
    case 'docker-service-unit/kubelet-requires':
    case 'docker-service-unit/requires':
    case 'docker-service-unit/order':
    case 'docker-service-unit/journal':
      return ofBoth((unit) => `write ${unit} in its place`, units);
    case 'docker-service-unit/journal-of-several':
      return ofBoth((unit) => `drop it once no node runs Docker Engine: ${unit} is read too`, units);
    case 'docker-service-unit/own-engine':
      return ofBoth((unit) => `drop it with the package of Docker Engine; ${UNIT_IS} ${unit}`, units);
    case 'docker-service-unit/unit-list':
      return ofBoth((unit) => `drop the entry where nothing else on the node needs Docker; ${UNIT_IS} ${unit}`, units);
    case 'docker-service-unit/engine-unit':
      return ofBoth((name) => `drop it and start ${name}.service`, PROGRAMS);
    case 'docker-service-unit/drop-in':
      return ofBoth((unit) => `drop it; proxies and limits of the runtime go into a drop-in of ${unit}`, units);
    case 'docker-service-unit/process':
      return ofBoth((name) => `look for ${name} (systemctl is-active ${name})`, PROGRAMS);
    case 'docker-service-unit/harmless':
      return {
        containerd: `drop the line once no node runs Docker Engine; containerd’s unit is ${units.containerd}`,
        crio: `drop the line once no node runs Docker Engine; CRI-O’s unit is ${units.crio}`,
      };
    default:
      return ofBoth((unit) => `write ${unit} in its place (running pods survive its restart)`, units);
  }
}

const UNIT_IS = 'the unit of the kubelet’s runtime is';

/** A template may add `.service` to a value: then only the part in front of it is written there. */
export function asWritten(successor: string, unit: string, at: Token): string {
  const span = spanOf(at);
  const written = span.source.text.slice(span.start, span.end);
  const part = unit.endsWith('.service') && !written.includes('.service') && /^["']?docker["']?$/.test(written);
  return part ? successor.replace(/\.service$/, '') : successor;
}
