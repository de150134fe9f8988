/** sprig's `semver` and `semverCompare`. */

import { table } from '../table.ts';
import { TemplateError } from '../values/error.ts';
import { plain, tracked, wholeOrigin } from '../values/tracked.ts';
import { bool, int, type Method, type Methods, type ObjectValue, originOf, type Value } from '../values/value.ts';
import { type Fn, fn } from './function.ts';
import { compareVersions, parseConstraints, parseVersion, satisfies, type Version, versionText } from './versions.ts';

const uint64 = (value: bigint): Value => ({ kind: 'int', type: 'uint64', value, origin: null });

const known = new WeakMap<ObjectValue, Version>();

function versionOf(value: Value | undefined): Version {
  const version = value?.kind === 'object' ? known.get(value) : undefined;
  if (version === undefined) throw new TemplateError('wrong type for value; expected *semver.Version');
  return version;
}

const getter = (get: () => Value): Method => ({ parameters: [], call: get });
const withVersion = (use: (other: Version) => Value): Method => ({
  parameters: ['any'],
  call: ([other]) => use(versionOf(other)),
});
const withText = (use: (text: string) => Value): Method => ({
  parameters: ['string'],
  call: ([text]) => use(text?.kind === 'string' ? text.text : ''),
});

function changed(version: Version, change: Partial<Version>): ObjectValue {
  const next = { ...version, ...change };
  return versionObject({ ...next, original: (version.original.startsWith('v') ? 'v' : '') + versionText(next) }, null);
}

const rePart = (version: Version, part: 'pre' | 'metadata', text: string): Value => {
  const probe = part === 'pre' ? `0.0.0-${text}` : `0.0.0+${text}`;
  const parsed = text === '' ? '' : parseVersion(probe);
  if (typeof parsed === 'string' && parsed !== '')
    throw new TemplateError(`Invalid ${part === 'pre' ? 'Prerelease' : 'Metadata'} string`);
  return changed(version, { [part]: text });
};

function methodsOf(version: Version): Methods {
  const { major, minor, patch } = version;
  const released = { pre: '', metadata: '' };
  return new Map<string, Method>([
    ['Major', getter(() => uint64(major))],
    ['Minor', getter(() => uint64(minor))],
    ['Patch', getter(() => uint64(patch))],
    ['Prerelease', getter(() => plain(version.pre))],
    ['Metadata', getter(() => plain(version.metadata))],
    ['Original', getter(() => plain(version.original))],
    ['String', getter(() => plain(versionText(version)))],
    ['Compare', withVersion((other) => int(compareVersions(version, other)))],
    ['Equal', withVersion((other) => bool(compareVersions(version, other) === 0))],
    ['LessThan', withVersion((other) => bool(compareVersions(version, other) < 0))],
    ['GreaterThan', withVersion((other) => bool(compareVersions(version, other) > 0))],
    ['LessThanEqual', withVersion((other) => bool(compareVersions(version, other) <= 0))],
    ['GreaterThanEqual', withVersion((other) => bool(compareVersions(version, other) >= 0))],
    // A pre-release is finished by IncPatch, not followed.
    ['IncPatch', getter(() => changed(version, version.pre === '' ? { patch: patch + 1n, ...released } : released))],
    ['IncMinor', getter(() => changed(version, { minor: minor + 1n, patch: 0n, ...released }))],
    ['IncMajor', getter(() => changed(version, { major: major + 1n, minor: 0n, patch: 0n, ...released }))],
    ['SetPrerelease', withText((text) => rePart(version, 'pre', text))],
    ['SetMetadata', withText((text) => rePart(version, 'metadata', text))],
  ]);
}

function versionObject(version: Version, origin: ObjectValue['origin']): ObjectValue {
  const text = versionText(version);
  const object: ObjectValue = {
    kind: 'object',
    typeName: '*semver.Version',
    fields: new Map(),
    methods: methodsOf(version),
    json: () => tracked(version.original, origin),
    text: () => text,
    origin,
  };
  known.set(object, version);
  return object;
}

export const SEMVER = table<Fn>({
  semver: fn(['string'], (_, text) => {
    const version = parseVersion(text.text);
    if (typeof version === 'string') throw new TemplateError(version);
    return versionObject(version, wholeOrigin(text));
  }),
  semverCompare: fn(['string', 'string'], (_, constraint, text) => {
    const constraints = parseConstraints(constraint.text);
    if (constraints === null) throw new TemplateError(`improper constraint: ${constraint.text}`);
    const version = parseVersion(text.text);
    if (typeof version === 'string') throw new TemplateError(version);
    return bool(satisfies(version, constraints), originOf(text));
  }),
});
