// The court: the server, the players, the lines between them, and the balls that travel.
class Stage {
  static LEG_MILLIS = 750;

  constructor(root) {
    this.root = root;
    this.server = root.querySelector('.server');
    this.call = root.querySelector('.call');
    this.list = root.querySelector('.players');
    this.balls = root.querySelector('.balls');
    this.lines = root.querySelector('.lines');
    this.still = matchMedia('(prefers-reduced-motion: reduce)');
    this.places = new Map();
    new ResizeObserver(() => this.drawLines()).observe(root);
  }

  // A player's place; what stands under the name is the caller's.
  add(name, ...below) {
    const spot = element('span', { class: 'spot', 'aria-hidden': 'true' }, Stage.initial(name));
    const status = element('p', { class: 'status' });
    const place = element('li', { class: 'player', 'data-name': name }, spot, element('h3', {}, name), status, ...below);
    this.list.append(place);
    this.list.style.setProperty('--players', this.list.children.length);
    this.places.set(name, { place, spot, status });
    this.drawLines();
    return place;
  }

  // One letter, and the number at the end if there is one.
  static initial(name) {
    return name[0].toUpperCase() + (/\d+$/.exec(name)?.[0] ?? '');
  }

  remove(name) {
    this.places.get(name)?.place.remove();
    this.places.delete(name);
    this.list.style.setProperty('--players', this.list.children.length);
    this.drawLines();
  }

  clear() {
    for (const name of [...this.places.keys()]) this.remove(name);
    this.balls.replaceChildren();
  }

  // What became of a player: asked, got, dark, away or nothing.
  mark(name, state, words = '') {
    const at = this.places.get(name);
    if (!at) return;
    at.place.dataset.ball = state;
    at.status.textContent = words;
  }

  say(code) {
    this.call.textContent = code;
  }

  rest() {
    this.balls.replaceChildren();
    // Who is away stays away.
    for (const [name, { place }] of this.places) if (place.dataset.ball !== 'away') this.mark(name, '');
  }

  // A ball from a player to the server, or back; done when it has arrived.
  toServer(name, look) {
    return this.fly(this.spotOf(name), this.server, look);
  }

  toPlayer(name, look) {
    return this.fly(this.server, this.spotOf(name), look);
  }

  spotOf(name) {
    return this.places.get(name)?.spot;
  }

  async fly(from, to, look = '') {
    if (!from || !to || this.still.matches || document.hidden) return;
    const ball = element('span', { class: `ball ${look}` });
    this.balls.append(ball);
    const [start, end] = [this.middle(from), this.middle(to)];
    // A ball that is played has an arc: half way it is nearer to the one who watches.
    const path = [
      { transform: `translate(${start.x}px, ${start.y}px) scale(.8)` },
      { transform: `translate(${(start.x + end.x) / 2}px, ${(start.y + end.y) / 2 - 14}px) scale(1.35)` },
      { transform: `translate(${end.x}px, ${end.y}px) scale(.9)` },
    ];
    const flight = ball.animate(path, { duration: Stage.LEG_MILLIS, easing: 'cubic-bezier(.4, 0, .5, 1)', fill: 'both' });
    // A page in the background draws no pictures, and its animations do not end.
    await Promise.race([flight.finished, pause(Stage.LEG_MILLIS + 200)]).catch(() => {});
    ball.remove();
  }

  middle(node) {
    const [box, court] = [node.getBoundingClientRect(), this.root.getBoundingClientRect()];
    return { x: box.left + box.width / 2 - court.left, y: box.top + box.height / 2 - court.top };
  }

  drawLines() {
    const from = this.middle(this.server);
    this.lines.replaceChildren(...[...this.places.values()].map(({ place, spot }) => {
      const to = this.middle(spot);
      const line = document.createElementNS('http://www.w3.org/2000/svg', 'line');
      for (const [key, value] of Object.entries({ x1: from.x, y1: from.y, x2: to.x, y2: to.y })) line.setAttribute(key, value);
      line.setAttribute('class', `${place.dataset.transport ?? ''} ${place.dataset.state ?? ''}`);
      return line;
    }));
  }
}

function pause(millis) {
  return new Promise((resolve) => setTimeout(resolve, millis));
}

// An element with attributes and children; text is never read as HTML, whatever a server sent.
function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

function enumerate(names) {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
