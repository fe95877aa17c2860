const { still } = document.body.dataset;

export const minute = 60_000;

/** Epoch ms. A page of another moment than that of its making stays at that moment. */
export const now = (): number => (still ? Date.parse(still) : Date.now());

export const each = <E extends HTMLElement>(selector: string, act: (element: E) => void): void =>
  document.querySelectorAll<E>(selector).forEach(act);
