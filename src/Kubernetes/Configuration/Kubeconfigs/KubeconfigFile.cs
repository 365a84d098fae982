using System.Text.Json;
using Daytwo.Kubernetes.Yaml;

namespace Daytwo.Kubernetes.Configuration.Kubeconfigs;

/// <summary>Reads a kubeconfig file.</summary>
internal static class KubeconfigFile
{
    /// <exception cref="ConfigurationException">It cannot be read or is no kubeconfig.</exception>
    public static Kubeconfig Read(string path)
    {
        try
        {
            return Parse(File.ReadAllText(path), path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationException($"cannot read the kubeconfig {path}: {e.Message}", e);
        }
    }

    internal static Kubeconfig Parse(string text, string path)
    {
        var body = ParseBody(text, path);
        return new Kubeconfig
        {
            Name = path,
            CurrentContext = string.IsNullOrEmpty(body.CurrentContext) ? null : body.CurrentContext,
            Clusters = ByName(path, "clusters", body.Clusters, c => c.Name, c => c.Cluster),
            Users = ByName(path, "users", body.Users, u => u.Name, u => u.User),
            Contexts = ByName(path, "contexts", body.Contexts, c => c.Name, c => c.Context),
        };
    }

    private static KubeconfigBody ParseBody(string text, string path)
    {
        try
        {
            var documents = YamlReader.ReadAll(text, path);
            return documents.Count == 1
                ? documents[0].Deserialize(KubeconfigJson.Default.KubeconfigBody)!
                : throw new ConfigurationException($"the kubeconfig {path} holds {documents.Count} YAML documents; one is expected");
        }
        catch (YamlSyntaxException e)
        {
            throw new ConfigurationException($"the kubeconfig is no YAML: {e.Message}", e);
        }
        catch (JsonException e)
        {
            throw new ConfigurationException($"the kubeconfig {path} has a value of the wrong type at {e.Path}; numbers meant as text need quotes", e);
        }
    }

    private static Dictionary<string, Located<TValue>> ByName<TEntry, TValue>(
        string path, string list, IReadOnlyList<TEntry>? entries, Func<TEntry, string?> name, Func<TEntry, TValue?> value) where TValue : class
    {
        var byName = new Dictionary<string, Located<TValue>>();
        foreach (var (index, entry) in (entries ?? []).Index())
        {
            var key = name(entry) ?? throw new ConfigurationException($"the kubeconfig {path}: {list}[{index}] has no name");
            byName.TryAdd(key, new Located<TValue>(
                value(entry) ?? throw new ConfigurationException($"the kubeconfig {path}: {list}[{index}] (\"{key}\") is empty"), path));
        }

        return byName;
    }
}
