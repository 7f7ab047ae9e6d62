// What a reader's connection and computer are like.

/** `network` as Chromium wants it, in bytes a second and milliseconds; scripts take
 *  `slower` times as long. */
export const CONDITIONS = [
  { name: "this machine" },
  {
    name: "1.6 Mbit/s, 150 ms, CPU ÷ 4",
    slower: 4,
    network: { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 },
  },
];

/** In a worker, before its script: Chromium slows down pages alone. A timer that comes late tells how long
 *  the worker was busy; so much, `slower` - 1 times, it is kept busy more, and before it answers, too. */
const slowWorker = (slower) => {
  // Chromium's shortest for a timer that repeats, ms.
  const BEAT = 4;
  const post = self.postMessage.bind(self);
  let last = performance.now();
  const burn = (idle) => {
    const now = performance.now();
    const end = now + Math.max(0, now - last - idle) * (slower - 1);
    while (performance.now() < end);
    last = performance.now();
  };
  setInterval(() => burn(BEAT), BEAT);
  self.postMessage = (...message) => {
    burn(0);
    post(...message);
  };
};

/** Puts the page, and the workers that it will start, under `condition`. */
export const applyCondition = async (page, { network, slower }) => {
  if (!network) return;
  const session = await page.context().newCDPSession(page);
  // A worker waits until it is told to run. It has the page's network conditions and shares its bandwidth.
  session.on("Target.receivedMessageFromTarget", async ({ sessionId, message }) => {
    const { method, error, result } = JSON.parse(message);
    if (error ?? result?.exceptionDetails) throw new Error(`A worker was not slowed down: ${message}`);
    // Any earlier it may not have its timers yet.
    if (method !== "Inspector.workerScriptLoaded") return;
    const calls = [
      { id: 1, method: "Runtime.evaluate", params: { expression: `(${slowWorker})(${slower})` } },
      { id: 2, method: "Runtime.runIfWaitingForDebugger" },
    ];
    for (const call of calls) {
      // A worker whose page is being closed hears nothing any more.
      await session.send("Target.sendMessageToTarget", { sessionId, message: JSON.stringify(call) }).catch(() => {});
    }
  });
  // Not flat: Playwright passes nothing on to sessions that it does not know.
  await session.send("Target.setAutoAttach", { autoAttach: true, waitForDebuggerOnStart: true, flatten: false });
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", network);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slower });
};
