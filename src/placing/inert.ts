/** Objects that no cluster starts a container of: what a checker of manifests is tried with. */
import { isKustomization } from '../languages/kubernetes/kubernetes.ts';
import type { Document, Pod } from '../model/document.ts';
import type { InputFile } from '../model/input.ts';
import { once } from '../text/once.ts';

/** The API server refuses these without an image; a lone pod may be the template of a tool that brings one. */
const CONTROLLERS = /^(?:Deployment|DaemonSet|StatefulSet|ReplicaSet|ReplicationController|DeploymentConfig)$/;

/** Overlays of ytt, and strategic patches. */
const OVERLAY = /^[ \t]*#@|\$patch:/m;
const LONGEST_TEXT = 100_000;

/** An object in a file of its own language whose containers all lack an image, or have the empty one. */
export function neverStarts({ language, object, parent, view }: Document): boolean {
  if (language !== 'kubernetes' || parent || !object || object.pods.length === 0) return false;
  if (object.pods.every(isFromScratch)) return true;
  return (
    CONTROLLERS.test(object.kind) && object.pods.every(hasNoImage) && !OVERLAY.test(view.text.slice(0, LONGEST_TEXT))
  );
}

/** `scratch` is the name of nothing: no registry has it, and no runtime starts it. */
const isFromScratch = once(
  ({ containers }: Pod): boolean => containers.length > 0 && containers.every(({ image }) => image?.text === 'scratch'),
);

const hasNoImage = once(
  ({ containers }: Pod): boolean => containers.length > 0 && containers.every(({ image }) => image === undefined),
);

/** The files that kustomizations call by their name, which may be patches of what is whole elsewhere. */
export const namesInKustomizations = once((files: readonly InputFile[]): ReadonlySet<string> => {
  const names = new Set<string>();
  for (const { text } of files.filter(({ path }) => isKustomization(path)))
    for (const [name] of text.slice(0, LONGEST_TEXT).matchAll(/[\w.-]{1,255}\.ya?ml\b/g)) names.add(name);
  return names;
});
