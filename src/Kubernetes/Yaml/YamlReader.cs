using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Daytwo.Kubernetes.Yaml;

/// <summary>Reads YAML as Kubernetes does: as another spelling of JSON.</summary>
/// <remarks>
/// Plain scalars mean what kubectl takes them for (YAML 1.1: <c>yes</c> is true, <c>0644</c> octal, a date is a string). Anchors, aliases
/// and merge keys are expanded, within bounds. A key that stands twice is an error, not a silent loss.
/// </remarks>
public static class YamlReader
{
    /// <summary>Every document that is not empty.</summary>
    /// <param name="name">What the text is called in messages, such as its file.</param>
    /// <exception cref="YamlSyntaxException">The text is no YAML, or says what JSON cannot.</exception>
    public static IReadOnlyList<JsonNode> ReadAll(TextReader text, string name)
    {
        var parser = new Parser(text);
        try
        {
            return ReadDocuments(parser, name);
        }
        catch (YamlException e)
        {
            throw new YamlSyntaxException($"{name}, line {e.Start.Line}, column {e.Start.Column}: {e.Message}", e);
        }
        catch (InvalidOperationException e)
        {
            // The parser's own way of stumbling over some broken texts; it knows only where it last stood well.
            throw new YamlSyntaxException($"{name}, after line {parser.Current?.End.Line ?? 1}: no YAML", e);
        }
    }

    /// <inheritdoc cref="ReadAll(TextReader, string)"/>
    public static IReadOnlyList<JsonNode> ReadAll(string text, string name) => ReadAll(new StringReader(text), name);

    private static List<JsonNode> ReadDocuments(Parser parser, string name)
    {
        var documents = new List<JsonNode>();
        parser.Consume<StreamStart>();
        while (!parser.TryConsume<StreamEnd>(out _))
        {
            parser.Consume<DocumentStart>();
            var root = new YamlComposer(parser, name).Compose();
            parser.Consume<DocumentEnd>();
            if (root is not null)
            {
                documents.Add(root);
            }
        }

        return documents;
    }
}
