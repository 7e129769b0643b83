// Plays what was recorded of a rule, step by step, forward and back: from a report, or from a file of results.
class Replay {
  static STEP_MILLIS = 1100;
  static VERDICTS = { failed: 'breaks this rule', warned: 'breaks this rule', passed: 'keeps this rule' };

  constructor(stage, wire) {
    Object.assign(this, { stage, wire });
    this.plays = [];
    this.entries = [];
    this.at = 0;
    this.timer = null;
    this.chooser = one('#rule');
    this.position = one('#position');
    this.verdict = one('#verdict');
    this.chooser.addEventListener('change', () => this.open(Number(this.chooser.value)));
    this.position.addEventListener('input', () => this.go(Number(this.position.value)));
    one('#first').addEventListener('click', () => this.go(0));
    one('#back').addEventListener('click', () => this.go(this.at - 1));
    one('#forth').addEventListener('click', () => this.go(this.at + 1));
    one('#last').addEventListener('click', () => this.go(this.entries.length));
    one('#run').addEventListener('click', () => this.run(!this.timer));
    document.addEventListener('keydown', (event) => this.key(event));
    addEventListener('hashchange', () => this.openAddressed());
  }

  // The results of a run, as they are written: one JSON object a line, of which the rules' are played.
  static read(text) {
    return text.split('\n').map((line) => decode.json(line)).filter((event) => event?.type === 'rule finished').map((event) => event.rule);
  }

  // Rules whose wires were silent cannot be played; broken ones come first.
  load(rules) {
    const weight = (rule) => ['failed', 'warned'].indexOf(rule.verdict) + 1 || 3;
    this.plays = rules.filter((rule) => rule.transcript?.length).sort((a, b) => weight(a) - weight(b));
    document.body.className = 'replay';
    this.chooser.replaceChildren(...this.plays.map((rule, index) =>
      element('option', { value: index }, `${rule.id} · ${rule.target} · ${rule.verdict}`)));
    if (this.plays.length) this.openAddressed();
    else this.tell('There is nothing to play: no rule in this file has a transcript.');
  }

  openAddressed() {
    const wanted = decodeURIComponent(location.hash.slice(1));
    const found = this.plays.findIndex((rule) => wanted === `${rule.id}@${rule.target}` || wanted === rule.id);
    if (this.plays.length) this.open(Math.max(found, 0));
  }

  open(index) {
    const rule = this.plays[index];
    this.run(false);
    this.chooser.value = index;
    one('#says').textContent = `The server ${rule.says}`;
    one('#outcome').textContent = `${rule.id}, ${rule.level}: ${rule.target} ${Replay.VERDICTS[rule.verdict] ?? 'was not judged by it'}.`;
    one('#outcome').className = rule.verdict;
    for (const name of ['expected', 'observed']) one(`#${name}`).textContent = rule[name] ?? (name === 'observed' && rule.reason) ?? '';
    one('#contrast').hidden = !rule.expected && !rule.observed && !rule.reason;
    one('#server-name').textContent = rule.target;
    this.entries = rule.transcript.map((entry) => Replay.entry(entry));
    const clients = [...new Set(this.entries.filter((entry) => entry.direction !== 'note').map((entry) => entry.client))];
    this.stage.clear();
    for (const name of clients) this.stage.add(name);
    this.wire.setLanes(clients);
    this.position.max = this.entries.length;
    this.go(0);
  }

  static entry({ micros, connection, direction, kind, content, meaning }) {
    const frame = kind === 'text frame';
    const http = kind.startsWith('http');
    const body = http ? content.replaceAll('\r\n', '\n').split('\n\n').slice(1).join('\n\n') : frame ? content : '';
    // A transcript writes what is not printable, as the separator of packets, as \xNN.
    const packets = /^[0-6]|^b[A-Za-z0-9+/]/.test(body) ? decode.payload(body.replaceAll('\\x1e', decode.RECORD_SEPARATOR)) : [];
    const said = packets.map((packet) => packet.words.at(-1)).join(', ');
    return {
      at: micros / 1000, client: connection, direction, packets, kind: kind.replace(/^http | frame$/, ''),
      meaning: packets.length ? '' : meaning, content: packets.length && frame ? '' : content,
      words: said || meaning || content || kind,
    };
  }

  // Shows what had happened after so many steps; one step forward is played, all else is set up.
  go(to) {
    const goal = Math.min(Math.max(to, 0), this.entries.length);
    const forward = goal === this.at + 1 && this.wire.rows.childElementCount === this.at;
    if (!forward) this.wire.clear();
    const from = forward ? this.at : Math.max(0, goal - Wire.MOST_ROWS);
    this.wire.began = 0;
    for (const entry of this.entries.slice(from, goal)) this.wire.add(entry);
    this.wire.pointAt(this.wire.rows.lastElementChild);
    this.at = goal;
    this.position.value = goal;
    one('#count').textContent = `step ${goal} of ${this.entries.length}`;
    one('#back').disabled = one('#first').disabled = goal === 0;
    one('#forth').disabled = one('#last').disabled = goal === this.entries.length;
    if (goal === this.entries.length) this.run(false);
    this.picture(goal ? this.entries[goal - 1] : null, forward);
  }

  async picture(entry, moving) {
    this.stage.rest();
    const step = this.at;
    if (!entry) {
      this.stage.say('…');
      this.tell('Nothing has crossed the wire yet. Step forward with the arrow key, or press Play.');
      return;
    }
    const { client, direction, words } = entry;
    const line = brief(words.split('\n')[0], 160);
    this.stage.say(direction === 'note' ? '…' : brief(line, 60));
    if (direction === 'note') this.tell(`${client}: ${line}`);
    else this.tell(direction === 'sent' ? `${client} to the server: ${line}` : `The server to ${client}: ${line}`);
    if (direction === 'sent') this.stage.mark(client, 'asked', 'sends');
    if (moving && direction === 'sent') this.stage.toServer(client);
    if (moving && direction === 'received') await this.stage.toPlayer(client);
    if (direction === 'received' && this.at === step) this.stage.mark(client, 'got', 'receives');
  }

  tell(sentence) {
    this.verdict.textContent = sentence;
  }

  run(on) {
    clearInterval(this.timer);
    this.timer = null;
    if (on) {
      if (this.at === this.entries.length) this.go(0);
      this.timer = setInterval(() => this.go(this.at + 1), Replay.STEP_MILLIS);
    }
    one('#run').textContent = on ? 'Pause' : 'Play';
  }

  key(event) {
    if (!document.body.classList.contains('replay') || /^(select|textarea)$/.test(event.target.localName) || event.target.type === 'range') return;
    if (event.target.role === 'tab' || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step) this.go(this.at + step);
    if (event.key === 'Home') this.go(0);
    if (event.key === 'End') this.go(this.entries.length);
  }
}
