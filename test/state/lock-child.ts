import { takeLock } from '../../pipeline/state/lock.ts';

/** Takes the lock of the folder it is given, says so, and holds it until it is told to leave (a line) or is killed. */
try {
  await takeLock(process.argv[2]!, 'malbild schedule', new Date());
  process.stdout.write('held\n');
  process.stdin.once('data', () => process.exit(0));
} catch (error) {
  process.stdout.write(`${String(error)}\n`);
}
