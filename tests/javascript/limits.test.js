import assert from "node:assert/strict";
import { test } from "node:test";

import { allowed, broughtIn } from "../../timeline/screen/view/js/limits.js";

const WHOLE = [0, 100];

test("a window within the whole is left as it is", () => {
  assert.deepEqual(allowed([20, 60], WHOLE), [20, 60]);
});

test("a drag beyond an end stops there and keeps its length", () => {
  assert.deepEqual(allowed([-15, 25], WHOLE), [0, 40]);
  assert.deepEqual(allowed([80, 120], WHOLE), [60, 100]);
});

test("what a drag cut off at an end is given back", () => {
  assert.deepEqual(allowed([0, 25], WHOLE, 40), [0, 40]);
  assert.deepEqual(allowed([85, 100], WHOLE, 40), [60, 100]);
});

test("no window is shorter than two days, nor longer than the whole", () => {
  assert.deepEqual(allowed([50, 50.2], WHOLE), [49.1, 51.1]);
  assert.deepEqual(allowed([99.9, 100], WHOLE), [98, 100]);
  assert.deepEqual(allowed([-500, 700], WHOLE), [0, 100]);
});

test("a place outside the window comes to its middle, as far as the whole reaches", () => {
  assert.equal(broughtIn(30, [20, 60], WHOLE), null);
  assert.deepEqual(broughtIn(70, [20, 40], WHOLE), [60, 80]);
  assert.deepEqual(broughtIn(1, [20, 40], WHOLE), [0, 20]);
});
