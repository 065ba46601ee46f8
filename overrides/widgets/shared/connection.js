/**
 * The way to Python's worker: one worker for all pages of a visit where it can outlive them, or else one of the page's
 * own.
 *
 * A shared worker can't be ended from outside, and nobody is told when it dies. So it holds a lock, by its own name, for
 * as long as it may be used. A page that comes looks which lock is held, and joins that worker. A page that finds fault
 * with it takes the lock away: nobody joins it then, and it ends itself once it hears of that. All who joined stand in
 * line for the lock, so they learn that the worker is lost.
 *
 * @typedef {{receive: (message: any) => void, lost: () => void}} Listener
 *   told of each message, and, perhaps more than once, that no more will come
 * @typedef {{post: (message: unknown) => void, end: () => void}} Connection
 */

/** How long a worker that is shared may give no sign of life before the page takes one of its own. */
const SILENT_MS = 4_000;

/** Whether a worker can outlive its pages here: then the browser looks for the option, before it refuses the address. */
export function canShare() {
  if (!navigator.locks || typeof SharedWorker !== "function") return false;
  let looked = false;
  const options = {
    get extendedLifetime() {
      looked = true;
      return true;
    },
  };
  try {
    new SharedWorker("//[", /** @type {WorkerOptions} */ (options));
  } catch {
    // The address is none, so nothing was started.
  }
  return looked;
}

/**
 * A worker of the page's own.
 * @param {URL} script
 * @param {string} name
 * @param {Listener} on
 * @returns {Connection}
 */
export function ownWorker(script, name, on) {
  const worker = new Worker(script, { type: "module", name });
  worker.onmessage = ({ data }) => on.receive(JSON.parse(data));
  worker.onerror = (event) => {
    event.preventDefault();
    on.lost();
  };
  return { post: (message) => worker.postMessage(JSON.stringify(message)), end: () => worker.terminate() };
}

/**
 * The worker that is shared under a name that begins so, or a new one.
 * @param {URL} script
 * @param {string} beginning  of the name: it tells the workers of this version of this site from others
 * @param {string} rest  of the name, for a new one
 * @param {Listener} on
 * @returns {Connection}
 */
export function sharedWorker(script, beginning, rest, on) {
  const ended = new AbortController();
  const silent = setTimeout(on.lost, SILENT_MS);

  const join = async () => {
    const { held = [] } = await navigator.locks.query();
    const known = held.find(({ name }) => name?.startsWith(beginning))?.name;
    const name = known ?? `${beginning}${crypto.randomUUID()} ${rest}`;
    const options = /** @type {WorkerOptions} */ ({ type: "module", name, extendedLifetime: true });
    const worker = new SharedWorker(script, options);
    worker.onerror = on.lost;
    worker.port.onmessage = ({ data }) => {
      const message = JSON.parse(data);
      if (message.here) {
        clearTimeout(silent);
        navigator.locks.request(name, { signal: ended.signal }, on.lost).catch(() => {}); // aborted, or taken in turn
      } else on.receive(message);
    };
    return { name, port: worker.port };
  };

  const joined = join();
  joined.catch(on.lost);
  /** @param {(worker: {name: string, port: MessagePort}) => void} act */
  const once = (act) => joined.then(act, () => {});
  return {
    post: (message) => once(({ port }) => port.postMessage(JSON.stringify(message))),
    end() {
      clearTimeout(silent);
      ended.abort();
      once(({ name, port }) => {
        port.onmessage = null;
        navigator.locks.request(name, { steal: true }, () => {});
      });
    },
  };
}
