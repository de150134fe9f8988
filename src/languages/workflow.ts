/** Pipelines of continuous integration: their scripts, which run elsewhere than the nodes, and their settings. */
import type { Condition } from '../model/condition.ts';
import type { Document } from '../model/document.ts';
import type { Fact } from '../model/fact.ts';
import { fileTarget, type Link } from '../model/link.ts';
import type { Reading } from '../model/project.ts';
import type { Site } from '../model/site.ts';
import { once } from '../text/once.ts';
import { spanOf } from '../text/placed.ts';
import { spanText } from '../text/source.ts';
import type { View } from '../text/view.ts';
import { cloudBuildReadings } from './cloud-build.ts';
import { readTest } from './conditions/expression.ts';
import { allUnder } from './conditions/stretches.ts';
import { createDocument, EMPTY_READING, type Embed, type Input, mergeReadings } from './front-end.ts';
import { dronePod, isPodOfDrone, isReadWithPod } from './kubernetes/drone.ts';
import { findPods } from './kubernetes/kubernetes.ts';
import type { PodParts } from './kubernetes/pod.ts';
import { type PodContext, podReading } from './kubernetes/processes.ts';
import { commandAt, scriptFacts } from './shell/shell.ts';
import { imageFact } from './text/facts.ts';
import { buildLinks } from './yaml/builds.ts';
import { type ContentContext, embedText, settingOf } from './yaml/content.ts';
import { type Visited, walkScalars } from './yaml/walk.ts';
import { get, itemsOf, scalarAt, textAt, tokenOf, type YamlNode } from './yaml/yaml.ts';

export function readWorkflow(root: YamlNode, view: View, input: Input, embed: Embed): Reading {
  const document = createDocument({ ...input, view }, 'workflow');
  const { depth, object } = input;
  const context: ContentContext = { document, format: 'workflow', object, depth, embed, owner: document.label };
  const readings: Reading[] = [{ ...EMPTY_READING, documents: [document], links: buildLinks(document, root) }];
  const ofDrone = isPodOfDrone(root) ? [dronePod(root)] : undefined;
  const pods = ofDrone ?? findPods(root);
  const steps = new Set<YamlNode>(ofDrone?.flatMap(({ containers }) => containers.map(({ node }) => node)));
  const ofPods = new Set<YamlNode>(pods.map(({ node }) => node));
  walkScalars(root, {
    skip: ({ value }) => value !== undefined && ofPods.has(value),
    visit: (visited) => {
      if (!isReadWithPod(visited, steps)) readings.push(allUnder(stepReading(visited, context), conditionsOf(visited)));
    },
  });
  readings.push(...cloudBuildReadings(root, context));
  return mergeReadings([...readings, podsReading(pods, document, context, ofDrone !== undefined)]);
}

/** Pods that steps run as (`podSpec` of Buildkite, `spec` of Prow), and a pipeline of Drone that is one: parts of the cluster. */
function podsReading(
  pods: readonly PodParts[],
  parent: Document,
  { depth, embed }: ContentContext,
  hasScripts: boolean,
): Reading {
  if (pods.length === 0) return EMPTY_READING;
  const document: Document = { ...parent, language: 'kubernetes', label: `pods of ${parent.label}`, parent };
  const context = { document, depth, embed };
  return mergeReadings([
    { ...EMPTY_READING, documents: [document] },
    ...pods.map((parts) => podReading(parts, context)),
    ...(hasScripts ? pods.flatMap((parts) => scriptsOf(parts, context)) : []),
  ]);
}

/** The `commands` of the steps that are containers of the pod. */
function scriptsOf({ pod, containers }: PodParts, context: PodContext): readonly Reading[] {
  return containers.flatMap(({ container, node }) =>
    itemsOf(get(node, 'commands')).flatMap((one) =>
      one.kind === 'scalar' ? [scriptFacts(one.view, { ...context, pod, container })] : [],
    ),
  );
}

const SCRIPT_KEYS =
  /^(?:run|script|before_script|after_script|commands?|bash|sh|inlinescript|before_install|install|after_success|before_deploy|build|pre_build|post_build|install_commands)$/i;

/** What an action or plugin for ssh is handed to run. */
const SENT_KEYS = /^(?:scripts?|commands?|run|inline|cmd|exec)$/i;
const SENT_FILE = /^script_?(?:path|file)$/i;
const SSH = /(?:^|[/_.-])ssh(?:$|[/_.@:-])|remote-(?:ssh|command|script)/i;

/** The machine that an action, a task or a plugin reaches by ssh: `uses: acme/ssh-run@v1`, `task: SSH@0`, `image: acme/drone-ssh`. */
function remoteMachine({ around }: Visited): Site | undefined {
  // What a step says by itself, and does not hand over, runs here.
  const owners = around.slice(-5).filter(({ kind }) => kind === 'map');
  const step = owners.slice(0, -1).findLast((owner) => toolOf(owner) !== undefined);
  if (!SSH.test(toolOf(step) ?? '')) return undefined;
  const given = get(step, 'with') ?? get(step, 'settings') ?? get(step, 'inputs') ?? get(step, 'variables');
  const name = textAt(given, 'host') ?? textAt(given, 'hosts') ?? textAt(given, 'sshEndpoint') ?? '';
  return { kind: 'remote', name };
}

/** `if: matrix.runtime == 'docker'` of a step or of its job. */
function conditionsOf({ around, key }: Visited): readonly Condition[] {
  return key?.text === 'if' ? [] : around.flatMap((owner) => testOf(owner));
}

const testOf = once((owner: YamlNode): readonly Condition[] => {
  const test = owner.kind === 'map' ? scalarAt(owner, 'if') : undefined;
  if (!test) return [];
  const written = spanText(spanOf(tokenOf(test))).slice(0, LONGEST_TEST);
  return readTest(written.replace(/^\s*\$\{\{|\}\}\s*$/g, ''), tokenOf(test)).whenTrue;
});

const LONGEST_TEST = 1000;

function toolOf(step: YamlNode | undefined): string | undefined {
  return textAt(step, 'uses') ?? textAt(step, 'task') ?? textAt(step, 'pipe') ?? textAt(step, 'image');
}

function stepReading(visited: Visited, context: ContentContext): Reading {
  const { value, key } = visited;
  if (value.text === '' || !key) return EMPTY_READING;
  const site = remoteMachine(visited);
  if (site && SENT_KEYS.test(key.text)) return scriptFacts(value.view, { ...context, site });
  if (site && SENT_FILE.test(key.text))
    return { ...EMPTY_READING, links: [{ from: context.document, site, to: fileTarget(value.text), kind: 'calls' }] };
  if (SCRIPT_KEYS.test(key.text)) {
    const isBlock = value.text.trimEnd().includes('\n');
    return isBlock ? embedText(value.view, key.text, context, 'shell') : scriptFacts(value.view, context);
  }
  // The task HelmDeploy of Azure Pipelines hands it to helm as `--set`.
  if (key.text === 'overrideValues')
    return commandAt(tokenOf(value), ['helm', 'upgrade', '--set', tokenOf(value)], context);
  const facts: Fact[] = [settingOf(visited, context)];
  const links: Link[] = [];
  if (key.text === 'image' || key.text === 'container') {
    facts.push(imageFact(context.document, tokenOf(value), value.text));
  }
  if (key.text === 'uses' && value.text.startsWith('./')) {
    links.push({ from: context.document, to: fileTarget(value.text), kind: 'calls' });
  }
  return { ...EMPTY_READING, facts, links };
}
