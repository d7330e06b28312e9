import type { RowsFoundBy } from "../report/check";
import type { RowName } from "../troubleshooting/rows";
import * as aiven from "./aiven";
import { application, credential, servicePrincipal, trust } from "./application";
import { aivenServicePrincipal, secretPolicy } from "./directory";
import { rightToCreate, rightToRead } from "./directory-rights";
import { earlierPeering, peering, ranges, subscription, virtualNetwork } from "./network";
import {
  deployersRightToList,
  rightToAssign,
  rightToCreateNetwork,
  rightToDefine,
  rightToListProviders,
} from "./rights";
import { denyAssignments, locks, rightOfAiven, rightOfApplication, roleAssignments, roleNames } from "./roles";
import { pipelineToken, signIn, tenant } from "./sign-in";

/** What `doctor` looks at, in this order: for each identity, each VPC and each network. */
export const CHECKS = {
  signIn: [signIn, tenant, pipelineToken],
  directory: [
    rightToRead,
    rightToCreate,
    aivenServicePrincipal,
    application,
    servicePrincipal,
    credential,
    trust,
    secretPolicy,
  ],
  aiven: [aiven.token, aiven.project, aiven.rightToEdit, aiven.existence, aiven.cloud, aiven.range],
  /** Before the network is asked for, which nobody may see in a subscription of another tenant. */
  subscription: [subscription],
  network: [
    deployersRightToList,
    peering,
    virtualNetwork,
    ranges,
    earlierPeering,
    rightToCreateNetwork,
    rightToDefine,
    rightToAssign,
    roleNames,
    roleAssignments,
    rightToListProviders,
    rightOfApplication,
    rightOfAiven,
    denyAssignments,
    locks,
  ],
} as const;

/** The rows of the troubleshooting page that `doctor` finds before an apply. */
export type ForeseenRow = RowsFoundBy<(typeof CHECKS)[keyof typeof CHECKS]>;

/** The name of the check that finds each of them. */
export const FORESEEN = Object.fromEntries(
  Object.values(CHECKS)
    .flat()
    .flatMap(({ name, finds = [] }) => finds.map((row) => [row, name])),
) as Readonly<Record<ForeseenRow, string>>;

const propagation = "it depends on how long Microsoft Entra and Azure take to apply what is new";
const afterwards = "it happens to a peering that exists; status finds it";
const change = "it comes of a change of the code";

/** Why no check can find the others; the compiler asks for each row that none finds. */
export const UNFORESEEABLE: Readonly<Record<Exclude<RowName, ForeseenRow>, string>> = {
  "secret too young": propagation,
  "tenant too slow": propagation,
  "shut out of Aiven's tenant": afterwards,
  "secret replaced in place": afterwards,
  "Aiven has not granted yet": propagation,
  "role too young": propagation,
  "no id of Aiven's network": "Aiven says the id, or does not, once it has accepted",
  "not found yet": afterwards,
  "Azure's peering deleted": afterwards,
  "Aiven refused later": afterwards,
  "not in sync": afterwards,
  "network replaced": change,
  "VPC in use": change,
  "policy against the peering": "Azure evaluates a policy when something is written",
  "service in the VPC": "it comes of a destroy",
  "disconnected with another identity": change,
  "provider gone": change,
};
