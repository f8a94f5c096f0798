import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actRowsOf, toSealedAct } from '../../../electron/backend/case/act-rows.ts';
import { withPast } from '../../../electron/backend/formats/act/act-crypto.ts';
import { type ActType, actTypes } from '../../../shared/domain/case/act-type.ts';
import { isOwnAnswer } from '../../../shared/domain/case/acts/answers.ts';
import { availableActs, openings } from '../../../shared/domain/case/available-acts.ts';
import { type ActBody, actBodySchema, contentSchemas } from '../../../shared/domain/case/body.ts';
import { checkAct, factsOf } from '../../../shared/domain/case/check-act.ts';
import { foldCase } from '../../../shared/domain/case/fold.ts';
import { actHeaderSchema } from '../../../shared/domain/case/header.ts';
import { askedOf, type Signer } from '../../../shared/domain/case/holder.ts';
import { withIdentities } from '../../../shared/domain/case/identities.ts';
import type { CaseState, NamedHeader } from '../../../shared/domain/case/state.ts';
import { type Role, roles } from '../../../shared/domain/identity/person.ts';
import { samePerson } from '../../../shared/domain/identity/same-person.ts';
import { type Calls, callsOn, testVault } from '../../fixtures/calls.ts';
import { type ActInputDraft, attach, paperStep, step } from '../../fixtures/case-steps.ts';
import { assessor, assessorSuperior, counsellor, employee } from '../../fixtures/people/cast.ts';

/** Other things that an act of a type may say. */
const variants: { readonly [T in ActType]?: readonly Readonly<Record<string, unknown>>[] } = {
  caseOpened: [{ assessorIsHead: true }, { startsFrom: 'report' }, { startsFrom: 'assignment' }],
  changeEvaluated: [{ outcome: 'changed' }],
  counsellingDecided: [{ decision: 'no', reason: 'Belum perlu.' }],
  counsellorAssigned: [
    { kind: 'trainedAssessor', counsellor: assessor, qualification: 'Sertifikat 1/2026' },
    { kind: 'counsellingOfficial', qualification: 'SK 2/2026' },
    { counsellor: employee },
  ],
  assignmentAnswered: [{ answer: 'declined' }],
  consentRecorded: [{ consent: 'refused' }],
  resultSigned: [{ outcome: 'ended' }],
  followUpDecided: [{ deciders: [{ role: 'assessorSuperior', person: assessorSuperior }] }],
  statusNotified: [{ status: 'closed' }, { status: 'notCounselled' }, { status: 'counselled' }],
  caseClosed: [{ reason: 'behaviourChanged' }, { reason: 'notCounselled' }, { reason: 'other' }],
};

/** Choices for one step: numbers that are taken modulo what there is to choose from. */
const choice = fc.record({
  lawful: fc.integer({ min: 0, max: 9 }).map((n) => n < 8),
  type: fc.nat(),
  capacity: fc.nat(),
  about: fc.nat(),
  variant: fc.nat({ max: 5 }),
  paper: fc.boolean(),
  files: fc.nat({ max: 2 }),
});
type Choice = typeof choice extends fc.Arbitrary<infer T> ? T : never;

interface Known {
  readonly acts: readonly NamedHeader[];
  /** As they were signed. */
  readonly signed: ReadonlyMap<string, ActBody>;
  /** As they are read: a number that was mended stands there mended. */
  readonly bodies: ReadonlyMap<string, ActBody>;
  readonly state: CaseState;
}

/** The case as the bare rows have it, folded by the domain alone. */
const knownOf = (calls: Calls, caseId: string | null): Known => {
  const rows = caseId === null ? [] : actRowsOf(calls.context.vault.records, caseId);
  const parse = (bytes: Uint8Array | null): unknown => JSON.parse(Buffer.from(bytes ?? []).toString());
  const acts = rows.map((row) => ({
    hash: row.hash.toString('hex'),
    header: withPast(actHeaderSchema.parse(parse(row.header)), toSealedAct(row).openings),
  }));
  const signed = new Map(rows.map((row) => [row.hash.toString('hex'), actBodySchema.parse(parse(row.body))]));
  const state = foldCase(acts);
  // Who holds the vault made every ralat: it is answered.
  return { acts, signed, bodies: withIdentities(state, signed, () => true), state };
};

const pick = <T>(list: readonly T[], n: number): T | undefined => list[n % Math.max(1, list.length)];

const variantOf = (type: ActType, n: number, known: Known, about: string | null) => {
  if (type !== 'actCorrected') return n < 3 ? {} : (pick(variants[type] ?? [{}], n) ?? {});
  return { content: known.bodies.get(about ?? '')?.content ?? {} };
};

/** An act to try: mostly one that the panel offers, sometimes anything. */
const inputOf = (known: Known, caseId: string | null, c: Choice, files: readonly string[]): ActInputDraft => {
  const offered = (caseId === null ? openings(roles) : availableActs(known.state, { roles })).filter(
    // Alone nobody is asked whether paper is true.
    ({ obstacles, type }) => obstacles.length === 0 && type !== 'paperAnswered',
  );
  const offer = c.lawful ? pick(offered, c.type) : undefined;
  const type = offer?.type ?? actTypes[c.type % actTypes.length] ?? 'caseOpened';
  const hashes = known.acts.map(({ hash }) => hash);
  const about =
    (offer === undefined ? (c.about % 3 === 0 ? null : pick(hashes, c.about)) : pick(offer.about, c.about)) ?? null;
  const capacity: Role = pick(offer === undefined ? roles : offer.capacities, c.capacity) ?? 'assessor';
  const make = c.paper ? paperStep : step;
  const attachmentIds = files.slice(0, c.files);
  return make(type, capacity, { caseId, about, attachmentIds, content: variantOf(type, c.variant, known, about) });
};

/** Codes for which the domain refuses an act, by its pure functions alone. */
const expectedCodes = (
  known: Known,
  input: ActInputDraft,
  holderRoles: readonly Role[],
  attachments: ActBody['attachments'],
) => {
  const { type, capacity, about, paper } = input;
  const content = contentSchemas[type].safeParse(input.content);
  if (!content.success) return ['contentInvalid'];
  const body = actBodySchema.parse({
    author: paper === null ? counsellor : input.author,
    authorOffice: '',
    content: content.data,
    attachments,
    paper,
    institution: 'Badan Contoh',
  });
  const facts = factsOf(type, body);
  if (!facts.ok) return ['contentInvalid'];
  const header = {
    type,
    capacity,
    about,
    origin: paper === null ? ('vault' as const) : ('paper' as const),
    facts: [...facts.value],
  };
  const { state, bodies, signed } = known;
  const signer: Signer = {
    is: (person) => samePerson(person, counsellor),
    has: (role) => holderRoles.includes(role),
  };
  const sees = askedOf(state, bodies, header, body, signer);
  const found = checkAct({ state, header, body, bodies, signed, holderRoles, sees });
  const codes = found.filter(({ severity }) => severity === 'block').map(({ code }) => code);
  const isAnswer = isOwnAnswer(header) && known.acts.some(({ hash }) => hash === about);
  return isAnswer ? [...new Set([...codes, 'answerNotYours'])] : codes;
};

const changesOf = (calls: Calls) =>
  [calls.context.vault.records, calls.context.vault.notes].map((db) =>
    db.$client.prepare('SELECT total_changes()').pluck().get(),
  );

describe('recording', () => {
  it('allows exactly what the pure check allows, and writes nothing otherwise', async () => {
    const holderRoles: Role[] = roles.filter((role) => role !== 'employee' && role !== 'authorisedOfficial');
    // The holder is the counsellor of the cast, so that own acts in every capacity are tried by one person.
    const calls = callsOn(await testVault(counsellor, holderRoles));
    const outcomes = { recorded: 0, refused: 0 };
    const types = new Set<ActType>();

    const attempt = async (caseId: string | null, c: Choice): Promise<string | null> => {
      const files = await Promise.all([attach(calls, '%PDF-1.7 a'), attach(calls, 'b')]);
      const known = knownOf(calls, caseId);
      const input = inputOf(known, caseId, c, files);
      const refs = await Promise.all(
        input.attachmentIds.map((attachmentId) => calls.get('attachments.info', { store: 'records', attachmentId })),
      );
      const expected = expectedCodes(known, input, holderRoles, refs);
      const before = changesOf(calls);
      const result = await calls.call('case.recordAct', { ...input, draftId: null });
      if (result.ok) {
        expect(expected).toEqual([]);
        outcomes.recorded += 1;
        types.add(input.type);
        return result.value.caseId;
      }
      expect(changesOf(calls)).toEqual(before);
      outcomes.refused += 1;
      const { code, details } = result.error;
      const codes = (details?.codes ?? []) as readonly string[];
      if (code === 'actNotAllowed') expect([...codes].sort()).toEqual([...expected].sort());
      else expect(expected).toContain(code);
      return caseId;
    };

    await fc.assert(
      fc.asyncProperty(fc.array(choice, { minLength: 10, maxLength: 40 }), async (choices) => {
        let caseId: string | null = null;
        for (const c of choices) caseId = await attempt(caseId, c);
        if (caseId === null) return;
        const view = await calls.get('case.open', { caseId });
        expect(view.acts.every((act) => act.damage === null && act.withoutEffect === null)).toBe(true);
        expect(view.summary.phase).toBe(knownOf(calls, caseId).state.phase);
      }),
      { numRuns: 30 },
    );
    expect(outcomes.recorded).toBeGreaterThan(20);
    expect(outcomes.refused).toBeGreaterThan(20);
    expect(types.size).toBeGreaterThan(8);
  }, 180_000);
});
