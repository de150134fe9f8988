/** Serves one repository over HTTP as a forge does, and remembers who asked. */
import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createGunzip } from 'node:zlib';

export interface GitServer {
  /** What GITHUB_SERVER_URL is: the repository is `acme/shop` below it. */
  readonly url: string;
  readonly authorizations: readonly (string | undefined)[];
  close(): Promise<void>;
}

export async function startGitServer(folder: string): Promise<GitServer> {
  const authorizations: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    authorizations.push(request.headers.authorization);
    const advertise = request.url === '/acme/shop/info/refs?service=git-upload-pack';
    if (!advertise && request.url !== '/acme/shop/git-upload-pack') {
      response.writeHead(404).end();
      return;
    }
    const kind = advertise ? 'advertisement' : 'result';
    response.writeHead(200, { 'content-type': `application/x-git-upload-pack-${kind}` });
    const env = { ...process.env, GIT_PROTOCOL: String(request.headers['git-protocol'] ?? '') };
    const options = advertise ? ['--advertise-refs'] : [];
    const child = spawn('git', ['upload-pack', '--stateless-rpc', ...options, folder], { env });
    if (advertise) response.write('001e# service=git-upload-pack\n0000');
    child.stdout.pipe(response);
    const gzipped = request.headers['content-encoding'] === 'gzip';
    (gzipped ? request.pipe(createGunzip()) : request).pipe(child.stdin);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    authorizations,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
