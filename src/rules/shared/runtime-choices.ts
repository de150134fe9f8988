/** Words of containers that choose Docker for the program in them: `--probe.docker=true`, `CONTAINER_RUNTIME=docker`. */
import {
  RUNTIME_FLAG_SETTINGS,
  RUNTIME_VARIABLES,
  type RuntimeFlagRow,
  type RuntimeVariableRow,
} from '../../data/charts.ts';
import type { Flag } from '../../languages/flags.ts';
import type { Container, Document, Pod, Token } from '../../model/document.ts';
import type { Fact, FlagFact, PathFact } from '../../model/fact.ts';
import { carriesEngine } from '../../placing/engines.ts';
import { groupBy } from '../../text/group.ts';
import { once } from '../../text/once.ts';
import type { RuleContext } from '../rule.ts';
import { isSocketVolume, mountsCriSocket, mountsOf, volumeOf } from './pods.ts';

type Choice = RuntimeFlagRow | RuntimeVariableRow;

export function flagChoice(fact: FlagFact): RuntimeFlagRow | undefined {
  return choiceOf(fact.name, fact.value, !isOfNode(fact));
}

/** A flag in a command of a script. */
export function commandChoice(flag: Flag): RuntimeFlagRow | undefined {
  return choiceOf(flag.name, flag.value, false);
}

function choiceOf(name: string, value: Token | undefined, isInPod: boolean): RuntimeFlagRow | undefined {
  return RUNTIME_FLAG_SETTINGS.find(
    (row) =>
      row.flag === name &&
      (row.values === 'any' || row.values.includes(value?.text ?? '')) &&
      (isInPod || !row.onlyInPods),
  );
}

export function variableChoice(name: string, value: string): RuntimeVariableRow | undefined {
  return RUNTIME_VARIABLES.find((row) => row.name === name && row.values.includes(value.toLowerCase()));
}

/** The command line of a node, or of a program whose flag other rules know. */
function isOfNode({ pod, program }: FlagFact): boolean {
  return !pod || carriesEngine(pod) || /^(?:kubelet|hyperkube|minikube|kubeadm|k3s|docker|dockerd|helm)$/.test(program);
}

/** What asks Docker in a container that mounts its socket is mended with the mount, where that is on as well. */
export function isToldWithMount({ pod, container, at }: Pick<Fact, 'pod' | 'container' | 'at'>): boolean {
  if (!pod || !container || mountsCriSocket(pod)) return false;
  return socketsOf(pod, container).some((path) => isOn(path) || !isOn(at));
}

function socketsOf(pod: Pod, { mounts }: Container): readonly Token[] {
  return mounts.flatMap(({ volume: name }) => {
    const volume = volumeOf(pod, name);
    return isSocketVolume(volume) && volume?.path ? [volume.path] : [];
  });
}

function isOn({ view, start, end }: Token): boolean {
  return view.root(start, end).activation.kind === 'default';
}

export interface ToldChoice {
  readonly at: Token;
  readonly row: Choice;
}

/** The choices of the containers that mount the volume. */
export function choicesBeside({ pod, volume, document }: PathFact, context: RuleContext): readonly ToldChoice[] {
  if (!pod || !volume) return [];
  const known = choicesByContainer(document, context);
  const containers = new Set(mountsOf(pod, volume).map(({ container }) => container));
  return [...containers].flatMap((container) =>
    (known.get(container) ?? []).flatMap(({ fact, row }) => (isToldWithMount(fact) ? [{ at: fact.at, row }] : [])),
  );
}

const choicesByContainer = once((document: Document, { factsOf }: RuleContext) =>
  groupBy(
    factsOf(document).flatMap((fact) => {
      if (fact.kind !== 'flag' && fact.kind !== 'env') return [];
      const row = fact.kind === 'flag' ? flagChoice(fact) : fact.value && variableChoice(fact.name, fact.value.text);
      return row?.outcome === 'breaks' && fact.container ? [{ fact, row, container: fact.container }] : [];
    }),
    ({ container }) => container,
  ),
);
