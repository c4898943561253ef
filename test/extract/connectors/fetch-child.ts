import { fetchHttp } from '../../../pipeline/extract/connectors/http/fetch-http.ts';
import { aContext, aWorld, faultOf, httpFile } from './fetching.ts';

// Says what a fetch of each address meets: which certificates are known is decided when the process starts.
for (const url of process.argv.slice(2)) process.stdout.write(`${await faultOf(fetchHttp(httpFile(url), aContext(aWorld())))}\n`);
