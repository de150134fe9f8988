/** keepalived: the commands that its checks and notifications run, and the interfaces that its addresses stand on. */
import type { Reading } from '../../model/project.ts';
import { KEEPALIVED_LINE } from '../../recognise/daemon-lines.ts';
import { maskView } from '../../text/mask.ts';
import { slice } from '../../text/view.ts';
import { createDocument, type Embed, type Input } from '../front-end.ts';
import { scriptFacts } from '../shell/shell.ts';
import { readingBuilder, settingFact, token } from '../text/facts.ts';
import { linesOf } from '../text/lines.ts';
import { asked } from './asked.ts';

export function isKeepalived(name: string, text: string): boolean {
  return /\/keepalived[^/]{0,255}\.conf/.test(name) || KEEPALIVED_LINE.test(text.slice(0, 4096));
}

/** https://www.keepalived.org/manpage.html: a command stands in quotes, or is the rest of the line. */
const COMMAND =
  /^[ \t]*(?<key>script|notify(?:_[a-z_]{1,40})?|misc_path|vrrp_startup|vrrp_shutdown)[ \t]+(?:"(?<quoted>[^"]*)"|(?<plain>[^"\s][^\n]*))/d;
const INTERFACE = /^[ \t]*(?<key>interface)[ \t]+(?<name>[\w.@-]{1,40})/d;

export function readKeepalived(input: Input, embed: Embed): Reading {
  const view = maskView(input.view);
  const document = createDocument({ ...input, view }, 'ini');
  const builder = readingBuilder(document);
  const at = (line: number, [from, to]: readonly [number, number]) => token(view, line + from, line + to);
  for (const { start, end } of linesOf(view.text)) {
    const text = view.text.slice(start, Math.min(end, start + LONGEST_LINE));
    if (/^[ \t]*[#!]/.test(text)) continue;
    const command = COMMAND.exec(text);
    const range = command?.indices?.groups?.quoted ?? command?.indices?.groups?.plain;
    if (range) {
      const reading = scriptFacts(slice(view, start + range[0], start + range[1]), {
        document,
        depth: input.depth,
        embed,
      });
      builder.add(command?.groups?.key?.startsWith('notify') ? reading : asked(reading));
    }
    const { key, name } = INTERFACE.exec(text)?.indices?.groups ?? {};
    if (key && name) builder.fact(settingFact(document, 'ini', ['interface'], at(start, key), at(start, name)));
  }
  return builder.build();
}

const LONGEST_LINE = 2000;
