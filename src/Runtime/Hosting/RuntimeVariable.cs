namespace Daytwo.Runtime.Hosting;

/// <summary>Settings that .NET takes from the environment only. To be set before what they are about is first used; one that is set already stays.</summary>
internal static class RuntimeVariable
{
    public static void SetDefault(string name, string value)
    {
        if (Environment.GetEnvironmentVariable(name) is null)
        {
            Environment.SetEnvironmentVariable(name, value);
        }
    }
}
