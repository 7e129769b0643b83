// What the virtual users of fan-out.yml do: one broadcasts by the clock, all others receive and check every delivery.
// They share one worker thread, and so this module's variables. Settings come from the environment, see compare.
import { writeFileSync } from "node:fs";

const setting = (name) => Number(process.env[name]);
const receivers = setting("CLIENTS") - 1;
const rate = setting("RATE");
const warmUp = Math.round(setting("WARM_UP") * rate);
const measured = Math.round(setting("DURATION") * rate);
const broadcasts = warmUp + measured;
const payload = "x".repeat(setting("PAYLOAD"));
const PATIENCE = 10_000; // milliseconds in which the last delivery must have come

const departures = [];
let arrived = 0;
let wrong = 0;
let refused = 0;
let before;

/** A virtual user has connected; it stays until the end. */
export function takePart(context, events, leave) {
  const socket = context.sockets["/"];
  departures.push(leave);
  if (departures.length <= receivers) receive(socket);
  else broadcast(socket);
}

/** Each number once, in order, and whole. */
function receive(socket) {
  let next = 0;
  socket.on("tick", (number, text) => {
    if (number !== next || text !== payload) wrong++;
    next = number + 1;
    if (++arrived === broadcasts * receivers) end();
  });
}

/** Emits are due by the clock, whatever the server does; one that comes late does not delay the next. */
function broadcast(socket) {
  const start = performance.now();
  const due = (number) => start + (number * 1000) / rate;
  const answered = (answer) => {
    if (!answer?.ok) refused++;
  };
  let number = 0;
  const turn = () => {
    while (number < broadcasts && due(number) <= performance.now()) {
      if (number === warmUp) begin();
      socket.emit("umpire", { op: "emit", via: "broadcast", event: "tick", args: [number, payload] }, answered);
      number++;
    }
    if (number < broadcasts) setTimeout(turn, due(number) - performance.now());
    else setTimeout(end, PATIENCE);
  };
  turn();
}

// CPU is that of the whole process with all its threads; Artillery has no other process.
function begin() {
  before = { arrived, cpu: process.cpuUsage() };
}

function end() {
  if (departures.length === 0) return;
  const { user, system } = process.cpuUsage(before.cpu);
  const figures = {
    expected: measured * receivers,
    arrived: arrived - warmUp * receivers, // what the warm-up lost is missing here, too
    clean: arrived === broadcasts * receivers && wrong + refused === 0,
    cpuMicrosPerDelivery: (user + system) / (arrived - before.arrived),
  };
  writeFileSync(process.env.RESULT, JSON.stringify(figures));
  for (const leave of departures.splice(0)) leave();
}
