/** Runs the command line in a folder of its own, with everything that it prints. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Io } from '../../src/cli/io.ts';
import { main } from '../../src/cli/main.ts';

interface Printed {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface Folder {
  readonly path: string;
  write(files: Readonly<Record<string, string>>): void;
  run(
    args: readonly string[],
    changes?: {
      readonly env?: Io['env'];
      readonly terminal?: boolean;
      readonly cwd?: string;
      readonly input?: string;
      /** Does what a person does between two scans of `--watch`; false ends it. */
      readonly between?: (isOwn: (path: string) => boolean) => boolean;
    },
  ): Promise<Printed>;
  remove(): void;
}

export function createFolder(files: Readonly<Record<string, string>> = {}): Folder {
  const path = mkdtempSync(join(tmpdir(), 'dockershim-cli-'));
  const folder: Folder = {
    path,
    write(more) {
      for (const [name, text] of Object.entries(more)) {
        mkdirSync(dirname(join(path, name)), { recursive: true });
        writeFileSync(join(path, name), text);
      }
    },
    async run(args, { env = {}, terminal = false, cwd = path, input = '', between = () => false } = {}) {
      let out = '';
      let err = '';
      const code = await main(args, {
        readInput: async () => input,
        serve: async () => {},
        untilChange: async (_, isOwn) => between(isOwn),
        out: {
          write: (text) => {
            out += text;
          },
          isTerminal: terminal,
          columns: terminal ? 100 : undefined,
        },
        err: {
          write: (text) => {
            err += text;
          },
          isTerminal: false,
          columns: undefined,
        },
        env,
        cwd,
        today: '2026-11-25',
      });
      return { code, out, err };
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
  folder.write(files);
  return folder;
}

export async function runIn(cwd: string, args: readonly string[]): Promise<Printed> {
  const folder = createFolder();
  try {
    return await folder.run(args, { cwd });
  } finally {
    folder.remove();
  }
}

/** A script that runs on a node: kubeadm says so. */
export const NODE_SCRIPT = '#!/bin/sh\nkubeadm join 10.0.0.1:6443\ndocker ps\n';
