import { useState } from 'react';

type Task = () => Promise<void>;

/** Does one thing at a time: what is asked for while another is being done is left out. */
export const oneAtATime = (): ((task: Task) => Promise<void>) => {
  let busy = false;
  return async (task) => {
    if (busy) return;
    busy = true;
    try {
      await task();
    } finally {
      busy = false;
    }
  };
};

/**
 * The same for a component: a form that asks the backend before it signs must not sign twice when its button is clicked
 * twice, since it shows that it is busy only later.
 */
export const useOneAtATime = (): ((task: Task) => Promise<void>) => useState(oneAtATime)[0];
