import type { Application, Credential, ServicePrincipal } from "../clouds/graph";
import { failed, ok, type Finding } from "../report/report";
import { quoted } from "../report/shell";

/** Only of such an application can another tenant have a service principal. */
export const isMultiTenant = ({ signInAudience }: Application): boolean =>
  signInAudience === undefined ||
  ["AzureADMultipleOrgs", "AzureADandPersonalMicrosoftAccount"].includes(signInAudience);

/** Whether Aiven's tenant can have a service principal of the application. */
export function audienceOf(application: Application): Finding {
  const { appId, displayName, signInAudience } = application;
  if (isMultiTenant(application)) return ok(`${displayName}, multi-tenant`);
  return failed(
    `${displayName} is not multi-tenant (${signInAudience}), so Aiven's tenant cannot have a service principal of it`,
    `az ad app update --id ${quoted(appId)} --sign-in-audience AzureADMultipleOrgs`,
  );
}

/** That nobody can sign in as a service principal; undefined where somebody can. */
export function disabled({ accountEnabled, appId, displayName }: ServicePrincipal): Finding | undefined {
  if (accountEnabled !== false) return undefined;
  return failed(
    `${displayName} is disabled in the tenant`,
    `az ad sp update --id ${quoted(appId)} --set accountEnabled=true`,
  );
}

const DAY = 24 * 60 * 60 * 1000;
/** In days; from then on the construct's own check warns too. */
export const ENDS_SOON = 30;

/** In whole days from now; below zero where it has ended. */
export const daysLeft = ({ endDateTime }: Credential): number =>
  endDateTime ? Math.floor((Date.parse(endDateTime) - Date.now()) / DAY) : Infinity;

/** When a credential ends, as a predicate. */
export function endOf(credential: Credential): string {
  const days = daysLeft(credential);
  if (days === Infinity) return "never ends";
  const date = (credential.endDateTime ?? "").slice(0, 10);
  if (days < 0) return `ended on ${date}`;
  return `ends on ${date}, in ${days === 1 ? "1 day" : `${days} days`}`;
}

/** In milliseconds since 1970. */
export const timeIn = (days: number): number => Date.now() + days * DAY;

/** As `2027-01-31`. */
export const dateIn = (days: number): string => new Date(timeIn(days)).toISOString().slice(0, 10);
