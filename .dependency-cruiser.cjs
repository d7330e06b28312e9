/**
 * Which way imports point. Each list goes from what stands by itself to what is made of it: a room may import those before it.
 */
const ROOMS = {
  lib: ["terraform", "validation", "network", "vpc", "access", "identity", "peering", "probe"],
  "packages/simulated-clouds/src": ["clouds", "protocol", "machines", "http", "providers", "cli"],
  "packages/aiven-azure-peering/src": [
    "clouds",
    "subject",
    "troubleshooting",
    "report",
    "principals",
    "doctor",
    "status",
    "adopt",
    "init",
    "cli",
  ],
};

/** Rooms of one row that know nothing of one another, though they stand in one list. */
const STRANGERS = [
  ["packages/simulated-clouds/src/protocol", "packages/simulated-clouds/src/clouds"],
  ["packages/simulated-clouds/src/http", "packages/simulated-clouds/src/protocol"],
  ["packages/simulated-clouds/src/http", "packages/simulated-clouds/src/machines"],
  ["packages/simulated-clouds/src/providers", "packages/simulated-clouds/src/http"],
  ["packages/simulated-clouds/src/providers", "packages/simulated-clouds/src/machines"],
  ["packages/aiven-azure-peering/src", "lib|packages/simulated-clouds|tools|scripts|bench|__tests__|examples"],
  [
    "packages/aiven-azure-peering/src/status|packages/aiven-azure-peering/src/doctor",
    "packages/aiven-azure-peering/src/adopt",
  ],
  ["packages/aiven-azure-peering/src/status", "packages/aiven-azure-peering/src/doctor"],
  ["lib", "packages|tools|scripts|bench|__tests__|examples"],
  ["packages/simulated-clouds/src", "lib|tools|scripts|bench|__tests__|examples|packages/(?!simulated-clouds/src)"],
  ["tools", "lib|scripts|bench|__tests__"],
  ["scripts|bench|examples", "__tests__"],
];

const never = (name, from, to) => ({
  name,
  severity: "error",
  from: { path: `^(?:${from})/` },
  to: { path: `^(?:${to})/` },
});

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "simulated-clouds-by-their-index",
      severity: "error",
      from: { pathNot: "^packages/simulated-clouds/" },
      to: { path: "^packages/simulated-clouds/", pathNot: "^packages/simulated-clouds/src/index\\.ts$" },
    },
    { name: "no-circle", severity: "error", from: {}, to: { circular: true } },
    ...Object.entries(ROOMS).flatMap(([house, rooms]) =>
      rooms.slice(0, -1).map((room, index) => {
        const above = rooms.slice(index + 1).join("|");
        return never(`${house}-${room}-points-down`, `${house}/${room}`, `${house}/(?:${above})`);
      }),
    ),
    ...STRANGERS.map(([from, to]) => never(`${from}-knows-not-${to}`, from, to)),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules" },
    exclude: { path: "provider-aiven|^tools/consumer/" },
  },
};
