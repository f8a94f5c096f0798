import { Textarea, TextInput } from '@mantine/core';
import { maxLine, maxText } from '@shared/domain/fields.ts';
import type { Issues } from './issues.ts';

export interface TextFieldProps {
  readonly label: string;
  readonly description?: string;
  /** Path of the field in the content, joined by dots. */
  readonly path: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly issues: Issues;
  readonly required?: boolean;
  /** One line alone. */
  readonly line?: boolean;
  readonly type?: 'date';
}

/** A field of a form, with what is wrong with it. */
export const TextField = ({ path, onChange, issues, line = false, type, ...field }: TextFieldProps) => {
  const error = issues[path];
  const shared = { ...field, ...(error !== undefined && { error }) };
  if (line || type !== undefined)
    return (
      <TextInput
        {...shared}
        {...(type && { type, maw: 240 })}
        maxLength={maxLine}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    );
  return (
    <Textarea
      {...shared}
      autosize
      minRows={2}
      maxRows={14}
      maxLength={maxText}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
};
