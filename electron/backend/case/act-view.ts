import type { ActView } from '@shared/contract/case.ts';
import { isDayTold, statedOnOf } from '@shared/domain/case/act-days.ts';
import { withoutGiver } from '@shared/domain/case/asked-gates.ts';
import type { ActBody, AttachmentRef } from '@shared/domain/case/body.ts';
import { currentContent } from '@shared/domain/case/contents.ts';
import { enteredAsOf, isClockCorrected } from '@shared/domain/case/header.ts';
import { deliveries } from '@shared/domain/case/routes.ts';
import { actOf, type CaseState, waitingAct } from '@shared/domain/case/state.ts';
import { documentKindOfAct } from '@shared/domain/documents/kind.ts';
import { roles } from '@shared/domain/identity/person.ts';
import { toLocalDay } from '@shared/kernel/date.ts';
import { keyFingerprint } from '../crypto/key-fingerprint.ts';
import type { CaseFile } from './case-file.ts';
import { isInMyName } from './in-my-name.ts';
import type { BrokenAct, StoredAct } from './stored-act.ts';

/** Who receives what of an act, as a list. */
export const toDeliveries = (forms: ReturnType<typeof deliveries>): ActView['deliveries'] =>
  roles.map((role) => ({ role, form: forms[role] }));

/** Deliveries of what stays in this vault. */
export const noDeliveries: ActView['deliveries'] = roles.map((role) => ({ role, form: 'nothing' }));

/** Content of an act as any window gets it: what others wrote, without names that nobody agreed to. */
export const toContentView = <C extends ActBody['content'] | null>(
  { file, ownKeys }: Pick<Viewed, 'file' | 'ownKeys'>,
  act: Pick<StoredAct, 'header'>,
  content: C,
): C => {
  const { authorKey, type, about } = act.header;
  if (content === null || ownKeys.includes(authorKey)) return content;
  return withoutGiver(type, content, file.byHash.get(about ?? '')?.header.type) as C;
};

/** The body of an act as the window gets it: without the ids that its author gave to files. */
const toBodyView = (viewed: Viewed, act: StoredAct): ActView['body'] => {
  if (act.body === null) return null;
  const { attachments: _, ...shown } = act.body;
  return { ...shown, content: toContentView(viewed, act, shown.content) };
};

/** What the view of an act is made from beside the act. */
export interface Viewed {
  readonly file: CaseFile;
  /** Key of this vault, hexadecimal. */
  readonly key: string;
  /** Acts that stay here, and are said to; none where there is nobody to send to. */
  readonly ownRecords: ReadonlySet<string>;
  /** By this it is told who receives what. */
  readonly routed: CaseState;
  /** What the holder answered to corrections of identity, by hash. */
  readonly answers: ReadonlyMap<string, boolean>;
  /** Keys that the holder has or had. */
  readonly ownKeys: readonly string[];
  /** Whether the directory of this vault has a key for the author of an act from paper. */
  readonly isAuthorKnown: (act: StoredAct) => boolean;
  /** The files that an act names, under their ids of this vault. */
  readonly filesOf: (act: StoredAct) => AttachmentRef[];
  /** Other papers that bear the number of an act too, by its hash. */
  readonly numbersAlsoOn: ReadonlyMap<string, NonNullable<ActView['numberAlsoOn']>>;
  /** Whose key one is, by the directory; undefined where it knows nobody. */
  readonly nameOfKey: (key: string) => string | undefined;
}

/** How an act from paper stands with its author; nothing where nobody's key is named or known. */
const confirmationOf = ({ file, isAuthorKnown }: Viewed, act: StoredAct): ActView['confirmation'] => {
  const waits = waitingAct(file.shared, act.hash);
  const asks = (waits ?? actOf(file.shared, act.hash))?.asks ?? null;
  if (asks === null) return null;
  const answer = file.shared.answers[act.hash];
  if (answer !== undefined || waits !== undefined) return answer ?? 'waiting';
  return asks.key !== null || isAuthorKnown(act) ? 'unconfirmed' : null;
};

const waitingCode = (state: CaseState, hash: string): string | null =>
  waitingAct(state, hash) === undefined ? null : 'waitsForAuthor';

const identityOf = ({ file, answers }: Viewed, { hash, header, body }: StoredAct): ActView['identity'] => {
  const isAsked = header.type === 'identityCorrected' && body !== null && actOf(file.state, hash) !== undefined;
  if (!isAsked) return null;
  const same = answers.get(hash);
  return same === undefined ? 'open' : same ? 'same' : 'other';
};

const toView = (viewed: Viewed, act: StoredAct): ActView => {
  const { file, key, ownRecords, routed, filesOf } = viewed;
  const { state, bodies, superseded } = file;
  const alsoOn = viewed.numbersAlsoOn.get(act.hash);
  const { type, capacity, origin, facts, statedAt, about, authorKey } = act.header;
  return {
    hash: act.hash,
    type,
    capacity,
    origin,
    facts: [...facts],
    statedAt,
    statedOn: statedOnOf(act.header),
    isDayTold: isDayTold(act.header),
    recordedAt: act.recordedAt,
    about,
    own: authorKey === key,
    ownRecord: ownRecords.has(act.hash),
    enteredAs: enteredAsOf(act.header),
    clockCorrected: isClockCorrected(act.header),
    confirmation: confirmationOf(viewed, act),
    inMyName: isInMyName(file, viewed.ownKeys, act),
    identity: identityOf(viewed, act),
    keyFingerprint: keyFingerprint(authorKey),
    signer: viewed.nameOfKey(authorKey) ?? null,
    damage: act.damage,
    withoutEffect: superseded.has(act.hash)
      ? 'superseded'
      : (state.refused.find((refused) => refused.hash === act.hash)?.code ?? waitingCode(state, act.hash)),
    body: toBodyView(viewed, act),
    files: filesOf(act),
    attachmentNames: act.body?.attachments.map(({ name }) => name) ?? [],
    byParts: act.header.format === 'bilik/act/v2',
    currentContent: toContentView(viewed, act, currentContent(state, bodies, act.hash)),
    correctedBy: state.corrections[act.hash] ?? null,
    ...(alsoOn !== undefined && { numberAlsoOn: alsoOn }),
    deliveries: ownRecords.has(act.hash) ? noDeliveries : toDeliveries(deliveries(act.header, routed)),
    documentKind: documentKindOfAct(type),
  };
};

/** An act of which nothing holds but that it is there. */
const toBrokenView = (act: BrokenAct): ActView => ({
  hash: act.hash,
  type: act.type,
  capacity: 'employee',
  origin: 'vault',
  facts: [],
  statedAt: act.recordedAt,
  statedOn: toLocalDay(act.recordedAt),
  isDayTold: true,
  recordedAt: act.recordedAt,
  about: null,
  own: false,
  ownRecord: false,
  enteredAs: null,
  clockCorrected: false,
  confirmation: null,
  inMyName: false,
  identity: null,
  keyFingerprint: '',
  signer: null,
  damage: act.damage,
  withoutEffect: act.damage,
  body: null,
  files: [],
  attachmentNames: [],
  byParts: false,
  currentContent: null,
  correctedBy: null,
  deliveries: [],
  documentKind: null,
});

/** All acts of a case: those in effect in the order of the fold, then the others in the order of their arrival. */
export const actViews = (viewed: Viewed): ActView[] => {
  const { file } = viewed;
  const inEffect = file.state.acts.flatMap((folded) => file.byHash.get(folded.hash) ?? []);
  const others = file.acts.filter((act) => !inEffect.includes(act));
  return [...[...inEffect, ...others].map((act) => toView(viewed, act)), ...file.broken.map(toBrokenView)];
};
