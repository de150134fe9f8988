/** The front-ends of YAML and JSON: each document goes to the reader that knows what it is for. */
import type { Document } from '../model/document.ts';
import type { SettingFormat } from '../model/fact.ts';
import type { Reading } from '../model/project.ts';
import { isTemplateName } from '../recognise/template-names.ts';
import { hasTemplate, maskView } from '../text/mask.ts';
import type { View } from '../text/view.ts';
import { readAnsible } from './ansible/ansible.ts';
import { readChartMetadata } from './chart-files/metadata.ts';
import { readHelmfile, valuesReading } from './chart-files/values.ts';
import { readCloudConfig } from './cloud-init/cloud-init.ts';
import { createDocument, EMPTY_READING, type Embed, type Input, mergeReadings } from './front-end.ts';
import { withoutDeletions } from './kubernetes/deletions.ts';
import { findPods, looseMounts, readKubernetesObject } from './kubernetes/kubernetes.ts';
import { readJsonPatch } from './kubernetes/kustomize.ts';
import { podReading } from './kubernetes/processes.ts';
import { scopeAround, scopesOf } from './kubernetes/scopes.ts';
import { kindByPath, recogniseYaml, type YamlKind } from './recognise-yaml.ts';
import { readSalt, readSaltTop } from './salt.ts';
import { readTaskfile } from './taskfile.ts';
import { readWorkflow } from './workflow.ts';
import { buildLinks } from './yaml/builds.ts';
import { carriedFlags } from './yaml/carried-flags.ts';
import { initReadings } from './yaml/cfn-init.ts';
import { type ContentContext, embedText, scalarReading } from './yaml/content.ts';
import { formatOf } from './yaml/formats.ts';
import { joinedText } from './yaml/joins.ts';
import { parseJson } from './yaml/json.ts';
import { machinesOf } from './yaml/machines.ts';
import { pluginReadings } from './yaml/problem-monitor.ts';
import { walkScalars } from './yaml/walk.ts';
import { parseYaml, type YamlDocument, type YamlNode, type YamlOptions, type YamlPair } from './yaml/yaml.ts';

export function readYaml(input: Input, embed: Embed, only?: (document: View) => boolean): Reading {
  const path = input.target ?? input.path;
  if (/(?:^|\/)(?:pnpm-lock|yarn\.lock)\.ya?ml$/.test(path)) return EMPTY_READING;
  const mayMatter = (document: View) => !isCustomResourceDefinition(document.text) && (only?.(document) ?? true);
  const templates = input.templating === 'done' ? 'none' : templatesOf(path);
  const first = parseYaml(input.view, { path: input.path, templates, only: mayMatter });
  const isTemplated =
    templates === 'none' &&
    input.templating !== 'done' &&
    hasTemplate(input.view.text) &&
    first.documents.some(isAnsible(path));
  const { documents, notes } = isTemplated
    ? parseYaml(input.view, { path: input.path, templates: 'values', only: mayMatter })
    : first;
  const readings = documents.map((document) => readDocument(document, 'yaml', input, embed));
  return mergeReadings([...readings, { ...EMPTY_READING, notes }]);
}

function isAnsible(path: string): (document: YamlDocument) => boolean {
  return ({ root }) => root !== undefined && recogniseYaml(path, root) === 'ansible';
}

/** Schemas describe settings and set none; they are the largest documents there are. */
function isCustomResourceDefinition(text: string): boolean {
  return /^kind:[ \t]*["']?CustomResourceDefinition["']?[ \t\r]*$/m.test(text);
}

export function readJson(input: Input, embed: Embed): Reading {
  const plain = parseJson(input.view, input.path);
  const isTemplated = plain.notes.length > 0 && hasTemplate(input.view.text);
  const { document, notes } = isTemplated ? parseJson(maskView(input.view), input.path) : plain;
  const reading = document ? readDocument(document, 'json', input, embed) : EMPTY_READING;
  return mergeReadings([reading, { ...EMPTY_READING, notes }]);
}

function templatesOf(path: string): YamlOptions['templates'] {
  if (isTemplateName(path) || /\.sls$/i.test(path)) return 'text';
  const kind = kindByPath(path);
  if (kind === 'helmfile') return 'text';
  return kind === 'ansible' || kind === 'workflow' ? 'values' : 'none';
}

function readDocument(document: YamlDocument, syntax: 'yaml' | 'json', input: Input, embed: Embed): Reading {
  if (!document.root) return EMPTY_READING;
  const { view } = document;
  const root = withoutDeletions(document.root, view);
  const path = input.target ?? input.path;
  switch (kindOf(input, path, root)) {
    case 'kubernetes':
      return root.kind === 'map' ? readKubernetesObject(root, view, input, embed) : EMPTY_READING;
    case 'json-patch':
      return readJsonPatch(root, view, input, embed);
    case 'helm-values':
      return readValues(root, view, input, embed);
    case 'chart-metadata':
      return readChartMetadata(root, view, input);
    case 'helmfile':
      return readHelmfile(root, view, input, embed);
    case 'cloud-init':
      return readCloudConfig(root, view, input, embed);
    case 'ansible':
      return readAnsible(root, view, input, embed);
    case 'salt':
      return root.kind === 'map' ? readSalt(root, view, input, embed) : EMPTY_READING;
    case 'salt-top':
      return root.kind === 'map' ? readSaltTop(root, view, input) : EMPTY_READING;
    case 'workflow':
      return readWorkflow(root, view, input, embed);
    case 'taskfile':
      return readTaskfile(root, view, input, embed);
    case 'plain':
      return readPlain(root, view, syntax, input, embed);
  }
}

/** A language that the parent is sure of decides before names and content. */
function kindOf(input: Input, path: string, root: YamlNode): YamlKind {
  switch (input.language) {
    case 'helm-values':
    case 'chart-metadata':
    case 'cloud-init':
    case 'ansible':
    case 'workflow':
      return input.language;
    default:
      return recogniseYaml(path, root);
  }
}

function readValues(root: YamlNode, view: View, input: Input, embed: Embed): Reading {
  const document = createDocument({ ...input, view }, 'helm-values');
  const own = { ...EMPTY_READING, documents: [document] };
  return mergeReadings([own, valuesReading(document, root, { depth: input.depth, embed })]);
}

function readPlain(root: YamlNode, view: View, syntax: 'yaml' | 'json', input: Input, embed: Embed): Reading {
  const format = formatOf(input.target ?? input.path, root, syntax);
  const document = createDocument({ ...input, view }, syntax);
  const { rest, machines } = machinesOf(root);
  const described = machines.map((machine) => {
    const child: Document = {
      ...document,
      label: `${machine.name} in ${document.label}`,
      parent: document,
      machine: machine.name,
    };
    return mergeReadings([
      { ...EMPTY_READING, documents: [child] },
      plainReading(child, machine.root, format, { ...input, depth: input.depth + 1 }, embed),
    ]);
  });
  return mergeReadings([
    { ...EMPTY_READING, documents: [document] },
    plainReading(document, rest, format, input, embed),
    ...described,
  ]);
}

function targetOfJoined(key: string): string {
  return /user_?data/i.test(key) ? 'user-data' : key.replace(/\.\w+$/, '');
}

/** What a container executes is read with its pod. */
const OWN_WORDS: ReadonlySet<string> = new Set(['command', 'args']);

/** Settings, embedded texts, carried flags, and pods by their shape. */
function plainReading(
  document: Document,
  root: YamlNode,
  format: SettingFormat,
  { depth, object }: Pick<Input, 'depth' | 'object'>,
  embed: Embed,
): Reading {
  const context: ContentContext = { document, format, object, depth, embed, owner: document.label };
  const readings: Reading[] = [];
  const pods = findPods(root);
  const scopes = scopesOf(pods);
  const skip = (pair: YamlPair, path: readonly string[], owner: YamlNode) => {
    if (scopes.get(owner)?.container && OWN_WORDS.has(pair.key.text)) return true;
    const joined = joinedText(pair, [...path, pair.key.text]);
    if (joined) readings.push(embedText(joined.view, targetOfJoined(joined.key), context));
    return joined !== undefined;
  };
  walkScalars(root, {
    skip,
    visit: (visited) => readings.push(scalarReading(visited, context, scopeAround(visited.around, scopes))),
  });
  readings.push(...initReadings(root, context), ...pluginReadings(root, context));
  readings.push(...pods.map((parts) => podReading(parts, { document, depth, embed })));
  readings.push({
    ...EMPTY_READING,
    facts: [...looseMounts(document, root, pods), ...carriedFlags(document, root)],
    links: buildLinks(document, root),
  });
  return mergeReadings(readings);
}
