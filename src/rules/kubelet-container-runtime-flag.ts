/** Finds --container-runtime and --pod-infra-container-image, which outlived dockershim for a while. */
import { RUNTIME_FLAGS } from '../data/flags.ts';
import type { Cause } from '../judge.ts';
import type { Rule } from './rule.ts';
import { deletion, type FlagHit, flagAdvice, kubeletFlag, kubeletFrom } from './shared/kubelet-flags.ts';
import { onWindows } from './shared/platform.ts';
import { reportAt } from './shared/reports.ts';
import { quoted } from './shared/words.ts';

export const rule: Rule = {
  id: 'kubelet-container-runtime-flag',
  summary: 'The kubelet is given --container-runtime or --pod-infra-container-image.',
  triggers: ['container-runtime', 'pod-infra-container-image', 'container_runtime', 'podinfracontainerimage'],
  checkFact(fact, context) {
    const { target } = context;
    const hit = kubeletFlag(fact, RUNTIME_FLAGS, context);
    if (!hit) return undefined;
    const cause = causeOf(hit);
    return reportAt(fact, cause, {
      message: `${kubeletFrom(cause === 'kubelet-container-runtime-flag/docker' ? 24 : hit.row.removed, target)} does not start with ${quoted(`--${hit.row.flag}${cause.endsWith('/docker') ? `=${hit.value?.text}` : ''}`)}`,
      because:
        cause === 'kubelet-container-runtime-flag/docker'
          ? `Kubernetes 1.24 removed ${hit.value?.text === 'rkt' ? 'every value but remote' : 'dockershim, which this value names'}; 1.27 removed the flag`
          : `The flag was deprecated in Kubernetes 1.24 and removed in 1.${hit.row.removed}`,
      instead: flagAdvice(hit.row, hit.value, target, onWindows(fact)),
      fix: deletion(fact, hit, target),
    });
  },
};

function causeOf({ row, value }: FlagHit): Cause {
  if (row.flag === 'pod-infra-container-image') return 'kubelet-container-runtime-flag/pause-image';
  return value?.text === 'docker' || value?.text === 'rkt'
    ? 'kubelet-container-runtime-flag/docker'
    : 'kubelet-container-runtime-flag';
}
