/** Finds everything that starts, stops, waits for or listens to the docker unit or its processes. */

import { RUNTIMES } from '../data/runtimes.ts';
import {
  ASKING_SIGNAL,
  DOCKER_PROCESSES,
  DOCKER_UNITS,
  HARD_DEPENDENCIES,
  HARMLESS_VERBS,
  KILLERS,
  PROCESS_PROGRAMS,
  SERVICE_PROGRAMS,
  SOFT_DEPENDENCIES,
  SUPERVISORS,
} from '../data/units.ts';
import type { Cause } from '../judge.ts';
import type { Document, Token } from '../model/document.ts';
import type { CommandFact, EnvFact, Fact, PathFact, SettingFact } from '../model/fact.ts';
import { LIMITS } from '../model/limits.ts';
import { groupBy } from '../text/group.ts';
import { once } from '../text/once.ts';
import { baseName } from '../text/path.ts';
import { spanOf } from '../text/placed.ts';
import type { Report, ReportFix, Rule, RuleContext } from './rule.ts';
import { circumstancesOf } from './shared/circumstances.ts';
import { DAEMON_ROWS } from './shared/daemon-options.ts';
import { settingsBeside, settingsOf, settingsOfSameMap } from './shared/documents.ts';
import { hasEngineInContainer } from './shared/engines.ts';
import { replaceBy } from './shared/fixes.ts';
import { isIdleHandler } from './shared/handlers.ts';
import { installedBy, installerPlaces, isInstalledDropIn } from './shared/installed-files.ts';
import { asOne, reportAt } from './shared/reports.ts';
import { callsDocker, runsDocker, withEngine } from './shared/service-engines.ts';
import { journalCause, speaksOfUnits } from './shared/service-journals.ts';
import { needCause, neededBy } from './shared/service-needs.ts';
import { actingTasks, failsNever, switchesOff, UNITS } from './shared/service-tasks.ts';
import {
  asksVersion,
  asWritten,
  commandAdvice,
  QUESTIONS,
  readsEventLog,
  takesServiceAway,
  unitAdvice,
  unitMessage,
} from './shared/service-words.ts';
import { lastKey } from './shared/settings.ts';
import { isWritten, within } from './shared/tokens.ts';
import { advise, alike, noDocker, quoted } from './shared/words.ts';

const PROGRAMS = new Set(SERVICE_PROGRAMS.map((row) => row.program));
/** As a name, or as the regular expression for it. */
const UNIT_IN_TEXT = /(^|[^\w.-])(docker\\?\.(?:service|socket))(?![\w.-])/;

export const rule: Rule = {
  id: 'docker-service-unit',
  summary: 'A command, unit or log filter depends on the docker service.',
  fix: {
    safe: 'The unit of the runtime takes the place of docker.service in `After=` and its like, in what the kubelet requires, and in filters of the journal; not in units that call docker themselves.',
    unsafe:
      'The same in what other units require, in `systemctl` commands and in service tasks of Ansible. They fail on nodes that have no such unit yet, and a unit that needs Docker Engine itself has to be changed first.',
  },
  triggers: ['docker'],
  checks: { command: checkCommand, path: checkUnitFile, setting: checkSetting, env: checkVariable },
};

function checkCommand(fact: CommandFact, context: RuleContext): Report | undefined {
  if (hasEngineInContainer(fact, context)) return undefined;
  const program = fact.program.toLowerCase();
  if (isDockerd(fact)) return fact.pod ? undefined : reportDockerd(fact, context);
  if (PROCESS_PROGRAMS.includes(program)) {
    const name = fact.words.slice(1).find((word) => DOCKER_PROCESSES.includes(word.text));
    return name && report(fact, processCause(fact, program), name.text, fact.at, context);
  }
  const need = neededBy(fact);
  if (need) return report(fact, need.cause, 'docker', need.at, context);
  const unit = unitOf(fact);
  if (!unit) return undefined;
  const line = actingCommands(fact.document, context).get(fact) ?? [{ fact, unit }];
  if (line[0]?.fact !== fact) return undefined;
  return allAsOne(line.map((one) => reportCommand(one, context)));
}

function startsNothing(fact: Fact): boolean {
  return asksVersion(fact) || takesServiceAway(fact);
}

/** `dockerd`, or `docker -d` of a unit that was written before 1.8, and `docker daemon` before 17.06. */
function isDockerd({ program, words, document }: CommandFact): boolean {
  if (program === 'docker' && document.language === 'systemd')
    return /^(?:-d|--daemon|daemon)$/.test(words[1]?.text ?? '');
  return /^dockerd(?:\.exe)?$/i.test(program);
}

function reportDockerd(fact: CommandFact, context: RuleContext): Report | undefined {
  // What stands in a unit or drop-in that the document writes is told where it writes it.
  if (isInWrittenUnit(fact.document, context)) return undefined;
  // A drop-in of the repository starts it only to give it options, which are told.
  if (isInstalledDropIn(fact.document, context) && hasOptions(fact.document, context)) return undefined;
  if (startsNothing(fact)) return report(fact, 'docker-service-unit/harmless', 'dockerd', fact.at, context);
  const told = report(fact, withEngine('docker-service-unit/engine-unit', fact, context), 'dockerd', fact.at, context);
  return { ...told, related: [...(told.related ?? []), ...installerPlaces(fact.document, context)] };
}

const hasOptions = once((document: Document, { factsOf }: RuleContext): boolean =>
  factsOf(document).some((fact) => fact.kind === 'flag' && fact.program === 'dockerd' && DAEMON_ROWS.has(fact.name)),
);

function isInWrittenUnit({ parent, target = '' }: Document, context: RuleContext): boolean {
  if (!parent) return false;
  return (
    /\/docker\.service\.d\/[^/]+$/.test(target) ||
    (UNIT_FILE.test(target) && unitsWritten(parent, context) !== undefined)
  );
}

const startsDockerd = once((document: Document, { factsOf }: RuleContext): boolean =>
  factsOf(document).some((fact) => fact.kind === 'command' && isDockerd(fact) && !startsNothing(fact)),
);

interface Acting {
  readonly fact: CommandFact;
  /** The unit that it acts on. */
  readonly unit: Unit;
}

function reportCommand({ fact, unit }: Acting, context: RuleContext): Report {
  const at = isWritten(unit.at) ? fact.at : unit.at;
  return report(fact, withEngine(commandCause(fact), fact, context), unit.name, at, context);
}

/** `systemctl enable docker`, and `systemctl restart docker` further down: what acts on a unit for one reason. */
const actingCommands = once(
  (document: Document, { factsOf }: RuleContext): ReadonlyMap<CommandFact, readonly Acting[]> => {
    const acting = factsOf(document).flatMap((fact): Acting[] => {
      const unit = fact.kind === 'command' ? unitOf(fact) : undefined;
      return fact.kind === 'command' && unit ? [{ fact, unit }] : [];
    });
    const groups = [...groupBy(acting, reasonKey).values()];
    return new Map(groups.flatMap((group) => group.map(({ fact }) => [fact, group] as const)));
  },
);

/** The same for all commands of a file that act on a unit under the same conditions. */
function reasonKey({ fact, unit }: Acting): string {
  return [unit.name, commandCause(fact), circumstancesOf(fact)].join('\0');
}

function isProcess(fact: Fact): boolean {
  return fact.kind === 'command' && PROCESS_PROGRAMS.includes(fact.program.toLowerCase());
}

/** What only ends dockerd has nothing to do without it. */
function processCause({ polarity, words, onFailure }: CommandFact, program: string): Cause {
  const ends = KILLERS.includes(program) && !words.some(({ text }) => ASKING_SIGNAL.test(text));
  if (onFailure === 'alarms' && !ends) return 'docker-service-unit/process';
  return ends || polarity === 'probes' ? 'docker-service-unit/harmless' : 'docker-service-unit/process';
}

const UNIT_FILE = /^\/(?:etc|lib|usr\/lib|run)\/systemd\/system\/(docker\.(?:service|socket))$/;

/** The first line of a document that writes a unit of Docker: its socket, and edits of both, go with it. */
const unitsWritten = once((document: Document, { factsOf }: RuleContext): PathFact | undefined =>
  factsOf(document).find(
    (fact): fact is PathFact =>
      fact.kind === 'path' && fact.use === 'write' && UNIT_FILE.test(fact.path) && fact.command?.program !== 'rm',
  ),
);

/** The unit itself is written, by a template or a script. */
function checkUnitFile(fact: PathFact, context: RuleContext): Report | undefined {
  const unit = fact.use === 'write' ? UNIT_FILE.exec(fact.path)?.[1] : undefined;
  if (unit === undefined || fact.command?.program === 'rm') return undefined;
  if (unitsWritten(fact.document, context) !== fact) return undefined;
  // What the file of the repository starts is told there.
  if (installedBy(fact, context).some((document) => startsDockerd(document, context))) return undefined;
  return report(fact, withEngine('docker-service-unit/engine-unit', fact, context), unit, fact.at, context);
}

/** `rc_need="docker"` in /etc/conf.d/kubelet: https://github.com/OpenRC/openrc/blob/master/etc/rc.conf */
function checkVariable(fact: EnvFact, context: RuleContext): Report | undefined {
  const { name, value, document } = fact;
  if (!/^rc_(?:\w{1,40}_)?need$/.test(name) || !value || !/(?:^|\s)docker(?:\s|$)/.test(value.text)) return undefined;
  return report(fact, needCause(document, name), 'docker', within(value, 'docker'), context);
}

interface Unit {
  readonly name: string;
  readonly at: Token;
}

function unitOf(fact: CommandFact): Unit | undefined {
  const program = fact.program.toLowerCase();
  if (program === 'docker' && fact.words[0]?.text.includes('/init.d/')) return { name: 'docker', at: fact.at };
  const acts = PROGRAMS.has(program) || program.includes('systemctl');
  if (!acts) return undefined;
  if (program === 'net' && !/^(start|stop)$/i.test(fact.words[1]?.text ?? '')) return undefined;
  for (const word of fact.words.slice(1)) {
    const written = SUPERVISORS.has(program) ? baseName(word.text.replace(/\/$/, '')) : word.text;
    const name = written.replace(/^(-u|--unit=|--name=)(?=docker)/, '').toLowerCase();
    if (UNITS.has(name)) return { name, at: word };
  }
  return undefined;
}

function commandCause(fact: CommandFact): Cause {
  const program = fact.program.toLowerCase();
  if (program === 'journalctl' || readsEventLog(fact)) return 'docker-service-unit/journal';
  const harmless = HARMLESS_VERBS.includes(program) || fact.words.some((word) => HARMLESS_VERBS.includes(word.text));
  // A monitor that asks for the unit alarms for good where there is none.
  if (fact.onFailure === 'alarms' && fact.words.some(({ text }) => QUESTIONS.has(text)))
    return 'docker-service-unit/alarm';
  if (fact.onFailure === 'waits' && fact.words.some(({ text }) => QUESTIONS.has(text)))
    return 'docker-service-unit/waits';
  if (asksFirst(fact) || isQuiet(program, fact)) return 'docker-service-unit/harmless';
  if (fact.onFailure === 'gives-up') return 'docker-service-unit/fatal';
  // `systemctl start docker || true`
  return harmless || fact.onFailure === 'goes-on' ? 'docker-service-unit/harmless' : 'docker-service-unit';
}

/** `Get-Service docker -ErrorAction SilentlyContinue`, `Set-Service docker -StartupType Disabled`, `Set-Service docker -Status Stopped`, `sc config docker start= disabled`, `chkconfig docker off` */
function isQuiet(program: string, { words }: CommandFact): boolean {
  const has = (text: string) => words.some((word) => word.text.toLowerCase() === text);
  return (
    (program === 'get-service' && has('silentlycontinue')) ||
    (/^(?:set-service|sc(?:\.exe)?)$/.test(program) && (has('disabled') || has('stopped'))) ||
    (program === 'chkconfig' && has('off'))
  );
}

/** `systemctl is-active docker && systemctl restart docker` */
function asksFirst({ statement }: CommandFact): boolean {
  const [first] = statement.commands;
  return statement.asksFirst && first?.words.some(({ text }) => QUESTIONS.has(text)) === true;
}

function checkSetting(fact: SettingFact, context: RuleContext): Report | undefined {
  if (fact.format !== 'ansible') return reportSetting(fact, context);
  const tasks = actingTasks(fact.document, context).get(fact);
  if (tasks?.[0] !== fact) return undefined;
  return allAsOne(tasks.flatMap((task) => reportSetting(task, context) ?? []));
}

/** One finding for all that acts on a unit. */
function allAsOne([first, ...others]: readonly Report[]): Report | undefined {
  if (!first || others.length === 0) return first;
  // A variable with two values makes two commands of one line.
  const own = spanOf(first.at).start;
  const further = others.filter(({ at }) => spanOf(at).start !== own);
  if (further.length === 0) return first;
  const shown = further.map(({ at }) => ({ at, message: 'the same unit again' }));
  return { ...asOne(first, further), related: [...(first.related ?? []), ...shown].slice(0, LIMITS.relatedPlaces) };
}

function reportSetting(fact: SettingFact, context: RuleContext): Report | undefined {
  const value = fact.value.text.slice(0, 4096);
  const isTask = fact.format === 'ansible';
  const unit = isTask ? value : UNIT_IN_TEXT.exec(value)?.[2]?.replace('\\', '');
  if (unit === undefined) return undefined;
  const cause = isTask ? taskCause(fact, context) : settingCause(fact, value, context);
  // What the unit itself does with docker tells that it needs it.
  if (!cause || (cause === 'docker-service-unit/requires' && runsDocker(fact.document, context))) return undefined;
  if (cause === 'docker-service-unit/unit-list' && isOnlyExtended(fact, context))
    return withDropIns(fact, withEngine('docker-service-unit/drop-in', fact, context), unit, context);
  const quiet = switchesOff(settingsBeside(fact, context))
    ? 'docker-service-unit/harmless'
    : withEngine(cause, fact, context);
  return withDropIns(fact, quiet, unit, context);
}

/** What the drop-ins of the unit say goes with it. */
function withDropIns(fact: SettingFact, cause: Cause, unit: string, context: RuleContext): Report {
  const told = report(fact, cause, unit, within(fact.value, unit), context);
  const parts = fact.format === 'systemd' ? [] : context.partsOf(fact.document);
  const settings = parts
    .filter(({ target = '' }) => target.includes(`/${unit}.d/`))
    .flatMap((part) =>
      context
        .factsOf(part)
        .filter(({ kind }) => kind === 'env' || kind === 'setting')
        .slice(0, 1),
    );
  if (settings.length === 0) return told;
  const shown = settings.map(({ at }) => ({
    at,
    message: 'in a drop-in: proxies and limits go into one of the runtime’s unit',
  }));
  return { ...told, related: [...(told.related ?? []), ...shown].slice(0, LIMITS.relatedPlaces) };
}

function taskCause(fact: SettingFact, context: RuleContext): Cause {
  return failsNever(fact, context) || isIdleHandler(fact, context.project)
    ? 'docker-service-unit/harmless'
    : 'docker-service-unit';
}

const DROP_INS = /^drop-?ins?$/i;
const STARTS = /^(?:command|enabled?)$/i;

/** `{name: docker.service, dropins: […]}`: the unit gets a drop-in, and nothing starts it or writes it. */
function isOnlyExtended(fact: SettingFact, context: RuleContext): boolean {
  const starts = settingsBeside(fact, context).some(
    (other) => STARTS.test(lastKey(other)) || /^contents?$/.test(lastKey(other)),
  );
  return !starts && extendedUnits(fact.document, context).has(fact.path.slice(0, -1).join('\0'));
}

/** The maps in which a key holds drop-ins. */
const extendedUnits = once((document: Document, context: RuleContext): ReadonlySet<string> => {
  const found = settingsOf(document, context).flatMap(({ path }) => {
    const at = path.findIndex((part) => DROP_INS.test(part));
    return at < 0 ? [] : [path.slice(0, at).join('\0')];
  });
  return new Set(found);
});

function settingCause(fact: SettingFact, value: string, context: RuleContext): Cause | undefined {
  const key = lastKey(fact);
  if (fact.format === 'systemd') {
    if (HARD_DEPENDENCIES.includes(key)) return needCause(fact.document);
    return SOFT_DEPENDENCIES.includes(key) ? 'docker-service-unit/order' : undefined;
  }
  if (value.includes('_SYSTEMD_UNIT')) return journalCause(fact, context);
  // Every system that reads such lists, Flatcar and Fedora CoreOS, comes with Docker Engine.
  if (key === 'name' && fact.path.some((part) => /^(?:(?:systemd_?)?units|ignition_systemd_unit)$/i.test(part)))
    return 'docker-service-unit/unit-list';
  if (/^(requires|before|after|wants)$/i.test(key) && fact.path.some((part) => /hook|unit/i.test(part)))
    return /^requires$/i.test(key) ? 'docker-service-unit/requires' : 'docker-service-unit/order';
  if (/^(?:tag|@id|@label)$/i.test(key)) return undefined;
  if (key === 'regex' && settingsOfSameMap(fact, context).some(isLabelOfUnits)) return journalCause(fact, context);
  return speaksOfUnits(fact.path) && /^[\w\s.,:"'|()\\*^$-]*$/.test(value) ? journalCause(fact, context) : undefined;
}

/** `source_labels: [__journal__systemd_unit]` of a rule that keeps or names what it finds. */
function isLabelOfUnits({ path, value }: SettingFact): boolean {
  return path.some((one) => one === 'source_labels') && /^__journal_+systemd_unit$/.test(value.text);
}

function report(fact: Fact, cause: Cause, unit: string, at: Token, { target, placementOf }: RuleContext): Report {
  const row = DOCKER_UNITS.find((one) => one.unit === unit) ?? DOCKER_UNITS[0];
  const containerd = row?.containerd ?? 'containerd.service';
  const crio = row?.crio ?? 'crio.service';
  return reportAt(
    fact,
    cause,
    {
      message: readsEventLog(fact)
        ? `The event log of ${quoted(unit)} stays empty without Docker Engine`
        : startsNothing(fact)
          ? 'There is no `dockerd` on a node without Docker Engine'
          : unitMessage(isProcess(fact) ? 'docker-service-unit/process' : cause, unit, placementOf(fact)),
      ...noDocker(target, 'the unit belongs to Docker Engine'),
      instead: advise(
        target,
        commandAdvice(fact, cause, unit, row) ??
          dependencyAdvice(fact, cause) ??
          unitAdvice(cause, { containerd: asWritten(containerd, unit, at), crio: asWritten(crio, unit, at) }),
      ),
      fix: RUNTIMES[target.runtime].keepsDocker
        ? undefined
        : unitFix(fact, cause, at, asWritten(target.runtime === 'cri-o' ? crio : containerd, unit, at)),
    },
    at,
  );
}

/** `kubelet.service` itself or a drop-in of it, and no `kubelet-agent.service`. */
const OWN_UNIT = /(?:^|\/)kubelet\.service\b/;

/** A unit that runs docker needs more than another name to wait for. */
function dependencyAdvice(fact: Fact, cause: Cause) {
  if (fact.kind !== 'setting' || fact.format !== 'systemd' || !callsDocker(fact.document)) return undefined;
  if (!/\/(?:kubelet-requires|requires)$/.test(cause)) return undefined;
  // Nothing else starts the kubelet than its unit.
  if (cause === 'docker-service-unit/kubelet-requires' && OWN_UNIT.test(fact.document.target ?? fact.document.path)) {
    const written = (unit: string) =>
      `write ${unit} in its place, and let the unit run the kubelet on the node itself: no line of it may call docker`;
    return { containerd: written('containerd.service'), crio: written('crio.service') };
  }
  return alike(
    'drop it when the unit no longer runs docker: what it starts becomes a static pod, a DaemonSet or a program of the host',
  );
}

const ACTS = /^(?:start|restart|enable)$/;

function unitFix(fact: Fact, cause: Cause, at: Token, successor: string): ReportFix | undefined {
  if (cause === 'docker-service-unit/own-engine' || cause === 'docker-service-unit/drop-in') return undefined;
  if (fact.kind === 'command') {
    // A question is asked for what follows it, which docker commands may be; of two units one would be named twice.
    const units = fact.program === 'systemctl' ? fact.words.filter(({ text }) => UNITS.has(text)) : [];
    const [named, other] = units;
    if (!named || other || !fact.words.some(({ text }) => ACTS.test(text))) return undefined;
    return replaceBy(named, successor, 'unsafe');
  }
  if (fact.kind !== 'setting') return undefined;
  if (cause === 'docker-service-unit/journal') return replaceBy(at, successor);
  if (fact.format === 'ansible' && cause === 'docker-service-unit') return replaceBy(at, successor, 'unsafe');
  // A unit that calls docker itself would start with the other dependency, and then fail.
  if (fact.format !== 'systemd' || callsDocker(fact.document)) return undefined;
  if (cause === 'docker-service-unit/requires') return replaceBy(at, successor, 'unsafe');
  return /\/(?:kubelet-requires|order)$/.test(cause) ? replaceBy(at, successor) : undefined;
}
