// @ts-check
// Where the window of the chart may lie: within the whole span, and no shorter than a day or two.

const SHORTEST = 2; // units of the axis, days but for breaks: less shows one day, and nothing to compare it with

/**
 * The stretch nearest to `range` that is allowed: moved back where it reaches beyond an end, and widened where it is too
 * short. `length` is what it is to be long, where a drag that met an end has cut it.
 * @param {number[]} range
 * @param {number[]} whole
 * @param {number} [length]
 * @returns {[number, number]}
 */
export function allowed([from, to], [first, last], length = to - from) {
  const long = Math.min(Math.max(length, SHORTEST), last - first);
  const begin = from <= first ? first : to >= last ? last - long : (from + to - long) / 2;
  const start = Math.min(Math.max(begin, first), last - long);
  return [start, start + long];
}

/**
 * The window moved so that a place outside of it comes to its middle; null where the place is in view.
 * @param {number} unit
 * @param {number[]} range
 * @param {number[]} whole
 * @returns {[number, number] | null}
 */
export function broughtIn(unit, [from, to], whole) {
  if (unit >= from && unit <= to) return null;
  const half = (to - from) / 2;
  return allowed([unit - half, unit + half], whole);
}
