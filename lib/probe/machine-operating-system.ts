/**
 * What a machine runs, and so which script a probe brings to it.
 */
export enum MachineOperatingSystem {
  /** Linux with Azure's agent and Python 3.6 or later, as Ubuntu's images have it. */
  LINUX = "linux",
  /**
   * Windows with Azure's agent and Windows PowerShell 5.1, in which no policy restricts what a script may call (`FullLanguage`): Windows
   * Server 2016 or later, Windows 10 or later. Limits: https://learn.microsoft.com/azure/virtual-machines/windows/run-command-managed
   */
  WINDOWS = "windows",
}
