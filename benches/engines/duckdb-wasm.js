// DuckDB-WASM in its worker, one thread ("eh"), with the fastest SQL found for each question, prepared.
// Its own JSON reader is an extension that it would fetch from its makers' server, so the page parses
// the dataset and hands over Arrow.

import { AsyncDuckDB, VoidLogger } from "@duckdb/duckdb-wasm";
import workerScript from "@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url";
import wasm from "@duckdb/duckdb-wasm/dist/duckdb-eh.wasm";
import { tableFromArrays } from "apache-arrow";
import { QUESTIONS, SIZE, ranked, yearToDate } from "../workload.mjs";
import { columnsOf } from "./columns.js";

const QUANTITY = "sum(quantity)::DOUBLE AS quantity";
const FACETS = ["month", "product", "registration", "mode"];
const BREAKDOWNS = ["product", "destination", "registration"];

const unionAll = (selects) => selects.join(" UNION ALL ");

/** Sums by a dimension, as rows of list, code and quantity. */
const list = (index, dimension, rows) =>
  `SELECT ${index}::UTINYINT AS list, ${dimension} AS code, ${QUANTITY} FROM ${rows} GROUP BY ${dimension}`;

/** Four lists from one choice of rows, materialised: quicker than four scans or GROUPING SETS. */
const FACETS_SQL = `WITH chosen AS MATERIALIZED (SELECT ${FACETS}, quantity FROM records WHERE destination = ?)
  ${unionAll(FACETS.map((name, i) => list(i, name, "chosen")))}`;

/** The same under standing choices, for which the statement is prepared. */
const filteredFacetsSql = ({ products, modes }) => {
  const passes = { month: "p AND m", product: "m", registration: "p AND m", mode: "p" };
  return `WITH chosen AS MATERIALIZED (
      SELECT ${FACETS}, quantity, product IN (${products}) AS p, mode IN (${modes}) AS m
      FROM records WHERE destination = ?)
    ${unionAll(FACETS.map((name, i) => list(i, name, `chosen WHERE ${passes[name]}`)))}`;
};

/** A list of this year and one of the year before for each dimension. */
const yearToDateSql = () => {
  const span = `SELECT ${BREAKDOWNS}, quantity FROM records WHERE month BETWEEN ? AND ?`;
  const both = (name, i) => [list(2 * i, name, "this_year"), list(2 * i + 1, name, "year_before")];
  return `WITH this_year AS MATERIALIZED (${span}), year_before AS MATERIALIZED (${span})
    ${unionAll(BREAKDOWNS.flatMap(both))}`;
};

const standing = QUESTIONS.find(({ name }) => name === "filteredFacets").variants[0];

const SQL = {
  trend: `SELECT month, ${QUANTITY}, sum(value)::DOUBLE AS value FROM records GROUP BY month`,
  // A group-by of one small key takes a quicker path than one of month and destination.
  ranking: unionAll([0, 1, 2].map((i) => list(i, "destination", "records WHERE month = ?"))),
  pivot: `SELECT month, destination, ${QUANTITY} FROM records
    WHERE registration = ? AND product IN (?, ?, ?, ?, ?) GROUP BY month, destination`,
  facets: FACETS_SQL,
  filteredFacets: filteredFacetsSql(standing),
  yearToDate: yearToDateSql(),
};

let connection;
let statements;

const column = (result, name) => result.getChild(name).toArray();

/** Rows of list, code and quantity as lists with a place for every code. */
const lists = (result, sizes) => {
  const answer = sizes.map((size) => new Float64Array(size));
  const [list, code, quantity] = ["list", "code", "quantity"].map((name) => column(result, name));
  for (let i = 0; i < list.length; i++) answer[list[i]][code[i]] = quantity[i];
  return answer;
};

const facets = (question) => async ({ destination }) => {
  const result = await statements[question].query(destination);
  const answer = lists(result, FACETS.map((name) => SIZE[name]));
  return Object.fromEntries(FACETS.map((name, i) => [name, answer[i]]));
};

export default {
  async start() {
    const database = new AsyncDuckDB(new VoidLogger(), new Worker(workerScript));
    await database.instantiate(new URL(wasm, location.href).href);
    connection = await database.connect();
  },

  async load(bytes) {
    const columns = columnsOf(bytes);
    // As signed numbers, which its sums take most quickly.
    for (const name of ["quantity", "value"]) columns[name] = new Int32Array(columns[name].buffer);
    await connection.insertArrowTable(tableFromArrays(columns), { name: "records", create: true });
    statements = {};
    for (const [question, sql] of Object.entries(SQL)) {
      // Without the cast a number binds as DOUBLE, and the whole column is cast to compare with it.
      statements[question] = await connection.prepare(sql.replaceAll("?", "?::UTINYINT"));
    }
    return columns.quantity.length;
  },

  async trend() {
    const result = await statements.trend.query();
    const answer = { quantity: new Float64Array(SIZE.month), value: new Float64Array(SIZE.month) };
    const [months, quantities, values] = ["month", "quantity", "value"].map((name) => column(result, name));
    for (let i = 0; i < months.length; i++) {
      answer.quantity[months[i]] = quantities[i];
      answer.value[months[i]] = values[i];
    }
    return answer;
  },

  async ranking({ month }) {
    const result = await statements.ranking.query(month, month - 1, month - 12);
    return ranked(...lists(result, [SIZE.destination, SIZE.destination, SIZE.destination]));
  },

  async pivot({ products, registration }) {
    const result = await statements.pivot.query(registration, ...products);
    const cells = new Float64Array(SIZE.month * SIZE.destination);
    const [months, destinations, quantities] = ["month", "destination", "quantity"].map((name) => column(result, name));
    for (let i = 0; i < months.length; i++) cells[months[i] * SIZE.destination + destinations[i]] = quantities[i];
    return cells;
  },

  facets: facets("facets"),
  filteredFacets: facets("filteredFacets"),

  async yearToDate({ month }) {
    const { now, before } = yearToDate(month);
    const result = await statements.yearToDate.query(...now, ...before);
    const answer = lists(result, BREAKDOWNS.flatMap((name) => [SIZE[name], SIZE[name]]));
    return Object.fromEntries(BREAKDOWNS.map((name, i) => [name, { now: answer[2 * i], before: answer[2 * i + 1] }]));
  },
};
