/** What a run of the simulator can be told; the clouds hold it, and these are the names to bring it by. */
export * from "./clouds/settings";
