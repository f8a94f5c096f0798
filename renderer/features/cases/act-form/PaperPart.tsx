import { Group, Stack, Textarea, TextInput } from '@mantine/core';
import { maxLine, maxText } from '@shared/domain/fields.ts';
import { DateField } from '../../../ui/form/DateField.tsx';
import { Section } from '../../../ui/Section.tsx';
import { useCaseTexts } from '../texts.ts';
import { FilesPart } from './FilesPart.tsx';
import type { FormState } from './form-state.ts';
import { MediumChoice } from './MediumChoice.tsx';

export interface PaperPartProps {
  readonly state: Pick<FormState, 'medium' | 'documentNumber' | 'documentDate' | 'remark' | 'scan'>;
  readonly onChange: (part: Partial<FormState>) => void;
  readonly caseId: string | null;
  readonly scanRequired: boolean;
  readonly error?: string | undefined;
}

/** The paper that an act is entered from: its signature, number and date, and its scan. */
export const PaperPart = ({ state, onChange, caseId, scanRequired, error }: PaperPartProps) => {
  const { t } = useCaseTexts();
  return (
    <Section title={t('cases.form.paperTitle')}>
      <Stack gap="sm">
        <FilesPart
          label={t('cases.form.scan')}
          hint={t(scanRequired ? 'cases.form.scanRequired' : 'cases.form.scanOptional')}
          caseId={caseId}
          files={state.scan === null ? [] : [state.scan]}
          onChange={(files) => onChange({ scan: files[0] ?? null })}
          signedDocument
          error={error}
        />
        <MediumChoice value={state.medium} onChange={(medium) => onChange({ medium })} />
        <Group align="flex-start" grow>
          <TextInput
            label={t('cases.form.documentNumber')}
            value={state.documentNumber}
            maxLength={maxLine}
            onChange={(event) => onChange({ documentNumber: event.currentTarget.value })}
          />
          <DateField
            label={t('cases.form.documentDate')}
            value={state.documentDate}
            onChange={(documentDate) => onChange({ documentDate })}
          />
        </Group>
        <Textarea
          label={t('cases.form.remark')}
          value={state.remark}
          autosize
          minRows={1}
          maxRows={6}
          maxLength={maxText}
          onChange={(event) => onChange({ remark: event.currentTarget.value })}
        />
      </Stack>
    </Section>
  );
};
