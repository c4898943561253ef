import { problemText } from '../../../messages/problems.ts';
import type { HttpConnector, Paging } from '../../../words/connector.ts';
import { issue } from '../../issue.ts';
import { flag, oneOf, strict, text, whole } from '../../values.ts';
import { checkAddress, fetchLimits, headers, keyPath, limitsOf, oneOfKeys, webAddress } from './web-schema.ts';

const pages = strict({
  next: keyPath.optional(),
  page: text.optional(),
  first: whole(0).optional(),
  offset: text.optional(),
  most: whole(1, 100_000).optional(),
}).transform((it, ctx) => {
  const by = oneOfKeys(it, ['next', 'page', 'offset'], ctx);
  if (it.first !== undefined && by !== 'page')
    ctx.addIssue(issue(problemText('not-with', 'first', 'only `page` begins somewhere'), ['first']));
  const paging: Paging =
    by === 'page'
      ? { by, parameter: it.page!, first: it.first ?? 1 }
      : by === 'offset'
        ? { by, parameter: it.offset! }
        : { by: 'next', path: it.next ?? '' };
  // The source's format says where the records are.
  return { paging, records: '', most: it.most ?? 1000 };
});

/** `connector: { type: http, … }`: one file, or paged JSON. */
export const httpSchema = strict({
  type: oneOf(['http']),
  url: webAddress,
  name: text.optional(),
  headers: headers.optional(),
  insecure: flag.optional(),
  pages: pages.optional(),
  limits: fetchLimits.optional(),
})
  .superRefine((it, ctx) => {
    checkAddress(it, ctx);
    if (it.name === undefined && nameIn(it.url) === '')
      ctx.addIssue(issue(problemText('needs-key', 'name', 'the address ends without a file name')));
  })
  .transform(({ type, url, ...it }): HttpConnector => ({
    type,
    url,
    name: it.name ?? nameIn(url),
    headers: it.headers ?? {},
    pages: it.pages ?? null,
    limits: limitsOf(it.limits),
  }));

function nameIn(url: string): string {
  const last = new URL(url).pathname.split('/').at(-1)!;
  try {
    return decodeURIComponent(last).replaceAll('/', '_');
  } catch {
    return last;
  }
}
