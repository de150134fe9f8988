/** What scripts take from the files that they source: `. lib/settings.sh` gives `ENGINE=docker` to the lines behind it. */
import { SPEAKS_OF_RUNTIMES } from '../data/words.ts';
import type { InputFile } from '../model/input.ts';
import { once } from '../text/once.ts';
import { foldersAbove, pathInside } from '../text/path.ts';

/** The files that a script sources, and the variables that they set for good; only what may name a runtime is told. */
export interface Sourced {
  readonly files: readonly InputFile[];
  readonly variables: ReadonlyMap<string, string>;
}

const NOTHING: Sourced = { files: [], variables: new Map() };
const LARGEST = 65_536;
const MOST_FILES = 20;
/** Folders above a script that may be the root which a variable names. */
const MOST_FOLDERS = 12;

export function createSourced(files: readonly InputFile[]): (file: InputFile) => Sourced {
  const byPath = new Map(files.map((file) => [file.path, file]));
  return (file) => {
    const named = file.text.length > LARGEST * 8 ? [] : sourcedPaths(file.text);
    const found = [...new Set(named.flatMap((path) => fileNamed(file.path, path, byPath) ?? []))].slice(0, MOST_FILES);
    const variables = new Map(found.flatMap(settingsIn));
    return variables.size === 0 ? NOTHING : { files: found, variables };
  };
}

/** `. "$(dirname "$0")/../lib/settings.sh"`: what is written out of the path, from the last folder that is not. */
function sourcedPaths(text: string): readonly string[] {
  return [...text.matchAll(/^[ \t]*(?:\.|source)[ \t]+([^\s#;&|][^\n;&|]{0,300})/gm)].flatMap(([, operand = '']) => {
    const path = /(?:^|[$)}"'`\w]\/|["'])((?:\.{1,2}\/)*[\w@-][\w.@-]*(?:\/[\w.@-]+)*)["']?[ \t\r]*(?:#.*)?$/.exec(
      operand,
    )?.[1];
    return path === undefined ? [] : [path];
  });
}

/** Beside the script, or below one of the folders above it: the nearest. */
function fileNamed(script: string, path: string, byPath: ReadonlyMap<string, InputFile>): InputFile | undefined {
  for (const folder of foldersAbove(script, MOST_FOLDERS)) {
    const inside = pathInside(folder, path);
    const file = inside === undefined || inside === script ? undefined : byPath.get(inside);
    if (file) return file;
  }
  return undefined;
}

/** Assignments outside of branches and functions whose value is written out; none of a variable that has several. */
const settingsIn = once(({ text }: InputFile): readonly (readonly [name: string, value: string])[] => {
  if (text.length > LARGEST || !SPEAKS_OF_RUNTIMES.test(text)) return [];
  const values = new Map<string, Set<string>>();
  for (const [, indent = '', name = '', written = ''] of text.matchAll(ASSIGNMENT)) {
    const value = /^(["']?)([^\s"'$`\\;&|()]{1,200})\1[ \t\r]*(?:[;#].*)?$/.exec(written)?.[2];
    const known = values.get(name) ?? new Set();
    known.add(indent === '' && value !== undefined ? value : `${known.size} ?`);
    values.set(name, known);
  }
  return [...values].flatMap(([name, [value, ...others]]) =>
    value !== undefined && others.length === 0 && SPEAKS_OF_RUNTIMES.test(value) ? [[name, value] as const] : [],
  );
});

const ASSIGNMENT =
  /^([ \t]*)(?:export[ \t]+|readonly[ \t]+|declare[ \t]+(?:-\w+[ \t]+)?)?([A-Za-z_]\w{0,99})=([^\n]{0,400})$/gm;
