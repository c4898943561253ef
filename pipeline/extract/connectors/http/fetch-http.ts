import type { HttpConnector } from '../../../words/connector.ts';
import { FetchError, type Connector } from '../connector.ts';
import { callOf, type SentHeader } from './call.ts';
import { createClient } from './client.ts';
import { writeRecords } from './json.ts';
import { recordsOf } from './pages.ts';

const ETAG = 'etag ';
const MODIFIED = 'modified ';

/** Brings one file, or the pages of one list as one JSON document. A file that is unchanged since last time is not sent again. */
export const fetchHttp: Connector<HttpConnector> = async function* ({ url, name, headers, pages, limits }, context) {
  const client = createClient(limits, context);
  const call = callOf(url, headers, context.secret);
  if (pages !== null) {
    yield { name, version: null, bytes: writeRecords(recordsOf(client, call, pages), pages.records) };
    return;
  }
  const version = context.versionOf(name);
  const answer = await client.open({ ...call, unless: unless(version) });
  const { etag, 'last-modified': modified } = answer.headers;
  if (answer.bytes === null) yield { name, version, bytes: null };
  else {
    const given = etag !== undefined ? ETAG + etag : modified !== undefined ? MODIFIED + modified : null;
    yield { name, version: given, bytes: asked(answer.bytes) };
  }
};

function unless(version: string | null): SentHeader[] {
  if (version?.startsWith(ETAG)) return [{ name: 'if-none-match', value: version.slice(ETAG.length), secret: false }];
  if (version?.startsWith(MODIFIED)) return [{ name: 'if-modified-since', value: version.slice(MODIFIED.length), secret: false }];
  return [];
}

/** Long enough to know an HTML page by. */
const BEGINNING = 512;

/** The bytes, unless there are none, or they are an HTML page, as of a login or an error: no format here is HTML. */
async function* asked(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let beginning: Uint8Array | null = new Uint8Array();
  for await (const piece of pieces) {
    if (beginning === null) yield piece;
    else {
      beginning = Buffer.concat([beginning, piece]);
      if (beginning.length < BEGINNING) continue;
      yield expectFile(beginning);
      beginning = null;
    }
  }
  if (beginning !== null) yield expectFile(beginning);
}

function expectFile(beginning: Uint8Array): Uint8Array {
  if (beginning.length === 0) throw new FetchError('wrong-answer', 'an empty answer');
  if (/^[\s\ufeff]*(<!--.*?-->\s*)*<(!doctype\s+html|html)[\s>]/is.test(Buffer.from(beginning.subarray(0, BEGINNING)).toString('utf8')))
    throw new FetchError('wrong-answer', 'an HTML page');
  return beginning;
}
