// One ball: who asked, whom it should reach by the documentation, and whom it reached.
class Round {
  // What each button has the server call; who receives it, in words and as a rule (Socket.IO documentation, "Emit
  // cheatsheet"). `room` is the room that is chosen, `by` the one who asks.
  static CALLS = {
    io: { via: 'io', code: () => 'io', who: () => 'everyone', reaches: () => true },
    broadcast: { via: 'broadcast', code: () => 'socket.broadcast', who: (by) => `everyone but ${by.name}`, reaches: (p, by) => p !== by },
    socket: { via: 'socket', code: () => 'socket', who: (by) => `${by.name} alone`, reaches: (p, by) => p === by },
    toRoom: { via: 'io', to: true, code: (room) => `io.to("${room}")`, who: (by, room) => `everyone in ${room}`,
      reaches: (p, by, room) => p.rooms.includes(room) },
    fromRoom: { via: 'socket', to: true, code: (room) => `socket.to("${room}")`, who: (by, room) => `${room} without ${by.name}`,
      reaches: (p, by, room) => p !== by && p.rooms.includes(room) },
    except: { via: 'io', except: true, code: (room) => `io.except("${room}")`, who: (by, room) => `everyone outside ${room}`,
      reaches: (p, by, room) => !p.rooms.includes(room) },
    send: { code: () => 'socket', who: (by) => `the server, and back to ${by.name}`, reaches: (p, by) => p === by },
  };

  constructor(number, call, by, room, players, wishes) {
    Object.assign(this, { number, by, room, wishes });
    this.call = Round.CALLS[call];
    this.sends = call === 'send';
    this.here = players.filter((player) => player.state === 'ready' && player.namespace === by.namespace);
    this.expected = new Set(this.here.filter((player) => this.call.reaches(player, by, room)));
    // Connected too, but where this ball must not come.
    this.elsewhere = players.filter((player) => player.state === 'ready' && player.namespace !== by.namespace);
    this.got = new Map();
    // Who received it without the bytes that belong to it.
    this.bare = new Set();
    this.answers = 0;
  }

  // What the server's own code would look like.
  get code() {
    const bytes = this.wishes.bytes ? `, <${Round.bytes(this.number).length} bytes>` : '';
    if (this.sends) return `socket.send("ball", ${this.number}${bytes})`;
    const on = this.by.namespace === '/' ? this.call.code(this.room) : this.call.code(this.room).replace(/^io/, `io.of("${this.by.namespace}")`);
    return `${on}.${this.wishes.answer ? 'emitWithAck' : 'emit'}("ball", ${this.number}${bytes})`;
  }

  // What the conformance app is asked to do.
  command(page) {
    const args = [this.number, this.by.name, page, ...(this.wishes.bytes ? [Round.bytes(this.number)] : [])];
    const command = { op: this.wishes.answer ? 'emitWithAck' : 'emit', via: this.call.via, event: 'ball', args };
    if (this.call.to) command.to = [this.room];
    if (this.call.except) command.except = [this.room];
    if (this.wishes.answer) command.timeoutMs = 2000;
    return command;
  }

  static bytes(number) {
    return new Uint8Array([0xba, 0x11, number & 0xff]);
  }

  received(player) {
    this.got.set(player, (this.got.get(player) ?? 0) + 1);
  }

  wasConnected(player) {
    return this.here.includes(player) || this.elsewhere.includes(player);
  }

  // Whether it may come to a player after its time: to one who should have received it, or was away.
  mayStillReach(player) {
    return !this.got.has(player) && (this.expected.has(player) || !this.wasConnected(player));
  }

  // Whether these are this ball's bytes.
  owns(value) {
    const bytes = ArrayBuffer.isView(value) ? new Uint8Array(value.buffer, value.byteOffset, value.byteLength) : new Uint8Array(value);
    return String(bytes) === String(Round.bytes(this.number));
  }

  complete() {
    return [...this.expected].every((player) => this.got.has(player));
  }

  // The outcome in one or two sentences.
  get verdict() {
    const names = (list) => enumerate(list.map((player) => player.name));
    // in the players' order, not in that of arrival
    const connected = [...this.here, ...this.elsewhere];
    const got = this.here.filter((player) => this.got.has(player));
    const dark = this.here.filter((player) => !this.got.has(player));
    const stray = connected.filter((player) => this.got.has(player) && !this.expected.has(player));
    const missing = [...this.expected].filter((player) => !this.got.has(player));
    const twice = connected.filter((player) => this.got.get(player) > 1);
    const faults = [];
    if (stray.length) faults.push(`${names(stray)} must not have received it`);
    if (missing.length) faults.push(`${names(missing)} should have received it`);
    if (twice.length) faults.push(`${names(twice)} received it more than once`);
    if (this.bare.size) faults.push(`${names(connected.filter((player) => this.bare.has(player)))} should have received its bytes`);
    if (this.wishes.answer && !this.sends && this.answers < this.expected.size) faults.push(`each receiver's acknowledgement should have come back`);
    const reached = got.length ? `${names(got)} received ball ${this.number}` : `Nobody here received ball ${this.number}`;
    const others = got.length && dark.length ? `; ${names(dark)} did not` : '';
    const answers = this.wishes.answer && !this.sends ? ` ${count(this.answers, 'acknowledgement')} came back to ${this.by.name}.` : '';
    return { text: `${reached}${others}.${answers}`, faults };
  }
}

function count(number, noun) {
  return `${number || 'No'} ${noun}${number === 1 ? '' : 's'}`;
}
