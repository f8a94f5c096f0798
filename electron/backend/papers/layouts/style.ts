/**
 * Style of every paper: A4, left 3, right 2, bottom 2.5 cm, Arial 11, black on white; red is for the label of secret
 * papers alone. The signature never stands alone: what is before it comes along, two lines or the last item of it. Both
 * are one line (`whole`), which is never divided: what asks not to be (break-inside) Chromium divides after a table.
 */
export const printStyle = `
@page { size: A4; margin: 20mm 20mm 25mm 30mm; }
* { box-sizing: border-box; }
html { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
body { margin: 0; color: #111; font: 11pt/1.4 Arial, 'Liberation Sans', Helvetica, 'Noto Sans', 'DejaVu Sans', sans-serif; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
p { margin: 0; orphans: 2; widows: 2; }
p + p { margin-top: 1.5mm; }
table { width: calc(100% - 0.3mm); border-collapse: collapse; table-layout: fixed; }
th { text-align: left; font-weight: 600; overflow-wrap: normal; }
td, th { vertical-align: top; }
.mark-row { display: flex; align-items: baseline; gap: 6mm; margin-bottom: 3mm; }
.classification { font-weight: 700; letter-spacing: 0.04em; }
.red { color: #b00020; }
.copy-line { font-size: 10pt; }
.copy-word { font-weight: 700; letter-spacing: 0.14em; margin-left: auto; }
header.letterhead { display: flex; align-items: center; gap: 5mm; padding-bottom: 2.5mm; margin-bottom: 9mm; border-bottom: 1.6pt solid #111; position: relative; }
header.letterhead::after { content: ''; position: absolute; left: 0; right: 0; bottom: -4.2pt; border-bottom: 0.6pt solid #111; }
header.letterhead .logo { width: 22mm; height: 22mm; object-fit: contain; flex: none; }
header.letterhead .names { flex: 1; min-width: 0; text-align: center; }
header.letterhead .names p + p { margin-top: 0; }
header.letterhead .parent { font-size: 12pt; text-transform: uppercase; }
header.letterhead .name { font-size: 14pt; line-height: 1.25; font-weight: 700; text-transform: uppercase; }
header.letterhead .names .address { font-size: 9pt; margin-top: 0.5mm; }
h1 { font-size: 12pt; line-height: 1.3; text-align: center; text-transform: uppercase; margin: 0; }
h1.subject { font-size: inherit; font-weight: 400; text-align: left; text-transform: none; }
.decision .number, .memo .number { text-transform: uppercase; }
.about-word { text-align: center; margin-top: 3mm; }
.about { text-align: center; text-transform: uppercase; font-weight: 700; }
.letter-head { display: flex; justify-content: space-between; align-items: flex-start; gap: 6mm; margin-bottom: 6mm; }
.letter-head .date { white-space: nowrap; }
.letter-head .date .rule { display: block; width: 60mm; height: 5mm; }
.memo-head { padding-bottom: 3mm; margin-bottom: 5mm; border-bottom: 0.6pt solid #111; }
.headline { text-align: center; font-weight: 700; margin: 4mm 0; break-after: avoid; }
table.clauses { table-layout: auto; margin-bottom: 2.5mm; }
table.clauses th { font-weight: 400; width: 27mm; white-space: nowrap; }
table.clauses td { text-align: justify; padding-bottom: 1mm; }
.blank table.clauses td, .prefilled table.clauses td { text-align: left; }
table.clauses td.colon { width: 5mm; }
table.clauses td.mark { width: 8mm; white-space: nowrap; text-align: left; }
table.clauses.long td.mark { width: 52mm; padding-right: 2mm; }
.decision table.clauses.long td.mark { width: 32mm; }
table.clauses .rule { height: 6mm; }
.number { display: flex; justify-content: center; align-items: flex-end; gap: 2mm; margin: 1mm 0 0; }
.number .rule { width: 62mm; height: 5mm; }
.title-block { margin-bottom: 5mm; }
.copy { margin-top: 7mm; padding-top: 3mm; border-top: 0.5pt solid #111; break-inside: avoid; }
table.pairs { width: auto; margin: 0; table-layout: auto; }
table.pairs th { font-weight: 400; padding: 0.3mm 5mm 0.3mm 0; white-space: nowrap; }
table.pairs td.colon { padding-right: 2.5mm; }
table.pairs td { padding: 0.3mm 0; }
table.pairs td .rule { min-width: 60mm; }
table.meta { margin: 4mm 0 0; }
table.meta td .rule { margin-top: -1mm; }
.addressee { margin: 0 0 5mm; }
.addressee p + p { margin-top: 0; }
table.identity { margin: 0 0 5mm; font-size: 10pt; break-inside: avoid; }
table.identity th, table.identity td { border: 0.5pt solid #777; padding: 1.1mm 2mm; }
table.identity thead th { background: #f1f1f1; }
table.identity thead th:first-child { width: 44mm; }
table.identity tbody th { font-weight: 400; color: #333; }
table.identity td.empty { height: 7.5mm; }
section { margin: 0 0 4mm; }
h2 { font-size: 11pt; margin: 0 0 1.2mm; break-after: avoid; }
h2 + * { break-before: avoid; }
section > *:not(h2) { margin-left: 5.4mm; }
section.short { break-inside: avoid; }
section.plain > * { margin-left: 0; }
.label { color: #333; font-size: 10pt; break-after: avoid; }
.field { margin-bottom: 2mm; }
.field .value { text-align: left; }
.field.beside { display: flex; gap: 3mm; break-inside: avoid; margin-bottom: 1mm; }
.field.beside .label { width: 52mm; flex: none; font-size: inherit; color: #111; display: flex; justify-content: space-between; align-items: flex-start; gap: 2mm; }
.field.beside .label::after { content: ':'; }
.field.beside.empty { align-items: flex-end; }
.field.beside.empty .label { line-height: 1.2; }
.field.beside + .text { margin-top: 3mm; }
.field.beside .value { flex: 1; min-width: 0; }
.rule { height: 7.2mm; border-bottom: 0.5pt solid #8a8a8a; }
.field.beside .rule { height: 6mm; }
td .rule { height: 5mm; }
.text { margin-bottom: 2mm; text-align: justify; hyphens: auto; }
.choices { margin-bottom: 2mm; break-inside: avoid; }
.choices ul { list-style: none; margin: 0.5mm 0 0; padding: 0; display: flex; flex-wrap: wrap; gap: 0 8mm; }
.choices li { padding: 0.3mm 0 0.3mm 6.5mm; text-indent: -6.5mm; }
.box { display: inline-block; width: 6.5mm; text-indent: 0; font-family: 'DejaVu Sans', 'Segoe UI Symbol', 'Noto Sans Symbols 2', sans-serif; font-size: 11pt; line-height: 1; }
ol.items { margin-top: 0; margin-bottom: 2mm; padding-left: 5.5mm; }
section > ol.items { margin-left: 5.4mm; }
ol.items li { padding-left: 1mm; margin-bottom: 0.6mm; break-inside: avoid; }
table.grid { width: calc(100% - 5.7mm); font-size: 9.8pt; margin-bottom: 2mm; }
table.grid caption { text-align: left; font-size: 9.5pt; color: #333; padding-bottom: 0.8mm; }
table.grid th, table.grid td { border: 0.5pt solid #777; padding: 1.2mm 2mm; }
table.grid thead { display: table-header-group; }
table.grid thead th { background: #f1f1f1; }
table.grid tr { break-inside: avoid; }
table.grid td.empty { height: 9mm; }
.closing { break-inside: avoid; }
.whole { display: inline-block; width: 100%; vertical-align: top; text-align: left; }
.signing { margin-top: 7mm; }
section:has(+ .closing table.last), section:has(+ .closing table.last) table.grid:last-child { margin-bottom: 0; }
table.grid.last { margin-top: -0.5pt; }
.signature { width: 72mm; margin-left: auto; break-inside: avoid; }
.several .signature { display: inline-block; vertical-align: bottom; width: 48%; margin: 0 2% 5mm 0; }
.several .signature:nth-child(even) { margin-right: 0; }
.signature p + p { margin-top: 0; }
.signature .place { margin-bottom: 1mm; }
.several .signature .place { min-height: 1.4em; }
.signature .place .rule { height: 5mm; }
.signature .room { height: 20mm; }
.signature .stated { height: 20mm; padding-top: 6mm; }
.signature .stated span { border: 0.5pt solid #777; border-radius: 1mm; padding: 1.2mm 2.5mm; font-size: 9pt; color: #333; }
.signature .name { font-weight: 700; }
.signature .lead { font-weight: 700; margin-bottom: 1mm; }
.signature .rule.name { height: 5mm; text-decoration: none; }
.check { display: flex; gap: 4mm; align-items: center; margin-top: 5mm; padding-top: 3mm; border-top: 0.5pt solid #bbb; break-inside: avoid; font-size: 8.5pt; line-height: 1.35; color: #333; }
.qr { width: 27mm; height: 27mm; flex: none; margin: -2mm 0 -2mm -2mm; }
.check .code { font-family: 'Liberation Mono', 'DejaVu Sans Mono', Consolas, monospace; font-size: 6.5pt; margin-top: 1mm; }
.enclosed { margin-top: 6mm; padding-top: 2mm; border-top: 0.5pt solid #bbb; font-size: 8.5pt; line-height: 1.3; }
.enclosed h2 { font-size: 8.5pt; }
.enclosed .label, .enclosed .field.beside .label { font-size: 8.5pt; }
.enclosed .field { margin-bottom: 0.8mm; }
.enclosed section { margin-bottom: 2mm; }
.lists { margin-top: 5mm; break-inside: avoid; font-size: 10pt; }
.lists h2 { font-size: inherit; font-weight: 400; }
.lists ol { margin: 0.5mm 0 0; padding-left: 6mm; }
.envelope { break-before: page; }
.envelope .cut { border: 0.8pt dashed #777; padding: 8mm 10mm; min-height: 100mm; position: relative; }
.envelope .from { font-size: 9pt; color: #333; }
.envelope .to { position: absolute; left: 78mm; top: 46mm; font-size: 11.5pt; }
.envelope .to p + p, .envelope .from p + p { margin-top: 0; }
.envelope .to .first { margin-bottom: 1mm; }
.envelope .hint { font-size: 8.5pt; color: #555; margin-top: 2mm; }
`;
