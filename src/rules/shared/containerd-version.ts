/** Which containerd a role or a folder installs, where its own variables say so. */
import type { Document, Token } from '../../model/document.ts';
import type { Fact } from '../../model/fact.ts';
import { roleFolderOf } from '../../placing/roles.ts';
import { once } from '../../text/once.ts';
import { folderOf } from '../../text/path.ts';
import type { RuleContext } from '../rule.ts';
import { lastKey } from './settings.ts';

const VERSION_NAME = /^containerd(?:[_-]?io)?(?:[_-]?package)?[_-]?version$/i;

interface Pin {
  readonly folder: string;
  readonly at: Token;
}

/** The variable that keeps the machine of a document at containerd 1.x; nothing where another one says 2.x. */
export function oldContainerdPin(document: Document, context: RuleContext): Token | undefined {
  const folder = unitOf(document.path);
  const pins = pinsOf(context.project.documents, context).filter((pin) => pin.folder === folder);
  return pins.every(({ at }) => /^v?1\./.test(at.text)) ? pins[0]?.at : undefined;
}

const pinsOf = once((_documents: readonly Document[], { project }: RuleContext): readonly Pin[] =>
  project.facts.flatMap((fact): Pin[] => {
    const at = versionIn(fact);
    return at ? [{ folder: unitOf(fact.document.path), at }] : [];
  }),
);

function versionIn(fact: Fact): Token | undefined {
  const name = fact.kind === 'setting' ? lastKey(fact) : fact.kind === 'env' ? fact.name : '';
  const value = fact.kind === 'setting' || fact.kind === 'env' ? fact.value : undefined;
  return value && VERSION_NAME.test(name) && /^v?\d+\.\d/.test(value.text) ? value : undefined;
}

/** What is installed together: a role with all of its folders, or the folder of the file. */
function unitOf(path: string): string {
  return roleFolderOf(path) ?? folderOf(path);
}
