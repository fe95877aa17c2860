import { BlockList, isIP } from 'node:net';
import { type Disclosure, outlineOf } from './disclosure.ts';
import { disclosesHost } from './rules.ts';

/** Addresses that lead nowhere from outside: RFC 1918, 4193, 6598, 3927, and those of the machine itself. */
const inside = new BlockList();
for (const [network, prefix] of [
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['100.64.0.0', 10],
  ['169.254.0.0', 16],
  ['127.0.0.0', 8],
] as const)
  inside.addSubnet(network, prefix, 'ipv4');
for (const [network, prefix] of [
  ['fc00::', 7],
  ['fe80::', 10],
  ['::1', 128],
] as const)
  inside.addSubnet(network, prefix, 'ipv6');

const numbers = [
  // The number of a version can have four parts.
  /(?<![\w.])(?<!\b(?:version|release)\s+)\d{1,3}(?:\.\d{1,3}){3}(?!\w|\.\d)/gi,
  /(?<![\w.:])[0-9a-f:]*:[0-9a-f:]*:[0-9a-f:]*(?![\w:]|\.\d)/gi,
];

function isInside(address: string): boolean {
  const version = isIP(address);
  return version > 0 && inside.check(address, version === 4 ? 'ipv4' : 'ipv6');
}

/** Names that no public server answers for: RFC 6761, 6762 with its appendix G, 8375, and ICANN’s `internal`. */
const names =
  /(?<![\w.@-])(?:[a-z0-9_](?:[\w-]*[a-z0-9])?\.)+(?:local|internal|intranet|private|corp|home|lan|localdomain|localhost|home\.arpa)(?![\w-]|\.\w)/gi;

const bare = /(?<![\w.-])localhost(?![\w-]|\.\w)/gi;

/** A host of one word in an address: a name that only a network of one’s own can find. */
const singles =
  /(?<=[a-z0-9+.-]):\/\/(?:[^\s/@"'<>]*@)?([a-z0-9_-]*[a-z][\w-]*)(?=(?::\d+)?(?:[/?#\s"'<>)\]`,;]|\.(?:\s|$)|$))/gi;

/** A machine of many, with its port, and one that shares its files in Windows, as it is or as Markdown writes it. Editions of standards are written in capitals. */
const machines = [
  /(?<![\w./:@-])[a-z][a-z-]*\d[a-z\d-]*(?=:\d{4,5}(?![\w:]|\.\d))/g,
  /(?<![\\\w:])\\{2,4}([\w.-]*[a-z][\w.-]*)(?=\\{1,2}[\w$])/gi,
];

interface Found {
  from: number;
  text: string;
}

const allOf = (pattern: RegExp, text: string): Found[] =>
  [...text.matchAll(pattern)].map(({ 0: found, 1: part, index }) => ({
    from: index + (part === undefined ? 0 : found.lastIndexOf(part)),
    text: part ?? found,
  }));

/** Hosts that only the company itself can reach. */
export const hostsIn = (text: string): Disclosure[] =>
  [
    ...numbers.flatMap((pattern) => allOf(pattern, text)).filter((found) => isInside(found.text)),
    ...[names, bare, singles, ...machines].flatMap((pattern) => allOf(pattern, text)),
  ].map((found) => ({
    rule: disclosesHost,
    from: found.from,
    to: found.from + found.text.length,
    what: `Here stands a host that is not public: ${outlineOf(found.text)}.`,
    expected: 'hosts that customers can reach, or what they do in words',
    write:
      'Say what it does: “a database server”. If everybody may know it, write it into `allowed_in_public`.',
  }));
