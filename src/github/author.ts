/** Who a token writes as, so that only our own comments are taken for ours. */
import { ApiFailure, type Client } from './client.ts';
import type { Environment } from './environment.ts';

export interface Author {
  readonly logins: readonly string[];
  /** On GitHub a bot's comment may also name the app that wrote it. */
  readonly checkApp: boolean;
}

export interface Authored {
  readonly user: { readonly login: string; readonly type?: string } | null;
  readonly performed_via_github_app?: { readonly slug?: string | undefined } | null | undefined;
}

const WORKFLOW_BOT = 'github-actions[bot]';
const GITEA_BOTS = ['gitea-actions', 'forgejo-actions', 'actions-user', 'github-actions'];

export async function ownAuthor(client: Client, forge: Environment['forge']): Promise<Author> {
  try {
    return forge === 'gitea'
      ? { logins: [await giteaLogin(client)], checkApp: false }
      : { logins: [await viewerLogin(client)], checkApp: true };
  } catch (error) {
    if (!(error instanceof ApiFailure)) throw error;
    return forge === 'gitea' ? { logins: GITEA_BOTS, checkApp: false } : { logins: [WORKFLOW_BOT], checkApp: true };
  }
}

export function isWrittenBy({ user, performed_via_github_app: app }: Authored, author: Author): boolean {
  const login = user?.login;
  if (login === undefined || !author.logins.includes(login)) return false;
  if (!author.checkApp) return true;
  if (!login.endsWith('[bot]')) return user?.type !== 'Bot';
  // No person can have such a name; not every server and not every answer tells the app as well.
  return user?.type !== 'User' && (!app || `${app.slug}[bot]` === login);
}

/** GraphQL knows the viewer of every kind of token; the REST API refuses that of a workflow. */
async function viewerLogin(client: Client): Promise<string> {
  const { viewer } = await client.call('ask who the token is', (octokit, signal) =>
    octokit.graphql<{ viewer: { login: string } }>('query { viewer { login } }', { request: { signal } }),
  );
  return viewer.login === 'github-actions' ? WORKFLOW_BOT : viewer.login;
}

async function giteaLogin(client: Client): Promise<string> {
  const { data } = await client.call('ask who the token is', (octokit, signal) =>
    octokit.rest.users.getAuthenticated({ request: { signal } }),
  );
  return data.login;
}
