import { TerraformElement, type TerraformResource } from "cdktf";
import { addressOf } from "./address";

/**
 * Takes what exists already into the state of a resource, by an `import` block. cdktf's own `importFrom` asks for the Terraform binary at
 * synth.
 */
export class ImportBlock extends TerraformElement {
  /**
   * @param resource what it is imported into; its configuration must describe what is there
   * @param from the id by which the resource's provider imports it
   */
  constructor(
    private readonly resource: TerraformResource,
    private readonly from: string,
  ) {
    super(resource, "import");
  }

  public override toTerraform(): unknown {
    return { import: [{ to: addressOf(this.resource), id: this.from }] };
  }
}
