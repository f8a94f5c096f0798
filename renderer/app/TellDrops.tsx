import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { tellDropElsewhere } from '../lib/drop-elsewhere.ts';
import { useNotice } from '../ui/notice.ts';

/** Says of files that are dropped where nothing takes them that none was taken. */
export const TellDrops = () => {
  const { t } = useTranslation();
  const notice = useNotice();
  useEffect(() => tellDropElsewhere(document, () => notice(t('drop.elsewhere'))), [t, notice]);
  return null;
};
