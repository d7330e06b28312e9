import { AZURE_CLOUDS } from "../clouds/aiven/cloud-names";
import type { ExistingApplication, ExistingService, ExistingVpc, Place, Settings } from "../clouds/settings";
import { networkName, notAllowed, oneOf, projectName, range, resourceGroup, uuid } from "./values";

/** What is there before the command runs, as it is written on the command line. Each reads one value of the option that it is named after. */
export class AlreadyThere {
  /** @param location - of everything that has one */
  constructor(private readonly location: string | undefined) {}

  readonly resourceGroup = (option: string, value: string): Place & { readonly name: string } => {
    const { subscription, rest } = withSubscription(option, value);
    return this.placed({ subscription, name: resourceGroup(option, rest) });
  };

  readonly virtualNetwork = (option: string, value: string): Settings["customer"]["virtualNetworks"][number] => {
    const { subscription, rest } = withSubscription(option, value);
    const [, group, name, addresses] = /^([^/=]+)\/([^/=]+)=([^=]+)$/.exec(rest) ?? [];
    if (addresses === undefined) {
      const right =
        "use <resource group>/<name>=<range>, such as Network/Hub=10.1.0.0/16, with <subscription>/ before it for another than the first";
      throw notAllowed(option, value, right);
    }
    return this.placed({
      subscription,
      resourceGroup: resourceGroup(option, group),
      name: networkName(option, name),
      addressSpace: [range(option, addresses)],
    });
  };

  readonly vpc = (option: string, value: string): ExistingVpc => {
    const [, project, id, addresses] = /^([^/=]+)\/([^/=]+)=([^=]+)$/.exec(value) ?? [];
    if (addresses === undefined) {
      throw notAllowed(option, value, "use <project>/<uuid>=<range>, the range with a prefix of /20 to /24");
    }
    if (!/\/2[0-4]$/.test(addresses)) throw notAllowed(option, addresses, "use a range with a prefix of /20 to /24");
    return {
      project: projectName(option, project),
      id: uuid(option, id),
      cloudName: this.cloudName(),
      networkCidr: range(option, addresses),
    };
  };

  readonly service = (option: string, value: string): ExistingService => {
    const [, project, name, type, plan] =
      /^([^/=]+)\/([a-z][a-z\d-]{0,63})=([a-z]+):([a-z][a-z\d-]*)$/.exec(value) ?? [];
    if (plan === undefined) {
      throw notAllowed(
        option,
        value,
        "use <project>/<name>=<pg or kafka>:<plan>, such as my-project/orders=pg:startup-4",
      );
    }
    const known = oneOf(option, type, ["pg", "kafka"]);
    return { project: projectName(option, project), name, type: known, plan, cloudName: this.cloudName() };
  };

  private placed<T extends object>(thing: T): T & Place {
    return { ...thing, ...(this.location === undefined ? {} : { location: this.location }) };
  }

  /** Aiven's name of the location, which may have a hyphen more. */
  private cloudName(): string {
    const { location = "westeurope" } = this;
    return (
      [...AZURE_CLOUDS].find((name) => name.slice("azure-".length).replaceAll("-", "") === location) ??
      `azure-${location}`
    );
  }
}

/** A location that has a cloud of Aiven's, by Azure's name of it. */
export const azureLocation = (option: string, value: string): string =>
  oneOf(
    option,
    value,
    [...AZURE_CLOUDS].map((name) => name.slice("azure-".length).replaceAll("-", "")),
  );

/** An application that an administrator has registered, with all that somebody needs who may not register one. */
export function existingApplication(option: string, value: string): ExistingApplication {
  const [, clientId, secret] = /^([^=]+)=(\S+)$/.exec(value) ?? [];
  if (secret === undefined) throw notAllowed(option, value, "use <client id>=<secret>");
  return {
    clientId: uuid(option, clientId),
    displayName: "existing",
    multiTenant: true,
    secret,
    grants: ["Microsoft.Resources/subscriptions/providers/read"],
  };
}

function withSubscription(option: string, value: string): { readonly subscription?: string; readonly rest: string } {
  const [, first, rest] = /^([^/=]+)\/(.+)$/.exec(value) ?? [];
  if (first === undefined || !/^[\da-f-]{36}$/i.test(first)) return { rest: value };
  return { subscription: uuid(option, first), rest };
}
