import { Button, Group, List, Text } from '@mantine/core';
import type { AttachmentRef } from '@shared/domain/case/body.ts';
import { notShownAs } from '@shared/domain/media-types.ts';
import { withoutHiddenSigns } from '@shared/kernel/hidden-signs.ts';
import { IconEye, IconPaperclip, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../lib/format.ts';

export interface AttachmentListProps {
  readonly attachments: readonly AttachmentRef[];
  /** Shows a file inside the window. */
  readonly onOpen?: (attachment: AttachmentRef) => void;
  /**
   * Takes a file off; left out where nothing can be taken off. Where it can, a file that is not shown inside the
   * window is said to be none, and what can be done: now another form of it may still be attached.
   */
  readonly onRemove?: (attachment: AttachmentRef) => void;
}

const NotShown = ({ mediaType }: Pick<AttachmentRef, 'mediaType'>) => {
  const { t } = useTranslation();
  const kind = notShownAs(mediaType);
  return kind === null ? null : (
    <Text size="sm" role="note">
      {t(`viewer.notShown.${kind}`)}
    </Text>
  );
};

/** Files by name and size, to look at and take off. */
export const AttachmentList = ({ attachments, onOpen, onRemove }: AttachmentListProps) => {
  const { t } = useTranslation();
  const { size } = useFormat();
  if (attachments.length === 0) return null;
  return (
    <List listStyleType="none" spacing={4} my="xs" aria-label={t('common.attachments')}>
      {attachments.map((attachment) => (
        <List.Item key={attachment.attachmentId}>
          <Group gap="xs">
            <IconPaperclip size={16} aria-hidden />
            <Text maw="100%" truncate>
              {withoutHiddenSigns(attachment.name)}
            </Text>
            <Text size="sm" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
              {size(attachment.size)}
            </Text>
            {onOpen !== undefined && (
              <Button
                size="compact-sm"
                variant="subtle"
                leftSection={<IconEye size={15} aria-hidden />}
                aria-label={t('common.viewNamed', { name: attachment.name })}
                onClick={() => onOpen(attachment)}
              >
                {t('common.view')}
              </Button>
            )}
            {onRemove !== undefined && (
              <Button
                size="compact-sm"
                variant="subtle"
                color="gray"
                leftSection={<IconX size={15} aria-hidden />}
                aria-label={t('common.removeNamed', { name: attachment.name })}
                onClick={() => onRemove(attachment)}
              >
                {t('common.remove')}
              </Button>
            )}
          </Group>
          {onRemove !== undefined && <NotShown mediaType={attachment.mediaType} />}
        </List.Item>
      ))}
    </List>
  );
};
