// The wire as a sequence diagram that grows: one lifeline for each client, the server's at the right.
class Wire {
  static MOST_ROWS = 500;

  constructor(root) {
    this.root = root;
    this.heads = root.querySelector('.lanes .wires');
    this.rows = root.querySelector('.rows');
    this.empty = root.querySelector('.empty');
    this.lanes = [];
    this.began = null;
  }

  setLanes(names) {
    this.lanes = [...names];
    this.root.style.setProperty('--lanes', names.length + 1);
    this.heads.replaceChildren(...names.map((name) => element('span', { title: name }, name)), element('span', {}, 'server'));
    for (const row of this.rows.querySelectorAll('.row')) this.place(row);
  }

  clear() {
    this.rows.replaceChildren();
    this.began = null;
    this.empty.hidden = false;
  }

  add(entry) {
    this.began ??= entry.at;
    const row = this.row(entry);
    const atEnd = this.rows.scrollHeight - this.rows.scrollTop - this.rows.clientHeight < 60;
    this.rows.append(row);
    if (this.rows.children.length > Wire.MOST_ROWS) this.rows.firstElementChild.remove();
    this.empty.hidden = true;
    if (atEnd) this.rows.scrollTop = this.rows.scrollHeight;
    return row;
  }

  // A line across, to find one's way by.
  divide(words) {
    this.rows.append(element('li', { class: 'divide' }, words));
    this.rows.scrollTop = this.rows.scrollHeight;
  }

  pointAt(row) {
    for (const other of this.rows.querySelectorAll('[aria-current]')) other.removeAttribute('aria-current');
    row?.setAttribute('aria-current', 'step');
    row?.scrollIntoView({ block: 'nearest' });
  }

  row(entry) {
    const row = element('li', { class: `row ${entry.direction}`, 'data-client': entry.client, 'data-kind': entry.kind });
    const ways = { sent: `${entry.client} to server: `, received: `server to ${entry.client}: `, note: `${entry.client}: ` };
    row.append(
      element('span', { class: 'time' }, (entry.at - this.began).toFixed(entry.at - this.began < 100 ? 1 : 0)),
      element('span', { class: 'wires', 'aria-hidden': 'true' }, element('span', { class: 'arrow' })),
      element('div', { class: 'what' }, element('span', { class: 'sr' }, ways[entry.direction]), ...this.what(entry)));
    this.place(row);
    return row;
  }

  place(row) {
    row.style.setProperty('--from', this.lanes.indexOf(row.dataset.client) + 1);
    row.classList.toggle('gone', !this.lanes.includes(row.dataset.client));
  }

  what({ kind, content, meaning, packets }) {
    const said = meaning ? [element('span', { class: 'meaning' }, meaning)] : [];
    const text = content ? [Wire.text(content)] : [];
    return [element('span', { class: 'kind' }, kind), ...said, ...text, ...packets.map((packet) => Wire.packet(packet))];
  }

  // HTTP on one line; on request, all of it.
  static text(content) {
    const line = element('code', { class: 'http' }, brief(content.split('\n')[0], 300));
    const details = element('details', { class: 'text' }, element('summary', {}, line));
    details.append(element('pre', {}, brief(content, 4000)));
    return details;
  }

  // One packet: what each layer makes of it, and its bytes coloured alike; on request, part by part.
  static packet(packet) {
    const words = packet.words.map((says, index) => element('span', { class: ['engine', 'socket'][index] }, says));
    const code = element('code', {}, ...packet.parts.map(({ layer, text }) => element('span', { class: layer }, brief(text, 200))));
    const summary = element('summary', {}, element('span', { class: 'meaning' }, ...words), code);
    const details = element('details', { class: 'packet' }, summary);
    details.addEventListener('toggle', () => {
      if (details.childElementCount > 1) return;
      details.append(element('dl', {}, ...packet.parts.flatMap(({ layer, text, says }) => [
        element('dt', {}, element('code', { class: layer }, brief(text, 2000))),
        element('dd', {}, says),
      ])));
    });
    return details;
  }
}

function brief(text, length) {
  return text.length > length ? `${text.slice(0, length)}…` : text;
}
