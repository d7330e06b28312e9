import { Aspects, type IAspect } from "cdktf";
import type { IConstruct } from "constructs";
import { PeeringApplication } from "cdktf-aiven-azure-peering";
import type { StackMaker } from "../../../tools/terraform/source";
import { expectActive, expectDestroyed } from "../support/assertions";
import { Deployment } from "../support/deployment";
import { peerNetwork } from "../support/peering";

/** As CDKTF's documentation has it. */
class AddTags implements IAspect {
  public visit(node: IConstruct): void {
    if (isTaggable(node)) node.tags = { ...node.tagsInput, team: "platform" };
  }
}

type Taggable = IConstruct & { tags?: Record<string, string>; tagsInput?: Record<string, string> };
const isTaggable = (node: IConstruct): node is Taggable => "tags" in node && "tagsInput" in node;

const OWNER = "0b3e5000-0000-4000-8000-000000000001";

const tagged = (notes: string) => (stack: StackMaker) => {
  const only = stack();
  const identity = new PeeringApplication(only, "application", {
    owners: [OWNER],
    notes,
    serviceManagementReference: "CMDB-4711",
    tags: ["network", "owner:platform"],
  });
  peerNetwork(only, { identity });
  Aspects.of(only).add(new AddTags());
};

test("what a directory demands, and an Aspect's tags, are in the clouds after an apply, and the next plan is empty", async () => {
  const deployment = await Deployment.start({}, tagged("peers with Aiven"));
  await expectActive(deployment);
  const { azure, entra } = deployment.world;
  const { clientId = "" } =
    entra.directory.applications.find(({ displayName }) => displayName.startsWith("aiven-azure-peering ")) ?? {};
  const application = () => entra.directory.application(clientId);
  const properties = () => application()?.properties;
  expect(application()?.owners).toEqual([OWNER]);
  expect(properties()).toMatchObject({
    notes: "peers with Aiven",
    service_management_reference: "CMDB-4711",
    tags: ["network", "owner:platform"],
  });
  const tagsOf = (kind: string) =>
    azure.resources
      .all()
      .filter(({ id }) => id.includes("Hub-") && id.split("/").at(-2) === kind)
      .map(({ tags }) => tags);
  expect(tagsOf("resourceGroups")).toEqual([{ team: "platform" }]);
  expect(tagsOf("virtualNetworks")).toEqual([{ team: "platform" }]);

  await deployment.change(tagged("peers with Aiven, ask the network team"));
  await expectActive(deployment);
  expect(properties()).toMatchObject({ notes: "peers with Aiven, ask the network team" });
  expect(application()?.owners).toEqual([OWNER]);
  await expectDestroyed(deployment);
});
