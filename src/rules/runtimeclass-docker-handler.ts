/** Finds RuntimeClasses whose handler is docker, which no CRI runtime configures. */
import { RUNTIMES } from '../data/runtimes.ts';
import type { SettingFact } from '../model/fact.ts';
import type { Report, Rule, RuleContext } from './rule.ts';
import { reportAt } from './shared/reports.ts';
import { noDocker } from './shared/words.ts';

export const rule: Rule = {
  id: 'runtimeclass-docker-handler',
  summary: 'A RuntimeClass has the handler docker.',
  fix: { none: 'the name of the handler stands in the configuration of the runtime.' },
  triggers: ['runtimeclass', 'runtime_class'],
  checks: { setting: check },
};

function check(fact: SettingFact, { target }: RuleContext): Report | undefined {
  if (fact.value.text !== 'docker' || !isHandler(fact)) return undefined;
  const windows =
    /windows/i.test(fact.document.object?.name ?? '') ||
    /kubernetes\.io\/os:\s*['"]?windows/.test(fact.document.view.text.slice(0, 100_000));
  return reportAt(fact, 'runtimeclass-docker-handler', {
    message: RUNTIMES[target.runtime].keepsDocker
      ? 'Only cri-dockerd knows the handler `docker`'
      : 'Pods of this class stay in ContainerCreating: no runtime has a handler `docker`',
    ...noDocker(target, 'dockershim took this name for its default'),
    instead: RUNTIMES[target.runtime].keepsDocker
      ? 'Nothing to do while nodes keep Docker Engine: cri-dockerd takes `docker` as its default handler'
      : windows
        ? 'Write handler: runhcs-wcow-process, which containerd configures on Windows'
        : 'Delete the RuntimeClass and the runtimeClassName of its pods, or write handler: runc',
  });
}

function isHandler(fact: SettingFact): boolean {
  const key = fact.path.at(-1);
  if (fact.format === 'terraform') return key === 'handler' && fact.path.some((part) => part.includes('runtime_class'));
  return fact.document.object?.kind === 'RuntimeClass' && (key === 'handler' || key === 'runtimeHandler');
}
