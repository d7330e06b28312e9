import { overlapping } from "../ip-range";

/**
 * No network may hold these: loopback, link-local, multicast, broadcast, and the address of Azure's own services.
 * https://learn.microsoft.com/azure/virtual-network/virtual-networks-faq
 */
const FORBIDDEN = ["127.0.0.0/8", "169.254.0.0/16", "224.0.0.0/4", "255.255.255.255/32", "168.63.129.16/32"];

/** Those of the ranges that no network may hold. */
export const forbidden = (ranges: readonly string[]): string[] => overlapping(ranges, FORBIDDEN);
