/** Starts the language server that the extension carries, and stops it. */
import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';

let client: LanguageClient | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  client = new LanguageClient(
    'dockershim-lint',
    'dockershim-lint',
    {
      command: process.execPath,
      args: [context.asAbsolutePath('server/cli.js'), 'lsp'],
      options: { env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' } },
      transport: TransportKind.stdio,
    },
    // The server knows by path and content what it reads.
    { documentSelector: [{ scheme: 'file' }] },
  );
  await client.start();
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}
