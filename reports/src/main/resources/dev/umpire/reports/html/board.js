(() => {
  const { all, one } = umpire;
  const board = one('table.board');
  const form = one('form.filter');
  const search = one('#search');
  const fold = one('#fold');
  // Of a folded group so many rows are shown unasked when a filter leaves no more of it.
  const FEW = 12;
  const PROBLEMS = new Set(['failed', 'warned', 'blocked', 'undecided']);
  const columns = all('thead th[data-server]', board).map((th) => ({ key: th.dataset.server, name: th.textContent }));
  const packs = new Map(all('template.packed').map((pack) => [pack.dataset.rule, pack]));

  // The board as a tree, read once: suites have rules and groups of rules.
  const byId = new Map();
  const bundle = (row) => ({ row, button: row.querySelector('button'), rules: [], asked: null });
  const label = (row) => {
    for (let i = 0; i < columns.length; i++) {
      const cell = row.cells[i + 1];
      (cell.firstElementChild?.localName === 'a' ? cell.firstElementChild : cell).dataset.label = columns[i].name;
    }
  };
  const suites = all('tbody.suite', board).map((body) => {
    const suite = { ...bundle(body.querySelector('tr.head')), body, levels: [], groups: [] };
    let level, group;
    for (const row of body.rows) {
      if (row.classList.contains('level')) {
        suite.levels.push((level = { row, name: row.dataset.level, shown: 0 }));
        continue;
      }
      label(row);
      if (row.classList.contains('group')) suite.groups.push((group = bundle(row)));
      if (!row.classList.contains('rule')) continue;
      const rule = {
        row,
        suite,
        level,
        group: row.classList.contains('folded') ? group : null,
        text: (body.dataset.name + ' ' + row.id + ' ' + row.cells[0].textContent).toLowerCase(),
        keys: [...row.cells].slice(1).map((cell) => cell.classList[0].slice(2)),
        // What the server did, whether it was expected or not.
        verdicts: [...row.cells].slice(1).map((cell) => (cell.classList[1] ?? cell.classList[0]).replace(/^.*?-/, '')),
        differs: row.classList.contains('differs'),
        found: true,
      };
      byId.set(row.id, rule);
      suite.rules.push(rule);
      rule.group?.rules.push(rule);
    }
    return suite;
  });
  const rules = [...byId.values()];

  const hide = (row, hidden) => {
    if (row.hidden !== hidden) row.hidden = hidden;
  };

  const update = () => {
    const words = umpire.words(search);
    const { show, server, suite: only, level } = form.elements;
    const key = show.value;
    const column = columns.findIndex((each) => each.key === server.value);
    const narrowed = key !== 'all' || words.length > 0 || only.value !== '' || level.value !== '' || column >= 0;
    const has = (rule) => {
      if (key === 'all') return column < 0 || rule.keys[column] !== 'never';
      if (key === 'differs') {
        return rule.differs && (column < 0 || rule.verdicts.some((other) => other !== 'never' && other !== rule.verdicts[column]));
      }
      const matches = key === 'problem' ? (verdict) => PROBLEMS.has(verdict) : (verdict) => verdict === key;
      return column < 0 ? rule.keys.some(matches) : matches(rule.keys[column]);
    };
    let total = 0;
    for (const suite of suites) {
      const inSuite = !only.value || only.value === suite.body.id;
      let found = 0;
      for (const rule of suite.rules) {
        rule.found = inSuite && (!level.value || rule.level.name === level.value) && has(rule) && words.every((word) => rule.text.includes(word));
        if (rule.found) found++;
      }
      total += found;
      suite.open = suite.asked ?? narrowed;
      for (const group of suite.groups) {
        const matching = group.rules.filter((rule) => rule.found).length;
        group.open = group.asked ?? (narrowed && matching <= FEW);
        hide(group.row, !suite.open || matching === 0);
        group.button.setAttribute('aria-expanded', group.open);
      }
      for (const each of suite.levels) each.shown = 0;
      for (const rule of suite.rules) {
        const inTheOpen = rule.found && suite.open;
        if (inTheOpen) rule.level.shown++;
        hide(rule.row, !inTheOpen || (rule.group !== null && !rule.group.open));
      }
      for (const each of suite.levels) hide(each.row, each.shown === 0);
      hide(suite.body, found === 0);
      suite.button.setAttribute('aria-expanded', suite.open);
    }
    if (opened) hide(opened.detail, opened.rule.row.hidden);
    one('.none').hidden = total > 0;
    one('#shown').textContent = total === rules.length ? `${total.toLocaleString('en')} rules` : `${total.toLocaleString('en')} of ${rules.length.toLocaleString('en')} rules`;
  };

  const forget = () => {
    for (const suite of suites) {
      suite.asked = null;
      for (const group of suite.groups) group.asked = null;
    }
  };

  let opened = null;
  const close = () => {
    if (!opened) return;
    opened.detail.remove();
    opened.rule.row.classList.remove('open');
    opened.rule.row.querySelector('[aria-current]')?.removeAttribute('aria-current');
    opened = null;
  };

  const worst = (rule) => {
    const order = ['failed', 'undecided', 'blocked', 'warned', 'known', 'noted', 'not-applicable', 'passed'];
    return order.map((key) => rule.keys.indexOf(key)).find((column) => column >= 0) ?? 0;
  };

  // Shows which server's evidence of the opened rule is looked at.
  const choose = (anchor) => {
    const { rule, detail } = opened;
    for (const link of [...rule.row.querySelectorAll('td a'), ...detail.querySelectorAll('.tabs a')]) {
      if (umpire.decode(link.hash) === anchor) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
    for (const section of all('.evidence', detail)) section.hidden = section.dataset.anchor !== anchor;
    detail.firstElementChild.firstElementChild.className = 'panel ' + (document.getElementById(anchor)?.parentElement.className ?? '');
    opened.anchor = anchor;
  };

  const open = async (rule, anchor) => {
    if (opened?.rule !== rule) {
      close();
      const detail = document.createElement('tr');
      detail.className = 'detail';
      const cell = detail.insertCell();
      cell.colSpan = columns.length + 1;
      const panel = document.createElement('div');
      panel.className = 'panel';
      cell.append(panel);
      rule.row.after(detail);
      rule.row.classList.add('open');
      const mine = (opened = { rule, detail, anchor });
      await umpire.unpack(packs.get(rule.row.id), panel);
      if (opened !== mine) return;
    }
    choose(anchor);
  };

  const uncover = (rule) => {
    if (!rule.found) {
      form.reset();
      forget();
    }
    rule.suite.asked = true;
    if (rule.group) rule.group.asked = true;
    update();
  };

  // Opens what an address means: a rule, a rule on a server, a group or a suite. Permanent, since it holds names only.
  const go = async (goal, stay) => {
    const at = goal.lastIndexOf('@');
    const rule = byId.get(at < 0 ? goal : goal.slice(0, at)) ?? byId.get(goal);
    if (rule) {
      const column = columns.findIndex((each) => at >= 0 && each.key === goal.slice(at + 1));
      const server = columns[column >= 0 && rule.keys[column] !== 'never' ? column : worst(rule)].key;
      const before = rule.row.getBoundingClientRect().top;
      uncover(rule);
      await open(rule, rule.row.id + '@' + server);
      // What closes above must not move what one has just clicked.
      if (stay) scrollBy({ top: rule.row.getBoundingClientRect().top - before, behavior: 'instant' });
      else rule.row.scrollIntoView();
      return;
    }
    const suite = suites.find((each) => each.body.id === goal);
    const group = suites.flatMap((each) => each.groups).find((each) => each.row.id === goal);
    if (group) {
      group.asked = true;
      suites.find((each) => each.groups.includes(group)).asked = true;
    }
    if (suite) suite.asked = true;
    if (suite || group) update();
    const place = group?.row ?? document.getElementById(goal);
    if (place) umpire.reveal(place);
  };

  const shut = () => {
    if (!opened) return;
    const cell = document.getElementById(opened.anchor) ?? opened.rule.row.querySelector('a');
    close();
    focus(cell);
    history.replaceState(null, '', location.pathname + location.search);
  };

  document.addEventListener('click', (event) => {
    if (event.target.closest('button.close')) return shut();
    const failures = event.target.closest('button.failures');
    if (failures) {
      form.reset();
      forget();
      form.elements.show.value = failures.dataset.show;
      form.elements.server.value = failures.dataset.server;
      close();
      update();
      one('#rules').scrollIntoView();
      return;
    }
    const button = event.target.closest('.board th button');
    if (button) {
      const row = button.closest('tr');
      const bundles = [...suites, ...suites.flatMap((suite) => suite.groups)];
      const chosen = bundles.find((each) => each.row === row);
      chosen.asked = !chosen.open;
      update();
      focus(button);
      return;
    }
    const link = event.target.closest('a[href^="#"]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const goal = umpire.decode(link.hash);
    const inRow = link.closest('.board .rule');
    if (inRow) focus(link);
    if (inRow && opened && (goal === opened.anchor || (goal === inRow.id && opened.rule.row === inRow))) {
      event.preventDefault();
      shut();
      return;
    }
    event.preventDefault();
    if (location.hash !== link.hash) history.pushState(null, '', link.hash);
    go(goal, link.closest('.board') !== null);
  });
  addEventListener('popstate', () => (location.hash.length > 1 ? go(umpire.goal(), false) : close()));

  // One stop for the tabulator in the whole board; arrows go from cell to cell.
  const stops = all('tbody a, tbody button', board);
  for (const stop of stops) stop.tabIndex = -1;
  let current = stops[0];
  if (current) current.tabIndex = 0;
  let wanted = 0;
  const focus = (stop) => {
    current.tabIndex = -1;
    current = stop;
    current.tabIndex = 0;
    current.focus({ preventScroll: false });
  };
  const inCells = (row) => [...row.cells].map((cell) => cell.querySelector('a, button'));
  const step = (row, way) => {
    const rows = board.rows;
    for (let i = row.rowIndex + way; i > 0 && i < rows.length; i += way) {
      const next = rows[i];
      if (!next.hidden && !next.parentElement.hidden && /rule|head|group/.test(next.className)) return next;
    }
    return null;
  };
  const moves = {
    ArrowDown: (row) => step(row, 1),
    ArrowUp: (row) => step(row, -1),
    ArrowLeft: (row) => ((wanted = Math.max(0, wanted - 1)), row),
    ArrowRight: (row) => ((wanted = Math.min(columns.length, wanted + 1)), row),
    Home: (row) => ((wanted = 0), row),
    End: (row) => ((wanted = columns.length), row),
  };
  board.addEventListener('keydown', (event) => {
    const stop = event.target.closest('.rule a, th button');
    if (!stop || !(event.key in moves) || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const place = inCells(stop.closest('tr')).indexOf(stop);
    if (stop.localName === 'a') wanted = place;
    const row = moves[event.key](stop.closest('tr'));
    if (!row) return;
    const cells = inCells(row);
    focus(cells[wanted] ?? cells[0]);
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && opened && event.target !== search) shut();
  });

  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('input', () => {
    forget();
    update();
  });
  one('#reset').addEventListener('click', () => {
    form.reset();
    forget();
    update();
    search.focus();
  });
  fold.addEventListener('click', () => {
    const asked = fold.getAttribute('aria-pressed') !== 'true';
    for (const suite of suites) suite.asked = asked;
    update();
    fold.setAttribute('aria-pressed', asked);
    fold.textContent = asked ? 'Close all' : 'Open all';
  });

  update();
  if (location.hash.length > 1) go(umpire.goal(), false);
})();
