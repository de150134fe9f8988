/** Configuration of Grafana Alloy (River): blocks of components with their settings, in a syntax like HCL. */
import type { Reading } from '../model/project.ts';
import { createDocument, type Embed, type Input } from './front-end.ts';
import { blockNode } from './terraform/nodes.ts';
import { type HclBlock, parseHcl } from './terraform/tree.ts';
import { readingBuilder, settingFact } from './text/facts.ts';
import { walkScalars } from './yaml/walk.ts';
import { tokenOf } from './yaml/yaml.ts';

export function readAlloy(input: Input, _embed: Embed): Reading {
  const document = createDocument(input, 'alloy');
  const builder = readingBuilder(document);
  const visit = (block: HclBlock) =>
    walkScalars(
      blockNode(block, input.view),
      {
        visit: ({ value, path, key }) =>
          builder.fact(settingFact(document, 'alloy', path, key && tokenOf(key), tokenOf(value))),
      },
      [block.type, ...block.labels.map((label) => `[${label}]`)],
    );
  for (const block of parseHcl(input.view).blocks) visit(block);
  return builder.build();
}
