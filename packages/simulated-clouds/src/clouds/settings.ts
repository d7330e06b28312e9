import type { ClockMode } from "./clock";
import type { StateInfo } from "./aiven/peering-connection";
import type { MemberPermission, MemberType } from "./aiven/members";
import type { DenyPolicy } from "./azure/policies";
import type { Subscription } from "./azure/subscriptions";
import type { DenyAssignmentInput } from "./azure/deny-assignments";
import type { IpamPool } from "./azure/ipam-pools";
import type { Lock } from "./azure/locks";
import type { ApplicationPermission, DirectoryRole } from "./entra/directory-roles";
import type { NationalCloud } from "./entra/national-clouds";
import type { Fault } from "./faults";

/** How the person or pipeline that runs Terraform is signed in to Azure. */
export type SignIn = "azure-cli" | "managed-identity" | "client-secret" | "client-certificate" | "oidc" | "none";

export interface FederatedSubject {
  readonly issuer: string;
  readonly subject: string;
  readonly audience: string;
}

/** An application that is there before Terraform runs; it has a service principal in the customer's tenant. */
export interface ExistingApplication {
  readonly clientId: string;
  readonly displayName: string;
  readonly multiTenant: boolean;
  readonly secret?: string;
  /** The text of a certificate, as a provider block holds it. */
  readonly certificate?: string;
  /** A path that stands for a file with that certificate, for `client_certificate_path`. */
  readonly certificatePath?: string;
  readonly federated?: FederatedSubject;
  /** ARM actions it may do in every subscription, e.g. `Microsoft.Resources/subscriptions/providers/read`. */
  readonly grants: readonly string[];
}

/** How a pipeline hands its ID tokens to Terraform, where the deployer signs in by OIDC. */
export interface OidcSettings {
  /** One that was issued when the job began, a file that is kept fresh, or an address to ask for a fresh one. */
  readonly delivery: "token" | "file" | "request";
  /** Simulated seconds until a token ends: 300 at GitLab and GitHub. Never unless given. */
  readonly lifetime?: number;
  /** Whom the tokens vouch for, by whom, to whom. @default - a job of GitHub's on the main branch */
  readonly subject?: Partial<FederatedSubject>;
}

/** Where in Azure something is. */
export interface Place {
  /** A subscription of the customer. @default - the first */
  readonly subscription?: string;
  /** @default "westeurope" */
  readonly location?: string;
}

/** A VPC that is there, and active, before Terraform runs. */
export interface ExistingVpc {
  readonly project: string;
  readonly id: string;
  readonly cloudName: string;
  readonly networkCidr: string;
}

/** A service that is there, and runs in public, before Terraform runs. */
export interface ExistingService {
  readonly project: string;
  readonly name: string;
  readonly type: "pg" | "kafka";
  readonly plan: string;
  readonly cloudName: string;
}

/** A role that somebody defined before Terraform runs, at every subscription of the customer. */
export interface CustomRole {
  /** Its id without a scope. */
  readonly guid: string;
  readonly name: string;
  readonly actions: readonly string[];
}

/** Up to release 4.62 of aiven/aiven `sdk`, in a later one `framework`: https://github.com/aiven/terraform-provider-aiven/pull/3074 */
export type AivenPlugin = "sdk" | "framework";

/** All times in simulated seconds. */
export interface Lags {
  /** Until a role assignment is effective. Usually within two minutes, documented up to ten. */
  rbac: number;
  /** Until Entra accepts a fresh secret, certificate or federated credential. Users saw 4 to 18 seconds. */
  secret: number;
  /** Until ARM knows a fresh principal (PrincipalNotFound before). */
  principal: number;
  /** Between Aiven's acceptance of a connection and the application's principal being usable in Aiven's tenant. */
  tenant: number;
  /** How long a network is Updating after a write to it or to one of its subnets. assumed: 8 seconds. */
  networkWrite: number;
  /** How long both networks of a peering are Updating after one side was written or deleted; 0 for not at all. */
  peeringWrite: number;
}

export interface AivenSettings {
  readonly projects: readonly string[];
  readonly vpcs: readonly ExistingVpc[];
  readonly services: readonly ExistingService[];
  /** Projects that exist, of which the token's owner is no member. */
  readonly othersProjects: readonly string[];
  /** What the token's owner is in every project, and is granted beside that. */
  memberType: MemberType;
  permissions: readonly MemberPermission[];
  /** The API tokens that are good, any unless given; one that is taken out has expired. */
  tokens?: readonly string[];
  /** The ranges of the virtual network behind a VPC. @default - that of the VPC */
  readonly networkAddressSpace?: readonly string[];
  /** Simulated seconds until a VPC is ACTIVE, a connection leaves APPROVED, a service is RUNNING. */
  vpcCreation: number;
  approval: number;
  serviceCreation: number;
  /** Simulated seconds between two looks at the peering: PENDING_PEER to ACTIVE takes minutes, up to 15. */
  poll: number;
  /** Simulated seconds between two times that Aiven takes over a network's ranges by itself; up to a day. */
  refresh: number;
  /** Whether Aiven's tenant keeps an application's principal, and its right, when the connection goes. Nobody has said; both may be true. */
  readonly keepsPrincipals: boolean;
  /** A state Aiven gives every new connection instead of what its own checks would say. */
  approvalOutcome?: { readonly state: string; readonly stateInfo: StateInfo | null };
}

export interface Settings {
  readonly signIn: SignIn;
  /** Variables of the operator's shell on top of those the sign-in implies, e.g. ARM_CLIENT_CERTIFICATE_PATH. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly deployer: {
    /** Built-in Azure roles, held at every subscription. */
    readonly azureRoles: readonly string[];
    /**
     * A condition on those roles: the ids (without a scope) of the only roles it may assign, and take away again. No
     * condition unless given.
     */
    readonly assignableRoles?: readonly string[];
    /**
     * Whether it is an Application Administrator (a person) or has Application.ReadWrite.All (a workload). A workload that
     * has not may still look, by Application.Read.All. One of the next two, where given, says it instead.
     */
    readonly managesApplications: boolean;
    /** Roles of Microsoft Entra that the person or workload holds. */
    readonly directoryRoles?: readonly DirectoryRole[];
    /** Those that it holds as the member of a group, which its tokens do not name. */
    readonly directoryRolesByGroup: readonly DirectoryRole[];
    /** A custom role of Microsoft Entra, by its actions, such as `microsoft.directory/applications/create`. */
    readonly customDirectoryRole?: readonly string[];
    /** Whether the person is a guest of the tenant. */
    readonly guest: boolean;
    /** Object ids of groups that it is a member of. */
    readonly groups: readonly string[];
    /** Application permissions on Microsoft Graph that a workload has; people have none. */
    readonly applicationPermissions?: readonly ApplicationPermission[];
    /** Whether its own application, if it signs in as one, is multi-tenant. */
    readonly multiTenant: boolean;
    readonly oidc: OidcSettings;
  };
  readonly customer: {
    readonly tenantId: string;
    /** Which of Microsoft's clouds the tenant and its subscriptions are in; Aiven is in the public one. */
    readonly cloud: NationalCloud;
    readonly subscriptions: readonly {
      readonly id: string;
      readonly name: string;
      readonly state?: Subscription["state"];
    }[];
    /** Subscriptions of other tenants, which somebody may take for the customer's. */
    readonly otherTenantsSubscriptions: readonly { readonly id: string; readonly tenantId: string }[];
    /** What administrators forbid by Azure Policy. */
    readonly policies: readonly DenyPolicy[];
    /** A tenant policy on how long a secret may live, in days. */
    readonly passwordLifetimeCapDays?: number;
    /** A tenant policy that lets applications have no secrets. */
    readonly passwordsForbidden: boolean;
    /** Whether any user may register applications: yes in a new tenant, no in many that are managed. */
    readonly usersMayRegisterApplications: boolean;
    readonly roles: readonly CustomRole[];
    readonly ipamPools: readonly IpamPool[];
    /** Resource groups that are there before Terraform runs. */
    readonly resourceGroups: readonly (Place & { readonly name: string })[];
    /** Virtual networks that are there before Terraform runs, with their groups. */
    readonly virtualNetworks: readonly (Place & {
      readonly resourceGroup: string;
      readonly name: string;
      readonly addressSpace: readonly string[];
    })[];
    /** Locks that are there before Terraform runs. */
    readonly locks: readonly Lock[];
    /** Deny assignments that Azure has laid before Terraform runs. */
    readonly denyAssignments: readonly DenyAssignmentInput[];
  };
  readonly lag: Lags;
  /** Aiven's own service principal is in the customer's tenant already, made by an earlier peering. */
  readonly aivenPrincipalExists: boolean;
  /** Whether `state_info` keeps the hints once the connection is ACTIVE; the real API may drop them. */
  readonly stateInfoSurvivesActive: boolean;
  /** Which major of azurerm is at work; it may be upgraded between two runs of Terraform. */
  azurermMajor: 4 | 5;
  /** Which release of azapi is at work; it may be upgraded, too. */
  azapiVersion: string;
  /** With which of HashiCorp's libraries aiven's peering connection is written; it may be upgraded between two runs of Terraform. */
  aivenPlugin: AivenPlugin;
  readonly existingApplication?: ExistingApplication;
  readonly faults: readonly Fault[];
  readonly aiven: AivenSettings;
  readonly clock: ClockMode;
  /** Simulated time at the start, in milliseconds since 1970; the real moment unless given. */
  readonly startTime?: number;
}

type Group = "deployer" | "customer" | "lag" | "aiven";
/** What a caller may leave out: any setting, and any member of a group of settings. */
export type SettingsInput = Partial<Omit<Settings, Group>> & { readonly [G in Group]?: Partial<Settings[G]> };

export const CUSTOMER_TENANT_ID = "72f988bf-0000-4000-8000-00000000c057";
export const CUSTOMER_SUBSCRIPTION_ID = "5ab50000-0000-4000-8000-000000000001";

export function completeSettings(input: SettingsInput = {}): Settings {
  return {
    signIn: "azure-cli",
    environment: {},
    aivenPrincipalExists: false,
    stateInfoSurvivesActive: false,
    azurermMajor: 4,
    azapiVersion: "2.12.0",
    aivenPlugin: "sdk",
    faults: [],
    clock: { kind: "jump", quantum: 15 },
    ...input,
    deployer: {
      azureRoles: ["Owner"],
      managesApplications: true,
      directoryRolesByGroup: [],
      guest: false,
      groups: [],
      multiTenant: false,
      oidc: { delivery: "token" },
      ...input.deployer,
    },
    customer: {
      tenantId: CUSTOMER_TENANT_ID,
      cloud: "public",
      subscriptions: [{ id: CUSTOMER_SUBSCRIPTION_ID, name: "customer" }],
      passwordsForbidden: false,
      usersMayRegisterApplications: false,
      roles: [],
      ipamPools: [],
      resourceGroups: [],
      virtualNetworks: [],
      otherTenantsSubscriptions: [],
      policies: [],
      locks: [],
      denyAssignments: [],
      ...input.customer,
    },
    lag: { rbac: 60, secret: 10, principal: 5, tenant: 20, networkWrite: 8, peeringWrite: 0, ...input.lag },
    aiven: {
      projects: ["my-project"],
      vpcs: [],
      services: [],
      othersProjects: [],
      memberType: "admin",
      permissions: [],
      vpcCreation: 60,
      approval: 60,
      serviceCreation: 180,
      poll: 60,
      refresh: 86_400,
      keepsPrincipals: false,
      ...input.aiven,
    },
  };
}
