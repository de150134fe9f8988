/** `dockershim-lint lsp`: the language server, over standard input and output, until the editor ends it. */
import {
  type CancellationToken,
  type CodeAction,
  type Connection,
  createConnection,
  DidChangeWatchedFilesNotification,
  type Hover,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { TOOL, VERSION } from '../model/tool.ts';
import { ACTION_KINDS, actionsFor, touches } from './actions.ts';
import { hoverText } from './hover.ts';
import { createPublished, type Published } from './published.ts';
import type { FileReport, ScanAnswer, ScanRequest } from './scan-request.ts';
import { type Scans, startScans } from './scans.ts';
import { keyOf, outermost, pathOf, targetOf } from './targets.ts';

/** What nobody reads, and what changes all the time. */
const ELSEWHERE = /\/(?:\.git|\.hg|\.svn|node_modules)(?:\/|$)/;

export function serve(): void {
  const connection = createConnection(process.stdin, process.stdout);
  const documents = new TextDocuments(TextDocument);
  const session = createSession(connection, documents);
  connection.onInitialize((params) => session.start(params));
  connection.onInitialized(() => session.watch());
  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const { uri } of changes) if (!ELSEWHERE.test(uri)) session.changed(uri);
  });
  connection.onCodeAction(async ({ textDocument, range, context }, token): Promise<CodeAction[]> => {
    const report = await session.reportOn(textDocument.uri, token);
    return report ? actionsFor(report, range, context.only) : [];
  });
  connection.onHover(async ({ textDocument, position }, token): Promise<Hover | undefined> => {
    const report = await session.reportOn(textDocument.uri, token);
    const under = report?.problems.filter((problem) => touches(problem, { start: position, end: position })) ?? [];
    const [first] = under;
    return first && { contents: { kind: 'markdown', value: hoverText(under) }, range: first.diagnostic.range };
  });
  documents.onDidChangeContent(({ document }) => session.changed(document.uri));
  documents.onDidSave(({ document }) => session.changed(document.uri));
  documents.onDidClose(({ document }) => session.closed(document.uri));
  documents.listen(connection);
  connection.listen();
}

interface Session {
  start(params: InitializeParams): InitializeResult;
  watch(): Promise<void>;
  /** On the disk or in the editor. */
  changed(uri: string): void;
  closed(uri: string): void;
  /** What is known of a text as the editor shows it now; undefined where that is nothing, or the editor asks no more. */
  reportOn(uri: string, token: CancellationToken): Promise<FileReport | undefined>;
}

function createSession(connection: Connection, documents: TextDocuments<TextDocument>): Session {
  let folders: readonly string[] = [];
  let canWatch = false;
  let hasFolders = false;
  const told = new Map<string, string>();
  const versions = new Map<string, ReadonlyMap<string, number>>();
  const published: Published = createPublished(({ uri, problems }, key) => {
    const version = documents.get(uri)?.version;
    // Of a text that has changed since, the next scan speaks.
    if (version !== undefined && version !== versions.get(key)?.get(uri)) return;
    void connection.sendDiagnostics({ uri, version, diagnostics: problems.map((one) => one.diagnostic) });
  });
  const scans: Scans = startScans({ requestFor, answered });

  function requestFor(key: string): ScanRequest | undefined {
    const target = targetOf(key, folders);
    const all = documents.all();
    versions.set(key, new Map(all.map(({ uri, version }) => [uri, version])));
    const open = all.flatMap((document) => {
      const path = pathOf(document.uri);
      return path === undefined ? [] : [{ uri: document.uri, path, text: document.getText() }];
    });
    return target && { ...target, open };
  }

  function answered(key: string, answer: ScanAnswer): void {
    switch (answer.kind) {
      case 'report':
        told.delete(key);
        published.publish(key, answer.files);
        connection.console.log(`${key}: ${answer.sentence}`);
        return;
      case 'refused':
        // Told once, not with every key that is typed.
        if (told.get(key) !== answer.message) connection.window.showErrorMessage(`${TOOL}: ${answer.message}`);
        told.set(key, answer.message);
        return;
      case 'failed':
        connection.console.error(
          `${TOOL} ${VERSION} failed; this is a bug in the program. Please report it with this text:\n${answer.story}`,
        );
        return;
      case 'abandoned':
        return;
      default:
        answer satisfies never;
    }
  }

  function changed(uri: string): void {
    const path = pathOf(uri);
    if (path === undefined) return;
    const key = keyOf(path, folders);
    if (folders.includes(key) || documents.get(uri)) scans.want(key);
  }

  function closed(uri: string): void {
    const path = pathOf(uri);
    if (path === undefined) return;
    const key = keyOf(path, folders);
    // A file of no folder is shown nowhere any more; that of a folder says again what the disk says.
    if (folders.includes(key)) scans.want(key);
    else published.publish(key, []);
  }

  return {
    changed,
    closed,
    start({ workspaceFolders, rootUri, capabilities }) {
      const uris = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
      folders = outermost(uris.flatMap((uri) => pathOf(uri) ?? []));
      canWatch = capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
      hasFolders = capabilities.workspace?.workspaceFolders === true;
      for (const folder of folders) scans.want(folder);
      return {
        serverInfo: { name: TOOL, version: VERSION },
        capabilities: {
          textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
          hoverProvider: true,
          codeActionProvider: { codeActionKinds: [...ACTION_KINDS] },
          workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
        },
      };
    },
    async watch() {
      if (hasFolders)
        connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
          const gone = removed.flatMap(({ uri }) => pathOf(uri) ?? []);
          const come = added.flatMap(({ uri }) => pathOf(uri) ?? []);
          for (const folder of gone) published.publish(folder, []);
          folders = outermost([...folders.filter((folder) => !gone.includes(folder)), ...come]);
          for (const folder of folders) scans.want(folder);
        });
      if (canWatch)
        await connection.client.register(DidChangeWatchedFilesNotification.type, {
          watchers: [{ globPattern: '**/*' }],
        });
    },
    async reportOn(uri, token) {
      const path = pathOf(uri);
      if (path === undefined) return undefined;
      await Promise.race([scans.settled(), cancelled(token)]);
      const key = keyOf(path, folders);
      const isOfNow = documents.get(uri)?.version === versions.get(key)?.get(uri);
      return isOfNow && !token.isCancellationRequested ? published.reportOn(key, uri) : undefined;
    },
  };
}

function cancelled(token: CancellationToken): Promise<void> {
  return new Promise((done) => {
    token.onCancellationRequested(() => done());
  });
}
