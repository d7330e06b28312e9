import type { NationalCloud } from "../../clouds/entra/national-clouds";
import { SignInError } from "./errors";

const NAMES: Readonly<Record<string, NationalCloud>> = {
  public: "public",
  global: "public",
  canary: "public",
  usgovernment: "usgovernment",
  usgovernmentl4: "usgovernment",
  usgovernmentl5: "usgovernment",
  dod: "usgovernment",
  china: "china",
};

/** The cloud that a provider block's `environment` names, in any case of letters. */
export function cloudNamed(name: string): NationalCloud {
  const cloud = NAMES[name.toLowerCase()] as NationalCloud | undefined;
  if (cloud === undefined) throw new SignInError(`no environment was found with the name ${JSON.stringify(name)}`);
  return cloud;
}
