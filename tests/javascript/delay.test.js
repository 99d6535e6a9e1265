// An action that waits for quiet is done once, with the last values; asked for at once it is done at once, and once.

import assert from "node:assert/strict";
import { test } from "node:test";

import { Delay } from "../../timeline/screen/view/js/delay.js";

test("only the last of many is done, once things are quiet", (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const done = [];
  const delay = new Delay((value) => done.push(value), 60, () => {});
  delay.later("a");
  t.mock.timers.tick(59);
  delay.later("b");
  t.mock.timers.tick(59);
  assert.deepEqual([done, delay.waiting], [[], true]);
  t.mock.timers.tick(1);
  assert.deepEqual([done, delay.waiting], [["b"], false]);
});

test("asked for at once it is done at once, and never again", (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const done = [];
  const delay = new Delay((value) => done.push(value), 60, () => {});
  delay.now();
  delay.later("a");
  delay.now();
  delay.now();
  t.mock.timers.tick(1000);
  assert.deepEqual(done, ["a"]);
});

test("an action that asks for itself is done once", (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  let times = 0;
  const delay = new Delay(() => {
    times += 1;
    delay.now();
  }, 60, () => {});
  delay.later();
  t.mock.timers.tick(60);
  assert.equal(times, 1);
});
