/** Where charts are named: dependencies, releases, installs. */
import type { CommandFact, SettingFact } from '../../model/fact.ts';
import { lastKey } from './settings.ts';

/** The setting names a chart that this one depends on, or that is released. */
export function namesChart(fact: SettingFact): boolean {
  if (fact.format === 'chart-metadata') return fact.path[0] === 'dependencies' && lastKey(fact) === 'name';
  const kind = fact.document.object?.kind;
  return (kind === 'HelmRelease' || kind === 'Application' || kind === 'HelmChart') && lastKey(fact) === 'chart';
}

/** `helm upgrade --install agent acme/agent`: the word that names the chart. */
export function installedChart({ program, words }: CommandFact, chart: string) {
  if (program !== 'helm' || !words.some(({ text }) => /^(?:install|upgrade|template|pull|fetch)$/.test(text)))
    return undefined;
  return words.find(({ text }) => text.includes('/') && text.split('/').at(-1) === chart);
}
