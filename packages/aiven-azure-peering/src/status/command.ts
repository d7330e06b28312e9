import type { Command } from "../report/command";
import { statusOf } from "./status";

/** `status`: both sides of each peering side by side, and what is out of step. */
export const status: Command = {
  name: "status",
  summary: "both sides of each peering side by side, what is out of step, and the way back",
  examples: [
    ["--stack cdktf.out/stacks/aiven-azure-peering", "of what a synthesised stack describes"],
    ["--vpc my-project/<uuid> --network /subscriptions/…/virtualNetworks/hub", "of a VPC and a network by their ids"],
  ],
  run: statusOf,
};
