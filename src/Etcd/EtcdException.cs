using Daytwo.Etcd.Grpc;

namespace Daytwo.Etcd;

/// <summary>A call to etcd that failed. The message names the endpoint and the cause.</summary>
public sealed class EtcdException : IOException
{
    public EtcdException(Uri endpoint, EtcdFailure failure, GrpcStatus status, string cause, Exception? inner = null)
        : base($"etcd at {endpoint.GetLeftPart(UriPartial.Authority)}: {cause}", inner)
    {
        Endpoint = endpoint;
        Failure = failure;
        Status = status;
        Cause = cause;
    }

    public Uri Endpoint { get; }

    public EtcdFailure Failure { get; }

    /// <summary>The status sent by etcd, or the one that fits when the call never reached it.</summary>
    public GrpcStatus Status { get; }

    /// <summary>The cause without the endpoint.</summary>
    public string Cause { get; }

    /// <summary>True when no connection came about, so that the call surely did nothing.</summary>
    internal bool NeverSent { get; init; }

    /// <summary>True when it is this endpoint that cannot serve the call, whatever the others can.</summary>
    internal bool ConcernsOneEndpoint => Failure is EtcdFailure.Learner or EtcdFailure.Corrupt or EtcdFailure.Protocol
        or EtcdFailure.ServerCertificateUntrusted or EtcdFailure.ClientCertificateRefused;

    /// <summary>True when the same call may succeed later, or now at another endpoint, without anyone changing anything.</summary>
    public bool Retryable => Failure is EtcdFailure.Unreachable or EtcdFailure.Timeout or EtcdFailure.NoLeader
        || (Failure == EtcdFailure.Refused && Status is GrpcStatus.Unavailable or GrpcStatus.Aborted);
}
