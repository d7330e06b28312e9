import type { Command } from "../report/command";
import { examine } from "./doctor";
import { PLAN_OPTIONS } from "./intent";

/** `doctor`: what would stop an apply, before it is begun. */
export const doctor: Command = {
  name: "doctor",
  summary: "before the first apply: what would stop it, and what to do",
  examples: [
    ["--stack cdktf.out/stacks/aiven-azure-peering", "of what a synthesised stack describes"],
    [
      "--project my-project --cloud azure-westeurope --range 10.0.0.0/24 --network /subscriptions/…/virtualNetworks/hub",
      "of a VPC that is yet to come, with the construct's defaults",
    ],
  ],
  options: PLAN_OPTIONS,
  run: examine,
};
