// The balls: one is asked for, it travels, and it is told whom it reached.
class Rally {
  // How long nothing must come before a player counts as not reached, and how long one who should be is waited for.
  static QUIET_MILLIS = 350;
  static PATIENCE_MILLIS = 2000;

  constructor(stage, wire, players, say) {
    Object.assign(this, { stage, wire, players, say });
    // By this a page knows its own balls from those of other pages.
    this.page = Math.random().toString(36).slice(2, 6);
    this.number = 0;
    this.round = null;
    // All of this page's, by their numbers: a ball may come after its time.
    this.rounds = new Map();
    // What another page plays, while nothing of ours is in the air.
    this.guest = null;
  }

  get begun() {
    return Boolean(this.round || this.guest);
  }

  end() {
    this.round = null;
    this.guest = null;
  }

  async play(call, by, room, wishes) {
    const round = new Round(++this.number, call, by, room, this.players, wishes);
    this.round = round;
    this.rounds.set(round.number, round);
    this.guest = null;
    this.stage.rest();
    this.stage.mark(by.name, 'asked', 'asks the server');
    this.wire.divide(`ball ${round.number}: ${by.name} asks for ${round.code}`);
    this.stage.say(round.sends ? `on "message": ${by.name}'s ${round.code}` : round.code);
    this.say(round.sends ? `${by.name} sends ball ${round.number} …` : `${by.name} asks the server for ${round.code} …`);
    round.thrown = this.stage.toServer(by.name);
    try {
      await (round.sends ? this.send(round) : this.ask(round));
    } catch (error) {
      round.failure = error.message;
    }
    await round.thrown;
    await this.settle(round);
    if (round === this.round) this.judge(round);
  }

  async ask(round) {
    const answer = await round.by.ask(round.command(this.page));
    round.answers = answer.responses?.length ?? 0;
  }

  async send(round) {
    const args = ['ball', round.number, ...(round.wishes.bytes ? [Round.bytes(round.number)] : [])];
    if (!round.wishes.answer) {
      round.by.socket.send(...args);
      return;
    }
    const answer = await new Promise((resolve, reject) => {
      const told = (error, ...values) => (error ? reject(error) : resolve(values));
      round.by.socket.timeout(Player.ANSWER_MILLIS).emit('message-with-ack', ...args, told);
    });
    if (answer[0] === 'ball' && answer[1] === round.number) this.hit(round, round.by, answer.slice(1));
  }

  // A ball arrived at one of this page's players, whoever asked for it.
  arrived(player, event, args, answer) {
    answer?.(player.name);
    if (event === 'message-back' && args[0] === 'ball') args = args.slice(1);
    else if (event !== 'ball') return;
    const [number, by, page] = args;
    const mine = event === 'message-back' || page === this.page;
    const round = this.rounds.get(number);
    if (!mine) this.visit(player, number, by, args);
    else if (round && round === this.round && round.wasConnected(player)) this.hit(round, player, args, answer);
    else this.late(player, number, round);
  }

  // A ball of ours that comes after its time: the server has kept it for a player who was away, or it is none of theirs.
  async late(player, number, round) {
    const kept = Boolean(round?.mayStillReach(player));
    round?.received(player);
    await this.stage.toPlayer(player.name);
    this.stage.mark(player.name, kept ? 'got' : 'stray', `received ball ${number}, ${kept ? 'missed before' : 'long after'}`);
    if (kept) this.say(`${player.name} is back, and the server had kept ball ${number}.`);
    else this.say(`${player.name} received ball ${number} long after. By the documentation, ${player.name} must not have received it.`, true);
  }

  async hit(round, player, args, answer) {
    round.received(player);
    const bytes = args.some(isBytes);
    if (round.wishes.bytes && !args.some((value) => isBytes(value) && round.owns(value))) round.bare.add(player);
    const times = round.got.get(player);
    await round.thrown;
    await this.stage.toPlayer(player.name, bytes ? 'bytes' : '');
    if (round !== this.round) return;
    const stray = !round.expected.has(player) || times > 1;
    if (round.judged) this.judge(round);
    this.stage.mark(player.name, stray ? 'stray' : 'got', `received ball ${round.number}${bytes ? ' and bytes' : ''}${times > 1 ? ', again' : ''}`);
    if (answer) this.stage.toServer(player.name, 'answer');
  }

  // A ball that another page, or another program, has asked for.
  async visit(player, number, by, args) {
    if (this.round && !this.round.judged) return;
    const key = `${by} ${number}`;
    if (this.guest?.key !== key) {
      this.stage.rest();
      this.stage.say(`"ball", ${number}`);
      this.guest = { key, got: new Set(), here: this.players.filter((other) => other.state === 'ready') };
    }
    const guest = this.guest;
    guest.got.add(player);
    await this.stage.toPlayer(player.name, args.some(isBytes) ? 'bytes' : '');
    if (guest !== this.guest) return;
    const got = guest.here.filter((other) => guest.got.has(other));
    for (const other of guest.here) this.stage.mark(other.name, guest.got.has(other) ? 'got' : 'dark', guest.got.has(other) ? `received ball ${number}` : 'nothing');
    this.say(`${by} of another page asked; here ${enumerate(got.map((other) => other.name))} received ball ${number}.`);
  }

  // Time for those who should receive it, and a moment for those who should not.
  async settle(round) {
    const deadline = performance.now() + Rally.PATIENCE_MILLIS;
    while (!round.complete() && !round.failure && performance.now() < deadline) await pause(30);
    await pause(Math.max(Rally.QUIET_MILLIS, this.stage.still.matches ? 0 : Stage.LEG_MILLIS + 50));
  }

  // Called again if a ball arrives when all seemed to be over.
  judge(round) {
    round.judged = true;
    if (round.failure) {
      this.say(`The server did not do it: ${round.failure}`, true);
      return;
    }
    for (const player of round.here) {
      if (round.got.has(player)) continue;
      const missing = round.expected.has(player);
      this.stage.mark(player.name, missing ? 'missing' : 'dark', missing ? 'should have received it' : 'nothing');
    }
    for (const player of this.players) {
      if (player.state === 'ready' && !round.here.includes(player) && !round.got.has(player)) this.stage.mark(player.name, 'dark', `nothing: plays in ${player.namespace}`);
    }
    const { text, faults } = round.verdict;
    this.say(faults.length ? `${text} By the documentation, ${faults.join(', ')}.` : `${text} Just as documented.`, faults.length > 0);
  }
}

function isBytes(value) {
  return value instanceof ArrayBuffer || ArrayBuffer.isView(value);
}
