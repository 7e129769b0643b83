// How a client and the server come to an agreement, explained with what really crossed the wire.
class Handshake {
  // In the order in which a step may come; each is told when an entry of its kind is seen.
  static STEPS = [
    ['sent', 'GET', (e) => !has(e, 'sid') && /transport=polling/.test(e.content), 'A plain HTTP request',
      'The client asks for a session: EIO=4 is the version of Engine.IO, and it wants to begin with polling.'],
    ['sent', 'GET', (e) => !has(e, 'sid') && /transport=websocket/.test(e.content), 'HTTP, asking to become a WebSocket',
      'The client asks for a session, and to leave HTTP behind at once: Upgrade: websocket. EIO=4 is the version of Engine.IO.'],
    ['sent', 'GET', (e) => has(e, 'sid') && /transport=websocket/.test(e.content), 'A second wire is tried',
      'The session goes on by polling while a WebSocket is opened beside it; sid says to which session it belongs.'],
    ['received', '101', () => true, '101 Switching Protocols',
      'The server agrees. From here on this connection carries WebSocket frames, both ways, at any time.'],
    ['received', null, (e, p) => p?.engine === 'open', 'Engine.IO: the session is open',
      (p) => terms(p)],
    ['sent', null, (e, p) => p?.socket === 'CONNECT', 'Socket.IO: may I enter this namespace?',
      (p) => `The client asks for ${p.namespace}${p.namespace === '/' ? ', the main namespace' : ''}. 4 is an Engine.IO message; the 0 in it, CONNECT.`],
    ['received', null, (e, p) => p?.socket === 'CONNECT', 'Socket.IO: welcome',
      (p) => `In ${p.namespace} the client is called ${p.value?.sid}: another id than the session's. Now events may be sent.`],
    ['received', null, (e, p) => p?.socket === 'CONNECT_ERROR', 'Socket.IO: refused',
      (p) => `The server does not let the client into ${p.namespace}: ${p.value?.message}.`],
    ['sent', null, (e, p) => p?.engine === 'ping' && p.rest === 'probe', 'Does the new wire carry?',
      'The client sends a ping with “probe” over the WebSocket.'],
    ['received', null, (e, p) => p?.engine === 'pong' && p.rest === 'probe', 'It does',
      'The server answers over the same wire.'],
    ['sent', null, (e, p) => p?.engine === 'upgrade', 'Changing over',
      'Packet 5, upgrade: polling ends here, everything after goes over the WebSocket.'],
    ['received', null, (e, p) => p?.engine === 'ping', 'The heart beats',
      'Every pingInterval the server asks whether the client is there; it answers with 3, pong.'],
  ];

  constructor(list) {
    this.list = list;
    this.steps = new Map();
    this.shown = '';
  }

  // A new connection begins: what was told of the old one is done with.
  begin(client) {
    this.steps.set(client, []);
    this.show(this.shown);
  }

  add(entry) {
    const steps = this.steps.get(entry.client);
    if (!steps) return;
    const before = steps.length;
    for (const packet of entry.packets.length ? entry.packets : [undefined]) {
      for (const step of Handshake.STEPS) {
        const [direction, kind, matches] = step;
        const fits = entry.direction === direction && (kind === null || entry.kind === kind) && matches(entry, packet);
        if (fits && !steps.some((told) => told.step === step)) steps.push({ step, entry, packet });
      }
    }
    if (steps.length > before && entry.client === this.shown) this.show(entry.client);
  }

  show(client) {
    this.shown = client;
    this.list.replaceChildren(...(this.steps.get(client) ?? []).map(({ step, entry, packet }) => {
      const [direction, , , title, says] = step;
      const raw = packet ? Wire.packet(packet) : element('code', { class: 'http' }, `${entry.kind} ${entry.content}`);
      return element('li', { class: direction },
        element('strong', {}, title), element('p', {}, typeof says === 'function' ? says(packet) : says), raw);
    }));
  }
}

function has(entry, parameter) {
  return new RegExp(`[?&]${parameter}=`).test(entry.content);
}

function terms(packet) {
  const open = decode.json(packet.rest) ?? {};
  const upgrades = open.upgrades?.length ? `it may change to ${open.upgrades.join(', ')}` : 'there is nothing to change to';
  return `The server gives the terms: the session is ${open.sid}; ${upgrades}; a ping every ${open.pingInterval} ms, which must `
    + `be answered within ${open.pingTimeout} ms; at most ${open.maxPayload} bytes at once.`;
}
