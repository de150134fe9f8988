/** Facts, conditions and sites in words, as a person would name them. */
import { type Condition, containerdVersion } from '../model/condition.ts';
import type { Certainty, Fact } from '../model/fact.ts';
import type { Site } from '../model/site.ts';
import { truncate, withoutHoles } from './escape.ts';

const LONGEST = 120;

/** `docker ps -q` · `--container-runtime=docker, for kubelet` · `/var/run/docker.sock, mounted` */
export function factText(fact: Fact): string {
  return truncate(withoutHoles(contentOf(fact)).replace(/\s+/g, ' ').trim(), LONGEST);
}

function contentOf(fact: Fact): string {
  switch (fact.kind) {
    case 'command':
      return [...fact.wrappers.map(({ program }) => program), ...fact.words.map(({ text }) => text)].join(' ');
    case 'flag':
      return `--${fact.name}${fact.value ? `=${fact.value.text}` : ''}, for ${fact.program}`;
    case 'env':
      return `${fact.name}=${fact.value?.text ?? (fact.fieldPath === undefined ? '' : `(${fact.fieldPath})`)}`;
    case 'path':
      return `${fact.path}, ${PATH_USES[fact.use]}`;
    case 'image':
      return fact.ref;
    case 'setting':
      return `${fact.path.join('.')}: ${fact.value.text}`;
    case 'package':
      return `${fact.name}, ${PACKAGE_ACTIONS[fact.action]} with ${fact.manager}`;
    default:
      return fact satisfies never;
  }
}

const PATH_USES = { mount: 'mounted', read: 'read', write: 'written', socket: 'used as a socket' } as const;

const PACKAGE_ACTIONS = {
  install: 'installed',
  remove: 'removed',
  hold: 'held',
  query: 'asked about',
  repository: 'added as a repository',
  download: 'downloaded',
} as const;

/** `only where the container runtime is Docker` */
export function conditionText(condition: Condition): string {
  const { holds } = condition;
  switch (condition.kind) {
    case 'runtime':
      return `only where the container runtime is ${holds ? '' : 'not '}Docker`;
    case 'presence':
      return `only where Docker is ${holds ? '' : 'not '}found`;
    case 'version':
      return holds
        ? `only for Kubernetes before 1.${condition.below}`
        : `only for Kubernetes 1.${condition.below} or later`;
    case 'containerd':
      return holds
        ? `only for containerd before ${containerdVersion(condition.below)}`
        : `only for containerd ${containerdVersion(condition.below)} or later`;
    case 'switch':
      return holds ? 'only where it is switched on' : 'only where it is switched off';
    default:
      return condition satisfies never;
  }
}

/** `on the machine $node` */
export function siteText({ kind, name, outer }: Site): string {
  const from = outer ? `, reached from ${siteText(outer)}` : '';
  return `${SITES[kind]} ${withoutHoles(name)}`.trim() + from;
}

const SITES: Readonly<Record<Site['kind'], string>> = {
  remote: 'on the machine',
  host: 'on the host of the pod',
  container: 'in the container',
  group: 'on the hosts',
  'make-target': 'in the make target',
  machine: 'on the machine',
  operator: 'where the tool itself is run',
};

const CERTAINTIES: Readonly<Record<Certainty, string>> = {
  literal: 'written out in full',
  resolved: 'known through a variable or a value',
  partial: 'a part of it is not known',
};

export function certaintyText(certainty: Certainty): string {
  return CERTAINTIES[certainty];
}
