/** snmpd: the commands that it runs when it is asked. */
import type { Reading } from '../../model/project.ts';
import { SNMPD_LINE } from '../../recognise/daemon-lines.ts';
import { maskView } from '../../text/mask.ts';
import { slice } from '../../text/view.ts';
import { createDocument, type Embed, type Input } from '../front-end.ts';
import { scriptFacts } from '../shell/shell.ts';
import { readingBuilder } from '../text/facts.ts';
import { linesOf } from '../text/lines.ts';
import { asked } from './asked.ts';

export function isSnmpd(name: string, text: string): boolean {
  return /\/snmpd?[^/]{0,60}\.conf|\/snmpd?\.conf\.d\//.test(name) || SNMPD_LINE.test(text.slice(0, 4096));
}

/** What stands in front of the command: `extend -cacheTime 60 .1.3.6.1 containers `, `pass -p 5 .1.3.6.1 `. */
const COMMAND =
  /^[ \t]*(?:(?:extend|extend-sh|extendfix|exec|sh)[ \t]+(?:-\w+[ \t]+\S+[ \t]+){0,3}(?:\.?\d+(?:\.\d+)*[ \t]+)?\S+|pass(?:_persist)?[ \t]+(?:-\w+[ \t]+\S+[ \t]+){0,3}\S+)[ \t]+(?=\S)/i;

export function readSnmpd(input: Input, embed: Embed): Reading {
  const view = maskView(input.view);
  const document = createDocument({ ...input, view }, 'ini');
  const builder = readingBuilder(document);
  for (const line of linesOf(view.text)) {
    const head = COMMAND.exec(view.text.slice(line.start, Math.min(line.end, line.start + 2000)))?.[0].length;
    if (head === undefined) continue;
    builder.add(asked(scriptFacts(slice(view, line.start + head, line.end), { document, depth: input.depth, embed })));
  }
  return builder.build();
}
