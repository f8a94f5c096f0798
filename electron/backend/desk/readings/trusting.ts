import { basename } from 'node:path';
import type { FactLine } from '@shared/contract/confirmation.ts';
import type { Contract } from '@shared/contract/index.ts';
import type { OutputOf, ParsedInputOf } from '@shared/contract/method.ts';
import type { FileSide } from '@shared/contract/review.ts';
import type { ActType } from '@shared/domain/case/act-type.ts';
import { instant } from '@shared/domain/fields.ts';
import { replacedBy } from '@shared/domain/identity/card.ts';
import type { RoleSpan } from '@shared/domain/identity/directory.ts';
import type { PersonInput } from '@shared/domain/identity/person.ts';
import type { PublicPerson } from '@shared/domain/identity/public-person.ts';
import { type OfficeContents, type Official, officeOfOfficial } from '@shared/domain/office/profile.ts';
import { isHeld, takingOf } from '@shared/domain/package/review.ts';
import { toLocalDay } from '@shared/kernel/date.ts';
import { readableFileName } from '@shared/kernel/hidden-signs.ts';
import { fail, ok } from '@shared/kernel/result.ts';
import { describeBackup } from '../../backup/restore-backup.ts';
import { identityToAnswer } from '../../case/answer-identity.ts';
import { keyFingerprint } from '../../crypto/key-fingerprint.ts';
import { findKeyList } from '../../exchange/decide-list.ts';
import { findFileAside, sidesOf, sidesOfAside, sidesOfHeld } from '../../exchange/files-aside.ts';
import {
  type Decision,
  decisionsByItem,
  type HeldPackage,
  heldPackageRows,
  latestOf,
} from '../../exchange/ledger/held-rows.ts';
import type { KeyList } from '../../exchange/ledger/key-lists.ts';
import { actsInspected, inspectedNow } from '../../exchange/receive/inspections.ts';
import { type SingleAct, senderKnown, singleActs, unfitAsOf } from '../../exchange/receive/single-acts.ts';
import { askedOf, type ToldInput, toldAmong } from '../../exchange/receive/tell-apart.ts';
import { isLogo } from '../../formats/identity/logo.ts';
import { findEntry } from '../../identity/alike-persons.ts';
import { inspectFile } from '../../identity/inspect-file.ts';
import { listMembers } from '../../identity/list-members.ts';
import { directoryToPublish } from '../../identity/publish-directory.ts';
import { readTokenFile } from '../../identity/token-file.ts';
import type { CallContext } from '../../rpc/context.ts';
import { type Unlocked, unlockedOf } from '../../vault/unlocked.ts';
import { defineReadings, fact, facts, type ReadingResult } from './reading.ts';

const roleLine = ({ role, from, to }: RoleSpan): FactLine => ({
  key: to === null ? 'confirm.roleSince' : 'confirm.roleUntil',
  values: { role: `$roles.${role}`, from: `$day.${from}`, to: `$day.${to ?? ''}` },
});

const roleNames = (roles: readonly string[]): FactLine[] => roles.map((role) => ({ key: `roles.${role}` }));

/** A root that was trusted before counts no longer. */
const replaces = fact('replaces', { key: 'confirm.replacesRoot' });

/** What the file behind a token says, as it is inspected for the window. */
const inspected = async (context: CallContext, token: string) => {
  const file = await readTokenFile(context.files, token, [context.vault.dir]);
  return file.ok ? inspectFile(unlockedOf(context), file.value) : file;
};

/** A member of the directory that this vault publishes. */
const memberOf = (context: CallContext, entryId: string) => {
  const unlocked = unlockedOf(context);
  const published = directoryToPublish(unlocked, unlocked.vault.records);
  if (!published.ok) return published;
  const member = listMembers(unlocked).find((one) => one.entryId === entryId);
  return member === undefined ? fail('unknownEntry') : ok(member);
};

type Decide = ParsedInputOf<Contract['exchange.decide']>;
type Inspection = OutputOf<Contract['identity.inspectFile']>;

const ofKind = <K extends Inspection['kind']>(found: Inspection, kind: K): found is Extract<Inspection, { kind: K }> =>
  found.kind === kind;

/** A single act, with each doubt about it that is passed over. */
const actLines = (type: ActType, doubts: readonly string[]): FactLine[] =>
  doubts.length === 0
    ? [{ key: `acts.${type}` }]
    : doubts.map((doubt) => ({
        key: 'confirm.actInDoubt',
        values: { act: `$acts.${type}`, doubt: `$exchange.held.${doubt}` },
      }));

type Block = Pick<PublicPerson, 'name' | 'unit'> & Partial<Pick<PublicPerson, 'position'>>;

/** Somebody in one line: name, what is known of the NIP, office and unit. */
const whoIs = ({ name, position = '', unit }: Block, nip: string): string =>
  [name, nip, position, unit].filter((part) => part !== '').join(' · ');

type Said = { readonly person: Pick<PersonInput, 'name' | 'nip' | 'unit'>; readonly same: boolean };

/** That somebody is, or is not, one who is known. */
const said = ({ person, same }: Said, known: Block & { readonly nipTail?: string; readonly nip?: string }) =>
  fact(same ? 'onePerson' : 'twoPersons', whoIs(person, person.nip), whoIs(known, known.nip ?? known.nipTail ?? ''));

/** A decision is taken back. */
const takesBack = fact('reason', { key: 'review.takeBack' });

/** The list that came with a key which others may have. */
const listRead = ({ entry, key }: KeyList, isTakenBack: boolean): ReadingResult => {
  const number = String(key.revoked?.vouched?.acts.length ?? 0);
  return facts(
    fact('person', entry.person.name),
    fact('key', keyFingerprint(key.key)),
    fact('keyList', { key: 'confirm.keyList', values: { number } }),
    isTakenBack ? takesBack : [],
  );
};

/** Two files under one id: the one that is set aside, and the one that counts from then on. */
const sidesRead = (sides: readonly FileSide[]) =>
  sides.flatMap(({ counts, opener, openedOn, employeeName, acts, ownActs }) => [
    // Names are words of others, and stand as they are.
    fact(counts ? 'fileGoesAside' : 'fileCounts', opener?.person?.name ?? opener?.keyFingerprint ?? '–', {
      key: 'confirm.fileSide',
      values: { day: `$day.${openedOn}`, acts, own: ownActs },
    }),
    employeeName === '' ? [] : fact('fileEmployee', employeeName),
  ]);

/** What goes aside and what counts again where a decision that let another file count is taken back. */
const backTo = (unlocked: Unlocked, { manifest: { caseId } }: HeldPackage, taken: Decision | undefined) => {
  const opening = taken?.openingBefore ?? null;
  return caseId === null || opening === null ? [] : sidesRead(sidesOfAside(unlocked, { caseId, opening }));
};

/** A decision about a list, or about an act that lies in a case: that one brings nothing in. */
const aboutNoPackage = (unlocked: Unlocked, { itemId, choice }: Decide): ReadingResult => {
  const list = findKeyList(unlocked, itemId);
  if (list !== undefined) return listRead(list, choice === 'takeBack');
  const file = findFileAside(unlocked, itemId);
  if (file !== undefined) return choice === 'take' ? facts(...sidesRead(sidesOfAside(unlocked, file))) : ok(null);
  const latest = latestOf(decisionsByItem(unlocked.vault.records).get(itemId) ?? []);
  if (choice === 'takeBack' && latest?.choice === 'tell') return toldBack(latest);
  return choice === 'take' || choice === 'tell' ? fail('unknownItem') : ok(null);
};

/** What is told of whom in a held package, as it is asked now. */
const tellingOf = async (unlocked: Unlocked, held: HeldPackage, answers: ToldInput): Promise<ReadingResult> => {
  const asked = await askedOf(unlocked, held);
  const told = asked.ok ? toldAmong(asked.value, answers) : null;
  if (told === null) return fail('choiceNotOpen');
  return facts(...told.map(({ entry, ...one }) => said(one, entry.person)));
};

/** What was told, and is taken back. */
const toldBack = ({ answers }: Decision): ReadingResult =>
  facts(takesBack, ...answers.map(({ known, ...one }) => said(one, { name: known, unit: '' })));

/** Why a package is held, in words; since when a copy is erased; a name as it is. */
const heldLine = (detail: string) => {
  if (isHeld(detail)) return { key: `exchange.held.${detail}` };
  const day = instant.safeParse(detail).success ? toLocalDay(Date.parse(detail)) : null;
  return day === null ? detail : { key: 'confirm.erasedHere', values: { when: `$day.${day}` } };
};

/** An official of a profile in one line: office, in whose name, name and NIP. */
const officialLine = (official: Official): string => {
  const { person, onBehalfOf } = official;
  const behalf = onBehalfOf === '' ? '' : `a.n. ${onBehalfOf}`;
  return [behalf, officeOfOfficial(official), person.name, person.nip].filter((part) => part !== '').join(' · ');
};

/** What stands on the papers of an institution by a profile. */
const officeFacts = (contents: OfficeContents) => {
  const { parents, institution, unit, address, contact, town, logo, officials, numbering } = contents;
  const kop = [...parents, institution, unit, address, contact].filter((line) => line !== '');
  return [
    fact('kop', ...kop),
    town === '' ? [] : fact('town', town),
    fact('logo', logo === null ? { key: 'confirm.noLogo' } : { key: 'confirm.withLogo' }),
    fact('officials', ...officials.map(officialLine)),
    fact('numbering', numbering.template),
  ];
};

/** Whose keys and roles count, and what is taken in on the holder's own judgement. */
export const trustingReadings = defineReadings({
  'backup.takeNotes': async ({ fileToken }, { files }) => {
    const path = files.resolve('file', fileToken);
    if (path === undefined) return fail('unknownToken');
    const described = await describeBackup(path);
    if (!described.ok) return described;
    if (described.value.holds === 'records') return fail('backupWithoutNotes');
    const when = `$day.${toLocalDay(Date.parse(described.value.madeAt))}`;
    return facts(fact('backup', readableFileName(basename(path)), { key: 'confirm.backupOf', values: { when } }));
  },
  'case.answerIdentity': (input, { vault }) => {
    const read = identityToAnswer(vault.records, input);
    return read.ok ? facts(read.value) : read;
  },
  'directory.trust': async ({ fileToken }, context) => {
    const found = await inspected(context, fileToken);
    if (!found.ok) return found;
    if (!ofKind(found.value, 'directory')) return fail('signedFileOtherKind');
    const { institution, members, words, state } = found.value;
    return facts(
      fact('institution', institution),
      fact('members', String(members)),
      fact('words', words.join(' ')),
      state === 'otherRoot' ? replaces : [],
    );
  },
  'directory.found': ({ roles, takeOver }) => facts(fact('roles', ...roles.map(roleLine)), takeOver ? replaces : []),
  'directory.certify': async ({ fileToken, roles, entryId, formerKey }, context) => {
    const found = await inspected(context, fileToken);
    if (!found.ok) return found;
    if (!ofKind(found.value, 'card')) return fail('signedFileOtherKind');
    const { card, words } = found.value;
    const { name, unit, nipTail } = card.person;
    const known = entryId === null ? null : memberOf(context, entryId);
    return facts(
      fact('person', [name, nipTail, unit].filter((part) => part !== '').join(' · ')),
      fact('roles', ...roles.map(roleLine)),
      fact('words', words.join(' ')),
      known?.ok ? fact('newKeyOf', known.value.person.name) : [],
      formerKey === null ? [] : fact('reason', { key: `directory.reason.${formerKey}` }),
      ...replacedBy(card)
        .slice(0, 1)
        .map(({ reason }) => fact('reason', { key: `directory.reason.${reason}` })),
    );
  },
  'directory.setRoles': ({ entryId, roles }, context) => {
    const member = memberOf(context, entryId);
    if (!member.ok) return member;
    return facts(
      fact('person', member.value.person.name),
      fact('roles', ...(roles.length === 0 ? [{ key: 'confirm.noRoles' }] : roles.map(roleLine))),
    );
  },
  'directory.revoke': ({ entryId, key, reason }, context) => {
    const member = memberOf(context, entryId);
    if (!member.ok) return member;
    const code = member.value.keys.find((one) => one.key === key)?.keyFingerprint;
    if (code === undefined) return fail('unknownEntry');
    return facts(
      fact('person', member.value.person.name),
      fact('key', code),
      fact('reason', { key: `directory.reason.${reason}` }),
    );
  },
  'invitation.make': ({ person, roles }) => facts(fact('person', person.name), fact('roles', ...roleNames(roles))),
  'office.publish': (contents, context) => {
    const unlocked = unlockedOf(context);
    const published = directoryToPublish(unlocked, unlocked.vault.records);
    if (!published.ok) return published;
    if (contents.logo !== null && !isLogo(contents.logo)) return fail('logoNotPicture');
    return facts(...officeFacts(contents));
  },
  'exchange.decide': async (input, context) => {
    const unlocked = unlockedOf(context);
    const { itemId, choice } = input;
    const held = heldPackageRows(unlocked.vault.records).find(({ manifestHash }) => manifestHash === itemId);
    if (held === undefined) return aboutNoPackage(unlocked, input);
    const taken = latestOf(decisionsByItem(unlocked.vault.records).get(itemId) ?? []);
    if (input.choice === 'tell') return tellingOf(unlocked, held, input.answers);
    if (choice === 'takeBack' && taken?.choice === 'tell') return toldBack(taken);
    // By the other choices nothing comes in or goes out of what counts.
    if (!(choice === 'take' || (choice === 'takeBack' && taken?.choice === 'take'))) return ok(null);
    const taking = takingOf(held.code);
    if (taking === 'never') return fail('choiceNotOpen');
    const named = choice === 'take' ? input.acts : (taken?.acts ?? []);
    const acts = singleActs(unlocked, held).filter(({ act }) => named?.includes(act.hash) ?? act.news !== 'known');
    const unfit = choice === 'take' && taking === 'acts' ? await unfitAsOf(unlocked, held) : [];
    const doubtsOf = ({ act, doubts }: SingleAct): readonly string[] => [
      ...new Set([...doubts, ...(unfit.includes(act.hash) ? ['documentInvalid'] : [])]),
    ];
    const sender = senderKnown(unlocked, held.manifest.sender.key)?.entry.person.name;
    return facts(
      fact('sender', sender ?? keyFingerprint(held.manifest.sender.key)),
      fact('doubt', heldLine(held.code), ...(taking === 'whole' ? held.details.map(heldLine) : [])),
      ...(choice === 'take' ? sidesRead(sidesOfHeld(unlocked, held)) : [takesBack, ...backTo(unlocked, held, taken)]),
      fact('acts', ...acts.flatMap((single) => actLines(single.act.header.type, doubtsOf(single)))),
    );
  },
  'exchange.importHeld': ({ inspectionId }, context) => {
    const unlocked = unlockedOf(context);
    const [found, came] = [inspectedNow(unlocked, inspectionId), actsInspected(unlocked, inspectionId)];
    if (found === undefined || came === null) return fail('unknownInspection');
    return facts(
      fact('sender', found.sender?.person?.name ?? found.sender?.keyFingerprint ?? ''),
      found.held === null ? [] : fact('doubt', heldLine(found.held), ...found.details.map(heldLine)),
      ...sidesRead(sidesOf(unlocked, came.caseId, came.acts)),
      fact('acts', ...found.acts.map(({ type }) => ({ key: `acts.${type}` }))),
    );
  },
  'persons.tellApart': ({ person, other, same }, context) => {
    const known = 'entryId' in other ? findEntry(unlockedOf(context), other.entryId)?.person : other.person;
    if (known === undefined) return fail('unknownEntry');
    return facts(said({ person, same }, known));
  },
  'exchange.tellApart': ({ inspectionId, same }, context) => {
    const found = inspectedNow(unlockedOf(context), inspectionId);
    if (found === undefined || found.alike.length !== same.length) return fail('unknownInspection');
    return facts(...found.alike.map(({ person, known }, index) => said({ person, same: same[index] === true }, known)));
  },
});
