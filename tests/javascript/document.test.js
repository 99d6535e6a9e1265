// A document in blocks, and lanes that are moved.

import assert from "node:assert/strict";
import test from "node:test";

import { cutUnseen } from "../../timeline/screen/view/js/document_text.js";
import { moved, placeAt } from "../../timeline/screen/view/js/lanes.js";

test("signs of a heading and blank ends are not shown, and no character is lost", () => {
  const cut = cutUnseen("## Talks # resume\n\n", true, true);
  assert.deepEqual(cut, [["## ", false], ["Talks # resume", true], ["\n\n", false]]);
  for (const text of ["", "\n", "#", "  # a ", "no signs\n"]) {
    assert.equal(cutUnseen(text, true, true).map(([part]) => part).join(""), text);
  }
  assert.deepEqual(cutUnseen("## no heading ", false, false), [["## no heading ", true]]);
});

test("a lane goes where it is dropped, and no further than the ends", () => {
  assert.deepEqual(moved(["a", "b", "c"], 2, 0), ["c", "a", "b"]);
  assert.deepEqual(moved(["a", "b", "c"], 0, 9), ["b", "c", "a"]);
  assert.equal(moved(["a", "b"], 1, 1), null);
  assert.equal(moved(["a", "b"], 2, 0), null); // the lane of all others stays last
  const lanes = [{ top: 0, bottom: 40 }, { top: 40, bottom: 90 }];
  assert.deepEqual([-5, 39, 40, 500].map((y) => placeAt(lanes, y)), [0, 0, 1, 1]);
});
