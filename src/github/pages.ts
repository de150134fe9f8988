/** Reads a list that the API gives in pages. */

const MOST_PAGES = 100;

interface Page<T> {
  readonly data: readonly T[];
  readonly headers: { readonly link?: string | undefined };
}

/** Gitea gives some lists as a whole whatever page is asked for, so a page without news ends the list too. */
export async function readPages<T extends { readonly id?: number; readonly filename?: string }>(
  read: (page: number) => Promise<Page<T>>,
): Promise<readonly T[]> {
  const items = new Map<string | number, T>();
  for (let page = 1; page <= MOST_PAGES; page++) {
    const { data, headers } = await read(page);
    const before = items.size;
    for (const item of data) items.set(item.id ?? item.filename ?? '', item);
    if (items.size === before || !headers.link?.includes('rel="next"')) break;
  }
  return [...items.values()];
}
