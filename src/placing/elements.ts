/** Elements of diskimage-builder: folders of scripts that make the image of a machine, with a list of the packages that it gets. */
import type { InputFile } from '../model/input.ts';
import type { BesideEvidence } from '../model/place.ts';
import { once } from '../text/once.ts';
import { baseName, folderOf } from '../text/path.ts';
import { createSource } from '../text/source.ts';

/** Those of its scripts that run inside of the image: https://docs.openstack.org/diskimage-builder/latest/developer/developing_elements.html */
const PHASE = /^((?:.*\/)?[^/]+)\/(?:pre-install|install|post-install|finalise)\.d$/;
const PACKAGES = /^package-installs(?:-[\w-]{1,60})?\.(?:ya?ml|json)$/;
/** A longer list is none of packages. */
const LONGEST = 100_000;
/** `kubelet:`, with nothing behind it that takes the package away. */
const NODE_PACKAGE =
  /^[ \t]*["']?((?:kubelet|kubeadm|kubernetes-(?:kubelet|kubeadm|node|cni))["']?):(?![^\n]*\buninstall\b)/m;

/** That the element to which a folder of scripts belongs installs what only nodes have. */
export function elementsOfNodes(files: readonly InputFile[]): (folder: string) => BesideEvidence | undefined {
  return (folder) => {
    const element = PHASE.exec(folder)?.[1];
    return element === undefined ? undefined : elementsIn(files).get(element);
  };
}

const elementsIn = once((files: readonly InputFile[]) => new Map(files.flatMap(ofNodes)));

function ofNodes({ path, text }: InputFile): [string, BesideEvidence][] {
  if (!PACKAGES.test(baseName(path)) || text.length > LONGEST) return [];
  const found = NODE_PACKAGE.exec(text);
  const what = found?.[1]?.replace(/["']$/, '');
  if (!found || what === undefined) return [];
  const start = found.index + found[0].indexOf(what);
  const span = { source: createSource(path, text), start, end: start + what.length };
  return [[folderOf(path), { kind: 'beside', path, action: { kind: 'action', verb: 'installs', what, span } }]];
}
