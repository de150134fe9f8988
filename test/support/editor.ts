/** An editor without windows: starts the language server as a process and speaks the protocol with it. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  type CodeAction,
  createProtocolConnection,
  type Diagnostic,
  type Hover,
  type InitializeResult,
  type PublishDiagnosticsParams,
  type Range,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';

/** The folder of a build of now. */
export function buildServer(): string {
  const folder = mkdtempSync(join(tmpdir(), 'dockershim-lsp-dist-'));
  execFileSync(process.execPath, [resolve(import.meta.dirname, '../../scripts/build.mjs'), '--outdir', folder]);
  return folder;
}

export interface Editor {
  readonly capabilities: InitializeResult['capabilities'];
  /** All that was published, in order. */
  readonly published: readonly PublishDiagnosticsParams[];
  /** What the server wanted a person to read. */
  readonly messages: readonly string[];
  open(path: string, text: string): void;
  /** Replaces the whole text. */
  change(path: string, text: string): void;
  close(path: string): void;
  changedOnDisk(path: string): void;
  changeFolders(added: readonly string[], removed: readonly string[]): void;
  /** What is shown in a file when the server has nothing left to do. */
  problems(path: string): Promise<readonly Diagnostic[]>;
  /** Of all files, by their address. */
  allProblems(): Promise<ReadonlyMap<string, readonly Diagnostic[]>>;
  hover(path: string, line: number, character: number): Promise<Hover | null>;
  actions(path: string, range: Range, only?: readonly string[]): Promise<readonly CodeAction[]>;
  /** The exit status. */
  quit(): Promise<number | null>;
}

export async function startEditor(
  dist: string,
  folders: readonly string[],
  args: readonly string[] = [],
): Promise<Editor> {
  const server = spawn(process.execPath, [join(dist, 'cli.js'), 'lsp', ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const connection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  const published: PublishDiagnosticsParams[] = [];
  const messages: string[] = [];
  const versions = new Map<string, number>();
  connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    published.push(params);
  });
  connection.onNotification('window/showMessage', ({ message }: { message: string }) => {
    messages.push(message);
  });
  connection.onRequest('window/showMessageRequest', ({ message }: { message: string }) => {
    messages.push(message);
    return null;
  });
  connection.onRequest('client/registerCapability', () => null);
  connection.listen();
  const uriOf = (path: string) => pathToFileURL(path).href;
  const folderOf = (path: string) => ({ uri: uriOf(path), name: path });
  const gone = exitOf(server).then((status): never => {
    throw new Error(`The server ended at its start, with status ${status}.`);
  });
  const answer = connection.sendRequest<InitializeResult>('initialize', {
    processId: process.pid,
    rootUri: null,
    workspaceFolders: folders.length > 0 ? folders.map(folderOf) : null,
    capabilities: { workspace: { workspaceFolders: true, didChangeWatchedFiles: { dynamicRegistration: true } } },
  });
  const { capabilities } = await Promise.race([answer, gone]);
  gone.catch(() => undefined);
  void connection.sendNotification('initialized', {});
  const notify = (method: string, params: object) => void connection.sendNotification(`textDocument/${method}`, params);
  const position = { line: 0, character: 0 };
  /** The server answers about a text when it has looked at everything. */
  const settle = () =>
    connection.sendRequest('textDocument/hover', { textDocument: { uri: 'file:///nowhere' }, position });
  const last = () => new Map(published.map(({ uri, diagnostics }) => [uri, diagnostics]));
  return {
    capabilities,
    published,
    messages,
    open(path, text) {
      versions.set(path, 1);
      notify('didOpen', { textDocument: { uri: uriOf(path), languageId: 'plaintext', version: 1, text } });
    },
    change(path, text) {
      const version = (versions.get(path) ?? 0) + 1;
      versions.set(path, version);
      notify('didChange', { textDocument: { uri: uriOf(path), version }, contentChanges: [{ text }] });
    },
    close: (path) => notify('didClose', { textDocument: { uri: uriOf(path) } }),
    changedOnDisk: (path) =>
      void connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf(path), type: 2 }] }),
    changeFolders: (added, removed) =>
      void connection.sendNotification('workspace/didChangeWorkspaceFolders', {
        event: { added: added.map(folderOf), removed: removed.map(folderOf) },
      }),
    async problems(path) {
      await settle();
      return last().get(uriOf(path)) ?? [];
    },
    async allProblems() {
      await settle();
      return last();
    },
    hover: (path, line, character) =>
      connection.sendRequest('textDocument/hover', {
        textDocument: { uri: uriOf(path) },
        position: { line, character },
      }),
    actions: (path, range, only) =>
      connection.sendRequest('textDocument/codeAction', {
        textDocument: { uri: uriOf(path) },
        range,
        context: { diagnostics: [], only },
      }),
    async quit() {
      const ended = exitOf(server);
      await connection.sendRequest('shutdown');
      void connection.sendNotification('exit');
      const status = await ended;
      connection.dispose();
      return status;
    },
  };
}

function exitOf(server: ChildProcess): Promise<number | null> {
  return new Promise((done) => server.on('exit', done));
}
