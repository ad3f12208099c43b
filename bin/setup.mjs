// What every command does first: install when nothing is installed, or when the lock file changed since.
// Plain JavaScript, because it runs before anything is there.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * For programs of ours: the AWS SDK warns at each start that it will want a newer Node one day. Functions are deployed
 * on a newer one; here it would only stand between the lines that matter.
 */
export const environment = { ...process.env, AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' };

/** Leaves the dependencies of the lock file in node_modules; exits with one line when that fails. */
export function setUp() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    stop(`Deskline needs Node 20.19 or later; this is ${process.versions.node}.`);
  }
  if (isInstalled()) return;
  console.error('Installing dependencies (once, about a minute) …');
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    // Standard output belongs to the command, which may print one JSON object there.
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (npm.status !== 0) stop('npm ci failed: its message stands above.');
}

/** Whether npm's own list of what lies in node_modules has each package of the lock file in its version. */
function isInstalled() {
  try {
    const packagesOf = (/** @type {string[]} */ ...path) =>
      JSON.parse(readFileSync(join(root, ...path), 'utf8')).packages;
    const there = packagesOf('node_modules', '.package-lock.json');
    return Object.entries(packagesOf('package-lock.json')).every(
      ([path, { version, optional }]) => path === '' || optional || there[path]?.version === version,
    );
  } catch {
    return false;
  }
}

/** Runs a program in the project's folder and gives its exit code. */
export function run(command, args) {
  const child = spawnSync(command, args, { cwd: root, stdio: 'inherit', env: environment });
  return child.status ?? 1;
}

/** @param {string} why */
function stop(why) {
  console.error(why);
  process.exit(1);
}
