/** Values of charts that Kubernetes objects carry: Flux, Argo CD, the Helm controller of k3s. */
import type { Document } from '../../model/document.ts';
import type { Reading } from '../../model/project.ts';
import { listedParameters, namedParameters } from '../chart-files/parameters.ts';
import { valuesReading } from '../chart-files/values.ts';
import { type Embed, mergeReadings } from '../front-end.ts';
import { at, itemsOf, scalarAt, type YamlMap, type YamlNode, type YamlScalar } from '../yaml/yaml.ts';

/** The nodes that hold values; the walk over the object's other settings passes them over. */
export interface CarriedValues {
  readonly trees: readonly YamlMap[];
  readonly texts: readonly YamlScalar[];
  /** Lists of `{name: a.b.c, value: x}`, or maps of `a.b.c: x`. */
  readonly parameters: readonly YamlNode[];
}

export function carriedValues(kind: string, root: YamlMap): CarriedValues {
  const carriers = carriersOf(kind, root);
  return {
    trees: carriers.filter((node): node is YamlMap => node.kind === 'map'),
    texts: carriers.filter((node): node is YamlScalar => node.kind === 'scalar'),
    parameters: [...carriers.filter((node) => node.kind === 'list'), ...settersOf(root)],
  };
}

function carriersOf(kind: string, root: YamlMap): YamlNode[] {
  const found: (YamlNode | undefined)[] = [];
  switch (kind) {
    case 'HelmRelease':
      found.push(at(root, 'spec', 'values'));
      break;
    case 'HelmChart':
    case 'HelmChartConfig':
      found.push(at(root, 'spec', 'valuesContent'), at(root, 'spec', 'values'));
      break;
    case 'HelmChartProxy':
      found.push(at(root, 'spec', 'valuesTemplate'));
      break;
    case 'Kustomization':
      for (const chart of itemsOf(at(root, 'helmCharts'))) found.push(at(chart, 'valuesInline'));
      break;
    case 'Config':
      if (isSkaffold(root)) for (const release of skaffoldReleases(root)) found.push(at(release, 'overrides'));
      break;
    case 'Application':
    case 'ApplicationSet':
      for (const source of argoSources(root)) {
        for (const key of ['values', 'valuesObject', 'parameters']) found.push(at(source, 'helm', key));
      }
      break;
  }
  return found.filter((node) => node !== undefined);
}

/** `setValues` of the releases that Skaffold deploys. */
function settersOf(root: YamlMap): YamlNode[] {
  if (!isSkaffold(root)) return [];
  return skaffoldReleases(root).flatMap((release) => {
    const found = [at(release, 'setValues'), at(release, 'setValueTemplates')];
    return found.filter((node) => node !== undefined);
  });
}

function isSkaffold(root: YamlMap): boolean {
  return scalarAt(root, 'apiVersion')?.text.startsWith('skaffold/') === true;
}

function skaffoldReleases(root: YamlMap): readonly YamlNode[] {
  const deploys = [root, ...itemsOf(at(root, 'profiles'))].map((one) => at(one, 'deploy', 'helm', 'releases'));
  return deploys.flatMap(itemsOf);
}

function argoSources(root: YamlMap): YamlNode[] {
  return [at(root, 'spec'), at(root, 'spec', 'template', 'spec')].flatMap((spec) => {
    const source = at(spec, 'source');
    return [...(source ? [source] : []), ...itemsOf(at(spec, 'sources'))];
  });
}

export function carriedValuesReading(
  values: CarriedValues,
  parent: Document,
  context: { readonly depth: number; readonly embed: Embed },
): Reading {
  const child = (): Document => ({ ...parent, language: 'helm-values', label: `values in ${parent.label}`, parent });
  const trees = values.trees.map((tree) => {
    const document = child();
    return mergeReadings([
      { documents: [document], facts: [], links: [], notes: [] },
      valuesReading(document, tree, context),
    ]);
  });
  const texts = values.texts.map((text) =>
    context.embed({
      view: text.view,
      path: parent.path,
      label: `values in ${parent.label}`,
      parent,
      object: parent.object,
      target: 'values.yaml',
      language: 'helm-values',
      depth: context.depth + 1,
    }),
  );
  const parameters = values.parameters.map((node) => {
    const document = child();
    const facts = [...listedParameters(document, node), ...namedParameters(document, node)];
    return { documents: [document], facts, links: [], notes: [] };
  });
  return mergeReadings([...trees, ...texts, ...parameters]);
}
