import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Why,
  type WhyNode,
  cyclic,
  isConfirmed,
  lastWhys,
  longestChain,
  parents,
  why,
  whyTree,
} from '../../src/domain/whys.ts';

/** Whys in a few words: `id<follows`, either of them left out. */
const whys = (...short: string[]): Why[] =>
  short.map((text) => {
    const [id, follows] = text.split('<');
    return why.parse({
      ...(id && { id }),
      ...(follows && { follows }),
      why: 'Why?',
      because: 'So.',
    });
  });

/** A tree as nested places. */
type Shape = { [place: number]: Shape };
const shape = (nodes: readonly WhyNode[]): Shape =>
  Object.fromEntries(nodes.map(({ index, next }) => [index, shape(next)]));

const places = (nodes: readonly WhyNode[]): number[] =>
  nodes.flatMap(({ index, next }) => [index, ...places(next)]);

describe('whys', () => {
  test('follow each other in the order in which they are written', () => {
    const chain = whyTree(whys('', '', '', '', ''));
    expect(shape(chain)).toEqual({ 0: { 1: { 2: { 3: { 4: {} } } } } });
    expect(longestChain(chain)).toBe(5);
    expect(lastWhys(chain).map(({ index }) => index)).toEqual([4]);
  });

  test('branch where one says which it follows, and go on from there', () => {
    // 0 – 1 – 2 – 3
    //      └– 4 – 5
    const tree = whyTree(whys('', 'b', '', '', '<b', ''));
    expect(shape(tree)).toEqual({ 0: { 1: { 2: { 3: {} }, 4: { 5: {} } } } });
    expect(longestChain(tree)).toBe(4);
    expect(lastWhys(tree).map(({ index }) => index)).toEqual([3, 5]);
  });

  test('may be told in any order', () => {
    const tree = whyTree(whys('a<b', 'b<c', 'c<d'));
    expect(shape(tree)).toEqual({ 2: { 1: { 0: {} } } });
  });

  test('that follow something that does not exist begin a chain of their own', () => {
    expect(parents(whys('a', '<nowhere', ''))).toEqual([undefined, undefined, 1]);
    expect(shape(whyTree(whys('a', '<nowhere', '')))).toEqual({ 0: {}, 1: { 2: {} } });
  });

  test('that follow an id that stands twice follow the first', () => {
    expect(parents(whys('a', 'a', '<a'))).toEqual([undefined, 0, 0]);
  });

  test('are none where none are written', () => {
    expect([whyTree([]), longestChain([]), lastWhys([]), cyclic([])]).toEqual([[], 0, [], []]);
  });

  test.each([
    ['one that follows itself', ['a<a'], [0]],
    ['two that follow each other', ['a<b', 'b<a'], [0, 1]],
    ['a first that follows the last', ['a<c', 'b', 'c'], [0, 1, 2]],
    ['a circle below a chain that is none', ['a', 'b<d', 'c', 'd', '<a'], [1, 2, 3]],
    ['two circles', ['a<b', 'b<a', 'c<d', 'd<c'], [0, 1, 2, 3]],
  ])('in a circle are named: %s', (_, short, circle) => {
    expect(cyclic(whys(...short))).toEqual(circle);
    expect(places(whyTree(whys(...short)))).toEqual(
      Array.from(short.keys()).filter((place) => !circle.includes(place)),
    );
  });

  test('that hang on a circle are in no tree and are not part of it', () => {
    const hanging = whys('a<b', 'b<a', 'c');
    expect(cyclic(hanging)).toEqual([0, 1]);
    expect(whyTree(hanging)).toEqual([]);
  });

  test('are confirmed by evidence', () => {
    const [plain] = whys('');
    expect(plain && isConfirmed(plain)).toBe(false);
    expect(plain && isConfirmed({ ...plain, evidence: ['Change 4411'] })).toBe(true);
  });

  test('may be more than a stack is deep', () => {
    const chain = whyTree(
      Array.from({ length: 20_000 }, () => ({ why: 'Why?', because: 'So.', evidence: [] })),
    );
    expect(longestChain(chain)).toBe(20_000);
    expect(lastWhys(chain).map(({ index }) => index)).toEqual([19_999]);
  });
});

describe('whatever whys say that they follow', () => {
  const name = fc.option(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { nil: '' });
  const someWhys = fc
    .array(fc.tuple(name, name), { maxLength: 12 })
    .map((pairs) => whys(...pairs.map(([id, follows]) => `${id}<${follows}`)));

  /** The places above one, up to the first that comes a second time. */
  function wayUp(found: readonly Why[], start: number): number[] {
    const up = parents(found);
    const way: number[] = [];
    for (let at = up[start]; at !== undefined && !way.includes(at); at = up[at]) way.push(at);
    return way;
  }

  test('a why is in a circle exactly if the way up from it comes back to it', () => {
    fc.assert(
      fc.property(someWhys, (found) => {
        expect(cyclic(found)).toEqual(
          Array.from(found.keys()).filter((place) => wayUp(found, place).includes(place)),
        );
      }),
    );
  });

  test('each why is in the trees once, unless the way up from it leads into a circle', () => {
    fc.assert(
      fc.property(someWhys, (found) => {
        const circle = cyclic(found);
        const free = Array.from(found.keys()).filter(
          (place) =>
            !circle.includes(place) && !wayUp(found, place).some((above) => circle.includes(above)),
        );
        expect(places(whyTree(found)).sort((a, b) => a - b)).toEqual(free);
      }),
    );
  });

  test('the longest chain has one why more than the longest way up, and the last whys are those that no other follows', () => {
    fc.assert(
      fc.property(someWhys, (found) => {
        const tree = whyTree(found);
        const inTrees = places(tree);
        expect(longestChain(tree)).toBe(
          Math.max(0, ...inTrees.map((place) => 1 + wayUp(found, place).length)),
        );
        const followed = parents(found);
        expect(lastWhys(tree).map(({ index }) => index)).toEqual(
          inTrees.filter((place) => !followed.includes(place)).sort((a, b) => a - b),
        );
      }),
    );
  });
});
