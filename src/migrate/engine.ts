/** Limits, storage and runtimes of containers. */
import { type Answer, dropped, type Group, type Plan, person, written } from './plan.ts';

const ULIMITS = new Set([
  'as',
  'core',
  'cpu',
  'data',
  'fsize',
  'locks',
  'memlock',
  'msgqueue',
  'nice',
  'nofile',
  'nproc',
  'rss',
  'rtprio',
  'rttime',
  'sigpending',
  'stack',
]);

export function limit({ below, value }: Group, plan: Plan): Answer {
  const [name = ''] = below;
  const [, soft = '', hard = soft] = /^(-1|\d{1,19})(?::(-1|\d{1,19}))?$/.exec(value) ?? [];
  if (!ULIMITS.has(name) || soft === '') return person('Write the limit by hand');
  plan.ulimits.set(name, { name, soft, hard });
  return written(
    plan.target === 'containerd'
      ? `\`Limit${name.toUpperCase()}=\` in \`/etc/systemd/system/containerd.service.d/limits.conf\`, which containers inherit`
      : '`default_ulimits` under `[crio.runtime]`',
  );
}

/** Storage drivers of Docker, and the snapshotters of containerd that do the same. */
export const SNAPSHOTTERS: ReadonlyMap<string, string> = new Map([
  ['btrfs', 'btrfs'],
  ['zfs', 'zfs'],
  ['vfs', 'native'],
]);

export function storageDriver(value: string, plan: Plan): Answer {
  if (/^(?:overlay2?|overlayfs)$/.test(value)) return dropped('It is the default');
  if (value === 'aufs') return dropped('aufs no longer exists; the default is overlayfs');
  if (value === 'devicemapper')
    return person(
      'The snapshotter `devmapper` needs a thin pool of its own, and CRI-O has none: prefer overlayfs, the default',
    );
  const snapshotter = SNAPSHOTTERS.get(value);
  if (snapshotter === undefined) return person('Look for a snapshotter that does the same; the default is overlayfs');
  plan.storageDriver = value;
  return written(
    plan.target === 'containerd'
      ? `\`snapshotter = "${snapshotter}"\``
      : `\`storage_driver = "${value}"\` under \`[crio]\``,
  );
}

/** The shims of sandboxed runtimes: containerd starts them by type, not by a path to runc. */
const SHIMS: readonly (readonly [RegExp, string])[] = [
  [/runsc/, 'io.containerd.runsc.v1'],
  [/kata/, 'io.containerd.kata.v2'],
];

export function runtime({ below, value }: Group, plan: Plan): Answer {
  const [name = '', field = ''] = below;
  if (!/^[\w.-]+$/.test(name)) return person('This is not the name of a runtime');
  const known = plan.runtimes.get(name);
  if (field === 'path' && /^[\w./-]+$/.test(value)) {
    const type = SHIMS.find(([pattern]) => pattern.test(value))?.[1] ?? known?.type;
    plan.runtimes.set(name, { name, type, path: value });
    return written(`A runtime \`${name}\`; pods choose it by a RuntimeClass with \`handler: ${name}\``);
  }
  if (field === 'runtimeType' && /^io\.containerd\.[\w.]+$/.test(value)) {
    plan.runtimes.set(name, { name, type: value, path: known?.path });
    return written(`\`runtime_type = "${value}"\` of the runtime \`${name}\``);
  }
  return person(`Neither runtime passes arguments on: put them into the configuration file of \`${name}\` itself`);
}
