import type { ActType } from '../../../../shared/domain/case/act-type.ts';
import { contents } from '../../../fixtures/case-steps.ts';
import type { Aiming, Aims } from '../aim.ts';

/** A package that is being looked at. */
const inspected = async (at: Aiming): Promise<string> => {
  const fileTokens = [at.world.context.files.issue('file', at.dice.pick(at.setting.waiting))];
  return (await at.call('exchange.inspect', { fileTokens }))?.inspectionId ?? '';
};

const bytes = new Uint8Array(Buffer.from('age-encryption.org/v1\n'));

const begun = async ({ call }: Aiming): Promise<string> =>
  (await call('exchange.begin', { name: 'bilik-0badcafe.paket', size: bytes.length }))?.incomingId ?? '';

const appended = async (at: Aiming): Promise<string> => {
  const incomingId = await begun(at);
  await at.call('exchange.append', { incomingId, offset: 0, bytes });
  return incomingId;
};

/** Something that waits for a person, and what may be decided about it. */
const decision = async ({ call, dice }: Aiming) => {
  const items = (await call('exchange.review', { earlier: true })) ?? [];
  const item = items.length === 0 ? undefined : dice.pick(items);
  const itemId = item?.itemId ?? '0'.repeat(64);
  if (item?.decision && dice.percent(40)) return { choice: 'takeBack' as const, itemId };
  const choice = dice.pick(item?.choices.length ? item.choices : (['noted'] as const));
  if (choice === 'tell') {
    const [pair] = (await call('exchange.alike', { itemId })) ?? [];
    const { name, nip, unit } = pair?.person ?? { name: 'Siapa', nip: '', unit: '' };
    const entryId = pair?.entryId ?? '0'.repeat(32);
    return { choice, itemId, answers: [{ person: { name, nip, unit }, entryId, same: dice.percent(50) }] };
  }
  if (choice === 'take') return { choice, itemId, acts: dice.percent(50) ? null : [] };
  return choice === 'refuse' ? { choice, itemId, reason: 'Bukan dari unit kami' } : { choice, itemId };
};

/** A package that is held, if there is one. */
const heldItem = async ({ call, dice }: Aiming): Promise<string> => {
  const items = ((await call('exchange.review', { earlier: false })) ?? []).filter(({ act }) => act === null);
  return items.length === 0 ? '0'.repeat(64) : dice.pick(items).itemId;
};

/** An act that a colleague could sign, drafted for that colleague. */
const draftFor = ({ dice, setting }: Aiming) => {
  const { type, about, caseId, entryId } = dice.pick(setting.forColleagues);
  const content = { ...contents[type as ActType] };
  const draft = { type: type as ActType, about, authorOffice: '', institution: '', content, remark: '' };
  return { caseId, entryId, draft: { ...draft, attachmentIds: [] }, partBytes: null };
};

/** Packages. */
export const exchangeAims: Aims = {
  'exchange.inspect': (at) => ({
    fileTokens: [at.world.context.files.issue('file', at.dice.pick(at.setting.waiting))],
  }),
  'exchange.group': (at) => ({
    fileTokens: at.setting.waiting.map((path) => at.world.context.files.issue('file', path)),
  }),
  'exchange.import': async (at) => ({ inspectionId: await inspected(at) }),
  'exchange.importHeld': async (at) => ({ inspectionId: await inspected(at) }),
  'exchange.tellApart': async (at) => ({ inspectionId: await inspected(at), same: [] }),
  'exchange.chooseReceiver': (at) => ({
    caseId: at.one('caseId'),
    role: at.dice.pick(['personnelOfficer', 'assessor'] as const),
    entryId: at.dice.pick(at.setting.entries).entryId,
  }),
  'exchange.outbox': (at) => ({ caseId: at.one('caseId') }),
  'exchange.seal': ({ dice, setting }) => ({ ...dice.pick(setting.due), again: dice.percent(80), partBytes: null }),
  'exchange.sealDraft': draftFor,
  'exchange.sealReceipt': ({ dice, setting }) => ({
    entryId: dice.pick(setting.entries.filter(({ own }) => !own)).entryId,
  }),
  'exchange.sealErasure': async (at) => {
    const due = (await at.call('exchange.erasures', {}))?.due ?? [];
    return { entryId: (due.length === 0 ? at.setting.entries : due)[0]?.entryId ?? '' };
  },
  'exchange.settleDraft': (at) => ({
    draftId: at.one('receivedDraftId'),
    state: at.dice.pick(['signed', 'declined'] as const),
  }),
  'exchange.acknowledgeCopy': (at) => ({
    hash: at.one('copyHash') || '0'.repeat(64),
    date: '2026-06-03',
    response: '',
  }),
  'exchange.answerCopy': (at) => ({
    hash: at.one('copyHash') || '0'.repeat(64),
    date: '2026-06-03',
    response: 'Tanggapan.',
  }),
  'exchange.askCorrection': (at) => ({
    hash: at.one('copyHash') || '0'.repeat(64),
    date: '2026-06-03',
    request: 'Tanggalnya keliru.',
  }),
  'exchange.append': async (at) => ({
    incomingId: await begun(at),
    offset: at.dice.percent(80) ? 0 : 1,
    bytes,
  }),
  'exchange.finish': async (at) => ({ incomingId: await (at.dice.percent(80) ? appended : begun)(at) }),
  'exchange.alike': async (at) => ({ itemId: await heldItem(at) }),
  'exchange.decide': decision,
};
