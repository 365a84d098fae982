namespace Daytwo.LocalCluster.Pki;

/// <summary>Paths of a certificate and of its private key, both PEM.</summary>
public sealed record KeyPairFiles(string Certificate, string Key);
