import { powershell } from './powershell.js';

/**
 * What is asked of Windows. Services come with their short names only: `PathName` holds command lines, `StartName` users.
 * The firewall's ActiveStore is what holds in the end, group policy included. Updates are listed as Windows stores them,
 * because the display of their dates follows the language.
 */
export const windowsCommands = {
  version: powershell(
    "Get-ItemProperty -LiteralPath 'HKLM:\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion' | Select-Object ProductName,EditionID,DisplayVersion,ReleaseId,CurrentBuildNumber,UBR,InstallationType",
  ),
  antivirus: powershell(registered('AntiVirusProduct')),
  firewallProducts: powershell(registered('FirewallProduct')),
  defender: powershell(
    'Get-MpComputerStatus | Select-Object AMRunningMode,AMServiceEnabled,AMProductVersion,AntivirusEnabled,RealTimeProtectionEnabled,OnAccessProtectionEnabled,IsTamperProtected,AntivirusSignatureLastUpdated,DefenderSignaturesOutOfDate,FullScanAge,FullScanEndTime',
  ),
  firewall: powershell(
    "Get-NetFirewallProfile -PolicyStore ActiveStore | Select-Object Name,@{n='Enabled';e={[string]$_.Enabled}}",
  ),
  disks: powershell(
    "Get-BitLockerVolume | Select-Object MountPoint,@{n='VolumeType';e={[string]$_.VolumeType}},@{n='VolumeStatus';e={[string]$_.VolumeStatus}},@{n='ProtectionStatus';e={[string]$_.ProtectionStatus}},EncryptionPercentage",
  ),
  services: powershell('Get-CimInstance -ClassName Win32_Service | Select-Object Name,Started'),
  updates: powershell(
    "Get-CimInstance -ClassName Win32_QuickFixEngineering | Select-Object @{n='InstalledOn';e={$_.CimInstanceProperties['InstalledOn'].Value}}",
  ),
} as const;

/** Products that announced themselves to the Security Center, and whether the program that reports for them is there. */
function registered(className: string): string {
  const present =
    "@{n='present';e={$p=[string]$_.pathToSignedReportingExe;try{$p=[Environment]::ExpandEnvironmentVariables($p);if($p -match '^[A-Za-z]:\\\\'){Test-Path -LiteralPath $p}}catch{$null}}}";
  return `Get-CimInstance -Namespace root/SecurityCenter2 -ClassName ${className} | Select-Object displayName,productState,${present}`;
}
