import { Lazy, type Precondition, Token } from "cdktf";
import type { IConstruct } from "constructs";
import type { ResolvedNetwork } from "../network/resolved-network";
import { condition, isIPv4Range, operand, overlapInTerraform, rangesInTerraform } from "../terraform/expressions";
import { expressionOf } from "../terraform/keys";
import { placed, refuse } from "../terraform/refuse";
import { type Cidr, overlap, parseCidr } from "../validation/cidr";
import { areLiterals } from "../validation/network-cidr";

/**
 * The networks that are peered with one VPC, no two of which may have the same name in a subscription (Aiven's id of a connection holds no
 * resource group) or an address in common (Azure: `VnetAddressSpaceOverlapsWithAlreadyPeeredVnet`).
 *
 * Literals are validated at once. For the rest there is one condition of each kind for all networks, which keeps synth linear; it is
 * returned for the first such network, for a resource that exists whether or not the network is connected.
 */
export class DistinctNetworks {
  private readonly known = new Map<string, IConstruct>();
  private readonly names = new Map<string, string[]>();
  private readonly ranged: (readonly string[])[] = [];
  private readonly literals: { readonly peered: IConstruct; readonly text: string; readonly range: Cidr }[] = [];
  private hasRangeTokens = false;
  private readonly compared = new Set<string>();

  /**
   * Adds a network.
   *
   * @returns what Terraform must validate
   * @throws if by its literals it is the same as another one, or overlaps it
   */
  public add(peered: IConstruct, network: ResolvedNetwork): Precondition[] {
    return [...this.addName(peered, network), ...this.addRanges(peered, network)];
  }

  private addName(peered: IConstruct, { name, subscriptionId }: ResolvedNetwork): Precondition[] {
    const subscription = expressionOf(peered, subscriptionId).toLowerCase();
    const key = `${subscription} ${expressionOf(peered, name).toLowerCase()}`;
    const other = this.known.get(key);
    if (other !== undefined) {
      refuse(
        peered,
        `virtualNetwork.name: "${name}" is not allowed, a virtual network of that name in the same subscription is peered already ` +
          `(${other.node.path}) and Aiven cannot distinguish them; rename one or use another Aiven VPC`,
      );
    }
    this.known.set(key, peered);
    const names = this.names.get(subscription) ?? [];
    names.push(name);
    this.names.set(subscription, names);
    if (names.length < 2 || !names.some((each) => Token.isUnresolved(each))) return [];
    return this.once(`names of ${subscription}`, {
      condition: Lazy.stringValue({
        produce: () =>
          // A name that is null is refused as such, by the network's own rule.
          `\${try(length(distinct([${names.map((each) => `lower(${operand(each)})`).join(", ")}])) == ${names.length}, true)}`,
      }),
      errorMessage: placed(
        peered.node.scope,
        "virtualNetwork.name: two virtual networks of one name in one subscription are not allowed, Aiven cannot distinguish them; " +
          "rename one or use another Aiven VPC",
      ),
    });
  }

  private addRanges(peered: IConstruct, { addressSpaces: ranges }: ResolvedNetwork): Precondition[] {
    if (ranges === undefined) return [];
    const isLiteral = areLiterals(ranges);
    if (isLiteral) this.addLiterals(peered, ranges);
    this.ranged.push(ranges);
    this.hasRangeTokens ||= !isLiteral;
    if (this.ranged.length < 2 || !this.hasRangeTokens) return [];
    return this.once("ranges", {
      condition: Lazy.stringValue({ produce: () => this.noneOverlaps() }),
      errorMessage: placed(
        peered.node.scope,
        "virtualNetwork.addressSpaces: two virtual networks have addresses in common, and Azure peers Aiven's network with one of them only; " +
          "use another Aiven VPC for one",
      ),
    });
  }

  private addLiterals(peered: IConstruct, ranges: readonly string[]): void {
    const own = ranges.flatMap((text) => {
      const range = parseCidr(text);
      return range === undefined ? [] : [{ peered, text, range }];
    });
    for (const { text, range } of own) {
      const other = this.literals.find((each) => overlap(each.range, range));
      if (other === undefined) continue;
      refuse(
        peered,
        `virtualNetwork.addressSpaces: "${text}" overlaps "${other.text}" of ${other.peered.node.path}, and Azure peers Aiven's network with one ` +
          "of them only (VnetAddressSpaceOverlapsWithAlreadyPeeredVnet); use another Aiven VPC for one",
      );
    }
    this.literals.push(...own);
  }

  private noneOverlaps(): string {
    const networks = this.ranged.map((ranges) =>
      areLiterals(ranges) ? JSON.stringify(ranges) : rangesInTerraform(ranges),
    );
    const pairs =
      `[for m, a in n : [for k, b in n : [for r in a : [for s in b : ${overlapInTerraform("r", "s")} ` +
      `if m < k && ${isIPv4Range("r")} && ${isIPv4Range("s")}]]]]`;
    return `\${!contains(flatten([for n in [[${networks.join(", ")}]] : ${pairs}]), true)}`;
  }

  private once(key: string, precondition: Precondition): Precondition[] {
    if (this.compared.has(key)) return [];
    this.compared.add(key);
    return [{ ...precondition, condition: condition(precondition.condition as string) }];
  }
}
