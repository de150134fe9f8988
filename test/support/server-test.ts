/** Tests that each have a server of their own, so that they can run at the same time. */
import { test } from 'vitest';
import { type GithubServer, startGithubServer } from './github-server.ts';

export const serverTest = test.extend<{ server: GithubServer }>({
  // biome-ignore lint/correctness/noEmptyPattern: the runner reads the names of wanted fixtures from this pattern
  server: async ({}, use) => {
    const server = await startGithubServer();
    await use(server);
    await server.close();
  },
});
