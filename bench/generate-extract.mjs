// Deterministic generator of municipal extracts (seeded xorshift128; no Math.random, no clock).
// node gen.mjs cases|invoices|absence ROWS OUTFILE [SEED]
import { openSync, writeSync, closeSync } from 'node:fs';

const [kind, rowsArg, out, seedArg = '20260101'] = process.argv.slice(2);
const rows = Number(String(rowsArg).replace(/_/g, ''));
if (!['cases', 'invoices', 'absence'].includes(kind) || !(rows > 0) || !out) {
  console.error('usage: node gen.mjs cases|invoices|absence ROWS OUTFILE [SEED]');
  process.exit(2);
}
// xorshift128 with splitmix seeding
let s0, s1, s2, s3;
{
  let h = Number(seedArg) >>> 0;
  const sm = () => {
    h = (h + 0x9e3779b9) >>> 0;
    let z = h;
    z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
    z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
    return (z ^ (z >>> 16)) >>> 0;
  };
  for (const c of kind) h = Math.imul(h ^ c.charCodeAt(0), 0x01000193) >>> 0;
  s0 = sm();
  s1 = sm();
  s2 = sm();
  s3 = sm() | 1;
}
const u32 = () => {
  let t = s3;
  const s = s0;
  s3 = s2;
  s2 = s1;
  s1 = s;
  t ^= t << 11;
  t ^= t >>> 8;
  s0 = (t ^ s ^ (s >>> 19)) >>> 0;
  return s0;
};
const rnd = () => u32() / 4294967296;
const int = n => (rnd() * n) | 0;
const pick = a => a[int(a.length)];
const expo = mean => -Math.log(1 - rnd()) * mean;

// Dimension tables, fixed by the seed: 12 departments, 400 units, 40 case types.
const DEPTS = [
  'Barn och utbildning',
  'Vård och omsorg',
  'Socialtjänst',
  'Samhällsbyggnad',
  'Miljö och hälsa',
  'Kultur och fritid',
  'Teknik',
  'Arbetsmarknad',
  'Kommunledning',
  'Räddningstjänst',
  'Ekonomi',
  'Överförmyndare',
];
const CHANNELS = ['e-tjänst', 'telefon', 'e-post', 'besök', 'brev'];
const GENDERS = ['K', 'M', 'K', 'M', 'K', 'M', ''];
const unitDept = Array.from({ length: 400 }, (_, i) => i % 12);
const unitWeight = Array.from({ length: 400 }, () => 0.2 + expo(1));
const cum = [];
unitWeight.reduce((a, w, i) => (cum[i] = a + w), 0);
const drawUnit = () => {
  const x = rnd() * cum[399];
  let lo = 0,
    hi = 399;
  while (lo < hi) {
    const m = (lo + hi) >> 1;
    if (cum[m] < x) lo = m + 1;
    else hi = m;
  }
  return lo;
};
const typeMean = Array.from({ length: 40 }, () => 4 + expo(22)); // mean lead time, days
const typeCost = Array.from({ length: 40 }, () => 300 + expo(4000));
const SUPPLIERS = Array.from({ length: 3000 }, (_, i) => 'LEV' + String(10000 + i));

const DAY = 86400000;
const START = Date.UTC(2021, 0, 1),
  DAYS = 1826; // 2021-01-01 .. 2025-12-31
const p2 = n => (n < 10 ? '0' + n : '' + n);
const dayStr = Array.from({ length: DAYS + 1200 }, (_, i) => new Date(START + i * DAY).toISOString().slice(0, 10));
const ts = (day, sec) => dayStr[day] + ' ' + p2((sec / 3600) | 0) + ':' + p2(((sec % 3600) / 60) | 0) + ':' + p2(sec % 60);
const money = n => {
  const c = Math.round(n * 100),
    a = Math.abs(c);
  return (c < 0 ? '-' : '') + ((a / 100) | 0) + ',' + p2(a % 100);
};
const id = (p, i, w) => p + String(i).padStart(w, '0');
// weekday and seasonal weighting by rejection
const drawDay = () => {
  for (;;) {
    const d = int(DAYS),
      wd = (d + 5) % 7;
    if (wd >= 5 && rnd() > 0.15) continue;
    const m = dayStr[d].slice(5, 7);
    if (m === '07' && rnd() > 0.55) continue;
    return d;
  }
};

const make = {
  cases: {
    head: 'case_id;unit_id;department;case_type;opened_at;closed_at;channel;citizen_age;gender;cost_sek',
    row(i) {
      const u = drawUnit(),
        t = int(40),
        d = drawDay(),
        sec = 25200 + int(36000);
      const lead = expo(typeMean[t]) * (0.7 + (u % 7) * 0.1);
      const cd = d + Math.floor(lead),
        open = cd >= DAYS || rnd() < 0.01;
      const closed = open ? '' : ts(cd, 28800 + int(32400));
      const age = rnd() < 0.03 ? '' : Math.min(104, Math.max(0, Math.round(45 + (rnd() + rnd() + rnd() - 1.5) * 50)));
      const cost = rnd() < 0.02 ? '' : money(typeCost[t] * (0.3 + expo(0.7)) + (u % 12) * 40);
      return `${id('A', i, 9)};${id('E', u + 1, 4)};${DEPTS[unitDept[u]]};${id('T', t + 1, 2)};${ts(d, sec)};${closed};${pick(CHANNELS)};${age};${pick(GENDERS)};${cost}`;
    },
  },
  invoices: {
    head: 'invoice_id;unit_id;supplier_id;account;invoice_date;due_date;paid_date;amount_sek;vat_sek;status',
    row(i) {
      const u = drawUnit(),
        d = drawDay(),
        due = d + 30,
        late = Math.round(expo(6) - 8),
        pd = due + late;
      const amt = expo(6500) * (rnd() < 0.03 ? -1 : 1),
        paid = pd < DAYS && pd >= d;
      return `${id('F', i, 9)};${id('E', u + 1, 4)};${pick(SUPPLIERS)};${4000 + int(900) * 4};${dayStr[d]};${dayStr[due]};${paid ? dayStr[pd] : ''};${money(amt)};${money(amt * 0.25)};${paid ? 'betald' : 'öppen'}`;
    },
  },
  absence: {
    head: 'absence_id;person_hash;unit_id;department;from_date;to_date;hours;cause;scope_pct',
    row(i) {
      const u = drawUnit(),
        d = drawDay(),
        len = 1 + Math.floor(expo(6)),
        pct = pick([25, 50, 75, 100, 100, 100]);
      const h = money(len * 8 * (pct / 100) * (0.7 + rnd() * 0.3));
      return `${id('F', i, 9)};${(u32() >>> 0).toString(16).padStart(8, '0')};${id('E', u + 1, 4)};${DEPTS[unitDept[u]]};${dayStr[d]};${dayStr[d + len - 1]};${h};${pick(['sjuk', 'vab', 'semester', 'föräldraledig', 'tjänstledig'])};${pct}`;
    },
  },
}[kind];

const fd = openSync(out, 'w');
let buf = [make.head];
for (let i = 1; i <= rows; i++) {
  buf.push(make.row(i));
  if (buf.length === 20000) {
    writeSync(fd, buf.join('\n') + '\n');
    buf = [];
  }
}
if (buf.length) writeSync(fd, buf.join('\n') + '\n');
closeSync(fd);
