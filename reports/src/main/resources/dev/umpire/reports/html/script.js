'use strict';
// What pages of one server and of several share.
const umpire = {
  all: (selector, from = document) => [...from.querySelectorAll(selector)],
  one: (selector, from = document) => from.querySelector(selector),

  // A link into a closed panel opens every panel around its goal.
  reveal(goal) {
    for (let at = goal; at; at = at.parentElement) if (at.localName === 'details') at.open = true;
    goal.scrollIntoView();
  },

  // What lies compressed in a template.
  async inflate(pack) {
    const bytes = Uint8Array.from(atob(pack.content.textContent), (c) => c.charCodeAt(0));
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).text();
  },

  // Evidence lies compressed in the page until it is opened.
  async unpack(pack, panel) {
    try {
      // Written by Umpire's templates, which escape whatever a server sent; the page's policy runs no other script.
      panel.innerHTML = await umpire.inflate(pack);
    } catch {
      panel.textContent = 'This browser cannot decompress the evidence; it is in results.ndjson.';
    }
  },

  // The words of a search, all of which a rule must have.
  words: (input) => input.value.toLowerCase().split(/\s+/).filter(Boolean),

  // The id that an address means.
  decode: (hash) => decodeURIComponent(hash.slice(1)),
  goal: () => umpire.decode(location.hash),
};

// What does nothing without scripts is not shown without them.
document.documentElement.classList.add('scripted');

document.addEventListener('click', async (event) => {
  const button = event.target.closest('button.copy');
  if (!button) return;
  const code = button.closest('.reproducer').querySelector('code');
  try {
    await navigator.clipboard.writeText(code.textContent);
  } catch {
    getSelection().selectAllChildren(code);
    document.execCommand('copy');
  }
  button.textContent = 'Copied';
  setTimeout(() => (button.textContent = 'Copy'), 1500);
});

document.addEventListener('keydown', (event) => {
  const search = umpire.one('#search');
  if (search && event.key === '/' && !event.ctrlKey && !event.metaKey && !/^(input|textarea|select)$/i.test(event.target.localName)) {
    event.preventDefault();
    search.focus();
    search.select();
  }
});
