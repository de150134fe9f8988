/** Finds code that takes container ids and cgroups apart and only knows Docker's spelling. */
import { RUNTIMES } from '../data/runtimes.ts';
import type { Token } from '../document.ts';
import type { CommandFact, Fact, SettingFact } from '../facts.ts';
import type { Report, Rule, RuleContext } from './rule.ts';
import { reportAt } from './shared/reports.ts';
import { within } from './shared/tokens.ts';
import { noDocker, quoted } from './shared/words.ts';

const CUTTERS = new Set([
  'sed',
  'gsed',
  'awk',
  'gawk',
  'cut',
  'grep',
  'egrep',
  'fgrep',
  'tr',
  'perl',
  'jq',
  'yq',
  'kubectl',
  'rg',
  'python',
  'python3',
  'oc',
]);
const ID_WORDS = /containerid|imageid|containerstatuses|containerruntimeversion|container_runtime_version|container_id/;
const PREFIX = /docker(-pullable)?:\\?\/\\?\//;
const CGROUP = /\/docker\/|docker-[^\s/]{1,80}\.scope/;
const TEXT_LIMIT = 4096;

export const rule: Rule = {
  id: 'docker-container-id-prefix',
  summary: 'Code that reads container ids only knows docker://.',
  triggers: ['docker'],
  checkFact(fact, context) {
    if (fact.kind === 'command') return checkCommand(fact, context);
    if (fact.kind === 'setting') return checkQuery(fact, context);
    if (fact.kind === 'path')
      return isCgroup(fact.path) && fact.use !== 'exclude' ? report(fact, fact.at, fact.path, context) : undefined;
    return undefined;
  },
};

function checkCommand(fact: CommandFact, context: RuleContext): Report | undefined {
  if (!CUTTERS.has(fact.program)) return undefined;
  for (const word of fact.words.slice(1)) {
    const text = word.text.slice(0, TEXT_LIMIT);
    const found = PREFIX.exec(text)?.[0];
    const strips = found !== undefined && (ID_WORDS.test(fact.around) || /^['"]?s(.)\^?docker/.test(text));
    if (strips) return report(fact, word, text, context, fact.around);
    if (isCgroup(text)) return report(fact, word, text, context, fact.around);
  }
  return undefined;
}

function checkQuery(fact: SettingFact, context: RuleContext): Report | undefined {
  const text = fact.value.text.slice(0, TEXT_LIMIT);
  const found = PREFIX.exec(text)?.[0];
  if (found === undefined || !ID_WORDS.test(text.toLowerCase()) || text.includes('\n')) return undefined;
  return report(fact, within(fact.value, found), text, context);
}

function isCgroup(text: string): boolean {
  return /cgroup|\.scope/.test(text) && CGROUP.test(text.slice(0, TEXT_LIMIT));
}

function report(fact: Fact, at: Token, text: string, { target }: RuleContext, around = ''): Report {
  const several = /containerd|cri-?o/.test(`${text} ${around}`);
  const runtime = RUNTIMES[target.runtime];
  return reportAt(
    fact,
    several ? 'docker-container-id-prefix/several-runtimes' : 'docker-container-id-prefix',
    {
      message: `${quoted(text)} only matches ids of Docker; on ${runtime.name} they read ${runtime.idPrefix}… and ${runtime.cgroupScope}`,
      because: noDocker(target, 'The pattern'),
      instead: PREFIX.test(text)
        ? "Strip any scheme: sed -E 's#^[a-z0-9-]+://##'"
        : 'Match every runtime: (docker|cri-containerd|crio)-([0-9a-f]{64})\\.scope',
    },
    at,
  );
}
