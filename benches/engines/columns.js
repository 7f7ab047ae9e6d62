// A dataset of records as typed arrays: how a page without an engine would hold it, and how the other
// engines take it.

import { DIMENSIONS } from "../workload.mjs";

/** The columns of a dataset: codes by dimension, `quantity` and `value`. */
export const columnsOf = (bytes) => {
  const { columns } = JSON.parse(new TextDecoder().decode(bytes));
  const lists = DIMENSIONS.map(({ name, field }) => [name, new Uint8Array(columns[field])]);
  return {
    ...Object.fromEntries(lists),
    quantity: new Uint32Array(columns.quantity_kg),
    value: new Uint32Array(columns.value_usd),
  };
};

/** Which codes are among `chosen`, a byte each. Without a choice all are. */
export const gate = (chosen) => {
  const open = new Uint8Array(256);
  if (chosen.length === 0) return open.fill(1);
  for (const code of chosen) open[code] = 1;
  return open;
};
