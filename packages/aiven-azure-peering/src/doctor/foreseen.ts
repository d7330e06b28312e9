import type { SECTIONS } from "../troubleshooting/rows";

/** The line of `doctor` that finds it, by what was looked at; or why nobody can know it beforehand. */
type Foreseen = { readonly looked: string } | { readonly unforeseeable: string };

type Rows = {
  readonly [Section in keyof typeof SECTIONS]: { readonly [Row in keyof (typeof SECTIONS)[Section]]: Foreseen };
};

const later = { unforeseeable: "it comes of the apply itself, while Microsoft Entra and Azure learn of what is new" };
const afterwards = { unforeseeable: "it happens to a peering that is there; status tells it" };

/** Every row of the troubleshooting page, and whether `doctor` finds it before an apply does. */
export const FORESEEN = {
  "Signing in as the application": {
    "no authorizer": { looked: "sign-in" },
    "may not list resource providers": { looked: "list resource providers" },
    "granted in another subscription": { looked: "list resource providers" },
    "secret too young": later,
    "secret ended": { looked: "credential" },
    "tenant too slow": later,
    "shut out of Aiven's tenant": afterwards,
    "secret replaced, or application deleted": { looked: "application" },
    "secret replaced in place": afterwards,
    "application deleted": { looked: "application" },
    "token ended": { looked: "token of the pipeline" },
  },
  "Rights, and what a tenant has already": {
    "Aiven has not granted yet": later,
    "role too young": later,
    "role removed": { looked: "right of the application" },
    "principal there already": { looked: "Aiven's principal" },
    "may not create principals": { looked: "right to create applications" },
    "may not define roles": { looked: "right to define roles" },
    "may not assign roles": { looked: "right to assign roles" },
    "assigned already": { looked: "roles assigned" },
    "role name taken": { looked: "names of roles" },
    "secrets are capped": { looked: "policy for secrets" },
  },
  "Networks and ranges": {
    "Aiven could not peer": { looked: "virtual network" },
    "overlaps a peer": { looked: "ranges" },
    "range of the VPC": { looked: "range of the VPC" },
    "no id of Aiven's network": { unforeseeable: "Aiven says it, or does not, once it has accepted" },
    "VPC too young": { looked: "VPC" },
    "network is being changed": { looked: "virtual network" },
  },
  "The two sides": {
    "not found yet": afterwards,
    "Azure's peering deleted": afterwards,
    "Aiven refused later": afterwards,
    "half a peering": { looked: "halves" },
    "not in sync": afterwards,
  },
  Removing: {
    "network replaced": { unforeseeable: "it comes of a change of the code" },
    "service in the VPC": { unforeseeable: "it comes of a destroy" },
    locked: { looked: "locks" },
    "off with another identity": { unforeseeable: "it comes of a change of the code" },
    "provider gone": { unforeseeable: "it comes of a change of the code" },
  },
} as const satisfies Rows;
