import type { GetStaticPaths } from 'astro';
import { answersOf, respond } from '../../../api/served/served.ts';

export const getStaticPaths = (() =>
  answersOf(2).map(({ steps: [version, name], props }) => ({
    params: { version, name },
    props,
  }))) satisfies GetStaticPaths;

export const GET = respond;
