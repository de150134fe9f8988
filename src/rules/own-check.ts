/** Finds what the company's own configuration describes. */
import { SERVICE_PROGRAMS } from '../data/units.ts';
import type { Cause } from '../judge.ts';
import type { Token } from '../model/document.ts';
import type { Fact } from '../model/fact.ts';
import type { Severity } from '../model/finding.ts';
import type { OwnCheck, OwnSubject } from '../model/knowledge.ts';
import { isUnder, normaliseNodePath } from '../text/node-path.ts';
import { onEveryFact, type Report, type Rule, type RuleContext } from './rule.ts';
import { installedChart, namesChart } from './shared/charts.ts';
import { hasRepository } from './shared/images.ts';
import { reportAt } from './shared/reports.ts';
import { endsWithKeys, variableName } from './shared/settings.ts';
import { noDockerPremise, sentence, withLink } from './shared/words.ts';

export const rule: Rule = {
  id: 'own-check',
  summary: 'A check that your own configuration adds.',
  fix: { none: 'the check says in its own words what to do.' },
  triggers: [],
  checks: onEveryFact((fact, context) => {
    const { checks } = context.knowledge;
    if (checks.length === 0 || CONFIGURATION.test(fact.document.path)) return undefined;
    return checks.flatMap((check) => checkOne(fact, check, context) ?? []);
  }),
};

/** Where the checks themselves stand. */
const CONFIGURATION = /(?:^|\/)\.dockershim\.(?:ya?ml|json)$/;

const CAUSES: Readonly<Record<Severity, Cause>> = {
  error: 'own-check/error',
  warning: 'own-check/warning',
  notice: 'own-check/notice',
};

function checkOne(fact: Fact, check: OwnCheck, { target }: RuleContext): Report | undefined {
  const at = subjectAt(fact, check.finds);
  if (!at) return undefined;
  const because = sentence(check.because ?? noDockerPremise(target));
  const words = {
    message: sentence(check.message),
    because: `${because.replace(/\.$/, '')} (check ${check.name} of the configuration)`,
    instead: withLink(sentence(check.instead), check.link),
  };
  return reportAt(fact, CAUSES[check.severity], words, at);
}

/** The characters of the fact that are what the check looks for. */
function subjectAt(fact: Fact, subject: OwnSubject): Token | undefined {
  switch (subject.kind) {
    case 'image':
      return fact.kind === 'image' && hasRepository(fact.ref, subject.repository) ? fact.at : undefined;
    case 'chart':
      if (fact.kind === 'command') return installedChart(fact, subject.chart);
      return fact.kind === 'setting' && fact.value.text === subject.chart && namesChart(fact) ? fact.at : undefined;
    case 'setting': {
      const isIt = fact.kind === 'setting' && endsWithKeys(fact.path, subject.keys);
      return isIt && hasValue(fact.value, subject.value) ? fact.at : undefined;
    }
    case 'variable':
      return variableAt(fact, subject.name, subject.value);
    case 'command':
      return fact.kind === 'command' && fact.program === subject.program ? fact.at : undefined;
    case 'path':
      return pathAt(fact, subject.path);
    case 'unit':
      return unitAt(fact, subject.unit);
    default:
      return subject satisfies never;
  }
}

function hasValue(value: Token | undefined, wanted: string | undefined): boolean {
  return wanted === undefined || value?.text.trim().toLowerCase() === wanted.toLowerCase();
}

function variableAt(fact: Fact, name: string, value: string | undefined): Token | undefined {
  if (fact.kind === 'env') return fact.name === name && hasValue(fact.value, value) ? fact.at : undefined;
  const isIt = fact.kind === 'setting' && variableName(fact) === name;
  return isIt && hasValue(fact.value, value) ? fact.at : undefined;
}

/** A path itself, and settings and variables that hold it. */
function pathAt(fact: Fact, wanted: string): Token | undefined {
  if (fact.kind === 'path')
    return isUnder(fact.path, wanted) && fact.polarity !== 'probes' && fact.polarity !== 'excludes'
      ? fact.at
      : undefined;
  if (fact.kind !== 'setting' && fact.kind !== 'env') return undefined;
  const path = fact.value && normaliseNodePath(fact.value.text);
  return path !== undefined && isUnder(path, wanted) ? fact.value : undefined;
}

const PROGRAMS = new Set(SERVICE_PROGRAMS.map(({ program }) => program));

function unitAt(fact: Fact, unit: string): Token | undefined {
  const isIt = (text: string) => text === unit || `${text}.service` === unit || text === `${unit}.service`;
  if (fact.kind === 'command')
    return PROGRAMS.has(fact.program) ? fact.words.slice(1).find(({ text }) => isIt(text)) : undefined;
  if (fact.kind !== 'setting' || fact.format !== 'systemd') return undefined;
  return fact.value.text.split(/\s+/).some(isIt) ? fact.value : undefined;
}
