/** How both halves are created again whatever has happened to them. */
export const OFF_AND_ON = "set connected to false and apply, then to true and apply, which creates both halves again";
