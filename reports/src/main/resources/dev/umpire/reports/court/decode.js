// Reads what crosses the wire, in both layers, without the help of any library that is being watched.
const decode = {
  // Engine.IO v4, "Packet encoding".
  ENGINE: ['open', 'close', 'ping', 'pong', 'message', 'upgrade', 'noop'],
  // Socket.IO v5, "Packet encoding".
  SOCKET: ['CONNECT', 'DISCONNECT', 'EVENT', 'ACK', 'CONNECT_ERROR', 'BINARY_EVENT', 'BINARY_ACK'],
  RECORD_SEPARATOR: '\x1e',

  // The packets in the body of an HTTP request or response (Engine.IO v4, "HTTP long-polling").
  payload: (body) => (body ? body.split(decode.RECORD_SEPARATOR).map((text) => decode.packet(text)) : []),

  // One packet: its parts, each with the layer it belongs to and what it means; and what each layer makes of all of it.
  packet(content) {
    if (typeof content !== 'string') return decode.attachment(decode.hex(content), content.byteLength);
    if (content[0] === 'b') {
      const bytes = decode.fromBase64(content.slice(1));
      return decode.attachment(content, bytes.length, decode.hex(bytes));
    }
    const engine = decode.ENGINE[content[0]];
    if (!engine) return { parts: [part('data', content, 'not a packet')], words: ['not a packet'] };
    const rest = content.slice(1);
    const first = part('engine', content[0], `Engine.IO: ${engine}`);
    if (engine !== 'message') {
      const parts = rest ? [first, part('engine', rest, engine === 'open' ? 'the terms of the session' : 'payload')] : [first];
      return { engine, rest, parts, words: [rest && engine !== 'open' ? `${engine} “${rest}”` : engine] };
    }
    return { engine, ...decode.socketPacket(rest, first) };
  },

  socketPacket(text, first) {
    const match = /^([0-6])(?:(\d+)-)?(?:(\/[^,]*)(?:,|$))?(\d+)?([^]*)$/.exec(text);
    if (!match) return { parts: [first, part('data', text, 'a message of Engine.IO alone')], words: [`message “${text}”`] };
    const [, type, attachments, namespace, id, data] = match;
    const socket = decode.SOCKET[type];
    const parts = [first, part('socket', type, `Socket.IO: ${socket}`)];
    if (attachments) parts.push(part('socket', `${attachments}-`, `${attachments} attachment(s) follow`));
    if (namespace) parts.push(part('socket', text.includes(`${namespace},`) ? `${namespace},` : namespace, 'namespace'));
    if (id) parts.push(part('socket', id, 'id of the acknowledgement'));
    if (data) parts.push(part('data', data, 'JSON'));
    const value = decode.json(data);
    const event = /EVENT/.test(socket) && Array.isArray(value) ? value[0] : undefined;
    const words = [socket];
    if (event !== undefined) words.push(`“${event}”`);
    if (namespace) words.push(`in ${namespace}`);
    if (id) words.push(event === undefined ? `to ${id}` : `wants ACK ${id}`);
    return { socket, namespace: namespace ?? '/', id, event, value, parts, words: ['message', words.join(' ')] };
  },

  attachment: (text, length, hex) => ({
    engine: 'message',
    parts: [part('data', text, hex ? `Base64 of ${hex}` : 'bytes as they are')],
    words: ['message', `attachment of ${length} ${length === 1 ? 'byte' : 'bytes'}`],
  }),

  json(text) {
    try {
      return JSON.parse(text);
    } catch {
      return undefined;
    }
  },

  hex: (bytes) => [...new Uint8Array(bytes)].slice(0, 64).map((byte) => byte.toString(16).padStart(2, '0')).join(' '),

  fromBase64(text) {
    try {
      return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    } catch {
      return new Uint8Array();
    }
  },
};

function part(layer, text, says) {
  return { layer, text, says };
}
