/** Writes tar archives, as small as tests need them. */

export interface Entry {
  readonly name: string;
  readonly text: string;
  readonly type?: string;
}

export function tar(entries: readonly Entry[]): Buffer {
  const blocks = entries.flatMap(({ name, text, type = '0' }) => {
    const body = Buffer.from(text);
    const header = Buffer.alloc(512);
    header.write(name.slice(0, 100), 0);
    header.write(`${body.length.toString(8).padStart(11, '0')}\0`, 124);
    header.write(type, 156);
    return [header, body, Buffer.alloc((512 - (body.length % 512)) % 512)];
  });
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}
