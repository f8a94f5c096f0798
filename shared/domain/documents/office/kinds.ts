import { isInOffice, type Role } from '../../identity/person.ts';

/** Where a paper is offered: in the list of blank forms, in a file (case), in guidance, where archives are kept. */
export type OfficePlace = 'forms' | 'case' | 'guidance' | 'retention';

/** What one kind of office paper is, and for whom and where it is offered. */
interface OfficePaper {
  /** Indonesian, as all paper. */
  readonly title: string;
  /** Whose names stand on it where they are known; `none`: nobody's but that of who signs by hand. */
  readonly names: 'employee' | 'counsellor' | 'both' | 'none';
  /** Lies open anywhere: nothing on it tells of counselling. */
  readonly neutral: boolean;
  readonly places: readonly OfficePlace[];
  /** Whose paper it is; the personnel unit, which keeps the forms, is offered all. */
  readonly roles: readonly Role[];
}

const everyone: readonly Role[] = [
  'assessor',
  'assessorSuperior',
  'authorisedOfficial',
  'counsellor',
  'coach',
  'mentor',
  'employee',
];
const inFile = ['forms', 'case'] as const;

/**
 * Papers around a file that no step makes (law: officePapers): printed, and signed by hand. One table says where
 * each is offered; `models.ts` beside it what stands on it.
 */
export const officePapers = {
  rightsSheet: { title: 'Lembar Hak Pegawai', names: 'none', neutral: false, places: inFile, roles: everyone },
  consentWithdrawal: {
    title: 'Penarikan Persetujuan Konseling Kinerja',
    names: 'both',
    neutral: false,
    places: inFile,
    roles: ['counsellor', 'employee'],
  },
  conflictDeclaration: {
    title: 'Pernyataan Bebas Benturan Kepentingan',
    names: 'both',
    neutral: false,
    places: inFile,
    roles: ['counsellor'],
  },
  serviceStatement: {
    title: 'Surat Keterangan Telah Melaksanakan Tugas',
    names: 'counsellor',
    neutral: false,
    places: ['forms', 'case', 'guidance'],
    roles: ['counsellor', 'coach', 'mentor', 'authorisedOfficial'],
  },
  accessRequest: {
    title: 'Permintaan Akses atau Perbaikan Data Pribadi',
    names: 'employee',
    neutral: false,
    places: ['forms', 'case', 'guidance'],
    roles: everyone,
  },
  accessAnswer: {
    title: 'Jawaban atas Permintaan Akses atau Perbaikan',
    names: 'employee',
    neutral: false,
    places: ['forms', 'case', 'guidance'],
    roles: everyone,
  },
  correctionNote: { title: 'Ralat', names: 'employee', neutral: false, places: inFile, roles: everyone },
  deliveryReceipt: {
    title: 'Tanda Terima Surat',
    names: 'none',
    neutral: true,
    places: ['forms', 'case', 'guidance'],
    roles: everyone,
  },
  contentList: { title: 'Daftar Isi Berkas', names: 'none', neutral: false, places: inFile, roles: ['counsellor'] },
  fileList: { title: 'Daftar Berkas', names: 'none', neutral: false, places: ['forms', 'retention'], roles: [] },
  handoverMinutes: {
    title: 'Berita Acara Serah Terima Berkas',
    names: 'none',
    neutral: false,
    places: ['forms', 'case', 'guidance'],
    roles: everyone,
  },
  transferMinutes: {
    title: 'Berita Acara Pemindahan Arsip Inaktif',
    names: 'none',
    neutral: false,
    places: ['forms', 'retention'],
    roles: [],
  },
} as const satisfies Record<string, OfficePaper>;

export type OfficePaperKind = keyof typeof officePapers;
export const officePaperKinds = Object.keys(officePapers) as OfficePaperKind[];

/** True when `text` names an office paper. */
export const isOfficePaper = (text: string): text is OfficePaperKind => Object.hasOwn(officePapers, text);

/** The office papers that a place offers to somebody with these roles; whoever has none yet is offered all. */
export const officePapersAt = (place: OfficePlace, roles: readonly Role[]): readonly OfficePaperKind[] =>
  officePaperKinds.filter((kind) => {
    const paper: OfficePaper = officePapers[kind];
    const isTheirs = roles.length === 0 || isInOffice(roles) || paper.roles.some((role) => roles.includes(role));
    return paper.places.includes(place) && isTheirs;
  });

/** Lists of all that lies in a vault, or of what has become inactive. */
export const archiveLists = ['fileList', 'transferMinutes'] as const satisfies readonly OfficePaperKind[];
export type ArchiveList = (typeof archiveLists)[number];
