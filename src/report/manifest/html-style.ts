import { DARK_FILLS, FILL_RULES, fillVariables, LIGHT_FILLS } from './memory-colours';

const LIGHT = `--page:#f6f8fa;--card:#ffffff;--text:#1b2330;--quiet:#566070;--edge:#d5dbe3;--good:#116329;--bad:#b3261e;--warning:#7a4f00;--note:#1f5fae;${fillVariables(LIGHT_FILLS)}`;
const DARK = `--page:#0d1117;--card:#161b22;--text:#e6edf3;--quiet:#a6b1c0;--edge:#30363d;--good:#5fd07a;--bad:#ff8f87;--warning:#e8b04b;--note:#79b0f5;${fillVariables(DARK_FILLS)}`;

/** The look of the page: light, dark, narrow and on paper. */
export const HTML_STYLE = `
:root{color-scheme:light dark;${LIGHT}}
@media (prefers-color-scheme:dark){:root{${DARK}}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--text);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;overflow-wrap:anywhere}
main{max-width:1040px;margin:0 auto;padding:24px 16px 64px}
code,.mono{font:0.875em/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}
.top{color:var(--quiet);font-size:14px;margin:0 0 16px}
nav ul{list-style:none;margin:0 0 24px;padding:0;display:flex;flex-wrap:wrap;gap:8px 20px}
a{color:var(--note)}
article{margin:0 0 56px}
h1{font-size:26px;line-height:1.25;margin:0}
h2{font-size:18px;margin:0 0 12px}
h3{font-size:16px;margin:0}
.subtitle{color:var(--quiet);margin:4px 0 12px}
.verdict{display:flex;gap:10px;margin:0 0 20px;padding:10px 14px;border:1px solid var(--edge);border-left:5px solid var(--tone);border-radius:8px;background:var(--card);font-weight:600}
.verdict .mark{color:var(--tone)}
section,details{background:var(--card);border:1px solid var(--edge);border-radius:10px;padding:16px 18px;margin:0 0 16px}
summary{font-size:18px;font-weight:700;cursor:pointer}
details[open] summary{margin-bottom:12px}
.good{--tone:var(--good)}.bad{--tone:var(--bad)}.warning{--tone:var(--warning)}.note{--tone:var(--note)}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(168px,1fr));gap:12px;margin:0}
.figures div{border:1px solid var(--edge);border-radius:8px;padding:10px 12px}
.figures dt{color:var(--quiet);font-size:14px}
.figures dd{margin:0}
.figures .value{font-size:21px;font-weight:650;line-height:1.3;font-variant-numeric:tabular-nums}
.figures .small{color:var(--quiet);font-size:14px}
.facts{display:grid;grid-template-columns:minmax(120px,max-content) 1fr;gap:6px 20px;margin:0}
.facts dt{color:var(--quiet)}
.facts dd{margin:0}
.facts+*,table+*,.messages+*,.memory+.memory{margin-top:18px}
table+.facts{margin-top:28px}
table{width:100%;border-collapse:collapse;font-size:15px}
.facts+table{margin-top:12px}
th,td{text-align:left;vertical-align:top;padding:7px 12px 7px 0;border-bottom:1px solid var(--edge)}
tr:last-child td{border-bottom:0}
@media (min-width:900px){td:first-child{min-width:26em}td:last-child{min-width:10em}}
th{color:var(--quiet);font-weight:600;font-size:13px}
td.number,th.number{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
td .small{color:var(--quiet);font-size:14px;display:block}
.memory header{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 16px;align-items:baseline;margin-bottom:8px}
.memory header .small .small{margin-left:8px}
.memory header .small{color:var(--quiet);font-size:14px}
.memory svg{display:block;width:100%;height:44px;margin-bottom:8px}
.memory text{font:700 13px system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;text-anchor:middle}
.key{display:inline-block;width:20px;height:20px;line-height:20px;border-radius:4px;text-align:center;font-size:12px;font-weight:700;color:var(--on-fill);margin-right:8px}
${FILL_RULES}
.messages{list-style:none;margin:0;padding:0}
.messages li{border-left:4px solid var(--tone);padding:0 0 0 12px;margin:0 0 14px}
.messages li:last-child{margin-bottom:0}
.messages p{margin:0 0 4px}
.messages .word{color:var(--tone);font-weight:700}
.messages .facts{font-size:15px;gap:2px 16px;grid-template-columns:max-content 1fr}
p.plain{margin:0}p.plain+*{margin-top:14px}
.visually-hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media (max-width:640px){
main{padding:16px 12px 40px}
section,details{padding:14px 12px}
.figures{grid-template-columns:1fr 1fr}.figures div:last-child:nth-child(odd){grid-column:1/-1}
.facts{grid-template-columns:1fr;gap:0}.facts dd{margin-bottom:8px}
.messages .facts{grid-template-columns:1fr}
table,tbody,tr,td{display:block}
thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
tr{padding:8px 0;border-bottom:1px solid var(--edge)}tr:last-child{border-bottom:0}
td{border:0;padding:1px 0}
td.number{display:inline-block;text-align:left;margin-right:16px}
td[data-label]:not(:first-child):not(.number)::before{content:attr(data-label) ": ";color:var(--quiet);font-size:14px}
}
@media print{
:root{color-scheme:light;${LIGHT}--page:#ffffff}
body{font-size:12px}
section,details,.verdict{break-inside:avoid}
details:not([open])>*{display:revert}
details::details-content{content-visibility:visible;block-size:auto}
.memory svg,.key{print-color-adjust:exact;-webkit-print-color-adjust:exact}
nav{display:none}
}
`;
