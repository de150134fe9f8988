/** Values of charts, wherever they are written: values files, HelmRelease, Argo CD applications. */
import type { Document } from '../../model/document.ts';
import type { Fact } from '../../model/fact.ts';
import type { Reading } from '../../model/project.ts';
import { once } from '../../text/once.ts';
import type { View } from '../../text/view.ts';
import { readCloudConfig } from '../cloud-init/cloud-init.ts';
import { allUnder } from '../conditions/stretches.ts';
import { createDocument, type Embed, type Input, mergeReadings } from '../front-end.ts';
import { isPod, readPod } from '../kubernetes/pod.ts';
import { carriedFlags } from '../yaml/carried-flags.ts';
import { type ContentContext, type Scope, scalarReading } from '../yaml/content.ts';
import { type Visited, walkMaps, walkScalars } from '../yaml/walk.ts';
import { at, get, itemsOf, scalarAt, tokenOf, type YamlNode, type YamlScalar } from '../yaml/yaml.ts';
import { listedParameters } from './parameters.ts';

/** The settings of one tree of values; paths start at its root. */
export function valuesReading(
  document: Document,
  root: YamlNode | undefined,
  { depth, embed }: { readonly depth: number; readonly embed: Embed },
): Reading {
  const context: ContentContext = {
    document,
    format: 'helm-values',
    object: document.object,
    depth,
    embed,
    owner: document.label,
  };
  const readings: Reading[] = [];
  const scopes = podScopes(root);
  const scopeOf = ({ around }: Visited) => around.flatMap((node) => scopes.get(node) ?? []).at(-1);
  const machines = new Set<YamlNode>();
  walkMaps(root, (map) => {
    if (!isMachine(map)) return;
    machines.add(map);
    readings.push(readCloudConfig(map, document.view, machineInput(document, depth), embed));
  });
  walkScalars(root, {
    skip: (_, __, owner) => machines.has(owner),
    visit: (visited) => readings.push(underSwitch(scalarReading(visited, context, scopeOf(visited)), visited.around)),
  });
  const facts: readonly Fact[] = root ? carriedFlags(document, root) : [];
  return mergeReadings([...readings, { documents: [], facts, links: [], notes: [] }]);
}

/** The first boot of a virtual machine that the chart starts: it is told what to install, and what to do with it. */
function isMachine(map: YamlNode): boolean {
  const lists = (keys: readonly string[]) => keys.some((key) => get(map, key)?.kind === 'list');
  return lists(['runcmd', 'bootcmd']) && lists(['packages', 'write_files', 'users']);
}

function machineInput(document: Document, depth: number): Input {
  const { view, path, label, object } = document;
  return {
    view,
    path,
    label: `a machine in ${label}`,
    parent: document,
    object,
    target: undefined,
    language: 'cloud-init',
    depth: depth + 1,
  };
}

/** What stands in a section with `enabled: false` is off. */
function underSwitch(reading: Reading, around: readonly YamlNode[]): Reading {
  const off = reading.facts.length > 0 ? around.map(switchedOff).find((one) => one !== undefined) : undefined;
  if (!off) return reading;
  return allUnder(reading, [{ kind: 'switch', holds: true, at: tokenOf(off) }]);
}

const switchedOff = once((node: YamlNode): YamlScalar | undefined => {
  const value = scalarAt(node, 'enabled') ?? scalarAt(node, 'enable');
  return value?.text === 'false' ? value : undefined;
});

/** Values may hold whole pods: what stands in one happens beside its other containers. */
function podScopes(root: YamlNode | undefined): ReadonlyMap<YamlNode, Scope> {
  const scopes = new Map<YamlNode, Scope>();
  walkMaps(root, (map) => {
    if (!isPod(map)) return;
    const { pod, containers } = readPod(map);
    scopes.set(map, { pod, container: undefined });
    for (const { container, node } of containers) scopes.set(node, { pod, container });
  });
  return scopes;
}

/** helmfile: values that releases carry themselves. */
export function readHelmfile(root: YamlNode, view: View, input: Input, embed: Embed): Reading {
  const document = createDocument({ ...input, view }, 'helm-values');
  const readings: Reading[] = [{ documents: [document], facts: [], links: [], notes: [] }];
  for (const release of itemsOf(at(root, 'releases'))) {
    for (const values of [...itemsOf(get(release, 'values')), get(release, 'values')]) {
      if (values?.kind === 'map') readings.push(valuesReading(document, values, { depth: input.depth, embed }));
    }
    readings.push({ documents: [], facts: listedParameters(document, get(release, 'set')), links: [], notes: [] });
  }
  return mergeReadings(readings);
}
