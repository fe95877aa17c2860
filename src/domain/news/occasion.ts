/** When something happened, and what names it. */
export interface Occasion {
  /** Names it for ever, wherever the site is served and whatever is corrected in the record. */
  id: string;
  /** Epoch ms. */
  at: number;
  /** The clock alone brought it: nobody wrote it into the record. */
  isByClock: boolean;
  /** The ids of the incidents that it is about. */
  incidents: readonly string[];
}
