/**
 * What the HTML report can do beyond unfolding: filter, search, sort, jump to a finding. It reads
 * attributes and hides elements; it never writes a text of the repository anywhere.
 */
export const SCRIPT = `
const list = document.getElementById('list');
const rows = [...list.children];
const search = document.getElementById('search');
const rule = document.getElementById('rule');
const sort = document.getElementById('sort');
const levels = [...document.querySelectorAll('input[name=severity]')];
const shown = document.getElementById('shown');
const text = new Map(rows.map((row) => [row, row.textContent.toLowerCase()]));
const ranks = { error: 0, warning: 1, notice: 2 };
const orders = {
  first: (a, b) => a.dataset.rank - b.dataset.rank,
  severity: (a, b) => ranks[a.dataset.severity] - ranks[b.dataset.severity] || a.dataset.place - b.dataset.place,
  place: (a, b) => a.dataset.place - b.dataset.place,
  rule: (a, b) => a.dataset.rule.localeCompare(b.dataset.rule) || a.dataset.place - b.dataset.place,
};
function apply() {
  const words = search.value.toLowerCase().split(/\\s+/).filter(Boolean);
  const on = new Set(levels.filter((level) => level.checked).map((level) => level.value));
  let count = 0;
  for (const row of rows) {
    const fits = on.has(row.dataset.severity) && (rule.value === '' || rule.value === row.dataset.rule) && words.every((word) => text.get(row).includes(word));
    row.hidden = !fits;
    if (fits) count += 1;
  }
  shown.textContent = count === rows.length ? '' : count + ' of ' + rows.length + ' shown';
}
function open() {
  const row = document.getElementById(location.hash.slice(1));
  if (!row || row.tagName !== 'DETAILS') return;
  row.open = true;
  row.hidden = false;
  row.scrollIntoView();
}
for (const field of [search, rule, ...levels]) field.addEventListener('input', apply);
sort.addEventListener('input', () => list.append(...rows.sort(orders[sort.value])));
for (const link of document.querySelectorAll('a[data-rule]')) link.addEventListener('click', () => { rule.value = link.dataset.rule; apply(); });
document.getElementById('unfold').addEventListener('click', () => {
  const all = rows.every((row) => row.hidden || row.open);
  for (const row of rows) if (!row.hidden) row.open = !all;
});
addEventListener('hashchange', open);
document.getElementById('filters').hidden = false;
apply();
open();
`;
