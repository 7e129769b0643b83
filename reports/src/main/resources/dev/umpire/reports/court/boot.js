const all = (selector, from = document) => [...from.querySelectorAll(selector)];
const one = (selector, from = document) => from.querySelector(selector);

// Two views of the wire, as tabs: the arrow keys change between them.
function tabs(list) {
  const heads = all('[role=tab]', list);
  const choose = (head) => {
    for (const other of heads) {
      other.setAttribute('aria-selected', other === head);
      other.tabIndex = other === head ? 0 : -1;
      one(`#${other.getAttribute('aria-controls')}`).hidden = other !== head;
    }
  };
  heads.forEach((head, index) => {
    head.addEventListener('click', () => choose(head));
    head.addEventListener('keydown', ({ key }) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
      if (!step) return;
      const next = heads[(index + step + heads.length) % heads.length];
      choose(next);
      next.focus();
    });
  });
}

// Results that lie compressed in the page of a report.
async function packedResults(pack) {
  const bytes = Uint8Array.from(atob(pack.content.textContent.trim()), (letter) => letter.charCodeAt(0));
  return JSON.parse(await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).text());
}

addEventListener('DOMContentLoaded', async () => {
  tabs(one('.tabs'));
  const stage = new Stage(one('.stage'));
  const wire = new Wire(one('#wire'));
  const replay = new Replay(stage, wire);
  const pack = one('#plays');
  if (pack) {
    replay.load(await packedResults(pack));
    return;
  }
  let live;
  one('#file').addEventListener('change', async ({ target: input }) => {
    const text = await input.files[0].text();
    live?.stop();
    wire.clear();
    replay.load(Replay.read(text));
  });
  const { target, path } = document.body.dataset;
  if (typeof io === 'undefined') {
    one('#verdict').textContent = 'The official client is missing. Install Node, which brings npm, and start umpire serve again.';
    one('#verdict').classList.add('wrong');
    one('#calls').hidden = true;
    return;
  }
  live = new Live({ origin: target || location.origin, path }, stage, wire, new Handshake(one('#steps')));
  live.start();
});
