import type { z } from 'zod';
import { requiredParties } from '../../guidance/record.ts';
import { type RecordContent, type RecordKind, recordContents } from '../../guidance/record-contents.ts';
import { fieldsOfRecord } from '../../guidance/record-fields.ts';
import type { PersonInput } from '../../identity/person.ts';
import { alsoSigned } from '../also-signed.ts';
import type { DocumentContext } from '../context.ts';
import { sectionsOf } from '../fields-on-paper.ts';
import { framePaper } from '../frame.ts';
import { knownFields } from '../known-content.ts';
import type { DocumentModel, IdentityColumn, Section, SignatureBlock } from '../model.ts';
import { paperDate } from '../paper-date.ts';
import { field, identity, periodLine, placeAndDate } from '../parts.ts';
import { guidanceTitles } from './titles.ts';

/** What a paper of coaching or mentoring shows. */
export interface GuidancePaper {
  readonly kind: RecordKind;
  readonly topic: string;
  readonly leader: PersonInput | null;
  readonly participants: readonly PersonInput[];
  readonly content: Readonly<Record<string, unknown>>;
}

const leads: Readonly<Record<RecordKind, { readonly leader: string; readonly participant: string }>> = {
  preCoaching: { leader: 'Coach', participant: 'Pegawai (coachee)' },
  coaching: { leader: 'Coach', participant: 'Pegawai (coachee)' },
  mentoringPlan: { leader: 'Mentor', participant: 'Pegawai (mentee)' },
  mentoring: { leader: 'Mentor', participant: 'Pegawai (mentee)' },
  feedbackSummary: { leader: 'Pejabat yang memberi umpan balik', participant: 'Mengetahui, Pegawai' },
  workDialogue: { leader: 'Atasan', participant: 'Pegawai' },
  learningCommunity: { leader: 'Koordinator komunitas belajar', participant: 'Anggota komunitas belajar' },
  internship: { leader: 'Pembimbing magang', participant: 'Peserta magang' },
};

/** Participants beyond the first, whose identity stands in the header: a group. */
export const groupSection = ({ participants }: Pick<GuidancePaper, 'participants'>): Section[] =>
  participants.length < 2
    ? []
    : [
        {
          heading: 'Peserta lain',
          blocks: [
            {
              block: 'list',
              items: participants.slice(1).map(({ name, nip }) => (nip ? `${name}, NIP ${nip}` : name)),
            },
          ],
        },
      ];

/** Title of the kind of leader: on the summary, whoever gives it. */
const columns = (context: DocumentContext, { kind, leader, participants }: GuidancePaper): IdentityColumn[] => [
  identity(context, 'Pegawai', participants[0] ?? null),
  identity(context, leads[kind].leader, leader),
];

const block = (
  context: DocumentContext,
  title: string,
  person: PersonInput | null | undefined,
  place: string | null,
): SignatureBlock => ({
  placeAndDate: place,
  titles: [title],
  means: context.form === 'signed' ? 'electronic' : 'ink',
  name: person?.name ?? null,
  rank: person?.rank || null,
  nip: person?.nip || null,
});

/** Participants first, the leader last with place and date; only who signs this kind. */
const signatures = (
  context: DocumentContext,
  paper: GuidancePaper,
  known: Partial<RecordContent>,
): SignatureBlock[] => {
  const { kind, leader, participants } = paper;
  const people = participants.length === 0 ? [null] : participants;
  const asked = requiredParties({ content: { ...known, kind } as RecordContent, participants: people });
  const place = placeAndDate(context, paperDate(known.date));
  const blocks = asked
    .filter((party) => party > 0)
    .map((party) => block(context, leads[kind].participant, people[party - 1], asked.includes(0) ? '' : place));
  return asked.includes(0) ? [...blocks, block(context, leads[kind].leader, leader, place)] : blocks;
};

/** Everything that one paper of coaching or mentoring shows, in the order of its fields. Pure; always Indonesian. */
export const guidanceModel = (context: DocumentContext, paper: GuidancePaper): DocumentModel => {
  const { kind, topic, content } = paper;
  const known = knownFields(recordContents[kind].shape as Record<string, z.ZodType>, content);
  const part = {
    meta: [periodLine(context), { label: 'Pokok bahasan', value: field(context, '', topic).value }],
    identity: columns(context, paper),
    sections: [...groupSection(paper), ...sectionsOf(context, fieldsOfRecord(kind, known), known)],
    attachments: [],
    signatures: signatures(context, paper, known as Partial<RecordContent>),
  };
  const enclosed = alsoSigned(context, part, [paper.leader, paper.participants, known]);
  return framePaper(kind, guidanceTitles[kind], context, { ...part, enclosed });
};
