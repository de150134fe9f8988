/** Which containerd a role or a folder installs, where its own variables, downloads or packages say so. */
import type { Document, Token } from '../../model/document.ts';
import type { Fact } from '../../model/fact.ts';
import { roleFolderOf } from '../../placing/roles.ts';
import { once } from '../../text/once.ts';
import { folderOf } from '../../text/path.ts';
import type { RuleContext } from '../rule.ts';
import { lastKey } from './settings.ts';
import { within } from './tokens.ts';

const VERSION_NAME = /^containerd(?:[_-]?io)?(?:[_-]?package)?[_-]?version$/i;

interface Pin {
  readonly folder: string;
  readonly at: Token;
}

/** What keeps the machine of a document at containerd 1.x; nothing where another line says 2.x. */
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
  switch (fact.kind) {
    case 'setting':
      return named(lastKey(fact), fact.value) ?? fetched(fact.value);
    case 'env':
      return fact.value && (named(fact.name, fact.value) ?? fetched(fact.value));
    case 'command':
      return FETCHERS.test(fact.program) ? firstOf(fact.words.slice(1, MOST_WORDS), fetched) : undefined;
    case 'package':
      return fact.action === 'install' || fact.action === 'hold' ? packaged(fact.at) : undefined;
    case 'flag':
    case 'image':
    case 'path':
      return undefined;
    default:
      return fact satisfies never;
  }
}

function named(name: string, value: Token): Token | undefined {
  return VERSION_NAME.test(name) && /^v?\d+\.\d/.test(value.text) ? value : undefined;
}

const FETCHERS = /^(?:wget|curl|aria2c)$/;
const MOST_WORDS = 20;
const LONGEST_WORD = 1000;

/** `https://github.com/containerd/containerd/releases/download/v1.6.14/containerd-1.6.14-linux-amd64.tar.gz` */
function fetched(word: Token): Token | undefined {
  const version = /\/containerd\/releases\/download\/(v?\d{1,3}\.\d[\w.-]{0,40})\//.exec(
    word.text.slice(0, LONGEST_WORD),
  );
  return version?.[1] === undefined ? undefined : within(word, version[1]);
}

/** `containerd.io=1.6.9-1`, `containerd-1.7.2`, `containerd.io_1.6.9-1_amd64.deb` */
function packaged(word: Token): Token | undefined {
  const text = word.text.slice(0, LONGEST_WORD);
  const version = /(?:^|\/)containerd(?:\.io)?[=_-](?:\d:)?(\d{1,3}\.\d[\w.+~-]{0,40})[^/]{0,80}$/.exec(text)?.[1];
  return version === undefined ? undefined : within(word, version);
}

function firstOf(words: readonly Token[], read: (word: Token) => Token | undefined): Token | undefined {
  for (const word of words) {
    const found = read(word);
    if (found) return found;
  }
  return undefined;
}

/** What is installed together: a role with all of its folders, or the folder of the file. */
function unitOf(path: string): string {
  return roleFolderOf(path) ?? folderOf(path);
}
