/** In which pod, and in which container of it, something stands. */
import type { Scope } from '../yaml/content.ts';
import type { YamlNode } from '../yaml/yaml.ts';
import type { PodParts } from './pod.ts';

export function scopesOf(pods: readonly PodParts[]): ReadonlyMap<YamlNode, Scope> {
  const scopes = new Map<YamlNode, Scope>();
  for (const { pod, node, containers } of pods) {
    scopes.set(node, { pod, container: undefined });
    for (const parts of containers) scopes.set(parts.node, { pod, container: parts.container });
  }
  return scopes;
}

/** The innermost one. */
export function scopeAround(around: readonly YamlNode[], scopes: ReadonlyMap<YamlNode, Scope>): Scope | undefined {
  for (let i = around.length - 1; i >= 0; i--) {
    const node = around[i];
    const scope = node && scopes.get(node);
    if (scope) return scope;
  }
  return undefined;
}
