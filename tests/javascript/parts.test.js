// What the parts of the page work out without a page: where a pointer takes the frame, where a mark lies, what is plain.

import assert from "node:assert/strict";
import { test } from "node:test";

import { eventOf, placeOf, stretchOf, toPixels } from "../../timeline/screen/view/js/chart.js";
import { countCharacters } from "../../timeline/screen/view/js/document_panel.js";
import { plain } from "../../timeline/screen/view/js/dom.js";
import { rowHeight } from "../../timeline/screen/view/js/list.js";
import { draggedFrame, heldPart } from "../../timeline/screen/view/js/minimap.js";
import { findKnown } from "../../timeline/screen/view/js/panel.js";

test("the frame is held at its ends, in its middle, or drawn anew beside it", () => {
  const frame = [0.2, 0.6];
  assert.deepEqual([0.21, 0.59, 0.4, 0.9].map((at) => heldPart(frame, at, 0.02)), ["left", "right", "middle", "new"]);
  assert.equal(heldPart([0, 1], 0.5, 0.02), "new"); // beside it there is no room
});

test("a frame keeps its width while it is moved, and stays within the whole", () => {
  const near = (frame) => frame.map((share) => Number(share.toFixed(3)));
  assert.deepEqual(near(draggedFrame([0.2, 0.6], "middle", 0.4, 0.5)), [0.3, 0.7]);
  assert.deepEqual(near(draggedFrame([0.2, 0.6], "middle", 0.4, 0.99)), [0.6, 1]);
  assert.deepEqual(near(draggedFrame([0.2, 0.6], "left", 0.2, 0.8)), [0.6, 0.8]); // drawn past the other end it turns
  assert.deepEqual(near(draggedFrame([0.2, 0.6], "new", 0.9, 0.7)), [0.7, 0.9]);
});

test("an axis that runs downwards is measured from its other end", () => {
  assert.equal(toPixels([10, 20], 100)(15), 50);
  assert.equal(toPixels([320, 0], 320)(0), 320);
});

test("an event's ring goes to its dot, not to its label; to nothing where it has no mark", () => {
  const label = { name: "labels", mode: "text", x: [1], y: [2], customdata: [["ev-1", 10, 10, 4]] };
  const dot = { name: "events", mode: "markers", x: [null, 3], y: [null, 4], customdata: ["ev-0", ["ev-1"]] };
  assert.deepEqual(placeOf([label, dot], "ev-1"), [3, 4]);
  assert.deepEqual(placeOf([label, dot], "ev-0"), [null, null]);
  assert.deepEqual([eventOf(["ev-1", 2]), eventOf("ev-1"), eventOf(undefined)], ["ev-1", "ev-1", ""]);
});

test("the ring goes to the dot in the event's own lane, not to its tick in another, and to the disc that holds it", () => {
  const tick = { name: "also", mode: "markers", x: [7], y: [9], customdata: [["ev-1"]] };
  const dot = { name: "events", mode: "markers", x: [3], y: [4], customdata: [["ev-1"]] };
  const disc = { name: "clusters", mode: "text", x: [5], y: [6], customdata: [["ev-2", "ev-3"]] };
  assert.deepEqual(placeOf([tick, dot, disc], "ev-1"), [3, 4]);
  assert.deepEqual(placeOf([tick, dot, disc], "ev-3"), [5, 6]);
});

test("a bar leads to the stretch it counts, a disc to its events where they lie apart", () => {
  const bars = { name: "counts", x: [15], y: [-9], width: [8.6] };
  const discs = { name: "clusters", x: [20, 40], y: [1, 1], meta: [[10, 30], [40, 40]] };
  const near = (range) => range.map((unit) => Number(unit.toFixed(3)));
  assert.deepEqual(near(stretchOf({ x: 15, data: bars, pointNumber: 0 })), [10, 20]);
  assert.deepEqual(near(stretchOf({ x: 20, data: discs, pointNumber: 0 })), [6, 34]);
  assert.equal(stretchOf({ x: 40, data: discs, pointNumber: 1 }), null);
  assert.equal(stretchOf({ x: 3, data: { name: "events", x: [3], y: [4] }, pointNumber: 0 }), null);
});

test("characters are counted as Python counts them", () => {
  assert.equal(countCharacters("a😀b"), 3);
});

test("signs that turn text around are shown as signs", () => {
  assert.equal(plain("a\u202eb"), "a\ufffdb");
});

test("an event is shown from its row until the rest of it has come", () => {
  const row = { id: "ev-1", when_full: "5 May 2024", title: "Ban", marks: ["planned"], actors: [["Acme", "#000"]] };
  const known = findKnown({ months: [{ heading: "May 2024", rows: [row] }] }, "ev-1");
  assert.deepEqual([known.title, known.facts, known.mentions], ["Ban", ["planned"], []]);
  assert.equal(findKnown({ months: [] }, "ev-1"), null);
});

test("a row takes as many lines as it has", () => {
  const row = { actors: [], marks: [], quote: "" };
  const heights = [row, { ...row, quote: "He said." }, { ...row, quote: "He said.", marks: ["edited"] }].map(rowHeight);
  assert.deepEqual(heights.map((height) => height.toFixed(2)), ["1.93", "3.07", "4.21"]);
});
