/** Values that no template of a chart names: whatever they say, nothing comes of it. */
import type { Fact } from '../../model/fact.ts';
import type { Reading } from '../../model/project.ts';
import { isManifest } from '../../recognise/chart-layout.ts';

interface ChartFile {
  readonly path: string;
  readonly text: string;
}

/** Longer ones are not searched; what they read is not known then. */
const MOST_CHARACTERS = 2_000_000;

/** `.Values` as a whole, which may end in any value: `toYaml .Values`, `range .Values`, `index .Values $name`. */
const WHOLE = /(?:\.|\$\.)Values(?![.\w])|\bAsMap\b/;
/** Sub-charts and charts of helpers take values that no template here names. */
const DEPENDENCIES = /^dependencies:/m;

/** Without the settings of the chart’s own values file that nothing reads. */
export function withoutUnread(reading: Reading, path: string, root: string, files: readonly ChartFile[]): Reading {
  const own = root === '' ? '' : `${root}/`;
  if (path !== `${own}values.yaml` || reading.facts.length === 0) return reading;
  const words = wordsIn(files, own);
  if (words === undefined) return reading;
  const isRead = (fact: Fact): boolean => {
    const key = fact.kind === 'setting' ? fact.path[0] : undefined;
    return key === undefined || key === 'global' || !/^\w+$/.test(key) || words.has(key);
  };
  return { ...reading, facts: reading.facts.filter(isRead) };
}

/** The words of the templates, where they are all that reads the values. */
function wordsIn(files: readonly ChartFile[], own: string): ReadonlySet<string> | undefined {
  const inside = files.map(({ path, text }) => ({ path: path.slice(own.length), text }));
  const isAlone = inside.every(
    ({ path, text }) =>
      !/^(?:charts\/|requirements\.ya?ml$)/.test(path) && !(path === 'Chart.yaml' && DEPENDENCIES.test(text)),
  );
  const texts = inside.filter(({ path }) => path.startsWith('templates/')).map(({ text }) => text);
  const length = texts.reduce((sum, text) => sum + text.length, 0);
  if (!isAlone || length > MOST_CHARACTERS || !inside.some(({ path }) => isManifest(path))) return undefined;
  return texts.some((text) => WHOLE.test(text))
    ? undefined
    : new Set(texts.flatMap((text) => text.match(/\w+/g) ?? []));
}
