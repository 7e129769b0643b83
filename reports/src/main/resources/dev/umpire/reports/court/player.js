// One player: a real client, with a connection of its own.
class Player {
  static TRANSPORTS = { upgrade: ['polling', 'websocket'], websocket: ['websocket'], polling: ['polling'] };
  static NAMES = ['Anna', 'Ben', 'Cleo', 'Dan', 'Eve', 'Finn'];
  static ANSWER_MILLIS = 5000;

  // told: what to call when something happens: changed(player), ball(player, event, args, answer).
  constructor(name, transport, target, told) {
    Object.assign(this, { name, transport, target, told });
    this.namespace = '/';
    this.token = undefined;
    this.rooms = [];
    this.state = 'away';
    this.reason = '';
    // What the conformance app says of itself; undefined until it was asked, null if it did not answer.
    this.info = undefined;
  }

  connect() {
    this.leave();
    const socket = io(this.target.origin + this.namespace, {
      path: this.target.path,
      transports: Player.TRANSPORTS[this.transport],
      query: { client: this.name },
      auth: this.token ? { token: this.token } : {},
      forceNew: true,
      autoConnect: false,
      reconnectionDelay: 500,
      reconnectionDelayMax: 2000,
    });
    this.socket = socket;
    socket.on('connect', () => this.arrived(socket));
    socket.on('connect_error', (error) => this.become(socket.active ? 'connecting' : 'refused', error.message));
    socket.on('disconnect', (reason) => this.become(socket.active && socket.io.reconnection() ? 'connecting' : 'away', reason));
    socket.onAny((event, ...args) => {
      const answer = typeof args.at(-1) === 'function' ? args.pop() : null;
      this.told.ball(this, event, args, answer);
    });
    this.become('connecting');
    this.told.begins(this);
    socket.connect();
  }

  async arrived(socket) {
    this.engine = socket.io.engine;
    this.engine.on('upgrade', () => this.told.changed(this));
    this.become('ready');
    try {
      this.info = await this.ask({ op: 'info' });
      this.rooms = this.info.rooms?.filter((room) => room !== socket.id) ?? [];
    } catch {
      this.info = null;
    }
    if (socket === this.socket) this.told.changed(this);
  }

  become(state, reason = '') {
    this.state = state;
    this.reason = reason;
    if (state !== 'ready') this.rooms = [];
    this.told.changed(this);
  }

  // The transport in use now.
  get carrier() {
    return this.state === 'ready' ? this.socket.io.engine.transport.name : '';
  }

  // A command for the conformance app; its answer.
  async ask(command, millis = Player.ANSWER_MILLIS) {
    const answer = await this.socket.timeout(millis).emitWithAck('umpire', command);
    if (answer?.error) throw new Error(answer.error);
    return answer;
  }

  async toggle(room) {
    const op = this.rooms.includes(room) ? 'leave' : 'join';
    const { rooms } = await this.ask({ op, rooms: [room] });
    this.rooms = rooms.filter((name) => name !== this.socket.id);
    this.told.changed(this);
  }

  // The wire breaks, and stays broken until somebody mends it.
  cut() {
    this.socket.io.reconnection(false);
    tap.cut(this.name);
  }

  mend() {
    this.socket.io.reconnection(true);
    this.become('connecting');
    this.told.begins(this);
    this.socket.connect();
  }

  leave() {
    this.socket?.offAny();
    this.socket?.off();
    this.socket?.disconnect();
  }
}
