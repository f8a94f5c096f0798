import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { PDFDocument, StandardFonts } from 'pdf-lib';

/** Attachments of several kinds, each holding a canary, made afresh in `folder`. */
export interface SampleFiles {
  readonly pdf: string;
  readonly picture: string;
  readonly text: string;
  readonly table: string;
  readonly scan: string;
  readonly certificate: string;
  readonly decision: string;
}

const makePdf = async (lines: readonly string[]): Promise<Uint8Array> => {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  const page = pdf.addPage([595, 842]);
  for (const [index, line] of lines.entries()) page.drawText(line, { x: 60, y: 770 - 22 * index, size: 12, font });
  return pdf.save();
};

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
};

/** A picture like a scanned sheet: grey lines on paper. */
const makePng = (width: number, height: number): Buffer => {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const rows = Buffer.alloc(height * (width + 1), 0xf4);
  for (let y = 0; y < height; y += 1) {
    rows[y * (width + 1)] = 0;
    const written = y > 60 && y < height - 60 && y % 24 < 3;
    for (let x = 60; written && x < width - 60 - ((y * 7) % 180); x += 1) rows[y * (width + 1) + 1 + x] = 0x50;
  }
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};

/** Writes the sample files below `folder`. */
export const writeSampleFiles = async (folder: string): Promise<SampleFiles> => {
  await mkdir(folder, { recursive: true });
  const file = async (name: string, bytes: string | Uint8Array): Promise<string> => {
    const path = join(folder, name);
    await writeFile(path, bytes);
    return path;
  };
  return {
    pdf: await file(
      'catatan-umpan-balik.pdf',
      await makePdf(['Catatan umpan balik (contoh)', '3 Februari: notulen belum diserahkan.', '10 Februari: sama.']),
    ),
    picture: await file('foto-papan-tugas.png', makePng(640, 420)),
    text: await file('percakapan.txt', 'Kutipan percakapan contoh: “mohon kabar tiket 114” 🙏\nBelum ada jawaban.\n'),
    table: await file('rekap-tiket.csv', 'tanggal;tiket;selesai\n2026-02-03;114;tidak\n2026-02-10;121;tidak\n'),
    scan: await file('pindaian.png', makePng(620, 877)),
    certificate: await file(
      'sertifikat-contoh.pdf',
      await makePdf(['Sertifikat (contoh)', 'Pelatihan dasbor layanan', '6,5 JP']),
    ),
    decision: await file(
      'keputusan-contoh.pdf',
      await makePdf(['Keputusan Contoh Nomor 12/2026', 'tentang pembinaan (contoh)']),
    ),
  };
};
