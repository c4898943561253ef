import { validateHeaderName, validateHeaderValue } from 'node:http';
import * as z from 'zod';
import { problemText } from '../../../messages/problems.ts';
import type { FetchLimits, HeaderValue } from '../../../words/connector.ts';
import { issue } from '../../issue.ts';
import { map, matching, strict, whole } from '../../values.ts';
import { secretVariable } from './secret-name.ts';

/** What the connectors over HTTP(S) have in common. */

/** Parameters whose values are secrets, where they stand in an address. */
const SECRET_PARAMETER = /^(api|access|auth|client|subscription)[-_]?key$|(token|secret|password|passwd|pwd|signature|credential)$|^sig$/i;
/** Parameters that are secrets when they are long: `code=1480` is none. */
const PERHAPS_SECRET = /^(key|code)$/i;
const LONG = 16;
const SECRET_HEADER = /^(authorization|proxy-authorization|cookie)$|(key|token|secret|password)$/i;
const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;

const isSecret = (name: string, value: string): boolean =>
  SECRET_PARAMETER.test(name) || (PERHAPS_SECRET.test(name) && value.length >= LONG);

const parsed = (written: string): URL | null => (/^https?:\/\//i.test(written) && URL.canParse(written) ? new URL(written) : null);

/** An address that may be told: without a password or anything that looks like a key. What was found is not shown. */
export const webAddress = matching('an address that begins with https://', written => parsed(written) !== null).superRefine(
  (written, ctx) => {
    const url = parsed(written);
    if (url === null) return;
    if (url.username !== '' || url.password !== '' || [...url.searchParams].some(([name, value]) => isSecret(name, value)))
      ctx.addIssue(issue(problemText('wrong-value', 'a user, password or key in an address', 'a header, as { secret: NAME }')));
  },
);

const fits = (check: () => void): boolean => {
  try {
    check();
    return true;
  } catch {
    return false;
  }
};
const PREFIX = 'a text that a header may have';
const headerText = matching(PREFIX, value => fits(() => validateHeaderValue('x', value)));
const HEADER = 'a text, or { secret: NAME, prefix: "Bearer " }';
const headerName = matching('the name of a header', name => fits(() => validateHeaderName(name)));

/** `headers:`, of which what is secret is named and not written. */
export const headers = map(
  z.union([headerText, strict({ secret: secretVariable, prefix: headerText.optional() })], { error: HEADER }),
  headerName,
)
  .superRefine((it, ctx) => {
    for (const [name, value] of Object.entries(it))
      if (typeof value === 'string' && SECRET_HEADER.test(name))
        ctx.addIssue(
          issue(problemText('wrong-value', 'a secret in a file', '{ secret: NAME }, which names an environment variable'), [name]),
        );
  })
  .transform(it =>
    Object.fromEntries(
      Object.entries(it).map(([name, value]): [string, HeaderValue] => [
        name,
        typeof value === 'string' ? value : { secret: value.secret, prefix: value.prefix ?? '' },
      ]),
    ),
  );

/** `limits:` on one fetch. */
export const fetchLimits = strict({ megabytes: whole(1, 100_000).optional(), minutes: whole(1, 1440).optional() });
export const limitsOf = (it: z.infer<typeof fetchLimits> | undefined): FetchLimits => ({
  bytes: (it?.megabytes ?? 1000) * 1_000_000,
  milliseconds: (it?.minutes ?? 30) * 60_000,
});

export const keyPath = matching('a key path, as meta.next', /^[^.\s]+(\.[^.\s]+)*$/);

/** Plain http is for this machine, and where `insecure: true` says so; a secret is not sent over it. */
export function checkAddress(
  it: { url?: string | undefined; insecure?: boolean | undefined; headers?: Readonly<Record<string, HeaderValue>> | undefined },
  ctx: z.core.$RefinementCtx,
): void {
  const url = parsed(it.url ?? '');
  if (url === null || url.protocol === 'https:' || LOOPBACK.test(url.hostname)) return;
  if (it.insecure !== true) ctx.addIssue(issue(problemText('wrong-value', 'http://', 'https://, or `insecure: true` beside'), ['url']));
  if (Object.values(it.headers ?? {}).some(value => typeof value !== 'string'))
    ctx.addIssue(issue(problemText('wrong-value', 'a secret over http://', 'secrets over https:// alone'), ['headers']));
}

/** The one of the keys that is there. */
export function oneOfKeys<const K extends string>(
  it: Readonly<Partial<Record<K, unknown>>>,
  keys: readonly K[],
  ctx: z.core.$RefinementCtx,
): K {
  const found = keys.filter(key => it[key] !== undefined);
  if (found.length !== 1) ctx.addIssue(issue(problemText('one-of', found, keys)));
  return found[0] ?? keys[0]!;
}
