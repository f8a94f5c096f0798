/**
 * Style of every paper: A4, 12 mm of room above and below for classification and page numbers, fonts of the
 * system, black on white; red is for the label of classified papers alone.
 */
export const printStyle = `
@page { size: A4; margin: 21mm 20mm 20mm 24mm; }
* { box-sizing: border-box; }
html { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
body { margin: 0; color: #111; font: 10.5pt/1.45 'Liberation Sans', Arial, Helvetica, 'Noto Sans', 'DejaVu Sans', sans-serif; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
p { margin: 0; orphans: 2; widows: 2; }
p + p { margin-top: 1.5mm; }
table { width: calc(100% - 0.3mm); border-collapse: collapse; table-layout: fixed; }
th { text-align: left; font-weight: 600; overflow-wrap: normal; }
td, th { vertical-align: top; }
.mark-row { display: flex; align-items: baseline; gap: 6mm; margin-bottom: 3mm; }
.classification { font-weight: 700; letter-spacing: 0.04em; }
.red { color: #b00020; }
.copy-number { font-size: 9pt; }
header.letterhead { text-align: center; padding-bottom: 2.5mm; margin-bottom: 5mm; border-bottom: 1.6pt solid #111; position: relative; }
header.letterhead::after { content: ''; position: absolute; left: 0; right: 0; bottom: -4.2pt; border-bottom: 0.6pt solid #111; }
header.letterhead .name { font-size: 13pt; font-weight: 700; letter-spacing: 0.02em; text-transform: uppercase; }
header.letterhead .address { font-size: 8.5pt; color: #333; margin-top: 0.5mm; }
h1 { font-size: 13pt; line-height: 1.3; text-align: center; text-transform: uppercase; letter-spacing: 0.02em; margin: 6mm 0 0; }
.number { display: flex; justify-content: center; align-items: flex-end; gap: 2mm; margin: 1mm 0 0; }
.number .rule { width: 62mm; height: 5mm; }
.title-block { margin-bottom: 5mm; }
.copy { border: 1.2pt solid #111; padding: 2.5mm 4mm; margin: 0 0 5mm; break-inside: avoid; display: flex; gap: 8mm; align-items: center; }
.copy .word { white-space: nowrap; font-size: 17pt; font-weight: 700; letter-spacing: 0.14em; }
table.pairs { width: auto; margin: 0; table-layout: auto; font-size: 9.5pt; }
table.pairs th { font-weight: 400; padding: 0.3mm 5mm 0.3mm 0; white-space: nowrap; }
table.pairs th::after { content: ' :'; }
table.pairs td { padding: 0.3mm 0; min-width: 70mm; }
table.meta { margin: 4mm 0 0; }
table.meta td .rule { margin-top: -1mm; }
.addressee { margin: 0 0 5mm; }
.addressee p + p { margin-top: 0; }
table.identity { margin: 0 0 5mm; font-size: 9.5pt; break-inside: avoid; }
table.identity th, table.identity td { border: 0.5pt solid #777; padding: 1.1mm 2mm; }
table.identity thead th { background: #f1f1f1; }
table.identity thead th:first-child { width: 44mm; }
table.identity tbody th { font-weight: 400; color: #333; }
table.identity td.empty { height: 7.5mm; }
section { margin: 0 0 4mm; }
h2 { font-size: 10.5pt; margin: 0 0 1.2mm; break-after: avoid; }
h2 + * { break-before: avoid; }
section > *:not(h2) { margin-left: 5.4mm; }
section.short { break-inside: avoid; }
section.plain > * { margin-left: 0; }
.label { color: #333; font-size: 9.5pt; break-after: avoid; }
.field { margin-bottom: 2mm; }
.field .value { text-align: left; }
.field.beside { display: flex; gap: 3mm; break-inside: avoid; margin-bottom: 1mm; }
.field.beside .label { width: 52mm; flex: none; font-size: 10.5pt; display: flex; justify-content: space-between; align-items: flex-start; gap: 2mm; }
.field.beside .label::after { content: ':'; }
.field.beside.empty { align-items: flex-end; }
.field.beside.empty .label { line-height: 1.2; }
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
.signatures { display: flex; flex-wrap: wrap; justify-content: flex-end; gap: 6mm 5mm; }
.signatures.several { justify-content: space-between; flex: 1; }
.signatures.many .signature { width: 52mm; font-size: 9.5pt; }
.closing { margin-top: 6mm; break-before: avoid; break-inside: avoid; }
.closing.single { display: flex; justify-content: space-between; gap: 6mm; align-items: flex-end; }
.closing.single .check { flex: 1; min-width: 0; display: block; border: 0; padding: 0; margin: 0; }
.closing.single .qr { display: block; margin: 0 0 0.5mm -2.4mm; }
.signature { width: 74mm; break-inside: avoid; display: flex; flex-direction: column; }
.signature p + p { margin-top: 0; }
.signature .place { min-height: 1.45em; margin-bottom: 1mm; }
.signature .place .rule { height: 5mm; }
.signature .titles { flex: 1; }
.signature .room { height: 20mm; }
.signature .stated { height: 20mm; display: flex; align-items: center; }
.signature .stated span { border: 0.5pt solid #777; border-radius: 1mm; padding: 1.2mm 2.5mm; font-size: 9pt; color: #333; }
.signature .name { font-weight: 700; text-decoration: underline; text-underline-offset: 2pt; }
.signature .rule.name { height: 5mm; text-decoration: none; }
.check { display: flex; gap: 4mm; align-items: center; margin-top: 5mm; padding-top: 3mm; border-top: 0.5pt solid #bbb; break-inside: avoid; font-size: 8.5pt; line-height: 1.35; color: #333; }
.qr { width: 27mm; height: 27mm; flex: none; margin: -2mm 0 -2mm -2mm; }
.check .code { font-family: 'Liberation Mono', 'DejaVu Sans Mono', Consolas, monospace; font-size: 7pt; margin-top: 1mm; }
.lists { margin-top: 5mm; break-inside: avoid; font-size: 9.5pt; }
.lists ol { margin: 0.5mm 0 0; padding-left: 6mm; }
.envelope { break-before: page; }
.envelope .cut { border: 0.8pt dashed #777; padding: 8mm 10mm; min-height: 100mm; position: relative; }
.envelope .from { font-size: 9pt; color: #333; }
.envelope .to { position: absolute; left: 78mm; top: 46mm; font-size: 11.5pt; }
.envelope .to p + p, .envelope .from p + p { margin-top: 0; }
.envelope .to .first { margin-bottom: 1mm; }
.envelope .personal { position: absolute; left: 10mm; bottom: 8mm; font-weight: 700; font-size: 9.5pt; }
.envelope .hint { font-size: 8.5pt; color: #555; margin-top: 2mm; }
`;
