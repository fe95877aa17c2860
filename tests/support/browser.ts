import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { type BrowserServer, chromium } from 'playwright-core';

// The shell draws pages like the browser, without its windows: it takes a third of the time.
const shells = [process.env['CHROME_PATH'], '/usr/bin/chromium-headless-shell'];

const browsers = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  chromium.executablePath(),
];

const firstOf = (places: (string | undefined)[]): string | undefined =>
  places.find((path) => path && existsSync(path));

/** Whether packages may be installed: nobody but a container or a hosted runner runs tests as root on Debian. */
const isDebianAsRoot = (): boolean => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

function aptGet(...args: string[]): boolean {
  try {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    execFileSync('apt-get', args, { stdio: 'ignore', env });
    return true;
  } catch {
    return false;
  }
}

const aptInstall = (name: string): boolean =>
  aptGet('install', '-yq', '--no-install-recommends', name);

function install(): void {
  process.stderr.write('Installing Chromium for the tests of the pages, once …\n');
  if (isDebianAsRoot()) {
    aptGet('update', '-q');
    if (!aptInstall('chromium-headless-shell') && !firstOf(browsers)) aptInstall('chromium');
  } else if (!firstOf(browsers)) {
    execFileSync(process.execPath, ['node_modules/playwright-core/cli.js', 'install', 'chromium'], {
      stdio: 'inherit',
    });
  }
}

/** A Chromium to test with; installs one if there is none. Tests of pages are never skipped for want of it. */
function browserPath(): string {
  const shell = firstOf(shells);
  if (shell) return shell;
  if (isDebianAsRoot() || !firstOf(browsers)) install();
  const found = firstOf([...shells, ...browsers]);
  if (found) return found;
  throw new Error('There is no Chromium, and none could be installed. Set CHROME_PATH to one.');
}

/**
 * What the browser does without: a frame of its own for each document of a tab, into which all scripts that pages bring along are copied, takes a third
 * of the time. The others are what Playwright does without; its list and ours cannot stand beside each other.
 */
const withoutFeatures = [
  'RenderDocument',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'MediaRouter',
  'OptimizationHints',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
];

/** One browser for all tests; each connects to its `wsEndpoint()`. */
export const launchBrowser = (): Promise<BrowserServer> =>
  chromium.launchServer({
    executablePath: browserPath(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      `--disable-features=${withoutFeatures.join(',')}`,
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // What runs in a page runs once: to make it fast takes longer than to run it as it is.
      '--js-flags=--no-opt,--no-maglev',
    ],
  });
