import { Fn, Token } from "cdktf";
import { whole } from "../terraform/expressions";
import { given, isUnknownScalar } from "../terraform/given";
import { requireLiteral } from "../validation/checks";
import { nearest } from "../validation/nearest";
import { AZURE_LOCATION } from "../validation/rules";

/** Aiven puts the direction behind the country here, Azure before it. */
const REORDERED: Record<string, string> = { "azure-india-central": "centralindia", "azure-india-south": "southindia" };

/** Azure Government and Azure operated by 21Vianet: https://learn.microsoft.com/azure/azure-government */
const SOVEREIGN = /^(?:usgov|usdod|china)/;

/** What Terraform's lookup yields for a location without an Aiven cloud; an empty default would be dropped by cdktf. */
export const UNKNOWN_CLOUD = "none";

/**
 * The clouds in which Aiven runs services on Azure, by the name that Aiven's `cloud_name` takes.
 *
 * The list is what Aiven's public documentation names; the clouds of one project can differ, so any other string that begins with
 * `azure-` may be used as well.
 */
export class AivenCloud {
  /** Aiven's cloud in the Azure location `southafricanorth`. */
  public static readonly AZURE_SOUTH_AFRICA_NORTH = "azure-south-africa-north";
  /** Aiven's cloud in the Azure location `eastasia`. */
  public static readonly AZURE_EASTASIA = "azure-eastasia";
  /** Aiven's cloud in the Azure location `centralindia`. */
  public static readonly AZURE_INDIA_CENTRAL = "azure-india-central";
  /** Aiven's cloud in the Azure location `southindia`. */
  public static readonly AZURE_INDIA_SOUTH = "azure-india-south";
  /** Aiven's cloud in the Azure location `indonesiacentral`. */
  public static readonly AZURE_INDONESIA_CENTRAL = "azure-indonesia-central";
  /** Aiven's cloud in the Azure location `japaneast`. */
  public static readonly AZURE_JAPANEAST = "azure-japaneast";
  /** Aiven's cloud in the Azure location `japanwest`. */
  public static readonly AZURE_JAPANWEST = "azure-japanwest";
  /** Aiven's cloud in the Azure location `koreacentral`. */
  public static readonly AZURE_KOREA_CENTRAL = "azure-korea-central";
  /** Aiven's cloud in the Azure location `koreasouth`. */
  public static readonly AZURE_KOREA_SOUTH = "azure-korea-south";
  /** Aiven's cloud in the Azure location `southeastasia`. */
  public static readonly AZURE_SOUTHEASTASIA = "azure-southeastasia";
  /** Aiven's cloud in the Azure location `australiacentral`. */
  public static readonly AZURE_AUSTRALIA_CENTRAL = "azure-australia-central";
  /** Aiven's cloud in the Azure location `australiaeast`. */
  public static readonly AZURE_AUSTRALIAEAST = "azure-australiaeast";
  /** Aiven's cloud in the Azure location `australiasoutheast`. */
  public static readonly AZURE_AUSTRALIASOUTHEAST = "azure-australiasoutheast";
  /** Aiven's cloud in the Azure location `francecentral`. */
  public static readonly AZURE_FRANCE_CENTRAL = "azure-france-central";
  /** Aiven's cloud in the Azure location `germanynorth`. */
  public static readonly AZURE_GERMANY_NORTH = "azure-germany-north";
  /** Aiven's cloud in the Azure location `germanywestcentral`. */
  public static readonly AZURE_GERMANY_WESTCENTRAL = "azure-germany-westcentral";
  /** Aiven's cloud in the Azure location `northeurope`. */
  public static readonly AZURE_NORTHEUROPE = "azure-northeurope";
  /** Aiven's cloud in the Azure location `norwayeast`. */
  public static readonly AZURE_NORWAY_EAST = "azure-norway-east";
  /** Aiven's cloud in the Azure location `norwaywest`. */
  public static readonly AZURE_NORWAY_WEST = "azure-norway-west";
  /** Aiven's cloud in the Azure location `swedencentral`. */
  public static readonly AZURE_SWEDEN_CENTRAL = "azure-sweden-central";
  /** Aiven's cloud in the Azure location `switzerlandnorth`. */
  public static readonly AZURE_SWITZERLAND_NORTH = "azure-switzerland-north";
  /** Aiven's cloud in the Azure location `uksouth`. */
  public static readonly AZURE_UKSOUTH = "azure-uksouth";
  /** Aiven's cloud in the Azure location `ukwest`. */
  public static readonly AZURE_UKWEST = "azure-ukwest";
  /** Aiven's cloud in the Azure location `westeurope`. */
  public static readonly AZURE_WESTEUROPE = "azure-westeurope";
  /** Aiven's cloud in the Azure location `qatarcentral`. */
  public static readonly AZURE_QATAR_CENTRAL = "azure-qatar-central";
  /** Aiven's cloud in the Azure location `uaenorth`. */
  public static readonly AZURE_UAE_NORTH = "azure-uae-north";
  /** Aiven's cloud in the Azure location `canadacentral`. */
  public static readonly AZURE_CANADACENTRAL = "azure-canadacentral";
  /** Aiven's cloud in the Azure location `canadaeast`. */
  public static readonly AZURE_CANADAEAST = "azure-canadaeast";
  /** Aiven's cloud in the Azure location `centralus`. */
  public static readonly AZURE_CENTRALUS = "azure-centralus";
  /** Aiven's cloud in the Azure location `eastus`. */
  public static readonly AZURE_EASTUS = "azure-eastus";
  /** Aiven's cloud in the Azure location `eastus2`. */
  public static readonly AZURE_EASTUS2 = "azure-eastus2";
  /** Aiven's cloud in the Azure location `mexicocentral`. */
  public static readonly AZURE_MEXICO_CENTRAL = "azure-mexico-central";
  /** Aiven's cloud in the Azure location `northcentralus`. */
  public static readonly AZURE_NORTHCENTRALUS = "azure-northcentralus";
  /** Aiven's cloud in the Azure location `southcentralus`. */
  public static readonly AZURE_SOUTHCENTRALUS = "azure-southcentralus";
  /** Aiven's cloud in the Azure location `westcentralus`. */
  public static readonly AZURE_WESTCENTRALUS = "azure-westcentralus";
  /** Aiven's cloud in the Azure location `westus`. */
  public static readonly AZURE_WESTUS = "azure-westus";
  /** Aiven's cloud in the Azure location `westus2`. */
  public static readonly AZURE_WESTUS2 = "azure-westus2";
  /** Aiven's cloud in the Azure location `westus3`. */
  public static readonly AZURE_WESTUS3 = "azure-westus3";
  /** Aiven's cloud in the Azure location `brazilsouth`. */
  public static readonly AZURE_BRAZILSOUTH = "azure-brazilsouth";

  /** The Aiven cloud names of this list, in the order of Aiven's documentation. */
  public static get all(): string[] {
    return Object.values(AivenCloud).filter((value): value is string => typeof value === "string");
  }

  /**
   * The Aiven cloud in an Azure location.
   *
   * @param location an Azure location, as a name (`japaneast`) or display name (`Japan East`), or a token; a token becomes a Terraform
   * lookup that yields `none` for a location without an Aiven cloud.
   * @returns the Aiven cloud name, for example `azure-japaneast`
   * @throws if a literal location has no Aiven cloud; the message names the nearest ones, but for a sovereign cloud of Azure, where
   * there is none
   */
  public static fromAzureLocation(location: string): string {
    const clouds = Object.fromEntries(AivenCloud.all.map((cloud) => [azureLocation(cloud), cloud]));
    if (isUnknownScalar(location)) {
      // A location that is null is an error inside of lookup.
      return Token.asString(
        Fn.try([Fn.lookup(clouds, Fn.lower(Fn.replace(whole(location), " ", "")), UNKNOWN_CLOUD), UNKNOWN_CLOUD]),
      );
    }
    requireLiteral(undefined, "location", location, AZURE_LOCATION);
    const name = location.replace(/ /g, "").toLowerCase();
    const cloud = new Map(Object.entries(clouds)).get(name);
    if (SOVEREIGN.test(name)) {
      throw new Error(
        `location: ${given(location)} is in a sovereign cloud of Azure, where Aiven runs no services; use a virtual network of the public cloud`,
      );
    }
    if (cloud === undefined) {
      const near = nearest(name, Object.keys(clouds)).map((candidate) => clouds[candidate]);
      throw new Error(
        `location: ${given(location)} has no Aiven cloud; pass cloudName, for example one of the nearest: ${near.join(", ")}`,
      );
    }
    return cloud;
  }

  private constructor() {}
}

function azureLocation(cloud: string): string {
  return REORDERED[cloud] ?? cloud.slice("azure-".length).replace(/-/g, "");
}
