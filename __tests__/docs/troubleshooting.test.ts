import { readFileSync } from "node:fs";
import { isPrinted } from "../../packages/aiven-azure-peering/src/troubleshooting/row";
import { rowsFor } from "../../packages/aiven-azure-peering/src/troubleshooting/rows";
import { renderTroubleshooting, TROUBLESHOOTING } from "../../scripts/troubleshooting-page";

test("docs/troubleshooting.md says what the rows say; if not, npm run docs", async () => {
  expect(readFileSync(TROUBLESHOOTING, "utf8")).toBe(await renderTroubleshooting());
});

test("a text is found however Terraform wraps it, with anything in place of …", () => {
  const printed = [
    "╷",
    "│ Error: populating Resource Provider cache: listing Resource Providers:",
    "│ loading results: unexpected status 403 (403 Forbidden) with error:",
    "│ AuthorizationFailed: The client",
    "╵",
  ].join("\n");
  const text = "populating Resource Provider cache: listing Resource Providers: … AuthorizationFailed";
  expect(isPrinted(text, printed)).toBe(true);
  expect(isPrinted(text, printed.replace("listing", "reading"))).toBe(false);
  expect(isPrinted("a.c", "abc")).toBe(false);
});

test("what Terraform printed leads to each row that speaks of it", () => {
  const printed =
    "Error: … clientCredentialsToken: received HTTP status 401 with response: AADSTS7000229: The client application";
  expect([...rowsFor(printed).keys()]).toEqual([
    "tenant too slow",
    "shut out of Aiven's tenant",
    "disconnected with another identity",
  ]);
  expect([...rowsFor("Apply complete!").keys()]).toEqual([]);
});
