// The land of the world map, from Natural Earth's (public domain), as `crates/chart/src/kinds/bubble_map.rs` reads it.
// Usage: npm install --prefix FOLDER world-atlas@2.0.2
//        node tools/make-land.mjs FOLDER/node_modules/world-atlas/land-110m.json > public/land.txt
//
// Each line is the outline of a piece of land or of a lake in it: x and y of its first point, then by how much each
// other point is further right and further down. The unit is a thousandth of half the map's width.

import { readFileSync } from 'node:fs';

/** Units across the map. */
const WIDTH = 2000;
/** A point that is so little off the line between its neighbours is left out, units. */
const TOLERANCE = 0.5;
/** Pieces that are smaller than this are left out, square units. */
const SMALLEST = 4;
/** Where the map is cut, and its middle and its uppermost and lowest latitude, degrees: also in bubble_map.rs. */
const MIDDLE = 11.5;
const TOP = 84;
const BOTTOM = -57;

const radians = (degrees) => (degrees * Math.PI) / 180;

/** Natural Earth's projection of Tom Patterson, as the polynomial of Bojan Šavrič. */
function across(latitude) {
  const square = latitude * latitude;
  const fourth = square * square;
  return 0.8707 + square * -0.131979 + fourth * -0.013791 + fourth * fourth * square * (0.003971 + square * -0.001529);
}

function up(latitude) {
  const square = latitude * latitude;
  const sixth = square * square * square;
  return latitude * (1.007226 + square * 0.015085 + sixth * (-0.044475 + square * (0.028874 + square * -0.005916)));
}

const UNIT = (2 * across(0) * Math.PI) / WIDTH;

function projected([longitude, latitude]) {
  const [east, north] = [radians(longitude - MIDDLE), radians(Math.min(TOP, Math.max(BOTTOM, latitude)))];
  return [WIDTH / 2 + (east * across(north)) / UNIT, (up(radians(TOP)) - up(north)) / UNIT];
}

/** The rings of a TopoJSON's land, in degrees. */
function rings(topology) {
  const { scale, translate } = topology.transform;
  const arcs = topology.arcs.map((arc) => {
    let [x, y] = [0, 0];
    return arc.map(([right, above]) => {
      [x, y] = [x + right, y + above];
      return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
    });
  });
  const directed = (place) => (place < 0 ? arcs[~place].toReversed() : arcs[place]);
  const polygons = topology.objects.land.geometries.flatMap((geometry) =>
    geometry.type === 'Polygon' ? [geometry.arcs] : geometry.arcs,
  );
  // The first point of an arc is the last of the one before.
  return polygons.flat().map((ring) => ring.flatMap((place) => directed(place).slice(1)));
}

/** Beyond the map's cut is its other edge. Bering Strait, where the cut is, parts no piece of land. */
function moved([longitude, latitude]) {
  return [longitude < MIDDLE - 180 ? longitude + 360 : longitude, latitude];
}

function distance([x, y], [fromX, fromY], [toX, toY]) {
  const [right, down] = [toX - fromX, toY - fromY];
  const length = Math.hypot(right, down);
  return length === 0 ? Math.hypot(x - fromX, y - fromY) : Math.abs((x - fromX) * down - (y - fromY) * right) / length;
}

/** Ramer's, Douglas' and Peucker's simplification. */
function simplified(points) {
  const [first, last] = [points[0], points.at(-1)];
  let [furthest, most] = [0, 0];
  points.forEach((point, place) => {
    const off = distance(point, first, last);
    if (off > most) [furthest, most] = [place, off];
  });
  if (most <= TOLERANCE) return [first, last];
  return [...simplified(points.slice(0, furthest + 1)).slice(0, -1), ...simplified(points.slice(furthest))];
}

function area(points) {
  const after = (place) => points[(place + 1) % points.length];
  return Math.abs(points.reduce((sum, [x, y], place) => sum + x * after(place)[1] - after(place)[0] * y, 0)) / 2;
}

function written(points) {
  let [x, y] = [0, 0];
  const numbers = points.flatMap(([nextX, nextY]) => {
    const step = [nextX - x, nextY - y];
    [x, y] = [nextX, nextY];
    return step;
  });
  return numbers.join(' ');
}

const [path] = process.argv.slice(2);
if (path === undefined) {
  console.error('node tools/make-land.mjs land-110m.json > public/land.txt');
  process.exit(1);
}
const land = rings(JSON.parse(readFileSync(path, 'utf8')))
  // All of Antarctica is below the map.
  .filter((ring) => ring.some(([, latitude]) => latitude > BOTTOM))
  .map((ring) => simplified([...ring, ring[0]].map(moved).map(projected)).slice(0, -1))
  .map((ring) => ring.map(([x, y]) => [Math.min(WIDTH, Math.round(x)), Math.round(y)]))
  .filter((ring) => ring.length > 2 && area(ring) >= SMALLEST);
process.stdout.write(`${land.map(written).join('\n')}\n`);
