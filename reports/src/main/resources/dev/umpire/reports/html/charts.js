// Charts of load runs. Chart.js, which draws them, lies compressed in the page.
(async () => {
  const figures = umpire.all('.plot');
  if (!figures.length) return;
  const library = document.createElement('script');
  try {
    library.textContent = await umpire.inflate(umpire.one('#chart-library'));
  } catch {
    figures.forEach((figure) => (figure.hidden = true));
    return;
  }
  document.head.append(library);

  const css = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const colour = (number) => css(`--series-${number % 6}`);
  // Never by colour alone.
  const dashes = [[], [7, 3], [2, 3], [9, 3, 2, 3], [12, 4], [4, 2, 1, 2]];
  const signs = ['circle', 'rect', 'triangle', 'rectRounded', 'star', 'cross'];

  const short = (value) => Number(value.toPrecision(3)).toLocaleString('en-US');
  const micros = (value) => (value < 1e3 ? `${short(value)} µs` : value < 1e6 ? `${short(value / 1e3)} ms` : `${short(value / 1e6)} s`);
  const plain = (value) => value.toLocaleString('en-US', { maximumFractionDigits: 2 });
  const text = (unit) => (unit === 'PER_SECOND' ? plain : micros);

  // Figures of which one is many times another need steps of powers.
  const wide = (values) => {
    const some = values.filter((value) => value > 0);
    return some.length > 0 && Math.max(...some) > 30 * Math.min(...some);
  };
  const scale = (values, title, words) => ({
    type: wide(values) ? 'logarithmic' : 'linear',
    title: { display: Boolean(title), text: wide(values) && title ? `${title} (logarithmic)` : title, color: css('--quiet') },
    grid: { color: css('--line') },
    border: { color: css('--strong-line') },
    ticks: {
      color: css('--quiet'),
      maxTicksLimit: 8,
      maxRotation: 0,
      // Of a logarithmic axis, the round ones only.
      callback: (value) => (wide(values) && !/^[125]e/.test(Number(value).toExponential()) ? null : words(value)),
    },
  });

  const knees = {
    id: 'knees',
    beforeDatasetsDraw(chart) {
      const { ctx, chartArea, data, scales } = chart;
      data.datasets.forEach((set, i) => {
        if (set.knee === undefined || !chart.isDatasetVisible(i)) return;
        const x = scales.x.getPixelForValue(set.data[set.knee].x);
        ctx.save();
        ctx.strokeStyle = set.borderColor;
        ctx.globalAlpha = 0.45;
        ctx.setLineDash([2, 3]);
        ctx.beginPath();
        ctx.moveTo(x, chartArea.top);
        ctx.lineTo(x, chartArea.bottom);
        ctx.stroke();
        ctx.restore();
      });
    },
  };

  const line = (one, byRate) => {
    const at = (knee, broken, other) => one.points.map((_, i) => (i === one.knee ? knee : one.broken?.includes(i) ? broken : other));
    return {
      label: one.name,
      knee: one.knee,
      data: one.points.map(([x, y]) => ({ x, y })),
      borderColor: colour(one.colour),
      backgroundColor: colour(one.colour),
      borderDash: dashes[one.colour % dashes.length],
      borderWidth: 1.75,
      pointStyle: byRate ? at('rectRot', 'crossRot', signs[one.colour % signs.length]) : signs[one.colour % signs.length],
      pointRadius: byRate ? at(7, 5, 3) : 0,
      pointBorderWidth: byRate ? at(1, 2, 1) : 1,
      pointHitRadius: 6,
    };
  };

  const lines = (plot, choice) => {
    const shown = plot.lines.filter((one) => !one.choice || one.choice === choice);
    const byRate = plot.kind === 'RATE';
    const x = shown.flatMap((one) => one.points.map((point) => point[0]));
    const y = shown.flatMap((one) => one.points.map((point) => point[1]));
    const words = text(plot.unit);
    const across = byRate ? scale(x, 'broadcasts per second', plain) : scale([], '', (value) => `${plain(value)} s`);
    return {
      type: 'line',
      data: { datasets: shown.map((one) => line(one, byRate)) },
      plugins: byRate ? [knees] : [],
      options: {
        parsing: false,
        interaction: { mode: 'nearest', axis: 'x', intersect: false },
        scales: { x: across, y: { ...scale(y, '', words), beginAtZero: true } },
        plugins: {
          legend: { display: shown.length > 1 },
          tooltip: {
            callbacks: {
              title: ([item]) => (item ? (byRate ? `${plain(item.parsed.x)} broadcasts/s` : `second ${plain(item.parsed.x)}`) : ''),
              label: (item) => ` ${item.dataset.label}: ${words(item.parsed.y)}`,
            },
          },
        },
      },
    };
  };

  const bars = (plot) => ({
    type: 'bar',
    data: {
      labels: plot.lines.map((one) => one.name),
      datasets: [{ data: plot.lines.map((one) => one.points[0][1]), backgroundColor: plot.lines.map((one) => colour(one.colour)), maxBarThickness: 26 }],
    },
    options: {
      indexAxis: 'y',
      scales: { x: { ...scale([], '', micros), beginAtZero: true }, y: { ticks: { color: css('--text') }, grid: { display: false }, border: { color: css('--strong-line') } } },
      plugins: { legend: { display: false }, tooltip: { callbacks: { label: (item) => ` ${micros(item.parsed.x)}` } } },
    },
  });

  const draw = (figure) => {
    const canvas = umpire.one('canvas', figure);
    const plot = JSON.parse(umpire.one('template', figure).content.textContent);
    const choice = umpire.one('[aria-pressed=true]', figure)?.textContent;
    window.Chart.getChart(canvas)?.destroy();
    const chart = plot.kind === 'BARS' ? bars(plot) : lines(plot, choice);
    if (plot.kind === 'BARS') canvas.parentElement.style.height = `${3.5 + 2.4 * plot.lines.length}rem`;
    const { plugins } = chart.options;
    plugins.legend.labels = { color: css('--text'), ...(plot.kind === 'RATE' ? { usePointStyle: true, boxHeight: 6 } : { boxWidth: 26, boxHeight: 0 }) };
    new window.Chart(canvas, { ...chart, options: { ...chart.options, animation: false, maintainAspectRatio: false } });
  };
  const drawAll = () => {
    window.Chart.defaults.font.family = css('--sans');
    window.Chart.defaults.font.size = 11;
    figures.forEach(draw);
  };

  document.addEventListener('click', (event) => {
    const button = event.target.closest('.choices button');
    if (!button) return;
    umpire.all('button', button.parentElement).forEach((other) => other.setAttribute('aria-pressed', String(other === button)));
    draw(button.closest('.plot'));
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', drawAll);
  drawAll();
})();
