import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const connectors = fileURLToPath(new URL('../../../pipeline/extract/connectors/', import.meta.url));

// The test runner finds names in CommonJS packages that Node.js does not.
it.each(['postgresql', 'mariadb', 'sftp'])('Node.js itself can load the connector %s', name => {
  const code = `import('${connectors}${name}/fetch-${name}.ts').then(it => console.log(Object.keys(it).join()))`;
  const printed = execFileSync(process.execPath, ['--import', 'tsx', '-e', code], { encoding: 'utf8' });
  expect(printed.trim().toLowerCase()).toBe(`fetch${name}`);
});
