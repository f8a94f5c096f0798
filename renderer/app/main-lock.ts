import { startUnlock } from '../features/vault/unlock/unlock.ts';
import { forbidDrop } from '../lib/drop-elsewhere.ts';
import { forbidDragOut } from '../lib/forbid-drag-out.ts';
import { markCopies } from '../lib/mark-copies.ts';
import { connect } from '../lib/rpc/connect.ts';
import { lockTexts } from '../lib/texts-lock.ts';
import { parseLockSearch } from './lock-search.ts';

// The field for the passphrase stands in lock.html; this brings it to life without waiting for the backend.
// React and the component library come when a later page is asked for.
forbidDragOut();
markCopies();
forbidDrop(document);
const search = parseLockSearch(window.location.search);
const rpc = connect();

startUnlock({
  ...search,
  texts: lockTexts,
  rpc,
  drawLater: async (element, preferences, first, onUnlock) => {
    const [{ drawLaterPage }, client] = await Promise.all([import('./later-pages.tsx'), rpc]);
    return drawLaterPage(element, client, preferences, { first, version: search.version, onUnlock });
  },
});
