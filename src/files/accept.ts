/** Whether the bytes of a file are worth reading, and as what text. */
import type { Note } from '../model/note.ts';
import { createSource } from '../text/source.ts';
import { decode } from './decode.ts';

export type Accepted =
  | { readonly kind: 'text'; readonly text: string }
  /** A text of a kind that is not read. */
  | { readonly kind: 'other' }
  | { readonly kind: 'binary' };

/** `named`: somebody asked for exactly this file. */
export function acceptBytes(path: string, bytes: Buffer, named: boolean): Accepted {
  const text = decode(bytes);
  if (text === undefined) return { kind: 'binary' };
  return named || hasExtension(path) || isScriptOrKnown(path, text) ? { kind: 'text', text } : { kind: 'other' };
}

/** Bytes that a shell skips and a parser does not: what stands around one may not be read as it runs. */
export function nulNote(path: string, text: string): Note | undefined {
  const at = text.indexOf('\0');
  if (at < 0) return undefined;
  const span = { source: createSource(path, text), start: at, end: at + 1 };
  return {
    code: 'nul',
    message: 'a NUL character; the line may run as something else than was read',
    path,
    span,
    coverage: 'partly',
  };
}

function hasExtension(path: string): boolean {
  return /\.[^/.]+$/.test(path);
}

const KNOWN_WITHOUT_EXTENSION =
  /(^|\/)(dockerfile|containerfile|makefile|gnumakefile|jenkinsfile|vagrantfile|kubelet|docker|crontab|user-data|userdata)$/i;
const ENVIRONMENT_FOLDER =
  /(^|\/)(etc|default|sysconfig|cron\.[a-z]+|logrotate\.d|conf\.d|init\.d|bin|sbin|hooks|scripts?)\//i;

/** Words that no prose of a folder has at the start of a line, for files that nothing else tells about. */
const NODE_WORDS =
  /^(?:--[a-z][\w-]*=|(?:runtime|image)-endpoint:|\[(?:Unit|Service)\]|apiVersion: |(?:sudo )?(?:docker|systemctl|kubeadm) [a-z-]+ )/m;

/** A Go template with a name whose text says what it is. */
const NAMED_TEMPLATE = /\{\{-?[ \t]*define[ \t][^{}\n]{1,200}\}\}\s*#(?:!|cloud-config)/;

function isScriptOrKnown(path: string, text: string): boolean {
  return (
    /^\ufeff?#(?:!|cloud-config)/.test(text) ||
    NAMED_TEMPLATE.test(text.slice(0, 65_536)) ||
    KNOWN_WITHOUT_EXTENSION.test(path) ||
    /(^|\/)(Dockerfile|Containerfile|Jenkinsfile)[.-][^/]*$/i.test(path) ||
    ENVIRONMENT_FOLDER.test(path) ||
    NODE_WORDS.test(text.slice(0, 16_384))
  );
}
