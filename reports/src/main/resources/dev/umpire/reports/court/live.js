// The live page: players with their settings, and buttons for what the server can be asked to call.
class Live {
  static NAMESPACES = [
    ['/', '/'], ['/custom', '/custom'], ['/guarded', '/guarded'], ['/guarded!', '/guarded, wrong token'],
    ['/dynamic-7', '/dynamic-7'], ['/recoverable', '/recoverable'],
  ];
  static TRANSPORT_WORDS = { upgrade: 'upgrade', websocket: 'WebSocket', polling: 'polling' };

  constructor(target, stage, wire, handshake) {
    Object.assign(this, { target, stage, wire, handshake });
    this.players = [];
    this.rally = new Rally(stage, wire, this.players, (...sentence) => this.say(...sentence));
    this.form = one('#calls');
    this.verdict = one('#verdict');
    this.shownClient = one('#shown-client');
  }

  start() {
    tap.listener = (entry) => this.crossed(entry);
    for (const button of all('button[data-call]', this.form)) button.addEventListener('click', () => this.play(button.dataset.call));
    for (const toggle of all('button[data-wish]', this.form)) {
      toggle.addEventListener('click', () => toggle.setAttribute('aria-pressed', toggle.getAttribute('aria-pressed') !== 'true'));
    }
    for (const input of all('[name=room]', this.form)) input.addEventListener('change', () => this.describe());
    one('#add').addEventListener('click', () => this.enter());
    one('#remove').addEventListener('click', () => this.exit());
    one('#clear').addEventListener('click', () => this.wire.clear());
    this.shownClient.addEventListener('change', () => this.handshake.show(this.shownClient.value));
    document.addEventListener('keydown', (event) => this.shortcut(event));
    this.stage.list.addEventListener('change', (event) => event.target.name === 'asker' && this.describe());
    for (const transport of ['upgrade', 'websocket', 'polling']) this.enter(transport);
    this.handshake.show(this.players[0].name);
    addEventListener('pagehide', () => this.stop());
    addEventListener('pageshow', ({ persisted }) => persisted && location.reload());
  }

  stop() {
    tap.listener = () => {};
    this.rally.end();
    this.players.forEach((player) => player.leave());
    this.players.length = 0;
  }

  // Players.

  enter(transport = 'upgrade') {
    const name = Player.NAMES.find((free) => !this.players.some((player) => player.name === free));
    const player = new Player(name, transport, this.target, {
      begins: (who) => this.handshake.begin(who.name),
      changed: (who) => this.show(who),
      ball: (...what) => this.rally.arrived(...what),
    });
    this.players.push(player);
    this.seat(player);
    player.connect();
    this.crowd();
    this.describe();
  }

  exit() {
    const player = this.players.pop();
    player.leave();
    this.stage.remove(player.name);
    if (!this.asker) one('[name=asker]').checked = true;
    this.crowd();
    this.describe();
  }

  crowd() {
    const names = this.players.map((player) => player.name);
    this.wire.setLanes(names);
    one('#add').disabled = names.length === Player.NAMES.length;
    one('#remove').disabled = names.length === 1;
    const shown = this.shownClient.value;
    this.shownClient.replaceChildren(...names.map((name) => element('option', {}, name)));
    if (names.includes(shown)) this.shownClient.value = shown;
    this.handshake.show(this.shownClient.value);
  }

  // A player's place with its settings.
  seat(player) {
    const asks = element('input', { type: 'radio', name: 'asker', value: player.name, 'aria-label': `${player.name} asks` });
    asks.checked = this.players.length === 1;
    const transport = choice('transport', `${player.name}'s transport`, Object.entries(Live.TRANSPORT_WORDS), player.transport);
    transport.addEventListener('change', () => { player.transport = transport.value; player.connect(); });
    const namespace = choice('namespace', `${player.name}'s namespace`, Live.NAMESPACES, player.namespace);
    namespace.addEventListener('change', () => {
      player.namespace = namespace.value.replace('!', '');
      player.token = { '/guarded': 'let-me-in', '/guarded!': 'wrong' }[namespace.value];
      player.connect();
    });
    const rooms = all('[name=room]', this.form).map(({ value }) => {
      const chip = element('button', { type: 'button', class: 'chip', 'data-room': value, 'aria-pressed': 'false' }, value);
      chip.addEventListener('click', () => player.toggle(value).catch((error) => this.say(error.message, true)));
      return chip;
    });
    const line = element('button', { type: 'button', class: 'cut' }, 'Cut the wire');
    line.addEventListener('click', () => (player.state === 'ready' ? player.cut() : player.mend()));
    const place = this.stage.add(player.name,
      element('p', { class: 'rooms', role: 'group', 'aria-label': `${player.name}'s rooms and wire` }, ...rooms, line),
      element('p', { class: 'ways' }, transport, namespace));
    place.prepend(element('label', { class: 'asks', title: `Let ${player.name} ask` }, asks, element('span', {}, 'asks')));
  }

  show(player) {
    const place = this.stage.places.get(player.name)?.place;
    if (!place) return;
    place.dataset.state = player.state;
    place.dataset.transport = player.carrier;
    for (const chip of all('.chip', place)) {
      chip.setAttribute('aria-pressed', player.rooms.includes(chip.dataset.room));
      chip.disabled = player.state !== 'ready' || !player.info;
    }
    const words = { connecting: 'connecting …', refused: `refused: ${player.reason}`, away: `away: ${player.reason || 'left'}` };
    if (player.state !== 'ready') this.stage.mark(player.name, 'away', words[player.state]);
    else if (place.dataset.ball === 'away' || !place.dataset.ball) this.stage.mark(player.name, '', `here, by ${player.carrier}`);
    one('.cut', place).textContent = player.state === 'ready' ? 'Cut the wire' : 'Reconnect';
    this.stage.drawLines();
    this.opening();
    this.describe();
  }

  // Until the first ball, the sentence says how things stand.
  opening() {
    if (this.rally.begun) return;
    const ready = this.players.filter((player) => player.state === 'ready');
    const known = ready.find((player) => player.info);
    if (known) one('#server-name').textContent = known.info.server;
    if (ready.length < this.players.length) {
      const failed = this.players.find((player) => player.reason && player.state !== 'ready');
      this.say(failed ? this.trouble(failed) : 'The players are connecting …', Boolean(failed));
    } else if (ready.every((player) => player.info)) {
      this.say('Everyone is here. Press a button: whom does the ball reach?');
    } else if (ready.every((player) => player.info === null)) {
      this.say('Everyone is here, but this server does not answer the event “umpire”, by which it is asked to emit: '
        + 'see fixtures/CONTRACT.md. socket.send can be tried.', true);
    }
  }

  trouble(player) {
    const foreign = this.target.origin !== location.origin;
    return foreign
      ? `${player.name} cannot reach ${this.target.origin} (${player.reason}). Is it up, and does it let pages of ${location.origin} in (CORS)?`
      : `${player.name} cannot connect: ${player.reason}`;
  }

  get asker() {
    const chosen = one('[name=asker]:checked');
    return this.players.find((player) => player.name === chosen?.value);
  }

  get room() {
    return one('[name=room]:checked', this.form).value;
  }

  wishes(name) {
    return one(`[data-wish=${name}]`, this.form).getAttribute('aria-pressed') === 'true';
  }

  // What each button does, with the names of those who are here.
  describe() {
    const by = this.asker;
    if (!by) return;
    for (const button of all('button[data-call]', this.form)) {
      const call = Round.CALLS[button.dataset.call];
      one('.who', button).textContent = call.who(by, this.room);
      one('code', button).textContent = `${call.code(this.room)}.${button.dataset.call === 'send' ? 'send' : 'emit'}`;
      button.disabled = by.state !== 'ready' || (!by.info && button.dataset.call !== 'send');
    }
    one('#asker-name').textContent = by.name;
  }

  shortcut(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || /^(input|select|textarea)$/.test(event.target.localName)) return;
    const button = all('button[data-call]', this.form)[Number(event.key) - 1];
    if (button && !button.disabled) button.click();
  }

  play(call) {
    this.rally.play(call, this.asker, this.room, { bytes: this.wishes('bytes'), answer: this.wishes('answer') });
  }

  say(sentence, wrong = false) {
    if (this.verdict.textContent !== sentence) this.verdict.textContent = sentence;
    this.verdict.classList.toggle('wrong', wrong);
  }

  // The wire.

  crossed(entry) {
    if (!this.players.some((player) => player.name === entry.client)) return;
    this.wire.add(entry);
    this.handshake.add(entry);
  }
}

function choice(name, label, options, chosen) {
  const made = element('select', { name, 'aria-label': label }, ...options.map(([value, words]) => element('option', { value }, words)));
  made.value = chosen;
  return made;
}
