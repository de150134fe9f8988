/** Tasks of Ansible that start, stop or enable a unit: `service: {name: docker, state: started}`. */
import { DOCKER_UNITS, SERVICE_MODULE } from '../../data/units.ts';
import type { Document } from '../../model/document.ts';
import type { SettingFact } from '../../model/fact.ts';
import { groupBy } from '../../text/group.ts';
import { once } from '../../text/once.ts';
import type { RuleContext } from '../rule.ts';
import { circumstancesOf } from './circumstances.ts';
import { settingsBeside, settingsOf } from './documents.ts';
import { isIdleHandler } from './handlers.ts';
import { lastKey } from './settings.ts';

/** The units of Docker, by the names that commands and tasks use. */
export const UNITS: ReadonlySet<string> = new Set(DOCKER_UNITS.map((row) => row.unit));

/** `service: {name: docker}`, in the long and the short spelling of the module. */
function isServiceTask(fact: SettingFact): boolean {
  return (
    fact.format === 'ansible' &&
    SERVICE_MODULE.test(fact.path.at(-2) ?? '') &&
    lastKey(fact) === 'name' &&
    UNITS.has(fact.value.text)
  );
}

/** Where the unit is not there, the task counts that as no failure. */
export function failsNever(fact: SettingFact, context: RuleContext): boolean {
  return mayFail(fact, context) || onlyAsks(fact, context);
}

/** The task counts no failure as one: `ignore_errors: true`, `failed_when: false`. */
function mayFail(fact: SettingFact, context: RuleContext): boolean {
  return ignoringTasks(fact.document, context).has(fact.path.slice(0, -2).join('\0'));
}

const ignoringTasks = once(
  (document: Document, context: RuleContext): ReadonlySet<string> =>
    new Set(
      settingsOf(document, context).flatMap((fact) => (isIgnoring(fact) ? [fact.path.slice(0, -1).join('\0')] : [])),
    ),
);

function isIgnoring(fact: SettingFact): boolean {
  switch (lastKey(fact)) {
    case 'ignore_errors':
      return /^(?:true|yes)$/i.test(fact.value.text);
    case 'failed_when':
      return /^(?:false|no)$/i.test(fact.value.text);
    default:
      return false;
  }
}

/** The keys next to the name stop, disable or mask the unit. */
export const switchesOff = once((settings: readonly SettingFact[]): boolean =>
  settings.some((other) => {
    const value = other.value.text.toLowerCase();
    return (
      (/^mask(ed)?$/.test(lastKey(other)) && /^(true|yes)$/.test(value)) ||
      (lastKey(other) === 'enabled' && /^(false|no)$/.test(value)) ||
      (lastKey(other) === 'state' && /^(stopped|absent)$/.test(value))
    );
  }),
);

const ACTS = /^(?:state|enabled|masked|start_mode|force_dependent_services)$/;

/** A task that gives the unit no state only looks it up, and a unit that is not there is no failure: `register: docker_status`. */
function onlyAsks(fact: SettingFact, context: RuleContext): boolean {
  return (
    /systemd(?:_service)?$|win_service$/.test(fact.path.at(-2) ?? '') &&
    !settingsBeside(fact, context).some((other) => ACTS.test(lastKey(other)))
  );
}

/** What acts on one unit under the same conditions, such as a task that enables it and one that restarts it. */
export const actingTasks = once(
  (document: Document, context: RuleContext): ReadonlyMap<SettingFact, readonly SettingFact[]> => {
    const groups = groupBy(settingsOf(document, context).filter(isServiceTask), (fact) => {
      const isOff = switchesOff(settingsBeside(fact, context));
      const isIdle = isIdleHandler(fact, context.project);
      return [fact.value.text, isOff, isIdle, failsNever(fact, context), circumstancesOf(fact)].join('\0');
    });
    return new Map([...groups.values()].flatMap((group) => group.map((fact) => [fact, group] as const)));
  },
);
