/** What a variable of PowerShell was made of: `$wanted = [version]($KubernetesVersion.TrimStart("v"))`. */
import { namesKubernetesVersion } from '../conditions/versions.ts';

/** `[version]$KubernetesVersion`: of which type a value is read. */
const CAST = /\[[A-Za-z][\w.]{0,80}\](?=[$"'(\d])/g;
const QUOTED = String.raw`(?:"[^"\n]{0,60}"|'[^'\n]{0,60}')`;
const NAME = String.raw`\$(?:\w{1,20}:)?\w{1,80}(?:\.[A-Za-z]\w{0,40}){0,3}`;

/** Each takes something off that changes no version: its type, the letter in front, parentheses, what makes a text of it. */
const SIMPLER: readonly (readonly [RegExp, string])[] = [
  [/\[[A-Za-z][\w.]{0,80}\]::(?:new|Parse)(?=\()/gi, ''],
  [/\bNew-Object (?:-TypeName )?(?:System\.)?Version(?: -ArgumentList)? /gi, ''],
  [/ -as \[[\w.]{1,80}\]/gi, ''],
  [CAST, ''],
  [/\.(?:TrimStart|TrimEnd|Trim|Replace|ToString|Substring)\([^()\n]{0,60}\)/gi, ''],
  [new RegExp(` -[ci]?replace ${QUOTED}(?:, ?${QUOTED})?`, 'gi'), ''],
  [/"\$\(([^()"\n]{1,200})\)"/g, '($1)'],
  [/"\$\{?((?:\w{1,20}:)?\w{1,80})\}?"/g, '$$$1'],
  [new RegExp(`\\( ?(${NAME}) -[ci]?split ${QUOTED} ?\\)\\[1\\]`, 'gi'), '$1.Minor'],
  [
    new RegExp(`\\$\\( ?(${NAME})\\.Split\\(["']v["']\\) ?\\| ?Select(?:-Object)? -(?:Index 1|Last 1) ?\\)`, 'gi'),
    '$1',
  ],
  [/\.Split\([^()\n]{0,40}\)\[1\]/gi, '.Minor'],
  [new RegExp(`(?<![\\w\\]])\\( ?(${NAME}|v?\\d{1,4}(?:\\.\\d{1,4}){0,3}|${QUOTED}) ?\\)`, 'g'), '$1'],
  [/\.CompareTo\(([^()\n]{1,80})\) (-[a-z]{2}) 0(?![\d.])/gi, ' $2 $1'],
];
const ROUNDS = 5;
const LONGEST = 1000;

/** The expression without what is done to make a version of a text, or a number of a version. */
function simplified(expression: string): string {
  let text = expression.slice(0, LONGEST).replace(/[ \t]+/g, ' ');
  for (let round = 0; round < ROUNDS; round++) {
    const before = text;
    for (const [pattern, by] of SIMPLER) text = text.replace(pattern, by);
    if (text === before) break;
  }
  return text;
}

const ONE_NAME = new RegExp(`^${NAME}$`);
const VERSION = /^["']?v?1\.\d{1,2}(?:\.\d{1,3})?["']?$/;
/** `(kubelet --version).Split(" ")[1]` */
const ASKS_KUBERNETES = /\b(?:kubelet|kubeadm|kubectl)(?:\.exe)?["']?[ \t][^\n]{0,80}\bversion\b/i;

/** `$parts = $KubeVersion.Split(".")` */
const SPLIT = new RegExp(`^\\(? ?(${NAME})(?:\\.Split\\([^()\\n]{0,40}\\)| -[ci]?split ${QUOTED}) ?\\)?$`, 'i');

/** `$isOld = [version]$KubeVersion -lt [version]"1.24"` */
const COMPARES = /^\(?[^;|{}"'()]{1,120} -[ci]?(?:lt|le|gt|ge) ["']?v?[\d.]{1,12}["']?\)?$/i;

/** What the value is a version of: a variable with a telling name, or a version that is written out. */
export function meaningOf(value: string, meanings: ReadonlyMap<string, string>): string | undefined {
  const text = spelledOut(value, meanings).trim();
  if (VERSION.test(text)) return `"${text.replace(/["']/g, '')}"`;
  if (ONE_NAME.test(text)) return /kube|k8s|k3s|rke|minor|ver/i.test(text) ? text : undefined;
  const split = SPLIT.exec(text)?.[1];
  if (split !== undefined) return `@${split}`;
  if (COMPARES.test(text)) return `(${text})`;
  return ASKS_KUBERNETES.test(text) ? `$kubernetesVersion${/\.Minor$/i.test(text) ? '.Minor' : ''}` : undefined;
}

/** A test in which variables that tell nothing by their names are those that they were made of. */
export function spelledOut(test: string, meanings: ReadonlyMap<string, string>): string {
  const text = simplified(test);
  if (meanings.size === 0) return text;
  const parted = text.replace(/(\$\w{1,80})\[([01])\]/g, (whole, name, index) => {
    const meaning = meanings.get(name.toLowerCase());
    return meaning?.startsWith('@') ? `${meaning.slice(1)}.${index === '1' ? 'Minor' : 'Major'}` : whole;
  });
  const named = parted.replace(/\$(?:\w{1,20}:)?\w{1,80}/g, (name) => {
    const meaning = meanings.get(name.toLowerCase());
    if (meaning?.startsWith('(')) return meaning;
    return meaning?.startsWith('$') && !namesKubernetesVersion(name) ? meaning : name;
  });
  return named.replace(SIDES, (whole, left, sign, right) => {
    const limit = limitAmong(left, right, meanings);
    if (limit === undefined) return whole;
    return limit === left
      ? `${meanings.get(left.toLowerCase())}${sign}${right}`
      : `${left}${sign}${meanings.get(right.toLowerCase())}`;
  });
}

const SIDES = new RegExp(`(${NAME})( -[ci]?(?:lt|le|gt|ge|eq|ne) )(${NAME})`, 'gi');

/** Which of the two variables is the version that the other one is held against. */
function limitAmong(left: string, right: string, meanings: ReadonlyMap<string, string>): string | undefined {
  const known = [left, right].filter((name) => meanings.get(name.toLowerCase())?.startsWith('"'));
  // A default of the version that the script is told is a version that is written out, too.
  const limits = known.length === 2 ? known.filter((name) => !namesKubernetesVersion(name)) : known;
  return limits.length === 1 ? limits[0] : undefined;
}
