/** Custom plugins of node-problem-detector: https://github.com/kubernetes/node-problem-detector/blob/master/docs/custom_plugin_monitor.md */
import type { Reading } from '../../model/project.ts';
import { asked } from '../ini/asked.ts';
import { commandFacts } from '../shell/shell.ts';
import type { ContentContext } from './content.ts';
import { get, itemsOf, scalarAt, textAt, tokenOf, type YamlNode, type YamlScalar } from './yaml.ts';

/** What its rules run is asked again and again, and its answer is a condition of the node. What they look for in a log is no path that is opened. */
export function pluginReadings(root: YamlNode, context: ContentContext): Reading[] {
  if (textAt(root, 'plugin') !== 'custom') return [];
  return itemsOf(get(root, 'rules')).flatMap((rule) => {
    const program = scalarAt(rule, 'path');
    if (!program) return [];
    const args = itemsOf(get(rule, 'args')).filter((item): item is YamlScalar => item.kind === 'scalar');
    const reading = asked(commandFacts([program, ...args].map(tokenOf), { ...context, execForm: true }));
    return [{ ...reading, facts: reading.facts.filter(({ kind }) => kind === 'command') }];
  });
}
