import { Clouds } from "../support/clouds";
import { PeeringByHand } from "../support/peering-by-hand";
import { readStatus } from "../support/status";

const started: Clouds[] = [];
afterEach(() => Promise.all(started.splice(0).map((clouds) => clouds.close())));

async function start(): Promise<Clouds> {
  const clouds = await Clouds.start();
  started.push(clouds);
  return clouds;
}

/** The state of Azure's peering where the first page of the peerings is empty, and names a next one at some host. */
async function peeringBehind(next: (clouds: Clouds) => string): Promise<string> {
  const clouds = await start();
  const peering = await new PeeringByHand(clouds).make();
  const nextLink = `${next(clouds)}${peering.networkId}/virtualNetworkPeerings?api-version=2024-05-01&$skiptoken=2`;
  const response = { status: 200, body: { value: [], nextLink } };
  clouds.http.disturbances.add({ path: /virtualNetworkPeerings\?/, response, times: 1 });
  const { states } = await readStatus(clouds, peering.options);
  return states[1];
}

test("a list that goes on at the same host is read to its end", async () => {
  expect(await peeringBehind(({ http }) => http.origin)).toBe("Connected");
});

/** A host that is no cloud's, and how often it was asked. */
async function anotherHost() {
  const { http } = await start();
  const host = { origin: http.origin, asked: 0 };
  http.disturbances.add({
    path: /./,
    write: (outgoing) => {
      host.asked++;
      outgoing.end();
    },
  });
  return host;
}

test("of a list that goes on at another host, which gets no token, nobody knows whether it has more", async () => {
  const other = await anotherHost();
  const clouds = await start();
  const peering = await new PeeringByHand(clouds).make();
  const response = { status: 200, body: { value: [], nextLink: `${other.origin}/x` } };
  clouds.http.disturbances.add({ path: /virtualNetworkPeerings\?/, response });
  const { out } = await clouds.run(["status", ...peering.options]);
  expect(out.replace(/\s+/g, " ")).toContain(
    `unknown virtual network: Azure goes on with a list at another host, ${other.origin}, which is not asked`,
  );
  expect(other.asked).toBe(0);
});

test("an id that leads to another host is not asked for, and the token stays where it is", async () => {
  const other = await anotherHost();
  const clouds = await start();
  const peering = await new PeeringByHand(clouds).make();
  for (const id of [`@${new URL(other.origin).host}/x`, `//${new URL(other.origin).host}/x`, "/a/../b", "\\x"]) {
    clouds.http.disturbances.clear();
    const body = { id, name: "Hub", location: "japaneast", properties: {} };
    clouds.http.disturbances.add({ path: /virtualNetworks\/[^/]+\?/, response: { status: 200, body } });
    const { out } = await clouds.run(["status", ...peering.options]);
    expect(out.replace(/\s+/g, " ")).toMatch(/unknown virtual network: Azure names ".*", which is no path of its own/);
  }
  expect(other.asked).toBe(0);
});
