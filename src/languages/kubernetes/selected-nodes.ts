/** Pods that ask for nodes with Docker: `nodeSelector: {docker: "true"}`. No other node gets them. */
import { type Condition, underConditions } from '../../model/condition.ts';
import type { Token } from '../../model/document.ts';
import type { Reading } from '../../model/project.ts';
import { at, get, itemsOf, pairsOf, scalarAt, textAt, tokenOf, type YamlMap } from '../yaml/yaml.ts';

/** `pod` is the map with the containers. */
export function onSelectedNodes(reading: Reading, pod: YamlMap): Reading {
  const [label] = [...labelsSelected(pod), ...labelsRequired(pod)].filter(saysDocker);
  if (!label) return reading;
  const conditions: readonly Condition[] = [{ kind: 'runtime', holds: true, at: label.at }];
  return { ...reading, facts: reading.facts.map((fact) => underConditions(fact, conditions)) };
}

interface Label {
  readonly at: Token;
  /** Undefined for one that only has to be there. */
  readonly value: string | undefined;
}

function labelsSelected(pod: YamlMap): readonly Label[] {
  return pairsOf(get(pod, 'nodeSelector')).flatMap(({ key, value }) =>
    value?.kind === 'scalar' ? [{ at: tokenOf(key), value: value.text }] : [],
  );
}

/** Of several terms one is enough, so that only a single one says something. */
function labelsRequired(pod: YamlMap): readonly Label[] {
  const required = at(pod, 'affinity', 'nodeAffinity', 'requiredDuringSchedulingIgnoredDuringExecution');
  const [term, ...others] = itemsOf(get(required, 'nodeSelectorTerms'));
  if (!term || others.length > 0) return [];
  return itemsOf(get(term, 'matchExpressions')).flatMap((expression): readonly Label[] => {
    const key = scalarAt(expression, 'key');
    const values = itemsOf(get(expression, 'values'));
    const [value] = values;
    if (!key) return [];
    if (textAt(expression, 'operator') === 'Exists') return [{ at: tokenOf(key), value: undefined }];
    const isOne = textAt(expression, 'operator') === 'In' && values.length === 1 && value?.kind === 'scalar';
    return isOne ? [{ at: tokenOf(key), value: value.text }] : [];
  });
}

/** `docker: "true"`, `acme.com/is-install-docker`, `container-runtime: docker`; the registry of images is another thing. */
function saysDocker({ at: { text }, value }: Label): boolean {
  const name = text.slice(text.lastIndexOf('/') + 1);
  if (/runtime|engine/i.test(name) && value !== undefined) return /^docker$/i.test(value);
  return /(?:^|[-_.])docker(?:[-_.]|$)/i.test(name) && !/registry|hub/i.test(name) && !NOT_THERE.test(value ?? '');
}

const NOT_THERE = /^(?:false|no|none|off|0|disabled|absent)$/i;
