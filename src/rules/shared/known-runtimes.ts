/** The runtimes that the scripts of a repository know by name. */
import { RUNTIMES } from '../../data/runtimes.ts';
import type { Project } from '../../model/project.ts';
import { once } from '../../text/once.ts';
import type { RuleContext } from '../rule.ts';

/** Names by which scripts and playbooks of nodes choose the runtime: `KUBE_CRI`, `container_runtime`, `CRI_TYPE`. */
export const RUNTIME_VARIABLE =
  /^(?:\w{1,40}_)?(?:container_?(?:runtime|engine|manager)|cri)(?:_(?:name|type|engine|provider))?$/i;

/** Scripts that compare the variable with the runtimes that they know: a value that none of them knows ends them. */
export function unknownElsewhere(name: string, { project, target }: RuleContext): string | undefined {
  const known = [...(comparedWith(project).get(name) ?? [])];
  if (RUNTIMES[target.runtime].keepsDocker || known.length === 0 || known.some((one) => OTHERS.test(one)))
    return undefined;
  const list = known.length === 1 ? known.join('') : `${known.slice(0, -1).join(', ')} and ${known.at(-1)}`;
  return `Write the branch for ${RUNTIMES[target.runtime].name} first, then choose it: what reads ${name} only knows ${list}`;
}

const OTHERS = /containerd|cri-?o|^cri$|remote|podman|nerdctl/i;
const COMPARISON = /\$\{?([A-Za-z_]\w*)(?::?[-=][^}\n]{0,80})?\}?["']?\s*(==?|!=)\s*["']?([a-z][\w.-]*)/g;
const BRANCHES = /\bcase[ \t]+["']?\$\{?([A-Za-z_]\w{0,80})[^\n]{0,80}?\sin\b([\s\S]*)$/;
const LONGEST_CASE = 4000;
const PATTERN = /^[ \t]*\(?["']?([a-z][\w.-]*(?:["']?[ \t]*\|[ \t]*["']?[a-z][\w.-]*)*)["']?\)/gm;
/** `if [ $RUNTIME != docker ]; then` with something else to do: what is not docker is known too. */
const GIVES_UP = /\b(?:exit|return|die|fail|false|error|unsupported)\b/i;
const NEARBY = 150;
const LONGEST_SCRIPT = 200_000;

/** What the scripts of the repository compare a variable with, by its name. */
const comparedWith = once(({ documents }: Project): ReadonlyMap<string, ReadonlySet<string>> => {
  const values = new Map<string, Set<string>>();
  const add = (name: string, value: string) => {
    if (RUNTIME_VARIABLE.test(name)) values.set(name, (values.get(name) ?? new Set()).add(value));
  };
  for (const { language, view } of documents) {
    if (language !== 'shell' || view.text.length > LONGEST_SCRIPT || !/runtime/i.test(view.text)) continue;
    for (const { 0: written, 1: name = '', 2: sign, 3: value = '', index } of view.text.matchAll(COMPARISON)) {
      add(name, value);
      const end = index + written.length;
      if (sign === '!=' && !GIVES_UP.test(view.text.slice(end, end + NEARBY))) add(name, 'remote');
    }
    for (const branches of view.text.split(/\besac\b/).slice(0, -1)) {
      const [, name = '', body = ''] = BRANCHES.exec(branches.slice(-LONGEST_CASE)) ?? [];
      for (const [, words = ''] of body.matchAll(PATTERN))
        for (const word of words.match(/[a-z][\w.-]*/g) ?? []) add(name, word);
    }
  }
  return values;
});
