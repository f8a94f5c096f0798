/** What a list has otherwise: a wide sheet, smaller letters, a table from edge to edge. */
export const listStyle = `
@page { size: A4 landscape; margin: 20mm 15mm 18mm 20mm; }
table.grid { width: calc(100% - 0.3mm); font-size: 8.5pt; line-height: 1.35; }
table.grid th, table.grid td { padding: 0.9mm 1.4mm; }
.closing:not(:has(.signature)) { display: none; }
`;
