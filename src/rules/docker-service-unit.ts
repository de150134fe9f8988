/** Finds everything that starts, stops, waits for or listens to the docker unit or its processes. */

import { RUNTIMES } from '../data/runtimes.ts';
import {
  DOCKER_PROCESSES,
  DOCKER_UNITS,
  HARD_DEPENDENCIES,
  HARMLESS_VERBS,
  PROCESS_PROGRAMS,
  SERVICE_PROGRAMS,
  SOFT_DEPENDENCIES,
  type UnitRow,
} from '../data/units.ts';
import type { Cause } from '../judge.ts';
import type { Document, Token } from '../model/document.ts';
import type { CommandFact, Fact, PathFact, SettingFact } from '../model/fact.ts';
import type { Fix } from '../model/finding.ts';
import type { Target } from '../model/target.ts';
import { carriesEngine } from '../placing/engines.ts';
import { once } from '../text/once.ts';
import type { Report, Rule, RuleContext } from './rule.ts';
import { settingsBeside } from './shared/documents.ts';
import { replaceBy } from './shared/fixes.ts';
import { reportAt } from './shared/reports.ts';
import { lastKey, plain } from './shared/settings.ts';
import { isWritten, within } from './shared/tokens.ts';
import { advise, noDocker, quoted } from './shared/words.ts';

const UNITS = new Set(DOCKER_UNITS.map((row) => row.unit));
const PROGRAMS = new Set(SERVICE_PROGRAMS.map((row) => row.program));
/** `systemctl is-active docker && …`: what follows only runs where the unit is. */
const ASKS_FIRST = /^[^|&]*\b(?:is-active|is-enabled|status)\b[^|&]*&&/;
/** Read what services of Windows log. */
const EVENT_LOG = /^get-(?:eventlog|winevent)$/;
const UNIT_IN_TEXT = /(^|[^\w.-])(docker\.(?:service|socket))(?![\w.-])/;

export const rule: Rule = {
  id: 'docker-service-unit',
  summary: 'A command, unit or log filter depends on the docker service.',
  triggers: ['docker'],
  checkFact(fact, context) {
    if (fact.kind === 'command') return checkCommand(fact, context);
    if (fact.kind === 'path') return checkUnitFile(fact, context);
    return fact.kind === 'setting' ? checkSetting(fact, context) : undefined;
  },
};

function checkCommand(fact: CommandFact, context: RuleContext): Report | undefined {
  if (fact.pod && carriesEngine(fact.pod)) return undefined;
  const program = fact.program.toLowerCase();
  if (program === 'dockerd' || program === 'dockerd.exe')
    return fact.pod ? undefined : report(fact, 'docker-service-unit/engine-unit', 'dockerd', fact.at, context);
  if (PROCESS_PROGRAMS.includes(program)) {
    const name = fact.words.slice(1).find((word) => DOCKER_PROCESSES.includes(word.text));
    const cause: Cause = fact.polarity === 'probes' ? 'docker-service-unit/harmless' : 'docker-service-unit/process';
    return name && report(fact, cause, name.text, fact.at, context);
  }
  const dependency = dependencyOf(fact, program);
  if (dependency) return report(fact, dependency.cause, 'docker', dependency.at, context);
  const unit = unitOf(fact, program);
  if (!unit) return undefined;
  const at = isWritten(unit.at) ? fact.at : unit.at;
  return report(fact, withEngine(commandCause(fact, program), fact, context), unit.name, at, context);
}

const UNIT_FILE = /^\/(?:etc|lib|usr\/lib|run)\/systemd\/system\/(docker\.(?:service|socket))$/;

/** The unit itself is written, by a template or a script. */
function checkUnitFile(fact: PathFact, context: RuleContext): Report | undefined {
  const unit = fact.use === 'write' ? UNIT_FILE.exec(fact.path)?.[1] : undefined;
  if (unit === undefined || fact.command?.program === 'rm') return undefined;
  return report(fact, 'docker-service-unit/engine-unit', unit, fact.at, context);
}

/** `nssm set kubelet DependOnService docker`, `sc.exe config kubelet depend= docker`, `New-Service kubelet -DependsOn docker`. */
function dependencyOf(fact: CommandFact, program: string): { readonly cause: Cause; readonly at: Token } | undefined {
  if (!/^(?:nssm|sc|(?:new|set)-service)$/.test(program)) return undefined;
  const key = fact.words.findIndex(({ text }) => /^(dependonservice|depend=|-dependson)$/i.test(text));
  const at = key < 0 ? undefined : fact.words.slice(key + 1).find(({ text }) => /^docker$/i.test(text));
  const kubelet = fact.words.some(({ text }) => /kubelet/i.test(text));
  return at && { cause: kubelet ? 'docker-service-unit/kubelet-requires' : 'docker-service-unit/requires', at };
}

function unitOf(fact: CommandFact, program: string): { readonly name: string; readonly at: Token } | undefined {
  if (program === 'docker' && fact.words[0]?.text.includes('/init.d/')) return { name: 'docker', at: fact.at };
  const acts = PROGRAMS.has(program) || program.includes('systemctl');
  if (!acts) return undefined;
  if (program === 'net' && !/^(start|stop)$/i.test(fact.words[1]?.text ?? '')) return undefined;
  for (const word of fact.words.slice(1)) {
    const name = word.text.replace(/^(-u|--unit=|--name=)(?=docker)/, '').toLowerCase();
    if (UNITS.has(name)) return { name, at: word };
  }
  return undefined;
}

function commandCause(fact: CommandFact, program: string): Cause {
  if (program === 'journalctl' || EVENT_LOG.test(program)) return 'docker-service-unit/journal';
  const harmless = HARMLESS_VERBS.includes(program) || fact.words.some((word) => HARMLESS_VERBS.includes(word.text));
  if (ASKS_FIRST.test(fact.around)) return 'docker-service-unit/harmless';
  if (/\|\|\s*(exit|die|return\s+[1-9])/.test(fact.around)) return 'docker-service-unit/fatal';
  return harmless ? 'docker-service-unit/harmless' : 'docker-service-unit';
}

function checkSetting(fact: SettingFact, context: RuleContext): Report | undefined {
  const value = fact.value.text.slice(0, 4096);
  const isTask = fact.format === 'ansible' && isServiceTask(fact);
  if (fact.format === 'ansible' && !isTask) return undefined;
  const unit = isTask ? value : UNIT_IN_TEXT.exec(value)?.[2];
  if (unit === undefined) return undefined;
  const cause = isTask ? 'docker-service-unit' : settingCause(fact, value);
  if (!cause) return undefined;
  const quiet = switchesOff(settingsBeside(fact, context))
    ? 'docker-service-unit/harmless'
    : withEngine(cause, fact, context);
  return report(fact, quiet, unit, within(fact.value, unit), context);
}

/** Where the repository installs or uses Docker Engine beside the kubelet's runtime, its unit is there. */
function withEngine(cause: Cause, fact: Fact, context: RuleContext): Cause {
  if (context.placementOf(fact).engine?.kind !== 'own') return cause;
  switch (cause) {
    case 'docker-service-unit':
    case 'docker-service-unit/fatal':
    case 'docker-service-unit/requires':
    case 'docker-service-unit/order':
    case 'docker-service-unit/harmless':
      return 'docker-service-unit/own-engine';
    case 'docker-service-unit/kubelet-requires':
      // The unit runs the kubelet itself as a container of Docker.
      return callsDocker(fact.document) ? 'docker-service-unit/own-engine' : cause;
    default:
      return cause;
  }
}

/** The keys next to the name stop, disable or mask the unit. */
const switchesOff = once((settings: readonly SettingFact[]): boolean =>
  settings.some((other) => {
    const value = other.value.text.toLowerCase();
    return (
      (/^mask(ed)?$/.test(lastKey(other)) && /^(true|yes)$/.test(value)) ||
      (lastKey(other) === 'enabled' && /^(false|no)$/.test(value)) ||
      (lastKey(other) === 'state' && /^(stopped|absent)$/.test(value))
    );
  }),
);

function settingCause(fact: SettingFact, value: string): Cause | undefined {
  const key = lastKey(fact);
  if (fact.format === 'systemd') {
    if (HARD_DEPENDENCIES.includes(key))
      return /kubelet/.test(`${fact.document.target ?? ''} ${fact.document.path}`)
        ? 'docker-service-unit/kubelet-requires'
        : 'docker-service-unit/requires';
    return SOFT_DEPENDENCIES.includes(key) ? 'docker-service-unit/order' : undefined;
  }
  if (value.includes('_SYSTEMD_UNIT')) return 'docker-service-unit/journal';
  if (key === 'name' && fact.path.some((part) => /^(systemd_?)?units$/i.test(part))) return 'docker-service-unit';
  if (/^(requires|before|after|wants)$/i.test(key) && fact.path.some((part) => /hook|unit/i.test(part)))
    return 'docker-service-unit/order';
  if (/^(?:tag|@id|@label)$/i.test(key)) return undefined;
  const path = plain(fact.path.join(''));
  return /systemd|journal|unit/.test(path) && /^[\w\s.,:"'|()\\*^$-]*$/.test(value)
    ? 'docker-service-unit/journal'
    : undefined;
}

/** `service: {name: docker}`, in the long and the short spelling of the module. */
function isServiceTask(fact: SettingFact): boolean {
  const module = (fact.path.at(-2) ?? '').replace(/^ansible\.builtin\./, '');
  return (
    /^(service|systemd|systemd_service|win_service)$/.test(module) &&
    lastKey(fact) === 'name' &&
    UNITS.has(fact.value.text)
  );
}

function readsEventLog(fact: Fact): boolean {
  return fact.kind === 'command' && EVENT_LOG.test(fact.program);
}

function report(fact: Fact, cause: Cause, unit: string, at: Token, { target }: RuleContext): Report {
  const row = DOCKER_UNITS.find((one) => one.unit === unit) ?? DOCKER_UNITS[0];
  const containerd = row?.containerd ?? 'containerd.service';
  const crio = row?.crio ?? 'crio.service';
  return reportAt(
    fact,
    cause,
    {
      message: readsEventLog(fact)
        ? `The event log of ${quoted(unit)} stays empty without Docker Engine`
        : messageOf(cause, unit),
      because: noDocker(target, 'The unit', 'the unit belongs to Docker Engine'),
      instead: advise(
        target,
        commandAdvice(fact, cause, unit, row) ??
          insteadOf(cause, asWritten(containerd, unit, at), asWritten(crio, unit, at)),
      ),
      fix: dependencyFix(fact, cause, at, target.runtime === 'cri-o' ? crio : containerd, target),
    },
    at,
  );
}

/** A unit that calls docker itself would start with the other dependency, and then fail. */
function dependencyFix(fact: Fact, cause: Cause, at: Token, successor: string, target: Target): Fix | undefined {
  if (fact.kind !== 'setting' || fact.format !== 'systemd' || RUNTIMES[target.runtime].keepsDocker) return undefined;
  if (!/\/(?:kubelet-requires|requires|order)$/.test(cause) || callsDocker(fact.document)) return undefined;
  return replaceBy(at, successor);
}

const callsDocker = once((document: Document) =>
  /docker/i.test(
    document.view.text
      .slice(0, 100_000)
      .replace(/\bdocker\.(?:service|socket)\b/g, '')
      .replace(/--[\w-]*docker[\w-]*(?:=\S*)?|--container-runtime=docker\b|dockershim/g, ''),
  ),
);

function messageOf(cause: Cause, unit: string): string {
  const name = quoted(unit);
  switch (cause) {
    case 'docker-service-unit/kubelet-requires':
      return `The kubelet never starts without ${name}, which is not there`;
    case 'docker-service-unit/requires':
      return `This unit never starts without ${name}, which is not there`;
    case 'docker-service-unit/order':
      return `${name} is not there to wait for; the order is ignored`;
    case 'docker-service-unit/journal':
      return `The journal of ${name} stays empty without Docker Engine`;
    case 'docker-service-unit/own-engine':
      return `${name} belongs to the Docker Engine that is installed here, and the kubelet does not use it`;
    case 'docker-service-unit/engine-unit':
      return `${name} is ${unit === 'dockerd' ? 'started' : 'set up'} here, and the kubelet no longer uses it`;
    case 'docker-service-unit/process':
      return `No process ${name} runs on a node without Docker Engine`;
    case 'docker-service-unit/harmless':
      return `There is no ${name} unit on a node without Docker Engine`;
    case 'docker-service-unit/fatal':
      return `This fails and ends the script: there is no ${name} unit`;
    default:
      return `This fails: there is no ${name} unit on a node without Docker Engine`;
  }
}

/** The same command on the unit of the runtime, for commands that would fail. */
function commandAdvice(fact: Fact, cause: Cause, unit: string, row: UnitRow | undefined) {
  if (readsEventLog(fact)) {
    const file = (name: string) => `read the log file of ${name}: it writes no event log under the name of docker`;
    return { containerd: file('containerd'), crio: file('CRI-O') };
  }
  if (fact.kind !== 'command' || !row || !/^docker-service-unit(?:\/fatal)?$/.test(cause)) return undefined;
  if (!fact.words.some(({ text }) => text.toLowerCase() === unit)) return undefined;
  const written = (name: string) => {
    const words = fact.words.map(({ text }) => (text.toLowerCase() === unit ? name : text));
    const harmless = words.includes('restart') ? ', which leaves running pods alone' : '';
    return `write ${quoted(words.join(' '))}${harmless}`;
  };
  return { containerd: written(row.containerd), crio: written(row.crio) };
}

function insteadOf(cause: Cause, containerd: string, crio: string) {
  switch (cause) {
    case 'docker-service-unit/kubelet-requires':
    case 'docker-service-unit/requires':
    case 'docker-service-unit/order':
    case 'docker-service-unit/journal':
      return { containerd: `write ${containerd} in its place`, crio: `write ${crio} in its place` };
    case 'docker-service-unit/own-engine':
      return {
        containerd: `drop it with the package of Docker Engine; the unit of the kubelet’s runtime is ${containerd}`,
        crio: `drop it with the package of Docker Engine; the unit of the kubelet’s runtime is ${crio}`,
      };
    case 'docker-service-unit/engine-unit':
      return { containerd: 'drop it and start containerd.service', crio: 'drop it and start crio.service' };
    case 'docker-service-unit/process':
      return {
        containerd: 'look for containerd (systemctl is-active containerd)',
        crio: 'look for crio (systemctl is-active crio)',
      };
    case 'docker-service-unit/harmless':
      return {
        containerd: `drop the line once no node runs Docker Engine; containerd’s unit is ${containerd}`,
        crio: `drop the line once no node runs Docker Engine; CRI-O’s unit is ${crio}`,
      };
    default:
      return {
        containerd: `write ${containerd} in its place (running pods survive its restart)`,
        crio: `write ${crio} in its place (running pods survive its restart)`,
      };
  }
}

/** A template may add `.service` to a value: then only the part in front of it is written there. */
function asWritten(successor: string, unit: string, at: Token): string {
  const { span } = at.view.root(at.start, at.end);
  const written = span.source.text.slice(span.start, span.end);
  const part = unit.endsWith('.service') && !written.includes('.service') && /^["']?docker["']?$/.test(written);
  return part ? successor.replace(/\.service$/, '') : successor;
}
