// What the user did reaches Python: nothing is lost, and nothing is done twice.

import assert from "node:assert/strict";
import { mock, test } from "node:test";

import { Outbox } from "../../timeline/screen/view/js/outbox.js";

function open({ canSend = () => true, isOpen = () => true } = {}) {
  const sent = [];
  const outbox = new Outbox(canSend, isOpen, () => {});
  outbox.send = (said) => sent.push(said);
  outbox.session = "tab";
  return { outbox, sent };
}

test("what is done at once is said in one message", (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const { outbox, sent } = open();
  outbox.say("picked", "ev-1");
  outbox.say("corrected", ["accept", "ev-1"]);
  t.mock.timers.tick(0);
  assert.deepEqual(sent, [{ to: "tab", actions: [[1, "picked", "ev-1"], [2, "corrected", ["accept", "ev-1"]]], times: 1 }]);
});

test("what is not heard is said again with what comes next, and by itself after a while", (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const { outbox, sent } = open();
  outbox.say("picked", "ev-1");
  t.mock.timers.tick(0);
  outbox.say("picked", "ev-2");
  t.mock.timers.tick(0);
  t.mock.timers.tick(1500);
  assert.deepEqual(sent.map(({ actions }) => actions.length), [1, 2, 2]);
  assert.deepEqual(sent.map(({ times }) => times), [1, 2, 3]);
});

test("what was heard is not said again", (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const { outbox, sent } = open();
  outbox.say("picked", "ev-1");
  outbox.say("picked", "ev-2");
  t.mock.timers.tick(0);
  outbox.forget({ session: "tab", heard: 1 });
  assert.equal(outbox.lastOf("picked"), "ev-2");
  outbox.forget({ session: "tab", heard: 2 });
  assert.ok(outbox.isEmpty);
  t.mock.timers.tick(60000);
  assert.equal(sent.length, 1);
});

test("another session hears nothing of the one before, and counts on from its own number", () => {
  const { outbox } = open();
  mock.timers.enable({ apis: ["setTimeout"] });
  outbox.say("picked", "ev-1");
  outbox.forget({ session: "new", heard: 7 });
  assert.deepEqual([outbox.said, outbox.session, outbox.number], [[], "new", 7]);
  mock.timers.reset();
});

test("a run under way is left to end, and a page that is gone says nothing", (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  let [atWork, isOpen] = [true, true];
  const { outbox, sent } = open({ canSend: () => !atWork, isOpen: () => isOpen });
  outbox.say("picked", "ev-1");
  t.mock.timers.tick(0);
  t.mock.timers.tick(1500);
  assert.equal(sent.length, 1);
  atWork = false;
  t.mock.timers.tick(1500);
  assert.equal(sent.length, 2);
  isOpen = false;
  t.mock.timers.tick(60000);
  assert.equal(sent.length, 2);
});
