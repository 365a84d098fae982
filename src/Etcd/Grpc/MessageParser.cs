namespace Daytwo.Etcd.Grpc;

/// <summary>Makes a value of a message's bytes, which are valid only during the call.</summary>
internal delegate T MessageParser<out T>(ReadOnlySpan<byte> message);
