import { callsOf, differences } from "../../tools/compare-calls";

const call = (method: string, path: string, rest: object = {}) =>
  ({ cloud: "arm", method, path, identity: "deployer", tenants: ["home"], status: 200, ...rest }) as const;
const network = "/subscriptions/5ab50000-0000-4000-8000-000000000001/networks/Hub";

test("runs that differ in ids, in the case of a path, in how often they look and in sign-ins are the same", () => {
  const one = [call("PUT", network), call("GET", network), call("POST", "/token", { cloud: "entra" })];
  const other = [
    call("PUT", network.replace("0001", "0002").replace("Hub", "hub")),
    call("GET", network),
    call("GET", network),
  ];
  expect(differences(callsOf(one), callsOf(other))).toEqual([]);
});

test("a write that is made twice, by another identity, for another tenant or with another end is a difference", () => {
  const one = [call("PUT", network)];
  for (const change of [{ identity: "app x" }, { tenants: ["home", "aiven"] }, { status: 403 }]) {
    expect(differences(callsOf(one), callsOf([call("PUT", network, change)]))).toHaveLength(2);
  }
  expect(differences(callsOf(one), callsOf([...one, ...one]))).toEqual([
    { call: "arm PUT /subscriptions/…/networks/hub as deployer of 1 tenant: 200", simulated: 1, published: 2 },
  ]);
});
