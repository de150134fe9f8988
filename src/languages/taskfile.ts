/** Taskfiles (https://taskfile.dev): the commands of their tasks are shell, which a person runs, here or on machines that they reach. */
import type { Reading } from '../model/project.ts';
import { type View, viewBuilder } from '../text/view.ts';
import { createDocument, EMPTY_READING, type Embed, type Input, mergeReadings } from './front-end.ts';
import { scriptFacts } from './shell/shell.ts';
import { GO_VARIABLE, listsNodes } from './shell/sites.ts';
import { get, itemsOf, pairsOf, textAt, type YamlNode, type YamlScalar } from './yaml/yaml.ts';

export function isTaskfile(path: string, root: YamlNode): boolean {
  return /(?:^|\/)taskfile(?:[.-][\w-]+)?\.ya?ml(?:\.dist)?$/i.test(path) && get(root, 'tasks')?.kind === 'map';
}

export function readTaskfile(root: YamlNode, view: View, input: Input, embed: Embed): Reading {
  const document = createDocument({ ...input, view }, 'makefile');
  const common = variablesOfNodes(root);
  const readings = pairsOf(get(root, 'tasks')).flatMap(({ key, value: task }) => {
    const nodes = new Set([...common, ...variablesOfNodes(task)]);
    const site = { kind: 'make-target', name: key.text } as const;
    return commandsOf(task).map(({ script, loops }) => {
      const item = loops && nodes.has(loops.over) ? [loops.as] : [];
      const nodeNames = new Set([...nodes, ...item]);
      return scriptFacts(withVariables(script.view), { document, depth: input.depth, embed, site, nodeNames });
    });
  });
  return mergeReadings([{ ...EMPTY_READING, documents: [document] }, ...readings]);
}

interface TaskCommand {
  readonly script: YamlScalar;
  /** `for: {var: NODES, as: NODE}` */
  readonly loops: { readonly over: string; readonly as: string } | undefined;
}

/** A task is a command, a list of them, or a map that holds them. */
function commandsOf(task: YamlNode | undefined): readonly TaskCommand[] {
  const written = task?.kind === 'map' ? [get(task, 'cmds'), get(task, 'cmd')] : [task];
  return written
    .flatMap((one) => (one?.kind === 'scalar' ? [one] : itemsOf(one)))
    .flatMap((item): readonly TaskCommand[] => {
      if (item.kind === 'scalar') return [{ script: item, loops: undefined }];
      const script = get(item, 'cmd') ?? get(item, 'defer');
      const over = textAt(item, 'for', 'var');
      const loops = over === undefined ? undefined : { over, as: textAt(item, 'for', 'as') ?? 'ITEM' };
      return script?.kind === 'scalar' ? [{ script, loops }] : [];
    });
}

/** `NODES: {sh: kubectl get nodes -o name}` */
function variablesOfNodes(node: YamlNode | undefined): readonly string[] {
  return pairsOf(get(node, 'vars')).flatMap(({ key, value }) =>
    listsNodes(textAt(value, 'sh') ?? '') ? [key.text] : [],
  );
}

/** `{{.NODE}}` is `$NODE` to the shell. */
function withVariables(view: View): View {
  const builder = viewBuilder(view);
  let from = 0;
  for (const { index, 0: whole, 1: name = '' } of view.text.matchAll(GO_VARIABLE)) {
    builder.copy(from, index);
    builder.put(`$${name}`, index, index + whole.length);
    from = index + whole.length;
  }
  builder.copy(from, view.text.length);
  return builder.build((text) => text);
}
