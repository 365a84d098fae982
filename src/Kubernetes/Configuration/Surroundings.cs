namespace Daytwo.Kubernetes.Configuration;

/// <summary>What configuration depends on outside its files: environment variables and the user's home folder.</summary>
public sealed record Surroundings(Func<string, string?> Variable, string HomeFolder)
{
    /// <summary>Those of this process.</summary>
    public static Surroundings OfProcess { get; } =
        new(Environment.GetEnvironmentVariable, Environment.GetFolderPath(Environment.SpecialFolder.UserProfile));
}
