// The generated records as the file that all engines read: a dataset of records, docs/records.md.

import { createWriteStream, existsSync, renameSync } from "node:fs";
import { finished } from "node:stream/promises";
import { DIMENSIONS, SIZE } from "./workload.mjs";

const name = (en) => ({ en });

const members = (dimension) =>
  Array.from({ length: SIZE[dimension] }, (_, code) => ({ code: String(code), name: name(`${dimension} ${code}`) }));

const HEAD = {
  format: "tonnage/records",
  version: "1.0",
  id: "bench",
  title: name("Made-up records for the benchmark"),
  commodity: name("goods"),
  reporter: { name: name("Nowhere") },
  flow: "export",
  synthetic: true,
  months: Array.from({ length: SIZE.month }, (_, i) => `${2019 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, "0")}`),
  products: members("product"),
  destinations: members("destination"),
  registration_locations: members("registration"),
  trade_modes: members("mode"),
};

/** Writes the dataset unless the file is there. */
export const writeDataset = async (path, columns) => {
  if (existsSync(path)) return;
  const unfinished = `${path}.tmp`;
  const file = createWriteStream(unfinished);
  const lists = [
    ...DIMENSIONS.map(({ name, field }) => [field, columns[name]]),
    ["quantity_kg", columns.quantity],
    ["value_usd", columns.value],
  ];
  file.write(`${JSON.stringify(HEAD).slice(0, -1)},"columns":{`);
  lists.forEach(([field, list], i) => file.write(`${i > 0 ? "," : ""}\n"${field}":[${list.join(",")}]`));
  file.end("}}\n");
  await finished(file);
  renameSync(unfinished, path);
};
