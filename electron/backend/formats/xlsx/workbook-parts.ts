import { cellXml, columnName, type Workbook } from './workbook.ts';

interface Part {
  readonly name: string;
  readonly xml: string;
  /** Lies in the file as it is, uncompressed. */
  readonly stored?: true;
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Name of the only sheet. */
const sheet = 'Daftar';

const contentTypes = `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${spreadsheet}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${spreadsheet}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${spreadsheet}.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/><Override PartName="/docProps/custom.xml" ContentType="application/vnd.openxmlformats-officedocument.custom-properties+xml"/></Types>`;

const relation = (id: number, type: string, target: string): string =>
  `<Relationship Id="rId${id}" Type="${type}" Target="${target}"/>`;
const relations = (...all: readonly string[]): string =>
  `<Relationships xmlns="${packages}/relationships">${all.join('')}</Relationships>`;

const border =
  '<border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/><diagonal/></border>';
const fonts =
  '<fonts count="2"><font><sz val="11"/><name val="Arial"/></font><font><b/><sz val="11"/><name val="Arial"/></font></fonts>';
const fills =
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFEFEFEF"/><bgColor indexed="64"/></patternFill></fill></fills>';
const wrapped = '<alignment vertical="top" wrapText="1"/>';
const top = '<alignment vertical="top"/>';

const format = (numFmt: number, font: number, fill: number, bordered: boolean, alignment: string): string =>
  `<xf numFmtId="${numFmt}" fontId="${font}" fillId="${fill}" borderId="${bordered ? 1 : 0}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">${alignment}</xf>`;

/** As `@` (49) a cell stays a text when it is edited; 164 is the day as Indonesia writes it. */
const formats = [
  format(0, 0, 0, false, top),
  format(49, 0, 0, true, wrapped),
  format(164, 0, 0, true, top),
  format(1, 0, 0, true, top),
  format(2, 0, 0, true, top),
  format(49, 1, 2, true, wrapped),
  format(49, 1, 0, false, top),
  format(49, 0, 0, false, top),
];

const stylesXml = `<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts>${fonts}${fills}<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>${border}</borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${formats.length}">${formats.join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

const workbookXml = ({ lines, columns, rows }: Workbook): string => {
  const header = lines.length + 1;
  const filtered = `${sheet}!$A$${header}:$${columnName(columns.length - 1)}$${header + rows.length}`;
  return `<workbook xmlns="${main}" xmlns:r="${office}/relationships"><sheets><sheet name="${sheet}" sheetId="1" r:id="rId1"/></sheets><definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">${filtered}</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">${sheet}!$${header}:$${header}</definedName></definedNames></workbook>`;
};

const coreXml = ({ title, at }: Workbook): string =>
  `<cp:coreProperties xmlns:cp="${packages}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${cellXml(title)}</dc:title><dc:creator>Bilik</dc:creator><dc:language>id</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">${at}</dcterms:created></cp:coreProperties>`;

const customXml = ({ mark }: Workbook): string =>
  `<Properties xmlns="${office}/custom-properties" xmlns:vt="${office}/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="Bilik"><vt:lpwstr>${cellXml(mark)}</vt:lpwstr></property></Properties>`;

/** Everything of a workbook but its sheet. The mark is stored as it is, so that it is found without unpacking. */
export const workbookParts = (workbook: Workbook): readonly Part[] => {
  const parts: readonly Part[] = [
    { name: '[Content_Types].xml', xml: contentTypes },
    {
      name: '_rels/.rels',
      xml: relations(
        relation(1, `${office}/relationships/officeDocument`, 'xl/workbook.xml'),
        relation(2, `${packages}/relationships/metadata/core-properties`, 'docProps/core.xml'),
        relation(3, `${office}/relationships/custom-properties`, 'docProps/custom.xml'),
      ),
    },
    { name: 'docProps/core.xml', xml: coreXml(workbook) },
    { name: 'docProps/custom.xml', xml: customXml(workbook), stored: true },
    { name: 'xl/workbook.xml', xml: workbookXml(workbook) },
    {
      name: 'xl/_rels/workbook.xml.rels',
      xml: relations(
        relation(1, `${office}/relationships/worksheet`, 'worksheets/sheet1.xml'),
        relation(2, `${office}/relationships/styles`, 'styles.xml'),
      ),
    },
    { name: 'xl/styles.xml', xml: stylesXml },
  ];
  return parts.map((part) => ({ ...part, xml: `${declaration}${part.xml}` }));
};
