/** The Docker Engine that a repository gives a machine: the node's own, or one for cri-dockerd. */
import { ENGINE_PACKAGE } from '../data/packages.ts';
import { SERVICE_MODULE } from '../data/units.ts';
import type { CommandFact, Fact, FlagFact, ImageFact, PackageFact, SettingFact } from '../model/fact.ts';
import type { EngineEvidence } from '../model/place.ts';
import { isUnder } from '../text/node-path.ts';
import { callsDockerd } from './engines.ts';

/** Whether the line gives the machine a Docker Engine. */
export function engineOf(fact: Fact): EngineEvidence['kind'] | undefined {
  switch (fact.kind) {
    case 'package':
      return enginePackage(fact);
    case 'command':
      if (/^cri-dockerd$/.test(fact.program)) return 'adapter';
      if (managesUnit(fact, ADAPTER_UNIT) || startsWithAdapter(fact) || bringsAdapterToImage(fact)) return 'adapter';
      if (startsDaemon(fact)) return 'own';
      if (isOfRke(fact)) return 'adapter';
      return runsNodesAsContainers(fact) || startsSwarm(fact) ? 'own' : undefined;
    case 'path':
      if (isUnder(fact.path, FOLDER_OF_RKE)) return 'adapter';
      return fact.use === 'write' && fact.polarity === 'uses' ? engineWritten(fact.path) : undefined;
    case 'setting':
      if (isServiceName(fact) && ADAPTER_UNIT.test(fact.value.text)) return 'adapter';
      return startsEngine(fact) ? 'own' : undefined;
    case 'image':
      return startsEngine(fact) ? 'own' : undefined;
    case 'flag':
      return isKubeletOfAdapter(fact) ? 'adapter' : undefined;
    case 'env':
      return undefined;
    default:
      return fact satisfies never;
  }
}

/** `RUN curl -L …/Mirantis/cri-dockerd/releases/download/….tgz | tar xz -C /usr/bin`: what an image fetches, it has. */
function bringsAdapterToImage({ document, words }: CommandFact): boolean {
  return document.language === 'dockerfile' && words.some(({ text }) => RELEASE_OF_ADAPTER.test(text));
}

const RELEASE_OF_ADAPTER = /\/cri-dockerd\/releases\/download\//;

const ADAPTER_SOCKET = /\/cri-dockerd\.sock/;

/** `kubeadm join … --cri-socket unix:///run/cri-dockerd.sock` */
function startsWithAdapter({ program, words }: CommandFact): boolean {
  const texts = words.map(({ text }) => text);
  return (
    program === 'kubeadm' && /^(?:init|join)$/.test(texts[1] ?? '') && texts.some((text) => ADAPTER_SOCKET.test(text))
  );
}

function isKubeletOfAdapter({ program, name, value }: FlagFact): boolean {
  return program === 'kubelet' && name === 'container-runtime-endpoint' && ADAPTER_SOCKET.test(value?.text ?? '');
}

/** RKE, which is archived and only works with Docker: what its nodes are cleaned of, and what makes a machine one. */
const FOLDER_OF_RKE = '/opt/rke';
const IMAGE_OF_RKE = /(?:^|\/)rancher\/(?:rancher-agent|hyperkube|rke-tools)(?:[:@]|$)/;

function isOfRke({ program, words }: CommandFact): boolean {
  const named = program === 'docker' ? IMAGE_OF_RKE : STATE_OF_RKE;
  return words.some(({ text }) => named.test(text));
}

/** The ConfigMap in which RKE keeps what it knows of a cluster. */
const STATE_OF_RKE = /^(?:configmaps?\/|cm\/)?full-cluster-state$/;

/** A program or unit that is put in its place. */
function engineWritten(path: string): EngineEvidence['kind'] | undefined {
  if (/\/(?:cri-dockerd|cri-docker\.(?:service|socket))$/.test(path)) return 'adapter';
  return /\/systemd\/system\/docker\.service$/.test(path) ? 'own' : undefined;
}

const ADAPTER_UNIT = /^cri-dockerd?(\.service|\.socket)?$/;

/** `service: {name: …}` in a task of Ansible. */
export function isServiceName({ format, path }: SettingFact): boolean {
  return format === 'ansible' && path.at(-1) === 'name' && SERVICE_MODULE.test(path.at(-2) ?? '');
}

/** `command: [sh, -c, …]` in the values of a chart. */
function isCommandOfChart({ format, path }: SettingFact): boolean {
  return format === 'helm-values' && path.at(-1) === '[]' && /^(?:command|args)$/.test(path.at(-2) ?? '');
}

/** Whether the line starts the engine, or builds on an image that does. */
export function startsEngine(fact: Fact): boolean {
  if (fact.kind === 'image') return isBaseWithEngine(fact);
  if (fact.kind === 'setting') return isCommandOfChart(fact) && callsDockerd(fact.value.text);
  // A unit is one of a machine, also where a ConfigMap carries it there.
  if (fact.kind !== 'command' || fact.document.language === 'systemd') return false;
  return startsDaemon(fact);
}

/** `dockerd`, or `docker daemon …` of a script that was written before there was one. */
function startsDaemon({ program, words, polarity, document }: CommandFact): boolean {
  if (polarity !== 'uses') return false;
  return (
    program === 'dockerd' || (program === 'docker' && words[1]?.text === 'daemon' && document.language === 'shell')
  );
}

/** `FROM docker:28-dind` */
function isBaseWithEngine({ document, ref }: ImageFact): boolean {
  return document.language === 'dockerfile' && /(?:^|[/:-])dind(?:-rootless)?(?:[:@-]|$)/.test(ref);
}

/** What a shell is given to run. */
const INSTALLER = /get\.docker\.com|test\.docker\.com|\/docker-install[/.]/;

export function enginePackage({ name, action, manager }: PackageFact): EngineEvidence['kind'] | undefined {
  if (action === 'download') return INSTALLER.test(name) ? 'own' : undefined;
  if (action !== 'install' || /^(pip3?|npm|gem)$/.test(manager)) return undefined;
  if (/^cri-dockerd/.test(name)) return 'adapter';
  if (manager === 'copy') return name === 'dockerd' ? 'own' : undefined;
  // The command of Docker that runs podman.
  if (name === 'podman-docker') return 'own';
  return ENGINE_PACKAGE.test(name.toLowerCase()) ? 'own' : undefined;
}

export function managesUnit({ program, words }: CommandFact, unit: RegExp): boolean {
  const starts = words.some(({ text }) => /^(start|restart|enable|reload-or-restart)$/.test(text));
  return (program === 'systemctl' || program === 'service') && starts && words.some(({ text }) => unit.test(text));
}

function startsSwarm({ program, words }: CommandFact): boolean {
  const texts = words.map(({ text }) => text);
  return program === 'docker' && ((texts[1] === 'swarm' && texts[2] !== 'leave') || texts[1] === 'stack');
}

export function runsNodesAsContainers({ program, words }: CommandFact): boolean {
  const texts = words.map(({ text }) => text);
  switch (program) {
    case 'kind':
      return /^(create|get|load|delete)$/.test(texts[1] ?? '');
    case 'k3d':
      return /^(cluster|node|image)$/.test(texts[1] ?? '');
    case 'minikube':
      return texts[1] === 'start' && /(?:^| )--(?:vm-)?driver[= ]docker(?: |$)/.test(texts.join(' ').slice(0, 4096));
    case 'curl':
    case 'wget':
    case 'go':
      return texts.some((text) =>
        /kind\.sigs\.k8s\.io\/dl\/|\/k3d-io\/k3d\/|^sigs\.k8s\.io\/kind@/.test(text.slice(0, 4096)),
      );
    // OpenShift 3 in the Docker Engine of one machine.
    case 'oc':
      return texts[1] === 'cluster' && /^(up|down|add)$/.test(texts[2] ?? '');
    case 'docker':
      return texts.includes('run') && texts.some((text) => /(^|\/)(kindest\/node|k3s:|kubeadm-dind)/.test(text));
    default:
      return false;
  }
}
