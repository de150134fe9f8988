/** Templates of CloudFormation, Heat and Pulumi: the machines that they describe one by one, beside what all others are told. */
import { pairsOf, textAt, type YamlMap, type YamlNode, type YamlPair } from './yaml.ts';

interface MachineOfTemplate {
  readonly name: string;
  /** The template with this machine alone. */
  readonly root: YamlMap;
}

export interface Template {
  readonly rest: YamlNode;
  readonly machines: readonly MachineOfTemplate[];
}

/** One machine; a group of them, and what starts those, are the nodes of a cluster more often than not. */
const MACHINE = /^(?:AWS::EC2::Instance|aws:ec2[:/]\S{0,40}Instance|OS::Nova::Server|gcp:compute[:/]\S{0,40}Instance)$/;

export function machinesOf(root: YamlNode): Template {
  const resources = pairsOf(root).find(({ key }) => /^resources$/i.test(key.text));
  const isMachine = ({ value }: YamlPair) => MACHINE.test(textAt(value, 'Type') ?? textAt(value, 'type') ?? '');
  const machines = pairsOf(resources?.value).filter(isMachine);
  if (root.kind !== 'map' || resources?.value?.kind !== 'map' || machines.length === 0)
    return { rest: root, machines: [] };
  const all = resources.value;
  const withResources = (pairs: readonly YamlPair[]): YamlPair => ({ ...resources, value: { ...all, pairs } });
  const others = all.pairs.filter((pair) => !isMachine(pair));
  return {
    rest: { ...root, pairs: root.pairs.map((pair) => (pair === resources ? withResources(others) : pair)) },
    machines: machines.map((pair) => ({ name: pair.key.text, root: { ...root, pairs: [withResources([pair])] } })),
  };
}
