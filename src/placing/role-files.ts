/** Templates and files of roles that no task names: what is left of another time. */

import type { InputFile } from '../model/input.ts';
import { once } from '../text/once.ts';
import { baseName } from '../text/path.ts';
import { lineBefore } from '../text/source.ts';
import { LONGEST_TASKS } from './roles.ts';

const OF_ROLE = /^((?:.*\/)?roles\/(?:[^/]+\/){1,8}?)(?:templates|files)\/(.+)$/;
const TASKS = /^((?:.*\/)?roles\/(?:[^/]+\/){1,8}?)tasks\/[^/]+\.ya?ml$/;
const READ = /\.(?:ya?ml|j2|json|cfg|ini|sh|py)$/i;

/** A task whose source is only known when it runs: it may be any file of the role. `{{ role_path }}` is the role itself. */
const DYNAMIC =
  /\bsrc[:=][ \t]*["']?(?!\{\{ ?role_path ?\}\}[^{\n]{1,300}$)[^\s"']{0,300}(?:\{\{|\/["']?[ \t]*$)|with_(?:fileglob|filetree|first_found)|lookup\(/m;

const NAMES_FILES = /\bsrc[:=]/;

interface Project {
  readonly texts: readonly string[];
  /** The roles whose tasks write files, and name all of them. */
  readonly plain: ReadonlySet<string>;
}

/** Whether a path is a template or a file of a role whose tasks name their files, and this one is not among them. */
export function unusedRoleFiles(files: readonly InputFile[]): (path: string) => boolean {
  const read = once(readProject);
  const answers = new Map<string, boolean>();
  return (path) => {
    const [, role, inside = ''] = OF_ROLE.exec(path) ?? [];
    if (role === undefined) return false;
    const project = read(files);
    if (!project.plain.has(role)) return false;
    const stem = baseName(inside).replace(/\.j2$/i, '');
    if (answers.size >= MOST_NAMES && !answers.has(stem)) return false;
    const answer = answers.get(stem) ?? !project.texts.some((text) => names(text, stem));
    answers.set(stem, answer);
    return answer;
  };
}

/** Whether a line that is no comment has the name in a word which is no path of the machine, such as `/etc/docker/daemon.json`. */
function names(text: string, stem: string): boolean {
  for (let at = text.indexOf(stem); at >= 0; at = text.indexOf(stem, at + stem.length)) {
    const line = lineBefore(text, at, LONGEST_LINE);
    const word = /(?<![^\s"'=|])[^\s"'=|]*$/.exec(line)?.[0] ?? '';
    if (!/^\s*#/.test(line) && !word.startsWith('/')) return true;
  }
  return false;
}

const LONGEST_LINE = 500;

/** Each is looked for in every text; those behind them are taken for used. */
const MOST_NAMES = 300;

function readProject(files: readonly InputFile[]): Project {
  const texts: string[] = [];
  const plain = new Set<string>();
  const dynamic = new Set<string>();
  for (const file of files) {
    const { path } = file;
    const text = READ.test(path) ? file.text : undefined;
    if (text === undefined || text.length > LONGEST_TASKS) continue;
    texts.push(text);
    const role = TASKS.exec(path)?.[1];
    if (role === undefined) continue;
    if (DYNAMIC.test(text)) dynamic.add(role);
    else if (NAMES_FILES.test(text)) plain.add(role);
  }
  return { texts, plain: new Set([...plain].filter((role) => !dynamic.has(role))) };
}
