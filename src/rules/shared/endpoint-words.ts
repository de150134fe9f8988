import { RUNTIMES } from '../../data/runtimes.ts';
import type { Cause } from '../../judge.ts';
import type { Fact } from '../../model/fact.ts';
import type { TargetRuntime } from '../../model/target.ts';
import type { RuleContext } from '../rule.ts';
import { deletionBeside, isDiscoveryJob } from './collectors.ts';
import { onWindows } from './platform.ts';
import { productAdvice } from './products.ts';
import { containerdAdvice } from './socket-advice.ts';
import { advise, alike, quoted } from './words.ts';

/** `curl --unix-socket /var/run/docker.sock http://localhost/_ping` */
const CALLS_BY_HAND = /^(?:curl|nc|ncat|netcat|socat)$/;

const ASKED_WITH_CRICTL =
  'Ask the runtime with crictl in place of this call (`crictl info` for /_ping, /info and /version, `crictl ps` and `crictl inspect` for containers): no other socket answers Docker’s API';

/** `chmod 666 /var/run/docker.sock`, and the module of Ansible for it. */
export function setsRights(fact: Fact): boolean {
  if (fact.kind !== 'path') return false;
  const { command, use, document } = fact;
  return command
    ? /^(?:chmod|chown|chgrp|setfacl)$/.test(command.program)
    : use === 'write' && document.language === 'ansible';
}

export function endpointMessage(text: string, cause: Cause): string {
  switch (cause) {
    case 'docker-socket-endpoint/implicit':
      return 'This collector reads containers from docker.sock, also when no endpoint is written';
    case 'docker-socket-endpoint/node-tcp':
      return `${quoted(text)} is the Docker port of the node, where nothing listens without Docker Engine`;
    case 'docker-socket-endpoint/multi-runtime':
      return `${quoted(text)} is one of several runtime sockets; it is not there without Docker Engine`;
    case 'docker-socket-endpoint/not-mounted':
      return `No volume brings ${quoted(text)} into the container, so that nothing answers there on any node`;
    case 'docker-socket-endpoint/unread':
      return `${quoted(text)} is an address that no program of this image opens`;
    case 'docker-socket-endpoint/beside-pods':
      return `Nothing answers at ${quoted(text)} on a node without Docker Engine; the job for pods beside it works`;
    default:
      return `Nothing answers on ${quoted(text)} on a node without Docker Engine`;
  }
}

function addressOf(fact: Fact): string {
  return fact.kind === 'env' || fact.kind === 'setting' || fact.kind === 'flag'
    ? (fact.value?.text ?? '')
    : fact.at.text;
}

export function endpointAdvice(fact: Fact, cause: Cause, context: RuleContext): string {
  const { target } = context;
  if (cause === 'docker-socket-endpoint/beside-pods')
    return 'Delete the job: kubernetes_sd_configs with role: pod, which stands beside it, finds the pods through the API';
  if (/\/(?:not-mounted|unread)$/.test(cause))
    return `Delete the ${isDiscoveryJob(fact) ? 'job' : fact.kind === 'setting' ? 'setting' : 'variable'}: nothing depends on it`;
  if (setsRights(fact))
    return 'Drop the line with what opens the socket: that of another runtime is for root and the kubelet, and people use crictl through sudo';
  if (fact.kind === 'path' && CALLS_BY_HAND.test(fact.command?.program ?? '')) return ASKED_WITH_CRICTL;
  if (cause === 'docker-socket-endpoint/multi-runtime') return 'Drop it once no node runs Docker Engine';
  const ofContainerd = containerdAdvice(addressOf(fact), target);
  if (ofContainerd !== undefined) return ofContainerd;
  const beside =
    fact.kind === 'setting' && !RUNTIMES[target.runtime].keepsDocker ? deletionBeside(fact, context) : undefined;
  if (beside !== undefined) return beside;
  const product = productAdvice(fact, target);
  if (product !== undefined) return product;
  if (cause === 'docker-socket-endpoint/implicit')
    return advise(target, alike('use the kubeletstats receiver (OpenTelemetry) or the kubernetes module (Metricbeat)'));
  if (fact.document.language === 'alloy') {
    return advise(target, alike('use discovery.kubernetes with role = "pod", and loki.source.kubernetes for logs'));
  }
  const address = (runtime: TargetRuntime) =>
    onWindows(fact) ? RUNTIMES[runtime].windowsPipe : `unix://${RUNTIMES[runtime].socket}`;
  const move = (socket: string) =>
    `delete this address; where the program has a setting of its own for the CRI, write ${socket} there. A client of Docker’s API alone has to be replaced: no other socket answers it`;
  return advise(target, { containerd: move(address('containerd')), crio: move(address('cri-o')) });
}
