import { describe, expect, it } from 'vitest';
import { loadCase } from '../../../electron/backend/case/load-case.ts';
import { transactRecords } from '../../../electron/backend/db/transact.ts';
import { noteWhy } from '../../../electron/backend/exchange/ledger/held-rows.ts';
import type { IncomingAct } from '../../../electron/backend/exchange/receive/judged-package.ts';
import { storeIncomingActs } from '../../../electron/backend/exchange/receive/store-incoming-acts.ts';
import { readActFile } from '../../../electron/backend/formats/act/act-container.ts';
import type { ReviewItem } from '../../../shared/contract/review.ts';
import {
  type Choice,
  choices,
  choicesOf,
  heldCodes,
  isSetAside,
  reviewKinds,
  type SetAsideKind,
  setAsideKinds,
  takingOf,
} from '../../../shared/domain/package/review.ts';
import { ok } from '../../../shared/kernel/result.ts';
import { contents } from '../../fixtures/case-steps.ts';
import { enter, registered, reported, sign } from '../../fixtures/case-walks.ts';
import { addressOf, type Forged, forgeAct, forgePackage } from '../../fixtures/forge.ts';
import { foundInstitution, look, type Member, pass } from '../../fixtures/institution.ts';
import { unwrap } from '../../fixtures/made-vault.ts';
import * as people from '../../fixtures/people/cast.ts';
import { writable } from '../../fixtures/writable.ts';

// Every kind of the list "Perlu diperiksa" meets every choice: what its row gives works and goes back, all else is
// refused. A kind without a scene fails here.

const cast = {
  head: { person: people.personnelHead, roles: ['personnelHead'] },
  officer: { person: people.personnelOfficer, roles: ['personnelOfficer'] },
  assessor: { person: people.assessor, roles: ['assessor'] },
} as const;

/** A thing of the list, at the member who has it. */
interface Shown {
  readonly at: Member;
  readonly itemId: string;
}

const itemAt = async ({ at, itemId }: Shown): Promise<ReviewItem | undefined> =>
  (await at.calls.get('exchange.review', { earlier: true })).find((item) => item.itemId === itemId);

/** What a choice comes to: `ok`, or the code by which it is refused. `acts`: what would be taken. */
const outcome = async ({ at, itemId }: Shown, choice: Choice | 'takeBack', acts: string[] | null = null) => {
  const answers = [{ person: { name: 'Siapa Saja', nip: '', unit: '' }, entryId: 'e'.repeat(32), same: true }];
  const inputs = {
    tell: { choice: 'tell', itemId, answers },
    take: { choice: 'take', itemId, acts },
    refuse: { choice: 'refuse', itemId, reason: 'Alasan.' },
    ask: { choice: 'ask', itemId },
    noted: { choice: 'noted', itemId },
    keep: { choice: 'keep', itemId },
    takeBack: { choice: 'takeBack', itemId },
  } as const;
  return at.calls.get('exchange.decide', inputs[choice] as (typeof inputs)['take']).then(
    () => 'ok',
    (thrown: Error) => /[a-z]+[A-Z]\w+/.exec(thrown.message)?.[0] ?? thrown.message,
  );
};

/** Every choice about something of a case, as its row says. */
const chooseAll = async (shown: Shown, kind: SetAsideKind): Promise<void> => {
  expect(await itemAt(shown), kind).toMatchObject({ kind, choices: choicesOf(kind), waits: setAsideKinds[kind].waits });
  for (const choice of choices) {
    const isOpen = choicesOf(kind).includes(choice);
    const came = await outcome(shown, choice);
    if (isOpen) expect([kind, choice, came]).toEqual([kind, choice, 'ok']);
    else expect([kind, choice, ['choiceNotOpen', 'unknownItem'].includes(came)]).toEqual([kind, choice, true]);
    if (!isOpen || choice === 'ask') continue;
    expect(await itemAt(shown)).toMatchObject({ waits: false, decision: { choice } });
    expect([kind, choice, await outcome(shown, 'takeBack')]).toEqual([kind, choice, 'ok']);
  }
  const isAsked = choicesOf(kind).includes('ask');
  expect(await itemAt(shown)).toMatchObject({
    kind,
    waits: setAsideKinds[kind].waits,
    decision: null,
    askedAt: isAsked ? expect.any(String) : null,
  });
};

/** The officer enters the head's decision from paper, works on by it, and the head has it. */
const decidedOnPaper = async () => {
  const { officer, head } = (await foundInstitution(cast)).members;
  const caseId = await registered(officer.calls);
  const decided = await enter(officer.calls, caseId, 'counsellingDecided', 'personnelHead');
  const assigned = await enter(officer.calls, caseId, 'counsellorAssigned', 'authorisedOfficial');
  await pass(officer, head, caseId);
  return { officer, head, caseId, decided, assigned };
};

/** The same, denied by the head, and the officer has that. */
const deniedByHead = async () => {
  const scene = await decidedOnPaper();
  const { officer, head, caseId, decided } = scene;
  await sign(head.calls, caseId, 'paperAnswered', 'personnelHead', { about: decided, content: { answer: 'denied' } });
  await pass(head, officer, caseId);
  return scene;
};

/** Puts an act into a vault as version 0.3 took it: without asking by what is asked today. */
const takenBefore = ({ vault, exchange }: Member, caseId: string, { bytes }: Forged): void => {
  const { opened, sealed } = unwrap(readActFile(bytes));
  const act: IncomingAct = { ...opened, sealed, form: 'all', news: 'new' };
  const judged = { opened: { manifest: { caseId } }, acts: [act] } as unknown as Parameters<
    typeof storeIncomingActs
  >[2];
  unwrap(
    transactRecords(vault.records, (tx) => {
      storeIncomingActs(exchange.work, tx, judged, () => undefined);
      return ok(null);
    }),
  );
};

/** The registration in the officer's name, entered by `by` from paper as version 0.3 signed it. */
const oldRegistration = (by: Member, { vault }: Member, caseId: string): Forged => {
  const { heads, report } = loadCase(vault.records, caseId).state;
  return forgeAct(by, {
    caseId,
    type: 'reportRegistered',
    capacity: 'personnelOfficer',
    refs: heads,
    about: report?.hash ?? null,
    content: contents.reportRegistered,
    origin: 'paper',
    // Nobody of those who have a vault here: whoever has one is asked about it.
    author: people.otherEmployee,
    paper: { medium: 'ink', documentNumber: '', documentDate: '', remark: '' },
    asOld: true,
  });
};

/** How each kind comes into the list. */
const scenes: Readonly<Record<SetAsideKind, () => Promise<Shown>>> = {
  waitsForAuthor: async () => {
    const { officer, decided } = await decidedOnPaper();
    return { at: officer, itemId: decided };
  },
  asksMe: async () => {
    const { head, decided } = await decidedOnPaper();
    return { at: head, itemId: decided };
  },
  denied: async () => {
    const { officer, decided } = await deniedByHead();
    return { at: officer, itemId: decided };
  },
  withoutEffect: async () => {
    const { officer, assigned } = await deniedByHead();
    return { at: officer, itemId: assigned };
  },
  superseded: async () => {
    const { officer, assessor } = (await foundInstitution(cast)).members;
    const { caseId, report } = await reported(officer.calls);
    await pass(officer, assessor, caseId);
    const own = await enter(assessor.calls, caseId, 'reportRegistered', 'personnelOfficer', { about: report });
    await sign(officer.calls, caseId, 'reportRegistered', 'personnelOfficer', { about: report });
    await pass(officer, assessor, caseId);
    return { at: assessor, itemId: own };
  },
  notTakenToday: async () => {
    const { officer, assessor } = (await foundInstitution(cast)).members;
    const { caseId } = await reported(officer.calls);
    const seized = oldRegistration(assessor, officer, caseId);
    takenBefore(officer, caseId, seized);
    return { at: officer, itemId: seized.hash };
  },
  keptForOneself: async () => {
    const { officer, assessor } = (await foundInstitution(cast)).members;
    const { caseId } = await reported(officer.calls);
    await pass(officer, assessor, caseId);
    const own = oldRegistration(assessor, assessor, caseId);
    takenBefore(assessor, caseId, own);
    return { at: assessor, itemId: own.hash };
  },
};

describe('what lies in a case', () => {
  it.each(reviewKinds.filter(isSetAside))('%s: meets every choice', async (kind) => {
    await chooseAll(await scenes[kind](), kind);
  });
});

/** What each choice about a package of this kind comes to, where one of its acts nobody may take; `one`: the other. */
const expectedOf = (kind: (typeof heldCodes)[number]) => {
  const taking = takingOf(kind);
  const listed = choicesOf(kind).length > 0 ? 'ok' : 'choiceNotOpen';
  return {
    // Nobody of a like name is in it.
    tell: 'choiceNotOpen',
    whole: taking === 'never' ? 'choiceNotOpen' : 'packageHeld',
    noted: 'choiceNotOpen',
    ask: listed,
    one: taking === 'whole' || taking === 'acts' ? 'ok' : 'choiceNotOpen',
    refuse: listed,
  };
};

describe('what is held', () => {
  it('meets every choice, whatever it is held for', async () => {
    const { officer, assessor } = (await foundInstitution(cast)).members;
    const { caseId } = await reported(officer.calls);
    const refs = loadCase(officer.vault.records, caseId).state.heads;
    const draft = { caseId, type: 'feedbackRecorded', capacity: 'assessor', refs } as const;
    const good = forgeAct(assessor, { ...draft, content: contents.feedbackRecorded });
    const bad = forgeAct(officer, { ...draft, content: contents.feedbackRecorded });
    const path = await forgePackage(assessor, await addressOf(officer), { caseId, acts: [good, bad] });
    expect(await look(officer, [path])).toMatchObject({ held: 'actNotCertified' });
    const [item] = await officer.calls.get('exchange.review', { earlier: false });
    const shown = { at: officer, itemId: item?.itemId ?? '' };
    const isHere = (): boolean => loadCase(officer.vault.records, caseId).byHash.has(good.hash);
    const andBack = async (choice: 'take' | 'refuse'): Promise<string> => {
      const came = await outcome(shown, choice, [good.hash]);
      if (came !== 'ok') return came;
      expect([(await itemAt(shown))?.decision?.choice, isHere()]).toEqual([choice, choice === 'take']);
      expect([await outcome(shown, 'takeBack'), isHere()]).toEqual(['ok', false]);
      return came;
    };
    for (const kind of heldCodes) {
      noteWhy(writable(officer.vault.records), shown.itemId, { code: kind, details: [] });
      expect(await itemAt(shown)).toMatchObject({ kind, choices: choicesOf(kind) });
      const came = {
        tell: await outcome(shown, 'tell'),
        whole: await outcome(shown, 'take'),
        noted: await outcome(shown, 'noted'),
        ask: await outcome(shown, 'ask'),
        one: await andBack('take'),
        refuse: await andBack('refuse'),
      };
      expect([kind, came]).toEqual([kind, expectedOf(kind)]);
      expect(await itemAt(shown)).toMatchObject({ kind, decision: null });
    }
  });
});
