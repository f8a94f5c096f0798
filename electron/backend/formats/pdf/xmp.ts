import { toIsoInstant } from '@shared/kernel/date.ts';

/** What a paper says of itself in XMP. */
export interface XmpFacts {
  readonly title: string;
  readonly at: Date;
  /** Names of the files inside. */
  readonly attached: readonly string[];
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Text as XML 1.0 takes it. */
const xmlText = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML forbids
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, ' ')
    .replace(/[&<>]/g, (sign) => entities[sign] ?? '');

const bag = (name: string, entries: readonly string[]): string =>
  entries.length === 0
    ? ''
    : `<dc:${name}><rdf:Bag>${entries.map((entry) => `<rdf:li>${xmlText(entry)}</rdf:li>`).join('')}</rdf:Bag></dc:${name}>\n`;

/**
 * XMP (ISO 16684-1) of a paper: its title, language, times, what made it, and the names of the files inside. No person
 * is named: that is for the page.
 */
export const xmpPacket = ({ title, at, attached }: XmpFacts): string => {
  const time = toIsoInstant(at.getTime()).replace(/\.\d+Z$/, 'Z');
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${xmlText(title)}</rdf:li></rdf:Alt></dc:title>
${bag('language', ['id'])}${bag('relation', attached)}<xmp:CreatorTool>Bilik</xmp:CreatorTool>
<xmp:CreateDate>${time}</xmp:CreateDate>
<xmp:ModifyDate>${time}</xmp:ModifyDate>
<pdf:Producer>Bilik</pdf:Producer>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`;
};
