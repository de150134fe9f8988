/** A well-formedness check of XML 1.0 as we write it: elements, attributes, text, no DOCTYPE and no comments. */

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

export function parseXml(xml: string): XmlElement {
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u.test(xml))
    throw new Error('a forbidden character');
  const head = /^<\?xml version="1\.0" encoding="UTF-8"\?>\n/.exec(xml);
  if (!head) throw new Error('no XML declaration');
  const [element, end] = readElement(xml, head[0].length);
  if (xml.slice(end).trim() !== '') throw new Error('text after the root');
  return element;
}

function readElement(xml: string, start: number): readonly [XmlElement, number] {
  const open = /<([A-Za-z][\w-]*)((?:\s+[A-Za-z][\w:-]*="[^"<]*")*)\s*(\/?)>/y;
  open.lastIndex = start;
  const match = open.exec(xml);
  if (!match) throw new Error(`no element at ${xml.slice(start, start + 60)}`);
  const name = match[1] ?? '';
  const attributes: Record<string, string> = {};
  for (const [, key = '', value = ''] of (match[2] ?? '').matchAll(/([A-Za-z][\w:-]*)="([^"<]*)"/g)) {
    if (key in attributes) throw new Error(`attribute ${key} twice`);
    attributes[key] = decode(value);
  }
  let at = open.lastIndex;
  if (match[3] === '/') return [{ name, attributes, children: [], text: '' }, at];
  const children: XmlElement[] = [];
  let text = '';
  for (;;) {
    const next = xml.indexOf('<', at);
    if (next < 0) throw new Error(`${name} is not closed`);
    text += decode(xml.slice(at, next));
    if (xml.startsWith('</', next)) {
      const close = `</${name}>`;
      if (!xml.startsWith(close, next)) throw new Error(`${name} is closed by ${xml.slice(next, next + 40)}`);
      return [{ name, attributes, children, text }, next + close.length];
    }
    const [child, end] = readElement(xml, next);
    children.push(child);
    at = end;
  }
}

function decode(text: string): string {
  if (text.includes('>')) throw new Error('an unescaped >');
  return text.replace(/&([^;]*);?/g, (_, name: string) => {
    const character = ENTITIES[name];
    if (character === undefined) throw new Error(`entity ${name}`);
    return character;
  });
}
