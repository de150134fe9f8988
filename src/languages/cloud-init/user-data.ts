/** User data of a machine: a script, cloud-config, or a mail with several of them; plain or in base64. */
import type { Document } from '../../model/document.ts';
import type { Reading } from '../../model/project.ts';
import { slice, type View } from '../../text/view.ts';
import { createDocument, type Embed, type FrontEnd, type Input, mergeReadings } from '../front-end.ts';
import { beginsMail } from '../recognise.ts';
import { commandAt } from '../shell/shell.ts';
import { token } from '../text/facts.ts';
import { encodedView } from '../text/gzip.ts';
import { linesOf } from '../text/lines.ts';

/** Reads what is not cloud-config by itself and leaves cloud-config to `readCloudConfig`. */
export function readUserData(input: Input, embed: Embed, readCloudConfig: FrontEnd): Reading {
  const { text } = input.view;
  if (beginsMail(text.trimStart().slice(0, 200))) return readMail(input, embed);
  if (text.startsWith('#!')) return embed({ ...input, language: 'shell', depth: input.depth + 1 });
  return readCloudConfig({ ...input, language: 'cloud-init' }, embed);
}

interface Part {
  readonly start: number;
  readonly end: number;
  readonly type: string;
  readonly name: string | undefined;
  readonly base64: boolean;
}

function readMail(input: Input, embed: Embed): Reading {
  const document: Document = createDocument(input, 'cloud-init');
  const { depth } = input;
  const parts = partsOf(input.view);
  const readings = parts.map((part) => {
    const body = slice(input.view, part.start, part.end);
    return embed({
      ...input,
      view: part.base64 ? (encodedView(body) ?? body) : body,
      label: `${part.name ?? part.type} in ${input.label}`,
      parent: document,
      // Without a name it says itself what it is, whatever the file around it is called.
      target: part.name ?? 'part',
      language: languageOf(part.type),
      depth: input.depth + 1,
    });
  });
  const nodes = parts.filter(({ type }) => type === NODE_CONFIG);
  const starts = nodes.map(({ start, end }) =>
    commandAt(token(input.view, start, Math.min(end, start + 1)), ['nodeadm', 'init'], { document, depth, embed }),
  );
  return mergeReadings([{ documents: [document], facts: [], links: [], notes: [] }, ...readings, ...starts]);
}

/** What `nodeadm init` of an image of EKS reads. https://awslabs.github.io/amazon-eks-ami/nodeadm/ */
const NODE_CONFIG = 'application/node.eks.aws';

function languageOf(type: string): 'cloud-init' | 'shell' | 'yaml' | undefined {
  if (type.includes('cloud-config')) return 'cloud-init';
  if (type === NODE_CONFIG) return 'yaml';
  return type.includes('shellscript') || type.includes('boothook') ? 'shell' : undefined;
}

/** Parts between boundary lines; the head of a part ends at its first blank line. */
function partsOf(view: View): readonly Part[] {
  const { text } = view;
  const boundary = /boundary="?([^"\s;]{1,200})"?/i.exec(text.slice(0, 4096))?.[1];
  if (!boundary) return [];
  const parts: Part[] = [];
  let head: Head | undefined;
  let body: number | undefined;
  for (const line of linesOf(text)) {
    const content = text.slice(line.start, Math.min(line.end, line.start + 500));
    if (content.startsWith(`--${boundary}`)) {
      if (head && body !== undefined) parts.push({ start: body, end: line.start, ...head });
      head = { type: 'text/plain', name: undefined, base64: false };
      body = undefined;
    } else if (head && body === undefined) {
      if (content.trim() === '') body = Math.min(line.end + 1 + (text[line.end] === '\r' ? 1 : 0), text.length);
      else head = readHeader(head, content);
    }
  }
  if (head && body !== undefined && body < text.length) parts.push({ start: body, end: text.length, ...head });
  return parts;
}

type Head = Omit<Part, 'start' | 'end'>;

function readHeader(head: Head, line: string): Head {
  const type = /^Content-Type:\s*([^;\s]+)/i.exec(line)?.[1];
  const name = /filename="?([^";]+)"?/i.exec(line)?.[1];
  return {
    type: type?.toLowerCase() ?? head.type,
    name: name?.trim() ?? head.name,
    base64: head.base64 || /^Content-Transfer-Encoding:\s*base64/i.test(line),
  };
}
