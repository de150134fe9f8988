/** Finds --container-runtime and --pod-infra-container-image, which outlived dockershim for a while. */
import { RUNTIME_FLAGS } from '../data/flags.ts';
import { KUBEADM_API, type KubeadmApiRow } from '../data/kubeadm-api.ts';
import { RUNTIMES } from '../data/runtimes.ts';
import type { Cause } from '../judge.ts';
import type { Document } from '../model/document.ts';
import type { Fact, FlagFact, SettingFact } from '../model/fact.ts';
import type { TargetRuntime } from '../model/target.ts';
import { once } from '../text/once.ts';
import type { Report, ReportFix, Rule, RuleContext } from './rule.ts';
import { replaceBy } from './shared/fixes.ts';
import {
  deletion,
  type FlagHit,
  flagAdvice,
  flagWithValue,
  knownByName,
  kubeletFlag,
  kubeletFrom,
} from './shared/kubelet-flags.ts';
import { onWindows } from './shared/platform.ts';
import { removal } from './shared/removals.ts';
import { reportAt } from './shared/reports.ts';
import { quoted } from './shared/words.ts';

export const rule: Rule = {
  id: 'kubelet-container-runtime-flag',
  summary: 'The kubelet is given --container-runtime or --pod-infra-container-image.',
  fix: {
    safe: '`--container-runtime=docker` becomes `--container-runtime-endpoint` with the socket of the runtime, or goes where that is written already; `--container-runtime=remote` goes.',
    unsafe:
      '`--pod-infra-container-image` goes. The runtime has to be told the pause image first, or it pulls its own.',
  },
  triggers: ['container-runtime', 'pod-infra-container-image', 'container_runtime', 'podinfracontainerimage'],
  checks: { flag: check, setting: check },
};

function check(fact: FlagFact | SettingFact, context: RuleContext): Report | undefined {
  const { target } = context;
  const hit = kubeletFlag(fact, RUNTIME_FLAGS, context);
  if (!hit) return undefined;
  const cause = causeOf(hit);
  const lastApi = cause === 'kubelet-container-runtime-flag' ? apiGoneWith(fact, hit.row.removed) : undefined;
  if (lastApi) return ofOldApi(fact, hit, lastApi);
  const runtime = runtimeOf(fact, context);
  return reportAt(knownByName(fact, hit), cause, {
    message: `${kubeletFrom(cause === 'kubelet-container-runtime-flag/docker' ? 24 : hit.row.removed, target)} does not start with ${quoted(`--${hit.row.flag}${cause.endsWith('/docker') ? `=${hit.value?.text}` : ''}`)}`,
    because:
      cause === 'kubelet-container-runtime-flag/docker'
        ? `Kubernetes 1.24 removed ${hit.value?.text === 'rkt' ? 'every value but remote' : 'dockershim, which this value names'}; 1.27 removed the flag`
        : `The flag was deprecated in Kubernetes 1.24 and removed in 1.${hit.row.removed}`,
    instead: endpointAdvice(fact, hit, context) ?? flagAdvice(fact, hit, { ...target, runtime }),
    fix: deletion(fact, hit, target) ?? endpointFix(fact, hit, context),
  });
}

/** The version of kubeadm's file that went no later than the flag: whoever reads the file gives it to a kubelet that takes it. */
function apiGoneWith({ document }: Fact, removed: number): KubeadmApiRow | undefined {
  const version = /^kubeadm\.k8s\.io\/(\w{1,20})$/.exec(document.object?.apiVersion ?? '')?.[1];
  return KUBEADM_API.find((row) => row.version === version && row.removed !== undefined && row.removed <= removed);
}

function ofOldApi(fact: FlagFact | SettingFact, hit: FlagHit, { version, removed }: KubeadmApiRow): Report {
  const flag = quoted(`--${hit.row.flag}`);
  return reportAt(knownByName(fact, hit), 'kubelet-container-runtime-flag/old-api', {
    message: `Only kubeadm before Kubernetes 1.${removed} reads this ${version} file, and its kubelet still takes ${flag}`,
    because: `The flag was removed in Kubernetes 1.${hit.row.removed}`,
    instead: `Drop it when you move the file to a newer version, as \`kubeadm config migrate\` writes it`,
  });
}

/** What a machine is told beside the flag is known better than what nodes are said to run: `--container-runtime-endpoint=unix:///run/crio/crio.sock`. */
function runtimeOf({ document }: Fact, context: RuleContext): TargetRuntime {
  const { runtime } = context.target;
  return runtime === 'containerd' && namesCrio(document, context) ? 'cri-o' : runtime;
}

const namesCrio = once((document: Document, { factsOf }: RuleContext): boolean =>
  factsOf(document).some((one) => isEndpoint(one) && /\bcrio\.sock\b/.test(one.value?.text ?? '')),
);

/** The socket as the line writes a flag, unless it is named already; a value that names no runtime of today says nothing about it. */
function endpointAdvice(fact: Fact, { row, value }: FlagHit, context: RuleContext): string | undefined {
  if (row.flag !== 'container-runtime' || row.deletable.includes(value?.text ?? '')) return undefined;
  if (namesEndpoint(fact.document, context)) return 'Delete it: the socket of the runtime is named beside it';
  const socket = onWindows(fact)
    ? RUNTIMES[context.target.runtime].windowsPipe
    : `unix://${RUNTIMES[context.target.runtime].socket}`;
  if (fact.kind === 'setting') return `Write containerRuntimeEndpoint: ${socket} in its place`;
  const written = fact.kind === 'flag' && fact.carrier === 'map' ? ': ' : '=';
  const flag = `${written === '=' ? '--' : ''}container-runtime-endpoint${written}${socket}`;
  return `Write ${flag} in its place (KubeletConfiguration: containerRuntimeEndpoint)`;
}

/** The flag that names the socket, in place of the one that names docker; none where it is there. */
function endpointFix(fact: Fact, { row, value }: FlagHit, context: RuleContext): ReportFix | undefined {
  if (fact.kind !== 'flag' || row.flag !== 'container-runtime' || value?.text !== 'docker') return undefined;
  const { runtime } = context.target;
  if (RUNTIMES[runtime].keepsDocker || onWindows(fact)) return undefined;
  const at = fact.carrier === 'map' ? undefined : flagWithValue(fact);
  if (!at) return undefined;
  return namesEndpoint(fact.document, context)
    ? removal(at)
    : replaceBy(at, `--container-runtime-endpoint=unix://${RUNTIMES[runtime].socket}`);
}

const namesEndpoint = once((document: Document, { factsOf }: RuleContext): boolean =>
  factsOf(document).some(isEndpoint),
);

function isEndpoint(fact: Fact): fact is FlagFact | SettingFact {
  if (fact.kind === 'flag') return fact.name === 'container-runtime-endpoint';
  return fact.kind === 'setting' && /^(?:containerRuntimeEndpoint|criSocket)$/.test(fact.path.at(-1) ?? '');
}

function causeOf({ row, value }: FlagHit): Cause {
  if (row.flag === 'pod-infra-container-image') return 'kubelet-container-runtime-flag/pause-image';
  return value?.text === 'docker' || value?.text === 'rkt'
    ? 'kubelet-container-runtime-flag/docker'
    : 'kubelet-container-runtime-flag';
}
