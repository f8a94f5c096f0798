import { fieldsOf } from '@shared/domain/case/fields/act-fields.ts';
import { readDraft } from '@shared/domain/draft/kinds.ts';
import { describe, expect, it } from 'vitest';
import { openingState, withCapacity, withMode } from '../../../renderer/features/cases/act-form/form-changes.ts';
import { toActInput } from '../../../renderer/features/cases/act-form/form-state.ts';
import { refusedFields, schemaIssues } from '../../../renderer/features/cases/act-form/issues.ts';
import { issueLookup, issuesBelow } from '../../../renderer/ui/form/issues.ts';
import { assessor, assessorSuperior, personnelHead } from '../../fixtures/people/cast.ts';
import { prefillContext } from './made-view.ts';

const file = (id: string) => ({
  attachmentId: id.repeat(32),
  sha256: '0'.repeat(64),
  name: `${id}.pdf`,
  mediaType: 'application/pdf',
  size: 10,
});
const place = { caseId: '0'.repeat(32), type: 'reportSubmitted', about: null, institution: 'Instansi' } as const;

describe('opening state', () => {
  it('is signed here where the holder may, with the holder as author', () => {
    const available = { capacities: ['assessor'], ownCapacities: ['assessor'] } as const;
    const state = openingState(
      'reportSubmitted',
      { capacities: [...available.capacities], ownCapacities: ['assessor'] },
      prefillContext([]),
    );
    expect(state).toMatchObject({ mode: 'here', capacity: 'assessor', author: { name: assessor.name } });
  });

  it('comes from paper where the holder may not, with the known author of the role', () => {
    const state = openingState(
      'reportRegistered',
      { capacities: ['personnelHead'], ownCapacities: [] },
      prefillContext([]),
    );
    expect(state).toMatchObject({ mode: 'paper', capacity: 'personnelHead', author: personnelHead });
  });

  it('a single decider follows the author', () => {
    const available = { capacities: ['personnelHead' as const, 'assessorSuperior' as const], ownCapacities: [] };
    const state = openingState('followUpDecided', available, prefillContext([]));
    expect(state.content.deciders).toEqual([{ role: 'personnelHead', person: personnelHead }]);
    const next = withCapacity(state, 'assessorSuperior', prefillContext([]));
    expect(next.content.deciders).toEqual([{ role: 'assessorSuperior', person: assessorSuperior }]);
  });

  it('switching to paper and back keeps a role that is allowed', () => {
    const available = {
      capacities: ['personnelHead' as const, 'assessor' as const],
      ownCapacities: ['assessor' as const],
    };
    const here = openingState('reportSubmitted', available, prefillContext([]));
    const paper = withMode(here, 'paper', available, prefillContext([]));
    expect(paper).toMatchObject({ mode: 'paper', capacity: 'assessor' });
    const head = withCapacity(paper, 'personnelHead', prefillContext([]));
    expect(withMode(head, 'here', available, prefillContext([])).capacity).toBe('assessor');
  });
});

describe('act asked for', () => {
  const available = { capacities: ['assessor' as const], ownCapacities: ['assessor' as const] };
  const state = {
    ...openingState('reportSubmitted', available, prefillContext([])),
    attachments: [file('b')],
    scan: file('a'),
  };

  it('leaves paper and scan out when signed here', () => {
    expect(toActInput(state, place)).toMatchObject({
      paper: null,
      signedDocumentId: null,
      attachmentIds: [file('b').attachmentId],
    });
  });

  it('takes the scan along as attachment and document when from paper', () => {
    const act = toActInput({ ...state, mode: 'paper', documentNumber: 'R-1' }, place);
    expect(act).toMatchObject({
      paper: { medium: 'ink', documentNumber: 'R-1' },
      signedDocumentId: file('a').attachmentId,
      attachmentIds: [file('a').attachmentId, file('b').attachmentId],
    });
  });

  it('survives being saved as a draft, and refuses what is none', () => {
    expect(readDraft('act:reportSubmitted', JSON.parse(JSON.stringify(state)))).toEqual(state);
    expect(readDraft('act:reportSubmitted', { mode: 'here' })).toBeNull();
  });
});

describe('refused fields', () => {
  const issues = [
    { path: ['comparisons', 0, 'progress'], code: 'required' },
    { path: ['behaviour'], code: 'required' },
  ];
  it('are found by their path', () => {
    const lookup = issueLookup(issues, (code) => `!${code}`);
    expect(lookup('behaviour')).toBe('!required');
    expect(lookup('comparisons')).toBeUndefined();
    expect(issuesBelow(lookup, 'comparisons')(0, 'progress')).toBe('!required');
  });
  it('are told in the order of the form', () => {
    const refused = refusedFields(issues, fieldsOf('problemIdentified'), (key) => key);
    expect(refused.map(({ name }) => name)).toEqual(['behaviour', 'comparisons']);
  });
});

describe('refusals by the schema alone', () => {
  it('tell empty from wrong', () => {
    const codes = Object.fromEntries(
      schemaIssues('reportRegistered', { number: '', date: '', remark: 'x'.repeat(20_001) }).map((issue) => [
        issue.path[0],
        issue.code,
      ]),
    );
    expect(codes).toEqual({ number: 'required', date: 'required', remark: 'tooLong' });
    expect(schemaIssues('sessionMissed', { date: '2026-02-30' })).toEqual([{ path: ['date'], code: 'dateInvalid' }]);
    expect(schemaIssues('sessionMissed', { date: '2026-02-28' })).toEqual([]);
  });
});
