/** Receivers, modules and jobs of collectors that ask Docker for its containers. */
import { CHART_SETTINGS } from '../../data/charts.ts';
import type { Document, Token } from '../../model/document.ts';
import type { Fact, SettingFact } from '../../model/fact.ts';
import { once } from '../../text/once.ts';
import { spanOf } from '../../text/placed.ts';
import { fileView } from '../../text/view.ts';
import type { Report, RuleContext } from '../rule.ts';
import { settingsOf, settingsOfSameMap } from './documents.ts';
import { productAdvice } from './products.ts';
import { containsKeys, endsWithKeys, lastKey, plain } from './settings.ts';

/** `hosts` beside `module: docker`, also in a resource of Elastic's operator. */
export function isAddressOfModule(fact: SettingFact, context: RuleContext): boolean {
  return isHosts(fact) && askerOf(fact, context) !== undefined;
}

/** A monitor of Docker is one finding, where its kind is written. */
export const haveMonitorOfDocker = once((settings: readonly SettingFact[]): boolean =>
  settings.some(({ path, value }) =>
    CHART_SETTINGS.some(
      ({ outcome, keys, values }) => outcome === 'monitor' && values.includes(value.text) && endsWithKeys(path, keys),
    ),
  ),
);

/** A job of Prometheus or its like that asks Docker for containers. */
export function isDiscovery({ path }: SettingFact): boolean {
  return path.some((key) => /^docker(?:swarm)?(?:_sd_c|SDC)onfigs$/i.test(key));
}

export function isDiscoveryJob(fact: Fact): boolean {
  return fact.kind === 'setting' && isDiscovery(fact);
}

/** Another job of the same file asks the API for the pods, whatever runs them. */
export const findsPods = once((document: Document, context: RuleContext): boolean =>
  settingsOf(document, context).some(
    (one) =>
      one.path.some((key) => /^kubernetes(?:_sd_c|SDC)onfigs$/.test(key)) &&
      lastKey(one) === 'role' &&
      one.value.text.toLowerCase() === 'pod',
  ),
);

/** Receivers and monitors that open docker.sock without being told an address. */
export function isDockerReceiver(fact: SettingFact): boolean {
  return (
    containsKeys(fact.path, ['receivers', 'docker_stats']) ||
    containsKeys(fact.path, ['extensions', 'docker_observer']) ||
    isModuleOfDocker(fact) ||
    isInputOfAgent(fact) ||
    (lastKey(fact) === 'add_docker_metadata' && /^~?$|^null$/.test(fact.value.text)) ||
    (fact.format === 'fluent-bit' && isInputOfEngine(fact))
  );
}

/** `type: docker/metrics` of Elastic Agent, which asks docker.sock unless it is told another address. */
export function isInputOfAgent(fact: SettingFact): boolean {
  return lastKey(fact) === 'type' && fact.value.text === 'docker/metrics';
}

/** The addresses among the streams of such inputs, by what stands before them in the file. */
const inputsByAddress = once((document: Document, context: RuleContext): ReadonlyMap<SettingFact, SettingFact> => {
  const found = new Map<SettingFact, SettingFact>();
  let last: SettingFact | undefined;
  for (const one of settingsOf(document, context)) {
    if (lastKey(one) === 'type' && one.path.some((key) => key === 'inputs')) last = one;
    const isInside = last?.path.slice(0, -1).every((key, i) => one.path[i] === key) === true;
    if (last && isInside && isInputOfAgent(last) && isHosts(one)) found.set(one, last);
  }
  return found;
});

function isHosts(fact: SettingFact): boolean {
  return /^hosts?$/.test(lastKey(fact));
}

/** The input has an address, where it is told. */
export function isToldAtAddress(fact: SettingFact, context: RuleContext): boolean {
  return inputsWithAddress(fact.document, context).has(fact);
}

const inputsWithAddress = once(
  (document: Document, context: RuleContext): ReadonlySet<SettingFact> =>
    new Set(
      [...inputsByAddress(document, context)].flatMap(([{ value }, input]) =>
        /docker/.test(value.text) ? [input] : [],
      ),
    ),
);

export function isModuleOfDocker(fact: SettingFact): boolean {
  return plain(lastKey(fact)) === 'module' && fact.value.text === 'docker';
}

/** The module or input that asks at the address. */
function askerOf(fact: SettingFact, context: RuleContext): SettingFact | undefined {
  return moduleAmong(settingsOfSameMap(fact, context)) ?? inputsByAddress(fact.document, context).get(fact);
}

const moduleAmong = once((settings: readonly SettingFact[]) => settings.find(isModuleOfDocker));

/** What asks Docker, and what takes its place in the same list or map. */
const SUCCESSORS: readonly { readonly docker: RegExp; readonly other: string; readonly place: string }[] = [
  { docker: /^add_docker_metadata$/, other: 'add_kubernetes_metadata', place: '' },
  { docker: /^docker_stats(?:\/|$)/, other: 'kubeletstats', place: ', here and in service.pipelines' },
];

/** What takes its place stands there already: what asks Docker only goes. */
export function deletionBeside(fact: SettingFact, context: RuleContext): string | undefined {
  if (isModuleOfDocker(fact) && readsContainers(fact.document, context))
    return 'Delete module: docker with its options: module: kubernetes beside it reads the same containers';
  for (const { docker, other, place } of SUCCESSORS) {
    const at = fact.path.findIndex((key) => docker.test(key));
    if (at >= 0 && successors(fact.document, context).has([...fact.path.slice(0, at), other].join('\0')))
      return `Delete ${fact.path[at]}${place}: ${other} stands beside it`;
  }
  return undefined;
}

const successors = once((document: Document, context: RuleContext): ReadonlySet<string> => {
  const found = new Set<string>();
  for (const { path } of settingsOf(document, context))
    for (const { other } of SUCCESSORS) {
      const at = path.findIndex((key) => key === other || key.startsWith(`${other}/`));
      if (at >= 0) found.add([...path.slice(0, at), other].join('\0'));
    }
  return found;
});

/** A module for Kubernetes with the metrics of containers. */
const readsContainers = once((document: Document, context: RuleContext): boolean => {
  const settings = settingsOf(document, context);
  return (
    settings.some((one) => lastKey(one) === 'module' && one.value.text === 'kubernetes') &&
    settings.some((one) => lastKey(one) === 'metricsets' && one.value.text === 'container')
  );
});

/** The address of a module is one finding with the module, which is what has to go. */
export function ofModule(told: Report, fact: SettingFact, context: RuleContext): Report {
  const module = askerOf(fact, context);
  const instead = module && (deletionBeside(module, context) ?? productAdvice(module, context.target));
  if (!module || instead === undefined) return told;
  return {
    ...told,
    instead,
    related: [{ at: module.at, message: `the ${isInputOfAgent(module) ? 'input' : 'module'} that asks there` }],
  };
}

/** The key of the block, so that the settings inside it are one finding with it. */
export function receiverKey({ path, at }: SettingFact): Token | undefined {
  const name = path.slice(0, -1).find((key) => /^docker_(?:stats|observer)(?:\/|$)/.test(key));
  if (name === undefined) return undefined;
  const { source, start: inside } = spanOf(at);
  const start = source.text.lastIndexOf(name, inside);
  return start < 0 ? undefined : { text: name, view: fileView(source), start, end: start + name.length };
}

/** fluent-bit's inputs that ask Docker. */
function isInputOfEngine(fact: SettingFact): boolean {
  const isName = lastKey(fact).toLowerCase() === 'name' && fact.path[0]?.toLowerCase() === 'input';
  return isName && /^docker(?:_events)?$/i.test(fact.value.text);
}
