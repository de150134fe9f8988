/** What one file installs as a whole: a ConfigMap in it is for the programs that stand beside it. */
import type { KubernetesObject } from '../../model/document.ts';
import type { SettingFact } from '../../model/fact.ts';
import type { Project } from '../../model/project.ts';
import { groupBy } from '../../text/group.ts';
import { once } from '../../text/once.ts';
import { spanOf } from '../../text/placed.ts';
import type { RuleContext } from '../rule.ts';
import { imagesOf } from './images.ts';

/** Nothing in the file that starts containers, the object itself included, is called after the program that reads the setting. */
export function isWithoutReader({ document }: SettingFact, program: RegExp, { project }: RuleContext): boolean {
  const { object } = document;
  if (object?.kind !== 'ConfigMap') return false;
  const beside = objectsByFile(project).get(pathOf(object)) ?? [];
  return beside.some(({ pods }) => pods.length > 0) && !beside.some((one) => isCalled(one, program));
}

const objectsByFile = once(({ objects }: Project) => groupBy(objects, pathOf));

function pathOf(object: KubernetesObject): string {
  return spanOf(object).source.path;
}

function isCalled(object: KubernetesObject, program: RegExp): boolean {
  return [object.name, ...imagesOf(object)].some((text) => program.test(text.slice(0, LONGEST_NAME)));
}

const LONGEST_NAME = 1000;
