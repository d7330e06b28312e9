/** The settings of a run of the simulator, for whoever starts one. They live with the clouds, which read them. */
export * from "./clouds/settings";
