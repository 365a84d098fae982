namespace Daytwo.Kubernetes.Credentials.Exec;

/// <summary>Runs a plugin.</summary>
internal interface IExecRunner
{
    /// <summary>What the program printed.</summary>
    /// <param name="info">The value of KUBERNETES_EXEC_INFO.</param>
    /// <exception cref="Configuration.ConfigurationException">It could not be started, failed, or took too long.</exception>
    Task<string> Run(ExecCommand command, string info, CancellationToken ct);
}
