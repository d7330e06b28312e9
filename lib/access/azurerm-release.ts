/**
 * Whether azurerm lists a subscription's resource providers whenever it is configured, as 4.x does and 5.x does not. It decides whether
 * a new application is granted the right to. `@cdktf/provider-azurerm` ends with 4.x; in the package for CDK Terrain, whose bindings
 * are of 5.x, the build turns it to false.
 */
export const LISTS_RESOURCE_PROVIDERS: boolean = true;
