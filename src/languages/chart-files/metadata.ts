/** Chart.yaml and requirements.yaml: which sub-charts, in which versions. */
import type { Fact } from '../../model/fact.ts';
import type { Reading } from '../../model/project.ts';
import type { View } from '../../text/view.ts';
import { createDocument, EMPTY_READING, type Input } from '../front-end.ts';
import { settingFact } from '../text/facts.ts';
import { at, itemsOf, scalarAt, tokenOf, type YamlNode } from '../yaml/yaml.ts';

/** One setting for each dependency (path `dependencies`, its name, `version`), and the chart's own name and version. */
export function readChartMetadata(root: YamlNode, view: View, input: Input): Reading {
  const document = createDocument({ ...input, view }, 'chart-metadata');
  const facts: Fact[] = [];
  for (const key of ['name', 'version', 'appVersion', 'kubeVersion']) {
    const value = scalarAt(root, key);
    if (value) facts.push(settingFact(document, 'chart-metadata', [key], undefined, tokenOf(value)));
  }
  for (const dependency of itemsOf(at(root, 'dependencies'))) {
    const name = scalarAt(dependency, 'name');
    if (!name) continue;
    for (const key of ['version', 'repository', 'condition', 'alias']) {
      const value = scalarAt(dependency, key);
      if (value) {
        const path = ['dependencies', `[${name.text}]`, key];
        facts.push(settingFact(document, 'chart-metadata', path, tokenOf(name), tokenOf(value)));
      }
    }
    facts.push(
      settingFact(document, 'chart-metadata', ['dependencies', `[${name.text}]`, 'name'], undefined, tokenOf(name)),
    );
  }
  return { ...EMPTY_READING, documents: [document], facts };
}
