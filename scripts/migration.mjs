import process from 'node:process';
import { install } from './lib/install.mjs';
import { requireNode } from './lib/node-version.mjs';
import { binary, root, run } from './lib/run.mjs';

const server = `${root}/server`;
const [name] = process.argv.slice(2);

requireNode();
if (name === undefined) {
  console.error('npm run migration -- NAME, such as: npm run migration -- roster-swaps');
  process.exit(1);
}
await install();
process.exitCode = await run(binary('drizzle-kit', server), ['generate', `--name=${name}`], { cwd: server });
