import { deployPeering, expectFailure } from "../support/failure";

test("keys of state_info without a value, which the provider shows as <nil>, are no ids: the apply says so, and what to do", async () => {
  const stateInfo = { message: "almost", "to-network-id": null, "to-tenant-id": null };
  const deployment = await deployPeering({ aiven: { approvalOutcome: { state: "PENDING_PEER", stateInfo } } });
  expectFailure(
    await deployment.apply(),
    'did not return the id of its network and its tenant (to-network-id: "<nil>", to-tenant-id: "',
    "terraform apply -replace=",
  );
  // nobody was asked for a peering with such a network
  expect(deployment.world.byHand.azurePeerings()).toEqual([]);
});
