(() => {
  const { all, one } = umpire;
  // Of a folded group so many rules are shown unasked when a filter leaves no more of it.
  const FEW = 12;

  // Evidence lies compressed in the page until its rule is opened.
  const unpack = (row) => {
    const pack = one('template.packed', row);
    if (pack) umpire.unpack(pack, pack.parentElement);
  };
  // Toggling does not bubble.
  document.addEventListener('toggle', (event) => {
    if (event.target.matches('details.rule[open]')) unpack(event.target);
  }, true);
  all('details.rule[open]').forEach(unpack);

  const reveal = () => {
    const goal = location.hash.length > 1 && document.getElementById(umpire.goal());
    if (!goal) return;
    if (goal.matches('details.unfound, .unfound *')) {
      form.reset();
      filter();
    }
    umpire.reveal(goal);
  };

  const form = one('form.filter');
  const rules = all('details.rule').map((row) => ({
    row,
    suite: row.closest('.suite'),
    group: row.closest('.group'),
    text: (row.closest('.suite').querySelector('.name').textContent + ' ' + row.querySelector('summary').textContent)
      .toLowerCase()
      .replace(/\s+/g, ' '),
  }));
  const groups = all('details.group');
  const search = one('#search');
  const fold = one('#fold');

  // Verdicts are filtered by the style sheet alone; this adds the search and says how many are left.
  const filter = () => {
    const words = umpire.words(search);
    const key = form.elements.show.value;
    let shown = 0;
    const suites = new Set();
    const found = new Map(groups.map((group) => [group, 0]));
    for (const { row, suite, group, text } of rules) {
      const matches = words.every((word) => text.includes(word));
      row.classList.toggle('unfound', !matches);
      if (matches && (key === 'all' || row.classList.contains('has-' + key))) {
        shown++;
        suites.add(suite);
        if (group) found.set(group, found.get(group) + 1);
      }
    }
    const narrowed = words.length > 0 || key !== 'all';
    for (const group of groups) {
      group.classList.toggle('unfound', found.get(group) === 0);
      group.open = narrowed && found.get(group) <= FEW;
    }
    for (const suite of all('.suite')) suite.classList.toggle('unfound', !suites.has(suite));
    one('.none').hidden = shown > 0;
    one('#shown').textContent = `${shown} of ${rules.length} rules shown`;
  };

  if (form) {
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
      for (const group of groups) group.open = open;
      for (const { row } of rules) row.open = open;
      fold.setAttribute('aria-pressed', open);
      fold.textContent = open ? 'Close all' : 'Open all';
    });
  }

  addEventListener('hashchange', reveal);
  // A second click on the same link changes no hash.
  document.addEventListener('click', (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (link && link.hash === location.hash) reveal();
  });
  reveal();
})();
