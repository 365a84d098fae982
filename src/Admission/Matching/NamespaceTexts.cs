namespace Daytwo.Admission.Matching;

/// <summary>What is said of namespaces that are not there.</summary>
internal static class NamespaceTexts
{
    public static string NotFound(string name) => $"namespaces \"{name}\" not found";
}
