namespace Daytwo.Etcd.Tls;

/// <summary>Certificates or a key that cannot be used. The message names which and why, never a key's content.</summary>
public sealed class EtcdTlsException(string message, Exception? inner = null) : Exception(message, inner);
