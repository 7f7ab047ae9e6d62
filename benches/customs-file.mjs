// A made-up download of a customs office, as large as wanted: `node benches/customs-file.mjs 1000000 FILE.csv`.
// The columns are those of the query site of China's customs in English. Rows come by month, product, partner, province
// and trade mode, as there; no two have the same key; amounts come from a fixed seed, the same on every machine.

import { closeSync, openSync, writeSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { amount, mulberry32 } from "./generator.mjs";

const HEAD =
  "Date of data,Commodity code,Commodity,Trading partner code,Trading partner,Customs regime code,Customs regime," +
  "Locations of importers and exporters code,Locations of importers and exporters,Quantity,Unit," +
  "Supplementary Quantity,Supplementary Unit,US dollar";
const MONTHS = Array.from({ length: 48 }, (_, at) => 202200 + 100 * Math.floor(at / 12) + (at % 12) + 1);
const PRODUCTS = [
  [73211100, "Gas cookers"], [73218100, "Other appliances for gas"], [73231000, "Iron or steel wool"],
  [73239300, "Kitchen articles of stainless steel"], [73239490, "Enamelled kitchen articles"],
  [73241000, "Sinks of stainless steel"], [73249000, "Other sanitary ware"],
  [76141000, "Wire of aluminium, steel core"], [76149000, "Other wire of aluminium"],
  [76151090, "Kitchen articles of aluminium"],
];
const PARTNERS = [
  [103, "Bangladesh"], [110, "Hong Kong,China"], [111, "India"], [112, "Indonesia"], [113, "Iran"], [116, "Japan"],
  [122, "Malaysia"], [129, "Philippines"], [132, "Singapore"], [133, "Republic of Korea"], [136, "Thailand"],
  [138, "United Arab Emirates"], [141, "Viet Nam"], [244, "South Africa"], [215, "Egypt"], [222, "Nigeria"],
  [303, "United Kingdom"], [304, "Germany"], [305, "France"], [307, "Italy"], [309, "Netherlands"], [312, "Spain"],
  [327, "Poland"], [330, "Sweden"], [344, "Russian Federation"], [402, "Argentina"], [410, "Brazil"], [412, "Chile"],
  [413, "Colombia"], [429, "Mexico"], [434, "Peru"], [501, "Canada"], [502, "United States"], [601, "Australia"],
  [609, "New Zealand"],
];
const MODES = [
  [10, "Ordinary trade"], [14, "Processing and assembling trade"], [15, "Processing with imported materials"],
  [19, "Border trade"], [33, "Warehousing trade"],
];
const PROVINCES = [
  [11, "Beijing"], [12, "Tianjin"], [13, "Hebei Province"], [14, "Shanxi Province"], [21, "Liaoning Province"],
  [31, "Shanghai"], [32, "Jiangsu Province"], [33, "Zhejiang Province"], [34, "Anhui Province"], [35, "Fujian Province"],
  [36, "Jiangxi Province"], [37, "Shandong Province"], [41, "Henan Province"], [42, "Hubei Province"],
  [43, "Hunan Province"], [44, "Guangdong Province"], [45, "Guangxi Zhuang Autonomous Region"], [50, "Chongqing"],
  [51, "Sichuan Province"], [53, "Yunnan Province"], [61, "Shaanxi Province"],
];
const KEYS = [MONTHS, PRODUCTS, PARTNERS, PROVINCES, MODES];

/** The most rows that have keys of their own. */
export const MOST = KEYS.reduce((count, list) => count * list.length, 1);

const quoted = (name) => (name.includes(",") ? `"${name}"` : name);

/** The head, then `count` rows, a line each. */
export function* lines(count) {
  const next = mulberry32(7);
  yield HEAD;
  for (let row = 0; row < count; row++) {
    // Spread over all keys, in their order.
    let place = Math.floor((row * MOST) / count);
    const key = [];
    for (const list of KEYS.toReversed()) {
      key.unshift(list[place % list.length]);
      place = Math.floor(place / list.length);
    }
    const [month, product, partner, province, mode] = key;
    const weight = amount(next(), 4_000_000);
    const dollars = amount(next(), 9_000_000);
    const named = [product, partner, mode, province].map(([code, name]) => `${code},${quoted(name)}`);
    yield `${month},${named.join(",")},${weight},Kilogram,0,?,${dollars}`;
  }
}

/** Writes such a file; how many bytes it has. */
export const write = (path, count) => {
  const file = openSync(path, "w");
  let [bytes, piece] = [0, ""];
  const flush = () => {
    bytes += writeSync(file, piece);
    piece = "";
  };
  for (const line of lines(count)) {
    piece += `${line}\n`;
    if (piece.length > 1_000_000) flush();
  }
  flush();
  closeSync(file);
  return bytes;
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const [count, path] = [Number(process.argv[2]), process.argv[3]];
  if (!(count > 0 && count <= MOST) || !path) {
    console.error(`usage: node benches/customs-file.mjs ROWS FILE, with at most ${MOST} rows`);
    process.exit(2);
  }
  console.log(`${path}: ${count} rows, ${write(path, count)} bytes`);
}
