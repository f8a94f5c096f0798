/** A conduct guide (panduan perilaku) of a core value. */
export interface Conduct {
  readonly code: string;
  /** The reference text itself; Indonesian in every language of the window. */
  readonly text: string;
}

/** A core value (nilai dasar) or an aspect of work behaviour. */
export interface CoreValue extends Conduct {
  readonly conducts: readonly Conduct[];
}

const value = (code: string, text: string, conducts: readonly string[]): CoreValue => ({
  code,
  text,
  conducts: conducts.map((conduct, index) => ({ code: `${code}${index + 1}`, text: conduct })),
});

/** BerAKHLAK, the core values of civil servants, each with its three conduct guides (law: coreValues). */
export const berakhlak: readonly CoreValue[] = [
  value('serviceOriented', 'Berorientasi Pelayanan', [
    'Memahami dan memenuhi kebutuhan masyarakat',
    'Ramah, cekatan, solutif, dan dapat diandalkan',
    'Melakukan perbaikan tiada henti',
  ]),
  value('accountable', 'Akuntabel', [
    'Melaksanakan tugas dengan jujur, bertanggung jawab, cermat, disiplin dan berintegritas tinggi',
    'Menggunakan kekayaan dan barang milik negara secara bertanggung jawab, efektif, dan efisien',
    'Tidak menyalahgunakan kewenangan jabatan',
  ]),
  value('competent', 'Kompeten', [
    'Meningkatkan kompetensi diri untuk menjawab tantangan yang selalu berubah',
    'Membantu orang lain belajar',
    'Melaksanakan tugas dengan kualitas terbaik',
  ]),
  value('harmonious', 'Harmonis', [
    'Menghargai setiap orang apapun latar belakangnya',
    'Suka menolong orang lain',
    'Membangun lingkungan kerja yang kondusif',
  ]),
  value('loyal', 'Loyal', [
    'Memegang teguh ideologi Pancasila, UUD NRI Tahun 1945, setia kepada NKRI serta pemerintahan yang sah',
    'Menjaga nama baik sesama ASN, pimpinan, instansi, dan negara',
    'Menjaga rahasia jabatan dan negara',
  ]),
  value('adaptive', 'Adaptif', [
    'Cepat menyesuaikan diri menghadapi perubahan',
    'Terus berinovasi dan mengembangkan kreativitas',
    'Bertindak proaktif',
  ]),
  value('collaborative', 'Kolaboratif', [
    'Memberi kesempatan kepada berbagai pihak untuk berkontribusi',
    'Terbuka dalam bekerja sama untuk menghasilkan nilai tambah',
    'Menggerakkan pemanfaatan berbagai sumber daya untuk tujuan bersama',
  ]),
];

/** The older aspects of work behaviour that a source names (law: olderAspects); they have no conduct guides. */
export const pp30Aspects: readonly CoreValue[] = [
  value('pp30Service', 'Orientasi pelayanan', []),
  value('pp30Commitment', 'Komitmen', []),
  value('pp30Initiative', 'Inisiatif kerja', []),
  value('pp30Cooperation', 'Kerja sama', []),
  value('pp30Leadership', 'Kepemimpinan', []),
];

/** Aspects that are looked at only of those who have staff (law: olderAspects). */
export const staffAspects: readonly string[] = ['pp30Leadership'];

/** The reference lists to choose from in the settings. */
export const conductLists = { berakhlak, pp30: pp30Aspects } as const;
export type ConductList = keyof typeof conductLists;

/** Text of every code of every list, so that older acts stay readable when the setting changes. */
export const conductTexts: Readonly<Record<string, string>> = Object.fromEntries(
  Object.values(conductLists).flatMap((list) =>
    list.flatMap((entry) => [entry, ...entry.conducts].map(({ code, text }) => [code, text])),
  ),
);
