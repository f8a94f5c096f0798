import { printableKinds } from '../../../../shared/domain/documents/printable.ts';
import { step } from '../../../fixtures/case-steps.ts';
import { ownCertificatePath } from '../../../fixtures/own-certificate.ts';
import type { Aiming, Aims } from '../aim.ts';

type Store = 'records' | 'notes';

let certificatePath: string | undefined;
/** The certificate file of all tries. */
const ownCertificate = (): string => {
  certificatePath ??= ownCertificatePath();
  return certificatePath;
};

const storeOf = ({ dice }: Aiming): Store => dice.pick(['records', 'notes'] as const);

/** A file that is complete, of a store. */
const fileIn = (at: Aiming, store: Store): string => at.one(store === 'records' ? 'fileId' : 'noteFileId');

const bytes = new Uint8Array(Buffer.from('%PDF-1.7 bukti'));

/** A file whose taking in has begun. */
const begun = async ({ call }: Aiming, store: Store): Promise<string> => {
  const file = { store, caseId: null, name: 'bukti.pdf', mediaType: 'application/pdf', size: bytes.length };
  return (await call('attachments.begin', file))?.attachmentId ?? '';
};

/** A file whose pieces are all here. */
const appended = async (at: Aiming, store: Store): Promise<string> => {
  const attachmentId = await begun(at, store);
  await at.call('attachments.append', { store, attachmentId, offset: 0, bytes });
  return attachmentId;
};

/** A file that no act uses yet. */
export const freshFile = async (at: Aiming, store: Store = 'records'): Promise<string> => {
  const attachmentId = await appended(at, store);
  await at.call('attachments.finish', { store, attachmentId });
  return attachmentId;
};

/** A page that was prepared. */
const prepared = async ({ call, dice }: Aiming): Promise<string> =>
  (await call('documents.prepare', { form: dice.pick(printableKinds), caseId: null, draft: null }))?.viewId ?? '';

const textOf = async ({ call }: Aiming): Promise<string> =>
  (await call('texts.move', { textId: null, text: 'awal ' }))?.textId ?? '';

const note = { title: 'Kesan', content: '{"type":"doc"}', attachmentIds: [] };

/** Files, papers, notes and drafts. */
export const fileAims: Aims = {
  'attachments.append': async (at) => {
    const store = storeOf(at);
    return { store, attachmentId: await begun(at, store), offset: at.dice.percent(80) ? 0 : 1, bytes };
  },
  'attachments.finish': async (at) => {
    const store = storeOf(at);
    return { store, attachmentId: await (at.dice.percent(80) ? appended : begun)(at, store) };
  },
  'attachments.discard': async (at) => {
    const store = storeOf(at);
    return { store, attachmentId: at.dice.percent(50) ? await freshFile(at, store) : fileIn(at, store) };
  },
  'attachments.info': (at) => {
    const store = storeOf(at);
    return { store, attachmentId: fileIn(at, store) };
  },
  'attachments.read': (at) => {
    const store = storeOf(at);
    return { store, attachmentId: fileIn(at, store), offset: at.dice.pick([0, 1, 5]), length: 1000 };
  },
  'attachments.export': (at) => ({ attachmentId: at.one('fileId') }),
  'documents.prepare': (at) => {
    const caseId = at.dice.percent(50) ? at.one('caseId') : null;
    const offer = at.dice.pick(at.setting.offers);
    const drafted = step(offer.type as 'sessionHeld', offer.capacity as 'counsellor', { caseId: offer.caseId });
    const draft = at.dice.percent(50) ? { ...drafted, about: offer.about } : null;
    return { form: at.dice.pick(printableKinds), caseId: draft === null ? caseId : offer.caseId, draft };
  },
  'documents.ofAct': (at) => ({ hash: at.one(at.dice.percent(70) ? 'paperHash' : 'actHash') }),
  'documents.readView': async (at) => ({ viewId: await prepared(at), offset: 0, length: 1000 }),
  'documents.print': async (at) => ({
    source: at.dice.percent(50) ? { viewId: await prepared(at) } : { documentId: at.one('documentId') },
  }),
  'documents.exportView': async (at) => ({ viewId: await prepared(at) }),
  'documents.export': (at) => ({ documentIds: [at.one('documentId')] }),
  'documents.exportWithCertificate': async (at) => {
    const own = at.dice.percent(80) ? await at.call('documents.ofAct', { hash: at.one('paperHash') }) : undefined;
    return {
      documentId: own?.documentId ?? at.one('documentId'),
      fileToken: at.world.context.files.issue('file', ownCertificate()),
    };
  },
  'documents.check': (at) => ({ attachmentId: at.one('fileId') }),
  'texts.move': async (at) => ({ textId: at.dice.percent(50) ? await textOf(at) : null, text: 'lagi' }),
  'notes.save': async (at) => {
    const moved = at.dice.percent(40) ? { content: '', movedBefore: await textOf(at) } : {};
    return { noteId: at.dice.percent(50) ? at.one('noteId') : null, caseId: null, ...note, ...moved };
  },
  'notes.erase': async (at) => {
    const attachmentIds = at.dice.percent(50) ? [await freshFile(at, 'notes')] : [];
    const kept = await at.call('notes.save', { noteId: null, caseId: null, ...note, attachmentIds });
    return { noteId: kept?.noteId ?? '' };
  },
  'notes.decide': (at) => {
    const fate = at.dice.pick(['keep', 'keepUntil'] as const);
    return { fate, until: fate === 'keep' ? null : at.dice.pick(['2200-01-01', '2020-01-01']) };
  },
  'notes.exportFile': async (at) => {
    const attachmentId = await freshFile(at, 'notes');
    const kept = await at.call('notes.save', { noteId: null, caseId: null, ...note, attachmentIds: [attachmentId] });
    return { noteId: kept?.noteId ?? '', attachmentId };
  },
  'drafts.get': (at) => ({ draftId: at.one('draftId') }),
  'drafts.save': async (at) => {
    const draft = { kind: 'resultSigned', caseId: at.one('caseId'), subjectKey: at.dice.pick(['', 'x', 'y']) };
    const moved = at.dice.percent(40) ? { movedBefore: await textOf(at) } : {};
    return { ...draft, content: '{"problem":"…"}', ...moved };
  },
  'drafts.discard': async (at) => {
    const draft = { kind: 'resultSigned', caseId: null, subjectKey: 'buang', content: '{}' };
    return { draftId: (await at.call('drafts.save', draft))?.draftId ?? '' };
  },
};
