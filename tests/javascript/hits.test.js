// Where the searched words stand in a text.

import assert from "node:assert/strict";
import test from "node:test";

import { findHits, searched } from "../../timeline/screen/view/js/hits.js";

test("every word is found wherever it stands, whatever its case", () => {
  assert.deepEqual(findHits("The court HALTED the Court", searched(" Court  halted ")), [[4, 9], [21, 26], [10, 16]]);
});

test("nothing is marked without a word, or where places would not fit", () => {
  assert.deepEqual(findHits("The court", searched("  ")), []);
  assert.deepEqual(findHits("İstanbul court", ["court"]), []);
});
