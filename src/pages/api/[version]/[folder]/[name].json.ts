import type { GetStaticPaths } from 'astro';
import { answersOf, respond } from '../../../../api/served/served.ts';

export const getStaticPaths = (() =>
  answersOf(3).map(({ steps: [version, folder, name], props }) => ({
    params: { version, folder, name },
    props,
  }))) satisfies GetStaticPaths;

export const GET = respond;
