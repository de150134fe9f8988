/** Docker_Mode of Fluent Bit, which goes with the parser of its input. */
import { CRI_FORMAT } from '../../data/log-shippers.ts';
import type { EnvFact, Fact, SettingFact } from '../../model/fact.ts';
import type { Project } from '../../model/project.ts';
import { groupBy } from '../../text/group.ts';
import { once } from '../../text/once.ts';
import type { Report, RuleContext } from '../rule.ts';
import { settingsBeside } from './documents.ts';
import { isParserOfDocker } from './fluent-bit.ts';
import { reportAt } from './reports.ts';
import { lastKey, writtenOf } from './settings.ts';
import { noDocker, quoted } from './words.ts';

/** `Docker_Mode On` of an input goes with its `Parser docker`, which is told. */
export function isToldByParser(fact: SettingFact, context: RuleContext): boolean {
  return isMode(fact) && parsersOfDocker(context.project).has(inputOf(fact));
}

/** Docker_Mode hands lines that are not JSON to the parser of its input: one for CRI, or one that is named elsewhere. */
export function isLeftToParser(fact: SettingFact, context: RuleContext): boolean {
  if (!isMode(fact)) return false;
  const parser = settingsBeside(fact, context).find((one) => /^parser$/i.test(lastKey(one)));
  return parser !== undefined && OTHER_PARSER.test(parser.value.text.trim());
}

const OTHER_PARSER = /\bcri\b|^\$\{\w+\}$/i;

export function modeReport(fact: SettingFact, { target }: RuleContext): Report {
  return reportAt(
    fact,
    'docker-log-format/leftover',
    {
      message: `${quoted(writtenOf(fact))} joins long lines of Docker only; it leaves those of other runtimes to the parser`,
      ...noDocker(target, CRI_FORMAT),
      instead: `Delete it with Parser and write multiline.parser docker, cri, which reads and joins both`,
    },
    fact.at,
  );
}

function isMode(fact: SettingFact): boolean {
  return /^docker_?mode$/i.test(lastKey(fact));
}

/** The inputs with a parser of Docker, also where a chart has been read again for a switch between the two. */
const parsersOfDocker = once(({ facts }: Project): ReadonlySet<string> => {
  const parsers = facts.filter((fact): fact is SettingFact => fact.kind === 'setting' && isParserOfDocker(fact));
  return new Set(parsers.map(inputOf));
});

/** The lines of its input that go with the parser. */
export function modesOf(fact: SettingFact | EnvFact, { project }: RuleContext): NonNullable<Report['related']> {
  if (fact.kind !== 'setting' || !isParserOfDocker(fact)) return [];
  return (modesOfDocker(project).get(inputOf(fact)) ?? []).map(({ value }) => ({ at: value, message: 'goes with it' }));
}

const modesOfDocker = once(({ facts }: Project): ReadonlyMap<string, readonly SettingFact[]> => {
  const isOn = (fact: Fact): fact is SettingFact =>
    fact.kind === 'setting' && isMode(fact) && /^on$/i.test(fact.value.text);
  return groupBy(facts.filter(isOn), inputOf);
});

function inputOf({ document, path }: SettingFact): string {
  return [document.path, document.label, ...path.slice(0, -1)].join('\0');
}
