import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { type BrowserServer, chromium } from 'playwright-core';

const places = [
  process.env['CHROME_PATH'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
];

/** The browser of the machine, or Playwright's own if that has been installed before. */
const findBrowser = (): string | undefined =>
  [...places, chromium.executablePath()].find((path) => path && existsSync(path));

function install(): void {
  const debianAsRoot = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (debianAsRoot) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    execFileSync('apt-get', ['update', '-q'], { stdio: 'ignore', env });
    execFileSync('apt-get', ['install', '-yq', '--no-install-recommends', 'chromium'], {
      stdio: 'ignore',
      env,
    });
  } else {
    execFileSync(process.execPath, ['node_modules/playwright-core/cli.js', 'install', 'chromium'], {
      stdio: 'inherit',
    });
  }
}

/** A Chromium to test with; installs one if there is none. Tests of pages are never skipped for want of it. */
function browserPath(): string {
  const found = findBrowser();
  if (found) return found;
  process.stderr.write('Installing Chromium for the tests of the pages, once …\n');
  install();
  const installed = findBrowser();
  if (!installed)
    throw new Error('There is no Chromium, and none could be installed. Set CHROME_PATH to one.');
  return installed;
}

/** One browser for all tests; each connects to its `wsEndpoint()`. */
export const launchBrowser = (): Promise<BrowserServer> =>
  chromium.launchServer({
    executablePath: browserPath(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
