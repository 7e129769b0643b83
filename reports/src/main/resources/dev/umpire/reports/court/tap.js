// Listens on the browser's own wires, under the client: whatever is sent and received is told as it is, and nothing is
// changed. To be run before the client, which takes hold of these two classes when it is loaded.
const tap = {
  listener: () => {},
  // What is open now, by client: things with a close() that no peer hears a farewell of.
  lines: new Map(),

  tell(client, direction, kind, content, packets = []) {
    tap.listener({ at: performance.now(), client, direction, kind, content, packets });
  },

  // Every connection says by its address which client it belongs to.
  clientOf: (address) => address.searchParams.get('client') ?? '',

  hold(client, line) {
    if (!tap.lines.has(client)) tap.lines.set(client, new Set());
    tap.lines.get(client).add(line);
    return () => tap.lines.get(client).delete(line);
  },

  // Cuts a client off: neither layer is told beforehand, and no packet says goodbye.
  cut(client) {
    for (const line of [...(tap.lines.get(client) ?? [])]) line();
  },
};

window.XMLHttpRequest = class extends XMLHttpRequest {
  open(method, address, ...rest) {
    this.asked = { method, address: new URL(address, location.href) };
    // Before the client's own listener, whose next request would else be told before this one's answer.
    this.addEventListener('readystatechange', () => this.readyState === XMLHttpRequest.DONE && this.answered());
    return super.open(method, address, ...rest);
  }

  send(body) {
    const { method, address } = this.asked;
    const client = tap.clientOf(address);
    this.release = tap.hold(client, () => this.abort());
    tap.tell(client, 'sent', method, address.pathname + address.search, body ? decode.payload(body) : []);
    return super.send(body);
  }

  answered() {
    this.release?.();
    const { method, address } = this.asked;
    const client = tap.clientOf(address);
    if (this.status === 0) {
      tap.tell(client, 'note', 'broken off', 'no answer: broken off, or not allowed to be read (CORS)');
      return;
    }
    const text = this.responseText;
    const packets = this.status === 200 && method === 'GET' ? decode.payload(text) : [];
    tap.tell(client, 'received', `${this.status}`, packets.length ? '' : text, packets);
  }
};

window.WebSocket = class extends WebSocket {
  constructor(address, ...rest) {
    super(address, ...rest);
    const url = new URL(address, location.href);
    this.client = tap.clientOf(url);
    const release = tap.hold(this.client, () => this.close());
    tap.tell(this.client, 'sent', 'GET', `${url.pathname + url.search} · Upgrade: websocket`);
    this.addEventListener('open', () => tap.tell(this.client, 'received', '101', 'Switching Protocols'));
    this.addEventListener('message', ({ data }) => this.frame('received', data));
    this.addEventListener('close', ({ code, wasClean }) => {
      release();
      tap.tell(this.client, 'note', 'closed', `the WebSocket is closed${wasClean ? `, code ${code}` : ' without a farewell'}`);
    });
  }

  send(data) {
    this.frame('sent', data);
    super.send(data);
  }

  frame(direction, data) {
    const kind = typeof data === 'string' ? 'text' : 'binary';
    tap.tell(this.client, direction, kind, '', [decode.packet(ArrayBuffer.isView(data) ? data.slice().buffer : data)]);
  }
};
