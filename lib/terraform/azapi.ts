import {
  TerraformProvider,
  type TerraformProviderConfig,
  TerraformResource,
  type TerraformResourceConfig,
} from "cdktf";
import type { Construct } from "constructs";

// CDKTF has no prebuilt bindings of azapi. What is needed of it is one resource and one provider, with arguments that are written in one
// place, so these hand on what they are given, in Terraform's own names.

const GENERATOR = { providerName: "azapi", providerVersion: "~> 2.12" };

type Arguments = Readonly<Record<string, unknown>>;

/** An `azapi` provider with an alias. */
export class AzapiProvider extends TerraformProvider {
  constructor(
    scope: Construct,
    id: string,
    private readonly config: Arguments,
  ) {
    super(scope, id, {
      terraformResourceType: "azapi",
      terraformGeneratorMetadata: GENERATOR,
      terraformProviderSource: "azure/azapi",
    } satisfies TerraformProviderConfig);
  }

  public override get alias(): string {
    return this.friendlyUniqueId;
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    return { alias: this.alias, ...this.config };
  }
}

/** An `azapi_resource`. */
export class AzapiResource extends TerraformResource {
  constructor(
    scope: Construct,
    id: string,
    private readonly config: Arguments,
    meta: Omit<TerraformResourceConfig, "terraformResourceType" | "terraformGeneratorMetadata">,
    /** The type of a resource that stood here before, and is taken over. */
    private readonly movedFrom?: string,
  ) {
    super(scope, id, { terraformResourceType: "azapi_resource", terraformGeneratorMetadata: GENERATOR, ...meta });
  }

  public get id(): string {
    return this.getStringAttribute("id");
  }

  /** cdktf's own moves stay within a type, and ask for the Terraform binary at synth. */
  public override toTerraform(): unknown {
    const content = super.toTerraform() as Record<string, unknown>;
    if (this.movedFrom === undefined) return content;
    const [from, to] = [this.movedFrom, this.terraformResourceType].map((type) => `${type}.${this.friendlyUniqueId}`);
    return { ...content, moved: [{ from, to }] };
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    return { ...this.config };
  }
}
