/** Single values of a chart by their names: `helm --set a.b=c`, and the lists and maps of such pairs that tools keep. */
import type { Document, Token } from '../../model/document.ts';
import type { SettingFact } from '../../model/fact.ts';
import { settingFact } from '../text/facts.ts';
import { itemsOf, pairsOf, scalarAt, tokenOf, type YamlNode, type YamlScalar } from '../yaml/yaml.ts';

/** `a.b\.c[0]` as helm reads it. https://helm.sh/docs/intro/using_helm/#the-format-and-limitations-of---set */
export function parameterFact(document: Document, name: Token, value: Token): SettingFact {
  const path = name.text
    .replace(/\[\d+\]/g, '.[]')
    .split(/(?<!\\)\./)
    .map((part) => part.replaceAll('\\.', '.'));
  return settingFact(document, 'helm-values', path, name, value);
}

/** Those of a list of `{name: a.b, value: c}`. */
export function listedParameters(document: Document, list: YamlNode | undefined): readonly SettingFact[] {
  return itemsOf(list).flatMap((item) => parameterOf(document, scalarAt(item, 'name'), scalarAt(item, 'value')));
}

/** Those of a map of `a.b: c`. */
export function namedParameters(document: Document, map: YamlNode | undefined): readonly SettingFact[] {
  return pairsOf(map).flatMap(({ key, value }) => parameterOf(document, key, value));
}

function parameterOf(document: Document, name: YamlScalar | undefined, value: YamlNode | undefined): SettingFact[] {
  return name && value?.kind === 'scalar' ? [parameterFact(document, tokenOf(name), tokenOf(value))] : [];
}
