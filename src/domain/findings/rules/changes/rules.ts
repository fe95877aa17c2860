import { backdated } from './backdated.ts';
import type { ChangeRule } from '../../rule.ts';
import { changedInSilence, dueMovedInSilence } from './silence.ts';
import { correctionUntrue } from './untrue.ts';
import { termsRewritten } from './terms-rewritten.ts';
import { pageVanished } from './page-vanished.ts';

/** The rules that look at what became of an earlier record. */
export const changeRules: readonly ChangeRule[] = [
  pageVanished,
  changedInSilence,
  dueMovedInSilence,
  correctionUntrue,
  backdated,
  termsRewritten,
];
