/** Steps of Cloud Build, each of which is a container: https://cloud.google.com/build/docs/build-config-file-schema */
import type { Token } from '../model/document.ts';
import type { Reading } from '../model/project.ts';
import { baseName } from '../text/path.ts';
import { commandFacts } from './shell/shell.ts';
import { token } from './text/facts.ts';
import type { ContentContext } from './yaml/content.ts';
import { get, itemsOf, scalarAt, tokenOf, type YamlMap, type YamlNode } from './yaml/yaml.ts';

/** The commands of steps that are given as words. */
export function cloudBuildReadings(root: YamlNode, context: ContentContext): readonly Reading[] {
  return stepsOf(root).flatMap((step) => {
    const words = wordsOf(step);
    return words.length > 0 ? [commandFacts(words, { ...context, execForm: true })] : [];
  });
}

function stepsOf(root: YamlNode): readonly YamlMap[] {
  return itemsOf(get(root, 'steps')).filter(
    (step): step is YamlMap => step.kind === 'map' && scalarAt(step, 'name') !== undefined && !get(step, 'uses'),
  );
}

function wordsOf(step: YamlMap): readonly Token[] {
  const entrypoint = scalarAt(step, 'entrypoint');
  const args = itemsOf(get(step, 'args')).flatMap((item) => (item.kind === 'scalar' ? [tokenOf(item)] : []));
  const program = entrypoint ? tokenOf(entrypoint) : programOf(step);
  return program ? [program, ...args] : args;
}

/** `gcr.io/cloud-builders/gcloud` runs the program of that name; other images run what they are given. */
function programOf(step: YamlMap): Token | undefined {
  const name = scalarAt(step, 'name');
  const image = name?.text.split(/[:@]/, 1)[0] ?? '';
  if (!name || !/\/cloud-builders\/[\w-]+$/.test(image)) return undefined;
  const program = baseName(image);
  const word = tokenOf(name);
  const start = word.start + image.length - program.length;
  return token(word.view, start, start + program.length);
}
