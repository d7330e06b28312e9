import { temporaryFolder } from "../../../../tools/folder";
import { configuration } from "../../../../tools/terraform/source";

/** A fresh folder that holds one configuration, for tests of how Terraform itself is run. */
export function folderWith(content: object): string {
  const folder = temporaryFolder("simulator");
  configuration(content)(folder);
  return folder;
}
