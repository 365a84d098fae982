namespace Daytwo.Etcd.Protobuf;

/// <summary>Bytes that are no protobuf message of the expected shape. Callers turn it into their own typed error.</summary>
internal sealed class MalformedMessageException(string message) : FormatException(message);
