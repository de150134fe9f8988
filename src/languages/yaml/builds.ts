/** What builds images from Dockerfiles in YAML and JSON: Compose, Skaffold, bake files, workflow steps, lists of arguments. */
import type { Document } from '../../model/document.ts';
import { fileTarget, type Link } from '../../model/link.ts';
import { walkMaps } from './walk.ts';
import { at, get, itemsOf, pairsOf, scalarAt, textAt, type YamlMap, type YamlNode } from './yaml.ts';

export function buildLinks(document: Document, root: YamlNode): readonly Link[] {
  const links: Link[] = [];
  const add = (image: string | undefined, folder: string, file: string | undefined) => {
    if (image) links.push({ from: document, kind: 'builds', to: fileTarget(joined(folder, file)), image });
  };
  for (const { key, value } of pairsOf(get(root, 'services'))) {
    const build = get(value, 'build');
    if (!build) continue;
    const context = build.kind === 'scalar' ? build.text : (textAt(build, 'context') ?? '.');
    add(textAt(value, 'image') ?? key.text, context, textAt(build, 'dockerfile'));
  }
  for (const { value } of pairsOf(get(root, 'target'))) {
    for (const tag of textsOf(get(value, 'tags')))
      add(tag, textAt(value, 'context') ?? '.', textAt(value, 'dockerfile'));
  }
  walkMaps(root, (map) => {
    for (const artifact of itemsOf(get(map, 'artifacts')))
      add(textAt(artifact, 'image'), textAt(artifact, 'context') ?? '.', textAt(artifact, 'docker', 'dockerfile'));
    addStep(map, add);
  });
  return links;
}

/** `uses: docker/build-push-action`, `args: [build, -t, IMAGE, FOLDER]`. */
function addStep(
  map: YamlMap,
  add: (image: string | undefined, folder: string, file: string | undefined) => void,
): void {
  if (/^docker\/build-push-action@/.test(textAt(map, 'uses') ?? '')) {
    const tags = scalarAt(map, 'with', 'tags')?.text.split(/[\s,]+/) ?? [];
    const file = textAt(map, 'with', 'file');
    for (const tag of tags) add(tag, file === undefined ? (textAt(map, 'with', 'context') ?? '.') : '.', file);
  }
  const words = textsOf(at(map, 'args'));
  if (words[0] !== 'build' && words[1] !== 'build') return;
  const after = (names: readonly string[]) => words.filter((_, i) => names.includes(words[i - 1] ?? ''));
  const [file] = after(['-f', '--file']);
  for (const tag of after(['-t', '--tag'])) add(tag, file === undefined ? (words.at(-1) ?? '.') : '.', file);
}

function textsOf(node: YamlNode | undefined): readonly string[] {
  return itemsOf(node).flatMap((item) => (item.kind === 'scalar' ? [item.text] : []));
}

function joined(folder: string, file: string | undefined): string {
  return folder === '.' || folder === '' ? (file ?? 'Dockerfile') : `${folder}/${file ?? 'Dockerfile'}`;
}
