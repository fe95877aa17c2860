import type { APIRoute, GetStaticPaths } from 'astro';
import { answersIn } from '../../api/all/answers.ts';
import { sourceIn } from '../../api/served/served.ts';
import type { Source } from '../../api/source.ts';
import { getRecord } from '../../site/get-record.ts';

export const getStaticPaths = (() =>
  answersIn(getRecord()).map(([answer, make]) => ({
    params: { answer },
    props: { make },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ make: (source: Source) => object }> = ({ props, locals }) =>
  Response.json(props.make(sourceIn(locals)));
