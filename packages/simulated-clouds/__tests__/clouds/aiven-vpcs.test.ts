import { minutes, seconds } from "../../src/clouds/clock";
import { createWorld } from "../../src/clouds/world";
import { CALLER, createVpc, PROJECT } from "./aiven-side";
import { refusal } from "./people";

const create = (networkCidr: string) => () =>
  createWorld().aiven.vpcs.create(CALLER, PROJECT, { cloudName: "azure-westeurope", networkCidr });

test.each(["10.0.0.0/20", "10.0.0.0/24"])("a range may be %s", (cidr) => {
  expect(create(cidr)()).toMatchObject({ networkCidr: cidr, state: "APPROVED" });
});

test.each(["10.0.0.0/19", "10.0.0.0/25", "10.0.0.0/16"])("a range may not be %s", (cidr) => {
  expect(create(cidr)).toThrow(
    refusal({ status: 400, message: "Network prefix length must be between 20 and 24 inclusive" }),
  );
});

test("a VPC is ACTIVE after a while, and on Azure a virtual network of Aiven's", async () => {
  const world = createWorld({ aiven: { vpcCreation: 90 } });
  const vpc = world.aiven.vpcs.create(CALLER, PROJECT, { cloudName: "azure-westeurope", networkCidr: "10.0.0.0/24" });
  await world.clock.advance(seconds(89));
  expect(vpc.state).toBe("APPROVED");
  await world.clock.advance(seconds(1));
  expect(vpc.state).toBe("ACTIVE");
  expect(world.azure.resources.get(world.aiven.executor.networkId(vpc))).toMatchObject({
    properties: { addressSpace: ["10.0.0.0/24"] },
  });
});

test("the network behind a VPC may have other ranges than the VPC", async () => {
  const networkAddressSpace = ["10.0.0.0/23", "192.168.7.0/24"];
  const world = createWorld({ aiven: { networkAddressSpace } });
  const vpc = await createVpc(world);
  expect(world.azure.resources.get(world.aiven.executor.networkId(vpc))).toMatchObject({
    properties: { addressSpace: networkAddressSpace },
  });
});

test("a VPC with services in it cannot be deleted (409), an empty one is gone after a while", async () => {
  const world = createWorld();
  const vpc = await createVpc(world);
  const service = { name: "pg", type: "pg", plan: "startup-4", cloudName: "azure-westeurope", projectVpcId: vpc.id };
  world.aiven.services.create(CALLER, "my-project", service);
  const remove = () => world.aiven.vpcs.delete(CALLER, PROJECT, vpc.id);
  const refused = (what: string) =>
    refusal({ status: 409, code: "VpcDelete", message: `VPC cannot be deleted while there are services ${what}` });
  expect(remove).toThrow(refused("in it"));
  // while a service moves out of the VPC its old nodes still serve from there
  world.aiven.services.update(CALLER, "my-project", "pg", { projectVpcId: undefined });
  expect(remove).toThrow(refused("migrating from it"));
  world.aiven.services.update(CALLER, "my-project", "pg", { projectVpcId: vpc.id });
  world.aiven.services.delete(CALLER, "my-project", "pg");
  remove();
  expect(world.aiven.vpcs.get(CALLER, PROJECT, vpc.id).state).toBe("DELETING");
  await world.clock.advance(minutes(1));
  expect(() => world.aiven.vpcs.get(CALLER, PROJECT, vpc.id)).toThrow(refusal({ status: 404 }));
  expect(world.added()).toEqual([]);
});

test("a service in a VPC has an address of the VPC's range, another one a public address", async () => {
  const world = createWorld();
  const vpc = await createVpc(world);
  const input = { name: "private", type: "pg", plan: "startup-4", cloudName: "azure-westeurope" };
  const inside = world.aiven.services.create(CALLER, "my-project", { ...input, projectVpcId: vpc.id });
  const outside = world.aiven.services.create(CALLER, "my-project", { ...input, name: "public" });
  expect(inside).toMatchObject({ address: "10.0.0.4", host: "private-my-project.aivencloud.com", state: "REBUILDING" });
  expect(outside.address).toBe("203.0.113.10");
  await world.clock.advance(minutes(3));
  expect(inside.state).toBe("RUNNING");
  world.aiven.services.update(CALLER, "my-project", "public", { projectVpcId: vpc.id });
  expect(outside).toMatchObject({ state: "REBUILDING", address: "203.0.113.10", serves: true });
  await world.clock.advance(world.settings.aiven.serviceCreation * 1000);
  expect(outside).toMatchObject({ state: "RUNNING", address: "10.0.0.5" });
});

test("a service needs a VPC that is ACTIVE and in its own cloud", async () => {
  const world = createWorld();
  const input = { name: "pg", type: "pg", plan: "startup-4", cloudName: "azure-westeurope" };
  const place =
    (projectVpcId: string, cloudName = input.cloudName) =>
    () =>
      world.aiven.services.create(CALLER, "my-project", { ...input, cloudName, projectVpcId });
  const early = world.aiven.vpcs.create(CALLER, PROJECT, { cloudName: "azure-westeurope", networkCidr: "10.9.0.0/24" });
  expect(place(early.id)).toThrow("VPC is not active, its state is APPROVED");
  const vpc = await createVpc(world);
  expect(place(vpc.id, "azure-northeurope")).toThrow("VPC is in cloud azure-westeurope");
  expect(place(vpc.id)).not.toThrow();
});

test("a service under termination protection cannot be deleted", () => {
  const world = createWorld();
  const input = {
    name: "pg",
    type: "pg",
    plan: "startup-4",
    cloudName: "azure-westeurope",
    terminationProtection: true,
  };
  world.aiven.services.create(CALLER, "my-project", input);
  const remove = () => world.aiven.services.delete(CALLER, "my-project", "pg");
  expect(remove).toThrow(refusal({ status: 403 }));
  world.aiven.services.update(CALLER, "my-project", "pg", { terminationProtection: false });
  expect(remove).not.toThrow();
});

test("without a token everything is refused, and a project nobody has is a 404", () => {
  const { aiven } = createWorld();
  expect(() => aiven.project({ apiToken: "" }, "my-project")).toThrow(refusal({ status: 401 }));
  expect(() => aiven.project(CALLER, "other")).toThrow(refusal({ status: 404 }));
});
