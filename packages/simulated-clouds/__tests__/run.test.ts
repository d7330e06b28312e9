import { simulate, startSimulation, type Simulation } from "../src/run";
import { folderWith } from "./support/folder";

const graph = {
  terraform: { required_providers: { aiven: { source: "aiven/aiven" }, time: { source: "hashicorp/time" } } },
  provider: { aiven: { api_token: "token" } },
  resource: {
    aiven_project_vpc: {
      vpc: {
        project: "my-project",
        cloud_name: "azure-westeurope",
        network_cidr: "10.0.0.0/24",
        depends_on: ["time_sleep.wait"],
      },
    },
    time_sleep: { wait: { create_duration: "10m" } },
  },
};
const apply = (simulation: Simulation, folder: string) => simulation.terraform(["apply", "-auto-approve"], folder);
const guardOf = ({ env }: Simulation): number =>
  Object.values(JSON.parse(env.TF_REATTACH_PROVIDERS) as Record<string, { Pid: number }>)[0].Pid;

test("all providers of a run share its world and its clock", async () => {
  await simulate({ startTime: Date.parse("2025-01-01T00:00:00Z"), aiven: { vpcCreation: 60 } }, async (simulation) => {
    const { world } = simulation;
    expect(await apply(simulation, folderWith(graph))).toMatchObject({ code: 0 });
    expect(world.aiven.vpcs.all).toMatchObject([{ state: "ACTIVE" }]);
    // ten minutes of sleep, then a minute for the VPC
    expect(world.clock.timestamp()).toBe("2025-01-01T00:11:00Z");
  });
});

test("reset gives fresh clouds behind the same providers", async () => {
  const simulation = await startSimulation();
  try {
    const folder = folderWith(graph);
    await apply(simulation, folder);
    const before = simulation.world;
    const guard = guardOf(simulation);
    expect(simulation.reset({ aivenPrincipalExists: true })).toBe(simulation.world);
    expect(simulation.world).not.toBe(before);
    expect(simulation.world.settings.aivenPrincipalExists).toBe(true);
    expect(guardOf(simulation)).toBe(guard);
    // the state file remembers a VPC that the new world never had
    const plan = await simulation.terraform(["plan", "-detailed-exitcode"], folder);
    expect(plan.text).toContain("aiven_project_vpc.vpc will be created");
    expect(before.aiven.vpcs.all).toHaveLength(1);
  } finally {
    await simulation.stop();
  }
});

test("a run stops whatever happens in it", async () => {
  let guard = 0;
  const failing = simulate({}, (simulation) => {
    guard = guardOf(simulation);
    return Promise.reject(new Error("the body failed"));
  });
  await expect(failing).rejects.toThrow("the body failed");
  expect(() => process.kill(guard, 0)).toThrow();
});

test("a dozen resources take about a second of real time, whatever they take of simulated time", async () => {
  const sleeps = Array.from({ length: 12 }, (_, index) => [`s${index}`, { create_duration: `${index + 1}m` }] as const);
  await simulate({}, async (simulation) => {
    const folder = folderWith({ ...graph, resource: { time_sleep: Object.fromEntries(sleeps) } });
    const started = Date.now();
    expect(await apply(simulation, folder)).toMatchObject({ code: 0 });
    // generous: the machine may be busy
    expect(Date.now() - started).toBeLessThan(8000);
  });
});
