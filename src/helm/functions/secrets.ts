/** Random text, keys and certificates: fillers of the right shape, marked random. Nothing here is ever a secret. */

import { table } from '../table.ts';
import { TemplateError } from '../values/error.ts';
import { derived, EMPTY, plain, tracked } from '../values/tracked.ts';
import { int, mapOf, type ObjectValue, originOf, type StringValue, type Value } from '../values/value.ts';
import { type Env, type Fn, fn } from './function.ts';
import { bytesOf, count, fromBytes } from './types.ts';

/** `size` characters of an alphabet, in a fixed order that looks random. */
function filler(env: Env, size: number, alphabet: string): StringValue {
  if (size <= 0) return plain('');
  env.budget.allocate(size);
  env.budget.step(size >> 8);
  let text = '';
  let state = 12345;
  for (let index = 0; index < Math.min(size, PERIOD); index++) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    text += alphabet[(state >> 8) % alphabet.length];
  }
  return env.random(size > PERIOD ? text.repeat(Math.ceil(size / PERIOD)).slice(0, size) : text);
}

const PERIOD = 4096;
const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const LETTERS = LOWER + LOWER.toUpperCase();
const DIGITS = '0123456789';
const BASE64 = `${LETTERS}${DIGITS}+/`;
let printable = '';
for (let code = 32; code < 127; code++) printable += String.fromCharCode(code);

const random = (alphabet: string): Fn => fn(['int'], (env, size) => filler(env, count(size), alphabet));

function pem(env: Env, label: string, bytes: number): StringValue {
  const body = filler(env, Math.ceil(bytes / 3) * 4, BASE64).text;
  const lines = body.match(/.{1,64}/g) ?? [];
  return env.random(`-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`);
}

function certificate(cert: StringValue, key: StringValue): ObjectValue {
  const fields = new Map<string, Value>([
    ['Cert', cert],
    ['Key', key],
  ]);
  return {
    kind: 'object',
    typeName: 'sprig.certificate',
    fields,
    methods: new Map(),
    json: () => mapOf({ Cert: cert, Key: key }),
    text: () => `{${cert.text} ${key.text}}`,
    origin: originOf(cert),
  };
}

function certOf(value: ObjectValue): StringValue {
  const cert = value.fields.get('Cert');
  return cert?.kind === 'string' ? cert : EMPTY;
}

const rsaKey = (env: Env): StringValue => pem(env, 'RSA PRIVATE KEY', 1191);

/** About as long as a real certificate with these names. */
function generated(env: Env, name: StringValue, names: readonly Value[], signer: StringValue): ObjectValue {
  const extra = names.reduce((sum, item) => sum + (item.kind === 'string' ? item.text.length + 2 : 6), 0);
  return certificate(pem(env, 'CERTIFICATE', 745 + name.text.length + signer.text.length + extra), rsaKey(env));
}

function checkKey(key: StringValue): StringValue {
  if (!key.text.includes('-----BEGIN ')) throw new TemplateError('parsing private key: no PEM data in input');
  return key;
}

const ADDRESS = /^(\d{1,3}(\.\d{1,3}){3}|[0-9a-fA-F]*:[0-9a-fA-F:.]*)$/;

function checkAddresses(addresses: readonly Value[]): readonly Value[] {
  for (const address of addresses) {
    if (address.kind === 'string' && !ADDRESS.test(address.text)) {
      throw new TemplateError(`error parsing ip: ${address.text}`);
    }
  }
  return addresses;
}

function pemBytes(value: StringValue, what: string): StringValue {
  const bytes = fromBytes(base64Bytes(value), originOf(value));
  if (!bytes.text.includes('-----BEGIN ')) throw new TemplateError(`unable to decode ${what}`);
  return bytes;
}

const base64Bytes = (value: StringValue): Uint8Array => {
  try {
    return Uint8Array.from(atob(value.text.replace(/[\r\n]/g, '')), (char) => char.charCodeAt(0));
  } catch {
    throw new TemplateError('unable to decode base64');
  }
};

function privateKey(env: Env, kind: string): StringValue {
  switch (kind) {
    case '':
    case 'rsa':
      return pem(env, 'RSA PRIVATE KEY', 2349);
    case 'dsa':
      return pem(env, 'DSA PRIVATE KEY', 858);
    case 'ecdsa':
      return pem(env, 'EC PRIVATE KEY', 121);
    case 'ed25519':
      return pem(env, 'PRIVATE KEY', 48);
    default:
      return plain(`Unknown type ${kind}`);
  }
}

const PASSWORD_LENGTHS = table<number>({
  long: 14,
  maximum: 20,
  medium: 8,
  short: 4,
  basic: 8,
  pin: 4,
});

export const SECRETS = table<Fn>({
  randAlphaNum: random(LETTERS + DIGITS),
  randAlpha: random(LETTERS),
  randNumeric: random(DIGITS),
  randAscii: random(printable),
  randInt: fn(['int', 'int'], (env, low, high) => {
    if (high.value <= low.value) throw new TemplateError('invalid argument to Intn');
    return int(low.value, originOf(env.random('0')));
  }),
  randBytes: fn(['int'], (env, size) => {
    const bytes = Math.max(0, count(size));
    const text = filler(env, Math.floor((bytes * 4 + 2) / 3), BASE64).text;
    return env.random(text.padEnd(Math.ceil(bytes / 3) * 4, '='));
  }),
  uuidv4: fn([], (env) => env.random('00000000-0000-4000-8000-000000000000')),
  bcrypt: fn(['string'], (env) => env.random(`$2a$10$${filler(env, 53, LETTERS + DIGITS).text}`)),
  htpasswd: fn(['string', 'string'], (env, user) => {
    if (user.text.includes(':')) return plain(`invalid username: ${user.text}`);
    return env.random(`${user.text}:$2a$10$${filler(env, 53, LETTERS + DIGITS).text}`);
  }),
  genPrivateKey: fn(['string'], (env, kind) => privateKey(env, kind.text)),
  genCA: fn(['string', 'int'], (env, name) => generated(env, name, [], name)),
  genCAWithKey: fn(['string', 'int', 'string'], (env, name, _, key) =>
    certificate(certOf(generated(env, name, [], name)), checkKey(key)),
  ),
  genSelfSignedCert: fn(['string', 'list', 'list', 'int'], (env, name, addresses, names) =>
    generated(env, name, [...checkAddresses(addresses.items), ...names.items], name),
  ),
  genSelfSignedCertWithKey: fn(['string', 'list', 'list', 'int', 'string'], (env, name, addresses, names, _, key) =>
    certificate(
      certOf(generated(env, name, [...checkAddresses(addresses.items), ...names.items], name)),
      checkKey(key),
    ),
  ),
  genSignedCert: fn(['string', 'list', 'list', 'int', 'certificate'], (env, name, addresses, names) =>
    generated(env, name, [...checkAddresses(addresses.items), ...names.items], name),
  ),
  genSignedCertWithKey: fn(
    ['string', 'list', 'list', 'int', 'certificate', 'string'],
    (env, name, addresses, names, _, __, key) =>
      certificate(
        certOf(generated(env, name, [...checkAddresses(addresses.items), ...names.items], name)),
        checkKey(key),
      ),
  ),
  buildCustomCert: fn(['string', 'string'], (_, cert, key) =>
    certificate(pemBytes(cert, 'certificate'), pemBytes(key, 'key')),
  ),
  encryptAES: fn(['string', 'string'], (env, password, text) => {
    if (password.text === '') return plain('');
    const blocks = Math.floor(bytesOf(text).length / 16) + 2;
    return filler(env, Math.ceil((blocks * 16) / 3) * 4, BASE64);
  }),
  decryptAES: fn(['string', 'string'], (env, _, text) => {
    if (text.text === '') return text;
    if (base64Bytes(text).length < 32) throw new TemplateError('crypto/cipher: input not full blocks');
    return env.random('decrypted');
  }),
  derivePassword: fn(['int', 'string', 'string', 'string', 'string'], (env, _, kind, password) =>
    PASSWORD_LENGTHS.get(kind.text) !== undefined
      ? filler(env, PASSWORD_LENGTHS.get(kind.text) ?? 0, kind.text === 'pin' ? DIGITS : LETTERS)
      : derived(`cannot find password template ${kind.text}`, password),
  ),
  getHostByName: fn(['string'], () => tracked('', null)),
});
