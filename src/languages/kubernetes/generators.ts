/** What kustomize makes ConfigMaps and Secrets of: literals, files and files of variables. */
import type { Document } from '../../model/document.ts';
import type { EnvFact } from '../../model/fact.ts';
import { fileTarget, type Link } from '../../model/link.ts';
import type { Reading } from '../../model/project.ts';
import { baseName } from '../../text/path.ts';
import { cutToken } from '../flags.ts';
import { EMPTY_READING } from '../front-end.ts';
import { envFact } from '../text/facts.ts';
import { get, itemsOf, tokenOf, type YamlMap, type YamlNode } from '../yaml/yaml.ts';

export function generatedReading(document: Document, kind: string, root: YamlMap): Reading {
  const generators = generatorsOf(kind, root);
  return {
    ...EMPTY_READING,
    facts: literalFacts(document, generators),
    links: generatorLinks(document, generators),
  };
}

/** `literals: [DOCKER_HOST=unix:///…]`: variables of the pods that use what it makes. */
function literalFacts(document: Document, generators: readonly YamlNode[]): readonly EnvFact[] {
  return generators
    .flatMap((generator) => itemsOf(get(generator, 'literals')))
    .flatMap((literal) => {
      const equals = literal.kind === 'scalar' ? literal.text.indexOf('=') : -1;
      if (literal.kind !== 'scalar' || equals <= 0) return [];
      const whole = tokenOf(literal);
      const quoted = /^=(["']).*\1$/s.test(literal.text.slice(equals)) ? 1 : 0;
      const value = cutToken(whole, equals + 1 + quoted, literal.text.length - quoted);
      return [envFact(document, cutToken(whole, 0, equals), value)];
    });
}

/** `files: [config.alloy, key=other.conf]`, `envs: [runner.env]`: pods mount them, or get their lines as variables. */
function generatorLinks(document: Document, generators: readonly YamlNode[]): readonly Link[] {
  return generators.flatMap((generator) => {
    const entries = ['files', 'envs', 'env'].flatMap((key) => textsOf(get(generator, key)));
    return entries.map((entry): Link => {
      const path = entry.slice(entry.indexOf('=') + 1);
      const key = entry.includes('=') ? entry.slice(0, entry.indexOf('=')) : baseName(path);
      return { from: document, to: fileTarget(path), kind: 'mounts', target: key };
    });
  });
}

function generatorsOf(kind: string, root: YamlMap): readonly YamlNode[] {
  if (!/^(?:Kustomization|Component)$/.test(kind)) return [];
  return ['configMapGenerator', 'secretGenerator'].flatMap((key) => itemsOf(get(root, key)));
}

function textsOf(node: YamlNode | undefined): readonly string[] {
  const items = node?.kind === 'scalar' ? [node] : itemsOf(node);
  return items.flatMap((item) => (item.kind === 'scalar' && item.text !== '' ? [item.text] : []));
}
