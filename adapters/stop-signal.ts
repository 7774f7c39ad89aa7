// A signal to stop, kept from the first moment on, also while modules load and nobody listens yet.

export interface StopSignal {
  /** Resolves with what asked to stop: the name of a signal, or that the process which started this one is gone. */
  asked: Promise<string>;
  /** Whether somebody has asked already. */
  isAsked: () => boolean;
}

/** Ctrl-C under npm comes twice, from the terminal and from npm; nobody presses it twice within this time. */
const ECHO_MS = 500;
const PARENT_CHECK_MS = 1000;

/**
 * The first signal asks to stop, a second one later ends the process at once, with 1.
 * @param isOwned whether the process ends with the one that started it, such as npm, also where that dies without a word
 */
export function watchForStop(isOwned: boolean): StopSignal {
  const { promise: asked, resolve } = Promise.withResolvers<string>();
  let askedAt: number | undefined;
  const ask = (reason: string): void => {
    if (askedAt !== undefined && performance.now() - askedAt > ECHO_MS) process.exit(1);
    askedAt ??= performance.now();
    resolve(reason);
  };
  // SIGHUP: its terminal is closed.
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, ask);
  if (isOwned) watchParent(() => ask('parent process gone'));
  return { asked, isAsked: () => askedAt !== undefined };
}

function watchParent(gone: () => void): void {
  const { ppid } = process;
  const timer = setInterval(() => {
    if (process.ppid === ppid) return;
    clearInterval(timer);
    gone();
  }, PARENT_CHECK_MS);
  timer.unref();
}
