/** When a chart runs what its ConfigMaps hold: a script is there by default, and the pods that mount it may not be. */
import type { Document, KubernetesObject, Pod, Token } from '../model/document.ts';
import { projectFolderOf } from '../recognise/chart-layout.ts';
import { type Activation, BY_DEFAULT } from '../text/view.ts';

/** The switch of the pods that use the ConfigMap of a document, where none of them is on by default. */
export type UsedWhen = (document: Document) => Activation | undefined;

export function usesOf(objects: readonly KubernetesObject[]): UsedWhen {
  const uses = new Map<string, Activation>();
  for (const object of objects)
    for (const pod of object.pods)
      for (const { name, when } of configMapsOf(pod, object)) {
        const key = keyOf(object, name);
        if (when.kind === 'default' || !uses.has(key)) uses.set(key, when);
      }
  return ({ object }) => {
    const when = object?.kind === 'ConfigMap' ? uses.get(keyOf(object, object.name)) : undefined;
    return when?.kind === 'default' ? undefined : when;
  };
}

/** Names hold inside of a chart, or of a folder. */
function keyOf({ view, start, end }: KubernetesObject, name: string): string {
  return `${projectFolderOf(view.root(start, end).span.source.path)}\0${name}`;
}

function configMapsOf(
  pod: Pod,
  object: KubernetesObject,
): readonly { readonly name: string; readonly when: Activation }[] {
  const ofPod = object.view.root(object.start, object.start + 1).activation;
  const whenOf = (at: Token | undefined) => (at ? at.view.root(at.start, at.end).activation : ofPod);
  const inVariables = pod.containers.flatMap(({ environments }) => environments.map((name) => ({ name, when: ofPod })));
  const inVolumes = pod.volumes.flatMap(({ name: volume, source, reference }) => {
    if (source !== 'configMap' || reference === undefined) return [];
    const mounts = pod.containers.flatMap(({ mounts: all }) => all.filter((mount) => mount.volume === volume));
    return mounts.map(({ path }) => ({ name: reference, when: whenOf(path) }));
  });
  return [...inVariables, ...inVolumes];
}

/** What is on by default in a ConfigMap whose pods are not. */
export function activationIn(document: Document, own: Activation, usedWhen: UsedWhen): Activation {
  return own.kind === 'default' ? (usedWhen(document) ?? BY_DEFAULT) : own;
}
