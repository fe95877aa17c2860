import { describe, expect, test } from 'vitest';
import { readMap } from '../../scripts/lib/credits/request/column-map.ts';
import { WrongUsage } from '../../scripts/lib/command.ts';
import { credits, headings } from '../support/customers.ts';

const cells = ['Zaphod Canarybrox', 'canary@heart.example', 'feee', 'planet', 'rregion'];

describe('what stands in a list is never said, not even of its first row', () => {
  for (const [title, first] of [
    ['no headings', cells.join(',')],
    ['no headings, and one cell that is a known word', `${cells.join(',')},id`],
    ['a title above the headings', 'Customers of Zaphod Canarybrox'],
    ['headings that are nearly right', 'id,planet,service,rregion,currency,feee'],
  ] as const)
    test(title, async () => {
      const { code, files, stdout, stderr } = await credits(
        `${first}\n${headings}\na,team,webhooks,eu,EUR,1\n`,
      );
      expect([code, files]).toEqual([1, []]);
      for (const cell of cells) expect(stdout + stderr).not.toContain(cell);
      expect(stderr).toMatch(/row 1.*--map/s);
    });

  test('a column with nearly the right heading is told by its number', async () => {
    expect((await credits('id,plan,service,region,curency,fee\n')).stderr).toContain('column 5');
  });
});

describe('the heading with the very name', () => {
  test('goes before any other, wherever it stands', async () => {
    const list =
      'customer,account,id,plan,service,region,currency,amount,fee\nx,y,a,team,webhooks,eu,EUR,1,49.00\n';
    expect((await credits(list)).rows[0]).toMatchObject({ id: 'a', fee: '49.00', credit: '4.90' });
  });

  test('is asked for where two others could be meant, and --map decides', async () => {
    const list =
      'customer,account,plan,service,region,currency,fee\nx,y,team,webhooks,eu,EUR,49.00\n';
    const { code, files, stderr } = await credits(list);
    expect([code, files]).toEqual([1, []]);
    expect(stderr).toMatch(/columns 1 and 2 .*--map id=/);
    expect((await credits(list, { args: ['--map', 'id=account'] })).rows[0]?.['id']).toBe('y');
    const times = await credits(`${headings},from,start\na,team,webhooks,eu,EUR,1,,\n`);
    expect([times.code, times.stderr]).toEqual([1, expect.stringContaining('covered_from')]);
  });
});

describe('--map', () => {
  const list = 'id,plan,service,region,currency,"Net, EUR","a=b"\nx,team,webhooks,eu,EUR,49.00,\n';

  test('may be given several times, and a heading may have a comma or an equals sign in it', async () => {
    for (const args of [
      ['--map', 'fee=Net, EUR'],
      ['--map', 'fee=Net, EUR,covered_to=a=b'],
      ['--map', 'fee=net, eur', '--map', 'covered_to=a=b'],
    ])
      expect([args, (await credits(list, { args })).rows[0]?.['credit']]).toEqual([args, '4.90']);
  });

  for (const [title, given] of [
    ['a column that there is not', ['price=Net']],
    ['no heading', ['fee=']],
    ['no column', ['Net']],
    ['nothing', ['']],
    ['a column twice', ['fee=Net,fee=Gross']],
    ['a column twice, in two', ['fee=Net', 'fee=Gross']],
    ['a heading twice', ['fee=Net,id=net']],
  ] as const)
    test(`with ${title} is wrong usage`, () => {
      expect(() => readMap(given)).toThrow(WrongUsage);
    });

  for (const [title, map, said] of [
    ['of a column that is needed', 'fee=Nett', '“Nett”'],
    ['of a column that is not', 'covered_from=Begin', '“Begin”'],
    ['that another column has by its own name', 'service=plan', 'both plan and service'],
  ] as const)
    test(`with a heading that is not there, or one ${title}, is refused`, async () => {
      const { code, files, stderr } = await credits(`${headings}\na,team,webhooks,eu,EUR,1\n`, {
        args: ['--map', map],
      });
      expect([code, files, stderr]).toEqual([1, [], expect.stringContaining(said)]);
    });
});

test('an option that is given twice is wrong usage', async () => {
  for (const args of [
    ['--policy', 'uptime', '--policy', 'uptime'],
    ['--format', 'csv', '--format', 'html'],
  ]) {
    const { code, files, stderr } = await credits(`${headings}\na,team,webhooks,eu,EUR,1\n`, {
      args,
    });
    expect([code, files, stderr]).toEqual([
      2,
      [],
      expect.stringContaining(`${args[0]} is given twice`),
    ]);
  }
});
