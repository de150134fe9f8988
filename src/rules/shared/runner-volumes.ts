/** Volumes that a runner or controller of CI gives to the pods of its jobs, as its configuration writes them. */
import type { SettingFact } from '../../model/fact.ts';
import { once } from '../../text/once.ts';
import type { RuleContext } from '../rule.ts';
import { settingsBeside } from './documents.ts';
import { endsWithKey, lastKey } from './settings.ts';

/** The path of the node: `host_path`, or `mount_path` where a `host_path` volume of GitLab's runner names none. */
export function isHostPathOfRunner(fact: SettingFact, context: RuleContext): boolean {
  if (isVolumeOfJenkins(fact)) return !endsWithKey(fact, 'mountPath');
  return endsWithKey(fact, 'host_path') || (endsWithKey(fact, 'mount_path') && mountsItself(fact, context));
}

export function isVolumeOfJenkins({ path }: SettingFact): boolean {
  return path.at(-2) === 'hostPathVolume';
}

function mountsItself(fact: SettingFact, context: RuleContext): boolean {
  return fact.path.slice(0, -1).includes('host_path') && !namesHostPath(settingsBeside(fact, context));
}

const namesHostPath = once((settings: readonly SettingFact[]): boolean =>
  settings.some((one) => lastKey(one) === 'host_path'),
);
