(() => {
  const { all, one } = umpire;

  const reveal = () => {
    const goal = location.hash.length > 1 && document.getElementById(umpire.goal());
    if (goal) umpire.reveal(goal);
  };
  addEventListener('hashchange', reveal);
  // A second click on the same link changes no hash.
  document.addEventListener('click', (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (link && link.hash === location.hash) reveal();
  });
  reveal();

  const form = one('form.filter');
  if (!form) return;
  const rules = all('details.rule').map((row) => ({
    row,
    suite: row.closest('.suite'),
    text: (row.closest('.suite').querySelector('.name').textContent + ' ' + row.querySelector('summary').textContent)
      .toLowerCase()
      .replace(/\s+/g, ' '),
  }));
  const search = one('#search');
  const fold = one('#fold');

  // Verdicts are filtered by the style sheet alone; this adds the search and says how many are left.
  const filter = () => {
    const words = umpire.words(search);
    const key = form.elements.show.value;
    let shown = 0;
    const suites = new Set();
    for (const { row, suite, text } of rules) {
      const found = words.every((word) => text.includes(word));
      row.classList.toggle('unfound', !found);
      if (found && (key === 'all' || row.classList.contains('has-' + key))) {
        shown++;
        suites.add(suite);
      }
    }
    for (const suite of all('.suite')) suite.classList.toggle('unfound', !suites.has(suite));
    one('.none').hidden = shown > 0;
    one('#shown').textContent = `${shown} of ${rules.length} rules shown`;
  };
  one('.search').hidden = false;
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('input', filter);
  one('#reset').addEventListener('click', () => {
    form.reset();
    filter();
    search.focus();
  });
  fold.addEventListener('click', () => {
    const open = fold.getAttribute('aria-pressed') !== 'true';
    for (const { row } of rules) row.open = open;
    fold.setAttribute('aria-pressed', open);
    fold.textContent = open ? 'Close all' : 'Open all';
  });
})();
