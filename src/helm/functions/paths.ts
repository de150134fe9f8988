/** Paths and URLs: Go's path package, url.Parse and url.URL.String. */

import { table } from '../table.ts';
import { TemplateError } from '../values/error.ts';
import { Builder, derived, plain, slice } from '../values/tracked.ts';
import { fromUtf8, toUtf8 } from '../values/utf8.ts';
import { bool, type MapValue, map, originOf, type StringValue, type Value } from '../values/value.ts';
import { type Fn, fn, transparent } from './function.ts';
import { kindName } from './types.ts';

interface Part {
  readonly from: number;
  readonly to: number;
}

/** path.Clean of the first `length` characters; what is kept keeps its origins, also the slash before it. */
function cleanPath(value: StringValue, length: number): StringValue {
  const text = value.text.slice(0, length);
  const rooted = text.startsWith('/');
  const isUp = ({ from, to }: Part): boolean => text.slice(from, to) === '..';
  const out: Part[] = [];
  for (let from = 0; from < text.length; ) {
    const slash = text.indexOf('/', from);
    const part = { from, to: slash < 0 ? text.length : slash };
    from = part.to + 1;
    if (part.from === part.to || text.slice(part.from, part.to) === '.') continue;
    const last = out[out.length - 1];
    if (!isUp(part)) out.push(part);
    else if (last !== undefined && !isUp(last)) out.pop();
    else if (!rooted) out.push(part);
  }
  if (out.length === 0) return rooted ? slice(value, 0, 1) : plain('.');
  const builder = new Builder();
  for (const [index, { from, to }] of out.entries()) {
    if (index === 0 && !rooted) builder.part(value, from, to);
    else if (text[from - 1] === '/') builder.part(value, from - 1, to);
    else builder.text('/').part(value, from, to);
  }
  return builder.done();
}

function base(value: StringValue): StringValue {
  const { text } = value;
  if (text === '') return plain('.');
  let to = text.length;
  while (to > 0 && text[to - 1] === '/') to--;
  if (to === 0) return slice(value, 0, 1);
  return slice(value, text.lastIndexOf('/', to - 1) + 1, to);
}

const clean = transparent(fn(['string'], (_, value) => cleanPath(value, value.text.length)));
const dir = transparent(fn(['string'], (_, value) => cleanPath(value, value.text.lastIndexOf('/') + 1)));
const ext = fn(['string'], (_, value) => {
  const name = value.text.lastIndexOf('/');
  const dot = value.text.lastIndexOf('.');
  return dot > name ? slice(value, dot) : plain('');
});
const baseFn = transparent(fn(['string'], (_, value) => base(value)));
const isAbs = fn(['string'], (_, value) => bool(value.text.startsWith('/'), originOf(value)));

interface Url {
  readonly scheme: string;
  readonly opaque: string;
  readonly userinfo: string;
  readonly host: string;
  readonly path: string;
  readonly query: string;
  readonly fragment: string;
}

function unescapePart(text: string, what: string): string {
  if (!text.includes('%')) return text;
  const bytes: number[] = [];
  for (let at = 0; at < text.length; ) {
    if (text[at] !== '%') {
      const char = String.fromCodePoint(text.codePointAt(at)!);
      bytes.push(...toUtf8(char));
      at += char.length;
      continue;
    }
    const hex = text.slice(at + 1, at + 3);
    if (!/^[0-9a-fA-F]{2}$/.test(hex)) {
      throw new TemplateError(`unable to parse url: parse "${what}": invalid URL escape "${text.slice(at, at + 3)}"`);
    }
    bytes.push(Number.parseInt(hex, 16));
    at += 3;
  }
  return fromUtf8(new Uint8Array(bytes));
}

function parseUrl(text: string): Url {
  const wrong = (why: string): TemplateError => new TemplateError(`unable to parse url: parse "${text}": ${why}`);
  for (const char of text) {
    const code = char.charCodeAt(0);
    if (code < 0x20 || code === 0x7f) throw wrong('net/url: invalid control character in URL');
  }
  const hash = text.indexOf('#');
  const fragment = hash < 0 ? '' : unescapePart(text.slice(hash + 1), text);
  let rest = hash < 0 ? text : text.slice(0, hash);
  const scheme = /^([a-zA-Z][a-zA-Z0-9+.-]*):/.exec(rest);
  if (scheme === null && rest.startsWith(':')) throw wrong('missing protocol scheme');
  if (scheme !== null) rest = rest.slice(scheme[0].length);
  const question = rest.indexOf('?');
  const query = question < 0 ? '' : rest.slice(question + 1);
  if (question >= 0) rest = rest.slice(0, question);
  const parsed = { scheme: (scheme?.[1] ?? '').toLowerCase(), query, fragment };
  if (!rest.startsWith('/') && scheme !== null) return { ...parsed, opaque: rest, userinfo: '', host: '', path: '' };
  if (!rest.startsWith('/') && rest.split('/')[0]!.includes(':')) {
    throw wrong('first path segment in URL cannot contain colon');
  }
  let userinfo = '';
  let host = '';
  if (rest.startsWith('//') && (scheme !== null || !rest.startsWith('///'))) {
    const slash = rest.indexOf('/', 2);
    const authority = slash < 0 ? rest.slice(2) : rest.slice(2, slash);
    rest = slash < 0 ? '' : rest.slice(slash);
    const at = authority.lastIndexOf('@');
    userinfo = at < 0 ? '' : authority.slice(0, at);
    host = unescapePart(authority.slice(at + 1), text);
    if (host.startsWith('[') && !host.includes(']')) throw wrong("missing ']' in host");
    if (/[\s<>"]/.test(host)) throw wrong(`invalid character ${JSON.stringify(/[\s<>"]/.exec(host)![0])} in host name`);
    const port = /:(.*)/s.exec(host.slice(host.lastIndexOf(']') + 1));
    if (port !== null && !/^\d*$/.test(port[1]!)) throw wrong(`invalid port "${port[0]}" after host`);
  }
  return { ...parsed, opaque: '', userinfo, host, path: unescapePart(rest, text) };
}

function hostname(host: string): string {
  const bracket = /^\[([^\]]*)\]/.exec(host);
  if (bracket !== null) return bracket[1]!;
  return host.replace(/:\d*$/, '');
}

function urlParse(value: StringValue): Value {
  const url = parseUrl(value.text);
  const text = (part: string): Value => derived(part, value);
  return map(
    new Map([
      ['scheme', text(url.scheme)],
      ['host', text(url.host)],
      ['hostname', text(hostname(url.host))],
      ['path', text(url.path)],
      ['query', text(url.query)],
      ['opaque', text(url.opaque)],
      ['fragment', text(url.fragment)],
      ['userinfo', text(url.userinfo)],
    ]),
  );
}

function part(source: MapValue, key: string): string {
  const value = source.entries.get(key);
  if (value === undefined) return '';
  if (value.kind === 'string') return value.text;
  throw new TemplateError(`unable to parse ${key} key, must be of type string, but ${kindName(value)} found`);
}

/** Percent-encodes what a part of a URL may not hold as it is. */
const escapePart = (text: string, keep: RegExp): string =>
  [...text]
    .map((char) =>
      keep.test(char)
        ? char
        : [...new TextEncoder().encode(char)]
            .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
            .join(''),
    )
    .join('');

const PATH = /[A-Za-z0-9\-_.~$&+,/:;=@]/;
const FRAGMENT = /[A-Za-z0-9\-_.~$&+,/:;=?@!()*]/;
const HOST = /[A-Za-z0-9\-_.~!$&'()*+,;=:[\]<>"]/;

function urlJoin(source: MapValue): StringValue {
  const scheme = part(source, 'scheme');
  const host = part(source, 'host');
  const path = part(source, 'path');
  const query = part(source, 'query');
  const opaque = part(source, 'opaque');
  const fragment = part(source, 'fragment');
  const userinfo = part(source, 'userinfo');
  let result = scheme === '' ? '' : `${scheme}:`;
  if (opaque !== '') result += opaque;
  else {
    if (scheme !== '' || host !== '' || userinfo !== '') {
      if (host !== '' || path !== '' || userinfo !== '') result += host !== '' || userinfo !== '' ? '//' : '';
      if (userinfo !== '') result += `${userinfo}@`;
      result += escapePart(host, HOST);
    }
    const escaped = escapePart(path, PATH);
    if (path !== '' && !path.startsWith('/') && host !== '') result += '/';
    if (result === '' && escaped.split('/')[0]!.includes(':')) result += './';
    result += escaped;
  }
  if (query !== '') result += `?${query}`;
  if (fragment !== '') result += `#${escapePart(fragment, FRAGMENT)}`;
  const strings = [...source.entries.values()].filter((value) => value.kind === 'string');
  return derived(result, ...strings);
}

export const PATHS = table<Fn>({
  base: baseFn,
  osBase: baseFn,
  dir,
  osDir: dir,
  clean,
  osClean: clean,
  ext,
  osExt: ext,
  isAbs,
  osIsAbs: isAbs,
  urlParse: fn(['string'], (_, value) => urlParse(value)),
  urlJoin: fn(['map'], (_, source) => urlJoin(source)),
});
