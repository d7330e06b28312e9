import { TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";
import { Registry } from "../terraform/registry";

const watched = Registry.perStack<Set<IConstruct>>();

/**
 * Refuses a dependency on a construct by `node.addDependency`: cdktf makes nothing of it, and Terraform would not wait.
 *
 * @param construct what cannot be depended on in this way, but by `dependsOn`
 */
export function watchDependencies(construct: IConstruct): void {
  const known = watched.find(construct, "");
  if (known !== undefined) {
    known.add(construct);
    return;
  }
  const all = watched.add(construct, "", new Set([construct]));
  const stack = TerraformStack.of(construct);
  stack.node.addValidation({
    validate: () =>
      stack.node
        .findAll()
        .flatMap(({ node }) =>
          node.dependencies
            .filter((dependency) => all.has(dependency))
            .map(
              (dependency) =>
                `${node.path}: node.addDependency(${dependency.node.path}) has no effect in Terraform; give dependsOn: [${dependency.node.id}] to the resource that must wait`,
            ),
        ),
  });
}
