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
  const nextLink = `${next(clouds)}${peering.networkId}/virtualNetworkPeerings?api-version=2024-05-01`;
  const response = { status: 200, body: { value: [], nextLink } };
  clouds.http.disturbances.add({ path: /virtualNetworkPeerings\?/, response, times: 1 });
  const { states } = await readStatus(clouds, peering.options);
  return states[1];
}

test("a list that goes on at the same host is read to its end", async () => {
  expect(await peeringBehind(({ http }) => http.origin)).toBe("Connected");
});

test("a list that goes on at another host ends there, which gets no token", async () => {
  const other = await start();
  // asked nonetheless, it would cut the connection, and the command would complain
  other.http.disturbances.add({ path: /./ });
  expect(await peeringBehind(() => other.http.origin)).toBe("absent");
});
