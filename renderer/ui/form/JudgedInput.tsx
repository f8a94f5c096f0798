import { TextInput, type TextInputProps } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, type Ref, useState } from 'react';
import { afterPress } from '../../lib/press.ts';

/** Whether somebody writes in a field: what is wrong with it is said once it is left, or Enter, which goes on. */
export const useWriting = () => {
  const [writing, setWriting] = useState(false);
  const [ends] = useState(() => {
    // Leaving by a press on a button: what is said then must not move the button away before the click.
    const end = (): void => setWriting(false);
    return {
      onBlur: () => afterPress(end),
      onKeyDown: ({ key }: KeyboardEvent) => {
        if (key === 'Enter') end();
      },
    };
  });
  return {
    wrote: () => setWriting(true),
    /** Of `error` what is to be said now. */
    said: (error: ReactNode): ReactNode => (writing ? undefined : error),
    /** To be heard from the field, or what is around it. */
    ends,
  };
};

export interface JudgedInputProps extends Omit<TextInputProps, 'onBlur' | 'onKeyDown' | 'onChange'> {
  readonly onWrite: (typed: string) => void;
  readonly ref?: Ref<HTMLInputElement>;
}

/** A field of one line of which nothing wrong is said while somebody writes in it. */
export const JudgedInput = ({ onWrite, error, ...rest }: JudgedInputProps) => {
  const { wrote, said, ends } = useWriting();
  return (
    <TextInput
      {...rest}
      {...ends}
      error={said(error)}
      onChange={(event) => {
        wrote();
        onWrite(event.currentTarget.value);
      }}
    />
  );
};
