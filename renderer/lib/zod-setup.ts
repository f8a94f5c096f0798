import { z } from 'zod';

// The page's policy forbids evaluated code; to be imported before anything that validates.
z.config({ jitless: true });
