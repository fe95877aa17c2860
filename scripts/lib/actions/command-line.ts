/** What the command line of `actions` may say. */
export const actionsOptions = {
  apply: { type: 'boolean', default: false },
  pull: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  'detailed-exitcode': { type: 'boolean', default: false },
  repo: { type: 'string' },
  'write-interval': { type: 'string', default: '1000' },
  adopt: { type: 'string', multiple: true, default: [] as string[] },
  recreate: { type: 'string', multiple: true, default: [] as string[] },
  force: { type: 'boolean', default: false },
  show: { type: 'string' },
  'keep-going': { type: 'string', default: '0' },
} as const;
