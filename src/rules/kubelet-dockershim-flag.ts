/** Finds flags of the kubelet that were removed together with dockershim. */
import { DOCKERSHIM_FLAGS } from '../data/flags.ts';
import { RUNTIMES } from '../data/runtimes.ts';
import type { FlagFact, SettingFact } from '../model/fact.ts';
import type { Report, Rule, RuleContext } from './rule.ts';
import { deletion, flagAdvice, knownByName, kubeletFlag, kubeletFrom } from './shared/kubelet-flags.ts';
import { reportAt } from './shared/reports.ts';
import { quoted } from './shared/words.ts';

export const rule: Rule = {
  id: 'kubelet-dockershim-flag',
  summary: 'A flag that the kubelet lost together with dockershim.',
  fix: {
    safe: 'Deletes a flag that does nothing any more, or says what the runtime does by default, with its comma, backslash, list item or line.',
  },
  triggers: [
    'network-plugin',
    'network_plugin',
    'networkplugin',
    'cni-bin-dir',
    'cni-conf-dir',
    'cni-cache-dir',
    'cni_bin_dir',
    'cni_conf_dir',
    'cni_cache_dir',
    'docker',
    'image-pull-progress',
    'image_pull_progress',
    'imagepullprogress',
    'non-masquerade',
    'nonmasquerade',
    'non_masquerade',
    'redirect-container-streaming',
  ],
  checks: { flag: check, setting: check },
};

function check(fact: FlagFact | SettingFact, context: RuleContext): Report | undefined {
  return checkRemoved(fact, context) ?? checkCgroups(fact, context);
}

function checkRemoved(fact: FlagFact | SettingFact, context: RuleContext): Report | undefined {
  const hit = kubeletFlag(fact, DOCKERSHIM_FLAGS, context);
  if (!hit) return undefined;
  const { row, value } = hit;
  return reportAt(knownByName(fact, hit), 'kubelet-dockershim-flag', {
    message: `${kubeletFrom(row.removed, context.target)} does not start with ${quoted(`--${row.flag}`)}: unknown flag`,
    because: `Kubernetes 1.${row.removed} removed the flag${row.removed < 24 ? ', which only dockershim read' : ' together with dockershim'}`,
    instead:
      row.flag === 'network-plugin' && value?.text === 'kubenet'
        ? kubenetAdvice(context)
        : flagAdvice(fact, hit, context.target),
    fix: deletion(fact, hit, context.target),
  });
}

function kubenetAdvice({ target }: RuleContext): string {
  return RUNTIMES[target.runtime].keepsDocker
    ? 'Move --network-plugin=kubenet from the kubelet to cri-dockerd, or install a CNI plugin'
    : 'Delete it and install a CNI plugin: kubenet has no successor in the kubelet';
}

/** A flag that stays, with a value that names a cgroup which is not there. */
function checkCgroups(fact: FlagFact | SettingFact, { target }: RuleContext): Report | undefined {
  const named =
    fact.kind === 'flag'
      ? fact.name === 'runtime-cgroups' && fact.program !== 'cri-dockerd'
      : fact.path.at(-1) === 'runtimeCgroups';
  const value = fact.value?.text ?? '';
  if (!named || !value.includes('docker')) return undefined;
  const unit = RUNTIMES[target.runtime].unit;
  return reportAt(fact, 'kubelet-dockershim-flag/wrong-value', {
    message: 'The cgroup of `docker.service` does not exist, so the kubelet reports no statistics of the runtime',
    because:
      'Since Kubernetes 1.24 nodes need no Docker Engine, and without it there is no docker.service (the log says: failed to get system container stats)',
    instead: `Write /system.slice/${unit}.service`,
  });
}
