// A process that is started again when it ends by itself.
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;
/** A process that lived this long was well: the next pause is short again. */
const WELL_AFTER_MS = 60_000;

/**
 * Keeps a process alive: whenever it ends without having been asked to, it is started again after a pause that grows.
 * @param {object} options
 * @param {string} options.name as the operator knows it.
 * @param {() => import('node:child_process').ChildProcess} options.start
 * @param {NodeJS.Signals} options.stopSignal what asks it to end in order; after 25 s it is ended anyway.
 * @returns {{ hasEnded: () => boolean, stop: () => Promise<void> }} `hasEnded`: it is not running at this instant.
 */
export function keepAlive({ name, start, stopSignal }) {
  let current;
  let waiting;
  let stopping = false;
  let pause = FIRST_PAUSE_MS;

  function launch() {
    const startedAt = Date.now();
    current = start();
    current.once('exit', (status, signal) => {
      if (stopping) return;
      if (Date.now() - startedAt > WELL_AFTER_MS) pause = FIRST_PAUSE_MS;
      console.error(
        `✗ ${name} s’est arrêté (${signal ?? `code ${status}`}) : nouveau départ dans ${(pause / 1000).toLocaleString('fr-FR')} s.`,
      );
      waiting = setTimeout(launch, pause);
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
    });
  }

  launch();
  return {
    hasEnded: () => current.exitCode !== null || current.signalCode !== null,
    stop() {
      stopping = true;
      clearTimeout(waiting);
      return ended(current, stopSignal);
    },
  };
}

function ended(child, signal) {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    const force = setTimeout(() => child.kill('SIGKILL'), 25_000);
    child.once('exit', () => {
      clearTimeout(force);
      resolve();
    });
    child.ref();
    child.kill(signal);
  });
}
