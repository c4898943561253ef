import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type * as z from 'zod';
import { decode } from '../../pipeline/read/decode.ts';
import { readYaml } from '../../pipeline/read/read-yaml.ts';
import { mariadbSchema } from '../../pipeline/read/source/connectors/mariadb-schema.ts';
import { postgresqlSchema } from '../../pipeline/read/source/connectors/postgresql-schema.ts';
import { sftpSchema } from '../../pipeline/read/source/connectors/sftp-schema.ts';
import type { Problem } from '../../pipeline/words/problem.ts';

/** What a declaration becomes, or its problems, as `found; allowed`. */
function read(schema: z.ZodType, text: string): unknown {
  const problems: Problem[] = [];
  const decoded = decode(readYaml('source.yaml', text, problems)!, schema, problems);
  return decoded ?? problems.map(({ line, found, allowed }) => `${line}: ${found}; ${allowed}`);
}

const DATABASE = `host: db.kommun.se
database: bygg
user: malbild_las
password: { secret: BYGG_PASSWORD }
query: hamta.sql
`;
const decoded = {
  host: 'db.kommun.se',
  database: 'bygg',
  user: 'malbild_las',
  password: { secret: 'BYGG_PASSWORD' },
  query: 'hamta.sql',
  tls: { ca: null },
  limits: { bytes: 1_000_000_000, milliseconds: 1_800_000 },
};
const TLS = '`{ ca: FILE }`; or `off` where the server is this machine; or `{ off: WHY }`, why nothing need be encrypted';

describe.each([
  ['postgresql', postgresqlSchema, 5432],
  ['mariadb', mariadbSchema, 3306],
] as const)('a connector to %s', (type, schema, port) => {
  const readOne = (text: string) => read(schema, `type: ${type}\n${text}`);

  it('is verified, with its usual port and limits, where nothing else is said', () => {
    expect(readOne(DATABASE)).toEqual({ ...decoded, type, port });
  });

  it('takes a port, limits and a CA of its own', () => {
    expect(readOne(`${DATABASE}port: 6432\ntls: { ca: ca.pem }\nlimits: { minutes: 5, megabytes: 20 }`)).toEqual({
      ...decoded,
      type,
      port: 6432,
      tls: { ca: 'ca.pem' },
      limits: { bytes: 20_000_000, milliseconds: 300_000 },
    });
  });

  it.each(['localhost', '127.0.0.1', '127.8.8.8', '"::1"'])('may leave encryption out to %s', host => {
    expect(readOne(DATABASE.replace('db.kommun.se', host) + 'tls: off')).toMatchObject({ tls: null });
  });

  it('leaves it out over a network only where somebody says why', () => {
    expect(readOne(`${DATABASE}tls: off`)).toEqual([`7: \`off\` for db.kommun.se; ${TLS}`]);
    expect(readOne(`${DATABASE}tls: { off: eget nät mellan två maskiner i samma skåp }`)).toMatchObject({ tls: null });
    expect(readOne(`${DATABASE}tls: require`)).toEqual([`7: require; ${TLS}`]);
  });

  it('holds no password, and no query but the name of a file', () => {
    const NAME = '{ secret: NAME }, the name of an environment variable in capitals, digits and `_`';
    for (const written of ['hunter2', '12345678', '{ secret: hunter2 }', '{ secret: 123 }', '{}', '[hunter2]']) {
      const told = readOne(DATABASE.replace('{ secret: BYGG_PASSWORD }', written));
      expect(told).toEqual([`5: something else than a name; ${NAME}`]);
    }
    expect(readOne(DATABASE.replace(/^password.*\n/m, ''))).toEqual(['1: no `password`; a map with secret']);
    expect(readOne(DATABASE.replace('hamta.sql', 'select 1'))).toEqual([
      '6: select 1; the name of a file beside source.yaml that ends in .sql',
    ]);
    expect(readOne(DATABASE.replace('hamta.sql', '../hamta.sql'))).toHaveLength(1);
  });

  it('has a host that is one', () => {
    for (const host of ['-a', 'a b', 'a/b', 'user@host', 'host:80', '""'])
      expect(readOne(DATABASE.replace('db.kommun.se', host))).toHaveLength(1);
  });
});

it('MariaDB is held to the name in its certificate, so it is called by name', () => {
  const text = `type: mariadb\n${DATABASE.replace('db.kommun.se', '10.0.0.7')}`;
  expect(read(mariadbSchema, text)).toEqual(['2: the address 10.0.0.7; the name in the server’s certificate']);
  expect(read(mariadbSchema, `${text}tls: { off: eget nät }`)).toMatchObject({ host: '10.0.0.7' });
  expect(read(postgresqlSchema, text.replace('mariadb', 'postgresql'))).toMatchObject({ host: '10.0.0.7' });
});

describe('a connector to an SFTP server', () => {
  const KEY = `SHA256:${'aB3+/'.repeat(8)}abc`;
  const SFTP = `type: sftp
host: sftp.kommun.se
user: malbild
key: /etc/malbild/sftp_key
host_key: ${KEY}
location: ut/*.csv
`;

  it('logs in with a key or a password', () => {
    const common = { type: 'sftp', host: 'sftp.kommun.se', port: 22, user: 'malbild', host_key: KEY, location: 'ut/*.csv' };
    const limits = { bytes: 1_000_000_000, milliseconds: 1_800_000 };
    expect(read(sftpSchema, SFTP)).toEqual({ ...common, limits, login: { key: '/etc/malbild/sftp_key' } });
    const password = SFTP.replace('key: /etc/malbild/sftp_key', 'password: { secret: SFTP_PASSWORD }');
    expect(read(sftpSchema, password)).toEqual({ ...common, limits, login: { password: { secret: 'SFTP_PASSWORD' } } });
  });

  it.each([
    ['no way to log in', SFTP.replace(/^key.*\n/m, ''), '1: none of `password`, `key`; one of `password`, `key`'],
    ['two of them', `${SFTP}password: { secret: A }`, '1: `password`, `key` together; one of `password`, `key`'],
    [
      'no host key',
      SFTP.replace(/^host_key.*\n/m, ''),
      '1: no `host_key`; the host key as `ssh-keygen -l` writes it: SHA256: and 43 characters',
    ],
    [
      'a host key that is none',
      SFTP.replace(KEY, 'MD5:aa:bb'),
      '5: MD5:aa:bb; the host key as `ssh-keygen -l` writes it: SHA256: and 43 characters',
    ],
    ['folders that are patterns', SFTP.replace('ut/*.csv', 'u*/a.csv'), '6: u*/a.csv; a folder and a pattern of names in it, as ut/*.csv'],
    ['a folder alone', SFTP.replace('ut/*.csv', 'ut/'), '6: ut/; a folder and a pattern of names in it, as ut/*.csv'],
  ])('%s', (_, text, problem) => {
    expect(read(sftpSchema, text)).toEqual([problem]);
  });
});

describe('docs/connectors-databases.md', () => {
  const page = readFileSync(new URL('../../docs/connectors-databases.md', import.meta.url), 'utf8');
  const examples = [...page.matchAll(/^```yaml connector=(\w+)\n([^]*?)^```$/gm)].map(([, type, text]) => [type!, text!] as const);
  it.each(examples)('gives a declaration of %s that can be read', (type, text) => {
    const problems: Problem[] = [];
    const schema = { postgresql: postgresqlSchema, mariadb: mariadbSchema, sftp: sftpSchema }[type] as z.ZodType<{ type: string }>;
    expect(decode(readYaml('source.yaml', text, problems)!, schema, problems, ['connector'])?.type).toBe(type);
    expect(problems).toEqual([]);
  });
});
