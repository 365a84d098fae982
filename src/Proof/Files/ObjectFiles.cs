using System.Text.Json.Nodes;
using Daytwo.Kubernetes.Yaml;

namespace Daytwo.Proof.Files;

/// <summary>Objects of YAML and JSON files, as <c>kubectl -f</c> takes them.</summary>
public static class ObjectFiles
{
    private static readonly string[] Endings = [".yaml", ".yml", ".json"];

    /// <summary>Every object in files and folders, these with what is below them, in the order of their names; Lists are taken apart.</summary>
    /// <exception cref="ProofException">A file or folder does not exist, or holds what is no Kubernetes object.</exception>
    public static IEnumerable<FileObject> Read(IEnumerable<string> paths) => paths.SelectMany(Files).SelectMany(ReadFile);

    private static IEnumerable<string> Files(string path)
    {
        if (Directory.Exists(path))
        {
            return Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)
                .Where(file => Endings.Contains(Path.GetExtension(file)) && !IsKustomization(file)).Order(StringComparer.Ordinal);
        }

        return File.Exists(path) ? [path] : throw new ProofException($"there is no file or folder {path}");
    }

    private static bool IsKustomization(string file) =>
        Path.GetFileNameWithoutExtension(file).Equals("kustomization", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<FileObject> ReadFile(string file)
    {
        foreach (var document in Documents(file).Where(document => !IsSuite(document)))
        {
            foreach (var json in TakeApart(document, file))
            {
                yield return new FileObject(file, json);
            }
        }
    }

    /// <summary>Suites of tests may lie beside the rules they are about.</summary>
    private static bool IsSuite(JsonNode document) => document is JsonObject && document["kind"] is null && document["cases"] is JsonArray && document["rules"] is JsonArray;

    private static IReadOnlyList<JsonNode> Documents(string file)
    {
        try
        {
            using var text = File.OpenText(file);
            return YamlReader.ReadAll(text, file);
        }
        catch (YamlSyntaxException e)
        {
            throw new ProofException(e.Message, e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ProofException($"cannot read {file}: {e.Message}", e);
        }
    }

    private static IEnumerable<JsonObject> TakeApart(JsonNode document, string file)
    {
        if (document is not JsonObject json || json.Text("kind") is not { } kind || json.Text("apiVersion") is null)
        {
            throw new ProofException($"{file}: a document is no Kubernetes object, it has no apiVersion and kind");
        }

        return kind.EndsWith("List", StringComparison.Ordinal) && json["items"] is JsonArray items
            ? items.SelectMany(item => TakeApart(item ?? new JsonObject(), file))
            : [json];
    }
}
