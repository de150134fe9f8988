/** Containers with a Docker Engine of their own: what they do with Docker works on every node. */
import { DIND_IMAGE_WORDS } from '../../data/images.ts';
import type { Document } from '../../model/document.ts';
import type { Fact, SettingFact } from '../../model/fact.ts';
import { carriesEngine } from '../../placing/engines.ts';
import { rootOf } from '../../placing/units.ts';
import { once } from '../../text/once.ts';
import type { RuleContext } from '../rule.ts';
import { settingsOf } from './documents.ts';
import { lastKey } from './settings.ts';

/** A pod with an engine, or a container whose image or script starts one. */
export function hasEngineInContainer(fact: Fact, context: RuleContext): boolean {
  if (fact.pod) return carriesEngine(fact.pod);
  const { place, engine } = context.placementOf(fact);
  return engine?.isStarted === true && (place === 'workload' || place === 'image');
}

/** The values of a chart whose container starts an engine, or has an image of one. */
export function hasEngineInChart({ document }: Fact, context: RuleContext): boolean {
  const root = rootOf(document);
  if (root.language !== 'helm-values') return false;
  return context.placementOf({ document: root }).engine?.isStarted === true || namesImageOfEngine(root, context);
}

const namesImageOfEngine = once((document: Document, context: RuleContext): boolean =>
  settingsOf(document, context).some(
    (one) =>
      /^(?:image|repository|tag)$/.test(lastKey(one)) &&
      DIND_IMAGE_WORDS.some(({ word }) => one.value.text.includes(word)),
  ),
);

/** `dind: {storage: {hostPath: /var/lib/docker}}`: what the chart says under that name is for its own engine. */
export function isOfEngineInChart({ path }: SettingFact): boolean {
  return path.some(isOfEngineByName);
}

/** `dind`, `dind-storage` */
export function isOfEngineByName(name: string): boolean {
  return /^(?:dind|docker-?in-?docker)(?:$|[-_])/i.test(name);
}
